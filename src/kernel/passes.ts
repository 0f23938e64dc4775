/**
 * When an observer on a turning body sees a moving point above an elevation mask: windows with edges refined, not sampled.
 *
 *   1. f = sin(elevation) - sin(mask) and its rate f', at rows of a grid and between them (passes-levels)
 *   2. between rows of a grid, a change of the sign of f' is a highest or lowest point, found as the root of f'; between these
 *      points f is monotone, so that a change of its sign is one rise or set, found as the root of f
 *   3. a root is first found on the cubic through the states of two rows, then set right on the sampler itself (passes-windows)
 *   4. nothing is looked for where the point stays beyond the arc from which it can be seen: psi at the rows less what it can move in
 *      between, against acos(s cos(mask) / r) - mask
 *
 * Assumes: at most one highest or lowest point between two rows: an orbit's step of a twentieth of the revolution at perigee's rate, or less.
 * Accuracy: edges to the tolerance given, of the sampler's own motion.
 */
import { OBSERVER_SIZE, observerList, rowWords } from "./observer.ts";
import type { Observer } from "./observer.ts";
import { readLevel } from "./passes-levels.ts";
import type { Level, SightLevels } from "./passes-levels.ts";
import type { Bracket } from "./passes-root.ts";
import { between } from "./passes-track.ts";
import type { Track } from "./passes-track.ts";
import { advancePen, settledRoot, windowPen, windowsOf } from "./passes-windows.ts";
import type { Sought, WindowPen } from "./passes-windows.ts";
import { sightKernel } from "./sight-simd.ts";
import type { SightKernel } from "./sight-simd.ts";

export type SightWindow = {
  readonly start: number;
  readonly end: number;
  /** The point was already, or is still, in view at that end of the span: the edge is the span's, not a rise or a set. */
  readonly openAtStart: boolean;
  readonly openAtEnd: boolean;
  /** When the point stands highest within the window, and the sine of its elevation then. */
  readonly peak: number;
  readonly peakSin: number;
};

/** Below the mask, neither rising nor falling: what a point is taken for that cannot be seen within a row of here. */
const HIDDEN = -2;
/** Rows, and observers, whose levels are kept at once. */
const BLOCK = 1024;
const OBSERVERS = 64;

type Scan = Pick<SightKernel, "sightLevels">;

/** Windows of one observer on a track, in order of time, edges and peaks to `tolerance`; throws RangeError when the sampler fails between two rows. */
export function sightWindows(track: Track, observer: Observer, tolerance: number): readonly SightWindow[] {
  return manySightWindows(track, [observer], tolerance)[0]!;
}

/** The same of many observers, in their order. */
export function manySightWindows(track: Track, observers: readonly Observer[], tolerance: number, scan: Scan = sightKernel): readonly (readonly SightWindow[])[] {
  const found: (readonly SightWindow[])[] = [];
  for (let first = 0; first < observers.length; first += OBSERVERS) found.push(...someWindows(track, observers.slice(first, first + OBSERVERS), tolerance, scan));
  return found;
}

function someWindows(track: Track, observers: readonly Observer[], tolerance: number, scan: Scan): readonly (readonly SightWindow[])[] {
  const list = observerList(observers, observers.map((observer) => farLimit(observer, seenArc(track, observer) + track.fastest * track.step)));
  const walks = observers.map((observer, o) => walkOf(track, observer, list.subarray(OBSERVER_SIZE * o, OBSERVER_SIZE * (o + 1)), tolerance));
  const size = Math.min(BLOCK, track.rows);
  const levels: SightLevels = { near: new Uint32Array(rowWords(size) * observers.length), levels: new Float64Array(2 * size * observers.length) };
  for (let first = 0; first < track.rows; first += BLOCK) {
    const rows = Math.min(BLOCK, track.rows - first);
    scan.sightLevels(track.states.subarray(6 * first, 6 * (first + rows)), rows, list, levels);
    let at = 0;
    walks.forEach((walk, o) => {
      at = walkRows(walk, { first, rows, word: o * rowWords(rows), at }, levels);
    });
  }
  return walks.map(windowsOfWalk);
}

/** One observer's way along the rows; `row` is the last one seen to. */
type Walk = {
  readonly track: Track;
  readonly observer: Observer;
  readonly tolerance: number;
  readonly sight: Sight;
  /** Angle at the centre, midway between two rows, within which the point may come above the mask between them. */
  readonly arc: number;
  readonly pen: WindowPen;
  row: number;
  t: number;
  slope: number;
};

function walkOf(track: Track, observer: Observer, numbers: Float64Array, tolerance: number): Walk {
  const sight = sightOf(track, numbers);
  const edge = (ends: Bracket): number => settledRoot(sight.edge, ends, tolerance);
  return { track, observer, tolerance, sight, arc: seenArc(track, observer) + (track.fastest * track.step) / 2, pen: windowPen(edge), row: -1, t: NaN, slope: NaN };
}

