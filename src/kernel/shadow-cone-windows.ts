/**
 * When a signed function of time is below 0: windows with edges refined, not sampled.
 *
 *   1. three rows of which the middle is the lowest enclose a lowest point, found by golden section (Kiefer 1953); so with the highest,
 *      looked for where the function is below 0, because a gap may stand there. A point beside each end of the span makes ends rows
 *      as others: what dips between the first two rows is seen.
 *   2. between these points the function is monotone: a change of sign is one edge, found by Brent's method (passes-root.ts)
 *
 * Assumes: at most one extreme between two rows. A window or gap shorter than about twice the tolerance may be missed.
 */
import { brentRoot } from "./passes-root.ts";

export type ShadowWindow = {
  readonly start: number;
  readonly end: number;
  /** Below 0 already, or still, at that end of the span: the edge is the span's. */
  readonly openAtStart: boolean;
  readonly openAtEnd: boolean;
  /** Where within the window the function is least. */
  readonly deepest: number;
};

/** Times of rows over a span, step no longer than `stepMax`, with the points beside its ends. */
export function windowTimes(span: { readonly start: number; readonly end: number; readonly stepMax: number }): Float64Array {
  const { start, end } = span;
  const intervals = Math.max(2, Math.ceil((end - start) / span.stepMax));
  const step = (end - start) / intervals;
  const times = new Float64Array(intervals + 3);
  for (let k = 0; k <= intervals; k++) times[k + 1] = start + k * step;
  times[0] = start;
  times[1] = start + step / BESIDE;
  times[intervals + 1] = end - step / BESIDE;
  times[intervals + 2] = end;
  return times;
}

/** Of a step: where the points beside the ends stand. */
const BESIDE = 4096;

/** Windows in which `margin` is below 0; `values` are its values at `times`, the tolerance is in the unit of time. */
export function windowsBelow(margin: (t: number) => number, times: Float64Array, values: Float64Array, tolerance: number): ShadowWindow[] {
  if (times.length === 0) return [];
  const pen: Pen = { margin, tolerance, t: times[0]!, f: values[0]!, open: null, found: [] };
  if (pen.f < 0) pen.open = { start: pen.t, openAtStart: true, deepest: pen.t, least: pen.f };
  const last = times.length - 1;
  for (let k = 1; k <= last; k++) {
    const f = values[k]!;
    const before = values[k - 1]!;
    const after = k < last ? values[k + 1]! : NaN;
    const sign = f < before && f <= after ? 1 : f < 0 && f > before && f >= after ? -1 : 0;
    if (sign === 0) advance(pen, times[k]!, f);
    else advanceExtreme(pen, sign, { before: times[k - 1]!, at: times[k]!, after: times[k + 1]!, f });
  }
  if (pen.open !== null) close(pen, pen.t, true);
  return pen.found;
}

type Open = { readonly start: number; readonly openAtStart: boolean; deepest: number; least: number };
type Pen = { readonly margin: (t: number) => number; readonly tolerance: number; t: number; f: number; open: Open | null; readonly found: ShadowWindow[] };

/** Goes on to a point up to which the function is monotone. */
function advance(pen: Pen, t: number, f: number): void {
  if (f < 0 !== pen.f < 0) {
    const edge = brentRoot(pen.margin, { a: pen.t, fa: pen.f, b: t, fb: f }, pen.tolerance);
    if (f < 0) pen.open = { start: edge, openAtStart: false, deepest: t, least: f };
    else close(pen, edge, false);
  }
  if (pen.open !== null && f < pen.open.least) {
    pen.open.deepest = t;
    pen.open.least = f;
  }
  pen.t = t;
  pen.f = f;
}

function close(pen: Pen, end: number, openAtEnd: boolean): void {
  const { start, openAtStart, deepest } = pen.open!;
  pen.found.push({ start, end, openAtStart, openAtEnd, deepest });
  pen.open = null;
}

type Triple = { readonly before: number; readonly at: number; readonly after: number; readonly f: number };

/** Goes on past a row about which there is a lowest (sign 1) or highest (-1) point, on whichever side of the row that is. */
function advanceExtreme(pen: Pen, sign: 1 | -1, { before, at, after, f }: Triple): void {
  const t = lowestPoint((x) => sign * pen.margin(x), { before, at, after, f: sign * f }, pen.tolerance);
  const least = t === at ? f : pen.margin(t);
  if (t < at) advance(pen, t, least);
  advance(pen, at, f);
  if (t > at) advance(pen, t, least);
}

const GOLDEN = (3 - Math.sqrt(5)) / 2;

/** The lowest point between two, from a lower one within. */
function lowestPoint(f: (t: number) => number, triple: Triple, tolerance: number): number {
  let { before: a, at: m, after: b, f: fm } = triple;
  while (b - a > tolerance) {
    const right = b - m > m - a;
    const x = right ? m + GOLDEN * (b - m) : m - GOLDEN * (m - a);
    if (x === m) break;
    const fx = f(x);
    if (fx < fm) {
      if (right) a = m;
      else b = m;
      m = x;
      fm = fx;
    } else if (right) b = x;
    else a = x;
  }
  return m;
}
