/**
 * Rain between Earth and space, ITU-R P.618-14 (2023), section 2.2.1.1. Edition 13 (2017) has the same steps and the same validation rows.
 *
 *   1. slant path in rain: (hR - hS)/sin e, below 5 degrees 2 (hR - hS)/(sqrt(sin^2 e + 2 (hR - hS)/8500) + sin e); on the ground L cos e
 *   2. loss per km in the rain of 0.01 % of the year (P.838-3)
 *   3. horizontal reduction 1/(1 + 0.78 sqrt(LG g/f) - 0.38 (1 - exp(-2 LG)))
 *   4. vertical adjustment 1/(1 + sqrt(sin e) (31 (1 - exp(-e/(1 + x))) sqrt(LR g)/f^2 - 0.45)), x = 36 - |latitude| or 0
 *   5. loss exceeded p % of the year: A (p/0.01)^-(0.655 + 0.033 ln p - 0.045 ln A - b (1 - p) sin e)
 *   6. sky noise of a lossy path: 275 K (1 - 10^(-A/10)) (P.618, section 3)
 *
 * Range: 1-55 GHz and 0.001-5 % of the year, else RangeError. Rain only: no gas, cloud or scintillation; a mean year, not the worst month.
 * Accuracy: 64 validation rows of ITU-R Study Group 3, given their rain rate and path, within 1e-6 (test/golden/itu);
 * against measured years the ITU itself expects tens of per cent.
 */
import { RADIANS_PER_DEGREE } from "../units/index.ts";
import { rainSpecificAttenuation_dB_per_km } from "./rain-specific.ts";

/** Effective Earth radius for a refracted path. ITU-R P.618. */
const EFFECTIVE_RADIUS_KM = 8500;
/** Mean temperature of the medium. ITU-R P.618-14, section 3. */
const MEDIUM_K = 275;

export type RainPath = {
  readonly frequency_GHz: number;
  readonly elevation_deg: number;
  /** Angle of a linear polarisation above the horizontal; 45 degrees for a circular one. */
  readonly tilt_deg: number;
  readonly latitude_deg: number;
  readonly stationHeight_km: number;
  /** Height of rain above the sea (P.839-4: mean 0 degree isotherm + 0.36 km). */
  readonly rainHeight_km: number;
  /** Rain exceeded 0.01 % of the year (P.837-7). */
  readonly rain001_mm_per_h: number;
};

export const RAIN_GHZ = { lowest: 1, highest: 55 } as const;
export const RAIN_PERCENT = { lowest: 0.001, highest: 5 } as const;

/** Loss in rain exceeded that percentage of an average year; RangeError outside 1-55 GHz and 0.001-5 %. */
export function rainAttenuation_dB(path: RainPath, exceeded_percent: number): number {
  assertWithin("exceeded_percent", exceeded_percent, RAIN_PERCENT);
  const at001_dB = rainAttenuation001_dB(path);
  return at001_dB === 0 ? 0 : scaled_dB(path, at001_dB, exceeded_percent);
}

/** Steps 1 to 9: the loss exceeded 0.01 % of the year. */
function rainAttenuation001_dB(path: RainPath): number {
  assertPath(path);
  const { frequency_GHz: f, elevation_deg, latitude_deg, rain001_mm_per_h } = path;
  const rise_km = path.rainHeight_km - path.stationHeight_km;
  if (rise_km <= 0 || rain001_mm_per_h === 0) return 0;
  const sinE = Math.sin(elevation_deg * RADIANS_PER_DEGREE);
  const cosE = Math.cos(elevation_deg * RADIANS_PER_DEGREE);
  const ground_km = slantInRain_km(elevation_deg, rise_km) * cosE;
  const perKm = rainSpecificAttenuation_dB_per_km(path, rain001_mm_per_h);
  const horizontal = 1 / (1 + 0.78 * Math.sqrt((ground_km * perKm) / f) - 0.38 * -Math.expm1(-2 * ground_km));
  const reaches = Math.atan2(rise_km, ground_km * horizontal) > elevation_deg * RADIANS_PER_DEGREE;
  const rainy_km = reaches ? (ground_km * horizontal) / cosE : rise_km / sinE;
  const tropics_deg = Math.abs(latitude_deg) < 36 ? 36 - Math.abs(latitude_deg) : 0;
  const vertical = 1 / (1 + Math.sqrt(sinE) * (31 * -Math.expm1(-elevation_deg / (1 + tropics_deg)) * (Math.sqrt(rainy_km * perKm) / f ** 2) - 0.45));
  return perKm * rainy_km * vertical;
}

