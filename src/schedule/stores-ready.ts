/**
 * When the stores of the nodes that are free would carry a job: what the slots ahead do not know. Free nodes are taken to stay idle and charge
 * until then; of idle stores under one light the fuller stays the fuller.
 */
import { carry } from "./battery.ts";
import { holdsUntil } from "./curve.ts";
import type { Demand } from "./fit.ts";
import { firstNodes } from "./node-set.ts";
import type { PoolState } from "./state.ts";
import { settleStore } from "./store.ts";
import { openTo, windowsOf, type Ready } from "./supply.ts";

/** The times that are asked for: `from_s` and every step after it, before `to_s`. */
export interface Times {
  readonly now_s: number;
  readonly from_s: number;
  readonly step_s: number;
  readonly to_s: number;
}

/** A pool with the charges of its free nodes at the time that is looked at, the fullest first, no more than could be needed; null without stores. */
interface Idle {
  readonly pool: PoolState;
  readonly charges_J: Float64Array | null;
  readonly free: number;
}

const idleOf = (pool: PoolState, { accelerators, nodes }: Demand, now_s: number): Idle => {
  const all = firstNodes(pool.set, accelerators, pool.ready.pool.nodes);
  if (pool.ready.pool.battery === null) return { pool, charges_J: null, free: all.length };
  const free = all.filter((node) => pool.used_W[node] === 0);
  for (const node of free) settleStore(pool, node, now_s);
  return { pool, charges_J: Float64Array.from(free, (node) => pool.charge_J[node]!).sort().reverse().slice(0, nodes), free: free.length };
};

/** Lets idle nodes charge. */
const charge = ({ pool: { ready }, charges_J }: Idle, from_s: number, to_s: number): void => {
  if (charges_J === null) return;
  for (let i = 0; i < charges_J.length; i++) charges_J[i] = carry({ power: ready.power, battery: ready.pool.battery!, charge_J: charges_J[i]!, load_W: 0, from_s, to_s }).charge_J;
};

/** Whether a node with this charge carries the demand from a time on for long enough. */
const carries = ({ power, pool: { battery } }: Ready, { power_W, clock_s, least_s }: Demand, charge_J: number, { t_s, open_s }: { readonly t_s: number; readonly open_s: number }): boolean =>
  carry({ power, battery: battery!, charge_J, load_W: power_W, from_s: t_s, to_s: Math.min(open_s, t_s + clock_s) }).t_s >= t_s + least_s;

/** Nodes that would carry the demand from a time on; of those without stores all that are free. */
const carrying = ({ pool: { ready }, charges_J, free }: Idle, demand: Demand, t_s: number): number => {
  const { power_W, accelerators, least_s } = demand;
  const open_s = holdsUntil(charges_J === null ? windowsOf(ready, power_W, accelerators) : openTo(ready, power_W, accelerators), t_s);
  if (open_s - t_s < least_s) return 0;
  if (charges_J === null) return free;
  let count = 0;
  while (count < charges_J.length && carries(ready, demand, charges_J[count]!, { t_s, open_s })) count++;
  return count;
};

/** The first of the times at which enough free nodes would carry the demand; the first of all where stores are not what is in the way, Infinity where none will do. */
export const storesReadyAt = (pools: readonly PoolState[], demand: Demand, { now_s, from_s, step_s, to_s }: Times): number => {
  if (pools.every(({ ready }) => ready.pool.battery === null)) return from_s;
  const idle = pools.map((pool) => idleOf(pool, demand, now_s));
  if (idle.reduce((sum, { free }) => sum + free, 0) < demand.nodes) return from_s;
  for (let before_s = now_s, t_s = from_s; t_s < to_s; before_s = t_s, t_s += step_s) {
    let nodes = 0;
    for (const one of idle) {
      charge(one, before_s, t_s);
      nodes += carrying(one, demand, t_s);
    }
    if (nodes >= demand.nodes) return t_s;
  }
  return Infinity;
};
