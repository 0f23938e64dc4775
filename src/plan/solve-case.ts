/** One problem to its decisions: whole numbers first, then the linear program with them fixed, whose duals have a meaning. */
import { QUARTER_H } from "./by-quarter.ts";
import { tieBreak } from "./families/index.ts";
import { formulate } from "./formulate.ts";
import type { Formulation } from "./formulate.ts";
import { reader } from "./interpret.ts";
import type { Decisions } from "./interpret.ts";
import { fixIntegers } from "./linear-model.ts";
import type { LinearModel, Solution, Solve, SolveHints } from "./linear-model.ts";
import { ordersOf, restOf, waysOf } from "./plan-case.ts";
import type { CapitalPrice, PlanCase } from "./plan-case.ts";
import { deposit_usd, presentCost_usd, purchasesOf } from "./purchases.ts";

/** Nonzeros above which the last hundredths of a percent take longer than all before. */
const LARGE = 20_000;

/** Of the cheapest launch: what a search for whole launches may leave. */
const LEFT = 0.05;

/**
 * How near to the best a search for whole numbers is to come, where nobody says otherwise: a small share of the cheapest whole number, so that none
 * is bought for nothing beside an objective in which it is small; in a large model a share of the objective.
 */
export const gapFor = ({ matrix, columns }: LinearModel): Pick<SolveHints, "gap_frac" | "gap"> => {
  if (matrix.value.length > LARGE) return { gap_frac: 1e-3 };
  const cheapest = columns.cost.reduce((least, cost, j) => (columns.integer[j] === 1 && cost > 0 && cost < least ? cost : least), Infinity);
  return cheapest === Infinity ? { gap_frac: 1e-4 } : { gap_frac: 0, gap: LEFT * cheapest };
};

export interface Solved {
  readonly formulation: Formulation;
  readonly solution: Solution;
  /** Null where no point is feasible. Objective in dollars as paid; and as the search counts them, with charges on capital. */
  readonly best: { readonly fixed: LinearModel; readonly priced: Solution; readonly decisions: Decisions; readonly objective_usd: number; readonly counted_usd: number } | null;
}

/** Solves a problem; throws where it has no least cost. */
export const solveCase = async (problem: PlanCase, solve: Solve, hintsFor: (model: LinearModel) => SolveHints = () => ({})): Promise<Solved> => {
  const formulation = formulate(problem);
  const { model, layout } = formulation;
  const solution = await solve(model, hintsFor(model));
  if (solution.status === "infeasible") return { formulation, solution, best: null };
  if (solution.status === "unbounded") throw new Error(`the solver found no plan: ${solution.status}`);
  const fixed = fixIntegers(model, solution.primal);
  const priced = model.columns.integer.includes(1) ? await solve(fixed) : solution;
  const decisions = { problem, layout, read: reader(priced.primal) };
  const counted_usd = priced.objective * 1e6 - tieBreaks_usd(decisions) + committed_usd(problem);
  return { formulation, solution, best: { fixed, priced, decisions, objective_usd: counted_usd - premium_usd(decisions), counted_usd } };
};

/** Present value of what is paid, or comes in, whatever is decided. */
export const committed_usd = ({ vehicles, factor, salvage, quarters }: PlanCase): number => total(vehicles.map(({ committed, stake }) =>
  total(committed.map((line) => total(line.usd.map((usd, t) => usd * factor[t]!)))) +
  (stake === null ? 0 : total(stake.at.map((at) => presentCost_usd(purchasesOf({ lines: [stake.line], at, life: stake.line.life, horizon: quarters.length, salvage, arrives_frac: 1, rest_frac: 1 }), factor))))));

/** What the tie-break added to the objective, taken out again. */
const tieBreaks_usd = ({ problem, layout, read }: Decisions): number =>
  problem.classes.reduce((sum, c, k) => sum + tieBreak(problem, k) * layout.short[k]!.reduce((short, column, t) => short + read(column) * QUARTER_H * c.unserved_usd_per_MWh[t]! * problem.factor[t]!, 0), 0);

/** What charges on capital added to the objective, taken out again. */
const premium_usd = ({ problem, layout, read }: Decisions): number => {
  const { factor, salvage, quarters } = problem;
  const paid = (lines: readonly CapitalPrice[], { at, life, arrives_frac, rest_frac }: { readonly at: number; readonly life: number; readonly arrives_frac: number; readonly rest_frac: number }): number =>
    presentCost_usd(purchasesOf({ lines, at, life, horizon: quarters.length, salvage, arrives_frac, rest_frac }), factor);
  const bought = waysOf(problem).filter(({ option }) => option.charge !== 1).map(({ option, o, way, w }) => total(layout.options[o]!.bought[w]!.map((column, at) =>
    (option.charge - 1) * read(column) * paid(option.capital, { at, life: option.life, arrives_frac: way.arrives_frac, rest_frac: restOf(option.order) }))));
  const launched = problem.vehicles.map(({ charge, launch, reliability, order }, v) => total(layout.vehicles[v]!.launch.map((column, at) =>
    (charge - 1) * read(column) * paid([launch], { at, life: launch.life, arrives_frac: reliability, rest_frac: restOf(order) }))));
  const ordered = ordersOf(problem).map((order, i) => total(layout.orders[i]!.ordered.map((column, t) => (order.charge - 1) * read(column) * deposit_usd(order, t) * factor[t]!)));
  return total(bought) + total(launched) + total(ordered);
};

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
