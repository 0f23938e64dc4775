import type { FundingCase } from "../../src/capital/index.ts";

/** A business of so many quarters that does nothing, with what a test gives it. Placed is bought, purchases are one line. */
export const businessOf = (count: number, given: Partial<FundingCase> = {}): FundingCase => {
  const none = Array.from({ length: count }, () => 0);
  const capex_usd = given.capex_usd ?? none;
  const ebitda_usd = given.ebitda_usd ?? none;
  return {
    quarters: none.map((_, t) => 2027 * 4 + t), valuation_quarter: 2027 * 4,
    capex_usd, placed_usd: capex_usd, purchases: [{ subsystem: "fleet/servers", item: "it", capex_usd }],
    revenue_usd: ebitda_usd, classes: [{ id: "work", revenue_usd: ebitda_usd }], ebitda_usd, receivable_usd: none, payable_usd: none, operating_usd: ebitda_usd, proceeds_usd: none,
    taxDepreciation_usd: none, bookDepreciation_usd: none, tax: { rate_frac: 0, lossLimit_frac: 1 }, inflation_per_yr: 0, discount_per_yr: 0.1,
    ...given,
  };
};
