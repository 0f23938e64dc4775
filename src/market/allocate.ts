/**
 * Who gets what of one capacity in one quarter.
 *
 *   1. contracts first: each gets what it reserves; where they come to more than there is, all are cut in one proportion,
 *      got_i = reserved_i min(1, supply / sum reserved)
 *   2. rest = supply - sum got. By priority: claims of the lowest number first, equals in proportion to what they claim; a claim that bids
 *      less than the list price is no claim. By price: claims by bid from the highest, equal bids in proportion; none below the floor. By
 *      contract: the rest is not sold.
 *   3. clearing price, by price: p = max(floor, highest bid of at least the floor that is not wholly served), one for all that are served
 *      from the rest. It is the lower end of the prices at which demand meets a fixed supply (Vickrey 1961: of several like units
 *      each costs the highest bid that is rejected)
 *
 * Holds (property tests): no more is given than there is, nor to anyone than is claimed; where the rest is sold, nothing is left while a claim of the
 * list price or more is unserved; the order of the lists changes nothing, to the bit; who bids more gets no less; nobody pays more than the bid.
 * Bids are taken as stated: nobody shades one, and who bids on several capacities bids on each alone. What is left or lacking by rounding
 * alone (sums.ts) is neither sold nor short.
 */
import { leftOf, sumOf } from "./sums.ts";

export interface Reserved {
  readonly id: string;
  readonly units: number;
}

export interface Claimed {
  readonly id: string;
  readonly units: number;
  /** Most that is paid for a unit; null pays the list price. */
  readonly bid_usd: number | null;
  /** 1 is served first, under rule priority. */
  readonly priority: number;
}

export interface Supply {
  readonly units: number;
  readonly rule: "contract" | "price" | "priority";
  /** List price, and floor where the rest is sold by price. */
  readonly price_usd: number;
}

export interface Allotment {
  /** Units by id of contract and claim. */
  readonly contracts: ReadonlyMap<string, number>;
  readonly claims: ReadonlyMap<string, number>;
  /** Of a unit of the rest; null where nothing of it was sold. */
  readonly clearing_usd: number | null;
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const sum = (list: readonly { readonly units: number }[]): number => sumOf(list.map(({ units }) => units));

const checked = (what: string, units: number): void => {
  if (!(units >= 0 && Number.isFinite(units))) throw new RangeError(`${what} is ${units}: no quantity`);
};

/** Gives out one capacity. Throws a RangeError that names what is no quantity. */
export const allocate = (supply: Supply, { contracts, claims }: { readonly contracts: readonly Reserved[]; readonly claims: readonly Claimed[] }): Allotment => {
  checked("supply", supply.units);
  for (const { id, units } of [...contracts, ...claims]) checked(id, units);
  const reserved = cut(byId(contracts), supply.units);
  const rest = leftOf(supply.units, sumOf([...reserved.values()]));
  if (supply.rule === "contract") return { contracts: reserved, claims: new Map(claims.map(({ id }) => [id, 0])), clearing_usd: null };
  const willing = byId(claims).filter(({ bid_usd }) => bid_usd === null || bid_usd >= supply.price_usd);
  const got = inTurn(groups(willing, supply), rest);
  const given = new Map(claims.map(({ id }) => [id, got.get(id) ?? 0]));
  return { contracts: reserved, claims: given, clearing_usd: clearing(supply, { willing, got }) };
};

/** All in one proportion, never more than there is. */
const cut = (list: readonly Reserved[], units: number): Map<string, number> => {
  const wanted = sum(list);
  const share = wanted > units ? units / wanted : 1;
  return new Map(list.map(({ id, units: asked }) => [id, asked * share]));
};

/** Claims in the order in which they are served; those of one group share. */
const groups = (claims: readonly Claimed[], { rule, price_usd }: Supply): readonly (readonly Claimed[])[] => {
  const rank = ({ bid_usd, priority }: Claimed): number => (rule === "priority" ? priority : -(bid_usd ?? price_usd));
  const ranks = [...new Set(claims.map(rank))].toSorted((a, b) => a - b);
  return ranks.map((one) => claims.filter((claim) => rank(claim) === one));
};

const inTurn = (turns: readonly (readonly Claimed[])[], units: number): ReadonlyMap<string, number> => {
  const got = new Map<string, number>();
  let left = units;
  for (const turn of turns) {
    const wanted = sum(turn);
    for (const [id, given] of cut(turn, left)) got.set(id, given);
    left = leftOf(left, wanted);
  }
  return got;
};

const clearing = ({ rule, price_usd }: Supply, { willing, got }: { readonly willing: readonly Claimed[]; readonly got: ReadonlyMap<string, number> }): number | null => {
  if (![...got.values()].some((units) => units > 0)) return null;
  if (rule === "priority") return price_usd;
  const short = willing.filter(({ id, units }) => leftOf(units, got.get(id)!) > 0);
  return short.reduce((price, { bid_usd }) => Math.max(price, bid_usd ?? price), price_usd);
};
