/**
 * Who can start now, and on which nodes. A node will do when it has the accelerators free, and its supply, with all that it carries, meets the
 * need of the job for as long as the job is expected to take (or, with a checkpoint, long enough to get anywhere) and of those it has already.
 * The nodes' common cap holds over the same time.
 */
import { firstLasting, holdsUntil, leastOver } from "./curve.ts";
import { eligiblePools } from "./eligible.ts";
import { keptIn, leavesKept } from "./kept.ts";
import { firstNodes, nodesWith } from "./node-set.ts";
import { clockFor, leastClock } from "./progress.ts";
import type { Entry, Held, PoolState, State } from "./state.ts";
import { settleStore, storeHolds } from "./store.ts";
import { cutByDrain, openTo, windowsOf, type Ready } from "./supply.ts";

export interface Demand {
  readonly nodes: number;
  readonly accelerators: number;
  readonly power_W: number;
  readonly speed: number;
  /** On the clock, to its expected end. */
  readonly clock_s: number;
  /** On the clock, to get anywhere. */
  readonly least_s: number;
}

export interface Fit {
  readonly demand: Demand;
  readonly held: readonly Held[];
  /** When the first of its nodes loses its supply. */
  readonly until_s: number;
}

/** What a job asks for, at full power or at its lower one. */
export const demandOf = ({ job, work_s }: Entry, capped: boolean): Demand => {
  const speed = capped && job.capped !== null ? job.capped.speed_frac : 1;
  const run = { speed, from_s: work_s };
  return {
    nodes: job.nodes,
    accelerators: job.acceleratorsPerNode,
    power_W: capped && job.capped !== null ? job.capped.power_W : job.power_W,
    speed,
    clock_s: clockFor(job, job.estimate_s, run),
    least_s: leastClock(job, run),
  };
};

/** Whether the nodes of a domain have, from a time on, windows for a demand; a search for a common time is left to `explain`. */
const isEverSupplied = (state: State, entry: Entry, demand: Demand): boolean => {
  const fits = ({ ready }: PoolState): boolean => firstLasting(windowsOf(ready, demand.power_W, demand.accelerators), state.now_s, demand.least_s) < Infinity;
  return entry.domains.some((d) => eligiblePools(state, entry, d).filter(fits).reduce((sum, { ready }) => sum + ready.pool.nodes, 0) >= demand.nodes);
};

/** What is booked for a job: its full power; its lower one where the policy lets it and the full one is nowhere to come. */
export const bookedDemand = (state: State, entry: Entry): Demand => {
  const demand = demandOf(entry, false);
  if (!state.policy.capping || entry.job.capped === null || isEverSupplied(state, entry, demand)) return demand;
  const lower = demandOf(entry, true);
  return isEverSupplied(state, entry, lower) ? lower : demand;
};

/** What is said to take no time, or has taken all that was said, is carried so long by a store at least: an empty one would stop it as it starts. */
const MOMENT_S = 1;

/** Until when a node would carry the demand, beside what it has; -Infinity where it would not now. A store is looked at for the demand's own time only. */
const nodeHolds = (pool: PoolState, node: number, { power_W, accelerators, clock_s }: Demand, now: number): number => {
  const { ready, set } = pool;
  const taken = ready.pool.acceleratorsPerNode - set.free[node]!;
  const all_W = pool.used_W[node]! + power_W;
  const until_s = holdsUntil((ready.pool.battery === null ? windowsOf : openTo)(ready, all_W, taken + accelerators), now);
  if (until_s <= now) return -Infinity;
  if (ready.pool.battery === null) return until_s;
  if (taken > 0) return -Infinity;
  const to_s = Math.min(until_s, now + (clock_s > 0 ? clock_s : MOMENT_S));
  const holds_s = storeHolds(pool, node, { power_W, now_s: now, to_s });
  return clock_s > 0 || holds_s === to_s ? holds_s : -Infinity;
};

/** Whether all nodes of a pool that are free are alike: one job a node, no store. */
const isPlain = ({ ready }: PoolState): boolean => ready.pool.acceleratorsPerNode === 1 && ready.pool.battery === null;

/** Most nodes that the pool's cap leaves for the demand over `span_s` beside what is used. */
export const nodesUnderCap = ({ cap }: Ready, used_W: number, { power_W, nodes }: Demand, { from_s, span_s }: { readonly from_s: number; readonly span_s: number }): number => {
  if (cap === null || power_W === 0) return nodes;
  return Math.floor((leastOver(cap, from_s, from_s + span_s) - used_W) / power_W + 1e-9);
};

interface Found {
  readonly nodes: readonly number[];
  readonly until_s: number;
}

interface Span {
  readonly now: number;
  readonly span_s: number;
  readonly most: number;
  /** What was found of the nodes of each pool for this demand. */
  readonly holds: Map<number, (node: number) => number>;
}

/** Answers of a pool's nodes to one question after another, so that none needs an array of its own. */
interface Asked {
  readonly holds_s: Float64Array;
  /** Number of the question that an answer is to. */
  readonly question: Uint32Array;
  now: number;
}

const ASKED = new WeakMap<PoolState, Asked>();

const askedOf = (pool: PoolState): Asked => {
  let asked = ASKED.get(pool);
  if (asked === undefined) {
    asked = { holds_s: new Float64Array(pool.ready.pool.nodes), question: new Uint32Array(pool.ready.pool.nodes), now: 0 };
    ASKED.set(pool, asked);
  }
  asked.now = asked.now >= 2 ** 32 - 1 ? 1 : asked.now + 1;
  return asked;
};

