/**
 * When two moving points see each other past a sphere about the origin, and not too far apart: windows with edges refined, not sampled.
 *
 *   1. p = a + u (b - a), the nearest point to the origin of the straight line between them (passes-sight): f = |p| - grazing limit
 *   2. f' = p . (va + u (vb - va)) / |p|: u need not be differentiated, since |p| is least in it or it is held at 0 or 1
 *   3. g = range limit - |d|, g' = -d . (vb - va) / |d|, d = b - a
 *   4. extremes between rows and edges as in passes.ts, from the states of both; where the cubic through f and f' of two rows turns twice
 *      between them, the rows are parted at its steepest point, so that a short window or gap of that kind is seen too
 *   5. a window is where f and g are both 0 or more: the windows of each are cut with those of the other
 *
 * Assumes: both in one frame, which may turn about the origin; the sampling of both the same; no refraction, light goes at once.
 * Accuracy: edges to the tolerance given, of the samplers' own motion.
 */
import { between } from "./passes-track.ts";
import type { Track } from "./passes-track.ts";
import { advancePen, settledRoot, windowPen, windowsOf } from "./passes-windows.ts";
import type { LevelWindow, Sought } from "./passes-windows.ts";

export type PairLimits = {
  /** Least distance from the origin of the line between the two. */
  readonly grazing: number;
  /** Largest distance between them; Infinity for none. */
  readonly range: number;
};

export type PairWindow = {
  readonly start: number;
  readonly end: number;
  /** Clear already at the span's start, or still at its end. */
  readonly openAtStart: boolean;
  readonly openAtEnd: boolean;
  /** Least and greatest distance between the two within the window. */
  readonly rangeLeast: number;
  readonly rangeMost: number;
};

/** Windows of two points sampled at the same rows, in order of time, edges and extremes to `tolerance`; throws RangeError when rows differ or a sampler fails between two. */
export function pairWindows(a: Track, b: Track, limits: PairLimits, tolerance: number): readonly PairWindow[] {
  if (a.start !== b.start || a.step !== b.step) throw new RangeError(`rows from ${a.start} by ${a.step} and from ${b.start} by ${b.step}`);
  const pair = pairOf(a, b);
  if (pair.rows < 2) return [];
  const range = functionOf(pair, rangeLevel, 0);
  const clear = windowsWhere(functionOf(pair, grazingLevel, limits.grazing), tolerance);
  const near = limits.range === Infinity ? undefined : windowsWhere(functionOf(pair, rangeLevel, limits.range), tolerance);
  const both = near === undefined ? clear : common(clear, near);
  return both.map(({ start, end, openAtStart, openAtEnd }) => ({ start, end, openAtStart, openAtEnd, ...rangesIn(range, { start, end }, tolerance) }));
}

type Pair = {
  readonly a: Track;
  readonly b: Track;
  readonly rows: number;
  readonly end: number;
  /** What either function may change between two rows, at most. */
  readonly reach: number;
  /** Slopes of no more are rounding: two points that keep their distance. */
  readonly flat: number;
};

/** Share of the distance from the origin that is rounding, over a step. */
const FLAT = 1e-11;

function pairOf(a: Track, b: Track): Pair {
  const shorter = a.rows <= b.rows ? a : b;
  // A speed is no greater than the greatest distance times the greatest rate about the centre.
  const reach = (a.farthest * a.fastest + b.farthest * b.fastest) * a.step;
  return { a, b, rows: shorter.rows, end: shorter.end, reach, flat: (FLAT * Math.max(a.farthest, b.farthest)) / a.step };
}

/** Whether a function turns between two slopes, by more than rounding. */
const turns = (from: number, to: number, flat: number): boolean => from * to < 0 && Math.abs(from) + Math.abs(to) > flat;

const timeOf = ({ a, rows, end }: Pair, row: number): number => (row === rows - 1 ? end : a.start + row * a.step);

