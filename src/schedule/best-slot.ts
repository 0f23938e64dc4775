/**
 * Where and when a job would start on the slots ahead, at what cost.
 *
 *   1. a start at t costs kW (C(t + clock) - C(t)) + accelerators (A(t + clock) - A(t)) + data + lateness + waiting, C and A the sums of
 *      prices, linear within a slot
 *   2. where supply pauses on the way and the job goes on after it, the same over the stretches that it is on nodes, and it ends with the last
 *   3. one that expires starts now or a slot before it does: a slip of its booking is not its end
 */
import { HOUR_S } from "../units/index.ts";
import { slotAt, type Ahead } from "./ahead.ts";
import { bytesInto, throughBy } from "./cost.ts";
import { holdsUntil, lastAtOrBelow, lastingFrom, leastOver, type Windows } from "./curve.ts";
import { eligiblePools } from "./eligible.ts";
import { bookedDemand, type Demand } from "./fit.ts";
import { ROUNDING_USD, sumsTo } from "./prices-ahead.ts";
import type { Job } from "./job.ts";
import type { Entry, PoolState, State } from "./state.ts";
import { doneBy, mayStop, stretchesOf, type Stretches } from "./stretches.ts";
import { cutByDrain, windowsOf } from "./supply.ts";

export interface Slot {
  readonly domain: number;
  /** Number of the domain among those of the job. */
  readonly place: number;
  readonly start_s: number;
  /** When it is expected to be done: in the next windows, where its supply pauses. */
  readonly end_s: number;
  readonly cost_usd: number;
}

interface Ask {
  readonly domain: number;
  readonly place: number;
  readonly pools: readonly PoolState[];
  readonly demand: Demand;
  /** No start before it. */
  readonly from_s: number;
  readonly data_usd: number;
  /** When its input is there. */
  readonly data_s: number;
  /** Only starts that are in time. */
  readonly inTime: boolean;
  /** What was found elsewhere: to be worth a look, a start costs less, or as little and is earlier. */
  readonly rival: Slot | undefined;
}

/** Whether a start is the better one; of equal costs the earlier, of these the one in the domain that stands first. */
const isBetter = (start_s: number, cost_usd: number, place: number, rival: Slot | undefined): boolean =>
  rival === undefined || cost_usd < rival.cost_usd - ROUNDING_USD || (cost_usd <= rival.cost_usd + ROUNDING_USD && (start_s < rival.start_s || (start_s === rival.start_s && place < rival.place)));

/** What the use of nodes costs by slot of start, one more than there are slots, and the least from each slot on; one number where prices do not move. */
interface Use {
  readonly steady_usd: number | null;
  readonly usd: Float64Array;
  readonly least_usd: Float64Array;
}

/** One answer at a time, written over the last. */
const USE = { steady_usd: null as number | null, usd: new Float64Array(0), least_usd: new Float64Array(0) };

const useOf = (ahead: Ahead, { domain, demand: { nodes, accelerators, power_W, clock_s } }: Ask, from: number): Use => {
  const { slots, past, placement: { slot_s }, prices } = ahead;
  const kW = (nodes * power_W) / 1000;
  const all = nodes * accelerators;
  const { steady } = prices.domains[domain]!;
  USE.steady_usd = steady === null ? null : (kW * steady.kW_usd + all * steady.accelerator_usd) * (clock_s / HOUR_S);
  if (steady !== null) return USE;
  if (USE.usd.length !== slots + 1) {
    USE.usd = new Float64Array(slots + 1);
    USE.least_usd = new Float64Array(slots + 1);
  }
  const { usd, least_usd } = USE;
  const whole = Math.floor(clock_s / slot_s);
  const part = clock_s / slot_s - whole;
  const { kW_usd, accelerator_usd } = sumsTo(prices, domain, past + slots + whole + 1);
  let least = Infinity;
  for (let i = slots; i >= from; i--) {
    const a = past + i;
    const b = a + whole;
    const C = kW_usd[b]! + part * (kW_usd[b + 1]! - kW_usd[b]!) - kW_usd[a]!;
    const A = accelerator_usd[b]! + part * (accelerator_usd[b + 1]! - accelerator_usd[b]!) - accelerator_usd[a]!;
    const cost = kW * C + all * A;
    usd[i] = cost;
    if (cost < least) least = cost;
    least_usd[i] = least;
  }
  return USE;
};