type Rows = { readonly first: number; readonly rows: number; readonly word: number; readonly at: number };

/** Goes along the near rows of a block; answers where the next observer's levels begin. */
function walkRows(walk: Walk, { first, rows, word, at: from }: Rows, { near, levels }: SightLevels): number {
  let at = from;
  for (let k = 0; k < rowWords(rows); k++) {
    for (let bits = near[word + k]!; bits !== 0; bits &= bits - 1) {
      const row = first + 32 * k + 31 - Math.clz32(bits & -bits);
      // Of rows between, all hidden, the first and the last bound what changes.
      if (walk.row < row - 1) goTo(walk, walk.row + 1, HIDDEN, 0);
      if (walk.row < row - 1) goTo(walk, row - 1, HIDDEN, 0);
      goTo(walk, row, levels[at]!, levels[at + 1]!);
      at += 2;
    }
  }
  return at;
}

function goTo(walk: Walk, row: number, f: number, slope: number): void {
  const { track, observer, pen, arc, sight } = walk;
  const t = row === track.rows - 1 ? track.end : track.start + row * track.step;
  const highest = walk.slope > 0 && slope < 0 && (pen.f >= 0 || f >= 0 || (arcTo(track, row - 1, observer) + arcTo(track, row, observer)) / 2 < arc);
  const lowest = walk.slope < 0 && slope > 0 && pen.f >= 0 && f >= 0;
  if (highest || lowest) {
    const extreme = settledRoot(sight.extreme, { a: walk.t, fa: walk.slope, b: t, fb: slope }, walk.tolerance);
    advancePen(pen, extreme, sight.levelAt(extreme, walk.tolerance));
  }
  advancePen(pen, t, f);
  walk.row = row;
  walk.t = t;
  walk.slope = slope;
}

function windowsOfWalk(walk: Walk): readonly SightWindow[] {
  const { track, observer, pen } = walk;
  if (walk.row < track.rows - 1) goTo(walk, walk.row + 1, HIDDEN, 0);
  return windowsOf(pen, track.end).map(({ start, end, openAtStart, openAtEnd, peak, peakF }) => ({ start, end, openAtStart, openAtEnd, peak, peakSin: peakF + observer.sinMask }));
}

type Sight = {
  readonly edge: Sought;
  readonly extreme: Sought;
  /** f at a level point, from the sampler's last point if that is no farther than `tolerance`. */
  readonly levelAt: (t: number, tolerance: number) => number;
};

function sightOf(track: Track, observer: Float64Array): Sight {
  const state = new Float64Array(6);
  const exact: Level = { f: NaN, slope: NaN };
  const rough: Level = { f: NaN, slope: NaN };
  let last = NaN;
  const sampled = (t: number): Level => {
    if (!track.sample(t, state, 0)) throw new RangeError(`no position at ${t}, though there is one before and after`);
    last = t;
    return readLevel(exact, state, 0, observer, 0);
  };
  const near = (t: number): Level => {
    between(track, t, state);
    return readLevel(rough, state, 0, observer, 0);
  };
  const apart = track.step / 512;
  let chord = NaN;
  const chordRate = (t: number, k: number): number => {
    if (k === 0) chord = (near(t + apart).slope - near(t - apart).slope) / (2 * apart);
    return chord;
  };
  return {
    edge: { at: (t) => sampled(t).f, near: (t) => near(t).f, rate: () => exact.slope, rateIsExact: true },
    extreme: { at: (t) => sampled(t).slope, near: (t) => near(t).slope, rate: chordRate, rateIsExact: false },
    levelAt: (t, tolerance) => (Math.abs(t - last) <= tolerance ? exact.f : sampled(t).f),
  };
}

/** Angle at the centre within which the farthest point of a track can stand above the mask; the vertical may lean from the radius. */
function seenArc({ farthest }: Track, { position, zenith, sinMask }: Observer): number {
  const s = Math.hypot(...position);
  const upright = (position[0] * zenith[0] + position[1] * zenith[1] + position[2] * zenith[2]) / s;
  const mask = Math.asin(sinMask) - Math.acos(Math.min(1, upright));
  return Math.acos(Math.min(1, (s * Math.cos(mask)) / farthest)) - mask;
}

/** What r . s is, over |r|, at an angle at the centre. */
function farLimit({ position: [sx, sy, sz] }: Observer, angle: number): number {
  return Math.cos(Math.min(Math.PI, angle)) * Math.sqrt(sx * sx + sy * sy + sz * sz);
}

/** Angle at the centre from an observer to a row. */
function arcTo({ states }: Track, row: number, { position: [sx, sy, sz] }: Observer): number {
  const x = states[6 * row]!;
  const y = states[6 * row + 1]!;
  const z = states[6 * row + 2]!;
  const cos = (x * sx + y * sy + z * sz) / Math.sqrt((x * x + y * y + z * z) * (sx * sx + sy * sy + sz * sz));
  return Math.acos(Math.min(1, Math.max(-1, cos)));
}
