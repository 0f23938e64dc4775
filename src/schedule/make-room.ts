/** Room for a job that cannot wait: the word to jobs of lower priority, and their grace. */
import { leastOver } from "./curve.ts";
import { eligiblePools } from "./eligible.ts";
import { demandOf } from "./fit.ts";
import { nodesWith } from "./node-set.ts";
import { rankOf } from "./order.ts";
import type { Preemption } from "./policy.ts";
import { freeAt, newOutlook } from "./profile.ts";
import { stopJob, tellJob } from "./running.ts";
import type { Entry, PoolState, State } from "./state.ts";
import type { Outcome } from "./transition.ts";

/** Where room is wanted, by what rule, and whom it may cost his nodes. */
export interface Room {
  readonly domains: readonly number[];
  readonly preemption: Preemption;
  readonly may: (victim: Entry) => boolean;
}

/** Tells jobs of lower priority to stop, where that lets this one start after their grace. */
export const makeRoom = (state: State, out: Outcome, entry: Entry, { domains, preemption: { least, grace_s }, may }: Room): void => {
  for (const domain of domains) {
    const victims = enough(state, entry, { domain, least, at_s: state.now_s + grace_s, may });
    if (victims === undefined) continue;
    const stop_s = state.now_s + grace_s;
    for (const victim of victims) tellJob(state, out, victim, { stop_s, cause: "preempted" });
    entry.told_s = stop_s;
    if (grace_s === 0) for (const victim of victims) stopJob(state, out, victim, { cause: "preempted", orderly: true });
    return;
  }
};

interface Wanted {
  readonly domain: number;
  readonly least: number;
  readonly at_s: number;
  readonly may: (victim: Entry) => boolean;
}

/** The fewest-priority, latest-started jobs whose nodes would do; undefined where none would. */
const enough = (state: State, entry: Entry, { domain, least, at_s, may }: Wanted): readonly Entry[] | undefined => {
  const demand = demandOf(entry, false);
  const pools = eligiblePools(state, entry, domain).filter((pool) => freeAt(newOutlook(state.now_s), pool, demand, at_s).until_s - at_s >= demand.least_s && hasCap(pool, demand.power_W, at_s));
  const candidates = [...new Set(pools.flatMap(({ running }) => running))]
    .filter((other) => other.job.preemptible && may(other) && other.state === "running" && rankOf(state.policy, other.job) <= rankOf(state.policy, entry.job) - least && other.planned_s > at_s && other.job.acceleratorsPerNode >= demand.accelerators)
    .toSorted((a, b) => a.job.priority - b.job.priority || b.start_s - a.start_s || b.index - a.index);
  let free = pools.reduce((sum, { set }) => sum + nodesWith(set, demand.accelerators), 0);
  const victims: Entry[] = [];
  for (const victim of candidates) {
    if (free >= demand.nodes) break;
    victims.push(victim);
    free += victim.held.reduce((sum, { pool, nodes }) => sum + (pools.some(({ index }) => index === pool) ? nodes.length : 0), 0);
  }
  return free >= demand.nodes && victims.length > 0 ? victims : undefined;
};

const hasCap = ({ ready }: PoolState, power_W: number, at_s: number): boolean => ready.cap === null || leastOver(ready.cap, at_s, at_s + 1) >= power_W;