/** Latest start of one that expires: a slot before it does, or now. */
const latestStart = ({ job: { expires_s }, firstStart_s }: Entry, { now, placement: { slot_s } }: Ahead): number =>
  expires_s === null || firstStart_s !== null ? Infinity : Math.max(now, expires_s - slot_s);

/** Whether a gang over several pools has its supply from a time on for long enough. */
const isSupplied = (pools: readonly PoolState[], windows: readonly Windows[], { nodes, least_s, clock_s }: Demand, t: number): boolean => {
  let supplied = 0;
  for (let p = 0; p < pools.length; p++) {
    const until_s = holdsUntil(windows[p]!, t);
    if (until_s - t >= least_s && !cutByDrain(pools[p]!.ready, until_s, t + clock_s)) supplied += pools[p]!.ready.pool.nodes;
  }
  return supplied >= nodes;
};

const NONE: readonly Windows[] = [];

/** What the use of nodes costs in the stretches that a job is on them. */
const stretchedUse = (ahead: Ahead, { domain, demand: { nodes, accelerators, power_W } }: Ask, { times_s }: Stretches): number => {
  const { past, slots, prices, placement: { slot_s } } = ahead;
  const slotOf = (t: number): number => past + (t - ahead.from_s) / slot_s;
  const { kW_usd, accelerator_usd } = sumsTo(prices, domain, Math.max(past + slots, Math.ceil(slotOf(times_s.at(-1)!))) + 1);
  const sumAt = (sums: Float64Array, x: number): number => sums[Math.floor(x)]! + (x - Math.floor(x)) * (sums[Math.floor(x) + 1]! - sums[Math.floor(x)]!);
  let usd = 0;
  for (let i = 0; i < times_s.length; i += 2) {
    const [a, b] = [slotOf(times_s[i]!), slotOf(times_s[i + 1]!)];
    usd += ((nodes * power_W) / 1000) * (sumAt(kW_usd, b) - sumAt(kW_usd, a)) + nodes * accelerators * (sumAt(accelerator_usd, b) - sumAt(accelerator_usd, a));
  }
  return usd;
};

/** Whether the gang's supply pauses before a job that starts then would be done. */
const pauses = (pools: readonly PoolState[], windows: readonly Windows[], start_s: number, clock_s: number): boolean =>
  windows.some((one, p) => pools[p]!.ready.pool.nodes > 0 && holdsUntil(one, start_s) < start_s + clock_s);

/** In pauses nothing is paid: what goes on after them may cost less than any stretch without. */
const mayPause = (demand: Demand, windows: readonly Windows[], only: Windows): boolean => mayStop(demand) && (windows.length > 1 || only.most < Infinity);

/** What lateness and waiting cost; where there is too little room to wait, waiting as much as lateness would over the same time. */
const timeCost = ({ now, crowded, placement: { wait_usd_per_h } }: Ahead, { submit_s, late_usd_per_h }: Job, start_s: number, late_s: number): number =>
  (late_s === 0 || late_usd_per_h === 0 ? 0 : (late_usd_per_h * late_s) / HOUR_S) + (wait_usd_per_h * (start_s - submit_s) + (crowded ? late_usd_per_h * (start_s - now) : 0)) / HOUR_S;

