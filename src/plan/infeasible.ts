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
import type { Solution, Solve } from "./linear-model.ts";
import type { PlanCase } from "./plan-case.ts";

/** Reasons in words, one for each run of quarters whose targets cannot be met for one reason. */
export const reasonsFor = async (problem: PlanCase, solve: Solve): Promise<readonly string[]> => {
  const { model, layout } = formulateElastic(problem);
  const found = await solve(model);
  if (found.primal.length === 0 || problem.fleet?.target == null || layout.fleet === null) throw new Error("the plan is infeasible and no target is the reason: this is a fault of the model");
  const fixed = fixIntegers(model, found.primal);
  const limits = limitsInTheWay(problem, { solution: await solve(fixed), layout });
  const read = reader(found.primal);
  const { miss } = layout.fleet;
  const { target } = problem.fleet;
  const misses = problem.quarters.flatMap((quarter, t) => (read(miss[t]!) === 0 ? [] : [{ from: quarter, to: quarter, by: read(miss[t]!), target: target[t]!, why: inTheWay(limits, quarter) }]));
  return joined(misses).map(missText);
};

interface Miss {
  readonly from: number;
  readonly to: number;
  readonly by: number;
  readonly target: number;
  readonly why: string;
}

/** Misses of quarters that follow each other for the same reason, as one with its largest. */
const joined = (misses: readonly Miss[]): readonly Miss[] => misses.reduce<Miss[]>((runs, miss) => {
  const last = runs.at(-1);
  if (last === undefined || last.to + 1 !== miss.from || last.why !== miss.why) return [...runs, miss];
  const largest = miss.by > last.by ? miss : last;
  return [...runs.slice(0, -1), { ...largest, from: last.from, to: miss.to }];
}, []);

const missText = ({ from, to, by, target, why }: Miss): string =>
  `${formatQuarter(from)}${to === from ? "" : ` to ${formatQuarter(to)}`}: the target of ${formatNumber(target)} platforms in service is out of reach by ${to === from ? "" : "up to "}${formatNumber(by)}; ${why}`;

interface InTheWay {
  readonly quarter: number;
  readonly limit: string;
  readonly what: string;
}

/** The limits in the way of a quarter, each with its last numbers by then. */
const inTheWay = (limits: readonly InTheWay[], quarter: number): string => {
  const what = [...new Map(limits.filter((limit) => limit.quarter <= quarter).map(({ limit, what: text }) => [limit, text])).values()];
  return what.length === 0 ? "no vehicle of the scenario brings platforms there in time" : `in the way: ${what.join("; ")}`;
};

interface Relaxed {
  readonly solution: Solution;
  readonly layout: ReturnType<typeof formulateElastic>["layout"];
}

/** Platforms that one more of the limit would add to the sum over quarters; a limit below this adds none. */
const NONE = 1e-6;

const limitsInTheWay = (problem: PlanCase, { solution, layout }: Relaxed): readonly InTheWay[] => {
  const fleet = layout.fleet!;
  const helps = (row: number | null): boolean => row !== null && -solution.rowDual[row]! > NONE;
  return problem.quarters.flatMap((quarter, t) => [
    ...(helps(fleet.factoryRow[t]!) ? [{ quarter, limit: "factory", what: `the factory (orbit.factoryRate: ${formatNumber(problem.fleet!.factory[t]! * 4)} a year in ${formatQuarter(quarter)})` }] : []),
    ...(helps(fleet.fleetMaxRow[t]!) ? [{ quarter, limit: "fleetMax", what: `the largest fleet (orbit.fleetMax: ${formatNumber(problem.fleet!.fleetMax[t]!)})` }] : []),
    ...problem.vehicles.flatMap((vehicle, v) => {
      const { launch, slotsRow } = layout.vehicles[v]!;
      const column = launch[t]!;
      const full = column !== null && slotsRow[t] === null && -solution.columnDual[column]! > NONE;
      return full || helps(slotsRow[t]!) ? [{ quarter, limit: vehicle.id, what: `launches of ${vehicle.id} (${formatNumber(vehicle.slots[t]! * 4)} a year in ${formatQuarter(quarter)}, ${formatNumber(vehicle.perLaunch)} platforms each)` }] : [];
    }),
  ]);
};
