/** One quantity over another as lines or dots: half the width of the page, for small multiples. */
import { formatFigure } from "../format.ts";
import { el, type Markup } from "../markup.ts";
import { assertTable, cellText, type Cell } from "../table.ts";
import type { PlotChart, Plotted } from "./chart.ts";
import { CHARACTER, frameOf, LABEL_HEIGHT, legendIn, round } from "./frame.ts";
import { logTicks, roundTicks } from "./round-ticks.ts";

const WIDTH = 336;
const PLOT_HEIGHT = 150;
const LEFT = 58;
const RIGHT = 24;
const DOT = 2.5;

interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

interface Scales {
  readonly x: Scale;
  readonly y: Scale;
  /** Place of a row on the horizontal axis. */
  readonly across: (row: number) => number;
}

const numbersOf = (cells: readonly (Cell | undefined)[]): readonly number[] => cells.filter((cell) => typeof cell === "number");

const extent = (values: readonly number[]): { readonly low: number; readonly high: number } => ({ low: values.reduce((a, b) => Math.min(a, b), values[0] ?? 0), high: values.reduce((a, b) => Math.max(a, b), values[0] ?? 0) });

const rowsOf = (chart: PlotChart): readonly number[] => chart.plotted.flatMap(({ rows }) => rows);

const cellAt = (chart: PlotChart, row: number, column: number): Cell | undefined => chart.table.rows[row]?.[column];

const yScale = (chart: PlotChart, top: number): Scale => {
  const values = numbersOf(chart.plotted.flatMap(({ rows, column }) => rows.map((row) => cellAt(chart, row, column))));
  const ticks = roundTicks({ ...extent(values), count: 4 });
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  return { at: (value) => round(top + PLOT_HEIGHT * (1 - (value - low) / (high - low))), ticks: ticks.map((value) => ({ value, label: formatFigure(value) })) };
};

const span_px = WIDTH - LEFT - RIGHT;

/** Words side by side, as many labels as have room. */
const wordScale = (words: readonly string[]): Scale => {
  const longest = words.reduce((most, word) => Math.max(most, word.length), 1) * CHARACTER + 8;
  const every = Math.max(1, Math.ceil((words.length * longest) / span_px));
  return { at: (place) => round(LEFT + (span_px * (place + 0.5)) / words.length), ticks: words.map((label, value) => ({ value, label })).filter(({ value }) => value % every === 0) };
};

const numberScale = (values: readonly number[], scale: "linear" | "log"): Scale => {
  const { low, high } = extent(values);
  const map = scale === "log" ? Math.log : (value: number): number => value;
  const reach = map(high) - map(low);
  const at = (value: number): number => round(LEFT + (reach === 0 ? span_px / 2 : (span_px * (map(value) - map(low))) / reach));
  const ticks = scale === "log" ? logTicks({ low, high, most: 6 }) : roundTicks({ low, high, count: 4 }).filter((tick) => tick >= low && tick <= high);
  return { at, ticks: ticks.map((value) => ({ value, label: formatFigure(value) })) };
};

const scalesOf = (chart: PlotChart, top: number): Scales => {
  const { column, scale } = chart.across;
  const y = yScale(chart, top);
  if (scale !== "words") {
    const x = numberScale(numbersOf(rowsOf(chart).map((row) => cellAt(chart, row, column))), scale);
    return { x, y, across: (row) => x.at(cellAt(chart, row, column) as number) };
  }
  const words = [...new Set(rowsOf(chart).map((row) => cellText(cellAt(chart, row, column) ?? null)))];
  const x = wordScale(words);
  return { x, y, across: (row) => x.at(words.indexOf(cellText(cellAt(chart, row, column) ?? null))) };
};

/** Places of a line's values, broken where one does not exist. */
const pieces = (chart: PlotChart, { rows, column }: Plotted, scales: Scales): readonly (readonly (readonly [number, number])[])[] => {
  const all: (readonly [number, number])[][] = [[]];
  for (const row of rows) {
    const value = cellAt(chart, row, column);
    if (typeof value === "number" && (chart.across.scale === "words" || typeof cellAt(chart, row, chart.across.column) === "number")) all.at(-1)!.push([scales.across(row), scales.y.at(value)]);
    else if (all.at(-1)!.length > 0) all.push([]);
  }
  return all.filter((piece) => piece.length > 0);
};

const marks = (chart: PlotChart, plotted: Plotted, scales: Scales): readonly Markup[] =>
  pieces(chart, plotted, scales).flatMap((piece) => {
    const alone = chart.form === "dots" || piece.length === 1;
    if (alone) return piece.map(([cx, cy]) => el("circle", { class: `fill-${plotted.hue}`, cx, cy, r: DOT }));
    return [el("path", { class: `stroke line-${plotted.hue}`, d: piece.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join("") })];
  });

const axisMarks = (chart: PlotChart, { x, y }: Scales, bottom: number): readonly Markup[] => [
  ...y.ticks.flatMap(({ value, label }) => [
    el("line", { class: value === 0 ? "axis" : "grid", x1: LEFT, x2: WIDTH - RIGHT, y1: y.at(value), y2: y.at(value) }),
    el("text", { class: "soft", x: LEFT - 8, y: y.at(value) + 4.5, "text-anchor": "end" }, label),
  ]),
  ...x.ticks.flatMap(({ value, label }) => [
    el("line", { class: "axis", x1: x.at(value), x2: x.at(value), y1: bottom, y2: bottom + 5 }),
    el("text", { class: "soft", x: x.at(value), y: bottom + 18, "text-anchor": "middle" }, label),
  ]),
  el("text", { class: "soft", x: WIDTH - RIGHT, y: bottom + 34, "text-anchor": "end" }, chart.across.name),
];

/** An inline svg of a plot. */
export const plotChart = (chart: PlotChart): Markup => {
  assertTable(chart.table);
  const key = legendIn(chart.plotted.length < 2 ? [] : chart.plotted.map(({ name, hue }) => ({ name, hue, form: chart.form === "dots" ? "layer" : "line" })), WIDTH);
  const top = key.height + LABEL_HEIGHT + 8;
  const bottom = top + PLOT_HEIGHT;
  const scales = scalesOf(chart, top);
  const unit = el("text", { class: "soft", x: 0, y: top - 14 }, chart.unit);
  return frameOf(chart, { width: WIDTH, height: bottom + 40 }, [...key.parts, unit, ...axisMarks(chart, scales, bottom), ...chart.plotted.flatMap((plotted) => marks(chart, plotted, scales))]);
};
