/** What a plan for several futures passes on: what is decided before any of them is known, and what that is worth. */
import type { PlanTwin } from "../plan-record.ts";

export interface UncertainPlan {
  readonly status: "optimal" | "infeasible";
  readonly why: readonly string[];
  /** What is bought and launched before it is decided once. */
  readonly before_quarter: number;
  readonly tail_frac: number;
  readonly tailWeight_frac: number;
  /** First decisions by quarter, beside those of the plan for one future. */
  readonly first: readonly FirstDecision[];
  readonly futures: readonly FuturePlan[];
  /** Present cost with unserved demand at its price, as the search counts it. Of these first decisions; of those of the plan for one future, and of the plan for mean values, null where one of the futures has no room for them; and if each future were known. */
  readonly hedged: Measured;
  readonly central: Measured | null;
  readonly mean: Measured | null;
  readonly known: Measured;
  /** Of what is sought: central - hedged; mean - hedged, the value of the stochastic solution; and hedged - known, the value of perfect information. */
  readonly valueOfHedging_usd: number | null;
  readonly valueOfStochasticSolution_usd: number | null;
  readonly valueOfKnowing_usd: number;
  readonly solver: { readonly variables: number; readonly constraints: number; readonly integers: number; readonly gap_frac: number };
  readonly notes: readonly string[];
}

/** Expected cost, mean cost of the tail, and the two by their weight. */
export interface Measured {
  readonly expected_usd: number;
  readonly tail_usd: number;
  readonly sought_usd: number;
}

export interface FirstDecision {
  /** A way ("orbit/starship", with the launches of its vehicle), or an order ("order/platforms"). */
  readonly option: string;
  readonly units: readonly number[];
  readonly launches: readonly number[];
  readonly centralUnits: readonly number[];
  readonly centralLaunches: readonly number[];
  /** Of the plan for mean values; null where there is none. */
  readonly meanUnits: readonly number[] | null;
  readonly meanLaunches: readonly number[] | null;
}

export interface FuturePlan {
  readonly id: string;
  readonly chance_frac: number;
  /** What is other in it, in words. */
  readonly what: string;
  readonly cost_usd: number;
  readonly central_usd: number | null;
  readonly mean_usd: number | null;
  readonly known_usd: number;
  /** With the first decisions for all: share of demand not served, and what is built over the whole horizon. */
  readonly unserved_frac: number;
  readonly built: PlanTwin["built"];
}
