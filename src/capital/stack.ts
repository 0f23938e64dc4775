/** The terms of a capital stack, quarters as places in the case's `quarters` (0 the first), rates a year, dollars of the day. */

/** Quarters in which something can be drawn, both ends included; from > until where it never can. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

interface Source {
  readonly id: string;
  readonly window: Window;
  /** Lower is drawn first; equal ones in proportion to what is left. */
  readonly order: number;
  /** All of it in the first quarter of its window. */
  readonly atOnce: boolean;
}

export interface EquityTerms extends Source {
  readonly kind: "equity";
  readonly holder: "founder" | "institutional" | "sovereign" | "strategic";
  /** Infinity: whatever is missing. */
  readonly limit_usd: number;
  readonly sharePrice_usd: number;
}

export interface PreferredTerms extends Source {
  readonly kind: "preferred";
  readonly limit_usd: number;
  readonly dividend_per_yr: number;
  readonly inKind: boolean;
  /** Infinity: never bought back. */
  readonly redemption: number;
}

export interface ConvertibleTerms extends Source {
  readonly kind: "convertible";
  readonly limit_usd: number;
  readonly rate_per_yr: number;
  readonly inKind: boolean;
  /** Infinity: repaid at maturity. */
  readonly converts: number;
  readonly maturity: number;
  readonly upfrontFee_frac: number;
  readonly sharePrice_usd: number;
}

export type Rank = "senior" | "junior";
export type Repayment = "bullet" | "straight" | "level" | "sculpted";

export interface DebtTerms extends Source {
  readonly kind: "debt";
  readonly rank: Rank;
  /** Infinity where it is sized by `dscr` alone. */
  readonly limit_usd: number;
  /** By quarter: fixed, or the base rate with its margin. */
  readonly rate_per_yr: readonly number[];
  /** Interest before this quarter is added to the loan. */
  readonly capitaliseUntil: number;
  readonly repayment: Repayment;
  readonly repayFrom: number;
  readonly maturity: number;
  /** Of a sculpted loan. */
  readonly dscr: number | null;
  readonly commitmentFee_per_yr: number;
  readonly upfrontFee_frac: number;
  readonly reserve_quarters: number;
}

/** Vendor finance and leases: a share of purchases, paid in level instalments. */
export interface InstalmentTerms {
  readonly kind: "vendor" | "lease";
  readonly id: string;
  readonly rank: Rank;
  /** Subsystem, its beginning, or item. */
  readonly of: string;
  readonly share_frac: number;
  readonly limit_usd: number;
  readonly window: Window;
  readonly rate_per_yr: number;
  readonly term_quarters: number;
  readonly atStart: boolean;
  readonly residual_frac: number;
}

export interface PrepaymentTerms {
  readonly kind: "prepayment";
  readonly id: string;
  readonly class: string;
  readonly limit_usd: number;
  /** The quarter it is paid in; Infinity: never. */
  readonly paidAt: number;
  readonly servedFrom: number;
  readonly share_frac: number;
  readonly rate_per_yr: number;
}

export type Instrument = EquityTerms | PreferredTerms | ConvertibleTerms | DebtTerms | InstalmentTerms | PrepaymentTerms;

export interface CovenantTerms {
  readonly id: string;
  readonly test: "dscr" | "gearing" | "debt-to-ebitda" | "cash";
  /** At least (dscr, cash in dollars) or at most. */
  readonly bound: number;
  readonly window: Window;
  readonly then: "lock-up" | "stop-draws" | "sweep" | "default";
}

export interface CommitmentTerms {
  readonly id: string;
  readonly to: string;
  /** Due by quarter of the case. */
  readonly due_usd: readonly number[];
  /** Due after the case's last quarter or before its first: told, not paid. */
  readonly outside_usd: number;
  readonly cancellable: boolean;
  /** Paid beside the plan, or a name for purchases that the plan pays. */
  readonly beside: boolean;
}

export interface Stack {
  readonly openingCash_usd: number;
  readonly openingShares: number;
  /** What the rest of the company brings by quarter, before tax. */
  readonly otherIncome_usd: readonly number[];
  readonly minCash_usd: number;
  /** Null: no bound. */
  readonly gearingMax_frac: number | null;
  readonly sweep_frac: number;
  readonly payout_frac: number;
  readonly payoutFrom: number;
  readonly keepAhead_quarters: number;
  readonly instruments: readonly Instrument[];
  readonly covenants: readonly CovenantTerms[];
  readonly commitments: readonly CommitmentTerms[];
}
