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
      ...marketFacts(finance),
      ["salvage, present value", formatScaled(cash.salvage_pv_usd, "$"), "of what still stands at the end of the horizon"],
      ...breakEvenFacts(finance),
    ],
  });
};

const marketFacts = ({ cash: { market } }: Finance): readonly Fact[] => (market === null ? [] : [
  ["paid on the market, present value", formatScaled(market.paid_pv_usd, "$"), "beside the plan: take-or-pay, reservations, cost of what is sold"],
  ["earned on the market, present value", formatScaled(market.earned_pv_usd, "$"), "sold, and paid for anyway"],
]);

const valueRemark = (finance: Finance, plan: Plan): string => `${planRemark(finance, plan)}${finance.cash.market === null ? "" : "; with what the market settles beside the plan"}`;

const planRemark = ({ cash }: Finance, plan: Plan): string => {
  if (cash.revenue_pv_usd !== 0) return "revenue at what served work earns, less cost, with salvage";
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
  const { market } = cash;
  const columns: readonly (readonly [string, readonly number[]])[] = [
    ["ground cost", cash.ground_usd], ["orbit cost", cash.orbit_usd], ["revenue", cash.revenue_usd],
    ...(market === null ? [] : [["paid on the market", market.paid_usd], ["earned there", market.earned_usd]] as const),
  ];
  const scale = scaleFor(columns.flatMap(([, usd]) => usd).reduce((a, b) => Math.max(a, Math.abs(b)), 0), "$");
  return {
    id: "cash",
    title: "Cost and revenue by quarter",
    columns: [wordColumn("quarter"), ...columns.map(([name]) => numberColumn(name, scale.unit))],
    rows: cash.quarters.map((q, i) => [formatQuarter(q), ...columns.map(([, usd]) => usd[i]! / scale.divisor)]),
    note: "Real dollars, not discounted. A cost below zero is a credit: what still stands at the end of the horizon.",
  };
};
