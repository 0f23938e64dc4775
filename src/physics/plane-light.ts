/**
 * A year of light and shadow on any circular plane, its node turning under J2: Walker shells and the geostationary ring, as
 * `shadowYear` of eclipse.ts is for sun-synchronous orbits.
 *
 *   1. one orbit a day: beta from the node of the day (orbit.ts, eq. 3) and the Sun of the day, shadow by eclipse.ts, eqs 1-3
 *
 * Assumes: what eclipse.ts assumes. A year is not a whole number of turns of the node: a plane's mean depends on its first node by up to
 * 0.005 at 550 km, a Walker fleet's (the mean of its planes) does not.
 * Range: circular, any altitude. Accuracy: three Walker shells computed apart from this code within 0.0025, the geostationary ring to
 * the last digit, its days (asked once a day) within one (test/physics/constellation).
 */
import { MINUTE_S } from "../units/index.ts";
import { shadowFractions } from "./eclipse.ts";
import { betaAngle_deg, keplerianPeriod_s, nodeRate_deg_per_d } from "./orbit.ts";
import type { Shell } from "./orbit.ts";
import { julianDate, sunAt } from "./sun.ts";

export type ShadowKind = "cylinder" | "umbra" | "shadow";

export type ShadowMeasure = {
  /** Mean over the days, outside this shadow. */
  readonly sunlit_frac: number;
  readonly worstDaySunlit_frac: number;
  readonly daysWith: number;
  readonly longest_min: number;
};

/** By cylinder, umbra, and umbra with penumbra. */
export type PlaneLight = Readonly<Record<ShadowKind, ShadowMeasure>>;

/** Shadow on a plane from a date on, one orbit a day; RangeError unless `days` is a whole number above 0. */
export function planeLight(question: Shell & { readonly raan_deg: number; readonly epoch_utc: string; readonly days: number }): PlaneLight {
  const { altitude_km, inclination_deg, days } = question;
  if (!(Number.isInteger(days) && days > 0)) throw new RangeError(`days ${days} is not a whole number above 0`);
  const jd0 = julianDate(question.epoch_utc);
  const drift_deg_per_d = nodeRate_deg_per_d(question);
  const daily = Array.from({ length: days }, (_, day) => {
    const sun = sunAt(jd0 + day);
    const beta_deg = betaAngle_deg({
      inclination_deg,
      raan_deg: question.raan_deg + drift_deg_per_d * day,
      sunDirection: sun.direction_mod,
    });
    return shadowFractions({ altitude_km, beta_deg, sunDistance_au: sun.distance_au });
  });
  const period_min = keplerianPeriod_s(altitude_km) / MINUTE_S;
  const measure = (fractions: readonly number[]): ShadowMeasure => {
    const most = fractions.reduce((max, x) => Math.max(max, x), 0);
    const mean = fractions.reduce((sum, x) => sum + x, 0) / days;
    return {
      sunlit_frac: 1 - mean,
      worstDaySunlit_frac: 1 - most,
      daysWith: fractions.filter((x) => x > 0).length,
      longest_min: period_min * most,
    };
  };
  return {
    cylinder: measure(daily.map((day) => day.cylinder_frac)),
    umbra: measure(daily.map((day) => day.umbra_frac)),
    shadow: measure(daily.map((day) => day.shadow_frac)),
  };
}
