/**
 * What served work earns: watts x hours of a quarter x price of the class, less what is given back of it for work that is late, by class and tier,
 * real dollars.
 */
import type { Plan } from "../../plan/index.ts";
import { earnedPrice_usd_per_kWh, type Scenario } from "../../scenario/index.ts";
import { HOURS_PER_YEAR } from "../../units/index.ts";
import type { Earned } from "./flow-record.ts";

const HOURS_PER_QUARTER = HOURS_PER_YEAR / 4;

/** Both tiers of each class that the plan has; throws for one that the scenario does not have. */
export const earnedOf = (scenario: Scenario, plan: Plan): readonly Earned[] =>
  plan.classes.flatMap((one) => {
    const wanted = scenario.demand.classes.find(({ id }) => id === one.id);
    if (wanted === undefined) throw new Error(`the plan serves a class "${one.id}" that the scenario does not have`);
    const usd_per_kWh = plan.quarters.map((quarter) => earnedPrice_usd_per_kWh(scenario, wanted, quarter) * (1 - one.credit_frac));
    const price = scenario.finance.computePrice === "none" ? "none" : wanted.price_usd_per_kWh === null ? "shortfall" : wanted.price_usd_per_kWh.kind === "schedule" ? "market curve" : "contract";
    const on = (tier: "ground" | "orbit", served_W: readonly number[]): Earned => ({ id: one.id, tier, price, real_usd: served_W.map((watts, t) => (watts / 1000) * HOURS_PER_QUARTER * usd_per_kWh[t]!) });
    return [on("ground", one.ground_W), on("orbit", one.orbit_W)];
  });
