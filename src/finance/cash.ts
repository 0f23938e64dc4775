/**
 * Cash of the plan, by quarter, and its present value.
 *
 *   1. flow_q = sum of the plan's flows of the quarter, by tier (salvage is a credit of the plan's)
 *   2. revenue_q = served watts * hours of a quarter * price of the class: its own, or its shortfall price where the scenario says that work earns that
 *   3. PV = sum flow_q / (1 + r)^((q + 1/2)/4)        middle of the quarter, one real rate for every flow
 *   4. what the market settles beside the plan: lines of who plans, revenue below zero; NPV is the plan's with theirs
 */
import type { Ledger } from "../ledger/index.ts";
import { formatQuarter } from "../units/index.ts";
import type { CashFlow } from "./finance-record.ts";
import type { Flow, Flows } from "./flows/index.ts";
import { present } from "./frozen/index.ts";

export const cashOf = ({ quarters, flows, earned }: Flows, rate_per_yr: number): CashFlow => {
  const sumOf = (columns: readonly { readonly real_usd: readonly number[] }[]): readonly number[] => quarters.map((_, q) => columns.reduce((sum, { real_usd }) => sum + real_usd[q]!, 0));
  const own = (tier: Flow["tier"]): readonly Flow[] => flows.filter((flow) => flow.tier === tier && flow.kind !== "market");
  const [ground_usd, orbit_usd] = [sumOf(own("ground")), sumOf(own("orbit"))];
  const revenue_usd = sumOf(earned);
  const cost_pv_usd = present(ground_usd, rate_per_yr) + present(orbit_usd, rate_per_yr);
  const revenue_pv_usd = present(revenue_usd, rate_per_yr);
  return {
    quarters,
    ground_usd,
    orbit_usd,
    revenue_usd,
    market: null,
    cost_pv_usd,
    revenue_pv_usd,
    npv_usd: revenue_pv_usd - cost_pv_usd,
    salvage_pv_usd: 0 - present(sumOf(flows.filter(({ kind }) => kind === "left")), rate_per_yr),
  };
};

/** The plan's cash with what the market settles beside it (4): lines of one actor. Throws for a line outside the plan's quarters. */
export const withMarketLines = (cash: CashFlow, lines: Ledger, rate_per_yr: number): CashFlow => {
  if (lines.length === 0) return cash;
  const at = new Map(cash.quarters.map((quarter, q) => [formatQuarter(quarter), q]));
  const [paid_usd, earned_usd] = [cash.quarters.map(() => 0), cash.quarters.map(() => 0)];
  for (const { id, boundary, period, quantity } of lines) {
    const q = at.get(period);
    if (q === undefined) throw new Error(`market line "${id}" is of ${period}, which the plan does not have`);
    if (boundary === "revenue") earned_usd[q]! -= quantity;
    else paid_usd[q]! += quantity;
  }
  const [paid_pv_usd, earned_pv_usd] = [present(paid_usd, rate_per_yr), present(earned_usd, rate_per_yr)];
  return { ...cash, market: { paid_usd, earned_usd, paid_pv_usd, earned_pv_usd }, npv_usd: cash.npv_usd + earned_pv_usd - paid_pv_usd };
};
