/**
 * What a capital stack has to pay for and is paid from: a plan's cash by quarter before tax and finance.
 *
 * Everything is in nominal dollars of its own quarter, and a positive number is what the name says: capex above zero is paid, revenue above
 * zero is earned. All series have one length, that of `quarters`, which may begin before the plan does (payments ahead of delivery) and end
 * after it (what is collected and paid late). Written by `finance`, read by `capital`.
 *
 *   1. operating = ebitda - change of (receivable - payable); before the first quarter both are 0
 *   2. income before tax and interest = ebitda + proceeds - depreciation (book), and the same with the tax depreciation for the tax
 *      (`incomeTax` of dawndusk/money: by calendar year, losses carried forward)
 *   3. fixed assets at cost grow by `placed`; sum of (capex - placed) so far is paid ahead (an asset), or below zero owed for purchases
 *   4. what is left at the end is sold in the last quarter of the plan: `proceeds`; its remaining book value and tax basis are in the
 *      depreciation of that quarter, so that both bases end at zero
 */
export interface FundingCase {
  /** Whole numbers, year * 4 + 0..3, one after another. */
  readonly quarters: readonly number[];
  /** First quarter of the plan: present values are of its beginning; flows stand in the middle of their quarters. */
  readonly valuation_quarter: number;
  /** Paid for purchases of parts, sites, platforms, launches and stakes. */
  readonly capex_usd: readonly number[];
  /** The same by subsystem ("abilene/servers") and boundary item ("it", "launch"): sums to capex_usd; vendor finance takes its share from these. */
  readonly purchases: readonly { readonly subsystem: string; readonly item: string; readonly capex_usd: readonly number[] }[];
  /** Put into service: what enters fixed assets at cost. Sums to the sum of capex_usd in real dollars; equals it quarter by quarter without spend curves. */
  readonly placed_usd: readonly number[];
  readonly revenue_usd: readonly number[];
  /** Sums to revenue_usd; prepayments of a class are drawn down as it is served. */
  readonly classes: readonly { readonly id: string; readonly revenue_usd: readonly number[] }[];
  /** Revenue less yearly lines (opex, insurance, disposal, market). */
  readonly ebitda_usd: readonly number[];
  /** Balances at the end of each quarter. */
  readonly receivable_usd: readonly number[];
  readonly payable_usd: readonly number[];
  /** Cash before tax, purchases and finance (1). */
  readonly operating_usd: readonly number[];
  /** For what is left at the end, sold. */
  readonly proceeds_usd: readonly number[];
  readonly taxDepreciation_usd: readonly number[];
  readonly bookDepreciation_usd: readonly number[];
  readonly tax: {
    /** Federal and state together, of taxable income. */
    readonly rate_frac: number;
    /** Largest share of a year's income that losses carried forward may offset: 1 without limit, 0.8 in the United States since 2018. */
    readonly lossLimit_frac: number;
  };
  readonly inflation_per_yr: number;
  /** Nominal discount rate of the plan. */
  readonly discount_per_yr: number;
}
