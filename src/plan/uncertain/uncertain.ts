/**
 * A plan for several futures: first decisions that must hold in all of them, and each future's own plan after them.
 *
 *   1. hedged   joint model of all futures (joint-model.ts); then each future again with the first decisions as they are, so that no future's
 *               cost depends on what weight its tail has
 *   2. central  the same with the first decisions of the plan for one future: what planning for that one costs
 *   3. mean     the same with the first decisions of the plan for mean values (mean-case.ts), which may be those of nothing that can happen
 *   4. known    each future planned alone
 *   5. value of the stochastic solution = sought(mean) - sought(hedged);  of perfect information = sought(hedged) - sought(known)
 *      (Birge and Louveaux 2011, section 4.1-4.2), sought = (1 - w) expected + w tail (tail.ts);  value of hedging = sought(central) - sought(hedged)
 *
 * None of (5) is below zero but for the gaps of the searches.
 */
import { startFrom } from "../linear-model.ts";
import type { LinearModel, Solution, Solve } from "../linear-model.ts";
import { reasonsFor } from "../infeasible.ts";
import { buildsOf, classesOf, reader } from "../interpret.ts";
import { notOnOffer } from "../past.ts";
import { pastOf } from "../past-of.ts";
import type { Past, PlanCase } from "../plan-case.ts";
import { committed_usd, solveCase } from "../solve-case.ts";
import type { Solved } from "../solve-case.ts";
import { firstNames } from "./first-names.ts";
import { jointModel } from "./joint-model.ts";
import type { Joint, Risk } from "./joint-model.ts";
import { meanCase } from "./mean-case.ts";
import { expected, measured, tailMean } from "./tail.ts";
import type { FirstDecision, FuturePlan, Measured, UncertainPlan } from "./uncertain-record.ts";

export interface Future {
  readonly id: string;
  readonly chance_frac: number;
  readonly what: string;
  readonly problem: PlanCase;
}

export interface Uncertainty {
  readonly futures: readonly Future[];
  /** First decisions of the plan for one future; as many quarters are decided once. */
  readonly central: Past;
  readonly risk: Risk;
}

type Best = NonNullable<Solved["best"]>;

interface Alone {
  readonly future: Future;
  readonly solved: Solved;
  readonly best: Best;
}

/** First decisions for all futures, their cost in each, and what they are worth. */
export const planFutures = async ({ futures, central, risk }: Uncertainty, solve: Solve): Promise<UncertainPlan> => {
  const before_quarter = futures[0]!.problem.quarters[central.quarters]!;
  const none = { ...EMPTY, before_quarter, tail_frac: risk.tail_frac, tailWeight_frac: risk.weight_frac };
  const alone: Alone[] = [];
  for (const future of futures) {
    const solved = await solveCase(future.problem, solve);
    if (solved.best === null) return { ...none, why: (await reasonsFor(future.problem, solve)).map((reason) => `${future.id}: ${reason}`) };
    alone.push({ future, solved, best: solved.best });
  }
  const unhedged = await eachWith(alone, { past: central, solve });
  const mean = await meanFirst(futures, { quarters: central.quarters, solve });
  const byMean = mean === null ? alone.map(() => null) : await eachWith(alone, { past: mean, solve });
  const joint = jointOf(alone, { quarters: central.quarters, risk });
  const solution = await solve(joint.model, startOf(joint, { alone, unhedged }));
  if (solution.primal.length === 0) return { ...none, why: ["Each future can meet its targets alone, but no first decisions leave all of them room for theirs: what is decided before is too late for one where it is right for another"] };
  const first = pastOf(decisionsAt(alone[0]!, { joint, solution, s: 0 }), central.quarters);
  const hedged: Best[] = [];
  for (const [s, one] of alone.entries()) hedged.push(await hedgedOf(one, { first, joint, solution, s, solve }));
  return { ...none, ...told({ alone, unhedged, byMean, hedged, risk }), status: "optimal", why: [], first: decisionsOf({ first, central, mean }), solver: solverOf(joint.model, solution), notes: notesOf({ alone, unhedged, byMean, central, mean }) };
};

const EMPTY = {
  status: "infeasible", why: [], first: [], futures: [], hedged: { expected_usd: 0, tail_usd: 0, sought_usd: 0 }, central: null, mean: null, known: { expected_usd: 0, tail_usd: 0, sought_usd: 0 },
  valueOfHedging_usd: null, valueOfStochasticSolution_usd: null, valueOfKnowing_usd: 0, solver: { variables: 0, constraints: 0, integers: 0, gap_frac: 0 }, notes: [],
} as const;

