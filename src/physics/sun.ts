/**
 * Where the Sun is, to a hundredth of a degree.
 *
 * Low-precision formulas of the Astronomical Almanac (page C5), n = JD - 2451545.0, angles in degrees:
 *   1. mean longitude L = 280.460 + 0.9856474 n, mean anomaly g = 357.528 + 0.9856003 n
 *   2. apparent ecliptic longitude l = L + 1.915 sin g + 0.020 sin 2g, latitude 0
 *   3. obliquity e = 23.439 - 0.0000004 n
 *   4. distance R = 1.00014 - 0.01671 cos g - 0.00014 cos 2g au
 *   5. direction (cos l, cos e sin l, sin e sin l), mean equator and equinox OF DATE: the frame of TEME satellites to 20 arcsec
 *   6. irradiance S = S0 / R^2
 *
 * Assumes: UTC stands in for TT (69 s, 3 arcsec). Range: 1950-2050.
 * Accuracy: 36 arcsec and 9e-5 of the distance against the apparent Sun of astropy 5.2.1 in TEME, 2023-2033 (test/golden/astro).
 * A Sun of J2000 used with satellites of date would be 0.36 deg wrong by 2026.
 */
import { ASTRONOMICAL_UNIT_KM, DAY_S, RADIANS_PER_DEGREE, SOLAR_CONSTANT_W_PER_M2, parseUtc } from "../units/index.ts";
import { scale } from "./vector.ts";
import type { Vec3 } from "./vector.ts";

const JD_OF_1970 = 2_440_587.5;
/** Julian date of J2000.0, the epoch of the Almanac's series and of sidereal time. */
export const J2000_JD = 2_451_545;

/** Julian date (UTC) of an ISO date or date and time in UTC; throws RangeError if it is not one. */
export function julianDate(isoUtc: string): number {
  const seconds = parseUtc(isoUtc);
  if (seconds === undefined) throw new RangeError(`not a UTC date: ${isoUtc}`);
  return seconds / DAY_S + JD_OF_1970;
}

export type SunOfDate = {
  /** Unit vector from the Earth, mean equator and equinox of date. */
  readonly direction_mod: Vec3;
  readonly distance_au: number;
  readonly declination_rad: number;
  readonly rightAscension_rad: number;
};

/** The Sun at a Julian date (UTC). */
export function sunAt(jd: number): SunOfDate {
  const n = jd - J2000_JD;
  const g = (357.528 + 0.9856003 * n) * RADIANS_PER_DEGREE;
  const l = (unwoundLongitude_deg(n) + 1.915 * Math.sin(g) + 0.02 * Math.sin(2 * g)) * RADIANS_PER_DEGREE;
  const e = obliquity_rad(jd);
  const direction_mod: Vec3 = [Math.cos(l), Math.cos(e) * Math.sin(l), Math.sin(e) * Math.sin(l)];
  return {
    direction_mod,
    distance_au: 1.00014 - 0.01671 * Math.cos(g) - 0.00014 * Math.cos(2 * g),
    declination_rad: Math.asin(direction_mod[2]),
    rightAscension_rad: Math.atan2(direction_mod[1], direction_mod[0]),
  };
}

/** Vector from the Earth to the Sun, km, mean equator and equinox of date. */
export function sunVector_km(jd: number): Vec3 {
  const sun = sunAt(jd);
  return scale(sun.direction_mod, sun.distance_au * ASTRONOMICAL_UNIT_KM);
}

/** Mean obliquity of the ecliptic at a Julian date. */
export function obliquity_rad(jd: number): number {
  return (23.439 - 0.0000004 * (jd - J2000_JD)) * RADIANS_PER_DEGREE;
}

/** Mean longitude of the Sun = right ascension of the fictitious mean Sun, 0..360. */
export function meanSunLongitude_deg(jd: number): number {
  const l = unwoundLongitude_deg(jd - J2000_JD) % 360;
  return l < 0 ? l + 360 : l;
}

function unwoundLongitude_deg(days: number): number {
  return 280.46 + 0.9856474 * days;
}

/** Total solar irradiance at a distance from the Sun. */
export function solarFlux_W_per_m2(distance_au: number): number {
  return SOLAR_CONSTANT_W_PER_M2 / (distance_au * distance_au);
}
