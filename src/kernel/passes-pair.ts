/**
 * When two moving points see each other past a sphere about the origin, and not too far apart: windows with edges refined, not sampled.
 *
 *   1. f = least distance of the straight line between them from the origin - grazing limit (passes-pair-levels)
 *   2. g = range limit - distance between them
 *   3. extremes between rows and edges as in passes.ts, from the states of both; where the cubic through f and f' of two rows turns twice
 *      between them, the rows are parted at its steepest point, so that a short window or gap of that kind is seen too
 *   4. a window is where f and g are both 0 or more: the windows of each are cut with those of the other
 *
 * Assumes: both in one frame, which may turn about the origin; the sampling of both the same; no refraction, light goes at once.
 * Accuracy: edges to the tolerance given, of the samplers' own motion.
 */
import type { Level } from "./passes-levels.ts";
import { LEAST_AT, PAIR_SIZE, RANGE_AT, readLeast, readRange } from "./passes-pair-levels.ts";
import { between } from "./passes-track.ts";
import type { Track } from "./passes-track.ts";
import { advancePen, settledRoot, windowPen, windowsOf } from "./passes-windows.ts";
import type { LevelWindow, Sought } from "./passes-windows.ts";
import { sightKernel } from "./sight-simd.ts";
import type { SightKernel } from "./sight-simd.ts";

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
export function pairWindows(a: Track, b: Track, limits: PairLimits, tolerance: number, scan: Scan = sightKernel): readonly PairWindow[] {
  if (a.start !== b.start || a.step !== b.step) throw new RangeError(`rows from ${a.start} by ${a.step} and from ${b.start} by ${b.step}`);
  const pair = pairOf(a, b, scan);
  if (pair.rows < 2) return [];
  const range = functionOf(pair, within(0));
  const clear = windowsWhere(functionOf(pair, above(limits.grazing)), tolerance);
  const near = limits.range === Infinity ? undefined : windowsWhere(functionOf(pair, within(limits.range)), tolerance);
  const both = near === undefined ? clear : common(clear, near);
  return both.map(({ start, end, openAtStart, openAtEnd }) => ({ start, end, openAtStart, openAtEnd, ...rangesIn(range, { start, end }, tolerance) }));
}

type Scan = Pick<SightKernel, "pairLevels">;

type Pair = {
  readonly a: Track;
  readonly b: Track;
  readonly rows: number;
  readonly end: number;
  /** PAIR_SIZE numbers a row. */
  readonly levels: Float64Array;
  /** What either function may change between two rows, at most. */
  readonly reach: number;
  /** Slopes of no more are rounding: two points that keep their distance. */
  readonly flat: number;
};

/** Share of the distance from the origin that is rounding, over a step. */
const FLAT = 1e-11;

function pairOf(a: Track, b: Track, scan: Scan): Pair {
  const { rows, end } = a.rows <= b.rows ? a : b;
  const levels = new Float64Array(PAIR_SIZE * rows);
  scan.pairLevels(a.states, b.states, rows, levels);
  // A speed is no greater than the greatest distance times the greatest rate about the centre.
  const reach = (a.farthest * a.fastest + b.farthest * b.fastest) * a.step;
  return { a, b, rows, end, levels, reach, flat: (FLAT * Math.max(a.farthest, b.farthest)) / a.step };
}

/** Whether a function turns between two slopes, by more than rounding. */
const turns = (from: number, to: number, flat: number): boolean => from * to < 0 && Math.abs(from) + Math.abs(to) > flat;

const timeOf = ({ a, rows, end }: Pair, row: number): number => (row === rows - 1 ? end : a.start + row * a.step);

/** A function of a pair: `sign` times the level read, and `base`. */
type Reading = { readonly read: typeof readLeast; readonly at: typeof LEAST_AT | typeof RANGE_AT; readonly sign: 1 | -1; readonly base: number };

const above = (limit: number): Reading => ({ read: readLeast, at: LEAST_AT, sign: 1, base: -limit });
const within = (limit: number): Reading => ({ read: readRange, at: RANGE_AT, sign: -1, base: limit });

/** One function of a pair: at its rows, anywhere by the samplers, and as roots are looked for. */
type PairFunction = {
  readonly pair: Pair;
  readonly atRow: (level: Level, row: number) => Readonly<Level>;
  /** By the samplers; the record is the same at every call. */
  readonly sampled: (t: number) => Readonly<Level>;
  readonly edge: Sought;
  readonly extreme: Sought;
};

function functionOf(pair: Pair, { read, at, sign, base }: Reading): PairFunction {
  const { a, b, levels } = pair;
  const left = new Float64Array(6);
  const right = new Float64Array(6);
  const two = new Float64Array(2);
  const exact: Level = { f: NaN, slope: NaN };
  const rough: Level = { f: NaN, slope: NaN };
  const set = (level: Level, from: Float64Array, i: number): Level => {
    level.f = sign * from[i]! + base;
    level.slope = sign * from[i + 1]!;
    return level;
  };
  const sampled = (t: number): Level => {
    if (!a.sample(t, left, 0) || !b.sample(t, right, 0)) throw new RangeError(`no position at ${t}, though there is one before and after`);
    read(left, 0, right, 0, two, 0);
    return set(exact, two, 0);
  };
  const near = (t: number): Level => {
    between(a, t, left);
    between(b, t, right);
    read(left, 0, right, 0, two, 0);
    return set(rough, two, 0);
  };
  const apart = a.step / 512;
  let chord = NaN;
  const chordRate = (t: number, k: number): number => {
    if (k === 0) chord = (near(t + apart).slope - near(t - apart).slope) / (2 * apart);
    return chord;
  };
  return {
    pair,
    atRow: (level, row) => set(level, levels, PAIR_SIZE * row + at),
    sampled,
    edge: { at: (t) => sampled(t).f, near: (t) => near(t).f, rate: () => exact.slope, rateIsExact: true },
    extreme: { at: (t) => sampled(t).slope, near: (t) => near(t).slope, rate: chordRate, rateIsExact: false },
  };
}

type Point = { t: number; f: number; slope: number };

/** Equation 3: where a function is 0 or more. */
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
