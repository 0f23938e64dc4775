/**
 * The market of a scenario: gates, what there is of each capacity, who gets what, and what each actor may plan with.
 *
 *   1. pads first: their slots are given to the capacities of launches that name them; a vehicle's launches are at most the sum of its pads' slots
 *   2. then launches, platforms and power, with each actor's claims cut to its budget (contracts come first and are not cut)
 *   3. a vehicle or site that no capacity names keeps its share and its phases, past its gates
 *
 * An actor's bids, budget and claims are what the scenario says: no actor learns from the plan of another.
 */
import { idList, type Scenario } from "../scenario/index.ts";
import { formatQuarter } from "../units/index.ts";
import { QUARTERS_PER_YEAR, quartersOf, shareByQuarter } from "./by-quarter.ts";
import { gatesOfActor, outcomeOf, resolveGates } from "./gates.ts";
import type { Allocation, Market, Share } from "./market-record.ts";
import { sharing, type Owing, type Takers } from "./share-out.ts";
import { leftOf, sumOf } from "./sums.ts";
import { flowSupply, powerSupply, wholePowers } from "./supply.ts";
import { listPrices, type Capacity, type Context } from "./takings.ts";
import { accessOf } from "./access.ts";

type Fields = NonNullable<Scenario["market"]>;

/** Who a scenario's own party is where no market names it. */
export const NOBODY_ELSE = "own";

/** Whether a scenario has anything for a market to say. */
export const hasMarket = ({ market, gates }: Pick<Scenario, "market" | "gates">): boolean => market !== null || gates.length > 0;

/** Gives out every capacity of a scenario. */
export const openMarket = (scenario: Scenario): Market => {
  const context: Context = { scenario, quarters: quartersOf(scenario), gates: resolveGates(scenario) };
  const allocations = scenario.market === null ? [] : allAllocations(context, scenario.market);
  const self = scenario.market === null ? NOBODY_ELSE : scenario.market.self;
  const wholes = wholePowers(context);
  const rivals = Object.entries(scenario.rivals).filter(([id]) => id !== self);
  return {
    self,
    quarters: context.quarters,
    draw: scenario.uncertainty.draw,
    gates: context.gates.map(outcomeOf),
    allocations,
    views: [accessOf(context, { allocations, wholes, actor: self, isSelf: true }), ...rivals.map(([actor, own]) => accessOf({ ...context, scenario: own, gates: gatesOfActor(context.gates, actor) }, { allocations, wholes, actor, isSelf: false }))],
    notes: notesOf(context, allocations),
  };
};

const allAllocations = (context: Context, market: Fields): readonly Allocation[] => {
  const pads = market.capacities.filter(({ kind }) => kind === "pad").map((pad) => padAllocation(context, { pad, market }));
  const rest = market.capacities.filter(({ kind }) => kind !== "pad").map((capacity) => sharing(context, { capacity, supply: supplyOf(context, { capacity, pads }), takers: takersOf(market, capacity) }));
  const budgets = budgetsOf(context);
  for (const t of context.quarters.keys()) {
    const cuts = new Map(context.scenario.actors.map(({ id }) => [id, cutFor(rest.map(({ owes }) => owes(id)), budgets.get(id)![t]!)]));
    for (const { give } of rest) give((actor) => cuts.get(actor)!);
  }
  return [...pads, ...rest.map(({ allocation }) => allocation())];
};

const takersOf = (market: Fields, { id }: Capacity): Takers => ({
  contracts: market.contracts.filter((one) => one.capacity === id),
  claims: market.claims.filter((one) => one.capacity === id),
});

/** Dollars of each quarter that an actor may spend; infinite without a budget. */
const budgetsOf = ({ scenario, quarters }: Context): ReadonlyMap<string, readonly number[]> =>
  new Map(scenario.actors.map(({ id, budget_usd_per_yr: budget }) => [id, budget === null ? quarters.map(() => Infinity) : shareByQuarter(budget, quarters).map((usd) => usd / QUARTERS_PER_YEAR)]));

