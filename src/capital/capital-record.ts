/** What `capital` passes on: who paid what, what is owed when, whether the money lasts, and what it earns. Dollars of the day, by quarter. */
import type { BalanceSheet, SourcesAndUses } from "./balance-sheet.ts";
import type { Gap } from "./gap.ts";
import type { PlanLimits } from "./plan-limits.ts";
import type { Ratios } from "./ratios.ts";
import type { ProviderReturn, WaccCheck } from "./returns.ts";
import type { CovenantTerms, Instrument } from "./stack.ts";

export interface Funding {
  readonly quarters: readonly number[];
  readonly instruments: readonly InstrumentFunding[];
  readonly sourcesAndUses: SourcesAndUses;
  readonly balance: BalanceSheet;
  /** Operating cash less prepaid service and tax; what senior service asks of it; service that was not paid. */
  readonly cfads_usd: readonly number[];
  readonly service_usd: readonly number[];
  readonly unpaidService_usd: readonly number[];
  readonly tax_usd: readonly number[];
  readonly reserveTarget_usd: readonly number[];
  readonly distributed_usd: readonly number[];
  readonly ratios: Ratios;
  readonly covenants: readonly CovenantResult[];
  readonly gap: Gap;
  /** What the stack lets a plan spend, nominal, by quarter; null where a provider brings whatever is missing. */
  readonly limits: PlanLimits | null;
  readonly providers: readonly ProviderReturn[];
  readonly wacc: WaccCheck;
  /** Passes until sculpted loans and the reserve agree with what comes, the difference that is left, and whether it is none. */
  readonly passes: number;
  readonly residual: number;
  readonly agreed: boolean;
  readonly notes: readonly string[];
}

export interface InstrumentFunding {
  readonly id: string;
  readonly kind: Instrument["kind"];
  readonly rank: string;
  /** Null: no limit of its own. */
  readonly limit_usd: number | null;
  /** What a sculpted loan may owe when its repayment begins; null for others. */
  readonly sized_usd: number | null;
  readonly drawn_usd: readonly number[];
  /** Accrued: interest, a preferred dividend, a prepayment's growth; of it what was added to the loan as an asset. */
  readonly interest_usd: readonly number[];
  readonly capitalised_usd: readonly number[];
  readonly fees_usd: readonly number[];
  readonly paid_usd: readonly number[];
  readonly repaid_usd: readonly number[];
  readonly swept_usd: readonly number[];
  readonly converted_usd: readonly number[];
  readonly balance_usd: readonly number[];
}

export interface CovenantResult {
  readonly id: string;
  readonly test: CovenantTerms["test"];
  readonly bound: number;
  readonly then: CovenantTerms["then"];
  /** Quarters in which it is failed. */
  readonly failed: readonly number[];
  /** Nearest to or farthest beyond the bound while it is tested, and its quarter; null: never tested. */
  readonly worst: { readonly value: number; readonly quarter: number } | null;
}