/** A future with first decisions as they were; null where it has no room for them. */
const withFirst = async ({ future: { problem }, solved }: Alone, { past, solve }: { readonly past: Past; readonly solve: Solve }): Promise<Solved | null> => {
  if (notOnOffer(problem, { ...solved.formulation, past }).length > 0) return null;
  const found = await solveCase({ ...problem, past }, solve);
  return found.best === null ? null : found;
};

const eachWith = async (alone: readonly Alone[], { past, solve }: { readonly past: Past; readonly solve: Solve }): Promise<readonly (Solved | null)[]> => {
  const found: (Solved | null)[] = [];
  for (const one of alone) found.push(await withFirst(one, { past, solve }));
  return found;
};

/** First decisions of the plan for mean values; null where the futures have no mean, or it has no plan. */
const meanFirst = async (futures: readonly Future[], { quarters, solve }: { readonly quarters: number; readonly solve: Solve }): Promise<Past | null> => {
  const problem = meanCase(futures);
  if (problem === null) return null;
  const { best } = await solveCase(problem, solve);
  return best === null ? null : pastOf(best.decisions, quarters);
};

const jointOf = (alone: readonly Alone[], { quarters, risk }: { readonly quarters: number; readonly risk: Risk }): Joint => jointModel(
  alone.map(({ future, solved }) => ({ model: solved.formulation.model, chance_frac: future.chance_frac, constant: committed_usd(future.problem) / 1e6 })),
  { first: new Set(alone.flatMap(({ future, solved }) => firstNames(future.problem, { ...solved.formulation, quarters }))), risk },
);

/** Whole launches of the futures under the first decisions for one, where all have room for them. */
const startOf = ({ model, columns }: Joint, { alone, unhedged }: { readonly alone: readonly Alone[]; readonly unhedged: readonly (Solved | null)[] }): { readonly start: Float64Array } | Record<string, never> => {
  if (unhedged.includes(null)) return {};
  const start = new Float64Array(model.columns.name.length).fill(Number.NaN);
  alone.forEach((_, s) => columns[s]!.forEach((column, j) => { if (model.columns.integer[column] === 1) start[column] = Math.round(unhedged[s]!.solution.primal[j]!); }));
  return { start };
};

interface At {
  readonly joint: Joint;
  readonly solution: Solution;
  readonly s: number;
}

const decisionsAt = ({ future, solved }: Alone, { joint, solution, s }: At): Best["decisions"] =>
  ({ problem: future.problem, layout: solved.formulation.layout, read: reader(Float64Array.from(joint.columns[s]!, (column) => solution.primal[column]!)) });

/** A future's own plan after the first decisions for all. */
const hedgedOf = async ({ future: { problem, id }, solved }: Alone, { first, joint, solution, s, solve }: At & { readonly first: Past; readonly solve: Solve }): Promise<Best> => {
  const primal = Float64Array.from(joint.columns[s]!, (column) => solution.primal[column]!);
  const found = await solveCase({ ...problem, past: first }, solve, (model) => ({ start: startFrom(model, { model: solved.formulation.model, primal }) }));
  if (found.best === null) throw new Error(`the plan of future "${id}" does not hold its own first decisions: this is a fault of the model`);
  return found.best;
};

interface Firsts {
  readonly first: Past;
  readonly central: Past;
  readonly mean: Past | null;
}

/** Purchases with their launches, then orders. */
const decisionsOf = (firsts: Firsts): readonly FirstDecision[] => [
  ...Object.keys(firsts.first.bought).map((option): FirstDecision => decisionOf(firsts, { option, kind: "bought", vehicle: option.slice(option.indexOf("/") + 1) })),
  ...Object.keys(firsts.first.ordered).map((option): FirstDecision => decisionOf(firsts, { option, kind: "ordered", vehicle: null })),
];

const decisionOf = ({ first, central, mean }: Firsts, { option, kind, vehicle }: { readonly option: string; readonly kind: "bought" | "ordered"; readonly vehicle: string | null }): FirstDecision => {
  const none = Array.from({ length: first.quarters }, () => 0);
  const units = (past: Past): readonly number[] => past[kind][option] ?? none;
  const launches = (past: Past): readonly number[] => (vehicle === null ? none : (past.launches[vehicle] ?? none));
  return {
    option, units: units(first), launches: launches(first), centralUnits: units(central), centralLaunches: launches(central),
    meanUnits: mean === null ? null : units(mean), meanLaunches: mean === null ? null : launches(mean),
  };
};

