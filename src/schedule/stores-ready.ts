/**
 * When the stores of the nodes that are free would carry a job: what the slots ahead do not know. Free nodes are taken to stay idle and charge
 * until then; of idle stores under one light the fuller stays the fuller, so that the last node that is needed decides.
 */
import { carry } from "./battery.ts";
import { holdsUntil } from "./curve.ts";
import type { Demand } from "./fit.ts";
import { firstNodes } from "./node-set.ts";
import type { PoolState } from "./state.ts";
import { settleStore } from "./store.ts";
import { openTo, windowsOf } from "./supply.ts";

/** The times that are asked for: `from_s` and every step after it, before `to_s`. */
export interface Times {
  readonly now_s: number;
  readonly from_s: number;
  readonly step_s: number;
  readonly to_s: number;
}

/** Charges of the free nodes of a pool, the fullest first; undefined without stores. */
const chargesOf = (pool: PoolState, accelerators: number, now_s: number): Float64Array | undefined => {
  if (pool.ready.pool.battery === null) return undefined;
  const free = firstNodes(pool.set, accelerators, pool.ready.pool.nodes).filter((node) => pool.used_W[node] === 0);
  for (const node of free) settleStore(pool, node, now_s);
  return Float64Array.from(free, (node) => pool.charge_J[node]!).sort().reverse();
};

/** Whether an idle node with this charge now would carry the demand from a later time on for long enough. */
const carries = ({ ready }: PoolState, { power_W, accelerators, clock_s, least_s }: Demand, charge_J: number, { now_s, t_s }: { readonly now_s: number; readonly t_s: number }): boolean => {
  const open_s = holdsUntil(openTo(ready, power_W, accelerators), t_s);
  if (open_s - t_s < least_s) return false;
  const { power, pool: { battery } } = ready;
  const idle = carry({ power, battery: battery!, charge_J, load_W: 0, from_s: now_s, to_s: t_s });
  return carry({ power, battery: battery!, charge_J: idle.charge_J, load_W: power_W, from_s: t_s, to_s: Math.min(open_s, t_s + clock_s) }).t_s - t_s >= least_s;
};

/** Nodes of a pool that would carry the demand from a time on; of those without stores all that are free. */
const carrying = (pool: PoolState, charges: Float64Array | undefined, demand: Demand, times: { readonly now_s: number; readonly t_s: number }): number => {
  if (charges === undefined) return holdsUntil(windowsOf(pool.ready, demand.power_W, demand.accelerators), times.t_s) - times.t_s >= demand.least_s ? firstNodes(pool.set, demand.accelerators, demand.nodes).length : 0;
  let low = 0;
  let high = Math.min(charges.length, demand.nodes);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (carries(pool, demand, charges[middle - 1]!, times)) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** The first of the times at which enough free nodes would carry the demand; the first of all where stores are not what is in the way, Infinity where none will do. */
export const storesReadyAt = (pools: readonly PoolState[], demand: Demand, { now_s, from_s, step_s, to_s }: Times): number => {
  const charges = pools.map((pool) => chargesOf(pool, demand.accelerators, now_s));
  if (charges.every((one) => one === undefined)) return from_s;
  const free = pools.reduce((sum, pool, p) => sum + (charges[p]?.length ?? firstNodes(pool.set, demand.accelerators, demand.nodes).length), 0);
  if (free < demand.nodes) return from_s;
  for (let t_s = from_s; t_s < to_s; t_s += step_s) {
    if (pools.reduce((sum, pool, p) => sum + carrying(pool, charges[p], demand, { now_s, t_s }), 0) >= demand.nodes) return t_s;
  }
  return Infinity;
};