/** Answers how long a node would carry the demand, each asked once; nodes in the same state, as those of a fleet of full stores, have one answer. */
const askedOnce = (pool: PoolState, demand: Demand, now: number): ((node: number) => number) => {
  const { holds_s: holds, question, now: number } = askedOf(pool);
  let [free, used_W, same_J, same_s] = [-1, -1, -1, now];
  return (node) => {
    if (question[node] === number) return holds[node]!;
    if (pool.charge_J.length > 0) settleStore(pool, node, now);
    const charge_J = pool.charge_J[node] ?? 0;
    if (free !== pool.set.free[node] || used_W !== pool.used_W[node] || same_J !== charge_J) {
      same_s = nodeHolds(pool, node, demand, now);
      free = pool.set.free[node]!;
      used_W = pool.used_W[node]!;
      same_J = charge_J;
    }
    question[node] = number;
    return (holds[node] = same_s);
  };
};

/** Up to `most` nodes of a pool that hold for `span_s`. */
const nodesOf = (pool: PoolState, demand: Demand, { now, span_s, most, holds }: Span): Found => {
  const wanted = Math.min(most, nodesUnderCap(pool.ready, pool.allUsed_W, demand, { from_s: now, span_s }));
  if (wanted <= 0 || nodesWith(pool.set, demand.accelerators) === 0) return { nodes: [], until_s: Infinity };
  if (isPlain(pool)) {
    const until_s = holdsUntil(windowsOf(pool.ready, demand.power_W, demand.accelerators), now);
    return until_s > now && until_s - now >= span_s ? { nodes: firstNodes(pool.set, demand.accelerators, wanted), until_s } : { nodes: [], until_s: Infinity };
  }
  const nodes: number[] = [];
  let until_s = Infinity;
  const known = holds.get(pool.index) ?? askedOnce(pool, demand, now);
  holds.set(pool.index, known);
  // Of idle stores, what the fuller could not carry the emptier cannot.
  const hasStore = pool.charge_J.length > 0;
  let lacked_J = -Infinity;
  for (const node of firstNodes(pool.set, demand.accelerators, pool.ready.pool.nodes)) {
    if (hasStore) {
      settleStore(pool, node, now);
      if (pool.charge_J[node]! <= lacked_J && pool.used_W[node] === 0) continue;
    }
    const holds_s = known(node);
    // Asked as a store is, in one sum: the difference of two times is less by rounding.
    const isShort = holds_s < now + span_s;
    if (hasStore && pool.used_W[node] === 0 && isShort) lacked_J = pool.charge_J[node]!;
    const shared = pool.set.free[node]! < pool.ready.pool.acceleratorsPerNode;
    if (isShort || (shared && holds_s < pool.nodePlanned_s[node]!)) continue;
    nodes.push(node);
    until_s = Math.min(until_s, holds_s);
    if (nodes.length === wanted) break;
  }
  return { nodes, until_s };
};

const fitFor = (pools: readonly PoolState[], demand: Demand, { now, span_s, holds }: Omit<Span, "most">): Fit | undefined => {
  const held: Held[] = [];
  let missing = demand.nodes;
  let until_s = Infinity;
  for (const pool of pools) {
    const found = nodesOf(pool, demand, { now, span_s, most: missing, holds });
    if (found.nodes.length === 0) continue;
    held.push({ pool: pool.index, nodes: found.nodes });
    until_s = Math.min(until_s, found.until_s);
    missing -= found.nodes.length;
    if (missing === 0) return { demand, held, until_s };
  }
  return undefined;
};

/** Nodes of a domain on which the job can start now: for its whole time if possible, else for long enough, else at its lower power. */
export const fitNow = (state: State, entry: Entry, domain: number, now: number): Fit | undefined => {
  const pools = eligiblePools(state, entry, domain);
  const free = pools.reduce((sum, pool) => sum + nodesWith(pool.set, entry.job.acceleratorsPerNode), 0);
  if (free < entry.job.nodes || (entry.home >= 0 && entry.ready_s > now)) return undefined;
  const shares = state.kept.length > 0 && state.supply.domains[domain]!.pools.some((pool) => state.pools[pool]!.ready.pool.acceleratorsPerNode > 1);
  if (!shares && free - keptIn(state, entry, domain) < entry.job.nodes) return undefined;
  const isFree = ({ demand: { accelerators, power_W }, held }: Fit): boolean => !shares || leavesKept(state, entry, domain, { held, accelerators, power_W });
  const powers = state.policy.capping && entry.job.capped !== null ? [false, true] : [false];
  for (const capped of powers) {
    const demand = demandOf(entry, capped);
    const span = { now, span_s: demand.clock_s, holds: new Map<number, (node: number) => number>() };
    const whole = fitFor(pools, demand, span);
    if (whole !== undefined && isFree(whole)) return whole;
    const part = demand.least_s < demand.clock_s ? fitFor(pools, demand, { ...span, span_s: demand.least_s }) : undefined;
    if (part !== undefined && isFree(part) && !part.held.some(({ pool }) => cutByDrain(state.pools[pool]!.ready, part.until_s, now + demand.clock_s))) return part;
  }
  return undefined;
};
