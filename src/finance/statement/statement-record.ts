/** The statement of cash: nominal dollars of each quarter, before finance. */
import type { Item } from "../../ledger/index.ts";
import type { FlowKind } from "../flows/index.ts";

/** One part's money by quarter of the statement; a cost is above zero. */
export interface StatementLine {
  /** "ground/abilene/servers". */
  readonly id: string;
  readonly tier: "ground" | "orbit";
  readonly item: Item;
  readonly kind: FlowKind;
  /** As it is paid. */
  readonly paid_usd: readonly number[];
  /** As it falls due: purchases on delivery. */
  readonly due_usd: readonly number[];
}

export interface EarnedLine {
  readonly id: string;
  readonly tier: "ground" | "orbit";
  readonly price: "contract" | "market curve" | "shortfall" | "none";
  readonly earned_usd: readonly number[];
}

/** By quarter, each above zero for what its name says. */
export interface StatementColumns {
  readonly revenue_usd: readonly number[];
  /** Energy, staff, supplies, data: what is used up. */
  readonly operating_usd: readonly number[];
  readonly insurance_usd: readonly number[];
  /** Reservation fees and a launcher's fixed cost, less launches sold; and what the market settles beside the plan. */
  readonly terms_usd: readonly number[];
  readonly disposal_usd: readonly number[];
  /** Revenue less the four above. */
  readonly ebitda_usd: readonly number[];
  readonly receivable_usd: readonly number[];
  readonly payable_usd: readonly number[];
  /** EBITDA less the change of what is owed. */
  readonly cashFromOperations_usd: readonly number[];
  /** First purchases, and what buys again what had reached its end, as paid; launches and stakes apart. */
  readonly purchases_usd: readonly number[];
  readonly refresh_usd: readonly number[];
  readonly launches_usd: readonly number[];
  readonly stakes_usd: readonly number[];
  /** Sum of the four. */
  readonly capex_usd: readonly number[];
  readonly placed_usd: readonly number[];
  /** For what is left at the end. */
  readonly proceeds_usd: readonly number[];
  readonly bookDepreciation_usd: readonly number[];
  readonly taxDepreciation_usd: readonly number[];
  /** EBITDA and proceeds less tax depreciation, before losses brought forward and interest. */
  readonly taxable_usd: readonly number[];
  readonly tax_usd: readonly number[];
  readonly losses_usd: readonly number[];
  readonly beforeTax_usd: readonly number[];
  readonly afterTax_usd: readonly number[];
}

export interface Statement extends StatementColumns {
  /** Whole numbers, year * 4 + 0..3; from the first payment to the last. */
  readonly quarters: readonly number[];
  /** First quarter of the plan: present values are of its beginning. */
  readonly valuation_quarter: number;
  /** Nominal dollars of each quarter for a dollar of the price year, prices at large. */
  readonly index: readonly number[];
  readonly lines: readonly StatementLine[];
  readonly earned: readonly EarnedLine[];
  /** Before tax, by tier: sums to beforeTax_usd. */
  readonly byTier: { readonly ground_usd: readonly number[]; readonly orbit_usd: readonly number[] };
  /** Worth at the shadow price of capacity of what is served: beside the revenue, never in it. */
  readonly scarcity_usd: readonly number[];
  /** Combined rate; 0 where the scenario has no tax. */
  readonly tax_frac: number;
  readonly lossLimit_frac: number;
}
