/**
 * When an observer on a turning body sees a moving point above an elevation mask: windows with edges refined, not sampled.
 *
 *   1. f = sin(elevation) - sin(mask), elevation from d = r - s and the zenith z: sin = d . z / |d|
 *   2. f' = (v . z - (d . z)(d . v) / |d|^2) / |d|, v relative to the turning body
 *   3. between rows of a grid, a change of the sign of f' is a highest or lowest point, found as the root of f'; between these
 *      points f is monotone, so that a change of its sign is one rise or set, found as the root of f
 *   4. a root is first found on the cubic through the states of two rows, then set right on the sampler itself (passes-windows)
 *   5. nothing is looked for where the point stays beyond the arc from which it can be seen: psi at the rows less what it can move in
 *      between, against acos(s cos(mask) / r) - mask
 *
 * Assumes: at most one highest or lowest point between two rows: an orbit's step of a twentieth of the revolution at perigee's rate, or less.
 * Accuracy: edges to the tolerance given, of the sampler's own motion.
 */
import type { Bracket } from "./passes-root.ts";
import { between } from "./passes-track.ts";
import type { Track } from "./passes-track.ts";
import { advancePen, settledRoot, windowPen, windowsOf } from "./passes-windows.ts";
import type { Sought } from "./passes-windows.ts";
import type { Observer } from "./visibility.ts";

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
const HIDDEN: Readonly<Level> = { f: -2, slope: 0 };

/** Windows of one observer on a track, in order of time, edges and peaks to `tolerance`; throws RangeError when the sampler fails between two rows. */
export function sightWindows(track: Track, observer: Observer, tolerance: number): readonly SightWindow[] {
  const sight = sightOf(track, observer);
  const arc = seenArc(track, observer) + (track.fastest * track.step) / 2;
  const far = farFrom(observer, arc + (track.fastest * track.step) / 2);
  const edge = (ends: Bracket): number => settledRoot(sight.edge, ends, tolerance);
  const pen = windowPen(edge);
  const level: Level = { f: NaN, slope: NaN };
  let t0 = NaN;
  let slope0 = NaN;
  for (let row = 0; row < track.rows; row++) {
    const t = row === track.rows - 1 ? track.end : track.start + row * track.step;
    const { f, slope } = far(track.states, 6 * row) ? HIDDEN : readLevel(level, track.states, 6 * row, observer);
    const highest = slope0 > 0 && slope < 0 && (pen.f >= 0 || f >= 0 || (arcTo(track, row - 1, observer) + arcTo(track, row, observer)) / 2 < arc);
    const lowest = slope0 < 0 && slope > 0 && pen.f >= 0 && f >= 0;
    if (highest || lowest) {
      const extreme = settledRoot(sight.extreme, { a: t0, fa: slope0, b: t, fb: slope }, tolerance);
      advancePen(pen, extreme, sight.levelAt(extreme, tolerance));
    }
    advancePen(pen, t, f);
    t0 = t;
    slope0 = slope;
  }
  return windowsOf(pen, track.end).map(({ start, end, openAtStart, openAtEnd, peak, peakF }) => ({ start, end, openAtStart, openAtEnd, peak, peakSin: peakF + observer.sinMask }));
}

type Level = { f: number; slope: number };

/** Equations 1 and 2 of the state at states[at..]. */
function readLevel(level: Level, states: Float64Array, at: number, { position, zenith, sinMask }: Observer): Level {
  const x = states[at]! - position[0];
  const y = states[at + 1]! - position[1];
  const z = states[at + 2]! - position[2];
  const vx = states[at + 3]!;
  const vy = states[at + 4]!;
  const vz = states[at + 5]!;
  const perRange2 = 1 / (x * x + y * y + z * z);
  const perRange = Math.sqrt(perRange2);
  const height = x * zenith[0] + y * zenith[1] + z * zenith[2];
  level.f = height * perRange - sinMask;
  level.slope = (vx * zenith[0] + vy * zenith[1] + vz * zenith[2] - height * (x * vx + y * vy + z * vz) * perRange2) * perRange;
  return level;
}

type Sight = {
  readonly edge: Sought;
  readonly extreme: Sought;
  /** f at a level point, from the sampler's last point if that is no farther than `tolerance`. */
  readonly levelAt: (t: number, tolerance: number) => number;
};

function sightOf(track: Track, observer: Observer): Sight {
  const state = new Float64Array(6);
  const exact: Level = { f: NaN, slope: NaN };
  const rough: Level = { f: NaN, slope: NaN };
  let last = NaN;
  const sampled = (t: number): Level => {
    if (!track.sample(t, state, 0)) throw new RangeError(`no position at ${t}, though there is one before and after`);
    last = t;
    return readLevel(exact, state, 0, observer);
  };
  const near = (t: number): Level => {
    between(track, t, state);
    return readLevel(rough, state, 0, observer);
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

/** Whether a point is farther from an observer than an angle at the centre. */
function farFrom({ position: [sx, sy, sz] }: Observer, angle: number): (states: Float64Array, at: number) => boolean {
  const limit = Math.cos(Math.min(Math.PI, angle)) * Math.sqrt(sx * sx + sy * sy + sz * sz);
  return (states, at) => {
    const x = states[at]!;
    const y = states[at + 1]!;
    const z = states[at + 2]!;
    return x * sx + y * sy + z * sz < limit * Math.sqrt(x * x + y * y + z * z);
  };
}

/** Angle at the centre from an observer to a row. */
function arcTo({ states }: Track, row: number, { position: [sx, sy, sz] }: Observer): number {
  const x = states[6 * row]!;
  const y = states[6 * row + 1]!;
  const z = states[6 * row + 2]!;
  const cos = (x * sx + y * sy + z * sz) / Math.sqrt((x * x + y * y + z * z) * (sx * sx + sy * sy + sz * sz));
  return Math.acos(Math.min(1, Math.max(-1, cos)));
}
