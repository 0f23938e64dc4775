/**
 * How often a launcher flies, how likely it succeeds, and how many flights a stage lasts.
 *
 *   1. success after a record: Beta(a, b) before, s successes and f failures seen: mean (a + s)/(a + b + s + f), variance
 *      mean (1 - mean)/(a + b + s + f + 1) (conjugate prior; Guikema & Pate-Cornell 2004, "Bayesian analysis of launch vehicle success rates",
 *      J. Spacecraft 41). a = b = 1 is Laplace's rule (s + 1)/(n + 2), as NASA KSC and Space Launch Report used it (2009)
 *   2. rate t years after the first flight: least of the written cadence, first + added x t, boosters / turnaround, pads / pad turnaround
 *   3. share of the time that is not down: 1/(1 + h d), h events a year of running time, each followed by d years of none (renewal reward,
 *      Cox 1962): failures stand a fleet down, h = rate x (1 - success); a pad is lost h times a year and d years away
 *   4. flights that a stage gives: (1 - r^n)/(1 - r), n of design life and each recovered with chance r; n where r is 1
 *
 * Assumes: launches alike and independent given the success rate, which does not grow by what is learnt; no launches while down.
 * Range: any. Accuracy: closed forms; 3 against drawn sequences of events (test/market).
 */
import { HOURS_PER_YEAR } from "../units/index.ts";

export interface FlightRecord {
  readonly priorSuccesses: number;
  readonly priorFailures: number;
  readonly successes: number;
  readonly failures: number;
}

/** Chance of the next success and its standard deviation (eq. 1); RangeError where nothing is known at all. */
export function successAfter({ priorSuccesses, priorFailures, successes, failures }: FlightRecord): { readonly mean_frac: number; readonly sd_frac: number } {
  const known = priorSuccesses + priorFailures + successes + failures;
  if (!(known > 0)) throw new RangeError(`successes and failures, prior and seen, sum to ${known}: nothing is known`);
  const mean_frac = (priorSuccesses + successes) / known;
  return { mean_frac, sd_frac: Math.sqrt((mean_frac * (1 - mean_frac)) / (known + 1)) };
}

export interface RampUp {
  readonly first_per_yr: number;
  /** Launches a year that are added each year. */
  readonly added_per_yr: number;
  /** Null where it does not limit. */
  readonly boosters: number | null;
  readonly turnaround_h: number | null;
  readonly pads: number | null;
  readonly padTurnaround_h: number | null;
}

/** Launches a year, some years after the first flight (eq. 2); 0 before it. */
export function launchRate_per_yr(ramp: RampUp, { cadence_per_yr, since_yr }: { readonly cadence_per_yr: number; readonly since_yr: number }): number {
  if (since_yr < 0) return 0;
  const cycle = (count: number | null, each_h: number | null): number => (count === null || each_h === null ? Infinity : (count * HOURS_PER_YEAR) / each_h);
  return Math.min(cadence_per_yr, ramp.first_per_yr + ramp.added_per_yr * since_yr, cycle(ramp.boosters, ramp.turnaround_h), cycle(ramp.pads, ramp.padTurnaround_h));
}

/** Share of the time between outages (eq. 3). */
export function upShare({ events_per_yr, outage_yr }: { readonly events_per_yr: number; readonly outage_yr: number }): number {
  return 1 / (1 + events_per_yr * outage_yr);
}

/** Mean flights of a reused stage (eq. 4). */
export function flightsOfStage({ design, recovery_frac }: { readonly design: number; readonly recovery_frac: number }): number {
  return recovery_frac === 1 ? design : (1 - recovery_frac ** design) / (1 - recovery_frac);
}
