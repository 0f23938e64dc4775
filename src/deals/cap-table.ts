/**
 * Who owns what.
 *
 *   1. as converted = shares x ratio of their class
 *   2. basic = what is issued, as converted, over all that is issued
 *   3. fully diluted = issued, options, warrants, pool, and SAFEs and notes with a cap as if they converted at it (4, 5), over the sum
 *   4. post-money SAFE: amount / cap of the whole (Y Combinator 2018, post-money SAFE); pre-money SAFE or note: (amount + interest) x F / cap shares,
 *      F being all but SAFEs and notes
 *   5. whole C = (F + shares of pre-money forms) / (1 - sum amount / cap of post-money SAFEs)
 *   6. votes = as converted x votes of the class; options, warrants, pool and promises have none
 *
 * SAFEs and notes without a cap have no number of shares before a round prices them: they stand in no sum, and are counted in `unpriced`.
 */
import { parseUtc } from "../units/index.ts";
import type { CapState, Promised } from "./company.ts";
import { ONE, sumOf, ZERO, type Exact } from "./exact.ts";
import { classOf, ratioOf } from "./log.ts";

export interface Owned {
  readonly holder: string;
  /** Issued, as converted. */
  readonly shares: number;
  readonly diluted: number;
  readonly votes: number;
  readonly basic_frac: number;
  readonly diluted_frac: number;
  readonly votes_frac: number;
}

export interface CapTable {
  readonly date: string;
  readonly owned: readonly Owned[];
  /** Options that are not granted, a row without a holder. */
  readonly pool: { readonly shares: number; readonly diluted_frac: number };
  readonly total: { readonly shares: number; readonly diluted: number; readonly votes: number };
  /** SAFEs and notes that have no cap: in no sum. */
  readonly unpriced: readonly string[];
}

/** Shares issued, as converted, by holder and in all. */
export const issuedShares = (state: CapState): Exact => sumOf(state.lots.map((lot) => lot.shares.times(ratioOf(classOf(state, lot.class)))));

export const votesOf = (state: CapState, holder: string | null): Exact => sumOf(state.lots.filter((lot) => holder === null || lot.holder === holder).map((lot) => {
  const one = classOf(state, lot.class);
  return lot.shares.times(ratioOf(one)).times(one.votes);
}));

/** Options and warrants, as converted. */
export const rightShares = (state: CapState): Exact => sumOf(state.rights.map((right) => right.shares.times(ratioOf(classOf(state, right.class)))));

/** F of (4): all but SAFEs and notes. */
export const beforePromises = (state: CapState): Exact => issuedShares(state).plus(rightShares(state)).plus(state.pool);

const DAY_S = 86_400;
const YEAR_DAYS = 365;

/** Principal and simple interest to a date, actual days over 365. */
export const owed = (one: Promised, date: string): Exact => {
  const [from, to] = [parseUtc(one.date), parseUtc(date)];
  if (from === undefined || to === undefined) throw new Error(`${one.id}: no such date: ${one.date} or ${date}`);
  return one.amount.times(ONE.plus(one.interest.times((to - from) / DAY_S).div(YEAR_DAYS)));
};

/** (4) and (5): shares of every SAFE and note with a cap. Throws RangeError where post-money SAFEs come to all of the company. */
export const asIfConverted = (state: CapState, date: string): ReadonlyMap<string, Exact> => {
  const F = beforePromises(state);
  const capped = state.promised.flatMap((one) => (one.cap === null ? [] : [{ one, part: owed(one, date).div(one.cap) }]));
  const fixed = sumOf(capped.filter(({ one }) => one.form !== "post-money safe").map(({ part }) => part.times(F)));
  const parts = sumOf(capped.filter(({ one }) => one.form === "post-money safe").map(({ part }) => part));
  if (parts.gte(1)) throw new RangeError(`post-money SAFEs come to ${parts.times(100).toFixed(2)} % of the company`);
  const C = F.plus(fixed).div(ONE.minus(parts));
  return new Map(capped.map(({ one, part }) => [one.id, part.times(one.form === "post-money safe" ? C : F)]));
};

/** The table of a state on a date; holders in the order given, then those of the log. */
export const capTable = (state: CapState, { date, holders }: { readonly date: string; readonly holders: readonly string[] }): CapTable => {
  const promised = asIfConverted(state, date);
  const [shares, votes] = [issuedShares(state), votesOf(state, null)];
  const diluted = beforePromises(state).plus(sumOf([...promised.values()]));
  const names = [...new Set([...holders, ...state.lots.map(({ holder }) => holder), ...state.rights.map(({ holder }) => holder), ...state.promised.map(({ holder }) => holder)])];
  const part = (a: Exact, b: Exact): number => (b.isZero() ? 0 : a.div(b).toNumber());
  const of = (holder: string): Owned => {
    const own = { ...state, lots: state.lots.filter((lot) => lot.holder === holder), rights: state.rights.filter((right) => right.holder === holder) };
    const [has, voting] = [issuedShares(own), votesOf(own, null)];
    const all = has.plus(rightShares(own)).plus(sumOf(state.promised.filter((one) => one.holder === holder).map(({ id }) => promised.get(id) ?? ZERO)));
    return { holder, shares: has.toNumber(), diluted: all.toNumber(), votes: voting.toNumber(), basic_frac: part(has, shares), diluted_frac: part(all, diluted), votes_frac: part(voting, votes) };
  };
  return {
    date,
    owned: names.map(of),
    pool: { shares: state.pool.toNumber(), diluted_frac: part(state.pool, diluted) },
    total: { shares: shares.toNumber(), diluted: diluted.toNumber(), votes: votes.toNumber() },
    unpriced: state.promised.filter(({ cap }) => cap === null).map(({ id }) => id),
  };
};