/** The cheapest start in a domain by the slots, or the rival where that is no dearer; of equal ones the earliest. */
const bestIn = (ahead: Ahead, entry: Entry, ask: Ask): Slot | undefined => {
  const { pools, demand, domain, place, from_s, data_usd } = ask;
  const { job } = entry;
  const { slots, free, placement: { slot_s } } = ahead;
  const { clock_s, least_s } = demand;
  const begin = Math.max(0, Math.floor((from_s - ahead.from_s) / slot_s));
  const only = windowsOf(pools[0]!.ready, demand.power_W, demand.accelerators);
  // No window is as long: nothing here takes it.
  if (pools.length === 1 && only.most < least_s) return ask.rival;
  const windows = pools.length === 1 ? NONE : pools.map(({ ready }) => windowsOf(ready, demand.power_W, demand.accelerators));
  const { steady_usd, usd, least_usd } = useOf(ahead, ask, Math.min(begin, slots));
  const floor_usd = steady_usd ?? (mayPause(demand, windows, only) ? leastUse(ahead, domain, demand) : null);
  const wanted = demand.nodes * demand.accelerators;
  const latest_s = Math.max(latestStart(entry, ahead), ask.data_s < (job.expires_s ?? Infinity) ? ask.data_s : -Infinity);
  const row = domain * slots;
  let window = Math.max(0, lastAtOrBelow(only.start, Math.max(from_s, ahead.from_s + begin * slot_s)));
  // Up to this slot all are known to have the nodes, from the last that lacked them on.
  let clear = 0;
  let best = ask.rival;
  for (let i = begin; i < slots; ) {
    // A start in this slot counts from it or from the next on.
    if (free[row + i]! < wanted && i + 1 < slots && free[row + i + 1]! < wanted) {
      i++;
      continue;
    }
    let start_s = Math.max(from_s, ahead.from_s + i * slot_s);
    if (pools.length === 1) {
      window = lastingFrom(only, window, start_s, least_s);
      if (window === only.start.length) break;
      start_s = Math.max(start_s, only.start[window]!);
      if (cutByDrain(pools[0]!.ready, only.end[window]!, start_s + clock_s)) {
        i = Math.max(i + 1, Math.floor((only.end[window]! - ahead.from_s) / slot_s));
        continue;
      }
    } else if (!isSupplied(pools, windows, demand, start_s)) {
      i++;
      continue;
    }
    const x = (start_s - ahead.from_s) / slot_s;
    if (x >= i + 1) {
      i = Math.floor(x);
      continue;
    }
    if (start_s > latest_s) break;
    const stretched = mayStop(demand) && (windows.length > 0 ? pauses(pools, windows, start_s, clock_s) : only.end[window]! < start_s + clock_s);
    const end_s = stretched ? doneBy(entry, pools, demand, { start_s, until_s: null }) : start_s + clock_s;
    // It would not be done before the pool is gone.
    if (end_s === Infinity) break;
    const late_s = job.due_s === null ? 0 : Math.max(0, throughBy(pools, "out", job.output_B, end_s) - job.due_s);
    if (late_s > 0 && ask.inTime) break;
    const extra_usd = data_usd + timeCost(ahead, job, start_s, late_s);
    // From here on nothing is cheaper: lateness and waiting only grow.
    if (!isBetter(start_s, (floor_usd ?? least_usd[i]!) + extra_usd, place, best)) break;
    const first = slotAt(ahead, start_s);
    // It would count from a slot on that is not there.
    if (first >= slots) break;
    const end = Math.min(slots, Math.max(first + 1, slotAt(ahead, end_s)));
    clear = Math.max(clear, first);
    while (clear < end && free[row + clear]! >= wanted) clear++;
    if (clear < end) {
      i = Math.max(i, clear) + 1;
      continue;
    }
    const use_usd = steady_usd ?? (stretched ? stretchedUse(ahead, ask, stretchesOf(entry, pools, demand, { start_s, until_s: null })) : usd[i]! + (x - i) * (usd[i + 1]! - usd[i]!));
    if (isBetter(start_s, use_usd + extra_usd, place, best)) best = { domain, place, start_s, end_s, cost_usd: use_usd + extra_usd };
    i++;
  }
  return best;
};

