/** Solves a scenario's plan and holds it, or takes what a linear program of it would do in parts of launches. */
import type { Scenario } from "../../scenario/index.ts";
import { buildCase, type PlanInput } from "../case/index.ts";
import { reader } from "../decisions.ts";
import { formulate } from "../formulate.ts";
import { fixIntegers, inParts, type LinearModel, type Solution, type Solve, type SolveHints } from "../linear-model.ts";
import type { PlanCase } from "../plan-case.ts";
import { searchOf } from "../search.ts";
import { gapFor, solveCase } from "../solve-case.ts";
import { holdPlan, type HeldPlan } from "./held-record.ts";

/** Like `Solve`, of a solver that is loaded: for loops. Throws when the solver fails, never for an infeasible model. */
export type SolveNow = (model: LinearModel, hints?: SolveHints) => Solution;

/** The scenario's plan as `plan` decides it; null where none meets the limits. */
export const decidePlan = async (scenario: Scenario, input: PlanInput, solve: Solve): Promise<HeldPlan | null> => {
  const { problem, why } = buildCase(scenario, input);
  if (why.length > 0) return null;
  const { best } = await solveCase(problem, searchOf(scenario, solve));
  return best === null ? null : holdPlan(best.decisions);
};

/** The best plan of a problem, in parts of launches or with whole ones, where what is whole is searched for and then held; null where none meets the limits. */
export const decideNow = (problem: PlanCase, { solve, launches }: { readonly solve: SolveNow; readonly launches: "parts" | "whole" }): HeldPlan | null => {
  const { model, layout } = formulate(problem);
  const solution = launches === "parts" ? solve(inParts(model)) : searched(model, solve);
  if (solution === null || solution.status === "infeasible") return null;
  if (solution.status === "unbounded") throw new Error("the solver found no least cost");
  const whole = launches === "whole" ? problem : { ...problem, vehicles: problem.vehicles.map((vehicle) => ({ ...vehicle, integer: false })) };
  return holdPlan({ problem: whole, layout, read: reader(solution.primal) });
};

const searched = (model: LinearModel, solve: SolveNow): Solution | null => {
  if (!model.columns.integer.includes(1)) return solve(model);
  const found = solve(model, gapFor(model));
  return found.status === "infeasible" || found.status === "unbounded" ? found : solve(fixIntegers(model, found.primal));
};
