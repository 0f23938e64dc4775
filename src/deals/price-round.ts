/**
 * The price of a round: what converts, what the pool takes, what pro-rata holders add.
 *
 *   1. price P x (F' + S(P)) = V                                  F' what stood, S shares of converting SAFEs and notes
 *   2. V = pre - p x post and F' = F - unissued pool, where the pool must be p of the whole after the round (the "pool shuffle"); else V = pre, F' = F
 *   3. pool added = p x post / P - unissued pool; none is taken away: where that is below zero, (1) stands without it
 *   4. shares of a SAFE or note = max(owed / ((1 - discount) P), shares at its cap: part x C of a post-money SAFE, part x F of other forms)
 *      part = owed / cap, C = F + S, the whole before new money and added pool (Y Combinator, post-money SAFE v1.1, "Company Capitalization")
 *   5. pro rata: each holder buys (its shares / C) of the whole round, beside what others put in: round = others' money / (1 - sum of shares)
 *      (Y Combinator, pro rata side letter; quick start guide: 15 % beside 25 % for new investors is 4.41 %)
 *
 * (1) and (4) are the greatest of straight lines in P, solved by policy iteration: choose for each promise cap or discount, solve the linear equations, choose again.
 * It ends in finitely many steps at the exact price. Assumes that money, pool and conversions stand in the pre-money as most term sheets have it.
 */
import { beforePromises, owed } from "./cap-table.ts";
import type { CapState, Promised } from "./company.ts";
import { exact, ONE, sumOf, ZERO, type Exact } from "./exact.ts";
import { classOf, ratioOf } from "./log.ts";
import { refuse } from "./problem.ts";

export interface RoundTerms {
  readonly path: string;
  readonly date: string;
  readonly pre: Exact | null;
  readonly post: Exact | null;
  readonly pool: Exact | null;
  readonly proRata: readonly string[];
  /** Of the closing, one for each holder. */
  readonly invested: readonly { readonly holder: string; readonly amount: Exact }[];
}

export interface PricedRound {
  readonly pre: Exact;
  readonly post: Exact;
  /** Of a share, as converted. */
  readonly price: Exact;
  readonly poolAdded: Exact;
  readonly converted: readonly { readonly promised: Promised; readonly shares: Exact }[];
  readonly invested: RoundTerms["invested"];
}

const SAME = exact("1e-35");
const MOST_STEPS = 500;

/** Prices a round. Throws DealError for one that cannot be: money of a post-money valuation, pool or promises that leave nothing for those who were there. */
export const pricedRound = (state: CapState, terms: RoundTerms): PricedRound => {
  const written = sumOf(terms.invested.map(({ amount }) => amount));
  let total = written;
  for (let step = 0; step < MOST_STEPS; step++) {
    const round = pricedFor(state, terms, total);
    const extra = proRataOf(state, round, terms);
    const next = written.div(ONE.minus(sumOf(extra.map(({ part }) => part))));
    if (next.minus(total).abs().lte(total.times(SAME))) return { ...round, invested: [...terms.invested, ...extra.map(({ holder, part }) => ({ holder, amount: next.times(part) }))] };
    total = next;
  }
  return refuse({ path: terms.path, found: "pro-rata rights that never settle", expected: "rights that leave room for new money", hint: "name fewer holders in proRata" });
};

type Unsold = Omit<PricedRound, "invested">;

const million = (dollars: Exact): string => `${dollars.div(1e6).toSignificantDigits(6).toString()} M$`;

const pricedFor = (state: CapState, { path, date, pre: writtenPre, post: writtenPost, pool }: RoundTerms, total: Exact): Unsold => {
  const pre = writtenPre ?? writtenPost!.minus(total);
  const post = pre.plus(total);
  if (pre.lte(0)) return refuse({ path: `${path}.post`, found: `a post-money of ${million(post)} for ${million(total)} of new money: pre-money of ${million(pre)}`, expected: "a pre-money above zero", hint: "raise post, or lower the investments" });
  const F = beforePromises(state);
  if (pool !== null) {
    const effective = pre.minus(pool.times(post));
    if (effective.lte(0)) return refuse({ path: `${path}.pool`, found: `a pool of ${pool.times(100).toString()} % of ${million(post)} out of a pre-money of ${million(pre)}: ${million(effective)} are left`, expected: "an effective pre-money above zero", hint: "lower pool, or raise pre" });
    const solved = solve(state, { path, date, F, standing: F.minus(state.pool), value: effective });
    const added = pool.times(post).div(solved.price).minus(state.pool);
    if (added.gte(0)) return { pre, post, poolAdded: added, ...solved };
  }
  return { pre, post, poolAdded: ZERO, ...solve(state, { path, date, F, standing: F, value: pre }) };
};

