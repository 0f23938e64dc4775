/** What a quarter brings before anyone decides: interest, fees on what is not drawn, instalment plans, prepayments and conversions. */
import type { Work } from "../columns.ts";
import type { ConvertibleTerms, DebtTerms, InstalmentTerms, PrepaymentTerms } from "../stack.ts";

const QUARTERS_PER_YEAR = 4;

export const opening = (x: Work, i: number, t: number): number => (t === 0 ? 0 : x.balance[i * x.T + t - 1]!);

/** Of instrument i, before the waterfall of quarter t. */
export const accrue = (x: Work, t: number): void => {
  x.served[t] = 0;
  for (let i = 0; i < x.I; i++) {
    const at = i * x.T + t;
    clear(x, at);
    x.interest[at] = opening(x, i, t) * x.rate[at]!;
  }
  for (const { one, i } of x.debts) debt(x, one, i, t);
  for (const { one, i } of x.convertibles) convertible(x, one, i, t);
  for (const { one, i } of x.prepaid) prepayment(x, one, i, t);
  for (const { one, i } of x.instalments) instalments(x, one, i, t);
};

const clear = (x: Work, at: number): void => {
  x.drawn[at] = 0; x.fee[at] = 0; x.commitmentFee[at] = 0; x.capitalised[at] = 0; x.paid[at] = 0; x.repaid[at] = 0; x.swept[at] = 0; x.converted[at] = 0;
};

const debt = (x: Work, one: DebtTerms, i: number, t: number): void => {
  const at = i * x.T + t;
  if (t < one.capitaliseUntil) {
    x.capitalised[at] = x.interest[at]!;
    x.assetLeft[i]! += x.interest[at]!;
  }
  if (one.commitmentFee_per_yr > 0 && t >= one.window.from && t <= one.window.until) x.commitmentFee[at] = (one.commitmentFee_per_yr / QUARTERS_PER_YEAR) * (one.limit_usd === Infinity ? roomOf(x, i, t) : one.limit_usd - x.drawnSum[i]!);
};

const convertible = (x: Work, one: ConvertibleTerms, i: number, t: number): void => {
  const at = i * x.T + t;
  if (t === one.converts) x.converted[at] = opening(x, i, t) + x.interest[at]!;
};

const instalments = (x: Work, one: InstalmentTerms, i: number, t: number): void => {
  if (t < one.window.from || t > one.window.until) return;
  x.drawn[i * x.T + t] = Math.min(x.base[i * x.T + t]!, one.limit_usd - x.drawnSum[i]!);
  x.drawnSum[i]! += x.drawn[i * x.T + t]!;
};

const prepayment = (x: Work, one: PrepaymentTerms, i: number, t: number): void => {
  const at = i * x.T + t;
  if (t === one.paidAt) x.drawn[at] = one.limit_usd;
  if (t < one.servedFrom) return;
  x.repaid[at] = Math.max(0, Math.min(opening(x, i, t) + x.interest[at]!, x.base[at]!));
  x.served[t]! += x.repaid[at]!;
};

/** What a sculpted loan may owe when its repayment begins: nothing after the last quarter, whose cash nobody foresees. */
export const mayOwe = (x: Work, i: number, { repayFrom }: DebtTerms): number => (repayFrom < x.T ? x.allowedValue[i * x.T + repayFrom]! : 0);

/** What may still be drawn of it: its limit, and of a sculpted loan what its coming cash can repay. */
export const roomOf = (x: Work, i: number, t: number): number => {
  const one = x.instruments[i]!;
  if (one.kind === "vendor" || one.kind === "lease" || one.kind === "prepayment") return 0;
  if (t < one.window.from || t > one.window.until) return 0;
  const left = Math.max(0, one.limit_usd - x.drawnSum[i]!);
  if (one.kind !== "debt" || one.repayment !== "sculpted" || one.dscr === null) return left;
  // What is drawn now grows by interest that is added to the loan; that of this quarter is not in the balance yet.
  const grown = x.growth[i * x.T + t]!;
  const standing = opening(x, i, t) + (t < one.capitaliseUntil ? x.interest[i * x.T + t]! : 0);
  return Math.max(0, Math.min(left, mayOwe(x, i, one) / grown - standing));
};
