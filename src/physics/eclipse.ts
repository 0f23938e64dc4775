/**
 * Time in the Earth's shadow on a circular orbit, in closed form.
 *
 * p = angle of the satellite from the anti-Sun point seen from the Earth's centre; cos p = cos beta cos q, q along the orbit.
 *   1. cylinder: dark while p < asin(Re/r)
 *   2. umbra cone: p < asin(Re/r) - asin((Rs - Re)/d); penumbra cone: p < asin(Re/r) + asin((Rs + Re)/d)
 *      (a cone's tangent ray passes r sin(p +- half angle) = Re from the centre; exact for spheres)
 *   3. fraction of the orbit = acos(cos p_edge / cos beta) / pi, 0 when |beta| >= p_edge
 *      for the cylinder acos(sqrt(h^2 + 2 Re h) / ((Re + h) cos beta)) / pi (Wertz & Larson 1999, eq. 5-16)
 *   4. no eclipse ever on a dawn-dusk sun-synchronous orbit: 180 - i - obliquity >= asin(Re/(Re + h)) (Boley et al., eq. 3)
 *
 * Assumes: spherical Earth of equatorial radius, no refraction, the Sun still during one orbit. Oblateness moves one entry by ~6 s.
 * Range: circular, any altitude. Accuracy: umbra and penumbra against eclipse_dawn_dusk.csv (a J2 orbit sampled 3600 times a turn)
 * within its steps (0.03 min), year within 6e-5, worst day 3e-4, days exactly; Amazonia-1 (e = 0.001) against SatelliteAnalysis.jl 0.04 min.
 */
import { ASTRONOMICAL_UNIT_KM, DAY_S, EARTH_RADIUS_KM, MINUTE_S, RADIANS_PER_DEGREE, SUN_RADIUS_KM } from "../units/index.ts";
import { betaAngle_deg, keplerianPeriod_s, semiMajorAxis_km } from "./orbit.ts";
import { MEAN_SUN_RATE_RAD_PER_S, raanFromLtan_deg, sunSynchronousInclination_deg } from "./sun-synchronous.ts";
import { julianDate, obliquity_rad, sunAt } from "./sun.ts";

/** Half-angle of the cylinder shadow: |beta| at which eclipses vanish. */
export function criticalBeta_deg(altitude_km: number): number {
  return Math.asin(EARTH_RADIUS_KM / semiMajorAxis_km(altitude_km)) / RADIANS_PER_DEGREE;
}

export type ShadowFractions = {
  readonly cylinder_frac: number;
  readonly umbra_frac: number;
  /** Umbra and penumbra together. */
  readonly shadow_frac: number;
};

/** Fractions of one circular orbit in shadow at a beta angle and a distance of the Sun. */
export function shadowFractions(orbit: { readonly altitude_km: number; readonly beta_deg: number; readonly sunDistance_au: number }): ShadowFractions {
  const edge = Math.asin(EARTH_RADIUS_KM / semiMajorAxis_km(orbit.altitude_km));
  const sun_km = orbit.sunDistance_au * ASTRONOMICAL_UNIT_KM;
  const dark = (p: number) => darkFraction(p, orbit.beta_deg * RADIANS_PER_DEGREE);
  return {
    cylinder_frac: dark(edge),
    umbra_frac: dark(edge - Math.asin((SUN_RADIUS_KM - EARTH_RADIUS_KM) / sun_km)),
    shadow_frac: dark(edge + Math.asin((SUN_RADIUS_KM + EARTH_RADIUS_KM) / sun_km)),
  };
}

function darkFraction(edge_rad: number, beta_rad: number): number {
  if (Math.abs(beta_rad) >= edge_rad) return 0;
  return Math.acos(Math.cos(edge_rad) / Math.cos(beta_rad)) / Math.PI;
}

