import { expect, test } from "vitest";
import type { BarChart } from "../../src/report/index.ts";
import type { Palette } from "../../studio/src/figure/palette.ts";
import { chartHeight_px, chartOption } from "../../studio/src/figure/chart-option.ts";
import { partsOf, toldApart } from "../../studio/src/figure/told-apart.ts";

const table = { id: "t", title: "t", note: "", columns: [], rows: [] };
const barsOf = (...bars: readonly BarChart["bars"][number]["parts"][]): BarChart => ({ kind: "bars", id: "c", title: "c", description: "", unit: "$", table, bars: bars.map((parts, i) => ({ name: `bar ${i}`, parts })) });
const sizes = (chart: BarChart): readonly number[] => chart.bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));

const ITEMS = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] as const;
const MANY = barsOf(
  ITEMS.map((name, i) => ({ name, value: i, hue: name === "j" ? "two" : "rest" })),
  ITEMS.map((name, i) => ({ name, value: name === "b" ? 100 : i / 2, hue: name === "j" ? "two" : "rest" })),
);

test("seven parts have a colour of their own, the largest first; the rest is one part, and a bar is as long as before", () => {
  const drawn = toldApart(MANY);
  expect(partsOf(drawn).map(({ name }) => name)).toEqual(["b", "j", "i", "h", "g", "f", "e", "other"]);
  const hues = partsOf(drawn).map(({ hue }) => hue);
  expect(new Set(hues).size).toBe(8);
  expect(hues[1]).toBe("two");
  expect(hues[7]).toBe("rest");
  expect(sizes(drawn)).toEqual(sizes(MANY));
});

test("where no two parts share the grey, nothing is drawn otherwise", () => {
  const few = barsOf([{ name: "a", value: 1, hue: "one" }, { name: "b", value: 2, hue: "rest" }]);
  expect(toldApart(few)).toBe(few);
});

test("the legend has no pages: it wraps, and the chart grows by its lines", () => {
  const palette = { hue: {}, ink: "", soft: "", line: "", paper: "" } as Palette;
  const option = chartOption(MANY, palette, 120) as { readonly legend: { readonly type: string; readonly data: readonly string[] }; readonly grid: { readonly top: number } };
  expect(option.legend).toMatchObject({ type: "plain", data: ["b", "j", "i", "h", "g", "f", "e", "other"] });
  const wide = chartOption(MANY, palette, 960) as { readonly grid: { readonly top: number } };
  expect(option.grid.top - wide.grid.top).toBe(chartHeight_px(MANY, 120) - chartHeight_px(MANY, 960));
  expect(option.grid.top).toBeGreaterThan(wide.grid.top);
});
