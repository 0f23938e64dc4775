/**
 * Whether work may still wait: what has come, and what is expected to come, beside what there is to run it on.
 *
 *   1. rate = (work that came - the root of the sum of its squares) / time since the first came: the mean so far less a standard error, jobs coming
 *      by chance (compound Poisson), of all that may come late or be lost
 *   2. must(T) = of each job that waits, what has to be done by T for it to be in time + what comes before T, where it could wait no longer than T
 *   3. there is too little room to wait where must(T) > SPARE x (nodes that are up and supplied - those on which work runs, summed to T) at any hour T that is looked ahead
 *
 * (2) counts what comes as it comes, though it could wait too: to let today's work wait in room that tomorrow's needs is to come late then.
 * Work that may run on some domains only is held against these alone, with all that may run on no others. Gangs leave nodes over: of a pool
 * counts what whole gangs fill.
 */
import { HOUR_S } from "../units/index.ts";
import type { Coming } from "./coming-record.ts";
import { lastAtOrBelow } from "./curve.ts";
import type { PlannedPlacement } from "./policy.ts";
import { bookedDemand } from "./fit.ts";
import { notePressing, slackOf } from "./pressing.ts";
import { clockFor } from "./progress.ts";
import type { Entry, PoolState, State } from "./state.ts";
import { windowsOf } from "./supply.ts";

/** Part of what is supplied that is worked: the rest goes with starts that fail, gangs and windows that do not fill, checkpoints. Of 0.8, 0.9 and 1, the one that cost least where supply is scarce (docs/theory/schedule.md). */
const SPARE = 0.9;
/** What came in less time counts as if it had come in so much. */
const SEEN_S = 6 * HOUR_S;

/** Counts a job that comes: what can wait no longer than until all is booked anew, and of all that may be late or lost what is to be expected. */
export const noteJob = (state: State, entry: Entry, { again_s }: PlannedPlacement): void => {
  notePressing(state, entry, again_s);
  const slack_s = slackOf(entry, state.now_s);
  if (slack_s === Infinity) return;
  const key = `${entry.domains.join(",")}${slack_s <= again_s ? " at once" : ""}`;
  const { nodes, acceleratorsPerNode: accelerators, estimate_s } = entry.job;
  const { power_W } = bookedDemand(state, entry);
  const known = state.coming.get(key) ?? { domains: entry.domains, since_s: state.now_s, work_s: 0, squares_s2: 0, gang_s: 0, slack_s: 0, power_W, accelerators };
  const work_s = nodes * accelerators * estimate_s;
  known.work_s += work_s;
  known.squares_s2 += work_s ** 2;
  known.gang_s += nodes * work_s;
  known.slack_s += slack_s * work_s;
  Object.assign(known, { power_W, accelerators });
  state.coming.set(key, known);
};

/** Equation 1, accelerators. */
const rateOf = ({ since_s, work_s, squares_s2 }: Coming, now: number): number => (work_s - Math.sqrt(squares_s2)) / Math.max(SEEN_S, now - since_s);

/** Whether there is too little room to wait; asked anew a slot after it was last. */
export const isCrowded = (state: State, placement: PlannedPlacement): boolean => {
  if (state.coming.size === 0 || state.now_s < state.crowdedAt_s + placement.slot_s) return state.crowded;
  state.crowdedAt_s = state.now_s;
  state.crowded = [...state.coming.values()].some((coming) => lacksRoom(state, coming, Math.ceil(placement.horizon_s / HOUR_S)));
  return state.crowded;
};

/** Equation 3 for the domains of some of the work. */
const lacksRoom = (state: State, coming: Coming, hours: number): boolean => {
  const must = mustBy(state, coming.domains, hours);
  const supplied = suppliedBy(state, coming, hours);
  const taken = takenBy(state, coming.domains, hours);
  for (let h = 0; h < hours; h++) if (must[h]! > SPARE * Math.max(0, supplied[h]! - taken[h]!)) return true;
  return false;
};

/** Equation 2, accelerator-seconds by the end of each hour. */
const mustBy = (state: State, domains: readonly number[], hours: number): Float64Array => {
  const must = new Float64Array(hours);
  for (const other of state.coming.values()) {
    if (!isWithin(other.domains, domains)) continue;
    if (other.work_s === 0) continue;
    const rate = rateOf(other, state.now_s);
    const first = Math.min(hours / 2, other.slack_s / other.work_s / HOUR_S);
    for (let h = 0; h < hours; h++) if (h + 1 > first) must[h]! += rate * (h + 1) * HOUR_S;
  }
  for (const entry of state.queue) if (isWithin(entry.domains, domains)) addWork(must, workLeft(entry, state.now_s), slackOf(entry, state.now_s));
  return must;
};

/** What runs. */
const takenBy = (state: State, domains: readonly number[], hours: number): Float64Array => {
  const taken = new Float64Array(hours);
  for (const d of domains) for (const p of state.supply.domains[d]!.pools) for (const entry of state.pools[p]!.running) addWork(taken, workLeft(entry, state.now_s), 0);
  return taken;
};

const isWithin = (some: readonly number[], domains: readonly number[]): boolean => some.length <= domains.length && some.every((d) => domains.includes(d));

interface Work {
  readonly accelerators: number;
  readonly clock_s: number;
}

const workLeft = ({ job, work_s, held, start_s, speed }: Entry, now: number): Work => {
  const clock_s = clockFor(job, job.estimate_s, { speed, from_s: work_s });
  return { accelerators: job.nodes * job.acceleratorsPerNode, clock_s: held.length === 0 ? clock_s : Math.max(0, clock_s - (now - start_s)) };
};

/** A job that may begin after `slack_s` at the latest has by T to be on for what lies between. */
const addWork = (must: Float64Array, { accelerators, clock_s }: Work, slack_s: number): void => {
  if (slack_s === Infinity) return;
  for (let h = Math.max(0, Math.floor(slack_s / HOUR_S)); h < must.length; h++) must[h]! += accelerators * Math.max(0, Math.min(clock_s, (h + 1) * HOUR_S - slack_s));
};

/** Accelerator-seconds that are up and supplied by the end of each hour, as whole gangs fill them. */
const suppliedBy = (state: State, { domains, gang_s, work_s, power_W, accelerators }: Coming, hours: number): Float64Array => {
  const supplied = new Float64Array(hours);
  const gang = gang_s / work_s;
  for (const d of domains) {
    for (const p of state.supply.domains[d]!.pools) {
      const pool = state.pools[p]!;
      const nodes = gang * Math.floor(upIn(pool) / gang + 1e-9);
      const { start, end } = windowsOf(pool.ready, power_W, accelerators);
      let i = Math.max(0, lastAtOrBelow(start, state.now_s));
      let sum_s = 0;
      for (let h = 0; h < hours; h++) {
        const [from_s, to_s] = [state.now_s + h * HOUR_S, state.now_s + (h + 1) * HOUR_S];
        while (i < start.length && start[i]! < to_s) {
          sum_s += Math.max(0, Math.min(end[i]!, to_s) - Math.max(start[i]!, from_s));
          if (end[i]! > to_s) break;
          i++;
        }
        supplied[h]! += nodes * accelerators * sum_s;
      }
    }
  }
  return supplied;
};

const upIn = ({ set }: PoolState): number => set.levels.reduce((up, level) => up + level.length, 0);
