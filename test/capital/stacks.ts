/** Stacks of a test's making: every term with a plain value, what matters given. */
import type { ConvertibleTerms, DebtTerms, EquityTerms, InstalmentTerms, PreferredTerms, PrepaymentTerms, Stack } from "../../src/capital/index.ts";

export const QUARTERS = 24;
const window = { from: 0, until: QUARTERS - 1 };

export const stackWith = (given: Partial<Stack>): Stack => ({
  openingCash_usd: 0, openingShares: 0, otherIncome_usd: Array.from({ length: 80 }, () => 0), minCash_usd: 0, gearingMax_frac: null, sweep_frac: 0, payout_frac: 1, payoutFrom: 0, keepAhead_quarters: 0, instruments: [], covenants: [], commitments: [], ...given,
});
export const equity = (given: Partial<EquityTerms> = {}): EquityTerms => ({ kind: "equity", id: "sponsor", holder: "founder", window, order: 9, atOnce: false, limit_usd: Infinity, sharePrice_usd: 1, ...given });
export const debt = (given: Partial<DebtTerms> = {}): DebtTerms => ({
  kind: "debt", id: "loan", rank: "senior", window: { from: 0, until: 3 }, order: 1, atOnce: false, limit_usd: 1000, rate_per_yr: Array.from({ length: 80 }, () => 0.08), capitaliseUntil: 0,
  repayment: "level", repayFrom: 4, maturity: 19, dscr: null, commitmentFee_per_yr: 0, upfrontFee_frac: 0, reserve_quarters: 0, ...given,
});
export const preferred = (given: Partial<PreferredTerms> = {}): PreferredTerms => ({ kind: "preferred", id: "preferred", window, order: 2, atOnce: false, limit_usd: 200, dividend_per_yr: 0.1, inKind: false, redemption: Infinity, ...given });
export const convertible = (given: Partial<ConvertibleTerms> = {}): ConvertibleTerms => ({
  kind: "convertible", id: "note", window: { from: 0, until: 5 }, order: 1, atOnce: false, limit_usd: 150, rate_per_yr: 0.06, inKind: true, converts: Infinity, maturity: 12, upfrontFee_frac: 0, sharePrice_usd: 2, ...given,
});
export const instalments = (given: Partial<InstalmentTerms> = {}): InstalmentTerms => ({
  kind: "vendor", id: "vendor", rank: "senior", of: "it", share_frac: 0.3, limit_usd: Infinity, window, rate_per_yr: 0.07, term_quarters: 8, atStart: false, residual_frac: 0, ...given,
});
export const prepayment = (given: Partial<PrepaymentTerms> = {}): PrepaymentTerms => ({ kind: "prepayment", id: "ahead", class: "work", limit_usd: 80, paidAt: 1, servedFrom: 4, share_frac: 0.5, rate_per_yr: 0.05, ...given });
