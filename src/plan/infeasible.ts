/**
 * Why no plan exists. Only the target can make one impossible: what demand wants may go unserved, at its price.
 *
 * The elastic model lets the target be missed and counts only that: its least total of misses says in which quarters, by how much, and the
 * limits with a price in it are those that stand in the way.
 */
import { formatNumber, formatQuarter } from "../units/index.ts";
import { formulateElastic } from "./formulate.ts";
import { reader } from "./interpret.ts";
import { fixIntegers } from "./linear-model.ts";
import type { LinearModel, Solution, Solve } from "./linear-model.ts";
import type { PlanCase } from "./plan-case.ts";

/** Reasons in words, one a quarter whose target cannot be met. */
export const reasonsFor = async (problem: PlanCase, solve: Solve): Promise<readonly string[]> => {
  const { model, layout } = formulateElastic(problem);
  const found = await solve(model);
  if (found.primal.length === 0 || problem.fleet?.target == null || layout.fleet === null) throw new Error("the plan is infeasible and no target is the reason: this is a fault of the model");
  const fixed = fixIntegers(model, found.primal);
  const limits = limitsInTheWay(problem, { model: fixed, solution: await solve(fixed), layout });
  const read = reader(found.primal);
  const { miss } = layout.fleet;
  const { target } = problem.fleet;
  return problem.quarters.flatMap((quarter, t) => {
    const missing = read(miss[t]!);
    return missing === 0 ? [] : [`${formatQuarter(quarter)}: the target of ${formatNumber(target[t]!)} platforms in service is out of reach by ${formatNumber(missing)}; ${inTheWay(limits, quarter)}`];
  });
};

interface InTheWay {
  readonly quarter: number;
  readonly what: string;
}

const inTheWay = (limits: readonly InTheWay[], quarter: number): string => {
  const what = [...new Set(limits.filter((limit) => limit.quarter <= quarter).map((limit) => limit.what))];
  return what.length === 0 ? "no vehicle of the scenario brings platforms there in time" : `in the way: ${what.join("; ")}`;
};

interface Relaxed {
  readonly model: LinearModel;
  readonly solution: Solution;
  readonly layout: ReturnType<typeof formulateElastic>["layout"];
}

/** Platforms that one more of the limit would add to the sum over quarters; a limit below this adds none. */
const NONE = 1e-6;

const limitsInTheWay = (problem: PlanCase, { solution, layout }: Relaxed): readonly InTheWay[] => {
  const fleet = layout.fleet!;
  const helps = (row: number | null): boolean => row !== null && -solution.rowDual[row]! > NONE;
  return problem.quarters.flatMap((quarter, t) => [
    ...(helps(fleet.factoryRow[t]!) ? [{ quarter, what: `the factory (orbit.factoryRate: ${formatNumber(problem.fleet!.factory[t]! * 4)} a year in ${formatQuarter(quarter)})` }] : []),
    ...(helps(fleet.fleetMaxRow[t]!) ? [{ quarter, what: `the largest fleet (orbit.fleetMax: ${formatNumber(problem.fleet!.fleetMax[t]!)})` }] : []),
    ...problem.vehicles.flatMap((vehicle, v) => {
      const { launch, slotsRow } = layout.vehicles[v]!;
      const column = launch[t]!;
      const full = column !== null && slotsRow[t] === null && -solution.columnDual[column]! > NONE;
      return full || helps(slotsRow[t]!) ? [{ quarter, what: `launches of ${vehicle.id} (${formatNumber(vehicle.slots[t]! * 4)} a year in ${formatQuarter(quarter)}, ${formatNumber(vehicle.perLaunch)} platforms each)` }] : [];
    }),
  ]);
};
