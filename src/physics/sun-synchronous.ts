/**
 * Sun-synchronous circular orbits.
 *
 *   1. node rate = mean motion of the Sun, 2 pi / tropical year: cos i = -Wsun / (3/2 J2 n (Re/a)^2) (Vallado 2013, section 11.4.1)
 *   2. RAAN = mean longitude of the Sun + 15 deg (LTAN - 12 h)
 *   3. drift of the local time: d(LTAN)/dt = (W' - Wsun) / 15 deg per hour
 *
 * Assumes: secular J2 only; solar torque on the inclination (up to 0.05 deg/yr away from LTAN 6 and 18) is left out.
 * Range: altitudes where 1 has a solution, below about 5,974 km. Accuracy: 0.01 deg against the published tables in test/golden/physics.
 */
import { DAY_S, EARTH_RADIUS_KM, RADIANS_PER_DEGREE, TROPICAL_YEAR_D } from "../units/index.ts";
import { EARTH_FIELD, semiMajorAxis_km, shellRates } from "./orbit.ts";
import type { Shell } from "./orbit.ts";
import { meanSunLongitude_deg } from "./sun.ts";

/** Rate of the mean Sun in right ascension. */
export const MEAN_SUN_RATE_RAD_PER_S = (2 * Math.PI) / (TROPICAL_YEAR_D * DAY_S);

/** Inclination of the circular sun-synchronous orbit; throws RangeError where none exists. */
export function sunSynchronousInclination_deg(altitude_km: number): number {
  const a = semiMajorAxis_km(altitude_km);
  const polar = 1.5 * EARTH_FIELD.j2 * Math.sqrt(EARTH_FIELD.mu / a ** 3) * (EARTH_RADIUS_KM / a) ** 2;
  const cosine = -MEAN_SUN_RATE_RAD_PER_S / polar;
  if (!(cosine >= -1)) throw new RangeError(`no sun-synchronous orbit at altitude_km ${altitude_km}`);
  return Math.acos(cosine) / RADIANS_PER_DEGREE;
}

/** Right ascension of the ascending node, 0..360, for a local time of ascending node at a Julian date. */
export function raanFromLtan_deg(node: { readonly ltan_h: number; readonly jd: number }): number {
  const raan = (meanSunLongitude_deg(node.jd) + 15 * (node.ltan_h - 12)) % 360;
  return raan < 0 ? raan + 360 : raan;
}

/** Drift of the local time of ascending node; 0 when sun-synchronous. */
export function ltanDrift_min_per_yr(shell: Shell): number {
  const rate = shellRates(shell).nodeRate_rad_per_s - MEAN_SUN_RATE_RAD_PER_S;
  return ((rate * TROPICAL_YEAR_D * DAY_S) / RADIANS_PER_DEGREE / 15) * 60;
}
