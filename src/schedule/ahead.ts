/**
 * A plan of all that waits: where and when each job would start, on a grid of slots, what runs and what is booked taken off. `decide` books by it.
 *
 *   1. free_d(i) = accelerators of domain d that are up - those of jobs planned to run in slot i - those booked
 *   2. unit costs to slot i: C_d(i) = sum of (energy price + carbon price x intensity) per kWh and A_d(i) of the accelerators' price; a start at t
 *      costs kW (C(t + clock) - C(t)) + accelerators (A(t + clock) - A(t)) + data + lateness + waiting, linear within a slot
 *   3. prices are known for 36 h from each publication at `published_s` of the clock's day (noon: the day that is on and the next); beyond, the
 *      last known day again, and beyond the slots their last day again
 *   4. one that expires starts now or a slot before it does: a slip of its booking is not its end
 *
 * A run counts in a slot that it fills by half or more. What starts is checked against the true state; a slot is only a promise.
 */
import { DAY_S, HOUR_S } from "../units/index.ts";
import { firstLasting, holdsUntil, integral, leastOver, type Indexed, type Windows } from "./curve.ts";
import { bytesToBring, passed } from "./cost.ts";
import { eligiblePools } from "./eligible.ts";
import { demandOf, type Demand } from "./fit.ts";
import type { Placement } from "./policy.ts";
import type { Entry, PoolState, State } from "./state.ts";
import { windowsOf } from "./supply.ts";

export type PlannedPlacement = Extract<Placement, { readonly kind: "planned" }>;

const G_PER_T = 1e6;

/** Sums over slots differ by less where prices do not. */
const ROUNDING_USD = 1e-9;

interface DomainAhead {
  /** Accelerators free by slot. */
  readonly free: Float64Array;
  /** Sums to the begin of each slot, one more than there are slots: $ a kW and $ an accelerator. */
  readonly kW_usd: Float64Array;
  readonly accelerator_usd: Float64Array;
}

/** The slots ahead: slot i begins at `from_s + i slot_s`; the first holds `now`. */
export interface Ahead {
  readonly now: number;
  readonly from_s: number;
  readonly slots: number;
  readonly domains: readonly DomainAhead[];
  readonly placement: PlannedPlacement;
  /** Costs by start of the needs that were asked for. */
  readonly profiles: Map<string, Profile>;
}

/** Where and when a job would start, and at what cost. */
export interface Slot {
  readonly domain: number;
  readonly start_s: number;
  readonly cost_usd: number;
  readonly late: boolean;
}

/** Day-ahead prices are published half a day before the day that they are for: until its end they are known. */
const KNOWN_FOR_S = 1.5 * DAY_S;

/** Until when prices are known at a time; days begin half a day after each publication, wherever the clock's own begin. */
export const knownUntil = (now: number, published_s: number | null): number =>
  published_s === null ? Infinity : Math.floor((now - published_s) / DAY_S) * DAY_S + published_s + KNOWN_FOR_S;

/** Integral over a slot as it is expected: of the last known day at the same hour, where it is not known. */
const expectedOver = (curve: Indexed, from_s: number, to_s: number, known_s: number): number => {
  const back_s = from_s < known_s ? 0 : DAY_S * (Math.floor((from_s - known_s) / DAY_S) + 1);
  return integral(curve, from_s - back_s, to_s - back_s);
};

const sumsOf = ({ ready }: PoolState, { from_s, slots, known_s, placement }: { readonly from_s: number; readonly slots: number; readonly known_s: number; readonly placement: PlannedPlacement }): Omit<DomainAhead, "free"> => {
  const kW_usd = new Float64Array(slots + 1);
  const accelerator_usd = new Float64Array(slots + 1);
  const carbon_usd_per_g = placement.carbon_usd_per_t / G_PER_T;
  for (let i = 0; i < slots; i++) {
    const a = from_s + i * placement.slot_s;
    const b = a + placement.slot_s;
    const energy = expectedOver(ready.energy_usd_per_kWh, a, b, known_s) + carbon_usd_per_g * expectedOver(ready.carbon_g_per_kWh, a, b, known_s);
    kW_usd[i + 1] = kW_usd[i]! + energy / HOUR_S;
    accelerator_usd[i + 1] = accelerator_usd[i]! + expectedOver(ready.accelerator_usd_per_h, a, b, known_s) / HOUR_S;
  }
  return { kW_usd, accelerator_usd };
};

