/** The plan's cash flow and what it is worth today. */
import type { Finance } from "../../finance/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { formatFigure, formatScaled, scaleFor } from "../format.ts";
import { factTable, numberColumn, wordColumn, type Table } from "../table.ts";

export const moneyTable = (finance: Finance): Table => {
  const { cash, verdict } = finance;
  const breakEven = verdict.breakEvenLaunch_usd_per_kg;
  return factTable({
    id: "money",
    title: "The plan's money",
    note: `Present values in real ${finance.priceYear} dollars.`,
    facts: [
      ["net present value", formatScaled(cash.npv_usd, "$"), cash.revenue_pv_usd === 0 ? "no revenue is counted" : "revenue at the shortfall price less cost, with salvage"],
      ["cost, present value", formatScaled(cash.cost_pv_usd, "$"), "both tiers"],
      ["revenue, present value", formatScaled(cash.revenue_pv_usd, "$"), ""],
      ["salvage, present value", formatScaled(cash.salvage_pv_usd, "$"), "of what still stands at the end of the horizon"],
      ["break-even launch price", breakEven === null ? "none" : `${formatFigure(breakEven)} $/kg`, breakEven === null ? "no launch price makes orbit equal to ground, all else as it is" : "at which orbit costs what ground costs, all else as it is"],
    ],
  });
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
