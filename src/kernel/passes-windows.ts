/**
 * Windows in which a function of time is 0 or more, gathered from points between which it is monotone; edges are roots, not samples.
 *
 * A root is first found on a cheap function near the dear one (Brent 1973), then set right by Newton's steps on the dear one itself, two
 * as a rule; where these do not settle, by Brent's method on the dear one.
 */
import { brentRoot } from "./passes-root.ts";
import type { Bracket } from "./passes-root.ts";

/** A function that is dear, another near it that is cheap, and how fast the first changes, asked after `at` at the k-th step. */
export type Sought = {
  readonly at: (t: number) => number;
  readonly near: (t: number) => number;
  readonly rate: (t: number, k: number) => number;
  /** Whether `rate` is that of `at` itself, so that a step's error is of the order of its square. */
  readonly rateIsExact: boolean;
};

const NEWTON_STEPS = 4;
/** Of the bracket: the cheap function is no better. */
const NEAR_ENOUGH = 1e-4;

/** The root of the dear function between two points of opposite sign, to within `tolerance`. */
export function settledRoot({ at, near, rate, rateIsExact }: Sought, ends: Bracket, tolerance: number): number {
  let t = brentRoot(near, ends, (ends.b - ends.a) * NEAR_ENOUGH);
  for (let k = 0; k < NEWTON_STEPS; k++) {
    const step = -at(t) / rate(t, k);
    t += step;
    if (!(t > ends.a && t < ends.b)) break;
    // f"/f' is at most about 1 over the way to the nearest extreme, and none is nearer than an end.
    if (Math.abs(step) < tolerance / 4 || (rateIsExact && step * step < (tolerance / 16) * Math.min(t - ends.a, ends.b - t))) return t;
  }
  return brentRoot(at, ends, tolerance);
}

export type LevelWindow = {
  readonly start: number;
  readonly end: number;
  /** The function was, or is still, 0 or more at that end of the span: the edge is the span's. */
  readonly openAtStart: boolean;
  readonly openAtEnd: boolean;
  /** When it is greatest within the window, and how great. */
  readonly peak: number;
  readonly peakF: number;
};

/** What is known at the last point, and of the window that is open, if `start` is a number. */
export type WindowPen = {
  readonly edge: (ends: Bracket) => number;
  t: number;
  f: number;
  start: number;
  openAtStart: boolean;
  peak: number;
  peakF: number;
  readonly found: LevelWindow[];
};

/** A pen before its first point; `edge` finds the root between two. */
export const windowPen = (edge: WindowPen["edge"]): WindowPen => ({ edge, t: NaN, f: NaN, start: NaN, openAtStart: false, peak: NaN, peakF: NaN, found: [] });

/** Goes on to a point up to which the function is monotone. */
export function advancePen(pen: WindowPen, t: number, f: number): void {
  const first = Number.isNaN(pen.t);
  if (f >= 0 && !(pen.f >= 0)) {
    pen.start = first ? t : pen.edge({ a: pen.t, fa: pen.f, b: t, fb: f });
    pen.openAtStart = first;
    pen.peak = t;
    pen.peakF = f;
  } else if (f < 0 && pen.f >= 0) closeWindow(pen, pen.edge({ a: pen.t, fa: pen.f, b: t, fb: f }), false);
  else if (f > pen.peakF) {
    pen.peak = t;
    pen.peakF = f;
  }
  pen.t = t;
  pen.f = f;
}

/** The windows gathered; one that is still open ends with the span. */
export function windowsOf(pen: WindowPen, end: number): readonly LevelWindow[] {
  if (!Number.isNaN(pen.start)) closeWindow(pen, end, true);
  return pen.found;
}

function closeWindow(pen: WindowPen, end: number, openAtEnd: boolean): void {
  const { start, openAtStart, peak, peakF } = pen;
  pen.found.push({ start, end, openAtStart, openAtEnd, peak, peakF });
  pen.start = NaN;
  pen.peakF = NaN;
}
