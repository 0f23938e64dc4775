/**
 * Why a job does not run yet, where it could, when and for how much: in numbers and in words. It asks the same questions as the next decision
 * would, with nobody before it in the queue, so that the times are the earliest that supply and running jobs allow.
 */
import { HOUR_S, MINUTE_S } from "../units/index.ts";
import { longestGap } from "./common-gap.ts";
import { bytesInto, startCost, throughBy } from "./cost.ts";
import { poolRefuses } from "./eligible.ts";
import { expectedStart, underCaps } from "./expected-start.ts";
import { demandOf, fitNow, type Demand } from "./fit.ts";
import { keptIn } from "./kept.ts";
import { nodesWith } from "./node-set.ts";
import { isThereInTime } from "./stage.ts";
import { isOver, onNodes, type Entry, type PoolState, type State } from "./state.ts";
import { leastOver } from "./curve.ts";
import type { Tier } from "./supply.ts";

/** One domain's answer. */
export interface PlaceAnswer {
  readonly domain: string;
  readonly tier: Tier;
  /** null where none is found. */
  readonly earliest_s: number | null;
  readonly cost_usd: number | null;
  /** What keeps it from starting there now; null where nothing does. */
  readonly binds: string | null;
}

export interface Explanation {
  readonly job: string;
  readonly state: string;
  /** The best of each tier that the supply has. */
  readonly tiers: Readonly<Partial<Record<Tier, PlaceAnswer>>>;
  readonly places: readonly PlaceAnswer[];
  readonly text: string;
}

const span = (seconds: number): string => {
  if (seconds < MINUTE_S) return `${trimmed(seconds)} s`;
  return seconds < 3 * HOUR_S ? `${trimmed(seconds / MINUTE_S)} min` : `${trimmed(seconds / HOUR_S)} h`;
};
const trimmed = (value: number): string => String(Number(value.toFixed(1)));
const exact = (seconds: number): string => (seconds < 3 * HOUR_S ? `${(seconds / MINUTE_S).toFixed(1)} min` : `${(seconds / HOUR_S).toFixed(1)} h`);
const nodesText = (count: number): string => `${count} ${count === 1 ? "node" : "nodes"}`;

/** Fewer nodes, or a checkpoint, that would help where no common window is long enough. */
const wayOut = (pools: readonly PoolState[], entry: Entry, demand: Demand, now: number): string => {
  const ways: string[] = [];
  for (let nodes = demand.nodes - 1; nodes >= 1; nodes--) {
    if (longestGap(pools, { ...demand, nodes }, now) < demand.least_s) continue;
    ways.push(`on ${nodesText(nodes)}`);
    break;
  }
  if (entry.job.checkpoint === null && longestGap(pools, demand, now) > 0) ways.push("with a checkpoint");
  return ways.length === 0 ? "" : `; fits ${ways.join(" or ")}`;
};

const gapBinds = (pools: readonly PoolState[], entry: Entry, demand: Demand, now: number): string | undefined => {
  const longest_s = longestGap(pools, demand, now);
  if (longest_s >= demand.least_s) return undefined;
  const lit = pools[0]!.ready.pool.tier === "orbit" ? "lit nodes" : "supplied nodes";
  const what = `needs ${span(demand.least_s)} on ${demand.nodes} ${demand.nodes === 1 ? lit.slice(0, -1) : lit}`;
  if (longest_s <= 0) return `${what}, ${Math.round(demand.power_W)} W each; never that many at once`;
  return `${what}; longest common gap ${exact(longest_s)}${wayOut(pools, entry, demand, now)}`;
};

/** What no waiting would change. */
const neverBinds = (state: State, entry: Entry, all: readonly PoolState[], demand: Demand): string | undefined => {
  const refusals = all.map(({ ready }) => poolRefuses(entry.job, ready.pool));
  const pools = all.filter((_, i) => refusals[i] === undefined);
  if (pools.length === 0) return refusals[0]!;
  const nodes = pools.reduce((sum, { ready }) => sum + ready.pool.nodes, 0);
  if (nodes < demand.nodes) return `needs ${nodesText(demand.nodes)}, ${nodesText(nodes)} in all`;
  if (entry.home >= 0 && !all.some(({ domain }) => domain === entry.home)) return `its data is at ${state.supply.domains[entry.home]!.id}`;
  return gapBinds(pools, entry, demand, state.now_s);
};

