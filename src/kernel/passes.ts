/**
 * When an observer on a turning body sees a moving point above an elevation mask: windows with edges refined, not sampled.
 *
 *   1. f = sin(elevation) - sin(mask), elevation from d = r - s and the zenith z: sin = d . z / |d|
 *   2. f' = (v . z - (d . z)(d . v) / |d|^2) / |d|, v relative to the turning body
 *   3. between rows of a grid, a change of the sign of f' is a highest or lowest point, found as the root of f'; between these
 *      points f is monotone, so that a change of its sign is one rise or set, found as the root of f
 *   4. a root is first found on the cubic through the states of two rows (Brent 1973), then set right by Newton's steps on the sampler
 *      itself, two as a rule; where these do not settle, by Brent's method on the sampler
 *   5. nothing is looked for where the point stays beyond the arc from which it can be seen: psi at the rows less what it can move in
 *      between, against acos(s cos(mask) / r) - mask
 *
 * Assumes: at most one highest or lowest point between two rows: an orbit's step of a twentieth of the revolution at perigee's rate, or less.
 * Accuracy: edges to the tolerance given, of the sampler's own motion.
 */
import { brentRoot } from "./passes-root.ts";
import type { Bracket } from "./passes-root.ts";
import type { Observer } from "./visibility.ts";

/** Writes the body-fixed state at t (x, y, z, vx, vy, vz relative to the turning body) to out[at..at + 5]; false when there is none. */
export type Sampler = (t: number, out: Float64Array, at: number) => boolean;

/** Rows of a moving point at equal steps; t of row k is `start` + k `step`, the last row stands at `end`. */
export type Track = {
  readonly sample: Sampler;
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly rows: number;
  /** 6 numbers a row. */
  readonly states: Float64Array;
  /** Largest distance from the centre and largest angular rate about it, of all rows. */
  readonly farthest: number;
  readonly fastest: number;
};

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

/** Turns a state in place by `angle` about z into the frame of a body that turns at `rate`, velocity relative to it. */
export function toTurningFrame(state: Float64Array, at: number, turn: { readonly sin: number; readonly cos: number; readonly rate: number }): void {
  const { sin, cos, rate } = turn;
  const x = cos * state[at]! + sin * state[at + 1]!;
  const y = cos * state[at + 1]! - sin * state[at]!;
  const vx = cos * state[at + 3]! + sin * state[at + 4]! + rate * y;
  const vy = cos * state[at + 4]! - sin * state[at + 3]! - rate * x;
  state[at] = x;
  state[at + 1] = y;
  state[at + 3] = vx;
  state[at + 4] = vy;
}

/** Samples a point from `start` to `end`, step no longer than `stepMax`; ends at the last row before the sampler has none. `states` is used if it is long enough. */
export function trackOf(sample: Sampler, span: { readonly start: number; readonly end: number; readonly stepMax: number }, states?: Float64Array): Track {
  const { start } = span;
  const intervals = Math.max(1, Math.ceil((span.end - start) / span.stepMax));
  const step = (span.end - start) / intervals;
  const room = states !== undefined && states.length >= 6 * (intervals + 1) ? states : new Float64Array(6 * (intervals + 1));
  let rows = 0;
  let farthest = 0;
  let fastest = 0;
  for (; rows <= intervals && sample(start + rows * step, room, 6 * rows); rows++) {
    const at = 6 * rows;
    const r = Math.hypot(room[at]!, room[at + 1]!, room[at + 2]!);
    farthest = Math.max(farthest, r);
    fastest = Math.max(fastest, Math.hypot(room[at + 3]!, room[at + 4]!, room[at + 5]!) / r);
  }
  // Between rows it may be a little faster and farther than at any of them.
  return { sample, start, end: rows > intervals ? span.end : start + (rows - 1) * step, step, rows, states: room, farthest: farthest * 1.001, fastest: fastest * 1.05 };
}

/** Below the mask, neither rising nor falling: what a point is taken for that cannot be seen within a row of here. */
const HIDDEN: Readonly<Level> = { f: -2, slope: 0 };

