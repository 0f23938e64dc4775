/**
 * Plans that cost nearly the same and build something else: how sure a plan is of what it builds.
 *
 *   1. cost of the plan's objective <= (1 + within) x that of the best plan, a row more
 *   2. least sum over ways that any plan so far uses of bought(w,t) / what all ways together bought there: those ways are used as little as they
 *      can be ("hop, skip, jump", Brill, Chang and Hopkins 1982)
 *
 * Each alternative is as different as it can be from all before it in this measure; the first that buys the same by every way as one before ends them. The search begins from the plan, which is one of those allowed.
 */
import { buildsOf, reader } from "./interpret.ts";
import { withRow } from "./linear-model.ts";
import type { LinearModel, Solve } from "./linear-model.ts";
import { waysOf } from "./plan-case.ts";
import type { PlanAlternative } from "./plan-record.ts";
import type { Origin } from "./twins.ts";

/** Less than this share of what all ways bought is no use of a way. */
const USED_FRAC = 1e-6;

export interface Asked {
  readonly count: number;
  readonly within_frac: number;
  readonly solve: Solve;
}

/** Plans within a share of the best, each unlike those before it; fewer where none is left that differs. */
export const alternativesTo = async (origin: Origin, { count, within_frac, solve }: Asked): Promise<readonly PlanAlternative[]> => {
  const { model, layout } = origin.solved.formulation;
  const best = costOf(model, origin.best.priced.primal);
  const near = withRow(model, { name: "near", terms: [...model.columns.cost.entries()].filter(([, cost]) => cost !== 0), upper: best + within_frac * Math.abs(best) });
  const uses: number[] = waysOf(origin.problem).map(() => 0);
  const found: PlanAlternative[] = [];
  const seen: (readonly number[])[] = [];
  let primal = origin.best.priced.primal;
  for (let n = 1; n <= count; n++) {
    useOf(origin, primal).forEach((use, i) => (uses[i]! += use));
    seen.push(powerOf(origin, primal));
    const unlike = await solve(unlikeOf(origin, { near, uses }), { start: primal });
    if (unlike.primal.length === 0 || seen.some((other) => isAlike(other, powerOf(origin, unlike.primal)))) return found;
    primal = unlike.primal;
    const built = buildsOf({ problem: origin.problem, layout, read: reader(primal) });
    const difference_usd = (costOf(model, primal) - best) * 1e6;
    found.push({
      id: `alternative ${n}`, difference_usd, objective_usd: origin.best.objective_usd + difference_usd,
      built: built.map(({ option, built: units, launches }) => ({ option, units: total(units), launches: total(launches) })),
    });
  }
  return found;
};

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const costOf = ({ columns }: LinearModel, primal: Float64Array): number => columns.cost.reduce((sum, cost, j) => sum + cost * primal[j]!, 0);

/** IT power that each way bought over the horizon, MW. */
const powerOf = ({ problem, solved }: Origin, primal: Float64Array): readonly number[] => {
  const { options } = solved.formulation.layout;
  const read = reader(primal);
  return waysOf(problem).map(({ option, o, w }) => option.run_MW[0]! * total(options[o]!.bought[w]!.map(read)));
};

/** The same as a share of what all did. */
const useOf = (origin: Origin, primal: Float64Array): readonly number[] => {
  const power = powerOf(origin, primal);
  const all = total(power);
  return power.map((MW) => (all === 0 ? 0 : MW / all));
};

/** Whether two plans buy the same by every way, to the solver's tolerance. */
const isAlike = (a: readonly number[], b: readonly number[]): boolean => a.every((MW, i) => Math.abs(MW - b[i]!) <= USED_FRAC * Math.max(1, total(a)));

/** The model whose cost is the use of ways that were used. */
const unlikeOf = (origin: Origin, { near, uses }: { readonly near: LinearModel; readonly uses: readonly number[] }): LinearModel => {
  const { options } = origin.solved.formulation.layout;
  const ways = waysOf(origin.problem);
  const all = total(powerOf(origin, origin.best.priced.primal));
  const cost = new Float64Array(near.columns.name.length);
  ways.forEach(({ option, o, w }, i) => {
    if (uses[i]! <= USED_FRAC) return;
    for (const column of options[o]!.bought[w]!) if (column !== null) cost[column] = (100 * option.run_MW[0]!) / all;
  });
  return { ...near, name: "plan-unlike", columns: { ...near.columns, cost } };
};
