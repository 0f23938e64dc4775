/**
 * When a waiting job could start in a domain by all that is in the way: planned ends, supply, what is promised to others, caps and stores. Each
 * asks from where the one before has room; where all agree, that is the time.
 */
import { nextStep } from "./curve.ts";
import { eligiblePools } from "./eligible.ts";
import { demandOf, nodesUnderCap, type Demand } from "./fit.ts";
import { keptFor } from "./kept.ts";
import { nodesWith } from "./node-set.ts";
import { FILL_LOOK_S } from "./place.ts";
import { earliestStart, newOutlook, promise, type Outlook } from "./profile.ts";
import type { Entry, PoolState, State } from "./state.ts";
import { storesReadyAt } from "./stores-ready.ts";
import { DAY_S } from "../units/index.ts";

/** Stores are looked at so far on. */
const STORES_S = 2 * DAY_S;
/** A search that takes longer is given up: no start is known. */
const TRIES_MOST = 2000;

interface Wish {
  readonly domain: number;
  readonly pools: readonly PoolState[];
  readonly demand: Demand;
  readonly from_s: number;
}

/** Watts that what runs is expected to take of a pool. */
const usedAt = ({ index, running, allUsed_W }: PoolState, now: number, t: number): number =>
  t <= now
    ? allUsed_W
    : running.reduce((sum, { held, power_W, planned_s }) => sum + (planned_s <= t ? 0 : power_W * held.reduce((nodes, part) => nodes + (part.pool === index ? part.nodes.length : 0), 0)), 0);

/** Nodes that the pools' caps have room for from a time on, for as long as the demand takes to get anywhere. */
export const underCaps = (pools: readonly PoolState[], demand: Demand, { now, t }: { readonly now: number; readonly t: number }): number =>
  pools.reduce((sum, pool) => sum + Math.max(0, Math.min(pool.ready.pool.nodes, nodesUnderCap(pool.ready, usedAt(pool, now, t), demand, { from_s: t, span_s: demand.least_s }))), 0);

/** The first time from `from_s` on at which caps have room; Infinity where none is found. */
const capsOpenAt = (pools: readonly PoolState[], demand: Demand, now: number, from_s: number): number => {
  let t = from_s;
  for (let tries = 0; t < Infinity && tries < TRIES_MOST; tries++) {
    if (underCaps(pools, demand, { now, t }) >= demand.nodes) return t;
    const later = (planned_s: number): number => (planned_s > t ? planned_s : Infinity);
    t = pools.reduce((next, { ready: { cap }, running }) => running.reduce((least, { planned_s }) => Math.min(least, later(planned_s)), cap === null ? next : Math.min(next, nextStep(cap, t))), Infinity);
  }
  return Infinity;
};

/** What is ahead, nodes promised to those whose input is about to come. */
const outlookBeside = (state: State, entry: Entry, domain: number): Outlook => {
  const outlook = newOutlook(state.now_s);
  for (const other of keptFor(state, entry, domain)) {
    const { nodes, accelerators, clock_s } = demandOf(other, false);
    let missing = nodes;
    for (const { index, set } of eligiblePools(state, other, domain)) {
      const taken = Math.min(missing, nodesWith(set, accelerators));
      if (taken > 0) promise(outlook, index, taken, { from_s: state.now_s, to_s: other.ready_s + clock_s });
      missing -= taken;
    }
  }
  return outlook;
};

/** Of a job that cannot start now; Infinity where no time is found. */
export const expectedStart = (state: State, entry: Entry, { domain, pools, demand, from_s }: Wish): number => {
  const { now_s } = state;
  const outlook = outlookBeside(state, entry, domain);
  let t = from_s;
  for (let tries = 0; t < Infinity && tries < TRIES_MOST; tries++) {
    const free_s = earliestStart(outlook, pools, demand, t);
    const open_s = capsOpenAt(pools, demand, now_s, free_s);
    const full_s = open_s === Infinity ? Infinity : storesReadyAt(pools, demand, { now_s, from_s: open_s, step_s: FILL_LOOK_S, to_s: open_s + STORES_S });
    if (full_s === free_s) return free_s > now_s || from_s > now_s ? free_s : afterNeighbours(pools, now_s);
    t = full_s;
  }
  return Infinity;
};

/** On nodes that jobs share, watts of neighbours may be in the way: to be asked again at the next planned end. */
const afterNeighbours = (pools: readonly PoolState[], now_s: number): number => {
  const end_s = Math.min(...pools.flatMap(({ running }) => running.map(({ planned_s }) => (planned_s > now_s ? planned_s : Infinity))));
  return end_s === Infinity ? now_s + FILL_LOOK_S : end_s;
};