type Level = { f: number; slope: number };
/** Reads a function and its rate from two states. */
type Read = (level: Level, a: Float64Array, i: number, b: Float64Array, j: number, limit: number) => void;

/** Equations 1 and 2. */
const grazingLevel: Read = (level, a, i, b, j, limit) => {
  const ax = a[i]!;
  const ay = a[i + 1]!;
  const az = a[i + 2]!;
  const dx = b[j]! - ax;
  const dy = b[j + 1]! - ay;
  const dz = b[j + 2]! - az;
  const length2 = dx * dx + dy * dy + dz * dz;
  const along = -(ax * dx + ay * dy + az * dz);
  const u = along <= 0 ? 0 : along >= length2 ? 1 : along / length2;
  const v = 1 - u;
  const px = ax + u * dx;
  const py = ay + u * dy;
  const pz = az + u * dz;
  const least = Math.sqrt(px * px + py * py + pz * pz);
  const rate = px * (v * a[i + 3]! + u * b[j + 3]!) + py * (v * a[i + 4]! + u * b[j + 4]!) + pz * (v * a[i + 5]! + u * b[j + 5]!);
  level.f = least - limit;
  level.slope = least === 0 ? 0 : rate / least;
};

/** Equation 3. */
const rangeLevel: Read = (level, a, i, b, j, limit) => {
  const dx = b[j]! - a[i]!;
  const dy = b[j + 1]! - a[i + 1]!;
  const dz = b[j + 2]! - a[i + 2]!;
  const range = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const rate = dx * (b[j + 3]! - a[i + 3]!) + dy * (b[j + 4]! - a[i + 4]!) + dz * (b[j + 5]! - a[i + 5]!);
  level.f = limit - range;
  level.slope = range === 0 ? 0 : -rate / range;
};

/** One function of a pair: at its rows, anywhere by the samplers, and as roots are looked for. */
type PairFunction = {
  readonly pair: Pair;
  readonly atRow: (level: Level, row: number) => void;
  /** By the samplers; the record is the same at every call. */
  readonly sampled: (t: number) => Readonly<Level>;
  readonly edge: Sought;
  readonly extreme: Sought;
};

function functionOf(pair: Pair, read: Read, limit: number): PairFunction {
  const { a, b } = pair;
  const left = new Float64Array(6);
  const right = new Float64Array(6);
  const exact: Level = { f: NaN, slope: NaN };
  const rough: Level = { f: NaN, slope: NaN };
  const sampled = (t: number): Level => {
    if (!a.sample(t, left, 0) || !b.sample(t, right, 0)) throw new RangeError(`no position at ${t}, though there is one before and after`);
    read(exact, left, 0, right, 0, limit);
    return exact;
  };
  const near = (t: number): Level => {
    between(a, t, left);
    between(b, t, right);
    read(rough, left, 0, right, 0, limit);
    return rough;
  };
  const apart = a.step / 512;
  let chord = NaN;
  const chordRate = (t: number, k: number): number => {
    if (k === 0) chord = (near(t + apart).slope - near(t - apart).slope) / (2 * apart);
    return chord;
  };
  return {
    pair,
    atRow: (level, row) => read(level, a.states, 6 * row, b.states, 6 * row, limit),
    sampled,
    edge: { at: (t) => sampled(t).f, near: (t) => near(t).f, rate: () => exact.slope, rateIsExact: true },
    extreme: { at: (t) => sampled(t).slope, near: (t) => near(t).slope, rate: chordRate, rateIsExact: false },
  };
}

type Point = { t: number; f: number; slope: number };

