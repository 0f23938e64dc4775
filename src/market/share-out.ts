/**
 * One capacity over the horizon: its contracts and claims by quarter, given out.
 *
 *   1. flows (launches, pad slots, platforms): each quarter is given out by itself; what is not taken is gone
 *   2. power: what is given out in a quarter is what stands by then less what was given before, asked for is what is wanted by then less what was
 *      got before; so megawatts are shared as they come online, and kept; out of force, a taker gets nothing new
 */
import { allocate } from "./allocate.ts";
import { startByQuarter } from "./by-quarter.ts";
import type { Allocation, OfferKind, Share } from "./market-record.ts";
import { leftOf, sumOf } from "./sums.ts";
import { claimedUnits, contractPrices, inForce, listPrices, reservedUnits, type Capacity, type Claim, type Context, type Contract } from "./takings.ts";

/** Contracts and claims on one capacity (for one vehicle, where it is a pad). */
export interface Takers {
  readonly contracts: readonly Contract[];
  readonly claims: readonly Claim[];
}

/** A taker with what it asks for in each quarter: of a flow units, of power the stock it wants by then. */
interface Asking {
  readonly id: string;
  readonly actor: string;
  readonly asked: readonly number[];
  /** Whether it may get anything in the quarter: power only while its taker is in force. */
  readonly isOpen: readonly boolean[];
  readonly price_usd: readonly number[];
  readonly paid_frac: number;
  readonly priority: number;
  /** What it got so far, by quarter. */
  readonly got: number[];
}

/** What an actor could owe in a quarter, at its bids. */
export interface Owing {
  readonly contracts_usd: number;
  readonly claims_usd: number;
}

/** A capacity that is given out quarter by quarter, in order. */
export interface Sharing {
  /** What an actor other than the owner could owe in the quarter that comes next. */
  readonly owes: (actor: string) => Owing;
  /** Gives out the next quarter, each actor's claims cut to a share. */
  readonly give: (cut: (actor: string) => number) => void;
  readonly allocation: () => Allocation;
}

const askingOf = (context: Context, { capacity, supply, takers }: Shared, list: readonly number[]): { readonly contracts: readonly Asking[]; readonly claims: readonly Asking[] } => {
  const isStock = capacity.kind === "power";
  return {
    contracts: takers.contracts.map((contract): Asking => ({
      id: contract.id, actor: contract.actor, paid_frac: contract.takeOrPay_frac, priority: 1, got: [], price_usd: contractPrices(context, { contract, capacity }),
      ...(isStock ? wantedStock(context, { kind: "contract", taking: contract, supply }) : flow(reservedUnits(context, { contract, supply }))),
    })),
    claims: takers.claims.map((claim): Asking => ({
      id: claim.id, actor: claim.actor, paid_frac: 0, priority: claim.priority, got: [], price_usd: claim.bid_usd === null ? list : startByQuarter(claim.bid_usd, context.quarters),
      ...(isStock ? wantedStock(context, { kind: "claim", taking: claim, supply }) : flow(claimedUnits(context, { claim, supply }))),
    })),
  };
};

/** What is asked of a flow says by itself when nothing is. */
const flow = (asked: readonly number[]): Pick<Asking, "asked" | "isOpen"> => ({ asked, isOpen: asked.map(() => true) });

export interface Shared {
  readonly capacity: Capacity;
  /** What is there in each quarter: units of a flow, of power the stock online. */
  readonly supply: readonly number[];
  readonly takers: Takers;
}

/** Opens a capacity for sharing. */
export const sharing = (context: Context, shared: Shared): Sharing => {
  const { capacity, supply } = shared;
  const isStock = capacity.kind === "power";
  const list = listPrices(context, capacity);
  const { contracts, claims } = askingOf(context, shared, list);
  const all = [...contracts, ...claims];
  const units: number[] = [];
  const clearing_usd: (number | null)[] = [];
  const left = ({ asked, got, isOpen }: Asking): number => (isOpen[got.length]! ? leftOf(asked[got.length]!, isStock ? sumOf(got) : 0) : 0);
  const owed = (asking: readonly Asking[], actor: string): number => sumOf(asking.filter((one) => one.actor === actor && actor !== capacity.owner).map((one) => left(one) * one.price_usd[one.got.length]!));
  return {
    owes: (actor) => ({ contracts_usd: owed(contracts, actor), claims_usd: owed(claims, actor) }),
    give: (cut) => {
      const t = units.length;
      units.push(isStock ? leftOf(supply[t]!, sumOf(all.flatMap(({ got }) => got))) : supply[t]!);
      const given = allocate({ units: units[t]!, rule: capacity.rule, price_usd: list[t]! }, {
        contracts: contracts.map((one) => ({ id: one.id, units: left(one) })),
        claims: claims.map((one) => ({ id: one.id, units: left(one) * cut(one.actor), bid_usd: one.price_usd[t]!, priority: one.priority })),
      });
      for (const one of contracts) one.got.push(given.contracts.get(one.id)!);
      for (const one of claims) one.got.push(given.claims.get(one.id)!);
      clearing_usd.push(given.clearing_usd);
    },
    allocation: () => ({
      capacity: capacity.id, kind: capacity.kind, of: capacity.of, owner: capacity.owner, rule: capacity.rule, supply: units, clearing_usd,
      shares: [
        ...contracts.map((one) => shareOf(one, { capacity, context, kind: "contract", price_usd: one.price_usd })),
        ...claims.map((one) => shareOf(one, { capacity, context, kind: "open", price_usd: clearing_usd.map((price, t) => price ?? list[t]!) })),
      ],
    }),
  };
};

const shareOf = (one: Asking, { capacity, context, kind, price_usd }: { readonly capacity: Capacity; readonly context: Context; readonly kind: OfferKind; readonly price_usd: readonly number[] }): Share => {
  const isOwner = one.actor === capacity.owner;
  const { cost_usd: cost } = capacity;
  const { got } = one;
  return {
    actor: one.actor, kind: isOwner ? "own" : kind, id: one.id, claimed: one.asked, got,
    price_usd: !isOwner ? price_usd : cost === null ? got.map(() => 0) : startByQuarter(cost, context.quarters),
    paidAnyway: got.map((n) => (isOwner ? 0 : n * one.paid_frac)),
  };
};

/** In force for the whole of a quarter, to the rounding of dates. */
const WHOLE = 1 - 1e-9;

/** Megawatts that a contract or claim wants online by each quarter in which it is in force; what it has, it keeps. */
const wantedStock = (context: Context, asking: { readonly supply: readonly number[] } & ({ readonly kind: "contract"; readonly taking: Contract } | { readonly kind: "claim"; readonly taking: Claim })): Pick<Asking, "asked" | "isOpen"> => {
  const force = inForce(context, asking);
  const { taking, supply } = asking;
  const wanted = taking.power_MW === null ? supply : startByQuarter(taking.power_MW, context.quarters);
  const share = asking.kind === "contract" && asking.taking.share_frac !== null ? startByQuarter(asking.taking.share_frac, context.quarters) : null;
  const isOpen = force.map((frac) => frac >= WHOLE);
  let most = 0;
  const asked = wanted.map((power, i) => {
    if (isOpen[i]!) most = Math.max(most, share === null ? power : share[i]! * supply[i]!);
    return most;
  });
  return { asked, isOpen };
};
