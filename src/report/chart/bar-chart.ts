/** Horizontal bars, each stacked from its parts; negative parts run left of zero. */
import { formatFigure } from "../format.ts";
import { el, type Markup } from "../markup.ts";
import { assertTable } from "../table.ts";
import type { Bar, BarChart } from "./chart.ts";
import { CHARACTER, frame, LABEL_HEIGHT, legend, round, unitRoom, WIDTH, type LegendEntry } from "./frame.ts";
import { roundTicks } from "./round-ticks.ts";

/** Of a path, which is cut at its beginning where it is longer. */
const LONGEST_NAME = 260;
/** A part narrower than this has no gap around it, which would hide it. */
const NARROW = 4;
/** Room for the number at the end of a bar. */
const RIGHT = 76;

const positive = (bar: Bar): number => bar.parts.reduce((sum, p) => sum + (p.value > 0 ? p.value : 0), 0);
const negative = (bar: Bar): number => bar.parts.reduce((sum, p) => sum + (p.value < 0 ? p.value : 0), 0);
const net = (bar: Bar): number => positive(bar) + negative(bar);

interface Scales {
  readonly x: (value: number) => number;
  readonly ticks: readonly number[];
  readonly left: number;
}

const scalesOf = (chart: BarChart): Scales => {
  const left = Math.min(LONGEST_NAME, Math.max(...chart.bars.map((b) => b.name.length)) * CHARACTER + 12);
  const low = Math.min(0, ...chart.bars.map(negative));
  const ticks = roundTicks({ low, high: Math.max(low, ...chart.bars.map(positive)), count: 5 });
  const [first, last] = [ticks[0]!, ticks.at(-1)!];
  const right = Math.max(RIGHT, unitRoom(chart.unit, last));
  return { left, ticks, x: (value) => round(left + ((WIDTH - left - right) * (value - first)) / (last - first)) };
};

/** Rectangles of one bar, each with its name and number for the pointer. */
const barMarks = (chart: BarChart, bar: Bar, { scales, y, height }: { readonly scales: Scales; readonly y: number; readonly height: number }): readonly Markup[] => {
  let above = 0;
  let below = 0;
  return bar.parts.filter((part) => part.value !== 0).map((part) => {
    const from = part.value > 0 ? above : below;
    if (part.value > 0) above += part.value;
    else below += part.value;
    const [x1, x2] = [scales.x(from), scales.x(from + part.value)];
    return el(
      "rect",
      { class: Math.abs(x2 - x1) < NARROW ? `fill-${part.hue}` : `gap fill-${part.hue}`, x: Math.min(x1, x2), y: round(y), width: round(Math.abs(x2 - x1)), height },
      el("title", {}, `${bar.name}, ${part.name}: ${formatFigure(part.value)} ${chart.unit}`),
    );
  });
};

const axisMarks = (chart: BarChart, { ticks, x }: Scales, top: number, bottom: number): readonly Markup[] => [
  ...ticks.flatMap((tick) => [
    el("line", { class: tick === 0 ? "axis" : "grid", x1: x(tick), x2: x(tick), y1: top, y2: bottom }),
    el("text", { class: "soft", x: x(tick), y: bottom + 16, "text-anchor": "middle" }, formatFigure(tick)),
  ]),
  el("text", { class: "soft", x: WIDTH, y: bottom + 16, "text-anchor": "end" }, chart.unit),
];

/** One entry a part; those without a colour of their own share the last. */
const legendEntries = (chart: BarChart): readonly LegendEntry[] => {
  if (chart.bars.every((bar) => bar.parts.length === 1)) return [];
  const hues = new Map(chart.bars.flatMap((b) => b.parts).filter((p) => p.value !== 0).map((p) => [p.name, p.hue]));
  const own = [...hues].filter(([, hue]) => hue !== "rest").map(([name, hue]): LegendEntry => ({ name, hue, form: "layer" }));
  const rest = [...hues].flatMap(([name, hue]) => (hue === "rest" ? [name] : []));
  return rest.length === 0 ? own : [...own, { name: rest.join(", "), hue: "rest", form: "layer" }];
};

/** An inline svg of a bar chart; one bar a line, its total at its end unless it has none. */
export const barChart = (chart: BarChart): Markup => {
  assertTable(chart.table);
  const key = legend(legendEntries(chart));
  const scales = scalesOf(chart);
  const pitch = chart.bars.length > 4 ? 24 : 40;
  const height = pitch - 8;
  const top = key.height + 8;
  const bottom = top + chart.bars.length * pitch + 2;
  const bars = chart.bars.flatMap((bar, i) => {
    const y = top + 4 + i * pitch;
    return [
      el("text", { x: scales.left - 8, y: y + height / 2 + 4.5, "text-anchor": "end" }, bar.name),
      ...barMarks(chart, bar, { scales, y, height }),
      ...(chart.untotalled === true ? [] : [el("text", { x: scales.x(positive(bar)) + 6, y: y + height / 2 + 4.5 }, formatFigure(net(bar)))]),
    ];
  });
  return frame(chart, bottom + LABEL_HEIGHT + 4, [...key.parts, ...axisMarks(chart, scales, top, bottom), ...bars]);
};
