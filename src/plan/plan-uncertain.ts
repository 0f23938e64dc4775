/** A plan for several futures beside the plan of a scenario: see uncertain/uncertain.ts. */
import type { Scenario } from "../scenario/index.ts";
import { buildCase } from "./case/index.ts";
import type { PlanInput } from "./case/index.ts";
import type { Solve } from "./linear-model.ts";
import { pastOfPlan } from "./past-of.ts";
import type { Plan } from "./plan-record.ts";
import { searchOf } from "./search.ts";
import { planFutures } from "./uncertain/index.ts";
import type { UncertainPlan } from "./uncertain/index.ts";

export interface FutureInput {
  readonly id: string;
  readonly chance_frac: number;
  readonly what: string;
  readonly scenario: Scenario;
  readonly input: PlanInput;
}

/** First decisions for all futures of plan.uncertain; null without them, and where the plan itself is infeasible. */
export const planUncertain = async (scenario: Scenario, { input, plan, futures }: { readonly input: PlanInput; readonly plan: Plan; readonly futures: readonly FutureInput[] }, { solve }: { readonly solve: Solve }): Promise<UncertainPlan | null> => {
  const { uncertain } = scenario.plan;
  if (uncertain === null || plan.status === "infeasible") return null;
  const quarters = plan.quarters.indexOf(uncertain.before_quarter);
  const cases = futures.map(({ id, chance_frac, what, scenario: other, input: its }) => ({ id, chance_frac, what, problem: buildCase(other, its).problem }));
  const central = pastOfPlan(buildCase(scenario, input).problem, { plan, quarters });
  return planFutures({ futures: cases, central, risk: { tail_frac: uncertain.tail_frac, weight_frac: uncertain.tailWeight_frac } }, searchOf(scenario, solve));
};