interface Found {
  readonly alone: readonly Alone[];
  readonly unhedged: readonly (Solved | null)[];
  readonly byMean: readonly (Solved | null)[];
  readonly hedged: readonly Best[];
  readonly risk: Risk;
}

const told = ({ alone, unhedged, byMean, hedged, risk }: Found): Pick<UncertainPlan, "futures" | "hedged" | "central" | "mean" | "known" | "valueOfHedging_usd" | "valueOfStochasticSolution_usd" | "valueOfKnowing_usd"> => {
  const measure = (costs: readonly number[]): Measured => {
    const outcomes = costs.map((value, s) => ({ value, chance_frac: alone[s]!.future.chance_frac }));
    return { expected_usd: expected(outcomes), tail_usd: tailMean(outcomes, risk.tail_frac), sought_usd: measured(outcomes, risk) };
  };
  const inAll = (found: Found["unhedged"]): Measured | null => (found.includes(null) ? null : measure(found.map((solved) => solved!.best!.counted_usd)));
  const with_ = measure(hedged.map((best) => best.counted_usd));
  const known = measure(alone.map(({ best }) => best.counted_usd));
  const [central, mean] = [inAll(unhedged), inAll(byMean)];
  const over = (other: Measured | null): number | null => (other === null ? null : lessDust(other.sought_usd, with_.sought_usd));
  return {
    hedged: with_, central, mean, known,
    valueOfHedging_usd: over(central),
    valueOfStochasticSolution_usd: over(mean),
    valueOfKnowing_usd: lessDust(with_.sought_usd, known.sought_usd),
    futures: alone.map(({ future: { id, chance_frac, what }, best }, s): FuturePlan => ({
      id, chance_frac, what, cost_usd: hedged[s]!.counted_usd, central_usd: unhedged[s]?.best?.counted_usd ?? null, mean_usd: byMean[s]?.best?.counted_usd ?? null, known_usd: best.counted_usd, ...outcomeOf(hedged[s]!),
    })),
  };
};

/** A difference, nothing where it is the rounding of its terms. */
const lessDust = (a: number, b: number): number => (Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) ? 0 : a - b);

const outcomeOf = ({ decisions }: Best): Pick<FuturePlan, "unserved_frac" | "built"> => {
  const classes = classesOf(decisions);
  const wanted = total(classes.flatMap((c) => c.wanted_W));
  return {
    unserved_frac: wanted === 0 ? 0 : total(classes.flatMap((c) => c.unserved_W)) / wanted,
    built: buildsOf(decisions).map(({ option, built, launches }) => ({ option, units: total(built), launches: total(launches) })),
  };
};

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const solverOf = ({ columns, rows }: LinearModel, { gap_frac }: Solution): UncertainPlan["solver"] =>
  ({ variables: columns.name.length, constraints: rows.name.length, integers: columns.integer.reduce((sum, n) => sum + n, 0), gap_frac });

interface Told extends Pick<Found, "alone" | "unhedged" | "byMean"> {
  readonly central: Past;
  readonly mean: Past | null;
}

const notesOf = ({ alone, unhedged, byMean, central, mean }: Told): readonly string[] => [
  ...alone.flatMap((one, s) => lostNote(one, { found: unhedged[s]!, past: central, of: "the plan for one future" })),
  ...(mean === null ? ["There is no plan for mean values: the futures differ in what has no mean, or a target is out of its reach."] : alone.flatMap((one, s) => lostNote(one, { found: byMean[s]!, past: mean, of: "the plan for mean values" }))),
];

/** Why a future cannot go on from first decisions; nothing where it can. */
const lostNote = ({ future, solved }: Alone, { found, past, of }: { readonly found: Solved | null; readonly past: Past; readonly of: string }): readonly string[] => {
  if (found !== null) return [];
  const lost = notOnOffer(future.problem, { ...solved.formulation, past });
  if (lost.length === 0) return [`${future.id} cannot meet a target after what ${of} decides before.`];
  return [`${future.id} has not on offer what ${of} buys before: ${lost.join(", ")}. What one future does not offer before that quarter nobody has.`];
};
