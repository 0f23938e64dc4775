/**
 * The worst of the year for a plane: its longest shadow, how many shadows a year the battery sees, and the smallest beta angle.
 * One value a day from altitude, plane and date (physics/eclipse, cone shadow); the plane precesses by J2.
 */
import {
  betaAngle_deg, julianDate, keplerianPeriod_s, nodeRate_deg_per_d, raanFromLtan_deg, shadowFractions, sunAt, sunSynchronousInclination_deg,
} from "../physics/index.ts";
import { DAY_S, JULIAN_YEAR_S, formatUtc } from "../units/index.ts";
import type { Orbit } from "./load.ts";

export interface Season {
  readonly inclination_deg: number;
  readonly period_s: number;
  /** Umbra and penumbra of the longest shadow. */
  readonly shadowMax_s: number;
  /** Shadows in a year. */
  readonly shadows_per_yr: number;
  /** Smallest angle between the Sun and the plane. */
  readonly betaMin_deg: number;
  /** Farthest and nearest Sun, au. */
  readonly farthest_au: number;
  readonly nearest_au: number;
}

const DAYS = Math.round(JULIAN_YEAR_S / DAY_S);

/** Throws RangeError where no sun-synchronous orbit exists. */
export const seasonOf = (orbit: Orbit, start_utc_s: number): Season => {
  const jd0 = julianDate(formatUtc(start_utc_s));
  const plane = planeOf(orbit, jd0);
  const period_s = keplerianPeriod_s(orbit.altitude_km);
  let shadowMax_frac = 0;
  let shadows = 0;
  let betaMin_deg = 90;
  let farthest_au = 0;
  let nearest_au = Infinity;
  for (let day = 0; day < DAYS; day++) {
    const sun = sunAt(jd0 + day);
    const beta_deg = betaAngle_deg({ inclination_deg: plane.inclination_deg, raan_deg: plane.raan_deg + plane.rate_deg_per_d * day, sunDirection: sun.direction_mod });
    const { shadow_frac } = shadowFractions({ altitude_km: orbit.altitude_km, beta_deg, sunDistance_au: sun.distance_au });
    if (shadow_frac > 0) shadows += DAY_S / period_s;
    shadowMax_frac = Math.max(shadowMax_frac, shadow_frac);
    betaMin_deg = Math.min(betaMin_deg, Math.abs(beta_deg));
    farthest_au = Math.max(farthest_au, sun.distance_au);
    nearest_au = Math.min(nearest_au, sun.distance_au);
  }
  return { inclination_deg: plane.inclination_deg, period_s, shadowMax_s: shadowMax_frac * period_s, shadows_per_yr: shadows, betaMin_deg, farthest_au, nearest_au };
};

const planeOf = (orbit: Orbit, jd: number): { inclination_deg: number; raan_deg: number; rate_deg_per_d: number } => {
  const inclination_deg = orbit.type === "sun-synchronous" ? sunSynchronousInclination_deg(orbit.altitude_km) : required(orbit.inclination_deg);
  const raan_deg = orbit.type === "sun-synchronous" ? raanFromLtan_deg({ ltan_h: orbit.ltan_h, jd }) : orbit.raan_deg;
  return { inclination_deg, raan_deg, rate_deg_per_d: nodeRate_deg_per_d({ altitude_km: orbit.altitude_km, inclination_deg }) };
};

const required = (inclination_deg: number | null): number => {
  if (inclination_deg === null) throw new Error("a circular orbit needs an inclination");
  return inclination_deg;
};
