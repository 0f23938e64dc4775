/**
 * How near the line between two moving points comes to the origin, how long it is, and how fast either changes.
 *
 *   1. p = a + u (b - a), the nearest point of the line, u = -a . (b - a) / |b - a|^2 held to 0..1
 *   2. |p|' = p . (va + u (vb - va)) / |p|: u need not be differentiated, since |p| is least in it or it is held at 0 or 1
 *   3. |d|' = d . (vb - va) / |d|, d = b - a
 *
 * This is the definition; sight-simd.ts does the same two rows at a time, with the same bits.
 */

/** Numbers of a row: least distance of the line from the origin, its rate, distance between the two, its rate. */
export const PAIR_SIZE = 4;
export const LEAST_AT = 0;
export const RANGE_AT = 2;

/** Writes a row of PAIR_SIZE numbers of each two states, 6 numbers each. */
export function pairLevels(a: Float64Array, b: Float64Array, rows: number, out: Float64Array): void {
  for (let row = 0, at = 0, to = 0; row < rows; row++, at += 6, to += PAIR_SIZE) {
    readLeast(a, at, b, at, out, to + LEAST_AT);
    readRange(a, at, b, at, out, to + RANGE_AT);
  }
}

/** Equations 1 and 2: |p| and its rate to out[to], out[to + 1]. */
export function readLeast(a: Float64Array, i: number, b: Float64Array, j: number, out: Float64Array, to: number): void {
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
  out[to] = least;
  out[to + 1] = least === 0 ? 0 : rate / least;
}

/** Equation 3: |d| and its rate to out[to], out[to + 1]. */
export function readRange(a: Float64Array, i: number, b: Float64Array, j: number, out: Float64Array, to: number): void {
  const dx = b[j]! - a[i]!;
  const dy = b[j + 1]! - a[i + 1]!;
  const dz = b[j + 2]! - a[i + 2]!;
  const range = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const rate = dx * (b[j + 3]! - a[i + 3]!) + dy * (b[j + 4]! - a[i + 4]!) + dz * (b[j + 5]! - a[i + 5]!);
  out[to] = range;
  out[to + 1] = range === 0 ? 0 : rate / range;
}
