/** One problem to its decisions: whole numbers first, then the linear program with them fixed, whose duals have a meaning. */
import { QUARTER_H } from "./by-quarter.ts";
import { tieBreak } from "./families/index.ts";
import { formulate } from "./formulate.ts";
import type { Formulation } from "./formulate.ts";
import { reader } from "./interpret.ts";
import type { Decisions } from "./interpret.ts";
import { fixIntegers } from "./linear-model.ts";
import type { LinearModel, Solution, Solve, SolveHints } from "./linear-model.ts";
import { heldCapital_usd, launchCapital_usd, launchTie_usd, orderCapital_usd, takersOf, unitCapital_usd, type Weigh } from "./capital-cost.ts";
import { ordersOf, waysOf } from "./plan-case.ts";
import type { PlanCase } from "./plan-case.ts";
import { presentCost_usd, purchasesOf } from "./purchases.ts";

/** Nonzeros above which the last hundredths of a percent take longer than all before. */
const LARGE = 20_000;

/** Of the cheapest launch: what a search for whole launches may leave. */
const LEFT = 0.05;

/**
 * How near to the best a search for whole numbers is to come, where nobody says otherwise: a small share of the price of the cheapest launch, so that none
 * is bought for nothing beside an objective in which it is small; in a large model a share of the objective.
 */
export const gapFor = ({ matrix, cheapestWhole }: LinearModel): Pick<SolveHints, "gap_frac" | "gap"> => {
  if (matrix.value.length > LARGE) return { gap_frac: 1e-3 };
  return cheapestWhole === undefined ? { gap_frac: 1e-4 } : { gap_frac: 0, gap: LEFT * cheapestWhole };
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
  return { formulation, solution, best: { fixed, priced, decisions, ...costOf(decisions, priced.objective) } };
};

/** What a point with this objective costs as paid; and as a search counts it, with charges on capital. Both with what is paid whatever is decided. */
export const costOf = (decisions: Decisions, objective_MUsd: number): { readonly objective_usd: number; readonly counted_usd: number } => {
  const counted_usd = objective_MUsd * 1e6 - tieBreaks_usd(decisions) + committed_usd(decisions.problem);
  return { objective_usd: counted_usd - premium_usd(decisions), counted_usd };
};

/** Present value of what is paid, or comes in, whatever is decided. */
export const committed_usd = ({ vehicles, factor, salvage, quarters }: PlanCase): number => total(vehicles.map(({ committed, stake }) =>
  total(committed.map((line) => total(line.usd.map((usd, t) => usd * factor[t]!)))) +
  (stake === null ? 0 : total(stake.at.map((at) => presentCost_usd(purchasesOf({ lines: [stake.line], at, life: stake.line.life, horizon: quarters.length, salvage, arrives_frac: 1, order: null }), factor))))));

/** What tie-breaks added to the objective, taken out again: of classes, and of launches that are paid for. */
const tieBreaks_usd = ({ problem, layout, read }: Decisions): number =>
  total(problem.classes.map((c, k) => tieBreak(problem, k) * total(layout.short[k]!.map((column, t) => read(column) * QUARTER_H * c.unserved_usd_per_MWh[t]! * problem.factor[t]!)))) +
  total(layout.vehicles.flatMap(({ launch }, v) => launch.map((column, t) => read(column) * launchTie_usd(problem, v, t))));

/** What charges on capital added to the objective, taken out again. */
const premium_usd = ({ problem, layout, read }: Decisions): number => {
  const weigh: Weigh = (charge) => charge - 1;
  const sumOf = (columns: readonly (number | null)[], each: (t: number) => number): number => total(columns.map((column, t) => (column === null ? 0 : read(column) * each(t))));
  const bought = waysOf(problem).map(({ option, o, way, w }) => sumOf(layout.options[o]!.bought[w]!, (t) => unitCapital_usd(problem, { option, way }, { t, weigh })));
  const launched = layout.vehicles.map(({ launch }, v) => sumOf(launch, (t) => launchCapital_usd(problem, v, { t, weigh })));
  const ordered = ordersOf(problem).map((order, i) => sumOf(layout.orders[i]!.ordered, (t) => orderCapital_usd(problem, order, { t, weigh })));
  const held = ordersOf(problem).flatMap((order, i) => takersOf(problem, order).map((taker, k) => sumOf(layout.orders[i]!.fromHeld[k]!, (t) => heldCapital_usd(problem, order, { taker, t, weigh }))));
  return total([...bought, ...launched, ...ordered, ...held]);
};

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
