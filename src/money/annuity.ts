/**
 * Level payments, in the spreadsheet's sign convention: what you receive is positive, what you pay is negative.
 *
 * (1) pv (1+r)^n + pmt (1 + r w) ((1+r)^n - 1)/r + fv = 0,  w = 0 payment at the end of a period, 1 at its beginning.
 * (2) interest of period p: balance after p-1 periods times r; with w = 1 the first period bears none.
 * Source: Excel and OpenFormula 1.2 (OASIS, 2011) 6.12.41 PMT ff.; numpy-financial as oracle, to 1e-9.
 * Growth is expm1(n log1p(r)): no cancellation at small rates; r = 0 is its own limit. Valid for r > -1.
 */
import { requireFinite, requirePositive, requireRate } from "./guards.ts";

/** "end": each payment closes its period; "begin": it opens it. */
export type PaymentTime = "end" | "begin";

type Loan = { readonly rate_per_period: number; readonly periods: number; readonly when: PaymentTime };

export type PmtTerms = Loan & { readonly pv_usd: number; readonly fv_usd: number };
export type PvTerms = Loan & { readonly pmt_usd: number; readonly fv_usd: number };
export type FvTerms = Loan & { readonly pmt_usd: number; readonly pv_usd: number };
export type NperTerms = Omit<Loan, "periods"> & { readonly pmt_usd: number; readonly pv_usd: number; readonly fv_usd: number };
export type SplitTerms = PmtTerms & { readonly period: number };

/** Level payment per period that turns `pv_usd` into `-fv_usd`. */
export function pmt(terms: PmtTerms): number {
  checkLoan(terms);
  requirePositive({ periods: terms.periods });
  requireFinite({ pv_usd: terms.pv_usd, fv_usd: terms.fv_usd });
  return -(terms.pv_usd * (1 + growth(terms)) + terms.fv_usd) / paymentsGrown(terms);
}

/** Present value of a level payment and a final sum. */
export function pv(terms: PvTerms): number {
  checkLoan(terms);
  requireFinite({ pmt_usd: terms.pmt_usd, fv_usd: terms.fv_usd });
  return -(terms.fv_usd + terms.pmt_usd * paymentsGrown(terms)) / (1 + growth(terms));
}

/** Future value of a present sum and a level payment. */
export function fv(terms: FvTerms): number {
  checkLoan(terms);
  requireFinite({ pmt_usd: terms.pmt_usd, pv_usd: terms.pv_usd });
  return -(terms.pv_usd * (1 + growth(terms)) + terms.pmt_usd * paymentsGrown(terms));
}

/** Number of payments, not rounded; throws RangeError if the payments never reach the target. */
export function nper({ rate_per_period, pmt_usd, pv_usd, fv_usd, when }: NperTerms): number {
  requireRate({ rate_per_period });
  requireFinite({ pmt_usd, pv_usd, fv_usd });
  const periods = rate_per_period === 0 ? -(fv_usd + pv_usd) / pmt_usd : periodsAtRate({ rate_per_period, pmt_usd, pv_usd, fv_usd, when });
  if (!Number.isFinite(periods)) throw new RangeError(`nper: payments of ${pmt_usd} never turn pv_usd ${pv_usd} into fv_usd ${fv_usd}`);
  return periods;
}

/** Interest part of the payment of `period` (1 = first). */
export function ipmt(terms: SplitTerms): number {
  const { period, periods, when, rate_per_period } = terms;
  if (!Number.isInteger(period) || period < 1 || period > periods) {
    throw new RangeError(`period must be a whole number from 1 to ${periods}, found ${period}`);
  }
  const pmt_usd = pmt(terms);
  if (when === "begin" && period === 1) return 0;
  const balance_usd = fv({ ...terms, periods: period - 1, pmt_usd });
  return (balance_usd * rate_per_period) / (when === "begin" ? 1 + rate_per_period : 1);
}

/** Principal part of the payment of `period` (1 = first). */
export function ppmt(terms: SplitTerms): number {
  return pmt(terms) - ipmt(terms);
}

/** (1+r)^n - 1. */
function growth({ rate_per_period, periods }: Loan): number {
  return Math.expm1(periods * Math.log1p(rate_per_period));
}

/** Final value of payments of 1: (1 + r w) ((1+r)^n - 1)/r. */
function paymentsGrown(loan: Loan): number {
  if (loan.rate_per_period === 0) return loan.periods;
  return (advance(loan) * growth(loan)) / loan.rate_per_period;
}

function advance({ rate_per_period, when }: Pick<Loan, "rate_per_period" | "when">): number {
  return when === "begin" ? 1 + rate_per_period : 1;
}

function periodsAtRate({ rate_per_period, pmt_usd, pv_usd, fv_usd, when }: NperTerms): number {
  const perpetual_usd = (pmt_usd * advance({ rate_per_period, when })) / rate_per_period;
  return Math.log((perpetual_usd - fv_usd) / (perpetual_usd + pv_usd)) / Math.log1p(rate_per_period);
}

function checkLoan({ rate_per_period, periods }: Loan): void {
  requireRate({ rate_per_period });
  requireFinite({ periods });
}
