/** The stores of a pool's nodes: brought up to a time, and asked how long they would carry a load. */
import { carry } from "./battery.ts";
import type { PoolState } from "./state.ts";

/** A store that is asked in two steps is empty this much earlier or later than in one. */
const ROUNDING_S = 1e-6;

/** Brings a node's store to a time under the load that it has had. */
export const settleStore = (pool: PoolState, node: number, t_s: number): void => {
  const { battery } = pool.ready.pool;
  if (battery === null || t_s <= pool.since_s[node]!) return;
  const load_W = pool.used_W[node]!;
  const trip = carry({ power: pool.ready.power, battery, charge_J: pool.charge_J[node]!, load_W, from_s: pool.since_s[node]!, to_s: t_s });
  if (trip.t_s < t_s - ROUNDING_S) throw new Error(`${pool.ready.pool.id}: node ${node} was left without power from ${trip.t_s} to ${t_s} s`);
  pool.charge_J[node] = trip.charge_J;
  pool.since_s[node] = t_s;
  pool.energy.charged_J += trip.charged_J;
  pool.energy.lost_J += trip.lost_J;
  pool.energy.discharged_J += trip.discharged_J;
  pool.energy.direct_J += trip.direct_J;
};

export interface Carrying {
  readonly power_W: number;
  readonly now_s: number;
  readonly to_s: number;
}

/** Until when an idle node, or one that already has this load, carries it, up to `to_s`. */
export const storeHolds = (pool: PoolState, node: number, { power_W, now_s, to_s }: Carrying): number => {
  settleStore(pool, node, now_s);
  return carry({ power: pool.ready.power, battery: pool.ready.pool.battery!, charge_J: pool.charge_J[node]!, load_W: power_W, from_s: now_s, to_s }).t_s;
};