/** Windows of one observer on a track, in order of time, edges and peaks to `tolerance`; throws RangeError when the sampler fails between two rows. */
export function sightWindows(track: Track, observer: Observer, tolerance: number): readonly SightWindow[] {
  const sight = sightOf(track, observer);
  const arc = seenArc(track, observer) + (track.fastest * track.step) / 2;
  const far = farFrom(observer, arc + (track.fastest * track.step) / 2);
  const edge = (ends: Bracket): number => settled(sight.edge, ends, tolerance);
  const pen: Pen = { sinMask: observer.sinMask, edge, t: NaN, f: NaN, start: NaN, openAtStart: false, peak: NaN, peakF: NaN, found: [] };
  const level: Level = { f: NaN, slope: NaN };
  let t0 = NaN;
  let slope0 = NaN;
  for (let row = 0; row < track.rows; row++) {
    const t = row === track.rows - 1 ? track.end : track.start + row * track.step;
    const { f, slope } = far(track.states, 6 * row) ? HIDDEN : readLevel(level, track.states, 6 * row, observer);
    const highest = slope0 > 0 && slope < 0 && (pen.f >= 0 || f >= 0 || (arcTo(track, row - 1, observer) + arcTo(track, row, observer)) / 2 < arc);
    const lowest = slope0 < 0 && slope > 0 && pen.f >= 0 && f >= 0;
    if (highest || lowest) {
      const extreme = settled(sight.extreme, { a: t0, fa: slope0, b: t, fb: slope }, tolerance);
      advance(pen, extreme, sight.levelAt(extreme, tolerance));
    }
    advance(pen, t, f);
    t0 = t;
    slope0 = slope;
  }
  if (!Number.isNaN(pen.start)) close(pen, track.end, true);
  return pen.found;
}

/** A function that is dear, another near it that is cheap, and how fast the first changes, asked after `at` at the k-th step. */
type Sought = { readonly at: (t: number) => number; readonly near: (t: number) => number; readonly rate: (t: number, k: number) => number };

const NEWTON_STEPS = 4;
/** Of the bracket: the cubic is no better. */
const NEAR_ENOUGH = 1e-4;

/** Equation 4. */
function settled({ at, near, rate }: Sought, ends: Bracket, tolerance: number): number {
  let t = brentRoot(near, ends, (ends.b - ends.a) * NEAR_ENOUGH);
  for (let k = 0; k < NEWTON_STEPS; k++) {
    const step = -at(t) / rate(t, k);
    t += step;
    if (!(t > ends.a && t < ends.b)) break;
    if (Math.abs(step) < tolerance / 4) return t;
  }
  return brentRoot(at, ends, tolerance);
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
    edge: { at: (t) => sampled(t).f, near: (t) => near(t).f, rate: () => exact.slope },
    extreme: { at: (t) => sampled(t).slope, near: (t) => near(t).slope, rate: chordRate },
    levelAt: (t, tolerance) => (Math.abs(t - last) <= tolerance ? exact.f : sampled(t).f),
  };
}

/** The cubic through the states of the rows about t, and its rate. */
function between({ start, step, rows, states }: Track, t: number, out: Float64Array): void {
  const row = Math.min(rows - 2, Math.max(0, Math.floor((t - start) / step)));
  const u = (t - start) / step - row;
  const v = 1 - u;
  const p0 = v * v * (1 + 2 * u);
  const p1 = u * u * (1 + 2 * v);
  const m0 = step * u * v * v;
  const m1 = -step * u * u * v;
  const q = (6 * u * v) / step;
  const n0 = v * (v - 2 * u);
  const n1 = u * (u - 2 * v);
  for (let axis = 0, at = 6 * row; axis < 3; axis++, at++) {
    const x0 = states[at]!;
    const v0 = states[at + 3]!;
    const x1 = states[at + 6]!;
    const v1 = states[at + 9]!;
    out[axis] = p0 * x0 + p1 * x1 + m0 * v0 + m1 * v1;
    out[axis + 3] = q * (x1 - x0) + n0 * v0 + n1 * v1;
  }
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

/** What is known at the last point, and of the window that is open, if `start` is a number. */
type Pen = {
  readonly sinMask: number;
  readonly edge: (ends: Bracket) => number;
  t: number;
  f: number;
  start: number;
  openAtStart: boolean;
  peak: number;
  peakF: number;
  readonly found: SightWindow[];
};

/** Goes on to a point up to which f is monotone. */
function advance(pen: Pen, t: number, f: number): void {
  const first = Number.isNaN(pen.t);
  if (f >= 0 && !(pen.f >= 0)) {
    pen.start = first ? t : pen.edge({ a: pen.t, fa: pen.f, b: t, fb: f });
    pen.openAtStart = first;
    pen.peak = t;
    pen.peakF = f;
  } else if (f < 0 && pen.f >= 0) close(pen, pen.edge({ a: pen.t, fa: pen.f, b: t, fb: f }), false);
  else if (f > pen.peakF) {
    pen.peak = t;
    pen.peakF = f;
  }
  pen.t = t;
  pen.f = f;
}

function close(pen: Pen, end: number, openAtEnd: boolean): void {
  const { start, openAtStart, peak, peakF, sinMask } = pen;
  pen.found.push({ start, end, openAtStart, openAtEnd, peak, peakSin: peakF + sinMask });
  pen.start = NaN;
  pen.peakF = NaN;
}
