/**
 * What a stack lets a plan spend, in real dollars of the price year: `plan.cash` and `plan.debtMax`, given the plan that the stack was counted for.
 *
 *   own(t) = equity and preferred shares that open in t, notes that convert in it, prepayments, the rest of the company - tax - commitments beside the plan - fees
 *            - prepaid service - preferred dividends and redemption - least cash (once) + change of working capital
 *   debt(t) = what loans, notes and instalments may owe at the end of t: a loan's amount, or what its ratio allows, on its own path of repayment, not above what
 *             gearing allows on the equity that has opened; instalments as they stand
 *   real = nominal / (1 + inflation)^(years since the middle of the price year)
 *
 * Tax, sizes of sculpted loans, instalments and prepaid service are those of the last plan: one made under these limits moves them, hence a fixed point (`run`).
 */
import type { Evaluated } from "./evaluate.ts";
import type { DebtTerms } from "./stack.ts";

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
    debtMax_usd.push(Math.min(g === null || g >= 1 ? Infinity : (g / (1 - g)) * equity, owedAt(e, t)));
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
  let sum = stack.otherIncome_usd[t]! - e.tax[t]! - promised[t]! - e.served[t]! + business.operating_usd[t]! - business.ebitda_usd[t]!;
  for (const i of loans) sum -= e.fee[i * T + t]! + e.commitmentFee[i * T + t]!;
  for (const { i } of prepaid) sum += e.drawn[i * T + t]!;
  for (const { i } of preferred) sum -= e.paid[i * T + t]! + e.repaid[i * T + t]!;
  return sum;
};

const owedAt = (e: Evaluated, t: number): number => {
  const { debts, convertibles, instalments, T } = e.compiled;
  let sum = 0;
  for (const { i, one } of debts) sum += mayOwe(e, { i, one, t });
  for (const { one } of convertibles) if (t >= one.window.from && t < Math.min(one.converts, one.maturity)) sum += one.limit_usd;
  for (const { i } of instalments) sum += e.balance[i * T + t]!;
  return sum;
};

/** Of its size, what its own terms leave at the end of t. */
const mayOwe = (e: Evaluated, { i, one, t }: { readonly i: number; readonly one: DebtTerms; readonly t: number }): number => {
  const { T, rate } = e.compiled;
  if (t < one.window.from || one.window.from > one.window.until || t >= one.maturity) return 0;
  const sculpted = one.repayment === "sculpted" && one.repayFrom < T;
  const size = sculpted ? Math.min(one.limit_usd, e.allowedValue[i * T + one.repayFrom]!) : one.limit_usd;
  if (t < one.repayFrom || one.repayment === "bullet") return size;
  if (sculpted) return t + 1 < T ? (size * e.allowedValue[i * T + t + 1]!) / Math.max(e.allowedValue[i * T + one.repayFrom]!, Number.MIN_VALUE) : 0;
  const [left, all] = [one.maturity - t, one.maturity - one.repayFrom + 1];
  const r = rate[i * T + t]!;
  return size * (one.repayment === "straight" || r === 0 ? left / all : Math.expm1(-left * Math.log1p(r)) / Math.expm1(-all * Math.log1p(r)));
};
