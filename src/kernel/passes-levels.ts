/**
 * Where rows of a moving point stand against the masks of many observers: what passes.ts looks for roots in.
 *
 *   1. f = sin(elevation) - sin(mask), elevation from d = r - s and the zenith z: sin = d . z / |d|
 *   2. f' = (v . z - (d . z)(d . v) / |d|^2) / |d|, v relative to the turning body
 *   3. only of rows that are near: r . s >= limit |r|, limit = |s| cos(greatest arc at the centre)
 *
 * This is the definition; sight-simd.ts does the same two rows at a time, with the same bits.
 */
import { OBSERVER_SIZE, rowWords } from "./observer.ts";

export type SightLevels = {
  /** Bit of row k in word k >> 5 of the observer's `rowWords`: whether it is near. */
  readonly near: Uint32Array;
  /** f and f' of the near rows, by observer and row, one after another. */
  readonly levels: Float64Array;
};

export type Level = { f: number; slope: number };

/** Levels of `rows` states, 6 numbers each, for every observer; answers how many rows are near, of all observers. */
export function sightLevels(states: Float64Array, rows: number, observers: Float64Array, out: SightLevels): number {
  const words = rowWords(rows);
  const level: Level = { f: NaN, slope: NaN };
  let count = 0;
  for (let o = 0, word = 0; o < observers.length; o += OBSERVER_SIZE) {
    const sx = observers[o]!;
    const sy = observers[o + 1]!;
    const sz = observers[o + 2]!;
    const limit = observers[o + 7]!;
    out.near.fill(0, word, word + words);
    for (let row = 0, at = 0; row < rows; row++, at += 6) {
      const x = states[at]!;
      const y = states[at + 1]!;
      const z = states[at + 2]!;
      if (x * sx + y * sy + z * sz < limit * Math.sqrt(x * x + y * y + z * z)) continue;
      out.near[word + (row >> 5)]! |= 1 << (row & 31);
      readLevel(level, states, at, observers, o);
      out.levels[2 * count] = level.f;
      out.levels[2 * count + 1] = level.slope;
      count++;
    }
    word += words;
  }
  return count;
}

/** Equations 1 and 2 of the state at states[at..] for the observer at observers[o..]. */
export function readLevel(level: Level, states: Float64Array, at: number, observers: Float64Array, o: number): Level {
  const x = states[at]! - observers[o]!;
  const y = states[at + 1]! - observers[o + 1]!;
  const z = states[at + 2]! - observers[o + 2]!;
  const zx = observers[o + 3]!;
  const zy = observers[o + 4]!;
  const zz = observers[o + 5]!;
  const vx = states[at + 3]!;
  const vy = states[at + 4]!;
  const vz = states[at + 5]!;
  const perRange2 = 1 / (x * x + y * y + z * z);
  const perRange = Math.sqrt(perRange2);
  const height = x * zx + y * zy + z * zz;
  level.f = height * perRange - observers[o + 6]!;
  level.slope = (vx * zx + vy * zy + vz * zz - height * (x * vx + y * vy + z * vz) * perRange2) * perRange;
  return level;
}
