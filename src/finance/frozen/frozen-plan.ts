/**
 * A plan with its decisions frozen: levelised cost and net present value at other prices and rates, in microseconds.
 *
 *   1. cost(q) = sum over parts of factor x real dollars; what is left of a part at the end falls with its price
 *   2. PV = sum_q flow_q (1 + r)^-((q + 1/2)/4), r the real rate;  NPV = PV(earned) - PV(cost)
 *   3. levelised cost of each option at its own rate (option.ts)
 *
 * The stage's own numbers are this evaluation with every factor one. What the plan would do at other prices is not in it: solve again for that.
 */
import { realRate } from "../../money/index.ts";
import type { Plan } from "../../plan/index.ts";
import type { Flows } from "../flows/index.ts";
import { frozenOption, levelisedCost, type Factors, type FrozenOption } from "./option.ts";

export interface FrozenPlan {
  /** "ground/abilene/servers": what a price factor is of, in its order. */
  readonly parts: readonly string[];
  /** "chat": what an earned factor is of. */
  readonly classes: readonly string[];
  readonly quarters: number;
  /** Part by part, quarter by quarter: real dollars, what is left of it credited in the last. */
  readonly cost_usd: Float64Array;
  readonly earned_usd: Float64Array;
  readonly options: readonly FrozenOption[];
}

export interface FrozenTerms {
  /** Nominal, and inflation: the real rate follows. */
  readonly discount_per_yr: number;
  readonly inflation_per_yr: number;
  /** By part and by class; null where all are one. */
  readonly costFactor: Factors;
  readonly earnedFactor: Factors;
}

export interface FrozenValue {
  readonly npv_usd: number;
  readonly cost_pv_usd: number;
  readonly earned_pv_usd: number;
  /** By option in their order; null for one that delivers nothing. */
  readonly levelised_usd_per_kW_yr: readonly (number | null)[];
}

/** Lays out a plan and its flows. */
export const frozenPlan = (plan: Plan, { quarters, flows, earned }: Flows): FrozenPlan => {
  const parts = [...new Set([...flows.filter(({ kind }) => kind !== "left").map(({ id }) => id), ...plan.options.flatMap(({ id, capital, yearly }) => [...capital.map(({ line }) => line), ...yearly].map((line) => `${id}/${line.subsystem}`))])];
  const indexOf = new Map(parts.map((part, i) => [part, i]));
  const classes = [...new Set(earned.map(({ id }) => id))];
  const cost_usd = new Float64Array(parts.length * quarters.length);
  const earned_usd = new Float64Array(classes.length * quarters.length);
  for (const flow of flows) {
    const part = indexOf.get(flow.leftOf ?? flow.id)!;
    flow.real_usd.forEach((usd, q) => (cost_usd[part * quarters.length + q]! += usd));
  }
  for (const { id, real_usd } of earned) real_usd.forEach((usd, q) => (earned_usd[classes.indexOf(id) * quarters.length + q]! += usd));
  return { parts, classes, quarters: quarters.length, cost_usd, earned_usd, options: plan.options.map((option) => frozenOption(option, (subsystem) => indexOf.get(`${option.id}/${subsystem}`)!)) };
};

/** Present value of quarterly flows, each in the middle of its quarter, at a real yearly rate. */
export const present = (flows_usd: ArrayLike<number>, rate_per_yr: number): number => {
  const quarter = (1 + rate_per_yr) ** 0.25;
  let sum = 0;
  for (let q = 0, growth = (1 + rate_per_yr) ** 0.125; q < flows_usd.length; q++, growth *= quarter) sum += flows_usd[q]! / growth;
  return sum;
};

const byQuarter = (usd: Float64Array, quarters: number, factors: Factors): Float64Array => {
  const sums = new Float64Array(quarters);
  for (let i = 0, part = 0; i < usd.length; part++) {
    const factor = factors === null ? 1 : factors[part]!;
    for (let q = 0; q < quarters; q++, i++) sums[q]! += factor * usd[i]!;
  }
  return sums;
};

/** Net present value and levelised costs at other prices and rates. Throws when a factor array has another length than what it is of. */
export const evaluateFrozen = (plan: FrozenPlan, { discount_per_yr, inflation_per_yr, costFactor, earnedFactor }: FrozenTerms): FrozenValue => {
  if (costFactor !== null && costFactor.length !== plan.parts.length) throw new Error(`costFactor has ${costFactor.length} entries, the plan ${plan.parts.length} parts`);
  if (earnedFactor !== null && earnedFactor.length !== plan.classes.length) throw new Error(`earnedFactor has ${earnedFactor.length} entries, the plan ${plan.classes.length} classes`);
  const realAt = (premium_per_yr: number): number => realRate({ nominal_per_year: discount_per_yr + premium_per_yr, inflation_per_year: inflation_per_yr });
  const cost_pv_usd = present(byQuarter(plan.cost_usd, plan.quarters, costFactor), realAt(0));
  const earned_pv_usd = present(byQuarter(plan.earned_usd, plan.quarters, earnedFactor), realAt(0));
  return { npv_usd: earned_pv_usd - cost_pv_usd, cost_pv_usd, earned_pv_usd, levelised_usd_per_kW_yr: plan.options.map((option) => levelisedCost(option, realAt(option.premium_per_yr), costFactor)) };
};
