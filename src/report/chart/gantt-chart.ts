/** Rows over time: one a column of the table, a block in each step in which something happens, as high as it is much. */
import { formatFigure } from "../format.ts";
import { el, type Markup } from "../markup.ts";
import { assertTable, columnNumbers } from "../table.ts";
import type { GanttChart, Lane } from "./chart.ts";
import { CHARACTER, frame, LABEL_HEIGHT, legend, round, WIDTH } from "./frame.ts";

const LONGEST_NAME = 150;
const LANE = 34;
/** Blocks leave so much of their lane free above. */
const HEADROOM = 6;
/** What a block of the least amount still shows. */
const LEAST = 3;
const RIGHT = 84;

interface Scales {
  readonly left: number;
  readonly x: (row: number) => number;
}

const scalesOf = ({ lanes, table }: GanttChart): Scales => {
  const left = Math.min(LONGEST_NAME, Math.max(...lanes.map(({ name }) => name.length)) * CHARACTER + 12);
  return { left, x: (row) => round(left + ((WIDTH - left - RIGHT) * row) / table.rows.length) };
};

/** Steps in which something happens, one block each, with its number for the pointer. */
const blocks = (chart: GanttChart, lane: Lane, { scales, bottom }: { readonly scales: Scales; readonly bottom: number }): readonly Markup[] => {
  const values = columnNumbers(chart.table, lane.column);
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  return values.flatMap((value, row) => {
    if (value <= 0) return [];
    const height = LEAST + (LANE - HEADROOM - LEAST) * (value / most);
    const [x1, x2] = [scales.x(row), scales.x(row + 1)];
    return [el("rect", { class: `fill-${lane.hue}`, x: round(x1 + 0.5), y: round(bottom - height), width: round(Math.max(1, x2 - x1 - 1)), height: round(height) },
      el("title", {}, `${lane.name}, ${String(chart.table.rows[row]![0])}: ${formatFigure(value)} ${lane.unit}`))];
  });
};

/** An inline svg of a Gantt chart; the total of each lane at its end. */
export const ganttChart = (chart: GanttChart): Markup => {
  assertTable(chart.table);
  const hues = [...new Map(chart.lanes.map(({ kind, hue }) => [kind, hue])).entries()];
  const key = legend(hues.map(([name, hue]) => ({ name, hue, form: "layer" })));
  const scales = scalesOf(chart);
  const top = key.height + 8;
  const bottom = top + chart.lanes.length * LANE;
  const lanes = chart.lanes.flatMap((lane, i) => {
    const floor = top + (i + 1) * LANE;
    const sum = columnNumbers(chart.table, lane.column).reduce((a, b) => a + b, 0);
    return [
      el("line", { class: "grid", x1: scales.left, x2: WIDTH - RIGHT, y1: floor, y2: floor }),
      el("text", { x: scales.left - 8, y: floor - LANE / 2 + 6, "text-anchor": "end" }, lane.name),
      ...blocks(chart, lane, { scales, bottom: floor }),
      el("text", { x: WIDTH - RIGHT + 6, y: floor - LANE / 2 + 6 }, `${formatFigure(sum)}${lane.unit === "MW" ? " MW" : ""}`),
    ];
  });
  const ticks = chart.ticks.flatMap(({ at, label }) => [
    el("line", { class: "grid", x1: scales.x(at), x2: scales.x(at), y1: top, y2: bottom + 5 }),
    el("text", { class: "soft", x: scales.x(at) + 3, y: bottom + 17 }, label),
  ]);
  return frame(chart, bottom + LABEL_HEIGHT + 8, [...key.parts, ...ticks, ...lanes]);
};
