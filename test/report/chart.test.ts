import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costChart, figureFile, numberColumn, roundTicks, servedChart, wordColumn, type BarChart, type TimeChart, type WaterfallChart } from "../../src/report/index.ts";
import { logTicks } from "../../src/report/chart/round-ticks.ts";
import { fixture } from "./fixture.ts";
import { named, readMarkup, textOf } from "./well-formed.ts";

describe("axis ticks", () => {
  test("stand at round numbers", () => {
    expect(roundTicks({ low: 0, high: 17_950, count: 5 })).toEqual([0, 5000, 10_000, 15_000, 20_000]);
    expect(roundTicks({ low: 78.7, high: 100, count: 5 })).toEqual([75, 80, 85, 90, 95, 100]);
    expect(roundTicks({ low: -0.4, high: 0.35, count: 5 })).toEqual([-0.4, -0.2, 0, 0.2, 0.4]);
    expect(roundTicks({ low: 0, high: 0, count: 5 })[0]).toBe(0);
  });

  test("of a logarithmic axis are powers of ten, or as fine as fits", () => {
    expect(logTicks({ low: 42.96, high: 2319, most: 6 })).toEqual([50, 100, 200, 500, 1000, 2000]);
    expect(logTicks({ low: 21.8, high: 11_770, most: 6 })).toEqual([30, 100, 300, 1000, 3000, 10_000]);
    expect(logTicks({ low: 1, high: 1e5, most: 6 })).toEqual([1, 10, 100, 1000, 10_000, 100_000]);
    expect(logTicks({ low: 6, high: 8, most: 6 })).toEqual([6, 8]);
    expect(logTicks({ low: 7, high: 7, most: 6 })).toEqual([7]);
  });

  test("cover every range in steps of 1, 2, 2.5 or 5", () => {
    const size = fc.double({ min: 1e-6, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), size, (low, span) => {
        fc.pre(low + span > low && span > Math.abs(low) * 1e-6);
        const ticks = roundTicks({ low, high: low + span, count: 5 });
        const step = (ticks.at(-1)! - ticks[0]!) / (ticks.length - 1);
        const digits = step / 10 ** Math.floor(Math.log10(step * 1.000001));
        expect(ticks[0]!).toBeLessThanOrEqual(low + step * 1e-6);
        expect(ticks.at(-1)!).toBeGreaterThanOrEqual(low + span - step * 1e-6);
        expect([1, 2, 2.5, 5].some((d) => Math.abs(digits - d) < 1e-3)).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

describe("figures that stand alone", () => {
  test("are well-formed, titled, and carry both their colour schemes", () => {
    for (const chart of [costChart(fixture.finance)!, servedChart(fixture.plan)]) {
      const node = readMarkup(figureFile(chart).trimEnd());
      expect(node.attributes.xmlns).toBe("http://www.w3.org/2000/svg");
      expect(textOf(node)).toContain(chart.title);
      expect(textOf(named(node, "style")[0]!)).toContain("prefers-color-scheme:dark");
      expect(figureFile(chart)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  test("no number of a bar's or a waterfall's axis stands under the unit", () => {
    const table = { id: "t", title: "t", note: "", columns: [wordColumn("item"), numberColumn("cost", "$/kW-yr")], rows: [["a", 1]] };
    const words = { id: "c", title: "c", description: "c", table } as const;
    fc.assert(fc.property(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), fc.constantFrom("$/kW-yr", "%", "$/PFLOP-day", "share of the day"), (value, unit) => {
      const bars: BarChart = { ...words, kind: "bars", unit, bars: [{ name: "a", parts: [{ name: "x", value, hue: "orbit" }] }] };
      const fall: WaterfallChart = { ...words, kind: "waterfall", unit, ends: [{ name: "a", value }, { name: "b", value: 0 }], steps: [{ name: "x", amount: -value, hue: "one", kind: "term" }] };
      for (const chart of [bars, fall]) {
        const axis = named(readMarkup(figureFile(chart).trimEnd()), "text").filter(({ attributes }) => attributes["class"] === "soft");
        const last = axis.findLast(({ attributes }) => attributes["text-anchor"] === "middle")!;
        const unitAt = axis.find(({ attributes }) => attributes["text-anchor"] === "end")!;
        // Seven pixels a character, as the charts take it.
        expect(Number(last.attributes["x"]) + textOf(last).length * 3.5).toBeLessThan(Number(unitAt.attributes["x"]) - textOf(unitAt).length * 7);
      }
    }), { numRuns: 40 });
  });

  test("a number that is not finite stops the chart with its name", () => {
    const chart: TimeChart = {
      kind: "time", id: "c", title: "c", description: "c", unit: "W", fromZero: true, ticks: [], series: [{ column: 1, hue: "orbit", form: "line" }],
      table: { id: "t", title: "t", note: "", columns: [wordColumn("day"), numberColumn("heat", "W")], rows: [["1", Number.NaN]] },
    };
    expect(() => figureFile(chart)).toThrow('table "t", column "heat", row "1": not a finite number');
  });

  test("stacked layers end where the wanted line runs", () => {
    const chart = servedChart(fixture.plan);
    for (const [, ground, orbit, unserved, wanted] of chart.table.rows) expect(Number(ground) + Number(orbit) + Number(unserved)).toBeCloseTo(Number(wanted), 9);
  });
});
