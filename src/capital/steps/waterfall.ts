/**
 * The waterfall of a quarter: free cash and the reserve pay, in this order and each as far as the money goes,
 *
 *   running costs and tax (in `free`) -> senior interest -> senior repayment -> reserve -> junior interest -> junior repayment -> purchases, commitments and
 *   bills -> sweep -> preferred dividends and redemption -> shareholders -> cash kept
 *
 * Those of one rank are paid in proportion to what is due. What is left after bills less least cash and what the coming quarters need is the surplus
 * that may be swept; owners get of it what also leaves the coming service, tax and reserve paid for (keep.ts), and nothing of it in a lock-up.
 */
import type { Work } from "../columns.ts";
import { opening } from "./accrue.ts";
import { testCovenants } from "./covenants.ts";

export interface Pool {
  readonly t: number;
  /** After draws; below zero where not even running costs and tax are paid for. */
  readonly free: number;
  /** Purchases and commitments of the quarter with bills left before. */
  readonly bills: number;
}

const ROUNDING = 1e-12;

/** Fills the quarter's payments and balances. */
export const waterfall = (x: Work, { t, free, bills }: Pool): void => {
  const unpaidCosts = Math.max(0, -free);
  const reserve = t === 0 ? 0 : x.reserve[t - 1]!;
  let pool = Math.max(0, free) + reserve;
  pool = payRank(x, x.senior, { t, pool });
  x.reserve[t] = Math.min(x.target[t]!, pool);
  pool = payRank(x, x.junior, { t, pool: pool - x.reserve[t]! });
  const owed = bills + unpaidCosts;
  // Draws that were to pay all may differ from it by their rounding.
  x.billsPaid[t] = pool >= owed * (1 - ROUNDING) ? owed : pool;
  x.bills[t] = owed - x.billsPaid[t]!;
  pool = Math.max(0, pool - x.billsPaid[t]!);
  balances(x, t);
  testCovenants(x, t, pool);
  let surplus = Math.max(0, pool - x.stack.minCash_usd - x.hold[t]!);
  const swept = sweep(x, { t, surplus });
  const free_usd = Math.max(0, Math.min(surplus, pool - x.stack.minCash_usd - x.keep[t]!) - swept);
  const owners = x.payOut && x.locked[t] === 0 ? toOwners(x, { t, surplus: free_usd }) : 0;
  surplus = swept + owners;
  x.cash[t] = pool - surplus;
};

/** Interest of a rank, then repayment of it. Returns what is left. */
const payRank = (x: Work, rank: readonly number[], { t, pool }: { readonly t: number; readonly pool: number }): number => {
  let left = pool;
  for (const [dues, paid] of [[x.dueInterest, x.paid], [x.duePrincipal, x.repaid]] as const) {
    let due = 0;
    for (const i of rank) due += dues[i]!;
    if (due === 0) continue;
    const part = due <= left ? 1 : left / due;
    for (const i of rank) paid[i * x.T + t] = dues[i]! * part;
    left -= due * part;
    x.short[t]! += due * (1 - part);
  }
  return left;
};

const balances = (x: Work, t: number): void => {
  for (let i = 0; i < x.I; i++) {
    const at = i * x.T + t;
    x.balance[at] = opening(x, i, t) + x.drawn[at]! + x.interest[at]! - x.paid[at]! - x.repaid[at]! - x.converted[at]!;
  }
  for (const { i } of x.instalments) x.overdue[i] = x.due[i * x.T + t]! - x.paid[i * x.T + t]! - x.repaid[i * x.T + t]!;
};

const RANKS = ["senior", "junior"] as const;

/** Early repayment of debt: senior first, in proportion to what is owed. */
const sweep = (x: Work, { t, surplus }: { readonly t: number; readonly surplus: number }): number => {
  const share = x.sweeping[0] === 1 ? 1 : x.stack.sweep_frac;
  let left = surplus * share;
  if (left <= 0) return 0;
  for (const rank of RANKS) {
    let owed = 0;
    for (const { i, one } of x.debts) if (one.rank === rank) owed += x.balance[i * x.T + t]!;
    if (owed <= 0) continue;
    const part = Math.min(1, left / owed);
    for (const { i, one } of x.debts) {
      if (one.rank !== rank) continue;
      const at = i * x.T + t;
      x.swept[at] = x.balance[at]! * part;
      x.balance[at] = part === 1 ? 0 : x.balance[at]! - x.swept[at]!;
    }
    left -= owed * part;
  }
  return surplus * share - left;
};

/** Preferred shares first, then the payout to common ones where there are any. */
const toOwners = (x: Work, { t, surplus }: { readonly t: number; readonly surplus: number }): number => {
  const preferred = payPreferred(x, { t, surplus });
  if (t < x.stack.payoutFrom || !hasShares(x)) return preferred;
  x.distributed[t] = (surplus - preferred) * x.stack.payout_frac;
  return preferred + x.distributed[t]!;
};

const payPreferred = (x: Work, { t, surplus }: { readonly t: number; readonly surplus: number }): number => {
  let due = 0;
  for (const placed of x.preferred) due += preferredDue(x, placed, t);
  if (due === 0) return 0;
  const part = due <= surplus ? 1 : surplus / due;
  for (const placed of x.preferred) {
    const { i } = placed;
    const at = i * x.T + t;
    const pays = preferredDue(x, placed, t) * part;
    const dividend = Math.min(pays, x.balance[at]! - face(x, i));
    x.paid[at] = dividend;
    x.repaid[at] = pays - dividend;
    x.repaidSum[i]! += x.repaid[at]!;
    x.balance[at]! -= pays;
  }
  return due * part;
};

/** Paid in and not bought back. */
const face = (x: Work, i: number): number => x.drawnSum[i]! - x.repaidSum[i]!;

const preferredDue = (x: Work, { i, one }: Work["preferred"][number], t: number): number => {
  const owed = x.balance[i * x.T + t]!;
  if (t >= one.redemption) return owed;
  return one.inKind ? 0 : Math.max(0, owed - face(x, i));
};

const hasShares = (x: Work): boolean => x.stack.openingShares > 0 || x.common.some(({ i }) => x.drawnSum[i]! > 0) || x.convertibles.some(({ i }) => x.convertedSum[i]! > 0);
