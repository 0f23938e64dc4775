/**
 * One capacity over the horizon: its contracts and claims by quarter, given out.
 *
 *   1. flows (launches, pad slots, platforms): each quarter is given out by itself; what is not taken is gone
 *   2. power: what is given out in a quarter is what stands by then less what was given before, asked for is what is wanted by then less what was
 *      got before; so megawatts are shared as they come online, and kept
 */
import { allocate, type Allotment } from "./allocate.ts";
import { startByQuarter } from "./by-quarter.ts";
import type { Allocation, OfferKind, Share } from "./market-record.ts";
import { claimedUnits, contractPrices, inForce, listPrices, reservedUnits, type Capacity, type Claim, type Context, type Contract } from "./takings.ts";

/** Contracts and claims on one capacity (for one vehicle, where it is a pad). */
export interface Takers {
  readonly contracts: readonly Contract[];
  readonly claims: readonly Claim[];
  /** Factor on an actor's claims by quarter. */
  readonly cutOf: (actor: string) => readonly number[];
}

/** A taker with what it asks for in each quarter: of a flow units, of power the stock it wants by then. */
interface Asking {
  readonly id: string;
  readonly actor: string;
  readonly asked: readonly number[];
  readonly cut: readonly number[];
  readonly price_usd: readonly number[];
  readonly paid_frac: number;
}

/** Gives out a capacity of which `supply` is there in each quarter: units of a flow, of power the stock online. */
export const shareOut = (context: Context, { capacity, supply, takers }: { readonly capacity: Capacity; readonly supply: readonly number[]; readonly takers: Takers }): Allocation => {
  const { quarters } = context;
  const isStock = capacity.kind === "power";
  const list = listPrices(context, capacity);
  const ones = quarters.map(() => 1);
  const contracts = takers.contracts.map((contract): Asking => ({
    id: contract.id, actor: contract.actor, cut: ones, paid_frac: contract.takeOrPay_frac, price_usd: contractPrices(context, { contract, capacity }),
    asked: isStock ? wantedStock(context, { kind: "contract", taking: contract, supply }) : reservedUnits(context, { contract, supply }),
  }));
  const claims = takers.claims.map((claim): Asking => ({
    id: claim.id, actor: claim.actor, cut: takers.cutOf(claim.actor), paid_frac: 0, price_usd: claim.bid_usd === null ? list : startByQuarter(claim.bid_usd, quarters),
    asked: isStock ? wantedStock(context, { kind: "claim", taking: claim, supply }) : claimedUnits(context, { claim, supply }),
  }));
  const priority = new Map(takers.claims.map(({ id, priority: n }) => [id, n]));
  const given = { contracts: tally(contracts), claims: tally(claims) };
  let handed = 0;
  const byQuarter = quarters.map((_, t): Allotment & { readonly units: number } => {
    const left = (one: Asking, had: number): number => Math.max(0, (one.asked[t]! - (isStock ? had : 0)) * one.cut[t]!);
    const units = isStock ? Math.max(0, supply[t]! - handed) : supply[t]!;
    const got = allocate({ units, rule: capacity.rule, price_usd: list[t]! }, {
      contracts: contracts.map((one) => ({ id: one.id, units: left(one, given.contracts.get(one.id)!.sum) })),
      claims: claims.map((one) => ({ id: one.id, units: left(one, given.claims.get(one.id)!.sum), bid_usd: one.price_usd[t]!, priority: priority.get(one.id)! })),
    });
    for (const [ids, tallies] of [[got.contracts, given.contracts], [got.claims, given.claims]] as const) {
      for (const [id, n] of ids) {
        tallies.get(id)!.sum += n;
        tallies.get(id)!.got.push(n);
        handed += n;
      }
    }
    return { ...got, units };
  });
  const clearing_usd = byQuarter.map((one) => one.clearing_usd);
  const shares = [
    ...contracts.map((one): Share => shareOf(one, { capacity, context, kind: "contract", got: given.contracts.get(one.id)!.got, price_usd: one.price_usd })),
    ...claims.map((one): Share => shareOf(one, { capacity, context, kind: "open", got: given.claims.get(one.id)!.got, price_usd: clearing_usd.map((price, t) => price ?? list[t]!) })),
  ];
  return { capacity: capacity.id, kind: capacity.kind, of: capacity.of, owner: capacity.owner, rule: capacity.rule, supply: byQuarter.map(({ units }) => units), clearing_usd, shares };
};

interface Tally {
  sum: number;
  readonly got: number[];
}

const tally = (list: readonly Asking[]): ReadonlyMap<string, Tally> => new Map(list.map(({ id }) => [id, { sum: 0, got: [] }]));

const shareOf = (one: Asking, { capacity, context, kind, got, price_usd }: { readonly capacity: Capacity; readonly context: Context; readonly kind: OfferKind; readonly got: readonly number[]; readonly price_usd: readonly number[] }): Share => {
  const isOwner = one.actor === capacity.owner;
  const { cost_usd: cost } = capacity;
  return {
    actor: one.actor, kind: isOwner ? "own" : kind, id: one.id, claimed: one.asked, got,
    price_usd: !isOwner ? price_usd : cost === null ? got.map(() => 0) : startByQuarter(cost, context.quarters),
    paidAnyway: got.map((n) => (isOwner ? 0 : n * one.paid_frac)),
  };
};

/** In force for the whole of a quarter, to the rounding of dates. */
const WHOLE = 1 - 1e-9;

/** Megawatts that a contract or claim wants online by each quarter in which it is in force; what it has, it keeps. */
export const wantedStock = (context: Context, asking: { readonly supply: readonly number[] } & ({ readonly kind: "contract"; readonly taking: Contract } | { readonly kind: "claim"; readonly taking: Claim })): readonly number[] => {
  const force = inForce(context, asking);
  const { taking, supply } = asking;
  const wanted = taking.power_MW === null ? supply : startByQuarter(taking.power_MW, context.quarters);
  const share = asking.kind === "contract" && asking.taking.share_frac !== null ? startByQuarter(asking.taking.share_frac, context.quarters) : null;
  let most = 0;
  return wanted.map((power, i) => {
    if (force[i]! >= WHOLE) most = Math.max(most, share === null ? power : share[i]! * supply[i]!);
    return most;
  });
};
