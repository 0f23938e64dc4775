/**
 * Failures without repair, and the time between failures of a cluster.
 *
 *   1. survivors of a constant hazard: exp(-l t); mean over a life T: (1 - exp(-l T))/(l T)
 *   2. lifetime penalty: units to launch per unit of mean service = l T/(1 - exp(-l T)) (Turyshev 2026)
 *   3. rate a unit and year: events/(units days/365.25); cluster mean time between failures: hours/events
 *   4. Weibull hazard (b/eta)(t/eta)^(b-1), survivors exp(-(t/eta)^b)
 *   5. checkpoint interval sqrt(2 d M) (Young 1974); useful fraction by Daly 2006: tau / (M e^(R/M) (e^((tau+d)/M) - 1))
 *
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

export type Weibull = { readonly shape: number; readonly scale_yr: number };

/** Fraction surviving to a time under a Weibull life (shape below 1: infant mortality). */
export function weibullSurvival_frac(life: Weibull, time_yr: number): number {
  return Math.exp(-((time_yr / life.scale_yr) ** life.shape));
}

/** Interval between checkpoints that wastes least (Young). */
export function checkpointInterval_s(job: { readonly checkpoint_s: number; readonly mtbf_s: number }): number {
  return Math.sqrt(2 * job.checkpoint_s * job.mtbf_s);
}

/** Fraction of wall time that is useful work under checkpoint and restart (Daly, exact for exponential failures). */
export function checkpointUseful_frac(job: { readonly checkpoint_s: number; readonly restart_s: number; readonly mtbf_s: number }): number {
  const tau = checkpointInterval_s(job);
  return tau / (job.mtbf_s * Math.exp(job.restart_s / job.mtbf_s) * Math.expm1((tau + job.checkpoint_s) / job.mtbf_s));
}
