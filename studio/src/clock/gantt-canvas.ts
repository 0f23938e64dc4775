/** Jobs on the nodes of pools over a span: thousands of bars on a canvas, pools below each other, orbit above ground. */
import { JOB_OUTCOMES, type JobDays } from "dawndusk/service";
import { canvasBoard, svgOf, type Board } from "./board.ts";
import type { Colours } from "./colours.ts";
import { ticksOf, type Span } from "./time-scale.ts";

const AXIS_PX = 22;
const HEAD_PX = 16;
const NAMES_PX = 0;
const ROW_MOST_PX = 14;
const POOL_LEAST_PX = 26;
const POOL_MOST_PX = 260;

export interface GanttRow {
  /** Place among the pools. */
  readonly pool: number;
  readonly top: number;
  readonly height: number;
}

/** Pools below each other, orbit first; as high as their nodes ask for, within bounds. */
export const ganttRows = ({ pools }: Pick<JobDays, "pools">): { readonly rows: readonly GanttRow[]; readonly height: number } => {
  let top = AXIS_PX;
  const order = pools.map((_, i) => i).toSorted((a, b) => Number(pools[a]!.tier === "ground") - Number(pools[b]!.tier === "ground") || a - b);
  const rows = order.map((pool): GanttRow => {
    const height = Math.min(POOL_MOST_PX, Math.max(POOL_LEAST_PX, pools[pool]!.nodes * ROW_MOST_PX));
    const row = { pool, top: top + HEAD_PX, height };
    top += HEAD_PX + height + 4;
    return row;
  });
  return { rows, height: top };
};

/** Colours of classes, in the order of their first job. */
export const CLASS_HUES: readonly (keyof Colours)[] = ["hue-one", "hue-two", "hue-three", "hue-four", "hue-five", "hue-six", "hue-seven"];

export const classesOf = ({ jobs }: Pick<JobDays, "jobs">): readonly string[] => [...new Set(jobs.map((job) => job.class))];

export interface GanttDrawing {
  readonly days: JobDays;
  readonly window: Span;
  readonly now_s: number;
  readonly width: number;
  readonly colours: Colours;
}

interface Placed { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const placer = ({ days: { bars, pools }, window, width }: Pick<GanttDrawing, "days" | "window" | "width">, rows: readonly GanttRow[]) => {
  const byPool = new Map(rows.map((row) => [row.pool, row]));
  const scale = (width - NAMES_PX) / (window.end_s - window.start_s);
  return (i: number): Placed | null => {
    if (bars.end_s[i]! < window.start_s || bars.start_s[i]! > window.end_s) return null;
    const { top, height } = byPool.get(bars.pool[i]!)!;
    const node = height / pools[bars.pool[i]!]!.nodes;
    const x = Math.max(0, (bars.start_s[i]! - window.start_s) * scale);
    const end = Math.min(width, (bars.end_s[i]! - window.start_s) * scale);
    const gap = node * bars.nodes[i]! > 4 ? 1 : 0;
    return { x, y: top + node * bars.node[i]!, width: Math.max(0.8, end - x - gap), height: Math.max(0.8, node * bars.nodes[i]! - gap) };
  };
};

/** The bar under a place of the canvas. */
export const jobAt = (drawing: Pick<GanttDrawing, "days" | "window" | "width">, x: number, y: number): number | null => {
  const place = placer(drawing, ganttRows(drawing.days).rows);
  const count = drawing.days.bars.job.length;
  for (let i = count - 1; i >= 0; i--) {
    const at = place(i);
    if (at !== null && x >= at.x - 1 && x <= at.x + at.width + 1 && y >= at.y && y <= at.y + at.height) return i;
  }
  return null;
};

const drawAway = (context: Board, { days, window, width, colours }: GanttDrawing, rows: readonly GanttRow[]): void => {
  const scale = width / (window.end_s - window.start_s);
  context.globalAlpha = 0.35;
  for (const { pool, start_s, end_s, known, nodes } of days.away) {
    const row = rows.find((one) => days.pools[one.pool]!.id === pool);
    if (row === undefined || end_s < window.start_s || start_s > window.end_s) continue;
    context.fillStyle = known ? colours["hue-four"] : colours.bad;
    const height = nodes === "all nodes" ? row.height : 2;
    context.fillRect((start_s - window.start_s) * scale, row.top + row.height - height, Math.max(1, (end_s - start_s) * scale), height);
  }
  context.globalAlpha = 1;
};

const sizeOf = ({ days, width }: GanttDrawing) => ({ width, height: ganttRows(days).height });

export const drawGantt = (canvas: HTMLCanvasElement, drawing: GanttDrawing): void => paint(canvasBoard(canvas, sizeOf(drawing)), drawing);

/** The same as a picture that stands alone. */
export const ganttSvg = (drawing: GanttDrawing): string => svgOf(sizeOf(drawing), (board) => paint(board, drawing));

const paint = (context: Board, drawing: GanttDrawing): void => {
  const { days, window, now_s, width, colours } = drawing;
  const { rows, height } = ganttRows(days);
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, width, height);
  const scale = width / (window.end_s - window.start_s);
  for (const { t_s, text } of ticksOf(window, Math.max(2, width / 80))) {
    context.fillStyle = colours.line;
    context.fillRect((t_s - window.start_s) * scale, AXIS_PX - 5, 1, height);
    context.fillStyle = colours.soft;
    context.fillText(text, Math.min((t_s - window.start_s) * scale + 3, width - 40), AXIS_PX / 2 - 2);
  }
  for (const { pool, top, height: tall } of rows) {
    const { id, tier, nodes } = days.pools[pool]!;
    context.fillStyle = colours.shade;
    context.fillRect(0, top, width, tall);
    context.fillStyle = colours.ink;
    context.fillText(`${id} (${tier === "orbit" ? "orbit" : "ground"}, ${nodes.toLocaleString("en-US")} ${nodes === 1 ? "node" : "nodes"})`, 4, top - HEAD_PX / 2);
  }
  drawAway(context, drawing, rows);
  const classes = classesOf(days);
  const hues = days.jobs.map((job) => colours[CLASS_HUES[classes.indexOf(job.class) % CLASS_HUES.length]!]);
  const place = placer(drawing, rows);
  const failed = JOB_OUTCOMES.indexOf("failed");
  const put = JOB_OUTCOMES.indexOf("requeued");
  for (let i = 0; i < days.bars.job.length; i++) {
    const at = place(i);
    if (at === null) continue;
    context.fillStyle = days.bars.outcome[i] === failed ? colours.bad : hues[days.bars.job[i]!]!;
    context.globalAlpha = days.bars.outcome[i] === put ? 0.5 : 1;
    context.fillRect(at.x, at.y, at.width, at.height);
  }
  context.globalAlpha = 1;
  const hand = (now_s - window.start_s) * scale;
  if (hand < 0 || hand > width) return;
  context.fillStyle = colours["sky-chosen"];
  context.fillRect(hand - 1, 0, 2, height);
};
