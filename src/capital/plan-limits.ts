/**
 * What a stack lets a plan spend, in real dollars of the price year: `plan.cash` and `plan.debtMax`, given the plan that the stack was counted for.
 *
 *   own(t) = equity and preferred shares that open in t, notes that convert in it, prepayments, the rest of the company - tax - commitments beside the plan - fees
 *            - prepaid service - preferred dividends and redemption - least cash (once) - change of the reserve + change of working capital
 *   debt(t) = what loans, notes and instalments may owe at the end of t. While a loan is open: its amount, or what its ratio allows less the interest that is added until
 *             repayment, all open ones together not above what gearing allows on the equity that has opened, beside those that are closed. Once its window is closed
 *             nothing new: what the last plan had drawn by then, with the interest that is added, on its own path of repayment. Instalments as they stand
 *   real = nominal / (1 + inflation)^(years since the middle of the price year)
 *
 * Tax, sizes of sculpted loans, what is drawn when a window closes, the reserve, instalments and prepaid service are those of the last plan: one made under these limits moves them, hence a fixed point (`run`).
 */
import type { Evaluated } from "./evaluate.ts";
import type { DebtTerms, Window } from "./stack.ts";

export interface PlanLimits {
  readonly own_usd: readonly number[];
  readonly debtMax_usd: readonly number[];
}

/** Nominal limits of each quarter of the case; null where a provider brings whatever is missing, and nothing binds. */
export const planLimits = (e: Evaluated): PlanLimits | null => {
  const { common, T, stack } = e.compiled;
  if (common.some(({ one }) => one.limit_usd === Infinity)) return null;
  const g = stack.gearingMax_frac;
  let equity = stack.openingCash_usd;
  const own_usd: number[] = [];
  const debtMax_usd: number[] = [];
  for (let t = 0; t < T; t++) {
    const opened = openedAt(e, t);
    equity += opened;
    own_usd.push(opened + besideAt(e, t) + (t === 0 ? stack.openingCash_usd - stack.minCash_usd : 0));
    const closed = closedAt(e, t);
    const geared = g === null || g >= 1 ? Infinity : Math.max(0, (g / (1 - g)) * equity - closed);
    debtMax_usd.push(closed + Math.min(geared, openAt(e, t)));
  }
  return { own_usd, debtMax_usd };
};

const openedAt = ({ compiled: { common, preferred, convertibles } }: Evaluated, t: number): number => {
  let sum = 0;
  for (const { one } of [...common, ...preferred]) if (one.window.from === t && one.window.from <= one.window.until) sum += one.limit_usd;
  for (const { one } of convertibles) if (one.converts === t && one.window.from <= one.window.until) sum += one.limit_usd;
  return sum;
};

const besideAt = (e: Evaluated, t: number): number => {
  const { business, preferred, loans, prepaid, promised, stack, T } = e.compiled;
  let sum = (t === 0 ? 0 : e.target[t - 1]!) - e.target[t]! + stack.otherIncome_usd[t]! - e.tax[t]! - promised[t]! - e.served[t]! + business.operating_usd[t]! - business.ebitda_usd[t]!;
  for (const i of loans) sum -= e.fee[i * T + t]! + e.commitmentFee[i * T + t]!;
  for (const { i } of prepaid) sum += e.drawn[i * T + t]!;
  for (const { i } of preferred) sum -= e.paid[i * T + t]! + e.repaid[i * T + t]!;
  return sum;
};

/** Of what can still be drawn in t. */
const openAt = (e: Evaluated, t: number): number => {
  const { debts, convertibles, T, growth } = e.compiled;
  let sum = 0;
  for (const { i, one } of debts) if (isOpen(one, t)) sum += sizeOf(e, { i, one }) / growth[i * T + t]!;
  for (const { one } of convertibles) if (isOpen(one, t) && t < Math.min(one.converts, one.maturity)) sum += one.limit_usd;
  return sum;
};

/** Of what can no longer be drawn, and instalments. */
const closedAt = (e: Evaluated, t: number): number => {
  const { debts, convertibles, instalments, T } = e.compiled;
  let sum = 0;
  for (const { i, one } of debts) if (t > one.window.until) sum += stillOwed(e, { i, one, t });
  for (const { i, one } of convertibles) if (t > one.window.until) sum += e.balance[i * T + t]!;
  for (const { i } of instalments) sum += e.balance[i * T + t]!;
  return sum;
};

const isOpen = ({ window }: { readonly window: Window }, t: number): boolean => t >= window.from && t <= window.until;

const isSculpted = (one: DebtTerms, T: number): boolean => one.repayment === "sculpted" && one.repayFrom < T;

const sizeOf = (e: Evaluated, { i, one }: { readonly i: number; readonly one: DebtTerms }): number =>
  one.repayment !== "sculpted" ? one.limit_usd : isSculpted(one, e.compiled.T) ? Math.min(one.limit_usd, e.allowedValue[i * e.compiled.T + one.repayFrom]!) : 0;

/** What was owed when the window closed, with the interest that is added to it, on the path of its terms: what is not paid stays out of it. */
const stillOwed = (e: Evaluated, { i, one, t }: { readonly i: number; readonly one: DebtTerms; readonly t: number }): number => {
  const { T, growth } = e.compiled;
  const { from, until } = one.window;
  if (from > until || t >= one.maturity) return 0;
  const closing = e.balance[i * T + until]!;
  if (t < one.repayFrom) return (closing * growth[i * T + until]!) / growth[i * T + t]!;
  return (closing * growth[i * T + until]! * pathAt(e, { i, one, t })) / (until < one.repayFrom ? 1 : pathAt(e, { i, one, t: until }));
};

/** Share of what is owed at first repayment that the terms leave at the end of t. */
const pathAt = (e: Evaluated, { i, one, t }: { readonly i: number; readonly one: DebtTerms; readonly t: number }): number => {
  const { T, rate } = e.compiled;
  if (one.repayment === "bullet") return 1;
  if (isSculpted(one, T)) return t + 1 < T && e.allowedValue[i * T + one.repayFrom]! > 0 ? e.allowedValue[i * T + t + 1]! / e.allowedValue[i * T + one.repayFrom]! : 0;
  const [left, all] = [one.maturity - t, one.maturity - one.repayFrom + 1];
  const r = rate[i * T + t]!;
  return one.repayment === "straight" || r === 0 ? left / all : Math.expm1(-left * Math.log1p(r)) / Math.expm1(-all * Math.log1p(r));
};
