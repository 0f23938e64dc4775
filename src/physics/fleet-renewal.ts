/**
 * What a fleet of constant size costs the sky every year: mass sent up, mass that comes down, oxide left in the air, manoeuvres.
 *
 *   1. a satellite serves until it fails (hazard l) or reaches its life T: mean service (1 - exp(-l T))/l, so l/(1 - exp(-l T)) replacements
 *      a satellite and year (renewal theorem, Smith 1958); l exp(-l T)/(1 - exp(-l T)) of them at the end of life, l after a failure
 *   2. upmass = N x replacements x launch mass / launch success
 *   3. mass that comes down a year = N x replacements x end mass x share of the fleet that comes down
 *   4. alumina = share of entering mass x (3); at most Al share x burnt share x 1.8895 (Al2O3 over 2 Al)
 *   5. avoidance: N x rate; rate at another density of objects grows in proportion (kinetic theory), so the operator's load as N (N + others)
 *
 * Assumes: steady state, constant hazard; what fails in orbit comes down too (below 2,000 km, by drag or its own burn); a satellite is
 * replaced at once. Numbers of rate and speed are the caller's: `orbit.avoidance` of a scenario holds the published ones.
 * Range: any N; l = 0 gives 1/T. Accuracy: exact for 1-3; 4 is one published molecular-dynamics study, 5 a proportionality that Starlink's
 * reports exceed (32 to 41 a satellite and year while the fleet grew less), so a lower bound of growth (test/physics/sustainability).
 */
import { DAY_S, JULIAN_YEAR_S } from "../units/index.ts";
import { meanSurvival_frac } from "./reliability.ts";
import { inRange } from "./in-range.ts";

/** Al2O3 over the aluminium in it: 101.961 / (2 x 26.9815), IUPAC 2021. */
const ALUMINA_OVER_ALUMINIUM = 1.8895;

export type FleetLife = {
  readonly satellites: number;
  /** Years until a satellite is retired. */
  readonly life_yr: number;
  /** Hazard of failures that end service. */
  readonly failure_per_yr: number;
};

/** Satellites replaced a year in a fleet of constant size: all, and those that reached their life or failed. */
export function replacements_per_yr(fleet: FleetLife): { readonly all: number; readonly retired: number; readonly failed: number } {
  inRange("nonnegative", { satellites: fleet.satellites, failure_per_yr: fleet.failure_per_yr });
  inRange("positive", { life_yr: fleet.life_yr });
  const all = fleet.satellites / (meanSurvival_frac({ rate_per_yr: fleet.failure_per_yr, life_yr: fleet.life_yr }) * fleet.life_yr);
  const failed = fleet.satellites * fleet.failure_per_yr;
  return { all, retired: all * Math.exp(-fleet.failure_per_yr * fleet.life_yr), failed };
}

export type SatelliteMasses = {
  readonly launch_kg: number;
  /** Dry mass and the propellant left over. */
  readonly end_kg: number;
};

/** Mass launched a year to keep the fleet, lost launches included. */
export function upmass_kg_per_yr(fleet: FleetLife, masses: SatelliteMasses, launchSuccess_frac: number): number {
  inRange("positive", { launch_kg: masses.launch_kg, launchSuccess_frac });
  inRange("fraction", { launchSuccess_frac });
  return (replacements_per_yr(fleet).all * masses.launch_kg) / launchSuccess_frac;
}

/** Mass that enters the air a year, of the share of satellites that comes down. */
export function entering_kg_per_yr(fleet: FleetLife, masses: SatelliteMasses, comesDown_frac: number): number {
  inRange("positive", { end_kg: masses.end_kg });
  inRange("fraction", { comesDown_frac });
  return replacements_per_yr(fleet).all * masses.end_kg * comesDown_frac;
}

/** Most alumina that a kilogram of satellite can leave: all burnt aluminium turned to oxide. */
export function aluminaCeiling_frac(satellite: { readonly aluminium_frac: number; readonly burnt_frac: number }): number {
  inRange("fraction", { aluminium_frac: satellite.aluminium_frac, burnt_frac: satellite.burnt_frac });
  return satellite.aluminium_frac * satellite.burnt_frac * ALUMINA_OVER_ALUMINIUM;
}

export type AvoidanceRate = {
  /** Manoeuvres of one satellite a year among `objects`. */
  readonly rate_per_yr: number;
  /** Objects in the band for which the rate was published: the fleet itself and all others. */
  readonly objects: number;
};

export type AvoidanceLoad = {
  readonly perSatellite_per_yr: number;
  readonly fleet_per_yr: number;
  readonly fleet_per_day: number;
  /** Speed that one satellite spends on them over its life. */
  readonly deltaV_m_per_s: number;
};

/** Manoeuvres of a fleet among so many objects in its band, itself counted. */
export function avoidanceLoad(
  fleet: FleetLife,
  published: AvoidanceRate,
  here: { readonly objects: number; readonly deltaV_m_per_s: number },
): AvoidanceLoad {
  inRange("nonnegative", {
    rate_per_yr: published.rate_per_yr,
    objects: here.objects,
    deltaV_m_per_s: here.deltaV_m_per_s,
    satellites: fleet.satellites,
  });
  inRange("positive", { objects: published.objects, life_yr: fleet.life_yr });
  const perSatellite_per_yr = (published.rate_per_yr * here.objects) / published.objects;
  const fleet_per_yr = perSatellite_per_yr * fleet.satellites;
  return {
    perSatellite_per_yr,
    fleet_per_yr,
    fleet_per_day: (fleet_per_yr * DAY_S) / JULIAN_YEAR_S,
    deltaV_m_per_s: perSatellite_per_yr * fleet.life_yr * here.deltaV_m_per_s,
  };
}