/** Whether the common cap of any pool has room for a node at all. */
const isUnderCap = (pools: readonly PoolState[], { power_W }: Demand, now: number): boolean => {
  for (const { ready: { cap } } of pools) if (cap === null || leastOver(cap, now, now + 1) >= power_W) return true;
  return false;
};

/**
 * The cheapest start of a job, not in a domain of `notBefore` before its time there; undefined where the slots have none. Where a domain has no room
 * now, to come late there for its price would only make the next ones late: that is done where nothing is in time anywhere.
 */
export const bestSlot = (state: State, ahead: Ahead, entry: Entry, notBefore: ReadonlyMap<number, number>): Slot | undefined => {
  const demand = bookedDemand(state, entry);
  return bestOf({ state, ahead, entry, demand, notBefore, queues: false }) ?? bestOf({ state, ahead, entry, demand, notBefore, queues: true });
};

/** One job's search over its domains. */
interface Search {
  readonly state: State;
  readonly ahead: Ahead;
  readonly entry: Entry;
  readonly demand: Demand;
  readonly notBefore: ReadonlyMap<number, number>;
  readonly queues: boolean;
}

/** Domains of one price first: what they cost is known at once, and where the others can never be cheaper they need not be searched. */
const bestOf = (search: Search): Slot | undefined => {
  const { entry: { domains }, ahead: { prices } } = search;
  let best: Slot | undefined;
  for (let place = 0; place < domains.length; place++) if (prices.domains[domains[place]!]!.steady !== null) best = bestAt(search, place, best);
  for (let place = 0; place < domains.length; place++) if (prices.domains[domains[place]!]!.steady === null) best = bestAt(search, place, best);
  return best;
};

const bestAt = ({ state, ahead, entry, demand, notBefore, queues }: Search, place: number, rival: Slot | undefined): Slot | undefined => {
  const domain = entry.domains[place]!;
  const pools = eligiblePools(state, entry, domain);
  const { ready } = pools[0]!;
  const bytes = entry.home < 0 ? bytesInto(entry.job, pools) : 0;
  const open_s = notBefore.get(domain) ?? (isUnderCap(pools, demand, ahead.now) ? ahead.now : nextTry(ahead, entry));
  const data_s = entry.home < 0 ? throughBy(pools, "into", bytes, ahead.now) : Math.max(ahead.now, entry.ready_s);
  const from_s = Math.max(open_s, data_s);
  if (from_s === Infinity) return rival;
  const { price } = ready.pool;
  const data_usd = bytes * price.in_usd_per_B + entry.job.output_B * price.out_usd_per_B;
  if (rival !== undefined && !isBetter(from_s, leastUse(ahead, domain, demand) + data_usd, place, rival)) return rival;
  const inTime = !queues && ahead.free[domain * ahead.slots]! < demand.nodes * demand.accelerators;
  return bestIn(ahead, entry, { domain, place, pools, demand, from_s, data_usd, data_s, inTime, rival });
};

/** No use of the nodes costs less, but for rounding. */
const leastUse = ({ past, slots, prices, placement: { slot_s } }: Ahead, domain: number, { nodes, accelerators, power_W, clock_s }: Demand): number => {
  const { least_usd } = sumsTo(prices, domain, past + slots + Math.floor(clock_s / slot_s) + 1);
  return ((nodes * power_W) / 1000) * least_usd.kW * (clock_s / HOUR_S) + nodes * accelerators * least_usd.accelerator * (clock_s / HOUR_S) - ROUNDING_USD;
};

/** The next slot's begin; where starts have not held so many times 0, 0, 0, 1, 3, 7 slots later: soon none of the horizon is left. */
export const nextTry = ({ now, from_s, placement: { slot_s } }: Ahead, { slips }: Entry): number =>
  (from_s + slot_s > now ? from_s + slot_s : now + slot_s) + slot_s * (2 ** Math.max(0, slips - 3) - 1);
