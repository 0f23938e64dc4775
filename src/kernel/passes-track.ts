/** A moving point as rows of states at equal steps, with what goes between the rows. */

/** Writes the state at t (x, y, z, vx, vy, vz; relative to the turning body where that is the frame) to out[at..at + 5]; false when there is none. */
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

/** Writes the states at many times, 6 numbers each, up to the first without one; how many. */
export type RowSampler = (times: Float64Array, states: Float64Array) => number;

/**
 * Samples a point from `start` to `end`, step no longer than `stepMax`; ends at the last row before the sampler has none. `states` is used if it
 * is long enough; the rows come from `many` where it is given, which must have the sampler's own bits.
 */
export function trackOf(sample: Sampler, span: { readonly start: number; readonly end: number; readonly stepMax: number }, { states, many = eachOf(sample) }: { readonly states?: Float64Array | undefined; readonly many?: RowSampler } = {}): Track {
  const { start } = span;
  // An empty span is one interval of no length.
  const intervals = Math.max(1, Math.ceil((span.end - start) / span.stepMax));
  const step = (span.end - start) / intervals;
  const room = states !== undefined && states.length >= 6 * (intervals + 1) ? states : new Float64Array(6 * (intervals + 1));
  const rows = many(new Float64Array(intervals + 1).map((_, row) => start + row * step), room);
  let farthest = 0;
  let fastest = 0;
  for (let at = 0; at < 6 * rows; at += 6) {
    const r = Math.hypot(room[at]!, room[at + 1]!, room[at + 2]!);
    farthest = Math.max(farthest, r);
    fastest = Math.max(fastest, Math.hypot(room[at + 3]!, room[at + 4]!, room[at + 5]!) / r);
  }
  // Between rows it may be a little faster and farther than at any of them.
  return { sample, start, end: rows > intervals ? span.end : start + (rows - 1) * step, step, rows, states: room, farthest: farthest * 1.001, fastest: fastest * 1.05 };
}

const eachOf = (sample: Sampler): RowSampler => (times, states) => {
  let rows = 0;
  while (rows < times.length && sample(times[rows]!, states, 6 * rows)) rows++;
  return rows;
};

/** The cubic through the states of the rows about t, and its rate. */
export function between({ start, step, rows, states }: Track, t: number, out: Float64Array): void {
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