interface Equation {
  readonly path: string;
  readonly date: string;
  readonly F: Exact;
  /** F' and V of (1). */
  readonly standing: Exact;
  readonly value: Exact;
}

interface Choice {
  readonly promised: Promised;
  readonly owed: Exact;
  /** owed / (1 - discount): what it is worth at the round's price. */
  readonly worth: Exact;
  readonly part: Exact | null;
  readonly postMoney: boolean;
}

const solve = (state: CapState, equation: Equation): Pick<PricedRound, "price" | "converted"> => {
  const { path, date, F } = equation;
  if (F.lte(0)) return refuse({ path, found: "a round in a company without shares", expected: "shares issued before it", hint: "add deals.issues: the founders' shares" });
  const choices = state.promised.map((promised): Choice => {
    const debt = owed(promised, date);
    return { promised, owed: debt, worth: debt.div(ONE.minus(promised.discount)), part: promised.cap === null ? null : debt.div(promised.cap), postMoney: promised.form === "post-money safe" };
  });
  let capped = choices.map(({ part }) => part !== null);
  for (let step = 0; step < MOST_STEPS; step++) {
    const at = linear(equation, choices, capped);
    if (at.price.lte(0)) return refuse({ path: `${path}.pre`, found: `SAFEs and notes worth ${million(sumOf(choices.map(({ worth }) => worth)))} at the round's price, beside ${million(equation.value)} that the pre-money leaves`, expected: "a pre-money above what converts", hint: "raise pre, or let fewer of them convert" });
    const next = choices.map((choice) => choice.part !== null && atCap(choice, F, at.whole).gte(choice.worth.div(at.price)));
    if (next.every((yes, i) => yes === capped[i])) return { price: at.price, converted: choices.map((choice, i) => ({ promised: choice.promised, shares: capped[i]! ? atCap(choice, F, at.whole) : choice.worth.div(at.price) })) };
    capped = next;
  }
  throw new Error(`${path}: conversion does not settle`);
};

const atCap = ({ part, postMoney }: Choice, F: Exact, whole: Exact): Exact => part!.times(postMoney ? whole : F);

/** The equations with each promise on the side that was chosen. */
const linear = ({ F, standing, value }: Equation, choices: readonly Choice[], capped: readonly boolean[]): { readonly price: Exact; readonly whole: Exact } => {
  const on = (yes: (choice: Choice, i: number) => boolean, of: (choice: Choice) => Exact): Exact => sumOf(choices.filter(yes).map(of));
  const worth = on((_, i) => !capped[i]!, (choice) => choice.worth);
  const fixed = on((choice, i) => capped[i]! && !choice.postMoney, ({ part }) => part!.times(F));
  const rest = ONE.minus(on((choice, i) => capped[i]! && choice.postMoney, ({ part }) => part!));
  const price = value.minus(worth.div(rest)).div(standing.minus(F).plus(F.plus(fixed).div(rest)));
  return { price, whole: F.plus(fixed).plus(worth.div(price)).div(rest) };
};

/** (5). */
const proRataOf = (state: CapState, { converted }: Unsold, { path, proRata }: RoundTerms): readonly { readonly holder: string; readonly part: Exact }[] => {
  const whole = beforePromises(state).plus(sumOf(converted.map(({ shares }) => shares)));
  const parts = proRata.map((holder) => ({ holder, part: sharesOf(state, converted, holder).div(whole) }));
  if (sumOf(parts.map(({ part }) => part)).gte(1)) return refuse({ path: `${path}.proRata`, found: "holders of all shares", expected: "room for new money", hint: "name fewer holders" });
  return parts;
};

const sharesOf = (state: CapState, converted: PricedRound["converted"], holder: string): Exact =>
  sumOf([
    ...state.lots.filter((lot) => lot.holder === holder).map((lot) => lot.shares.times(ratioOf(classOf(state, lot.class)))),
    ...converted.filter(({ promised }) => promised.holder === holder).map(({ shares }) => shares),
  ]);
