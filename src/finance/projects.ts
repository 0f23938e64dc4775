/** The statement's cash as projects: the plan after tax, and what each tier brings before it. */
import type { Funding } from "../capital/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { projectMeasures, type Measure, type ProjectCash, type ProjectMeasures } from "./measures/index.ts";
import { indexAtStart, type Statement } from "./statement/index.ts";

/** Measures of the plan, and of each tier that pays or earns anything where both do. */
export const projectsOf = (scenario: Scenario, { statement, funding }: { readonly statement: Statement; readonly funding: Funding | null }): readonly ProjectMeasures[] => {
  const { quarters, valuation_quarter, afterTax_usd, capex_usd, byTier, tax_frac } = statement;
  const { discount_per_yr, reinvestment_per_yr } = scenario.finance;
  const shared = {
    quarters, valuation_quarter, discount_per_yr, reinvestment_per_yr: reinvestment_per_yr === null ? discount_per_yr : reinvestment_per_yr,
    index: indexAtStart(scenario, valuation_quarter), priceYear: scenario.money.priceYear,
  };
  const plan: ProjectCash = { ...shared, of: "plan", cash_usd: afterTax_usd, capex_usd, taxed: tax_frac === 0 ? "before tax" : "after tax" };
  const tiers = (["ground", "orbit"] as const).map((of): ProjectCash => ({ ...shared, of, cash_usd: of === "ground" ? byTier.ground_usd : byTier.orbit_usd, capex_usd: capexOf(statement, of), taxed: "before tax" }));
  const active = tiers.filter(({ cash_usd }) => cash_usd.some((usd) => usd !== 0));
  const [whole, ...parts] = [plan, ...(active.length < 2 ? [] : active)].map(projectMeasures);
  return [{ ...whole!, measures: [...whole!.measures, ...coverMeasures(funding)] }, ...parts];
};

/** Cover of senior debt; none without a capital stack. */
const coverMeasures = (funding: Funding | null): readonly Measure[] => {
  if (funding === null) return [];
  const { minDscr, meanDscr, llcr } = funding.ratios;
  const told = (key: string, name: string, value: number | null, definition: string): Measure => ({ key, name, value, unit: "", definition, remark: value === null ? (key === "llcr" ? "no senior loan is repaid in parts" : "no senior debt is served") : "" });
  return [
    told("minDscr", "least DSCR", minDscr, "cash for debt service over senior service (interest and instalments), in the worst quarter that has any"),
    told("meanDscr", "mean DSCR", meanDscr, "mean of the same over the quarters in which senior loans are served (with instalments alone: all with service)"),
    told("llcr", "LLCR", llcr, "present value of cash for debt service until the last senior maturity over senior loans and the present value of senior instalments, when repayment begins, at the loans' rate"),
  ];
};

const BOUGHT: readonly string[] = ["purchase", "launch", "stake"];

const capexOf = ({ quarters, lines }: Statement, tier: "ground" | "orbit"): readonly number[] => {
  const own = lines.filter((line) => line.tier === tier && BOUGHT.includes(line.kind));
  return quarters.map((_, q) => own.reduce((sum, { paid_usd }) => sum + paid_usd[q]!, 0));
};
