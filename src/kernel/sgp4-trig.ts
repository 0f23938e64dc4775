/**
 * Sine and cosine together, by operations that a vector unit has too, so that scalar and vector builds agree in every bit.
 *
 *   1. x = q pi/2 + r, |r| <= pi/4; pi/2 as three numbers, the first two of 33 bits, so that q times them is exact (Cody & Waite 1980)
 *   2. Taylor series of sin r to r^15 and cos r to r^16: what is cut off is < 5e-17
 *   3. for |x| <= 1/32 straight away, sin to x^7 and cos to x^6: cut off < 1e-17
 *
 * Range: |x| < 1e6 rad. Accuracy: 2.5e-16 of Math.sin and Math.cos (test).
 */

/** First and second 33 bits of pi/2 and what remains; in binary. */
const HALF_PI_HIGH = 1.5707963267341256;
const HALF_PI_MIDDLE = 6.077100506303966e-11;
const HALF_PI_LOW = 2.0222662487959506e-21;
const QUARTERS_PER_RADIAN = 2 / Math.PI;

const S3 = -1 / 6;
const S5 = 1 / 120;
const S7 = -1 / 5040;
const S9 = 1 / 362_880;
const S11 = -1 / 39_916_800;
const S13 = 1 / 6_227_020_800;
const S15 = -1 / 1_307_674_368_000;
const C2 = -1 / 2;
const C4 = 1 / 24;
const C6 = -1 / 720;
const C8 = 1 / 40_320;
const C10 = -1 / 3_628_800;
const C12 = 1 / 479_001_600;
const C14 = -1 / 87_178_291_200;
const C16 = 1 / 20_922_789_888_000;

/** Below this a turn is short. */
export const SHORT_TURN = 1 / 32;

/** Writes sin x to out[at] and cos x to out[at + 1]. */
export function sinCos(x: number, out: Float64Array, at: number): void {
  const q = Math.floor(x * QUARTERS_PER_RADIAN + 0.5);
  const r = x - q * HALF_PI_HIGH - q * HALF_PI_MIDDLE - q * HALF_PI_LOW;
  // Estrin's order, in which the products do not wait for each other.
  const z = r * r;
  const z2 = z * z;
  const z4 = z2 * z2;
  const sin = r + r * z * (S3 + z * S5 + z2 * (S7 + z * S9) + z4 * (S11 + z * S13 + z2 * S15));
  const cos = 1 + z * (C2 + z * C4 + z2 * (C6 + z * C8) + z4 * (C10 + z * C12 + z2 * (C14 + z * C16)));
  const odd = (q & 1) !== 0;
  out[at] = (q & 2) !== 0 ? -(odd ? cos : sin) : odd ? cos : sin;
  out[at + 1] = ((q + 1) & 2) !== 0 ? -(odd ? sin : cos) : odd ? sin : cos;
}

/** Turns the sine and cosine at out[at], out[at + 1] on by an angle; out[at + 2] and out[at + 3] are overwritten where it is long. */
export function turnOn(angle: number, out: Float64Array, at: number): void {
  let sinD: number;
  let cosD: number;
  if (Math.abs(angle) <= SHORT_TURN) {
    const z = angle * angle;
    sinD = angle + angle * z * (S3 + z * (S5 + z * S7));
    cosD = 1 + z * (C2 + z * (C4 + z * C6));
  } else {
    sinCos(angle, out, at + 2);
    sinD = out[at + 2]!;
    cosD = out[at + 3]!;
  }
  const sin = out[at]!;
  const cos = out[at + 1]!;
  out[at] = sin * cosD + cos * sinD;
  out[at + 1] = cos * cosD - sin * sinD;
}
