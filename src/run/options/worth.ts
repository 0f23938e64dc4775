/**
 * Objectives of many plans that differ in numbers: linear programs with parts of launches allowed, each from where the last one stood, and
 * none solved twice. Their rows are those of the plan with whole launches, whose slots carry over (plan/families/launches): a relaxation of it.
 */
import { buildCase, inParts, solveCase, withOptions, type Basis, type PlanCase, type PlanInput, type Solve } from "../../plan/index.ts";
import type { Scenario } from "../../scenario/index.ts";

export interface Priced {
  /** Least present cost; null where no plan meets the limits. */
  readonly worth: (scenario: Scenario, input: PlanInput, without?: "orbit") => Promise<number | null>;
  readonly solved: () => number;
}

/** A pricer with a memory. */
export const pricer = (solve: Solve): Priced => {
  const known = new Map<string, number | null>();
  let last: { readonly rows: number; readonly columns: number; readonly basis: Basis } | undefined;
  const fromLast: Solve = async (model, hints = {}) => {
    const [rows, columns] = [model.rows.name.length, model.columns.name.length];
    const alike = last !== undefined && last.rows === rows && last.columns === columns;
    const solution = await solve(model, alike ? { ...hints, basis: last!.basis } : hints);
    if (solution.basis !== null) last = { rows, columns, basis: solution.basis };
    return solution;
  };
  return {
    worth: async (scenario, input, without) => {
      const { problem, why } = buildCase(scenario, input);
      if (why.length > 0 && without !== "orbit") return null;
      const asked = without === "orbit" ? groundOnly(problem) : problem;
      const key = JSON.stringify(asked);
      const before = known.get(key);
      if (before !== undefined) return before;
      const { best } = await solveCase(asked, onceInParts(fromLast));
      const objective = best === null ? null : best.objective_usd;
      known.set(key, objective);
      return objective;
    },
    solved: () => known.size,
  };
};

/** Solves a model with its whole numbers free to be parts. What solveCase asks for next, the same with whole numbers fixed, is that answer: nothing is rounded. */
const onceInParts = (solve: Solve): Solve => {
  let found: ReturnType<Solve> | undefined;
  return (model, hints) => (found ??= solve(inParts(model), hints));
};

/** The plan without orbit; vehicles that nothing uses or pays for are left out, so that their prices make no other plan of it. */
const groundOnly = (problem: PlanCase): PlanCase => {
  const ground = withOptions(problem, ({ tier }) => tier === "ground");
  const idle = ground.cargo.length === 0 && ground.vehicles.every(({ committed, stake }) => committed.length === 0 && stake === null);
  return idle ? { ...ground, vehicles: [], limits: ground.limits.filter(({ of }) => of !== "launches") } : ground;
};
