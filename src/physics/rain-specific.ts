/**
 * Loss per kilometre of rain, ITU-R P.838-3 (2005).
 *
 *   1. specific attenuation k R^alpha, R in mm/h
 *   2. log10 k = sum_j a_j exp(-((log10 f - b_j)/c_j)^2) + m log10 f + c; alpha likewise, for horizontal and for vertical polarisation
 *   3. path at elevation e and tilt t: k = (kH + kV + (kH - kV) cos^2 e cos 2t)/2, alpha = (kH aH + kV aV + (kH aH - kV aV) cos^2 e cos 2t)/(2k)
 *
 * Range: 1-1,000 GHz, else RangeError. Accuracy: the 64 validation rows of ITU-R Study Group 3 within 1e-6 (test/golden/itu).
 */
import { RADIANS_PER_DEGREE } from "../units/index.ts";

/** a_j, b_j, c_j of one bump. */
type Bump = readonly [number, number, number];
type Curve = { readonly bumps: readonly Bump[]; readonly slope: number; readonly offset: number };

const K_HORIZONTAL: Curve = {
  bumps: [[-5.3398, -0.10008, 1.13098], [-0.35351, 1.2697, 0.454], [-0.23789, 0.86036, 0.15354], [-0.94158, 0.64552, 0.16817]],
  slope: -0.18961, offset: 0.71147,
};
const K_VERTICAL: Curve = {
  bumps: [[-3.80595, 0.56934, 0.81061], [-3.44965, -0.22911, 0.51059], [-0.39902, 0.73042, 0.11899], [0.50167, 1.07319, 0.27195]],
  slope: -0.16398, offset: 0.63297,
};
const ALPHA_HORIZONTAL: Curve = {
  bumps: [[-0.14318, 1.82442, -0.55187], [0.29591, 0.77564, 0.19822], [0.32177, 0.63773, 0.13164], [-5.3761, -0.9623, 1.47828], [16.1721, -3.2998, 3.4399]],
  slope: 0.67849, offset: -1.95537,
};
const ALPHA_VERTICAL: Curve = {
  bumps: [[-0.07771, 2.3384, -0.76284], [0.56727, 0.95545, 0.54039], [-0.20238, 1.1452, 0.26809], [-48.2991, 0.791669, 0.116226], [48.5833, 0.791459, 0.116479]],
  slope: -0.053739, offset: 0.83433,
};

/** Tilt is the angle of a linear polarisation above the horizontal; 45 degrees for a circular one. */
export type RainyWave = { readonly frequency_GHz: number; readonly elevation_deg: number; readonly tilt_deg: number };

export const RAIN_SPECIFIC_GHZ = { lowest: 1, highest: 1000 } as const;

/** k and alpha of equation 3; RangeError outside 1-1,000 GHz. */
export function rainCoefficients({ frequency_GHz, elevation_deg, tilt_deg }: RainyWave): { readonly k: number; readonly alpha: number } {
  if (!(frequency_GHz >= RAIN_SPECIFIC_GHZ.lowest && frequency_GHz <= RAIN_SPECIFIC_GHZ.highest)) throw new RangeError(`frequency_GHz ${frequency_GHz} is outside 1-1000`);
  const x = Math.log10(frequency_GHz);
  const kH = 10 ** height(K_HORIZONTAL, x);
  const kV = 10 ** height(K_VERTICAL, x);
  const kAlphaH = kH * height(ALPHA_HORIZONTAL, x);
  const kAlphaV = kV * height(ALPHA_VERTICAL, x);
  const mix = Math.cos(elevation_deg * RADIANS_PER_DEGREE) ** 2 * Math.cos(2 * tilt_deg * RADIANS_PER_DEGREE);
  const k = (kH + kV + (kH - kV) * mix) / 2;
  return { k, alpha: (kAlphaH + kAlphaV + (kAlphaH - kAlphaV) * mix) / (2 * k) };
}

/** Loss of a kilometre in rain of a rate. */
export function rainSpecificAttenuation_dB_per_km(wave: RainyWave, rain_mm_per_h: number): number {
  const { k, alpha } = rainCoefficients(wave);
  return k * rain_mm_per_h ** alpha;
}

const height = ({ bumps, slope, offset }: Curve, x: number): number =>
  bumps.reduce((sum, [a, b, c]) => sum + a * Math.exp(-(((x - b) / c) ** 2)), slope * x + offset);
