/**
 * The slots ahead: what is free in them when what runs and what is booked is taken off. `decide` books by it, `best-slot` searches it.
 *
 *   free_d(i) = accelerators of domain d that are up - those of jobs planned to run in slot i - those booked
 *
 * A run counts in a slot that it fills by half or more, and to its expected end also while its supply pauses (`stretches`). What starts is checked against the true state; a slot is only a promise.
 */
import { eligiblePools } from "./eligible.ts";
import { bookedDemand, demandOf, type Demand } from "./fit.ts";
import type { PlannedPlacement } from "./policy.ts";
import { pricesAhead, slotsOf, sumsTo, type PricesAhead } from "./prices-ahead.ts";
import type { Entry, PoolState, State } from "./state.ts";
import { endOfStart, mayStop } from "./stretches.ts";

/** Slot i begins at `from_s + i slot_s`; the first holds `now`. */
export interface Ahead {
  readonly now: number;
  readonly from_s: number;
  readonly slots: number;
  /** Accelerators free, by domain and slot. */
  readonly free: Float64Array;
  readonly placement: PlannedPlacement;
  readonly prices: PricesAhead;
  /** Slots of the prices that lie before the first. */
  readonly past: number;
  /** Whether there is too little room to wait: then each hour until a start costs what an hour of lateness does. */
  readonly crowded: boolean;
}

const upIn = ({ set }: PoolState): number => {
  let up = 0;
  for (const level of set.levels) up += level.length;
  return up * set.acceleratorsPerNode;
};

const heldIn = ({ held, job }: Entry, pool: number): number => {
  let nodes = 0;
  for (const part of held) if (part.pool === pool) nodes += part.nodes.length;
  return nodes * job.acceleratorsPerNode;
};

/** When what runs is expected to be done: what its supply stops on the way goes on after it. */
const endOfRun = (state: State, entry: Entry, domain: number): number => {
  const { state: how, job, start_s, until_s, planned_s } = entry;
  if (how !== "running" || job.checkpoint === null || planned_s < until_s) return planned_s;
  return endOfStart(entry, eligiblePools(state, entry, domain), demandOf(entry, entry.speed < 1), { start_s, until_s });
};

/** What is ahead with what runs, and nothing booked; it holds until the second that is asked for after it. */
export const newAhead = (state: State, placement: PlannedPlacement): Ahead => {
  const { slot_s } = placement;
  const now = state.now_s;
  const slots = slotsOf(placement);
  const number = Math.floor(now / slot_s);
  const from_s = number * slot_s;
  const { domains } = state.supply;
  const prices = pricesAhead(state, placement);
  const free = prices.room[prices.turn].fill(0);
  prices.turn = prices.turn === 0 ? 1 : 0;
  for (let d = 0; d < domains.length; d++) {
    const row = d * slots;
    for (const index of domains[d]!.pools) {
      const pool = state.pools[index]!;
      free[row]! += upIn(pool);
      for (const entry of pool.running) {
        const end = Math.max(1, Math.min(slots, Math.round((endOfRun(state, entry, d) - from_s) / slot_s)));
        const held = heldIn(entry, index);
        free[row]! -= held;
        if (end < slots) free[row + end]! += held;
      }
    }
    for (let i = row + 1; i < row + slots; i++) free[i]! += free[i - 1]!;
  }
  return { now, from_s, slots, free, placement, prices, past: number - prices.first, crowded: state.crowded };
};

/** Slots that a run fills, the first at least; none before the one that is on. */
export const slotAt = ({ from_s, placement: { slot_s } }: Ahead, t: number): number => Math.round((t - from_s) / slot_s);

/** Where the last slot ends. */
export const endOf = ({ from_s, slots, placement: { slot_s } }: Ahead): number => from_s + slots * slot_s;

/** Takes what a job will use off the slots. */
export const book = (ahead: Ahead, { domain, start_s, end_s }: { readonly domain: number; readonly start_s: number; readonly end_s: number }, { nodes, accelerators }: Pick<Demand, "nodes" | "accelerators">): void => {
  const { free, slots } = ahead;
  const first = Math.max(0, slotAt(ahead, start_s));
  const end = Math.min(slots, Math.max(first + 1, slotAt(ahead, end_s)));
  for (let i = domain * slots + first; i < domain * slots + end; i++) free[i]! -= nodes * accelerators;
};

/** Takes all that is booked off, but for those left out. */
export const bookAll = (state: State, ahead: Ahead, isBooked: (entry: Entry) => boolean): void => {
  for (const entry of state.queue) {
    if (!isBooked(entry)) continue;
    const demand = bookedDemand(state, entry);
    const { place: domain, hold_s: start_s } = entry;
    book(ahead, { domain, start_s, end_s: mayStop(demand) ? endOfStart(entry, eligiblePools(state, entry, domain), demand, { start_s, until_s: null }) : start_s + demand.clock_s }, demand);
  }
};

/** What a slot costs in a domain, an accelerator that takes so many kilowatts. */
export const slotCost = ({ prices, past, slots }: Ahead, domain: number, slot: number, kW: number): number => {
  const { kW_usd, accelerator_usd } = sumsTo(prices, domain, past + slots);
  const i = past + slot;
  return kW * (kW_usd[i + 1]! - kW_usd[i]!) + accelerator_usd[i + 1]! - accelerator_usd[i]!;
};