const upIn = ({ set }: PoolState): number => {
  let up = 0;
  for (const place of set.at) if (place >= 0) up++;
  return up * set.acceleratorsPerNode;
};

/** Slot number of a time, to the nearest. */
const slotAt = ({ from_s, placement: { slot_s } }: Pick<Ahead, "from_s" | "placement">, t: number): number => Math.round((t - from_s) / slot_s);

const span = (ahead: Pick<Ahead, "from_s" | "placement">, start_s: number, end_s: number): readonly [number, number] => {
  const first = Math.max(0, slotAt(ahead, start_s));
  return [first, Math.max(first + 1, slotAt(ahead, end_s))];
};

/** What the prices of the slots ahead come to. */
interface Sums {
  readonly from_s: number;
  readonly known_s: number;
  readonly sums: readonly Omit<DomainAhead, "free">[];
  readonly profiles: Map<string, Profile>;
}

/** The sums of a slot and policy, and the profiles made of them, hold for all decisions in it. */
const SUMS = new WeakMap<State, Sums>();

const sumsNow = (state: State, from_s: number, slots: number, placement: PlannedPlacement): Sums => {
  const known_s = knownUntil(state.now_s, placement.published_s);
  const held = SUMS.get(state);
  if (held !== undefined && held.from_s === from_s && held.known_s === known_s) return held;
  const sums = state.supply.domains.map(({ pools }) => sumsOf(state.pools[pools[0]!]!, { from_s, slots, known_s, placement }));
  const made = { from_s, known_s, sums, profiles: new Map<string, Profile>() };
  SUMS.set(state, made);
  return made;
};

/** What is ahead with what runs, and nothing booked. */
export const newAhead = (state: State, placement: PlannedPlacement): Ahead => {
  const now = state.now_s;
  const { slot_s, horizon_s } = placement;
  const from_s = Math.floor(now / slot_s) * slot_s;
  const slots = Math.ceil(horizon_s / slot_s);
  const { sums, profiles } = sumsNow(state, from_s, slots, placement);
  const domains = state.supply.domains.map(({ pools }, d) => {
    const change = new Float64Array(slots);
    for (const index of pools) {
      const pool = state.pools[index]!;
      change[0]! += upIn(pool);
      for (const entry of pool.running) {
        const end = Math.max(1, Math.min(slots, Math.round((entry.planned_s - from_s) / slot_s)));
        const held = entry.held.reduce((sum, part) => (part.pool === index ? sum + part.nodes.length : sum), 0) * entry.job.acceleratorsPerNode;
        change[0]! -= held;
        if (end < slots) change[end]! += held;
      }
    }
    for (let i = 1; i < slots; i++) change[i]! += change[i - 1]!;
    return { ...sums[d]!, free: change };
  });
  return { now, from_s, slots, domains, placement, profiles };
};

/** Takes what a job will use off the slots. */
export const book = (ahead: Ahead, { domain, start_s }: Pick<Slot, "domain" | "start_s">, { nodes, accelerators, clock_s }: Demand): void => {
  const { free } = ahead.domains[domain]!;
  const [first, end] = span(ahead, start_s, start_s + clock_s);
  for (let i = first; i < Math.min(end, ahead.slots); i++) free[i]! -= nodes * accelerators;
};

/** A sum at a place between the slots; beyond them their last `day` again, or, where they are fewer, all of them. */
const at = (sums: Float64Array, x: number, day: number): number => {
  const last = sums.length - 1;
  if (x >= last) {
    const span = Math.min(day, last);
    const times = Math.floor((x - last) / span) + 1;
    return at(sums, x - times * span, day) + times * (sums[last]! - sums[last - span]!);
  }
  const i = Math.floor(x);
  return sums[i]! + (x - i) * (sums[i + 1]! - sums[i]!);
};

/** What the use of nodes costs by slot of start, one more than there are slots, and the least of it. */
interface Profile {
  readonly use_usd: Float64Array;
  readonly least_usd: number;
}

const isSteady = ({ ready: { energy_usd_per_kWh, accelerator_usd_per_h, carbon_g_per_kWh } }: PoolState): boolean =>
  energy_usd_per_kWh.v.length === 1 && accelerator_usd_per_h.v.length === 1 && carbon_g_per_kWh.v.length === 1;