/** The share of an actor's claims that its budget leaves room for beside its contracts. */
const cutFor = (owing: readonly Owing[], budget_usd: number): number => {
  const left = leftOf(budget_usd, sumOf(owing.map(({ contracts_usd }) => contracts_usd)));
  const claims = sumOf(owing.map(({ claims_usd }) => claims_usd));
  return claims <= left ? 1 : left / claims;
};

/** A pad's slots among all that are for any vehicle; a pad of one vehicle without contracts and claims is that vehicle's. */
const padAllocation = (context: Context, { pad, market }: { readonly pad: Capacity; readonly market: Fields }): Allocation => {
  const takers = takersOf(market, pad);
  const [user, ...others] = usersOf(pad, market);
  const supply = flowSupply(context, pad);
  if (user !== undefined && others.length === 0 && takers.contracts.length + takers.claims.length === 0) return alone(context, { pad, user, supply });
  const shared = sharing(context, { capacity: pad, supply, takers });
  for (const _ of supply) shared.give(() => 1);
  return shared.allocation();
};

const alone = (context: Context, { pad, user, supply }: { readonly pad: Capacity; readonly user: Capacity; readonly supply: readonly number[] }): Allocation => {
  const zeros = supply.map(() => 0);
  const isOwn = user.owner === pad.owner;
  const share: Share = { actor: user.owner, kind: isOwn ? "own" : "open", id: user.id, claimed: supply, got: supply, price_usd: isOwn ? zeros : listPrices(context, pad), paidAnyway: zeros };
  return { capacity: pad.id, kind: "pad", of: "", owner: pad.owner, rule: pad.rule, supply, clearing_usd: supply.map(() => null), shares: [share] };
};

const usersOf = (pad: Capacity, { capacities }: Fields): readonly Capacity[] => capacities.filter(({ pads }) => idList(pads).includes(pad.id));

/** Units of a flow, or the stock of power, that there are of a capacity. */
const supplyOf = (context: Context, { capacity, pads }: { readonly capacity: Capacity; readonly pads: readonly Allocation[] }): readonly number[] => {
  if (capacity.kind === "power") return powerSupply(context, capacity);
  const launches = flowSupply(context, capacity);
  const named = idList(capacity.pads);
  if (named.length === 0) return launches;
  const { market } = context.scenario;
  const serves = (id: string): boolean => id === capacity.id || [...market!.contracts, ...market!.claims].some((taking) => taking.id === id && taking.for === capacity.id);
  const slots = pads.filter(({ capacity: pad }) => named.includes(pad)).flatMap(({ shares }) => shares.filter(({ id }) => serves(id)));
  return launches.map((units, i) => Math.min(units, sumOf(slots.map(({ got }) => got[i]!))));
};

/** A contract may fall short by rounding. */
const SHORT = 1e-9;

const notesOf = ({ scenario, quarters, gates }: Context, allocations: readonly Allocation[]): readonly string[] => [
  ...gates.map((one) => {
    const { id, outcome, moved, holds } = outcomeOf(one);
    return `Gate ${id} (${one.gate.kind}) on ${holds.join(", ")}: ${outcome}; ${moved}.`;
  }),
  ...allocations.flatMap(({ capacity, shares }) => shares.filter(({ kind }) => kind === "contract").flatMap(({ id, claimed, got }) => {
    const short = quarters.filter((_, i) => got[i]! < claimed[i]! * (1 - SHORT) - SHORT);
    return short.length === 0 || allocations.find((one) => one.capacity === capacity)!.kind === "power" ? [] : [`Contract ${id} on ${capacity} is not met in full in ${short.length} quarters, first ${formatQuarter(short[0]!)}: there is too little, and contracts are cut in one proportion.`];
  })),
  ...(scenario.market === null ? [] : ["Bids, budgets and claims of other actors are as the scenario states them: nobody reacts to the plan."]),
];