/** Equation 1. */
function slantInRain_km(elevation_deg: number, rise_km: number): number {
  const sinE = Math.sin(elevation_deg * RADIANS_PER_DEGREE);
  if (elevation_deg >= 5) return rise_km / sinE;
  return (2 * rise_km) / (Math.sqrt(sinE ** 2 + (2 * rise_km) / EFFECTIVE_RADIUS_KM) + sinE);
}

/** Equation 5. */
function scaled_dB({ elevation_deg, latitude_deg }: RainPath, at001_dB: number, p: number): number {
  const sinE = Math.sin(elevation_deg * RADIANS_PER_DEGREE);
  const exponent = 0.655 + 0.033 * Math.log(p) - 0.045 * Math.log(at001_dB) - lowLatitude(p, Math.abs(latitude_deg), elevation_deg) * (1 - p) * sinE;
  return at001_dB * (p / 0.01) ** -exponent;
}

function lowLatitude(p: number, latitude_deg: number, elevation_deg: number): number {
  if (p >= 1 || latitude_deg >= 36) return 0;
  const slope = -0.005 * (latitude_deg - 36);
  return elevation_deg >= 25 ? slope : slope + 1.8 - 4.25 * Math.sin(elevation_deg * RADIANS_PER_DEGREE);
}

/** How often rain takes more than a margin; where the method ends, only on which side it ends. */
export type RainOutage = { readonly status: "within"; readonly percent: number } | { readonly status: "rarer" | "oftener"; readonly than_percent: number };

/** Share of the year in which rain takes more than the margin. */
export function rainOutage(path: RainPath, margin_dB: number): RainOutage {
  if (!(margin_dB >= 0)) throw new RangeError(`margin_dB ${margin_dB} is not a margin`);
  const { lowest, highest } = RAIN_PERCENT;
  if (rainAttenuation_dB(path, lowest) <= margin_dB) return { status: "rarer", than_percent: lowest };
  if (rainAttenuation_dB(path, highest) > margin_dB) return { status: "oftener", than_percent: highest };
  let low = Math.log(lowest);
  let high = Math.log(highest);
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (rainAttenuation_dB(path, Math.exp(middle)) > margin_dB) low = middle;
    else high = middle;
  }
  return { status: "within", percent: Math.exp(high) };
}

/** Noise a lossy path adds at the antenna (equation 6); what the clear sky behind it gives is left out. */
export function skyNoise_K(attenuation_dB: number): number {
  return MEDIUM_K * (1 - 10 ** (-attenuation_dB / 10));
}

function assertPath(path: RainPath): void {
  const bad = Object.entries(path).find(([, value]) => !Number.isFinite(value));
  if (bad) throw new RangeError(`${bad[0]} is ${bad[1]}`);
  assertWithin("frequency_GHz", path.frequency_GHz, RAIN_GHZ);
  assertWithin("elevation_deg", path.elevation_deg, { lowest: 0, highest: 90 });
  if (path.rain001_mm_per_h < 0) throw new RangeError(`rain001_mm_per_h ${path.rain001_mm_per_h} is negative`);
}

function assertWithin(name: string, value: number, range: { readonly lowest: number; readonly highest: number }): void {
  if (!(value >= range.lowest && value <= range.highest)) throw new RangeError(`${name} ${value} is outside ${range.lowest}-${range.highest}`);
}