const profileOf = (ahead: Ahead, { domain, pools, demand: { nodes, accelerators, power_W, clock_s } }: Ask): Profile => {
  const key = `${domain}|${nodes}|${accelerators}|${power_W}|${clock_s}`;
  const known = ahead.profiles.get(key);
  if (known !== undefined) return known;
  const { kW_usd, accelerator_usd } = ahead.domains[domain]!;
  const clock = clock_s / ahead.placement.slot_s;
  const day = DAY_S / ahead.placement.slot_s;
  const [kW, all] = [(nodes * power_W) / 1000, nodes * accelerators];
  const use_usd = new Float64Array(ahead.slots + 1);
  let least_usd = Infinity;
  // Of prices that do not move one start is as dear as another.
  const last = isSteady(pools[0]!) ? 0 : ahead.slots;
  for (let i = 0; i <= last; i++) {
    const usd = kW * (at(kW_usd, i + clock, day) - kW_usd[i]!) + all * (at(accelerator_usd, i + clock, day) - accelerator_usd[i]!);
    use_usd[i] = usd;
    if (usd < least_usd) least_usd = usd;
  }
  if (last === 0) use_usd.fill(least_usd);
  const profile = { use_usd, least_usd };
  ahead.profiles.set(key, profile);
  return profile;
};

interface Ask {
  readonly domain: number;
  readonly pools: readonly PoolState[];
  readonly demand: Demand;
  /** No start before it. */
  readonly from_s: number;
  /** Only starts that are in time. */
  readonly inTime: boolean;
  /** What was found elsewhere: to be worth a look, a start costs less, or as little and is earlier. */
  readonly rival: Slot | undefined;
}

/** Whether a start is the better one; of equal costs the earlier. */
const isBetter = (start_s: number, cost_usd: number, rival: Slot | undefined): boolean =>
  rival === undefined || cost_usd < rival.cost_usd - ROUNDING_USD || (cost_usd <= rival.cost_usd + ROUNDING_USD && start_s < rival.start_s);

/** Latest start of one that expires: a slot before it does, or now. */
const latestStart = ({ job: { expires_s }, firstStart_s }: Entry, { now, placement: { slot_s } }: Ahead): number =>
  expires_s === null || firstStart_s !== null ? Infinity : Math.max(now, expires_s - slot_s);

/** Nodes of several pools that have their supply from a time on for long enough. */
const suppliedAt = (pools: readonly PoolState[], windows: readonly Windows[], { least_s }: Demand, t: number): number =>
  pools.reduce((sum, { ready }, p) => sum + (holdsUntil(windows[p]!, t) - t >= least_s ? ready.pool.nodes : 0), 0);

/** When supply lets the demand start, from a time on; for a gang over several pools that time or never. */
const supplied = ({ pools, demand }: Ask): ((t: number) => number) => {
  const windows = pools.map(({ ready }) => windowsOf(ready, demand.power_W, demand.accelerators));
  if (pools.length > 1) return (t) => (suppliedAt(pools, windows, demand, t) >= demand.nodes ? t : Infinity);
  const only = windows[0]!;
  if (only.start.length === 1 && only.start[0] === -Infinity && only.end[0] === Infinity) return (t) => t;
  return (t) => firstLasting(only, t, demand.least_s);
};

/** First slot from `first` on that lacks the nodes; `end` where none does. */
const firstLacking = (free: Float64Array, wanted: number, first: number, end: number): number => {
  let i = first;
  while (i < end && free[i]! >= wanted) i++;
  return i;
};

