/**
 * Twins of a plan: the same demand, prices and limits with some of the options left out, so that what an option is worth can be read off.
 *
 *   difference = objective of the twin - objective of the plan
 *
 * One twin for each tier there is, with the options of that tier alone. A target on what a twin leaves out is left out with it, since nothing
 * could meet it: so a plan that a target makes dearer can have a twin that costs less. The search for whole launches starts from the plan's.
 */
import type { PlanTwin } from "./plan-record.ts";
import { buildsOf, classesOf } from "./interpret.ts";
import type { Decisions } from "./interpret.ts";
import { startFrom } from "./linear-model.ts";
import type { Solve } from "./linear-model.ts";
import type { LimitCase, OptionCase, PlanCase, TierLabel } from "./plan-case.ts";
import { solveCase } from "./solve-case.ts";
import type { Solved } from "./solve-case.ts";

type Best = NonNullable<Solved["best"]>;

export interface Origin {
  readonly problem: PlanCase;
  readonly solved: Solved;
  readonly best: Best;
}

/** The twins of a solved problem, in the order of its pools. */
export const twinsOf = async (origin: Origin, solve: Solve): Promise<readonly PlanTwin[]> => {
  const tiers = [...new Set(origin.problem.pools.map(({ tier }) => tier))];
  const twins: PlanTwin[] = [];
  for (const tier of tiers) twins.push(await tierAlone(origin, { tier, solve }));
  return twins;
};

const tierAlone = (origin: Origin, { tier, solve }: { readonly tier: TierLabel; readonly solve: Solve }): Promise<PlanTwin> =>
  twin(origin, { id: `${tier} only`, problem: withOptions(origin.problem, (option) => option.tier === tier), solve });

/** One twin; the plan itself where nothing was left out. */
const twin = async ({ problem: whole, solved, best }: Origin, { id, problem, solve }: { readonly id: string; readonly problem: PlanCase; readonly solve: Solve }): Promise<PlanTwin> => {
  const same = problem.options.length === whole.options.length;
  const found = same ? solved : await solveCase(problem, solve, (model) => ({ start: startFrom(model, { model: solved.formulation.model, primal: solved.solution.primal }) }));
  if (found.best === null) return { id, status: "infeasible", objective_usd: 0, shortfall_usd: 0, difference_usd: 0, unserved_frac: 0, gap_frac: 0, built: [] };
  return {
    id, status: "optimal", gap_frac: found.solution.gap_frac,
    objective_usd: found.best.objective_usd,
    difference_usd: found.best.objective_usd - best.objective_usd,
    ...shortOf(found.best.decisions),
    built: builtOf(found.best.decisions),
  };
};

/** Present value of what is not served, and its share of what is wanted. */
const shortOf = (decisions: Decisions): Pick<PlanTwin, "shortfall_usd" | "unserved_frac"> => {
  const classes = classesOf(decisions);
  const wanted = total(classes.flatMap((c) => c.wanted_W));
  return {
    shortfall_usd: total(classes.flatMap((c) => c.shortfall_usd.map((usd, t) => usd * decisions.problem.factor[t]!))),
    unserved_frac: wanted === 0 ? 0 : total(classes.flatMap((c) => c.unserved_W)) / wanted,
  };
};

const builtOf = (decisions: Decisions): PlanTwin["built"] =>
  buildsOf(decisions).map(({ option, built, launches }) => ({ option, units: total(built), launches: total(launches) }));

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** The problem with only some of its options, and of its limits those that still hold something. */
export const withOptions = (problem: PlanCase, keep: (option: OptionCase) => boolean): PlanCase => {
  const kept = problem.options.flatMap((option, o) => (keep(option) ? [o] : []));
  return {
    ...problem,
    options: kept.map((o) => problem.options[o]!),
    limits: problem.limits.flatMap((limit) => limitOn(limit, kept)),
  };
};

const limitOn = (limit: LimitCase, kept: readonly number[]): readonly LimitCase[] => {
  if (limit.of === "launches") return [limit];
  const uses = limit.uses.flatMap(({ index, each }) => (kept.includes(index) ? [{ index: kept.indexOf(index), each }] : []));
  return uses.length === 0 ? [] : [{ ...limit, uses }];
};
