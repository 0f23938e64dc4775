/** Lanes of bars over a span on a canvas, with the clock's hand. */
import { canvasBoard, svgOf, type Board } from "./board.ts";
import type { Colours } from "./colours.ts";
import type { Bar, Lane } from "./lanes.ts";
import { ticksOf, type Span } from "./time-scale.ts";

export const LANE_PX = 26;
export const AXIS_PX = 24;
const NAMES_PX = 170;
const TICK_PX = 74;
/** Shorter bars are drawn so wide, so that they are seen. */
const LEAST_PX = 1.5;

export interface TimelineDrawing {
  readonly lanes: readonly Lane[];
  readonly window: Span;
  readonly now_s: number;
  readonly width: number;
  readonly colours: Colours;
}

export const timelineHeight = (lanes: number): number => AXIS_PX + LANE_PX * Math.max(1, lanes);

/** Names stand beside the bars where there is room. */
export const namesWidth = (width: number): number => (width < 520 ? 0 : NAMES_PX);

const across = ({ start_s, end_s }: Span, width: number) => {
  const left = namesWidth(width);
  const scale = (width - left) / (end_s - start_s);
  return { x: (t_s: number): number => left + (t_s - start_s) * scale, t_s: (x: number): number => start_s + (x - left) / scale };
};

/** The time under a place of the canvas. */
export const timeAt = (x: number, window: Span, width: number): number => across(window, width).t_s(x);

/** First bar that ends after a time; bars of a lane hardly overlap. */
const firstAfter = (bars: readonly Bar[], t_s: number): number => {
  let [low, high] = [0, bars.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bars[middle]!.end_s < t_s) low = middle + 1;
    else high = middle;
  }
  // A bar that holds others ends after them.
  return Math.max(0, low - 2);
};

/** The bar under a place of the canvas; the nearest within three pixels. */
export const barAt = ({ lanes, window, width }: Omit<TimelineDrawing, "colours" | "now_s">, x: number, y: number): Bar | null => {
  const lane = lanes[Math.floor((y - AXIS_PX) / LANE_PX)];
  if (lane === undefined || y < AXIS_PX) return null;
  const { x: place } = across(window, width);
  let [found, least]: [Bar | null, number] = [null, 3];
  for (let i = firstAfter(lane.bars, window.start_s); i < lane.bars.length && lane.bars[i]!.start_s <= window.end_s; i++) {
    const bar = lane.bars[i]!;
    const apart = Math.max(place(bar.start_s) - x, x - place(bar.end_s), 0);
    // Of bars within each other the later one is drawn above.
    if (apart <= least) [found, least] = [bar, apart];
  }
  return found;
};

const drawLane = (context: Board, { bars }: Lane, top: number, { window, width, colours }: TimelineDrawing): void => {
  const { x } = across(window, width);
  const left = namesWidth(width);
  for (let i = firstAfter(bars, window.start_s); i < bars.length && bars[i]!.start_s <= window.end_s; i++) {
    const { start_s, end_s, colour, high } = bars[i]!;
    const from = Math.max(left, x(start_s));
    const to = Math.min(width, x(end_s));
    if (to < left) continue;
    const height = (LANE_PX - 6) * high;
    context.fillStyle = colours[colour];
    context.fillRect(from, top + LANE_PX - 3 - height, Math.max(LEAST_PX, to - from), height);
  }
};

const sizeOf = ({ lanes, width }: TimelineDrawing) => ({ width, height: timelineHeight(lanes.length) });

export const drawTimeline = (canvas: HTMLCanvasElement, drawing: TimelineDrawing): void => paint(canvasBoard(canvas, sizeOf(drawing)), drawing);

/** The same as a picture that stands alone. */
export const timelineSvg = (drawing: TimelineDrawing): string => svgOf(sizeOf(drawing), (board) => paint(board, drawing));

const paint = (context: Board, drawing: TimelineDrawing): void => {
  const { lanes, window, now_s, width, colours } = drawing;
  const { height } = sizeOf(drawing);
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, width, height);
  const { x } = across(window, width);
  const left = namesWidth(width);
  for (const { t_s, text } of ticksOf(window, Math.max(2, (width - left) / TICK_PX))) {
    context.fillStyle = colours.line;
    context.fillRect(x(t_s), AXIS_PX - 6, 1, height);
    context.fillStyle = colours.soft;
    context.fillText(text, Math.min(x(t_s) + 3, width - 40), AXIS_PX / 2 - 2);
  }
  lanes.forEach((lane, i) => {
    const top = AXIS_PX + i * LANE_PX;
    context.fillStyle = colours.line;
    context.fillRect(0, top + LANE_PX - 1, width, 1);
    drawLane(context, lane, top, drawing);
    if (left === 0) return;
    context.fillStyle = colours.ink;
    context.fillText(lane.name, 4, top + LANE_PX / 2, left - 10);
  });
  const hand = x(now_s);
  if (hand < left || hand > width) return;
  context.fillStyle = colours["sky-chosen"];
  context.fillRect(hand - 1, 0, 2, height);
};
