/**
 * Failures at a constant rate without repair, and the time between failures of a cluster.
 *
 *   1. survivors of a constant hazard: exp(-l t); mean over a life T: (1 - exp(-l T))/(l T)
 *   2. lifetime penalty: units to launch per unit of mean service = l T/(1 - exp(-l T)) (Turyshev 2026)
 *   3. rate a unit and year: events/(units days/365.25); cluster mean time between failures: hours/events
 *
 * Rates that change with age are in `bathtub.ts`, spares in `spares.ts`, lost work in `checkpointing.ts`.
 * Assumes: independent failures. Accuracy: exact; Llama 3 and Turyshev cases in test/golden/physics.
 */
import { DAY_S, HOUR_S, JULIAN_YEAR_S } from "../units/index.ts";

/** Mean fraction of units alive over a life, no repair. */
export function meanSurvival_frac(hazard: { readonly rate_per_yr: number; readonly life_yr: number }): number {
  const x = hazard.rate_per_yr * hazard.life_yr;
  return x === 0 ? 1 : -Math.expm1(-x) / x;
}

/** Units to launch per unit of mean service over the life. */
export function lifetimePenalty(hazard: { readonly rate_per_yr: number; readonly life_yr: number }): number {
  return 1 / meanSurvival_frac(hazard);
}

/** Failures a unit suffers in a year, from a count of events. */
export function annualFailureRate_per_yr(log: { readonly events: number; readonly units: number; readonly days: number }): number {
  return (log.events * JULIAN_YEAR_S) / (log.units * log.days * DAY_S);
}

/** Mean time between failures of a cluster, from a count of events. */
export function clusterMtbf_h(log: { readonly events: number; readonly days: number }): number {
  return (log.days * DAY_S) / HOUR_S / log.events;
}

/** Mean time between failures of a cluster of equal units. */
export function clusterMtbfOfUnits_h(cluster: { readonly rate_per_yr: number; readonly units: number }): number {
  return JULIAN_YEAR_S / HOUR_S / (cluster.rate_per_yr * cluster.units);
}
