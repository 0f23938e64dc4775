/** The statement as a capital stack reads it. */
import type { FundingCase } from "../../capital/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import type { Statement } from "./statement-record.ts";

const BOUGHT = ["purchase", "launch", "stake"];

/** What a stack has to pay for and is paid from. */
export const fundingCaseOf = ({ money, finance }: Scenario, statement: Statement): FundingCase => {
  const ids = [...new Set(statement.earned.map(({ id }) => id))];
  return {
    quarters: statement.quarters,
    valuation_quarter: statement.valuation_quarter,
    capex_usd: statement.capex_usd,
    purchases: statement.lines.filter(({ kind }) => BOUGHT.includes(kind)).map(({ id, item, paid_usd }) => ({ subsystem: id.slice(id.indexOf("/") + 1), item, capex_usd: paid_usd })),
    placed_usd: statement.placed_usd,
    revenue_usd: statement.revenue_usd,
    classes: ids.map((id) => ({ id, revenue_usd: statement.quarters.map((_, q) => statement.earned.reduce((sum, line) => (line.id === id ? sum + line.earned_usd[q]! : sum), 0)) })),
    ebitda_usd: statement.ebitda_usd,
    receivable_usd: statement.receivable_usd,
    payable_usd: statement.payable_usd,
    operating_usd: statement.cashFromOperations_usd,
    proceeds_usd: statement.proceeds_usd,
    taxDepreciation_usd: statement.taxDepreciation_usd,
    bookDepreciation_usd: statement.bookDepreciation_usd,
    tax: { rate_frac: statement.tax_frac, lossLimit_frac: statement.lossLimit_frac },
    inflation_per_yr: money.inflation_per_yr,
    discount_per_yr: finance.discount_per_yr,
  };
};
