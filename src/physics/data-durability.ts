/**
 * How long erasure-coded data lives: k data and m parity shards on n = k + m drives, any k of which give the data back.
 *
 *   1. birth and death of failed drives: up by (n - i) l, down by i u (each drive rebuilt by itself) or u (one after another);
 *      mean time from i to i+1 failed: T_0 = 1/(n l), T_i = [1 + d_i T_(i-1)] / ((n - i) l); time to loss = T_0 + ... + T_m
 *      (Gibson 1990 for RAID; Greenan, Plank & Wylie 2010, "Mean time to meaningless"; birth-death first passage)
 *   2. m = 1, one rebuild: [(2n - 1) l + u] / (n (n - 1) l^2)                          (Gibson 1990: RAID 4 and 5)
 *   3. nobody replaces drives in orbit: with s spares lost when more than m + s of n + s drives have failed, or more than m at once:
 *      P(loss) <= P[Binomial(n + s, 1 - exp(-l t)) > m + s] + 1 - exp(-t/T), T by 1
 *   4. expected unreadable sectors of a rebuild = 8 R p, R bytes read, p unreadable bits per bit read
 *
 * 3 bounds from above: the second term lets spares be without end, and first passage upwards through a birth-death chain from 0 is a sum
 * of exponentials (Keilson 1979), so it ages: before its mean it is later than exponential. Exact for s = 0 and no rebuild (u = 0).
 * Assumes: independent drives, constant hazards, spares fail like the rest, rebuilding starts at once. Common causes (a controller, a bus,
 * a solar storm, one firmware) are not in it, and they decide in practice: Greenan et al. say why such numbers compare, not foretell.
 * Range: k >= 1, m >= 0; beyond the mean time to loss the bound is 1. Accuracy: 1 and 3 against the matrix of the chain (test/physics/storage).
 */
import { HOURS_PER_YEAR } from "../units/index.ts";
import { inRange } from "./in-range.ts";

export type ErasureCode = {
  /** k: shards that hold data. */
  readonly data: number;
  /** m: shards that may be lost. */
  readonly parity: number;
};

export type DriveFate = {
  readonly failure_per_yr: number;
  /** To rebuild one drive; Infinity when nothing is ever rebuilt. */
  readonly rebuild_h: number;
  /** All failed drives at once, or one after another. */
  readonly rebuilds: "parallel" | "serial";
};

/** Mean years until one group of k + m drives loses data, spares without end; Infinity when drives never fail. */
export function meanTimeToLoss_yr(code: ErasureCode, fate: DriveFate): number {
  checkGroup(code, fate);
  if (fate.failure_per_yr === 0) return Infinity;
  const drives = code.data + code.parity;
  const rebuilt_per_yr = HOURS_PER_YEAR / fate.rebuild_h;
  let step_yr = 0;
  let total_yr = 0;
  for (let failed = 0; failed <= code.parity; failed++) {
    const back_per_yr = fate.rebuilds === "parallel" ? failed * rebuilt_per_yr : Math.min(failed, 1) * rebuilt_per_yr;
    step_yr = (1 + back_per_yr * step_yr) / ((drives - failed) * fate.failure_per_yr);
    total_yr += step_yr;
  }
  return total_yr;
}

/** Upper bound on the probability that one group, with its own spares, loses data within a time. */
export function lossBound_frac(code: ErasureCode, fate: DriveFate, mission: { readonly spares: number; readonly years: number }): number {
  const mean_yr = meanTimeToLoss_yr(code, fate);
  const exhausted = exhaustion_frac(code, fate, mission);
  if (mission.spares === 0 && fate.rebuild_h === Infinity) return exhausted;
  if (mission.years > mean_yr) return 1;
  return Math.min(1, exhausted - Math.expm1(-mission.years / mean_yr));
}

/** Probability that more drives of a group fail than it has parity and spares: certain loss, however fast the rebuild. */
export function exhaustion_frac(
  code: ErasureCode,
  fate: Pick<DriveFate, "failure_per_yr">,
  mission: { readonly spares: number; readonly years: number },
): number {
  inRange("nonnegative", { failure_per_yr: fate.failure_per_yr, years: mission.years });
  inRange("count", { data: code.data, parity: code.parity, spares: mission.spares });
  const failed_frac = -Math.expm1(-fate.failure_per_yr * mission.years);
  return binomialAbove({ trials: code.data + code.parity + mission.spares, above: code.parity + mission.spares, chance: failed_frac });
}

/** Probability that at least one of several like groups loses data. */
export function anyLoss_frac(groups: number, loss_frac: number): number {
  inRange("count", { groups });
  inRange("fraction", { loss_frac });
  return -Math.expm1(groups * Math.log1p(-loss_frac));
}

/** Sectors that cannot be read while one drive of a group is rebuilt from k others. */
export function unreadableSectors(rebuild: { readonly read_bytes: number; readonly unreadable_per_bit: number }): number {
  inRange("nonnegative", { read_bytes: rebuild.read_bytes, unreadable_per_bit: rebuild.unreadable_per_bit });
  return 8 * rebuild.read_bytes * rebuild.unreadable_per_bit;
}

/** Above this a term is a normal number and needs no logarithm. */
const SMALLEST_LOG = -700;

/** P(X > above) of a binomial, summed from its largest term away from cancellation. */
function binomialAbove({ trials, above, chance }: { readonly trials: number; readonly above: number; readonly chance: number }): number {
  if (chance === 0) return 0;
  if (chance === 1) return trials > above ? 1 : 0;
  const odds = chance / (1 - chance);
  let logTerm = trials * Math.log1p(-chance);
  let sum = 0;
  if (logTerm > SMALLEST_LOG) {
    let term = Math.exp(logTerm);
    for (let count = 0; count <= trials; count++) {
      if (count > above) sum += term;
      term *= ((trials - count) / (count + 1)) * odds;
    }
    return Math.min(1, sum);
  }
  for (let count = 0; count <= trials; count++) {
    if (count > above) sum += Math.exp(logTerm);
    logTerm += Math.log(((trials - count) / (count + 1)) * odds);
  }
  return Math.min(1, sum);
}

function checkGroup(code: ErasureCode, fate: DriveFate): void {
  inRange("count", { data: code.data, parity: code.parity });
  inRange("positive", { data: code.data });
  inRange("nonnegative", { failure_per_yr: fate.failure_per_yr });
  if (!(fate.rebuild_h > 0)) throw new RangeError(`rebuild_h is ${fate.rebuild_h}, must be above 0`);
}
