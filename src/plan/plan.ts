/** Stage `plan`: formulate → solve (port) → interpret. See formulate.ts for the equations and docs/theory/plan.md for the reasons. */
import type { Scenario } from "../scenario/index.ts";
import { alternativesTo } from "./alternatives.ts";
import { bindingOf } from "./binding.ts";
import { buildCase, otherTerms, planNotes } from "./case/index.ts";
import type { PlanInput } from "./case/index.ts";
import type { Formulation } from "./formulate.ts";
import { reasonsFor } from "./infeasible.ts";
import { buildsOf, classesOf, ordersPlaced, planLedger } from "./interpret.ts";
import type { Solution, Solve } from "./linear-model.ts";
import { gapNotes, unservableNotes } from "./notes.ts";
import { cargoOf, manifestOf } from "./manifest.ts";
import { planOptions } from "./options.ts";
import type { PlanCase } from "./plan-case.ts";
import type { Plan } from "./plan-record.ts";
import { pricesAtMargin } from "./margin.ts";
import { limitsOf, shadowPrices } from "./shadow-prices.ts";
import { searchOf } from "./search.ts";
import { solveCase } from "./solve-case.ts";
import { twinsOf } from "./twins.ts";

/** Builds and launches what serves the demand at least present cost; rejects when the solver fails, never for an infeasible scenario. */
export const plan = async (scenario: Scenario, input: PlanInput, { solve }: { readonly solve: Solve }): Promise<Plan> => {
  const { problem, leftOut, why } = buildCase(scenario, input);
  const options = planOptions(problem);
  const unservable = unservableNotes(problem, input.service.classes.map(({ id, tier: { ground, orbit } }) => ({ id, why: { ground: ground.why, orbit: orbit.why } })));
  const notes = [...leftOut, ...unservable, ...planNotes(scenario, { problem, service: input.service })];
  if (why.length > 0) return { ...nothing(problem), options, why, notes };
  const search = searchOf(scenario, solve);
  const solved = await solveCase(problem, search);
  const { formulation, solution, best } = solved;
  const solver = solverOf(formulation, solution);
  if (best === null) return { ...nothing(problem), options, why: await reasonsFor(problem, search), solver, notes };
  const atBest = { problem, layout: formulation.layout, model: best.fixed, solution: best.priced };
  const limits = await pricesAtMargin(atBest, { limits: limitsOf(atBest), solve });
  const build = buildsOf(best.decisions);
  return {
    status: "optimal", why: [], quarters: problem.quarters, options, build,
    classes: classesOf(best.decisions),
    orders: ordersPlaced(best.decisions),
    manifest: manifestOf(best.decisions, build),
    cargo: cargoOf(best.decisions, build),
    shadowPrices: shadowPrices(limits),
    binding: await bindingOf(atBest, { limits, solve }),
    ledger: planLedger(best.decisions, build),
    twins: await twinsOf({ problem, solved, best }, { solve: search, others: otherTerms(scenario).map(({ id, scenario: other }) => ({ id, problem: buildCase(other, input).problem })) }),
    alternatives: await alternativesTo({ problem, solved, best }, { count: scenario.plan.alternatives, within_frac: scenario.plan.alternativesWithin_frac, solve: search }),
    solver: { ...solver, objective_usd: best.objective_usd },
    notes: [...notes, ...gapNotes(problem, solution)],
  };
};

const nothing = (problem: PlanCase): Pick<Plan, "status" | "quarters" | "build" | "classes" | "orders" | "manifest" | "cargo" | "shadowPrices" | "binding" | "ledger" | "twins" | "alternatives" | "solver"> => ({
  status: "infeasible", quarters: problem.quarters, build: [], classes: [], orders: [], manifest: [], cargo: [], shadowPrices: [], binding: problem.quarters.map(() => ""), ledger: [], twins: [], alternatives: [],
  solver: { name: "none", variables: 0, constraints: 0, nonzeros: 0, integers: 0, gap_frac: 0, objective_usd: 0 },
});

const solverOf = ({ model }: Formulation, solution: Solution): Plan["solver"] => ({
  name: solution.solver,
  variables: model.columns.name.length,
  constraints: model.rows.name.length,
  nonzeros: model.matrix.value.length,
  integers: model.columns.integer.reduce((sum, flag) => sum + flag, 0),
  gap_frac: solution.gap_frac,
  objective_usd: 0,
});
