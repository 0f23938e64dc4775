/**
 * A fleet about the Sun as a swarm: what it collects, and how far that is from all of the Sun's light.
 *
 *   1. arrays of N platforms, their electric power when new, the light they meet and its share of the Sun's      (physics/swarm)
 *   2. Kardashev's number of the electric power, K = (log10 P - 6)/10
 *   3. neighbours of one ring of N are 2 r sin(pi/N) apart                                                       (physics/heliocentric)
 *   4. years until the rest of the sphere is made, at the factory's highest rate, and were it to go on doubling as it does in the horizon (physics/swarm)
 *
 * N: orbit.target at its largest over the horizon, orbit.fleetMax where there is no target.
 */
import { growthTime_yr, heliocentricRing, kardashevNumber, swarmLight } from "../physics/index.ts";
import { countAt, type Scenario } from "../scenario/index.ts";
import { quarterStart_s } from "../units/index.ts";
import type { Orbit } from "./load.ts";
import type { PlatformSizing, SwarmGrowth, SwarmSizing } from "./sizing.ts";

/** Null away from heliocentric orbits, and for a fleet of none. */
export const swarmSizing = (scenario: Scenario, orbit: Orbit, platform: PlatformSizing): SwarmSizing | null => {
  if (orbit.type !== "heliocentric") return null;
  const satellites = fleetOf(scenario, orbit);
  if (satellites < 1) return null;
  const distance_au = platform.orbit.sunDistance_au;
  const array_m2 = satellites * platform.array.area_m2;
  const electric_W = (satellites * platform.array.bol_W) / distance_au ** 2;
  const { met_W, sunShare_frac, areasToSphere } = swarmLight({ area_m2: array_m2, distance_au });
  return {
    satellites,
    array_m2,
    electric_W,
    it_W: satellites * platform.itNameplate_W,
    met_W,
    sunShare_frac,
    kardashev: kardashevNumber(electric_W),
    satellitesToSphere: satellites * areasToSphere,
    growth: growthOf(scenario, orbit, satellites * (areasToSphere - 1)),
    mass_kg: satellites * platform.mass.wet_kg,
    spacing_km: heliocentricRing({ radius_au: distance_au, satellites }).spacing_km,
  };
};

const quartersOf = ({ horizon }: Scenario): readonly number[] => Array.from({ length: Math.round(horizon.years_yr * 4) }, (_, i) => quarterStart_s(horizon.start_quarter + i));

const fleetOf = (scenario: Scenario, { target, fleetMax }: Orbit): number => Math.max(0, ...quartersOf(scenario).map((t_s) => Math.floor(countAt(target ?? fleetMax, t_s))));

const growthOf = (scenario: Scenario, { factoryRate_per_yr }: Orbit, platforms: number): SwarmGrowth | null => {
  const rates = quartersOf(scenario).map((t_s) => countAt(factoryRate_per_yr, t_s));
  const rate_per_yr = Math.max(...rates);
  const first = rates.findIndex((rate) => rate > 0);
  if (first < 0) return null;
  const grown_yr = (rates.indexOf(rate_per_yr) - first) / 4;
  const doubling_yr = rate_per_yr > rates[first]! ? grown_yr / Math.log2(rate_per_yr / rates[first]!) : null;
  return {
    rate_per_yr,
    atThatRate_yr: growthTime_yr({ platforms, rate_per_yr, doubling_yr: null }),
    doubling_yr,
    doublingOn_yr: doubling_yr === null ? null : growthTime_yr({ platforms, rate_per_yr, doubling_yr }),
  };
};