/** When its input is, or would be, at a pool. */
const arrival = ({ now_s }: State, entry: Entry, pools: readonly PoolState[]): number =>
  entry.home < 0 ? throughBy(pools, "into", bytesInto(entry.job, pools), now_s) : entry.state === "admitted" ? Math.max(now_s, entry.ready_s) : now_s;

/** Its input, where that is not there now. */
const inputBinds = (state: State, entry: Entry, domain: number, pools: readonly PoolState[]): string | undefined => {
  const { job: { input_B }, home } = entry;
  const data_s = arrival(state, entry, pools);
  if (data_s === Infinity) return "its input never gets there: no contact is left";
  if (data_s <= state.now_s) return entry.state === "admitted" && home >= 0 ? `its input of ${input_B} B is on its way` : undefined;
  return `its input of ${input_B} B ${home < 0 ? "would be" : "is on its way,"} there in ${span(data_s - state.now_s)}${isThereInTime(state, entry, domain) ? "" : ", when it has expired"}`;
};

/** The common caps, where they leave too little for as long as it takes to get anywhere. */
const capBinds = (pools: readonly PoolState[], demand: Demand, now: number): string | undefined => {
  if (underCaps(pools, demand, { now, t: now }) >= demand.nodes) return undefined;
  const capped = pools.filter(({ ready }) => ready.cap !== null);
  const left = (until_s: number): number => capped.reduce((sum, { ready, allUsed_W }) => sum + Math.max(0, leastOver(ready.cap!, now, until_s) - allUsed_W), 0);
  const falls = left(now + demand.least_s) < left(now);
  return `needs ${Math.round(demand.nodes * demand.power_W)} W under the cap of ${capped.map(({ ready }) => ready.pool.id).join(" and ")}, ${Math.round(left(now + demand.least_s))} W left${falls ? ` within ${span(demand.least_s)}` : ""}`;
};

interface Asked {
  readonly domain: number;
  readonly pools: readonly PoolState[];
  readonly demand: Demand;
}

/** What keeps it from starting now, where it could later. */
const nowBinds = (state: State, entry: Entry, { domain, pools, demand }: Asked): string => {
  const { job } = entry;
  const now = state.now_s;
  if (entry.waitsFor > 0) return `waits for ${entry.waitsFor} of ${job.after.length} jobs before it`;
  if (job.begin_s !== null && job.begin_s > now) return `may not begin for ${span(job.begin_s - now)}`;
  const input = inputBinds(state, entry, domain, pools);
  if (input !== undefined) return input;
  const free = pools.reduce((sum, { set }) => sum + nodesWith(set, demand.accelerators), 0);
  if (free < demand.nodes) return `needs ${nodesText(demand.nodes)}, ${free} free`;
  const cap = capBinds(pools, demand, now);
  if (cap !== undefined) return cap;
  const kept = keptIn(state, entry, domain);
  if (kept > 0 && fitNow({ ...state, kept: [] }, entry, domain, now) !== undefined) return `needs ${nodesText(demand.nodes)}; of ${free} free, ${kept} ${kept === 1 ? "is" : "are"} kept for data on its way`;
  return `needs ${span(demand.least_s)} of supply on ${nodesText(demand.nodes)}, which have less left now`;
};

/** What it asks for in a domain: at its lower power where it may, and where the full one is never there. */
const askedOf = (state: State, entry: Entry, all: readonly PoolState[]): { readonly demand: Demand; readonly never: string | undefined } => {
  const demand = demandOf(entry, false);
  const never = neverBinds(state, entry, all, demand);
  if (never === undefined || !state.policy.capping || entry.job.capped === null) return { demand, never };
  const lower = demandOf(entry, true);
  return neverBinds(state, entry, all, lower) === undefined ? { demand: lower, never: undefined } : { demand, never };
};

