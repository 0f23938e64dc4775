/**
 * Interest and repayment that fall due in a quarter, by what is owed at its start.
 *
 *   level: P = B r / ((1 + r)^n - 1), n payments left;   straight: P = B / n;   bullet: P = B at maturity
 *   sculpted: service = allowed(t) B / value(t), value(t) = sum over s >= t of allowed(s) / (1 + r)^(s-t+1): in proportion to cash, and paid off at maturity
 *   instalments: k times what was bought in the last n quarters, and the residual of what was bought n quarters ago
 *
 * Each is linear in B: a loan in two parts pays what the whole would. What is not paid stays in B.
 */
import type { Work } from "../columns.ts";
import type { ConvertibleTerms, DebtTerms, InstalmentTerms } from "../stack.ts";
import { opening } from "./accrue.ts";

export const fallDue = (x: Work, t: number): void => {
  x.dueInterest.fill(0);
  x.duePrincipal.fill(0);
  for (const { one, i } of x.debts) told(x, i, { t, balloon: debt(x, one, i, t) });
  for (const { one, i } of x.convertibles) told(x, i, { t, balloon: note(x, one, i, t) });
  for (const { one, i } of x.instalments) {
    instalments(x, one, i, t);
    told(x, i, { t, balloon: 0 });
  }
};

const told = (x: Work, i: number, { t, balloon }: { readonly t: number; readonly balloon: number }): void => {
  const at = i * x.T + t;
  x.due[at] = x.dueInterest[i]! + x.duePrincipal[i]!;
  x.cover[at] = x.due[at]! - balloon;
};

const note = (x: Work, one: ConvertibleTerms, i: number, t: number): number => {
  const at = i * x.T + t;
  if (x.converted[at] !== 0) return 0;
  if (t >= one.maturity || !one.inKind) x.dueInterest[i] = x.interest[at]!;
  if (t < one.maturity) return 0;
  x.duePrincipal[i] = opening(x, i, t);
  return x.duePrincipal[i]!;
};

/** Returns what is repaid in one sum at the end, which no reserve or DSCR is kept for. */
const debt = (x: Work, one: DebtTerms, i: number, t: number): number => {
  const at = i * x.T + t;
  const owed = opening(x, i, t);
  if (t < one.capitaliseUntil) return 0;
  x.dueInterest[i] = x.interest[at]!;
  if (owed === 0 || t < one.repayFrom) return 0;
  if (t >= one.maturity) {
    x.duePrincipal[i] = owed;
    return one.repayment === "bullet" ? owed : 0;
  }
  if (one.repayment === "bullet") return 0;
  const left = one.maturity - t + 1;
  if (one.repayment === "straight") x.duePrincipal[i] = owed / left;
  else if (one.repayment === "level") x.duePrincipal[i] = levelPart(x.rate[at]!, left) * owed;
  else sculpt(x, i, { t, owed });
  return 0;
};

const levelPart = (rate: number, left: number): number => (rate === 0 ? 1 / left : rate / Math.expm1(left * Math.log1p(rate)));

const sculpt = (x: Work, i: number, { t, owed }: { readonly t: number; readonly owed: number }): void => {
  const at = i * x.T + t;
  const value = x.allowedValue[at]!;
  const service = value > 0 ? (x.allowed[at]! * owed) / value : x.interest[at]!;
  x.dueInterest[i] = Math.min(x.interest[at]!, service);
  x.duePrincipal[i] = service - x.dueInterest[i]!;
};

const instalments = (x: Work, one: InstalmentTerms, i: number, t: number): void => {
  const base = i * x.T;
  const last = one.atStart ? t : t - 1;
  const first = last - one.term_quarters + 1;
  let bought = 0;
  for (let s = Math.max(0, first); s <= last; s++) bought += x.drawn[base + s]!;
  const back = t - one.term_quarters;
  const residual = back >= 0 ? one.residual_frac * x.drawn[base + back]! : 0;
  const payment = Math.min(x.instalment[i]! * bought + residual + x.overdue[i]!, opening(x, i, t) + x.drawn[base + t]! + x.interest[base + t]!);
  x.dueInterest[i] = Math.min(x.interest[base + t]!, payment);
  x.duePrincipal[i] = payment - x.dueInterest[i]!;
};
