/** In which domain a job is to start, by the policy: the domains to try now, best first, or a later time that is worth waiting for. */
import { nextStep, valueAt } from "./curve.ts";
import { HOUR_S } from "../units/index.ts";
import { bytesInto, isSteady, leastCost, paidFor, startCost, throughBy, type CostTerms } from "./cost.ts";
import { eligiblePools } from "./eligible.ts";
import { bookedDemand, demandOf, fitNow, type Demand } from "./fit.ts";
import type { Placement } from "./policy.ts";
import { earliestStart, newOutlook, type Outlook } from "./profile.ts";
import { dataBy, isThereInTime, KEEP_S } from "./stage.ts";
import type { Entry, PoolState, State } from "./state.ts";
import type { Tier } from "./supply.ts";

export interface Places {
  /** To try now, in this order. */
  readonly domains: readonly number[];
  /** Where to wait when none of them will do. */
  readonly best: number;
  /** Cheaper to start then; 0 where it is not held. */
  readonly hold_s: number;
  /** When the best place is expected to be free, where that is not now; 0 where it is not known. */
  readonly expected_s: number;
}

type CostPlacement = Extract<Placement, { readonly kind: "cost" }>;

const byTier = (state: State, domains: readonly number[], first: Tier): readonly number[] => {
  const isFirst = (d: number): boolean => state.supply.domains[d]!.tier === first;
  return [...domains.filter(isFirst), ...domains.filter((d) => !isFirst(d))];
};

/** Energy price on the ground now, the least of the domains asked for; Infinity without one. */
const groundPrice = (state: State, domains: readonly number[], now: number): number =>
  domains
    .filter((d) => state.supply.domains[d]!.tier === "ground")
    .reduce((least, d) => Math.min(least, 1000 * valueAt(state.pools[state.supply.domains[d]!.pools[0]!]!.ready.energy_usd_per_kWh, now)), Infinity);

/** Where a job of this policy goes at this time. */
export const placesOf = (state: State, entry: Entry, outlook: Outlook): Places => {
  const domains = entry.domains;
  const { placement } = state.policy;
  const plain = (order: readonly number[]): Places => ({ domains: order, best: order[0] ?? -1, hold_s: 0, expected_s: 0 });
  if (domains.length === 0 || placement.kind === "listed") return plain(domains);
  if (placement.kind === "planned") return plain(byCostNow(state, entry, placement, state.eager.get(entry.index)?.most_usd ?? Infinity).filter((d) => entry.home >= 0 || dataBy(state, entry, d) <= state.now_s + KEEP_S));
  if (placement.kind === "tier") {
    const order = byTier(state, domains, placement.first);
    if (placement.spill) return plain(order);
    const own = order.filter((d) => state.supply.domains[d]!.tier === placement.first);
    // What may not run on that tier runs where it may.
    return plain(own.length > 0 ? own : order);
  }
  if (placement.kind === "threshold") return plain(byTier(state, domains, groundPrice(state, domains, outlook.now) <= placement.groundMost_usd_per_MWh ? "ground" : "orbit"));
  return cheapest(state, entry, { domains, outlook, placement });
};

/** Domains by what a start now costs, those in which no more is paid than `most_usd`; ties as listed. */
export const byCostNow = (state: State, entry: Entry, terms: CostTerms, most_usd = Infinity): readonly number[] => {
  if (entry.domains.length < 2 && most_usd === Infinity) return entry.domains;
  const demand = bookedDemand(state, entry);
  const costs = new Map(entry.domains.map((d) => [d, startCost(entry, eligiblePools(state, entry, d), demand, state.now_s, terms)]));
  return entry.domains.filter((d) => most_usd === Infinity || paidFor(entry, eligiblePools(state, entry, d), demand, state.now_s, terms) <= most_usd).toSorted((a, b) => (costs.get(a)! === costs.get(b)! ? 0 : costs.get(a)! - costs.get(b)!));
};

interface Option {
  readonly domain: number;
  readonly start_s: number;
  readonly cost_usd: number;
}

interface Choice {
  readonly domains: readonly number[];
  readonly outlook: Outlook;
  readonly placement: CostPlacement;
}

