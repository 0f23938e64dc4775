/**
 * Twins of a plan: the same demand, prices and limits with some of the options left out, so that what an option is worth can be read off.
 *
 *   difference = objective of the twin - objective of the plan
 *
 * One twin for each tier there is, with the options of that tier alone, and one for each other terms on which a vehicle could be had. A target on what a twin leaves out is left out with it, since nothing
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

/** A problem that differs from the plan's in its terms alone: "own nova". */
export interface OtherTerms {
  readonly id: string;
  readonly problem: PlanCase;
}

/** The twins of a solved problem: each tier alone in the order of its pools, then the same options on other terms. */
export const twinsOf = async (origin: Origin, { solve, others }: { readonly solve: Solve; readonly others: readonly OtherTerms[] }): Promise<readonly PlanTwin[]> => {
  const tiers = [...new Set(origin.problem.pools.map(({ tier }) => tier))];
  const twins: PlanTwin[] = [];
  for (const tier of tiers) twins.push(await tierAlone(origin, { tier, solve }));
  for (const { id, problem } of others) twins.push(toldOf(origin, { id, kind: "access", found: await fromPlan(origin, problem, solve) }));
  return twins;
};

/** The plan itself where nothing is left out. */
const tierAlone = async (origin: Origin, { tier, solve }: { readonly tier: TierLabel; readonly solve: Solve }): Promise<PlanTwin> => {
  const problem = withOptions(origin.problem, (option) => option.tier === tier);
  const found = problem.options.length === origin.problem.options.length ? origin.solved : await fromPlan(origin, problem, solve);
  return toldOf(origin, { id: `${tier} only`, kind: "tier", found });
};

/** Another problem, its search begun where the plan's ended. */
const fromPlan = ({ solved }: Origin, problem: PlanCase, solve: Solve): Promise<Solved> =>
  solveCase(problem, solve, (model) => ({ start: startFrom(model, { model: solved.formulation.model, primal: solved.solution.primal }) }));

const toldOf = ({ best }: Origin, { id, kind, found }: { readonly id: string; readonly kind: PlanTwin["kind"]; readonly found: Solved }): PlanTwin => {
  if (found.best === null) return { id, kind, status: "infeasible", objective_usd: 0, shortfall_usd: 0, difference_usd: 0, unserved_frac: 0, launches: 0, gap_frac: 0, built: [] };
  return {
    id, kind, status: "optimal", gap_frac: found.solution.gap_frac,
    objective_usd: found.best.objective_usd,
    difference_usd: found.best.objective_usd - best.objective_usd,
    ...shortOf(found.best.decisions),
    launches: launchesIn(found.best.decisions),
    built: builtOf(found.best.decisions),
  };
};

/** Launches of all vehicles, with platforms or cargo. */
export const launchesIn = ({ layout, read }: Decisions): number => total(layout.vehicles.flatMap(({ launch }) => launch.map(read)));

/** Present value of what is not served, and its share of what is wanted. */
export const shortOf = (decisions: Decisions): Pick<PlanTwin, "shortfall_usd" | "unserved_frac"> => {
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

/** The problem with only some of its options, and of its limits those that still hold something; a launcher that brings nothing then is neither bought nor paid for. */
export const withOptions = (problem: PlanCase, keep: (option: OptionCase) => boolean): PlanCase => {
  const kept = problem.options.flatMap((option, o) => (keep(option) ? [o] : []));
  const options = kept.map((o) => problem.options[o]!);
  const cargo = problem.cargo.flatMap((one) => (kept.includes(one.option) ? [{ ...one, option: kept.indexOf(one.option) }] : []));
  const used = (v: number): boolean => options.some(({ ways }) => ways.some(({ launch }) => launch?.vehicle === v)) || cargo.some(({ vehicles }) => vehicles.includes(v));
  return {
    ...problem, options, cargo,
    vehicles: problem.vehicles.map((vehicle, v) => (used(v) ? vehicle : { ...vehicle, committed: [], stake: null, others: null })),
    limits: problem.limits.flatMap((limit) => limitOn(limit, kept)),
  };
};

const limitOn = (limit: LimitCase, kept: readonly number[]): readonly LimitCase[] => {
  if (limit.of === "launches") return [limit];
  const uses = limit.uses.flatMap(({ index, each }) => (kept.includes(index) ? [{ index: kept.indexOf(index), each }] : []));
  return uses.length === 0 ? [] : [{ ...limit, uses }];
};
