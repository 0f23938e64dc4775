/** One option of a planning problem held to a decision: built as the plan would, so much later, or not at all. */
import type { LimitCase, PlanCase } from "../../plan/index.ts";

/** A solver's tolerance: what was bought counts as that much. */
const SLACK_FRAC = 1e-6;

/** Parts of launches in place of whole ones: a linear program. */
export const inPartsCase = (problem: PlanCase): PlanCase => ({ ...problem, vehicles: problem.vehicles.map((vehicle) => ({ ...vehicle, integer: false })) });

/** Without targets of these options: what one was to reach follows from building it, and is not asked where that is the question. */
export const untargeted = (problem: PlanCase, options: readonly number[]): PlanCase =>
  ({ ...problem, limits: problem.limits.filter(({ of, sense, uses }) => sense !== "least" || of === "launches" || !uses.every(({ index }) => options.includes(index))) });

const boughtLimit = (problem: PlanCase, o: number, { sense, amount }: Pick<LimitCase, "sense" | "amount">): PlanCase => {
  const { name, counted } = problem.options[o]!;
  const id = `${sense === "most" ? "held" : "committed"}/${problem.options[o]!.id}`;
  return { ...problem, limits: [...problem.limits, {
    id, name: `${sense}.${name}`, of: "bought", sense, amount, uses: [{ index: o, each: 1 }], counted, per: "unit",
    words: { what: sense === "most" ? "the decision to wait" : "the decision to build", field: "", rate: false },
  }] };
};

/** None of it before position `from` of the quarters. */
export const noneBefore = (problem: PlanCase, o: number, from: number): PlanCase =>
  boughtLimit(problem, o, { sense: "most", amount: problem.quarters.map((_, t) => (t < from ? 0 : Infinity)) });

/** At least so many units in each quarter, `later` quarters after those of the program; what falls behind the horizon is left out. */
export const atLeast = (problem: PlanCase, o: number, { program, later }: { readonly program: readonly number[]; readonly later: number }): PlanCase =>
  boughtLimit(problem, o, { sense: "least", amount: problem.quarters.map((_, t) => Math.max(0, (program[t - later] ?? 0) * (1 - SLACK_FRAC))) });
