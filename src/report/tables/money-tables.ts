/** The plan's cash flow and what it is worth today. */
import type { Finance } from "../../finance/index.ts";
import type { Plan } from "../../plan/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { formatFigure, formatScaled, scaleFor } from "../format.ts";
import { factTable, numberColumn, wordColumn, type Fact, type Table } from "../table.ts";

/** What it costs, earns and leaves, with the launch price at which two tiers meet. */
export const moneyTable = (finance: Finance, plan: Plan): Table => {
  const { cash } = finance;
  return factTable({
    id: "money",
    title: "The plan's money",
    note: `Present values in real ${finance.priceYear} dollars.`,
    facts: [
      ["net present value", formatScaled(cash.npv_usd, "$"), valueRemark(finance, plan)],
      ["cost, present value", formatScaled(cash.cost_pv_usd, "$"), tiersOf(plan)],
      ["revenue, present value", formatScaled(cash.revenue_pv_usd, "$"), ""],
      ["salvage, present value", formatScaled(cash.salvage_pv_usd, "$"), "of what still stands at the end of the horizon"],
      ...breakEvenFacts(finance),
    ],
  });
};

const valueRemark = ({ cash }: Finance, plan: Plan): string => {
  if (cash.revenue_pv_usd !== 0) return "revenue at the shortfall price less cost, with salvage";
  return plan.build.every((b) => b.built.every((units) => units === 0)) ? "nothing is built: nothing is paid or earned" : "no revenue is counted";
};

const tiersOf = ({ options }: Plan): string => {
  const tiers = [...new Set(options.map((o) => o.tier))];
  return tiers.length === 2 ? "both tiers" : tiers.map((tier) => `${tier} alone`).join("");
};

/** None where there is one tier: there is nothing to be equal to. */
const breakEvenFacts = ({ ground, orbit, verdict }: Finance): readonly Fact[] => {
  if (ground === null || orbit === null) return [];
  const price = verdict.breakEvenLaunch_usd_per_kg;
  const label = "break-even launch price";
  return price === null
    ? [[label, "none", "no launch price makes orbit equal to ground, all else as it is"]]
    : [[label, `${formatFigure(price)} $/kg`, "at which orbit costs what ground costs, all else as it is"]];
};

/** Cash by quarter. */
export const cashTable = ({ cash }: Finance): Table => {
  const scale = scaleFor([...cash.ground_usd, ...cash.orbit_usd, ...cash.revenue_usd].reduce((a, b) => Math.max(a, Math.abs(b)), 0), "$");
  return {
    id: "cash",
    title: "Cost and revenue by quarter",
    columns: [wordColumn("quarter"), ...["ground cost", "orbit cost", "revenue"].map((name) => numberColumn(name, scale.unit))],
    rows: cash.quarters.map((q, i) => [formatQuarter(q), ...[cash.ground_usd[i]!, cash.orbit_usd[i]!, cash.revenue_usd[i]!].map((x) => x / scale.divisor)]),
    note: "Real dollars, not discounted. A cost below zero is a credit: what still stands at the end of the horizon.",
  };
};
