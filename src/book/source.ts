/** What a book is made of: records of a run, and the terms they were made under. */
import type { Funding, FundingCase, Joined, Stack } from "../capital/index.ts";
import type { Deals, History } from "../deals/index.ts";
import type { Finance, Flows, Payment, Statement, TaxClass } from "../finance/index.ts";
import type { Plan } from "../plan/index.ts";
import type { Scenario } from "../scenario/index.ts";

export interface BookSource {
  /** As it was planned: settled, and under its market. */
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly finance: Finance;
  readonly statement: Statement;
  readonly flows: Flows;
  /** Of each flow, in their order: how it is paid, and in which class it is written off for tax. */
  readonly terms: readonly { readonly payments: readonly Payment[]; readonly taxClass: TaxClass }[];
  /** Of a purchase of a levelised option by its item. */
  readonly optionTerms: (option: string, item: Flows["flows"][number]["item"]) => { readonly payments: readonly Payment[]; readonly taxClass: TaxClass };
  /** Null without a capital stack; `joined` is the stack with loans of equal terms as one, null where none are alike. */
  readonly funding: { readonly stack: Stack; readonly joined: Joined | null; readonly business: FundingCase; readonly result: Funding } | null;
  /** Whether shares are whole numbers; null without deals. */
  readonly deals: { readonly result: Deals; readonly history: History; readonly whole: boolean } | null;
}

/** A number of the book beside the library's. */
export type Check =
  | { readonly what: string; readonly unit: string; readonly cell: string; readonly library: number | null }
  /** A line, quarter by quarter. */
  | { readonly what: string; readonly unit: string; readonly line: string; readonly library: readonly number[] };