/** The cheapest start in a domain by the slots, or the rival where that is no dearer; of equal ones the earliest. */
const bestIn = (ahead: Ahead, entry: Entry, ask: Ask): Slot | undefined => {
  const { pools, demand, domain, from_s } = ask;
  const { job } = entry;
  const { slot_s, wait_usd_per_h } = ahead.placement;
  const { free } = ahead.domains[domain]!;
  const { use_usd, least_usd } = profileOf(ahead, ask);
  const open = supplied(ask);
  const { price } = pools[0]!.ready.pool;
  const data_usd = (entry.home < 0 ? bytesToBring(job, pools[0]!.ready) * price.in_usd_per_B : 0) + job.output_B * price.out_usd_per_B;
  const lateBy_s = (start_s: number): number => (job.due_s === null ? 0 : Math.max(0, passed(pools[0]!, "out", job.output_B, start_s + demand.clock_s) - job.due_s));
  const wanted = demand.nodes * demand.accelerators;
  const latest_s = latestStart(entry, ahead);
  let best = ask.rival;
  for (let i = Math.max(0, Math.floor((from_s - ahead.from_s) / slot_s)); i < ahead.slots; ) {
    const start_s = open(Math.max(from_s, ahead.from_s + i * slot_s));
    const x = (start_s - ahead.from_s) / slot_s;
    if (x >= i + 1) {
      i = pools.length > 1 ? i + 1 : Math.floor(x);
      continue;
    }
    if (start_s > latest_s) break;
    const late_s = lateBy_s(start_s);
    const extra_usd = data_usd + (late_s === 0 || job.late_usd_per_h === 0 ? 0 : (job.late_usd_per_h * late_s) / HOUR_S) + (wait_usd_per_h * (start_s - job.submit_s)) / HOUR_S;
    if (late_s > 0 && ask.inTime) break;
    // From here on nothing is cheaper: lateness and waiting only grow.
    if (!isBetter(start_s, least_usd + extra_usd, best)) break;
    const first = Math.min(ahead.slots, Math.max(0, slotAt(ahead, start_s)));
    const end = Math.min(ahead.slots, Math.max(first + 1, slotAt(ahead, start_s + demand.clock_s)));
    const lacks = firstLacking(free, wanted, first, end);
    if (lacks < end) {
      i = Math.max(i, lacks) + 1;
      continue;
    }
    const cost_usd = use_usd[i]! + (x - i) * (use_usd[i + 1]! - use_usd[i]!) + extra_usd;
    if (isBetter(start_s, cost_usd, best)) best = { domain, start_s, cost_usd, late: late_s > 0 };
    i++;
  }
  return best;
};

/** Whether a pool's common cap has room for the whole gang at all. */
const underCap = ({ ready }: PoolState, { power_W }: Demand, now: number): boolean => ready.cap === null || leastOver(ready.cap, now, now + 1) >= power_W;

/**
 * The cheapest start of a job, not in a domain of `notNow` before its next slot; undefined where the slots have none. Where a domain has no room
 * now, to come late there for its price would only make the next ones late: that is done where nothing is in time anywhere.
 */
export const bestSlot = (state: State, ahead: Ahead, entry: Entry, notNow: ReadonlySet<number>): Slot | undefined =>
  bestOf(state, ahead, entry, { notNow, queues: false }) ?? bestOf(state, ahead, entry, { notNow, queues: true });

const bestOf = (state: State, ahead: Ahead, entry: Entry, { notNow, queues }: { readonly notNow: ReadonlySet<number>; readonly queues: boolean }): Slot | undefined => {
  const demand = demandOf(entry, false);
  let best: Slot | undefined;
  for (const domain of entry.domains) {
    const pools = eligiblePools(state, entry, domain);
    const data_s = entry.home < 0 ? passed(pools[0]!, "into", bytesToBring(entry.job, pools[0]!.ready), ahead.now) : ahead.now;
    if (data_s === Infinity) continue;
    const blocked = notNow.has(domain) || !pools.some((pool) => underCap(pool, demand, ahead.now));
    const from_s = blocked ? Math.max(data_s, nextLook(ahead) + slipped(entry, ahead)) : data_s;
    const inTime = !queues && ahead.domains[domain]!.free[0]! < demand.nodes * demand.accelerators;
    best = bestIn(ahead, entry, { domain, pools, demand, from_s, inTime, rival: best });
  }
  return best;
};

/** Beyond the next slot, where starts have not held: 0, 0, 0, 1, 3, 7 slots; soon none of the horizon is left. */
const slipped = ({ slips }: Entry, { placement: { slot_s } }: Ahead): number => slot_s * (2 ** Math.max(0, slips - 3) - 1);

/** The next slot's begin. */
const nextLook = ({ now, from_s, placement: { slot_s } }: Ahead): number => (from_s + slot_s > now ? from_s + slot_s : now + slot_s);

