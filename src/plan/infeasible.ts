/**
 * Why no plan exists. Only the target can make one impossible: what demand wants may go unserved, at its price.
 *
 * The elastic model lets the target be missed and counts only that: its least total of misses says in which quarters, by how much, and the
 * limits with a price in it are those that stand in the way. Beside them stands an irreducible set: limits that cannot hold together, of which
 * any one given up would let the others; found for the linear program, and where whole launches alone are the reason by leaving out (whole-conflict.ts).
 */
import { formatNumber, formatQuarter } from "../units/index.ts";
import { QUARTERS_PER_YEAR } from "./by-quarter.ts";
import { formulate, formulateElastic } from "./formulate.ts";
import { reader } from "./interpret.ts";
import { fixIntegers } from "./linear-model.ts";
import type { Solution, Solve } from "./linear-model.ts";
import { waysOf } from "./plan-case.ts";
import type { LimitCase, PlanCase } from "./plan-case.ts";
import { wholeConflict } from "./whole-conflict.ts";

/** Reasons in words, one for each run of quarters whose targets cannot be met for one reason. */
export const reasonsFor = async (problem: PlanCase, solve: Solve): Promise<readonly string[]> => {
  const { model, layout } = formulateElastic(problem);
  const found = await solve(model);
  const targets = problem.limits.flatMap((limit, i) => (limit.sense === "least" ? [{ limit, miss: layout.limits[i]!.miss }] : []));
  if (found.primal.length === 0 || targets.length === 0) throw new Error("the plan is infeasible and no target is the reason: this is a fault of the model");
  const limits = limitsInTheWay(problem, { solution: await solve(fixIntegers(model, found.primal)), layout });
  const read = reader(found.primal);
  const told = targets.flatMap(({ limit, miss }) => {
    const misses = problem.quarters.flatMap((quarter, t) => (read(miss[t]!) === 0 ? [] : [{ counted: limit.counted, from: quarter, to: quarter, by: read(miss[t]!), target: limit.amount[t]!, why: inTheWay(limits, quarter) }]));
    return joined(misses).map(missText);
  });
  return [...told, ...(await irreducible(problem, solve))];
};

/** The limits of an irreducible set, in words. */
const irreducible = async (problem: PlanCase, solve: Solve): Promise<readonly string[]> => {
  const { model, layout } = formulate(problem);
  const { status, conflict } = await solve({ ...model, columns: { ...model.columns, integer: new Uint8Array(model.columns.integer.length) } }, { explain: true });
  if (status !== "infeasible") return wholeReason(await wholeConflict(problem, { model, layout }, solve));
  if (conflict.rows.length === 0) return [];
  const quartersOf = (rows: readonly (number | null)[], among: readonly number[]): readonly number[] => problem.quarters.filter((_, t) => rows[t] !== null && among.includes(rows[t]!));
  const limits = problem.limits.map((limit, i) => ({ name: limit.id, at: quartersOf(layout.limits[i]!.row, conflict.rows) }));
  const launches = problem.vehicles.map(({ id }, v) => ({ name: `launches/${id}`, at: [...new Set([...quartersOf(layout.vehicles[v]!.slotsRow, conflict.rows), ...quartersOf(layout.vehicles[v]!.launch, conflict.columns)])] }));
  const money = layout.cash === null ? [] : [{ name: "cash", at: quartersOf(layout.cash.row, conflict.rows) }];
  const named = [...limits, ...launches, ...money].filter(({ at }) => at.length > 0).map(({ name, at }) => `${name} in ${spanOf(at)}`);
  return named.length === 0 ? [] : [`cannot hold together, and could without any one of them: ${named.join(", ")}`];
};

const wholeReason = (names: readonly string[]): readonly string[] => (names.length === 0 ? [] : [`parts of launches would do, whole ones cannot hold together and could without any one of: ${names.join(", ")}`]);

const spanOf = (quarters: readonly number[]): string => (quarters.length === 1 ? formatQuarter(quarters[0]!) : `${formatQuarter(Math.min(...quarters))} to ${formatQuarter(Math.max(...quarters))}`);

interface Miss {
  readonly counted: string;
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

const missText = ({ counted, from, to, by, target, why }: Miss): string =>
  `${formatQuarter(from)}${to === from ? "" : ` to ${formatQuarter(to)}`}: the target of ${formatNumber(target)} ${counted} in service is out of reach by ${to === from ? "" : "up to "}${formatNumber(by)}; ${why}`;

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
  const helps = (row: number | null): boolean => row !== null && -solution.rowDual[row]! > NONE;
  return problem.quarters.flatMap((quarter, t) => [
    ...problem.limits.flatMap((limit, i) => (limit.sense === "most" && helps(layout.limits[i]!.row[t]!) ? [{ quarter, limit: limit.id, what: `${limit.words.what} (${limit.words.field}: ${amountText(limit, { t, quarter })})` }] : [])),
    ...problem.vehicles.flatMap((vehicle, v) => {
      const { launch, slotsRow } = layout.vehicles[v]!;
      const column = launch[t]!;
      const full = column !== null && slotsRow[t] === null && -solution.columnDual[column]! > NONE;
      return full || helps(slotsRow[t]!) ? [{ quarter, limit: vehicle.id, what: `launches of ${vehicle.id} (${formatNumber(vehicle.slots[t]! * QUARTERS_PER_YEAR)} a year in ${formatQuarter(quarter)}, ${carried(problem, v)})` }] : [];
    }),
    ...(layout.cash !== null && helps(layout.cash.row[t]!) ? [{ quarter, limit: "cash", what: `money (finance.cash, finance.debtMax: ${formatNumber(problem.cash!.own_usd[t]! / 1e6)} M$ in ${formatQuarter(quarter)})` }] : []),
  ]);
};

const amountText = ({ amount, words }: LimitCase, { t, quarter }: { readonly t: number; readonly quarter: number }): string =>
  words.rate ? `${formatNumber(amount[t]! * QUARTERS_PER_YEAR)} a year in ${formatQuarter(quarter)}` : formatNumber(amount[t]!);

const carried = (problem: PlanCase, v: number): string =>
  waysOf(problem).flatMap(({ option, way }) => (way.launch?.vehicle === v ? [`${formatNumber(way.launch.perLaunch)} ${option.counted} each`] : [])).join(", ");
