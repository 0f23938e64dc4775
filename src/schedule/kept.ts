/** Nodes that are kept for jobs whose input is about to be there. */
import { holdsUntil } from "./curve.ts";
import { eligiblePools } from "./eligible.ts";
import { firstNodes } from "./node-set.ts";
import type { Entry, Held, PoolState, State } from "./state.ts";
import { windowsOf } from "./supply.ts";

/** Others for which nodes of a domain are kept. */
export const keptFor = ({ kept }: State, entry: Entry, domain: number): readonly Entry[] =>
  kept.filter((other) => other !== entry && other.home === domain && (other.state === "admitted" || other.state === "staged"));

/** Nodes of a domain that are kept for others. */
export const keptIn = (state: State, entry: Entry, domain: number): number => (state.kept.length === 0 ? 0 : keptFor(state, entry, domain).reduce((nodes, { job }) => nodes + job.nodes, 0));

/** After a decision: what is there has started, or waits as others do. */
export const forgetKept = ({ kept, now_s }: State): void => {
  if (kept.length > 0) kept.splice(0, kept.length, ...kept.filter(({ ready_s, state }) => ready_s > now_s && state === "admitted"));
};

/** What a start would take of each of its nodes. */
export interface Taken {
  readonly held: readonly Held[];
  readonly accelerators: number;
  readonly power_W: number;
}

/** What nodes of a pool would have left, beside what runs. */
interface Left {
  readonly free: Int32Array;
  readonly used_W: Float64Array;
}

const take = ({ free, used_W }: Left, nodes: readonly number[], accelerators: number, power_W: number): void => {
  for (const node of nodes) {
    free[node]! -= accelerators;
    used_W[node]! += power_W;
  }
};

/** Whether a start on nodes that jobs share leaves those who are waited for, one after the other, nodes with their accelerators and watts when their input is there. */
export const leavesKept = (state: State, entry: Entry, domain: number, { held, accelerators, power_W }: Taken): boolean => {
  const left = new Map(state.supply.domains[domain]!.pools.map((i) => [i, { free: Int32Array.from(state.pools[i]!.set.free), used_W: Float64Array.from(state.pools[i]!.used_W) }]));
  for (const { pool, nodes } of held) take(left.get(pool)!, nodes, accelerators, power_W);
  return keptFor(state, entry, domain).every((other) => {
    const { nodes, acceleratorsPerNode, power_W: own_W } = other.job;
    let missing = nodes;
    for (const pool of eligiblePools(state, other, domain)) {
      const found = firstNodes(pool.set, acceleratorsPerNode, pool.ready.pool.nodes).filter((node) => hasRoom(pool, left.get(pool.index)!, node, other)).slice(0, missing);
      take(left.get(pool.index)!, found, acceleratorsPerNode, own_W);
      missing -= found.length;
    }
    return missing === 0;
  });
};

const hasRoom = ({ ready }: PoolState, { free, used_W }: Left, node: number, { job, ready_s }: Entry): boolean => {
  const { battery, acceleratorsPerNode } = ready.pool;
  if (free[node]! < job.acceleratorsPerNode) return false;
  // One job a node has a store.
  if (battery !== null) return free[node] === acceleratorsPerNode;
  return holdsUntil(windowsOf(ready, used_W[node]! + job.power_W, acceleratorsPerNode - free[node]! + job.acceleratorsPerNode), ready_s) > ready_s;
};
