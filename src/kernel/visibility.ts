/**
 * When observers on a turning body see a moving point above an elevation mask.
 *
 *   1. body-fixed = inertial turned by theta about z; theta advances by a constant, cos and sin by a rotation recurrence
 *   2. in view where (r - s) . z >= sin(mask) |r - s|, s the observer, z its zenith: no root unless the point is above the horizon plane
 *   3. elevation = asin of (r - s) . z over |r - s|, where in view
 *
 * Assumes: straight sight lines, one mask for all. Range: mask 0..90 deg.
 * seenRows is the definition; sight-simd.ts does the same two rows at a time, with the same bits.
 * Accuracy: sampled; rise and set are known to one sample, a pass between two samples is missed.
 */
import { OBSERVER_SIZE, rowWords } from "./observer.ts";
import type { Observer } from "./observer.ts";

/** Turns `rows` positions (xyz xyz ...) in place from inertial to body-fixed; theta at row 0 and its advance per row. */
export function turnPositions(xyz: Float64Array, rows: number, angle: { readonly start_rad: number; readonly perRow_rad: number }): void {
  const cosD = Math.cos(angle.perRow_rad);
  const sinD = Math.sin(angle.perRow_rad);
  let cos = Math.cos(angle.start_rad);
  let sin = Math.sin(angle.start_rad);
  for (let row = 0, at = 0; row < rows; row++, at += 3) {
    const x = xyz[at]!;
    const y = xyz[at + 1]!;
    xyz[at] = cos * x + sin * y;
    xyz[at + 1] = cos * y - sin * x;
    const next = cos * cosD - sin * sinD;
    sin = sin * cosD + cos * sinD;
    cos = next;
  }
}

/** Bits of the rows (xyz xyz ..., body-fixed) that each observer of a list sees: row k of an observer in word k >> 5 of its `rowWords`. */
export function seenRows(xyz: Float64Array, rows: number, observers: Float64Array, seen: Uint32Array): void {
  const words = rowWords(rows);
  for (let o = 0, word = 0; o < observers.length; o += OBSERVER_SIZE, word += words) {
    const sx = observers[o]!;
    const sy = observers[o + 1]!;
    const sz = observers[o + 2]!;
    const zx = observers[o + 3]!;
    const zy = observers[o + 4]!;
    const zz = observers[o + 5]!;
    const sinMask = observers[o + 6]!;
    const horizon = sx * zx + sy * zy + sz * zz;
    const sin2 = sinMask * sinMask;
    seen.fill(0, word, word + words);
    for (let row = 0, at = 0; row < rows; row++, at += 3) {
      const x = xyz[at]!;
      const y = xyz[at + 1]!;
      const z = xyz[at + 2]!;
      const height = x * zx + y * zy + z * zz - horizon;
      if (height >= 0 && height * height >= sin2 * ((x - sx) * (x - sx) + (y - sy) * (y - sy) + (z - sz) * (z - sz))) seen[word + (row >> 5)]! |= 1 << (row & 31);
    }
  }
}

/** What is kept of one observer from one call to the next. */
export type PassCount = { up: boolean; passes: number; rowsInView: number };

/** Counts one observer's passes over `rows` rows of bits and adds 1 to `inView` wherever it sees the point. */
export function countPasses(seen: Uint32Array, rows: number, count: PassCount, inView: Float64Array): void {
  let last = count.up ? -1 : -2;
  forEachSeen(seen, rows, (row) => {
    if (row !== last + 1) count.passes++;
    count.rowsInView++;
    inView[row]! += 1;
    last = row;
  });
  count.up = rows === 0 ? count.up : last === rows - 1;
}

/** Calls `run` with the first and last row of every run of rows that an observer sees, in order. */
export function forEachRun(seen: Uint32Array, rows: number, run: (first: number, last: number) => void): void {
  let first = -1;
  let last = -2;
  forEachSeen(seen, rows, (row) => {
    if (row !== last + 1) {
      if (first >= 0) run(first, last);
      first = row;
    }
    last = row;
  });
  if (first >= 0) run(first, last);
}

function forEachSeen(seen: Uint32Array, rows: number, see: (row: number) => void): void {
  const words = rowWords(rows);
  for (let word = 0; word < words; word++) {
    for (let bits = seen[word]!; bits !== 0; bits &= bits - 1) see(32 * word + 31 - Math.clz32(bits & -bits));
  }
}

/** Calls `see` with each row in which an observer sees the point, and the point's elevation, 0 to pi/2. */
export function forEachElevation(xyz: Float64Array, seen: Uint32Array, rows: number, observer: Observer, see: (row: number, elevation_rad: number) => void): void {
  const [sx, sy, sz] = observer.position;
  const [zx, zy, zz] = observer.zenith;
  const horizon = sx * zx + sy * zy + sz * zz;
  forEachSeen(seen, rows, (row) => {
    const x = xyz[3 * row]!;
    const y = xyz[3 * row + 1]!;
    const z = xyz[3 * row + 2]!;
    const height = x * zx + y * zy + z * zz - horizon;
    const range2 = (x - sx) * (x - sx) + (y - sy) * (y - sy) + (z - sz) * (z - sz);
    // Rounding may carry the zenith above itself.
    see(row, Math.asin(Math.min(1, height / Math.sqrt(range2))));
  });
}

/** Adds to the bin of the elevation, wherever an observer sees the point, its share 1/inView of the row: `bins` cover 0 to 90 degrees evenly. */
export function tallyElevations(xyz: Float64Array, seen: Uint32Array, rows: number, observer: Observer, { inView, bins }: { readonly inView: Float64Array; readonly bins: Float64Array }): void {
  const perBin_rad = Math.PI / 2 / bins.length;
  forEachElevation(xyz, seen, rows, observer, (row, elevation_rad) => {
    bins[Math.min(bins.length - 1, Math.floor(elevation_rad / perBin_rad))]! += 1 / inView[row]!;
  });
}
