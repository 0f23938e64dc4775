/**
 * Where and when a job would start on the slots ahead, at what cost.
 *
 *   1. a start at t costs kW (C(t + clock) - C(t)) + accelerators (A(t + clock) - A(t)) + data + lateness + waiting, C and A the sums of
 *      prices, linear within a slot
 *   2. one that expires starts now or a slot before it does: a slip of its booking is not its end
 */
import { HOUR_S } from "../units/index.ts";
import { slotAt, type Ahead } from "./ahead.ts";
import { bytesToBring, passed } from "./cost.ts";
import { holdsUntil, lastAtOrBelow, lastingFrom, leastOver, type Windows } from "./curve.ts";
import { eligiblePools } from "./eligible.ts";
import { demandOf, type Demand } from "./fit.ts";
import { ROUNDING_USD, sumsTo } from "./prices-ahead.ts";
import type { Entry, PoolState, State } from "./state.ts";
import { cutByDrain, windowsOf } from "./supply.ts";

export interface Slot {
  readonly domain: number;
  readonly start_s: number;
  readonly cost_usd: number;
}

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

/** What the use of nodes costs by slot of start, one more than there are slots, and the least from each slot on. */
interface Use {
  readonly usd: Float64Array;
  readonly least_usd: Float64Array;
}

/** One answer at a time, written over the last. */
const USE: { held: Use } = { held: { usd: new Float64Array(0), least_usd: new Float64Array(0) } };

const useOf = (ahead: Ahead, { domain, demand: { nodes, accelerators, power_W, clock_s } }: Ask, from: number): Use => {
  const { slots, past, placement: { slot_s }, prices } = ahead;
  if (USE.held.usd.length !== slots + 1) USE.held = { usd: new Float64Array(slots + 1), least_usd: new Float64Array(slots + 1) };
  const { usd, least_usd } = USE.held;
  const [kW, all] = [(nodes * power_W) / 1000, nodes * accelerators];
  const whole = Math.floor(clock_s / slot_s);
  const part = clock_s / slot_s - whole;
  const { steady } = prices.domains[domain]!;
  if (steady !== null) {
    usd.fill((kW * steady.kW_usd + all * steady.accelerator_usd) * (clock_s / HOUR_S), from);
    least_usd.set(usd);
    return USE.held;
  }
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
  return USE.held;
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

/** The cheapest start in a domain by the slots, or the rival where that is no dearer; of equal ones the earliest. */
const bestIn = (ahead: Ahead, entry: Entry, ask: Ask): Slot | undefined => {
  const { pools, demand, domain, from_s } = ask;
  const { job } = entry;
  const { slots, free, placement: { slot_s, wait_usd_per_h } } = ahead;
  const { clock_s, least_s } = demand;
  const begin = Math.max(0, Math.floor((from_s - ahead.from_s) / slot_s));
  const { usd, least_usd } = useOf(ahead, ask, Math.min(begin, slots));
  const windows = pools.map(({ ready }) => windowsOf(ready, demand.power_W, demand.accelerators));
  const only = windows[0]!;
  const { price } = pools[0]!.ready.pool;
  const data_usd = (entry.home < 0 ? bytesToBring(job, pools[0]!.ready) * price.in_usd_per_B : 0) + job.output_B * price.out_usd_per_B;
  const wanted = demand.nodes * demand.accelerators;
  const latest_s = latestStart(entry, ahead);
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
    const late_s = job.due_s === null ? 0 : Math.max(0, passed(pools[0]!, "out", job.output_B, start_s + clock_s) - job.due_s);
    if (late_s > 0 && ask.inTime) break;
    const extra_usd = data_usd + (late_s === 0 || job.late_usd_per_h === 0 ? 0 : (job.late_usd_per_h * late_s) / HOUR_S) + (wait_usd_per_h * (start_s - job.submit_s)) / HOUR_S;
    // From here on nothing is cheaper: lateness and waiting only grow.
    if (!isBetter(start_s, least_usd[i]! + extra_usd, best)) break;
    const first = slotAt(ahead, start_s);
    // It would count from a slot on that is not there.
    if (first >= slots) break;
    const end = Math.min(slots, Math.max(first + 1, slotAt(ahead, start_s + clock_s)));
    clear = Math.max(clear, first);
    while (clear < end && free[row + clear]! >= wanted) clear++;
    if (clear < end) {
      i = Math.max(i, clear) + 1;
      continue;
    }
    const cost_usd = usd[i]! + (x - i) * (usd[i + 1]! - usd[i]!) + extra_usd;
    if (isBetter(start_s, cost_usd, best)) best = { domain, start_s, cost_usd };
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
    const inTime = !queues && ahead.free[domain * ahead.slots]! < demand.nodes * demand.accelerators;
    best = bestIn(ahead, entry, { domain, pools, demand, from_s, inTime, rival: best });
  }
  return best;
};

/** Beyond the next slot, where starts have not held: 0, 0, 0, 1, 3, 7 slots; soon none of the horizon is left. */
const slipped = ({ slips }: Entry, { placement: { slot_s } }: Ahead): number => slot_s * (2 ** Math.max(0, slips - 3) - 1);

/** The next slot's begin. */
const nextLook = ({ now, from_s, placement: { slot_s } }: Ahead): number => (from_s + slot_s > now ? from_s + slot_s : now + slot_s);
