/**
 * Free nodes to come, by planned ends and by what is promised: a step function for each pool and need, made when first asked for in a
 * decision. Ends that are late count as now. On nodes that jobs share, a promise counts whole nodes.
 */
import { firstLasting, holdsUntil } from "./curve.ts";
import type { Demand } from "./fit.ts";
import { nodesWith } from "./node-set.ts";
import type { PoolState } from "./state.ts";
import { cutByDrain, windowsOf } from "./supply.ts";

interface Steps {
  readonly t: number[];
  readonly free: number[];
}

/** One decision's view of what is to come. */
export interface Outlook {
  readonly now: number;
  readonly steps: Map<string, Steps>;
  readonly promised: { readonly pool: number; readonly from_s: number; readonly to_s: number; readonly nodes: number }[];
}

export const newOutlook = (now: number): Outlook => ({ now, steps: new Map(), promised: [] });

const gained = (pool: PoolState, accelerators: number): ((entry: PoolState["running"][number]) => number) => {
  const whole = pool.ready.pool.acceleratorsPerNode === 1;
  const free = whole ? pool.set.free : Int32Array.from(pool.set.free);
  return (entry) => {
    let count = 0;
    for (const held of entry.held) {
      if (held.pool !== pool.index) continue;
      if (whole) count += held.nodes.length;
      else {
        for (const node of held.nodes) {
          if (free[node]! < accelerators && free[node]! + entry.job.acceleratorsPerNode >= accelerators) count++;
          free[node]! += entry.job.acceleratorsPerNode;
        }
      }
    }
    return count;
  };
};

const stepsOf = (outlook: Outlook, pool: PoolState, accelerators: number): Steps => {
  const key = `${pool.index}|${accelerators}`;
  const known = outlook.steps.get(key);
  if (known !== undefined) return known;
  const t = [outlook.now];
  const free = [nodesWith(pool.set, accelerators)];
  const gain = gained(pool, accelerators);
  for (const entry of pool.running) {
    const more = gain(entry);
    if (entry.planned_s > t.at(-1)!) {
      t.push(entry.planned_s);
      free.push(free.at(-1)! + more);
    } else free[free.length - 1]! += more;
  }
  const steps = { t, free };
  for (const { pool: index, from_s, to_s, nodes } of outlook.promised) if (index === pool.index) take(steps, from_s, to_s, nodes);
  outlook.steps.set(key, steps);
  return steps;
};

const split = ({ t, free }: Steps, at: number): number => {
  const here = stepIn({ t, free }, at);
  if (t[here] === at) return here;
  const i = here + 1;
  t.splice(i, 0, at);
  free.splice(i, 0, free[i - 1]!);
  return i;
};

const take = (steps: Steps, from_s: number, to_s: number, nodes: number): void => {
  const first = split(steps, from_s);
  const last = to_s === Infinity ? steps.t.length : split(steps, to_s);
  for (let i = first; i < last; i++) steps.free[i]! -= nodes;
};

/** Promises nodes of a pool for a time: no later question of this decision sees them. */
export const promise = (outlook: Outlook, pool: number, nodes: number, { from_s, to_s }: { readonly from_s: number; readonly to_s: number }): void => {
  outlook.promised.push({ pool, nodes, from_s, to_s });
  for (const [key, steps] of outlook.steps) if (key.startsWith(`${pool}|`)) take(steps, from_s, to_s, nodes);
};

/** After a start, what was known of its pools is old. */
export const forget = (outlook: Outlook, pool: number): void => {
  for (const key of outlook.steps.keys()) if (key.startsWith(`${pool}|`)) outlook.steps.delete(key);
};

/** Index of the step that t is in. */
const stepIn = ({ t: times }: Steps, t: number): number => {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! <= t) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
};

const leastFree = (steps: Steps, from_s: number, to_s: number): number => {
  const { t, free } = steps;
  let i = stepIn(steps, from_s);
  let least = free[i]!;
  for (i++; i < t.length && t[i]! < to_s; i++) if (free[i]! < least) least = free[i]!;
  return least;
};

