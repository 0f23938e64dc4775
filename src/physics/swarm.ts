/**
 * What a swarm about the Sun takes of its light, on the way from one platform to a Dyson swarm.
 *
 *   1. light met = S0/r^2 x area; share of the Sun = that over its luminosity
 *   2. Kardashev's number K = (log10 P - 6)/10, P in watts                       (Sagan 1973; Kardashev 1964)
 *   3. platforms that would take all the light: 4 pi r^2 / area each
 *   4. time to N platforms at a rate R a year that doubles every d years: t = d log2(1 + N ln 2/(R d)); N/R where it does not   (integral of R 2^(t/d))
 *
 * Assumes: faces to the Sun, none behind another. Range: areas and powers above 0.
 * Accuracy: closed forms; S0 x 4 pi (1 au)^2 = 3.828e26 W within 0.02 % of the nominal luminosity (test/physics/swarm).
 */
import { ASTRONOMICAL_UNIT_KM } from "../units/index.ts";
import { solarFlux_W_per_m2 } from "./sun.ts";

/** Nominal luminosity of the Sun. IAU 2015 Resolution B3. */
export const SUN_LUMINOSITY_W = 3.828e26;

/** Sagan's continuous form of Kardashev's types: 0.73 for mankind, 1, 2 (the Sun is 2.06). */
export function kardashevNumber(power_W: number): number {
  return (Math.log10(power_W) - 6) / 10;
}

export type SwarmLight = {
  readonly met_W: number;
  /** Of all that the Sun gives. */
  readonly sunShare_frac: number;
  /** Area of the whole sphere at that distance over the swarm's. */
  readonly areasToSphere: number;
};

/** Light that faces of some area meet at a distance from the Sun. */
export function swarmLight({ area_m2, distance_au }: { readonly area_m2: number; readonly distance_au: number }): SwarmLight {
  const met_W = solarFlux_W_per_m2(distance_au) * area_m2;
  const sphere_m2 = 4 * Math.PI * (distance_au * ASTRONOMICAL_UNIT_KM * 1000) ** 2;
  return { met_W, sunShare_frac: met_W / SUN_LUMINOSITY_W, areasToSphere: sphere_m2 / area_m2 };
}

/** Years until a factory that makes `rate_per_yr` now, and doubles that every `doubling_yr` (null: never), has made so many. */
export function growthTime_yr({ platforms, rate_per_yr, doubling_yr }: { readonly platforms: number; readonly rate_per_yr: number; readonly doubling_yr: number | null }): number {
  if (doubling_yr === null) return platforms / rate_per_yr;
  return doubling_yr * Math.log2(1 + (platforms * Math.LN2) / (rate_per_yr * doubling_yr));
}