const answerOf = (state: State, entry: Entry, domain: number): PlaceAnswer => {
  const { id, tier, pools: indexes } = state.supply.domains[domain]!;
  const all = indexes.map((i) => state.pools[i]!);
  const { demand, never } = askedOf(state, entry, all);
  const nowhere = (binds: string): PlaceAnswer => ({ domain: id, tier, earliest_s: null, cost_usd: null, binds });
  if (never !== undefined) return nowhere(never);
  const pools = all.filter(({ ready }) => poolRefuses(entry.job, ready.pool) === undefined);
  const asked = { domain, pools, demand };
  const free = entry.waitsFor === 0 && (entry.state !== "admitted" || entry.home < 0) && (entry.job.begin_s ?? state.now_s) <= state.now_s;
  const data_s = arrival(state, entry, pools);
  if (data_s === Infinity || (data_s > state.now_s && !isThereInTime(state, entry, domain))) return nowhere(nowBinds(state, entry, asked));
  const fits = free && data_s <= state.now_s && fitNow(state, entry, domain, state.now_s) !== undefined;
  const earliest_s = fits ? state.now_s : expectedStart(state, entry, { ...asked, from_s: Math.max(data_s, entry.job.begin_s ?? state.now_s) });
  if (earliest_s === Infinity) return nowhere(nowBinds(state, entry, asked));
  const cost_usd = startCost(entry, pools, demand, earliest_s, termsOf(state));
  return { domain: id, tier, earliest_s, cost_usd: Number.isFinite(cost_usd) ? cost_usd : null, binds: fits ? null : nowBinds(state, entry, asked) };
};

const termsOf = ({ policy: { placement } }: State): { readonly carbon_usd_per_t: number; readonly wait_usd_per_h: number } =>
  placement.kind === "cost" || placement.kind === "planned" ? placement : { carbon_usd_per_t: 0, wait_usd_per_h: 0 };

const sooner = (a: PlaceAnswer, b: PlaceAnswer): boolean => (b.earliest_s ?? Infinity) < (a.earliest_s ?? Infinity) || (b.earliest_s === a.earliest_s && (b.cost_usd ?? Infinity) < (a.cost_usd ?? Infinity));

const placeText = ({ domain, earliest_s, cost_usd, binds }: PlaceAnswer, now: number): string => {
  if (earliest_s === null) return `${domain}: ${binds}`;
  const when = earliest_s <= now ? "could start now" : `could start in ${span(earliest_s - now)}`;
  return `${domain}: ${binds === null ? "" : `${binds}; `}${when}${cost_usd === null ? "" : `, ${cost_usd.toFixed(2)} $`}`;
};

/** With stores of its own: to ask how long they would carry a job brings them up to the time, and a session that was asked is to be as one that was not. */
const aside = (state: State): State => ({
  ...state,
  pools: state.pools.map((pool) => (pool.charge_J.length === 0 ? pool : { ...pool, charge_J: pool.charge_J.slice(), since_s: pool.since_s.slice(), energy: { ...pool.energy } })),
});

/** Throws RangeError for an unknown job. */
export const explain = (session: State, id: string): Explanation => {
  const state = aside(session);
  const entry = state.byId.get(id);
  if (entry === undefined) throw new RangeError(`no job "${id}" was submitted`);
  // A job that failed for want of any place is still told why.
  if ((isOver(entry) && entry.state !== "failed") || onNodes(entry)) return { job: id, state: entry.state, tiers: {}, places: [], text: `${id} is ${entry.state}` };
  const places = state.supply.domains.map((_, d) => answerOf(state, entry, d));
  const tiers: Partial<Record<Tier, PlaceAnswer>> = {};
  for (const place of places) {
    const best = tiers[place.tier];
    if (best === undefined || sooner(best, place)) tiers[place.tier] = place;
  }
  const lines = (["ground", "orbit"] as const).flatMap((tier) => (tiers[tier] === undefined ? [] : [`${tier}, ${placeText(tiers[tier], state.now_s)}`]));
  const held = entry.hold_s > state.now_s ? [`${entry.place >= 0 ? "held for price for" : "asked again in"} ${span(entry.hold_s - state.now_s)}`] : [];
  return { job: id, state: entry.state, tiers, places, text: [`${id} is ${entry.state}`, ...held, ...lines].join("\n") };
};
