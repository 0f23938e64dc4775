/** Lines, steps and stacked steps over time. */
import { formatFigure } from "../format.ts";
import { el, type Markup } from "../markup.ts";
import { assertTable, columnNumbers } from "../table.ts";
import type { Series, TimeChart } from "./chart.ts";
import { frame, LABEL_HEIGHT, legend, round, strokeOf, WIDTH } from "./frame.ts";
import { roundTicks } from "./round-ticks.ts";

const PLOT_HEIGHT = 220;
const LEFT = 58;
const RIGHT = 12;

interface Scales {
  /** Left edge of a row, and right edge of the last at `rows`. */
  readonly x: (row: number) => number;
  readonly y: (value: number) => number;
  readonly rows: number;
  readonly ticks: readonly number[];
}

interface Layer {
  readonly series: Series;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

const layersOf = (chart: TimeChart): readonly Layer[] => {
  let below: readonly number[] = chart.table.rows.map(() => 0);
  return chart.series.filter((s) => s.form === "layer").map((series) => {
    const low = below;
    const high = columnNumbers(chart.table, series.column).map((value, i) => low[i]! + value);
    below = high;
    return { series, low, high };
  });
};

/** Least and greatest value that the axis must hold. */
const extent = (chart: TimeChart, layers: readonly Layer[]): { readonly low: number; readonly high: number } => {
  const values = [...layers.flatMap((l) => [...l.low, ...l.high]), ...chart.series.filter((s) => s.form !== "layer").flatMap((s) => columnNumbers(chart.table, s.column))];
  const zero = chart.fromZero || layers.length > 0 ? [0] : [];
  const all = [...zero, ...values];
  return { low: all.reduce((a, b) => Math.min(a, b), all[0] ?? 0), high: all.reduce((a, b) => Math.max(a, b), all[0] ?? 0) };
};

const scalesOf = (chart: TimeChart, layers: readonly Layer[], top: number): Scales => {
  const ticks = roundTicks({ ...extent(chart, layers), count: 5 });
  const rows = chart.table.rows.length;
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  return {
    rows, ticks,
    x: (row) => round(LEFT + ((WIDTH - LEFT - RIGHT) * row) / rows),
    y: (value) => round(top + PLOT_HEIGHT * (1 - (value - low) / (high - low))),
  };
};

/** A path that holds each value over its row. */
const stepPath = (values: readonly number[], { x, y }: Scales): string =>
  values.map((value, i) => `${i === 0 ? `M${x(0)} ${y(value)}` : `V${y(value)}`}H${x(i + 1)}`).join("");
/** A path through the middle of each row. */
const linePath = (values: readonly number[], { x, y }: Scales): string => values.map((value, i) => `${i === 0 ? "M" : "L"}${x(i + 0.5)} ${y(value)}`).join("");
/** Back from the last row to the first, under a layer. */
const floorPath = (values: readonly number[], { x, y, rows }: Scales): string =>
  values.map((_, i) => rows - 1 - i).map((i) => `V${y(values[i]!)}H${x(i)}`).join("");

const layerMark = ({ series, low, high }: Layer, scales: Scales): Markup =>
  el("path", { class: `fill-${series.hue}`, d: `${stepPath(high, scales)}${floorPath(low, scales)}Z` });
const lineMark = (chart: TimeChart, series: Series, scales: Scales): Markup => {
  const values = columnNumbers(chart.table, series.column);
  return el("path", { class: strokeOf(series), d: series.form === "step" ? stepPath(values, scales) : linePath(values, scales) });
};

const gridMarks = (chart: TimeChart, { ticks, y }: Scales): readonly Markup[] =>
  ticks.flatMap((tick) => [
    el("line", { class: tick === 0 ? "axis" : "grid", x1: LEFT, x2: WIDTH - RIGHT, y1: y(tick), y2: y(tick) }),
    el("text", { class: "soft", x: LEFT - 8, y: y(tick) + 4.5, "text-anchor": "end" }, formatFigure(tick)),
  ]).concat(el("text", { class: "soft", x: 0, y: y(ticks.at(-1)!) - 12 }, chart.unit));

const tickMarks = (chart: TimeChart, { x }: Scales, bottom: number): readonly Markup[] =>
  chart.ticks.flatMap(({ at, label }) => [
    el("line", { class: "axis", x1: x(at), x2: x(at), y1: bottom, y2: bottom + 5 }),
    el("text", { class: "soft", x: x(at) + 3, y: bottom + 17 }, label),
  ]);

/** An inline svg of a time chart. Its rows lie side by side, each as wide as its step. */
export const timeChart = (chart: TimeChart): Markup => {
  assertTable(chart.table);
  const layers = layersOf(chart);
  const key = legend(chart.series.map((s) => ({ name: chart.table.columns[s.column]!.name, hue: s.hue, form: s.form, ...(s.dashed && { dashed: s.dashed }) })));
  const top = key.height + LABEL_HEIGHT + 12;
  const scales = scalesOf(chart, layers, top);
  return frame(chart, top + PLOT_HEIGHT + 24, [
    ...key.parts,
    ...gridMarks(chart, scales),
    ...layers.map((layer) => layerMark(layer, scales)),
    ...chart.series.filter((s) => s.form !== "layer").map((s) => lineMark(chart, s, scales)),
    ...tickMarks(chart, scales, top + PLOT_HEIGHT),
  ]);
};
