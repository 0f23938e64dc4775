/**
 * When observers on a turning body see a moving point above an elevation mask.
 *
 *   1. body-fixed = inertial turned by theta about z; theta advances by a constant, cos and sin by a rotation recurrence
 *   2. in view where (r - s) . z >= sin(mask) |r - s|, s the observer, z its zenith: no root unless the point is above the horizon plane
 *   3. elevation = asin of (r - s) . z over |r - s|, where in view
 *
 * Assumes: straight sight lines, one mask for all. Range: mask 0..90 deg.
 * Accuracy: sampled; rise and set are known to one sample, a pass between two samples is missed.
 */

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

export type Observer = {
  readonly position: readonly [number, number, number];
  readonly zenith: readonly [number, number, number];
  readonly sinMask: number;
};

/** What is kept of one observer from one call to the next. */
export type PassCount = { up: boolean; passes: number; rowsInView: number };

/** Counts one observer's passes over `rows` body-fixed positions and adds 1 to `inView` wherever it sees the point. */
export function countPasses(xyz: Float64Array, rows: number, observer: Observer, count: PassCount, inView: Float64Array): void {
  const [sx, sy, sz] = observer.position;
  const [zx, zy, zz] = observer.zenith;
  const horizon = sx * zx + sy * zy + sz * zz;
  const sin2 = observer.sinMask * observer.sinMask;
  let { up, passes, rowsInView } = count;
  for (let row = 0, at = 0; row < rows; row++, at += 3) {
    const x = xyz[at]!;
    const y = xyz[at + 1]!;
    const z = xyz[at + 2]!;
    const height = x * zx + y * zy + z * zz - horizon;
    const seen = height >= 0 && height * height >= sin2 * ((x - sx) * (x - sx) + (y - sy) * (y - sy) + (z - sz) * (z - sz));
    if (seen) {
      if (!up) passes++;
      rowsInView++;
      inView[row]! += 1;
    }
    up = seen;
  }
  count.up = up;
  count.passes = passes;
  count.rowsInView = rowsInView;
}

/** Adds to the bin of the elevation, wherever an observer sees the point, its share 1/inView of the row: `bins` cover 0 to 90 degrees evenly. */
export function tallyElevations(xyz: Float64Array, rows: number, observer: Observer, { inView, bins }: { readonly inView: Float64Array; readonly bins: Float64Array }): void {
  const [sx, sy, sz] = observer.position;
  const [zx, zy, zz] = observer.zenith;
  const horizon = sx * zx + sy * zy + sz * zz;
  const sin2 = observer.sinMask * observer.sinMask;
  const perBin_rad = Math.PI / 2 / bins.length;
  for (let row = 0, at = 0; row < rows; row++, at += 3) {
    const x = xyz[at]!;
    const y = xyz[at + 1]!;
    const z = xyz[at + 2]!;
    const height = x * zx + y * zy + z * zz - horizon;
    if (height < 0) continue;
    const range2 = (x - sx) * (x - sx) + (y - sy) * (y - sy) + (z - sz) * (z - sz);
    if (height * height < sin2 * range2) continue;
    // Rounding may carry the zenith above itself.
    const elevation_rad = Math.asin(Math.min(1, height / Math.sqrt(range2)));
    bins[Math.min(bins.length - 1, Math.floor(elevation_rad / perBin_rad))]! += 1 / inView[row]!;
  }
}