/** Nodes of a pool that are free and supplied from t on for as long as the demand needs; `until_s` when their supply ends. */
export const freeAt = (outlook: Outlook, pool: PoolState, demand: Demand, t: number): { readonly nodes: number; readonly until_s: number } => {
  const until_s = holdsUntil(windowsOf(pool.ready, demand.power_W, demand.accelerators), t);
  if (until_s <= t || until_s - t < demand.least_s || cutByDrain(pool.ready, until_s, t + demand.clock_s)) return { nodes: 0, until_s };
  return { nodes: leastFree(stepsOf(outlook, pool, demand.accelerators), t, Math.min(until_s, t + demand.clock_s)), until_s };
};

/** The next time after t at which more may be there. */
const nextChance = (outlook: Outlook, pool: PoolState, demand: Demand, t: number): number => {
  const steps = stepsOf(outlook, pool, demand.accelerators);
  const end = steps.t[stepIn(steps, t) + 1] ?? Infinity;
  const windows = windowsOf(pool.ready, demand.power_W, demand.accelerators);
  const open = firstLasting(windows, t, demand.least_s);
  if (open > t) return Math.min(end, open);
  const over = holdsUntil(windows, t);
  return Math.min(end, over === Infinity ? Infinity : firstLasting(windows, over, demand.least_s));
};

/** A search that takes longer is given up: no start is known. */
const CHANCES_MOST = 20_000;

/** The same as `earliestStart` for one pool, in one walk: where a step has too few nodes, no start before its end is possible. */
const earliestIn = (outlook: Outlook, pool: PoolState, demand: Demand, from: number): number => {
  const windows = windowsOf(pool.ready, demand.power_W, demand.accelerators);
  const { t: times, free } = stepsOf(outlook, pool, demand.accelerators);
  for (let start_s = firstLasting(windows, from, demand.least_s); start_s < Infinity; ) {
    const until_s = holdsUntil(windows, start_s);
    if (cutByDrain(pool.ready, until_s, start_s + demand.clock_s)) {
      start_s = firstLasting(windows, until_s, demand.least_s);
      continue;
    }
    const end_s = Math.min(start_s + demand.clock_s, until_s);
    let i = stepIn({ t: times, free }, start_s);
    while (i < times.length && times[i]! < end_s && free[i]! >= demand.nodes) i++;
    if (i === times.length || times[i]! >= end_s) return start_s;
    start_s = firstLasting(windows, times[i + 1] ?? Infinity, demand.least_s);
  }
  return Infinity;
};

/** The first time from `from` on at which the demand's nodes are free and supplied together; Infinity where none is found. */
export const earliestStart = (outlook: Outlook, pools: readonly PoolState[], demand: Demand, from: number): number => {
  if (pools.length === 1) return earliestIn(outlook, pools[0]!, demand, from);
  let t = from;
  for (let tries = 0; t < Infinity && tries < CHANCES_MOST; tries++) {
    let nodes = 0;
    for (const pool of pools) nodes += freeAt(outlook, pool, demand, t).nodes;
    if (nodes >= demand.nodes) return t;
    t = pools.reduce((next, pool) => Math.min(next, nextChance(outlook, pool, demand, t)), Infinity);
  }
  return Infinity;
};

/** When supply alone, all nodes being free, would let the demand start: what there is to wake up for. */
export const nextOpening = (pools: readonly PoolState[], demand: Demand, now: number): number => {
  let next = Infinity;
  for (const { ready } of pools) {
    const windows = windowsOf(ready, demand.power_W, demand.accelerators);
    const open = firstLasting(windows, now, demand.least_s);
    const later = open > now ? open : firstLasting(windows, holdsUntil(windows, now), demand.least_s);
    if (later > now && later < next) next = later;
  }
  return next;
};
