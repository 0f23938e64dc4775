/** A waterfall: two whole bars and, between them, the steps from the one to the other, top to bottom. */
import { formatFigure } from "../format.ts";
import { el, type Markup } from "../markup.ts";
import { assertTable } from "../table.ts";
import type { Hue, WaterfallChart } from "./chart.ts";
import { CHARACTER, frame, LABEL_HEIGHT, legend, round, unitRoom, WIDTH, type LegendEntry } from "./frame.ts";
import { roundTicks } from "./round-ticks.ts";

const LONGEST_NAME = 250;
/** Room for the number at the end of a bar. */
const RIGHT = 80;
const PITCH = 24;
const HEIGHT = 16;
/** A bar that is as good as nothing still shows where it is. */
const THINNEST = 1;

interface Row {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly hue: Hue;
  /** What stands at its end. */
  readonly figure: string;
}

const rowsOf = ({ ends: [first, last], steps }: WaterfallChart): readonly Row[] => {
  let at = first.value;
  const whole = ({ name, value }: { readonly name: string; readonly value: number }): Row => ({ name, from: 0, to: value, hue: "rest", figure: formatFigure(value) });
  const between = steps.map(({ name, amount, hue }): Row => ({ name, from: at, to: (at += amount), hue, figure: `${amount < 0 ? "" : "+"}${formatFigure(amount)}` }));
  return [whole(first), ...between, whole(last)];
};

interface Scales {
  readonly x: (value: number) => number;
  readonly ticks: readonly number[];
  readonly left: number;
}

const scalesOf = (rows: readonly Row[], unit: string): Scales => {
  const left = Math.min(LONGEST_NAME, Math.max(...rows.map(({ name }) => name.length)) * CHARACTER + 12);
  const values = rows.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(0, ...values);
  const ticks = roundTicks({ low, high: Math.max(low, ...values), count: 5 });
  const [first, last] = [ticks[0]!, ticks.at(-1)!];
  const right = Math.max(RIGHT, unitRoom(unit, last));
  return { left, ticks, x: (value) => round(left + ((WIDTH - left - right) * (value - first)) / (last - first)) };
};

const cut = (name: string, left: number): string => {
  const most = Math.floor((left - 12) / CHARACTER);
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`;
};

const rowMarks = (row: Row, { x, left }: Scales, { y, unit, next }: { readonly y: number; readonly unit: string; readonly next: boolean }): readonly Markup[] => {
  const [a, b] = [x(Math.min(row.from, row.to)), x(Math.max(row.from, row.to))];
  return [
    el("text", { x: left - 8, y: y + 12, "text-anchor": "end" }, cut(row.name, left)),
    el("rect", { class: `fill-${row.hue}`, x: a, y, width: Math.max(THINNEST, round(b - a)), height: HEIGHT }, el("title", {}, `${row.name}: ${row.figure} ${unit}`)),
    ...(next ? [el("line", { class: "axis", x1: x(row.to), x2: x(row.to), y1: y + HEIGHT, y2: y + PITCH })] : []),
    el("text", { x: b + 6, y: y + 12 }, row.figure),
  ];
};

/** An inline svg of a waterfall. */
export const waterfallChart = (chart: WaterfallChart): Markup => {
  assertTable(chart.table);
  const rows = rowsOf(chart);
  const scales = scalesOf(rows, chart.unit);
  const kinds = new Map(chart.steps.map(({ kind, hue }) => [kind, hue]));
  const key = legend([...kinds].map(([name, hue]): LegendEntry => ({ name, hue, form: "layer" })));
  const top = key.height + 8;
  const bottom = top + rows.length * PITCH + 2;
  const axis = scales.ticks.flatMap((tick) => [
    el("line", { class: tick === 0 ? "axis" : "grid", x1: scales.x(tick), x2: scales.x(tick), y1: top, y2: bottom }),
    el("text", { class: "soft", x: scales.x(tick), y: bottom + 16, "text-anchor": "middle" }, formatFigure(tick)),
  ]);
  const bars = rows.flatMap((row, i) => rowMarks(row, scales, { y: top + 4 + i * PITCH, unit: chart.unit, next: i < rows.length - 1 }));
  return frame(chart, bottom + LABEL_HEIGHT + 4, [...key.parts, ...axis, el("text", { class: "soft", x: WIDTH, y: bottom + 16, "text-anchor": "end" }, chart.unit), ...bars]);
};
