/**
 * A plan again, as of a quarter and after an event: what was bought and launched before is held, all else is decided anew.
 *
 *   1. problem = the first plan's up to the quarter, the event's from it on (splice.ts), with the first plan's purchases as its past
 *   2. difference = its objective - that of the first plan; the event cost so much, with the best answer to it
 *
 * An event that only takes away never comes to less than nothing, but for the gap of the search.
 */
import type { Scenario } from "../../scenario/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { buildCase, isOnline } from "../case/index.ts";
import type { PlanInput } from "../case/index.ts";
import { reasonsFor } from "../infeasible.ts";
import { buildsOf, classesOf } from "../interpret.ts";
import type { Solve } from "../linear-model.ts";
import { pastOfPlan } from "../past-of.ts";
import type { Past, PlanCase } from "../plan-case.ts";
import type { ClassPlan, Plan } from "../plan-record.ts";
import { searchOf } from "../search.ts";
import { solveCase } from "../solve-case.ts";
import type { Replan } from "./replan-record.ts";
import { differs, spliced } from "./splice.ts";

export interface Happened {
  readonly asOf_quarter: number;
  /** As they were given. */
  readonly events: readonly string[];
  /** The scenario with the events, and what was placed of its demand. */
  readonly scenario: Scenario;
  readonly input: PlanInput;
}

/** Plans again after an event; null where there was no plan. Throws a RangeError where the quarter is not a later one of the horizon. */
export const replan = async (scenario: Scenario, { input, plan, happened }: { readonly input: PlanInput; readonly plan: Plan; readonly happened: Happened }, { solve }: { readonly solve: Solve }): Promise<Replan | null> => {
  if (plan.status === "infeasible") return null;
  const n = plan.quarters.indexOf(happened.asOf_quarter);
  if (n < 1) throw new RangeError(`${formatQuarter(happened.asOf_quarter)} is not a later quarter of the horizon, ${formatQuarter(plan.quarters[0]!)} to ${formatQuarter(plan.quarters.at(-1)!)}`);
  // A site that has power before or after the event only is on offer in both, with nothing online in the other.
  const kept = [...input.sizing.sites, ...happened.input.sizing.sites].filter(isOnline).map(({ id }) => id);
  const before = buildCase(scenario, input, kept).problem;
  const after = buildCase(happened.scenario, happened.input, kept).problem;
  const changed = differs(before, after);
  const told = { asOf_quarter: happened.asOf_quarter, events: happened.events, quarters: plan.quarters };
  if (changed.length > 0) return { ...told, ...NOTHING, why: [`an event can change what is on offer from then on, not what a unit is that stands already, nor how money is counted: ${changed.join(", ")}`] };
  const again = await replanCase({ before, after, past: pastOfPlan(before, { plan, quarters: n }) }, searchOf(scenario, solve));
  if ("why" in again) return { ...told, ...NOTHING, why: again.why };
  const { factor } = before;
  return {
    ...told, ...again, status: "optimal", why: [], notes: unchangedNote({ before, after }, { n, happened }),
    difference_usd: again.objective_usd - plan.solver.objective_usd,
    shortfallDifference_usd: shortfall_usd(again.classes, factor) - shortfall_usd(plan.classes, factor),
  };
};

const NOTHING = { status: "infeasible", build: [], classes: [], objective_usd: 0, difference_usd: 0, shortfallDifference_usd: 0, gap_frac: 0, notes: [] } as const;

/** An event of which the plan sees nothing: what it would change is set by something else, or no part of a plan. */
const unchangedNote = ({ before, after }: Spliced, { n, happened: { asOf_quarter, events } }: { readonly n: number; readonly happened: Happened }): readonly string[] => {
  const numbers = (problem: PlanCase): string => JSON.stringify(problem, (_, value: unknown) => (typeof value === "string" ? undefined : value));
  if (events.length === 0 || numbers(spliced(before, after, n)) !== numbers(spliced(before, before, n))) return [];
  return [`${events.join("; ")} changes nothing that the plan reads from ${formatQuarter(asOf_quarter)} on: what it sets is set by something else there (a contract, a gate, terms of access), or is no part of a plan.`];
};

interface Spliced {
  readonly before: PlanCase;
  readonly after: PlanCase;
}

const shortfall_usd = (classes: readonly ClassPlan[], factor: readonly number[]): number => classes.reduce((sum, c) => sum + c.shortfall_usd.reduce((all, usd, t) => all + usd * factor[t]!, 0), 0);

type Again = Pick<Replan, "build" | "classes" | "objective_usd" | "gap_frac"> | Pick<Replan, "why">;

/** The problem of two after a past, solved; or why nothing follows from it. */
export const replanCase = async ({ before, after, past }: { readonly before: PlanCase; readonly after: PlanCase; readonly past: Past }, solve: Solve): Promise<Again> => {
  const problem = { ...spliced(before, after, past.quarters), past: { ...past, happened: true as const } };
  const { best, solution } = await solveCase(problem, solve);
  if (best === null) return { why: await reasonsFor(problem, solve) };
  return { build: buildsOf(best.decisions), classes: classesOf(best.decisions), objective_usd: best.objective_usd, gap_frac: solution.gap_frac };
};