const cheapest = (state: State, entry: Entry, { domains, outlook, placement }: Choice): Places => {
  const { now } = outlook;
  let best: Option | undefined;
  let first_s = 0;
  // A domain of one price costs least now: where that is no less than what was found, it need not be asked when it has room.
  for (const { domain, least_usd } of byLeast(state, entry, { domains, outlook, placement })) {
    if (best !== undefined && least_usd >= best.cost_usd) break;
    const options = optionsOf(state, entry, { domain, outlook, placement, below_usd: best?.cost_usd ?? Infinity });
    for (const option of options) {
      if (best !== undefined && option.cost_usd >= best.cost_usd) continue;
      best = option;
      first_s = options[0]!.start_s;
    }
  }
  if (best === undefined) return { domains: [], best: domains[0] ?? -1, hold_s: 0, expected_s: 0 };
  if (best.start_s <= now) return { domains: [best.domain], best: best.domain, hold_s: 0, expected_s: 0 };
  // Waiting for nodes is the queue's business; waiting for price is a hold.
  return { domains: [], best: best.domain, hold_s: best.start_s > first_s ? best.start_s : 0, expected_s: best.start_s };
};

/** Domains by the least that a start there can cost, those of moving prices first; ties as listed. */
const byLeast = (state: State, entry: Entry, { domains, outlook, placement }: Choice): readonly { readonly domain: number; readonly least_usd: number }[] => {
  if (domains.length === 1) return [{ domain: domains[0]!, least_usd: -Infinity }];
  const demand = demandOf(entry, false);
  return domains
    .map((domain) => {
      const pools = eligiblePools(state, entry, domain);
      return { domain, least_usd: isSteady(pools[0]!) ? startCost(entry, pools, demand, outlook.now, placement) : -Infinity };
    })
    .toSorted((a, b) => (a.least_usd === b.least_usd ? 0 : a.least_usd - b.least_usd));
};

/** Latest start that is looked at: in time where it is due, within the policy's patience in any case. */
const latestStart = ({ job }: Entry, demand: Demand, { lookahead_s }: CostPlacement): number => {
  const patience_s = job.submit_s + lookahead_s;
  return job.due_s === null ? patience_s : Math.min(patience_s, job.due_s - demand.clock_s);
};

interface Wanted {
  readonly domain: number;
  readonly outlook: Outlook;
  readonly placement: CostPlacement;
  /** What costs no less need not be told. */
  readonly below_usd: number;
}

/** The first start, and the later ones at other prices that may be cheaper. */
const optionsOf = (state: State, entry: Entry, { domain, outlook, placement, below_usd }: Wanted): readonly Option[] => {
  const pools = eligiblePools(state, entry, domain);
  const demand = demandOf(entry, false);
  const { now } = outlook;
  const first_s = firstStart(state, entry, { domain, pools, demand, outlook });
  if (first_s === Infinity) return [];
  const pool = pools[0]!;
  const priced = (start_s: number): Option => ({ domain, start_s, cost_usd: startCost(entry, pools, demand, start_s, placement) });
  const options = [priced(first_s)];
  let below = Math.min(below_usd, options[0]!.cost_usd);
  const latest_s = latestStart(entry, demand, placement);
  const least_usd = leastCost(entry, pools, demand, placement);
  for (let t = nextPrice(pool, Math.max(now, first_s)); t <= latest_s; t = nextPrice(pool, t)) {
    // From here on waiting alone costs more than the best price could save; rounding is left out of it.
    if (least_usd + (placement.wait_usd_per_h * (t - entry.job.submit_s)) / HOUR_S > below + Math.abs(below) * 1e-9) break;
    const option = priced(t);
    below = Math.min(below, option.cost_usd);
    options.push(option);
  }
  return options;
};

/** The next hour of another price, whichever of them changes first. */
const nextPrice = ({ ready }: PoolState, t: number): number => Math.min(nextStep(ready.energy_usd_per_kWh, t), nextStep(ready.accelerator_usd_per_h, t), nextStep(ready.carbon_g_per_kWh, t));

/** A store that fills, and a place that was found, are asked again so much later. */
export const FILL_LOOK_S = 300;