/** Lowest altitude at which a dawn-dusk sun-synchronous orbit never meets the cylinder shadow. */
export function eclipseFreeDawnDuskAltitude_km(jd: number): number {
  const margin_deg = (h: number) => 180 - sunSynchronousInclination_deg(h) - obliquity_rad(jd) / RADIANS_PER_DEGREE - criticalBeta_deg(h);
  let below = 300;
  let above = 2500;
  while (above - below > 1e-6) {
    const middle = 0.5 * (below + above);
    if (margin_deg(middle) < 0) below = middle;
    else above = middle;
  }
  return above;
}

export type ShadowYear = {
  readonly inclination_deg: number;
  readonly period_min: number;
  /** Mean over the days, outside the umbra. */
  readonly annualSunlitOutsideUmbra_frac: number;
  /** Mean over the days, outside the penumbra: in full sunlight. */
  readonly annualSunlitOutsidePenumbra_frac: number;
  readonly worstDayOutsideUmbra_frac: number;
  readonly worstDayOutsidePenumbra_frac: number;
  /** Days whose orbits meet the penumbra. */
  readonly daysWithShadow: number;
  readonly daysWithUmbra: number;
  readonly daysWithCylinder: number;
  readonly longestCylinder_min: number;
  readonly longestUmbra_min: number;
  readonly longestShadow_min: number;
  readonly minAbsBeta_deg: number;
};

export type ShadowYearQuestion = {
  readonly altitude_km: number;
  readonly ltan_h: number;
  readonly epoch_utc: string;
  readonly days: number;
};

/** A year (or `days`) of shadow on a sun-synchronous orbit from altitude, local time and date, one orbit a day from the epoch on. */
export function shadowYear({ altitude_km, ltan_h, epoch_utc, days }: ShadowYearQuestion): ShadowYear {
  const jd0 = julianDate(epoch_utc);
  const inclination_deg = sunSynchronousInclination_deg(altitude_km);
  const raan0_deg = raanFromLtan_deg({ ltan_h, jd: jd0 });
  const meanSun_deg_per_d = (MEAN_SUN_RATE_RAD_PER_S * DAY_S) / RADIANS_PER_DEGREE;
  const daily = Array.from({ length: days }, (_, day) => {
    const sun = sunAt(jd0 + day);
    const beta_deg = betaAngle_deg({ inclination_deg, raan_deg: raan0_deg + meanSun_deg_per_d * day, sunDirection: sun.direction_mod });
    return { beta_deg, ...shadowFractions({ altitude_km, beta_deg, sunDistance_au: sun.distance_au }) };
  });
  const period_min = keplerianPeriod_s(altitude_km) / MINUTE_S;
  const most = (of: (day: (typeof daily)[number]) => number) => daily.reduce((max, day) => Math.max(max, of(day)), 0);
  const mean = (of: (day: (typeof daily)[number]) => number) => daily.reduce((sum, day) => sum + of(day), 0) / days;
  const worstUmbra = most((day) => day.umbra_frac);
  const worstShadow = most((day) => day.shadow_frac);
  return {
    inclination_deg,
    period_min,
    annualSunlitOutsideUmbra_frac: 1 - mean((day) => day.umbra_frac),
    annualSunlitOutsidePenumbra_frac: 1 - mean((day) => day.shadow_frac),
    worstDayOutsideUmbra_frac: 1 - worstUmbra,
    worstDayOutsidePenumbra_frac: 1 - worstShadow,
    daysWithShadow: daily.filter((day) => day.shadow_frac > 0).length,
    daysWithUmbra: daily.filter((day) => day.umbra_frac > 0).length,
    daysWithCylinder: daily.filter((day) => day.cylinder_frac > 0).length,
    longestCylinder_min: period_min * most((day) => day.cylinder_frac),
    longestUmbra_min: period_min * worstUmbra,
    longestShadow_min: period_min * worstShadow,
    minAbsBeta_deg: daily.reduce((min, day) => Math.min(min, Math.abs(day.beta_deg)), 90),
  };
}
