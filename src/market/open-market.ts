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
import { quartersOf, startByQuarter } from "./by-quarter.ts";
import { outcomeOf, resolveGates } from "./gates.ts";
import type { Allocation, Market } from "./market-record.ts";
import { shareOut, wantedStock, type Takers } from "./share-out.ts";
import { flowSupply, powerSupply } from "./supply.ts";
import { budgetCut, claimedUnits, contractPrices, listPrices, reservedUnits, type Capacity, type Context } from "./takings.ts";
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
  const rivals = Object.entries(scenario.rivals).filter(([id]) => id !== self);
  return {
    self,
    quarters: context.quarters,
    draw: scenario.uncertainty.draw,
    gates: context.gates.map(outcomeOf),
    allocations,
    views: [accessOf(context, { allocations, actor: self, isSelf: true }), ...rivals.map(([actor, own]) => accessOf({ ...context, scenario: own }, { allocations, actor, isSelf: false }))],
    notes: notesOf(context, allocations),
  };
};

const allAllocations = (context: Context, market: Fields): readonly Allocation[] => {
  const pads = market.capacities.filter(({ kind }) => kind === "pad").flatMap((pad) => padAllocations(context, { pad, market }));
  const supplies = new Map(market.capacities.filter(({ kind }) => kind !== "pad").map((capacity) => [capacity.id, supplyOf(context, { capacity, pads })]));
  const cuts = new Map(context.scenario.actors.map(({ id }) => [id, cutFor(context, { actor: id, market, supplies })]));
  const cutOf = (actor: string): readonly number[] => cuts.get(actor)!;
  const rest = market.capacities.filter(({ kind }) => kind !== "pad").map((capacity) => shareOut(context, { capacity, supply: supplies.get(capacity.id)!, takers: takersOf(market, { capacity, cutOf }) }));
  return [...pads, ...rest];
};

const takersOf = (market: Fields, { capacity, cutOf }: { readonly capacity: Capacity; readonly cutOf: Takers["cutOf"] }): Takers => ({
  contracts: market.contracts.filter((one) => one.capacity === capacity.id),
  claims: market.claims.filter((one) => one.capacity === capacity.id),
  cutOf,
});

/** A pad's slots among all that are for any vehicle; a pad of one vehicle without contracts and claims is that vehicle's. */
const padAllocations = (context: Context, { pad, market }: { readonly pad: Capacity; readonly market: Fields }): readonly Allocation[] => {
  const ones = context.quarters.map(() => 1);
  const takers = takersOf(market, { capacity: pad, cutOf: () => ones });
  const users = usersOf(pad, market);
  const supply = flowSupply(context, pad);
  const alone = users.length === 1 && takers.contracts.length + takers.claims.length === 0;
  if (!alone) return [shareOut(context, { capacity: pad, supply, takers })];
  const [user] = users;
  const zeros = supply.map(() => 0);
  return [{ capacity: pad.id, kind: "pad", of: "", owner: pad.owner, rule: pad.rule, supply, clearing_usd: supply.map(() => null), shares: [{ actor: user!.owner, kind: user!.owner === pad.owner ? "own" : "open", id: user!.id, claimed: supply, got: supply, price_usd: user!.owner === pad.owner ? zeros : listPrices(context, pad), paidAnyway: zeros }] }];
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
  return launches.map((units, i) => Math.min(units, slots.reduce((sum, { got }) => sum + got[i]!, 0)));
};

const increments = (stock: readonly number[]): readonly number[] => stock.map((power, i) => (i === 0 ? power : Math.max(0, power - stock[i - 1]!)));

/** The factor on one actor's claims: what its contracts and claims at others' capacities could come to, against its budget. */
const cutFor = (context: Context, { actor, market, supplies }: { readonly actor: string; readonly market: Fields; readonly supplies: ReadonlyMap<string, readonly number[]> }): readonly number[] => {
  const { quarters } = context;
  const owed = (flows: readonly (readonly number[])[]): readonly number[] => quarters.map((_, i) => flows.reduce((sum, flow) => sum + flow[i]!, 0));
  const at = (id: string): { readonly capacity: Capacity; readonly supply: readonly number[] } | null => {
    const capacity = market.capacities.find((one) => one.id === id);
    const supply = supplies.get(id);
    return capacity === undefined || supply === undefined || capacity.owner === actor ? null : { capacity, supply };
  };
  const contracts = market.contracts.filter((one) => one.actor === actor).flatMap((contract) => {
    const of = at(contract.capacity);
    if (of === null) return [];
    const units = of.capacity.kind === "power" ? increments(wantedStock(context, { kind: "contract", taking: contract, supply: of.supply })) : reservedUnits(context, { contract, supply: of.supply });
    return [units.map((n, i) => n * contractPrices(context, { contract, capacity: of.capacity })[i]!)];
  });
  const claims = market.claims.filter((one) => one.actor === actor).flatMap((claim) => {
    const of = at(claim.capacity);
    if (of === null) return [];
    const units = of.capacity.kind === "power" ? increments(wantedStock(context, { kind: "claim", taking: claim, supply: of.supply })) : claimedUnits(context, { claim, supply: of.supply });
    const price = claim.bid_usd === null ? listPrices(context, of.capacity) : startByQuarter(claim.bid_usd, quarters);
    return [units.map((n, i) => n * price[i]!)];
  });
  return budgetCut(context, { actor, contracts_usd: owed(contracts), claims_usd: owed(claims) });
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
