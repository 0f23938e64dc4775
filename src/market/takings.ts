/** Contracts and claims by quarter: how many units each asks for, at which price, and when it is in force. */
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import { openShare, together } from "./windows.ts";
import { standIn, windowsOf, type ResolvedGate } from "./gates.ts";
import { QUARTERS_PER_YEAR, rateByQuarter, shareByQuarter, startByQuarter } from "./by-quarter.ts";

type MarketFields = NonNullable<Scenario["market"]>;
export type Capacity = MarketFields["capacities"][number];
export type Contract = MarketFields["contracts"][number];
export type Claim = MarketFields["claims"][number];

export interface Context {
  readonly scenario: Scenario;
  readonly quarters: readonly number[];
  readonly gates: readonly ResolvedGate[];
}

/** Share of each quarter in which a contract or claim is in force: between its dates, past its gates and its actor's, and not waiting to stand in. */
export const inForce = ({ scenario, quarters, gates }: Context, { kind, taking }: { readonly kind: "contract" | "claim"; readonly taking: Contract | Claim }): readonly number[] => {
  const what = `${kind}/${taking.id}`;
  const waits = standIn(scenario, { gates, what });
  const { from_quarter: from, until_quarter: until } = taking;
  const dates = { closed: [...(from === null ? [] : [{ from: -Infinity, to: from }]), ...(until === null ? [] : [{ from: until, to: Infinity }])], caps: [] };
  return openShare(together([windowsOf(gates, what), windowsOf(gates, `actor/${taking.actor}`), dates, ...(waits === null ? [] : [waits])]), quarters);
};

/** Units that a contract reserves of a flow in each quarter. */
export const reservedUnits = (context: Context, { contract, supply }: { readonly contract: Contract; readonly supply: readonly number[] }): readonly number[] => {
  const force = inForce(context, { kind: "contract", taking: contract });
  const { share_frac: share, rate_per_yr: rate } = contract;
  if (share !== null) return shareByQuarter(share, context.quarters).map((part, i) => part * supply[i]! * force[i]!);
  if (rate !== null) return rateByQuarter(rate, context.quarters).map((n, i) => (n / QUARTERS_PER_YEAR) * force[i]!);
  throw new Error(`contract ${contract.id} has no quantity`);
};

/** Units that a claim wants of a flow in each quarter: all there are where it names none. */
export const claimedUnits = (context: Context, { claim, supply }: { readonly claim: Claim; readonly supply: readonly number[] }): readonly number[] => {
  const force = inForce(context, { kind: "claim", taking: claim });
  if (claim.rate_per_yr === null) return supply.map((units, i) => units * force[i]!);
  return rateByQuarter(claim.rate_per_yr, context.quarters).map((n, i) => (n / QUARTERS_PER_YEAR) * force[i]!);
};

/** List price of a unit in each quarter: the capacity's, or the vehicle's, or nothing. */
export const listPrices = ({ scenario, quarters }: Pick<Context, "scenario" | "quarters">, capacity: Capacity): readonly number[] => {
  if (capacity.price_usd !== null) return startByQuarter(capacity.price_usd, quarters);
  const vehicle = capacity.kind === "launches" ? scenario.launch.vehicles.find(({ id }) => id === capacity.of) : undefined;
  return vehicle === undefined ? quarters.map(() => 0) : startByQuarter(vehicle.price_usd, quarters);
};

/** Price of a contract's unit in each quarter. */
export const contractPrices = (context: Pick<Context, "scenario" | "quarters">, { contract, capacity }: { readonly contract: Contract; readonly capacity: Capacity }): readonly number[] =>
  contract.price_usd !== null ? startByQuarter(contract.price_usd, context.quarters) : contract.award === null ? listPrices(context, capacity) : context.quarters.map(() => entryValue(entryOf(context.scenario, { kind: "awards", id: contract.award! }), "price"));
