/** Where a job may run at all: what no waiting changes. */
import type { Job } from "./job.ts";
import type { Entry, PoolState, State } from "./state.ts";
import type { Pool } from "./supply.ts";

/** Why a pool is no place for a job; undefined where it is one. */
export const poolRefuses = (job: Job, pool: Pool): string | undefined => {
  if (!job.tiers.includes(pool.tier)) return `it may run on ${job.tiers.join(" or ")} only`;
  if (job.jurisdiction !== null && !pool.jurisdictions.includes(job.jurisdiction)) return `it must stay under the law of ${job.jurisdiction}`;
  if (job.latencyMax_ms !== null && pool.latency_ms > job.latencyMax_ms) return `${pool.latency_ms} ms of latency are above ${job.latencyMax_ms} ms`;
  if (job.acceleratorsPerNode > pool.acceleratorsPerNode) return `a node has ${pool.acceleratorsPerNode} accelerators, it needs ${job.acceleratorsPerNode}`;
  return undefined;
};

/** A pool that is a domain of its own, as a list made once: it is asked for at every look. */
const ALONE = new WeakMap<PoolState, readonly PoolState[]>();

const alone = (pool: PoolState): readonly PoolState[] => {
  let list = ALONE.get(pool);
  if (list === undefined) {
    list = [pool];
    ALONE.set(pool, list);
  }
  return list;
};

/** Pools of a domain that a job may use. */
export const eligiblePools = (state: State, entry: Entry, domain: number): readonly PoolState[] => {
  const pools = state.supply.domains[domain]!.pools;
  if (pools.length === 1) {
    const only = state.pools[pools[0]!]!;
    return poolRefuses(entry.job, only.ready.pool) === undefined ? alone(only) : [];
  }
  return pools.map((i) => state.pools[i]!).filter(({ ready }) => poolRefuses(entry.job, ready.pool) === undefined);
};

/** Domains whose eligible pools have the nodes of its gang, were they all free; where its data went is for `entry.domains` to say. */
export const eligibleDomains = (state: State, entry: Entry): readonly number[] =>
  state.supply.domains.flatMap((_, d) => {
    const nodes = eligiblePools(state, entry, d).reduce((sum, { ready }) => sum + ready.pool.nodes, 0);
    return nodes >= entry.job.nodes ? [d] : [];
  });