interface Question {
  readonly domain: number;
  readonly pools: readonly PoolState[];
  readonly demand: Demand;
  readonly outlook: Outlook;
}

/** Now where it fits now; else when nodes, supply and data are expected to be there. */
export const firstStart = (state: State, entry: Entry, { domain, pools, demand, outlook }: Question): number => {
  const { now } = outlook;
  const data_s = entry.home < 0 ? throughBy(pools, "into", bytesInto(entry.job, pools), now) : now;
  if (data_s <= now + KEEP_S && fitNow(state, entry, domain, now) !== undefined) return now;
  if (data_s === Infinity) return Infinity;
  const start_s = earliestStart(outlook, pools, demand, data_s);
  // Nodes are there and their stores are not full enough, or a cap is in the way: not now, and soon.
  return start_s <= now || (start_s <= data_s && data_s <= now + KEEP_S) ? now + FILL_LOOK_S : start_s;
};

/** Domains that the policy lets its data go to and where it would be there in time, none where it would nowhere. */
export const homesOf = (state: State, entry: Entry): readonly number[] => {
  const { placement } = state.policy;
  const within = placement.kind === "tier" && !placement.spill ? placesOf(state, entry, newOutlook(state.now_s)).domains : entry.domains;
  return within.filter((d) => isThereInTime(state, entry, d));
};

/**
 * Where data is brought to, before anything is free: the domain where the job would cost least, or of those that the policy puts first the one that takes it
 * soonest. Where jobs may spill and that one has no nodes when the data comes, the one of all that takes it soonest.
 */
export const homeOf = (state: State, entry: Entry, outlook: Outlook): number => {
  const { domains, best } = placesOf(state, entry, outlook);
  const { placement } = state.policy;
  if (placement.kind === "cost" || best < 0) return best;
  const first = placement.kind === "listed" ? domains.slice(0, 1) : domains.filter((d) => state.supply.domains[d]!.tier === state.supply.domains[best]!.tier);
  const own = soonestHome(state, entry, first, outlook);
  const spills = placement.kind === "threshold" || (placement.kind === "tier" && placement.spill);
  return !spills || (own.start_s < Infinity && own.start_s <= dataBy(state, entry, own.domain)) ? own.domain : soonestHome(state, entry, domains, outlook).domain;
};

interface Home {
  readonly domain: number;
  readonly start_s: number;
}

/** The domain where its data and then its nodes are there first, behind what was sent there and waits already; of equal ones, and where none ever is, the first. */
const soonestHome = (state: State, entry: Entry, domains: readonly number[], outlook: Outlook): Home => {
  const demand = demandOf(entry, false);
  const behind = new Map(domains.map((d) => [d, 0]));
  for (const other of state.entries) if (behind.has(other.home) && isBehind(other)) behind.set(other.home, behind.get(other.home)! + other.job.nodes * other.job.estimate_s);
  let best: Home = { domain: domains[0]!, start_s: Infinity };
  for (const domain of domains) {
    const pools = eligiblePools(state, entry, domain);
    const nodes = pools.reduce((sum, { ready }) => sum + ready.pool.nodes, 0);
    const start_s = firstStart(state, entry, { domain, pools, demand, outlook }) + behind.get(domain)! / nodes;
    if (start_s < best.start_s) best = { domain, start_s };
  }
  return best;
};

/** Where a job would cost least that is sent now and starts behind what was sent there and waits already; -1 where its data never comes. */
export const cheapestHome = (state: State, entry: Entry, outlook: Outlook): number => {
  const { placement } = state.policy;
  if (placement.kind !== "planned") throw new TypeError("only planned placement sends so");
  const demand = bookedDemand(state, entry);
  let best = -1;
  let least_usd = Infinity;
  for (const domain of entry.domains) {
    const { start_s } = soonestHome(state, entry, [domain], outlook);
    const cost_usd = start_s === Infinity ? Infinity : startCost(entry, eligiblePools(state, entry, domain), demand, start_s, placement);
    if (cost_usd < least_usd) [best, least_usd] = [domain, cost_usd];
  }
  return best;
};

/** Whether it waits for nodes, its data there or on the way. */
const isBehind = (entry: Entry): boolean => entry.state === "admitted" || entry.state === "staged" || entry.state === "requeued";
