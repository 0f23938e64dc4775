/** Stage `plan`: formulate → solve (port) → interpret. See formulate.ts for the equations and docs/theory/plan.md for the reasons. */
import type { Scenario } from "../scenario/index.ts";
import { bindingOf } from "./binding.ts";
import { QUARTER_H } from "./by-quarter.ts";
import { buildCase, planNotes } from "./case/index.ts";
import type { PlanInput } from "./case/index.ts";
import { tieBreak } from "./families/index.ts";
import { formulate } from "./formulate.ts";
import type { Formulation } from "./formulate.ts";
import { reasonsFor } from "./infeasible.ts";
import { buildsOf, classesOf, planLedger, reader } from "./interpret.ts";
import type { Decisions } from "./interpret.ts";
import { fixIntegers } from "./linear-model.ts";
import type { Solution, Solve } from "./linear-model.ts";
import { gapNotes } from "./notes.ts";
import { planOptions } from "./options.ts";
import { waysOf } from "./plan-case.ts";
import type { CapitalPrice, PlanCase } from "./plan-case.ts";
import type { Plan } from "./plan-record.ts";
import { presentCost_usd, purchasesOf } from "./purchases.ts";
import { limitsOf, shadowPrices } from "./shadow-prices.ts";

/** Builds and launches what serves the demand at least present cost; rejects when the solver fails, never for an infeasible scenario. */
export const plan = async (scenario: Scenario, input: PlanInput, { solve }: { readonly solve: Solve }): Promise<Plan> => {
  const { problem, leftOut, why } = buildCase(scenario, input);
  const options = planOptions(problem);
  const notes = [...leftOut, ...planNotes(scenario, { problem, service: input.service })];
  if (why.length > 0) return { ...nothing(problem), options, why, notes };
  const formulation = formulate(problem);
  const solution = await solve(formulation.model);
  const solver = solverOf(formulation, solution);
  if (solution.status === "infeasible") return { ...nothing(problem), options, why: await reasonsFor(problem, solve), solver, notes };
  if (solution.status === "unbounded") throw new Error(`the solver found no plan: ${solution.status}`);
  const fixed = fixIntegers(formulation.model, solution.primal);
  const priced = await solve(fixed);
  const atBest = { problem, layout: formulation.layout, model: fixed, solution: priced };
  const limits = limitsOf(atBest);
  const decisions = { problem, layout: formulation.layout, read: reader(priced.primal) };
  const build = buildsOf(decisions);
  return {
    status: "optimal", why: [], quarters: problem.quarters, options, build,
    classes: classesOf(decisions),
    shadowPrices: shadowPrices(limits),
    binding: await bindingOf(atBest, { limits, solve }),
    ledger: planLedger(decisions, build),
    solver: { ...solver, objective_usd: priced.objective * 1e6 - tieBreaks_usd(decisions) - premium_usd(decisions) },
    notes: [...notes, ...gapNotes(problem, solution)],
  };
};

/** What the tie-break added to the objective, taken out again. */
const tieBreaks_usd = ({ problem, layout, read }: Decisions): number =>
  problem.classes.reduce((sum, c, k) => sum + tieBreak(problem, k) * layout.short[k]!.reduce((short, column, t) => short + read(column) * QUARTER_H * c.unserved_usd_per_MWh * problem.factor[t]!, 0), 0);

/** What charges on capital added to the objective, taken out again. */
const premium_usd = ({ problem, layout, read }: Decisions): number => {
  const { factor, salvage, quarters } = problem;
  const paid = (lines: readonly CapitalPrice[], { at, life, arrives_frac }: { readonly at: number; readonly life: number; readonly arrives_frac: number }): number =>
    presentCost_usd(purchasesOf({ lines, at, life, horizon: quarters.length, salvage, arrives_frac }), factor);
  const bought = waysOf(problem).filter(({ option }) => option.charge !== 1).map(({ option, o, way, w }) => total(layout.options[o]!.bought[w]!.map((column, at) =>
    (option.charge - 1) * read(column) * paid(option.capital, { at, life: option.life, arrives_frac: way.arrives_frac }))));
  const launched = problem.vehicles.map(({ charge, launch, reliability }, v) => total(layout.vehicles[v]!.launch.map((column, at) =>
    (charge - 1) * read(column) * paid([launch], { at, life: launch.life, arrives_frac: reliability }))));
  return total(bought) + total(launched);
};

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const nothing = (problem: PlanCase): Pick<Plan, "status" | "quarters" | "build" | "classes" | "shadowPrices" | "binding" | "ledger" | "solver"> => ({
  status: "infeasible", quarters: problem.quarters, build: [], classes: [], shadowPrices: [], binding: problem.quarters.map(() => ""), ledger: [],
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
