/**
 * Cash of the plan, by quarter, and its present value.
 *
 *   1. flow_q = sum of the plan's dollar lines of the quarter, by tier (salvage is a credit line of the plan's)
 *   2. revenue_q = served watts * hours of a quarter * price of the class: its own, or its shortfall price where the scenario says that work earns that
 *   3. PV = sum flow_q / (1 + r)^((q + 1/2)/4)        middle of the quarter, one real rate for every flow
 *   4. what the market settles beside the plan: lines of who plans, revenue below zero; NPV is the plan's with theirs
 */
import type { Ledger, LedgerLine } from "../ledger/index.ts";
import type { ClassPlan, Plan } from "../plan/index.ts";
import { earnedPrice_usd_per_kWh } from "../scenario/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { formatQuarter, HOURS_PER_YEAR } from "../units/index.ts";
import type { CashFlow } from "./finance-record.ts";

const HOURS_PER_QUARTER = HOURS_PER_YEAR / 4;

export const cashOf = (scenario: Scenario, plan: Plan, rate_per_yr: number): CashFlow => {
  const periods = plan.quarters.map(formatQuarter);
  const byTier = (tier: LedgerLine["tier"], only: (line: LedgerLine) => boolean): readonly number[] => {
    const sums = new Map(periods.map((period) => [period, 0]));
    for (const line of plan.ledger) {
      if (line.tier === tier && line.unit === "$" && only(line)) sums.set(line.period, sums.get(line.period)! + line.quantity);
    }
    return periods.map((period) => sums.get(period)!);
  };
  const all = (): boolean => true;
  const salvage = (line: LedgerLine): boolean => line.boundary === "salvage";
  const [ground_usd, orbit_usd] = [byTier("ground", all), byTier("orbit", all)];
  const revenue_usd = plan.quarters.map((_, q) => plan.classes.reduce((sum, one) => sum + earned(scenario, one, q), 0));
  const cost_pv_usd = present(ground_usd, rate_per_yr) + present(orbit_usd, rate_per_yr);
  const revenue_pv_usd = present(revenue_usd, rate_per_yr);
  return {
    quarters: plan.quarters,
    ground_usd,
    orbit_usd,
    revenue_usd,
    market: null,
    cost_pv_usd,
    revenue_pv_usd,
    npv_usd: revenue_pv_usd - cost_pv_usd,
    salvage_pv_usd: -(present(byTier("ground", salvage), rate_per_yr) + present(byTier("orbit", salvage), rate_per_yr)),
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

const earned = (scenario: Scenario, one: ClassPlan, q: number): number => {
  const wanted = scenario.demand.classes.find(({ id }) => id === one.id);
  if (wanted === undefined) throw new Error(`the plan serves a class "${one.id}" that the scenario does not have`);
  return ((one.ground_W[q]! + one.orbit_W[q]!) / 1000) * HOURS_PER_QUARTER * earnedPrice_usd_per_kWh(scenario, wanted);
};

/** Present value of quarterly flows, each in the middle of its quarter, at a real yearly rate. */
export const present = (flows_usd: readonly number[], rate_per_yr: number): number => flows_usd.reduce((sum, flow, q) => sum + flow / (1 + rate_per_yr) ** ((q + 0.5) / 4), 0);