/** Equation 4: where a function is 0 or more. */
function windowsWhere(one: PairFunction, tolerance: number): readonly LevelWindow[] {
  const { pair, atRow, sampled, edge, extreme } = one;
  const pen = windowPen((ends) => settledRoot(edge, ends, tolerance));
  const { reach, flat } = pair;
  const level: Level = { f: NaN, slope: NaN };
  const before: Point = { t: NaN, f: NaN, slope: NaN };
  const goTo = (t: number, f: number, slope: number): void => {
    if (turns(before.slope, slope, flat) && turnMatters(before, f, reach)) {
      const turn = settledRoot(extreme, { a: before.t, fa: before.slope, b: t, fb: slope }, tolerance);
      advancePen(pen, turn, sampled(turn).f);
    }
    advancePen(pen, t, f);
    before.t = t;
    before.f = f;
    before.slope = slope;
  };
  for (let row = 0; row < pair.rows; row++) {
    const t = timeOf(pair, row);
    atRow(level, row);
    const { f, slope } = level;
    const parting = before.slope * slope > 0 && Math.abs(f + before.f) < reach ? steepest(before, { t, f, slope }) : NaN;
    if (parting > before.t) {
      const middle = sampled(parting);
      goTo(parting, middle.f, middle.slope);
    }
    goTo(t, f, slope);
  }
  return windowsOf(pen, pair.end);
}

/** Whether the function could cross 0 at an extreme between two points: it goes no farther than `reach` in all. */
function turnMatters(from: Readonly<Level>, f: number, reach: number): boolean {
  const sum = from.f + f;
  return from.slope > 0 ? sum + reach >= 0 : from.f >= 0 && f >= 0 && sum - reach < 0;
}

/** Where the cubic through two points with their slopes, alike in sign, goes the other way most steeply between them; NaN where it does not. */
function steepest(from: Readonly<Point>, to: Readonly<Point>): number {
  const step = to.t - from.t;
  const rise = 6 * (to.f - from.f);
  const square = 3 * step * (from.slope + to.slope) - rise;
  const linear = rise - 2 * step * (2 * from.slope + to.slope);
  const u = -linear / (2 * square);
  if (!(u > 0 && u < 1)) return NaN;
  const slope = step * from.slope + 0.5 * linear * u;
  return slope * from.slope < 0 ? from.t + u * step : NaN;
}

/** Where both of two lists of windows are open. */
function common(left: readonly LevelWindow[], right: readonly LevelWindow[]): readonly LevelWindow[] {
  const found: LevelWindow[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const one = left[i]!;
    const other = right[j]!;
    const later = one.start > other.start ? one : other;
    const sooner = one.end < other.end ? one : other;
    if (later.start < sooner.end) found.push({ ...one, start: later.start, end: sooner.end, openAtStart: one.openAtStart && other.openAtStart, openAtEnd: one.openAtEnd && other.openAtEnd });
    if (sooner === one) i++;
    else j++;
  }
  return found;
}

/** Least and greatest distance between two times: at these, or where the rate between rows changes its sign. */
function rangesIn(one: PairFunction, { start, end }: { readonly start: number; readonly end: number }, tolerance: number): { readonly rangeLeast: number; readonly rangeMost: number } {
  const { pair, atRow, sampled, extreme } = one;
  const found = { rangeLeast: Infinity, rangeMost: 0 };
  const level: Level = { f: NaN, slope: NaN };
  let t0 = NaN;
  let slope0 = NaN;
  const see = (f: number): void => {
    found.rangeLeast = Math.min(found.rangeLeast, Math.abs(f));
    found.rangeMost = Math.max(found.rangeMost, Math.abs(f));
  };
  const goTo = (t: number, { f, slope }: Readonly<Level>): void => {
    see(f);
    if (turns(slope0, slope, pair.flat)) see(sampled(settledRoot(extreme, { a: t0, fa: slope0, b: t, fb: slope }, tolerance)).f);
    t0 = t;
    slope0 = slope;
  };
  goTo(start, { ...sampled(start) });
  const { a } = pair;
  for (let row = Math.floor((start - a.start) / a.step) + 1; row < pair.rows && timeOf(pair, row) < end; row++) {
    atRow(level, row);
    goTo(timeOf(pair, row), level);
  }
  goTo(end, { ...sampled(end) });
  return found;
}
