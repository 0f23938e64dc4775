/**
 * What one more unit of a limit is worth in a quarter: duals of the linear program with the whole launches fixed.
 *
 *   1. worth = -(change of the least present cost for one more of the limit) / present value of a dollar of that quarter
 *   2. a fixed whole launch has no slots row: one more is worth minus the dual of its own column, where the rules on offer allow no more
 *   3. capacity of a pool: what a megawatt more for one quarter adds at the best of its options, the worth of its capacity row less that of
 *      the next quarter's, which carries on what this one has
 *   4. a limit on what stands (grid, fleetMax) that is full: what one more from this quarter on is worth, the sum of 1 over the quarters that
 *      follow, in dollars of this one; for what is built stays, and a megawatt for one quarter alone is worth little. A target likewise.
 *
 * Duals of a degenerate optimum are not unique: one valid set is found. 2 and 4 only say which limits to ask; their prices are found by solving
 * again (margin.ts), as is what a whole one more saves (binding.ts).
 */
import { roundUp, slotWindows } from "./families/index.ts";
import type { Layout } from "./formulate.ts";
import type { LinearModel, Solution } from "./linear-model.ts";
import { flownOf } from "./plan-case.ts";
import type { LimitCase, PlanCase, VehicleCase } from "./plan-case.ts";
import type { ShadowPrice } from "./plan-record.ts";

export const MEGA = 1e6;
/** Less than a dollar (of a megawatt, a platform, a launch) is the solver's tolerance. */
export const NOTHING_USD = 1;
const FULL = 1e-7;

export interface Priced {
  readonly problem: PlanCase;
  readonly layout: Layout;
  /** The model with whole numbers fixed, and its solution. */
  readonly model: LinearModel;
  readonly solution: Solution;
}

/** A shadow price with what it takes to compare it. */
export interface Limit extends ShadowPrice {
  /** How much of the limit there is, for its whole cost; 0 for capacity. */
  readonly amount: number;
  /** What the amount counts. */
  readonly counted: string;
  /** The same price for a megawatt where it is shown for a watt. */
  readonly coarse_usd: number;
  /** A limit of the world, that could bind a quarter; capacity only passes on what limits it. */
  readonly outer: boolean;
  /** Its dual is one of many: a stock's limit or a whole launch (margin.ts). */
  readonly doubtful: boolean;
  /** Where one more of it stands in the model; for a target one less. */
  readonly move: Move;
}

/** Bounds of a model that move together by one. */
export interface Move {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly by: 1 | -1;
}

/** Every limit that is worth something, by quarter. */
export const limitsOf = (priced: Priced): readonly Limit[] => {
  const { problem, layout } = priced;
  return problem.quarters.flatMap((_, t) => [
    ...problem.pools.flatMap((_pool, p) => poolCapacity(priced, { p, t })),
    ...problem.limits.map((limit, i) => sharedLimit(priced, { limit, rows: layout.limits[i]!.row, t })),
    ...problem.vehicles.map((_vehicle, v) => launchLimit(priced, { v, t })),
    ...cashLimit(priced, t),
  ]).filter((limit) => limit.coarse_usd > NOTHING_USD);
};

/** The same as the plan shows them. */
export const shadowPrices = (limits: readonly Limit[]): readonly ShadowPrice[] => limits.map(({ quarter, limit, value_usd, per }) => ({ quarter, limit, value_usd, per }));

const poolCapacity = (priced: Priced, { p, t }: { readonly p: number; readonly t: number }): readonly Limit[] => {
  const { problem, layout } = priced;
  const rows = layout.options.flatMap(({ ableRow }, o) => (problem.options[o]!.pool === p ? [ableRow] : []));
  if (rows.length === 0) return [];
  const worth = worthOf(priced, problem.factor[t]!);
  const usd_per_MW = Math.max(...rows.map((row) => worth(row[t]!) - (t + 1 < row.length ? worth(row[t + 1]!) : 0)));
  return [{
    quarter: problem.quarters[t]!, limit: `capacity/${problem.pools[p]!.id}`, value_usd: usd_per_MW / MEGA, per: "W of available IT for the quarter",
    coarse_usd: usd_per_MW, amount: 0, counted: "MW", outer: false, doubtful: false, move: more([]),
  }];
};

const sharedLimit = (priced: Priced, { limit, rows, t }: { readonly limit: LimitCase; readonly rows: readonly number[]; readonly t: number }): Limit => {
  const { problem } = priced;
  const lasts = limit.of === "standing";
  const least = limit.sense === "least";
  const worth = lasts ? worthFrom(priced, { rows, t }) : worthOf(priced, problem.factor[t]!)(rows[t]!);
  const move: Move = { ...more(lasts ? rows.slice(t) : [rows[t]!]), by: least ? -1 : 1 };
  const asked = least && limit.amount[t] === 0 ? 0 : worth * move.by;
  return outer({ quarter: problem.quarters[t]!, limit: limit.id, value_usd: asked, per: limit.per, counted: limit.counted, amount: limit.amount[t]!, doubtful: lasts, move });
};

const launchLimit = (priced: Priced, { v, t }: { readonly v: number; readonly t: number }): Limit => {
  const { problem } = priced;
  const vehicle = problem.vehicles[v]!;
  return outer({ quarter: problem.quarters[t]!, limit: `launches/${vehicle.id}`, value_usd: launchWorth(priced, { v, t }), per: "launch", counted: "launches", amount: vehicle.slots[t]!, doubtful: vehicle.integer, move: oneLaunch(priced, { v, t }) });
};

/** A row of money counts millions. */
const cashLimit = (priced: Priced, t: number): readonly Limit[] => {
  const { problem: { cash, quarters, factor }, layout } = priced;
  if (cash === null || layout.cash === null) return [];
  const row = layout.cash.row[t]!;
  return [outer({ quarter: quarters[t]!, limit: "cash", value_usd: worthOf(priced, factor[t]!)(row), per: "M$ of own money in the quarter", counted: "M$", amount: cash.own_usd[t]! / MEGA, doubtful: false, move: more([row]) })];
};

const more = (rows: readonly number[]): Move => ({ rows, columns: [], by: 1 });

/** A launch is a row where launches are continuous, and the column itself where they are whole, with the rules on offer that are full of it. */
const oneLaunch = ({ model, layout }: Priced, { v, t }: { readonly v: number; readonly t: number }): Move => {
  const { launch, slotsRow } = layout.vehicles[v]!;
  if (slotsRow[t] !== null) return more([slotsRow[t]!]);
  const column = launch[t]!;
  return column === null ? more([]) : { rows: rulesOf(model, column), columns: [column], by: 1 };
};

/** Rows of families/launches.ts that hold how many of a column's launches are on offer. */
const rulesOf = ({ rows, matrix }: LinearModel, column: number): readonly number[] =>
  rows.name.flatMap((name, row) => {
    if (!/^(yearslots|allslots|beside)_/.test(name)) return [];
    return matrix.index.subarray(matrix.start[row]!, matrix.start[row + 1]!).includes(column) ? [row] : [];
  });

const outer = (limit: ShadowPrice & { readonly amount: number; readonly counted: string; readonly doubtful: boolean; readonly move: Move }): Limit => ({ ...limit, coarse_usd: limit.value_usd, outer: true });

/** Dollars of the quarter saved by one more of a row's bound. */
const worthOf = ({ solution }: Priced, factor: number) => (row: number): number => (-solution.rowDual[row]! * MEGA) / factor;

/** The same for one more from quarter t on; 0 where the row is not at its bound. */
const worthFrom = ({ problem, solution, model }: Priced, { rows, t }: { readonly rows: readonly number[]; readonly t: number }): number => {
  if (!isFull(model, { solution, row: rows[t]! })) return 0;
  return rows.slice(t).reduce((sum, later) => sum - solution.rowDual[later]! * MEGA, 0) / problem.factor[t]!;
};

const isFull = ({ rows, matrix }: LinearModel, { solution, row }: { readonly solution: Solution; readonly row: number }): boolean => {
  let activity = 0;
  for (let k = matrix.start[row]!; k < matrix.start[row + 1]!; k++) activity += matrix.value[k]! * solution.primal[matrix.index[k]!]!;
  const bound = rows.upper[row] === Infinity ? rows.lower[row]! : rows.upper[row]!;
  return Math.abs(activity - bound) <= FULL * Math.max(1, Math.abs(bound));
};

const launchWorth = (priced: Priced, { v, t }: { readonly v: number; readonly t: number }): number => {
  const { problem, layout, solution } = priced;
  const factor = problem.factor[t]!;
  const { launch, slotsRow } = layout.vehicles[v]!;
  const row = slotsRow[t]!;
  if (row !== null) return worthOf(priced, factor)(row);
  const column = launch[t]!;
  if (column === null || isOffered({ launches: launch.map((at) => (at === null ? 0 : Math.round(solution.primal[at]!))), vehicle: problem.vehicles[v]!, flown: flownOf(problem, problem.vehicles[v]!.id) }, t)) return 0;
  return (-solution.columnDual[column]! * MEGA) / factor;
};

/** Whether one more whole launch in quarter t stays within every rule. */
const isOffered = ({ launches, vehicle: { slots }, flown }: { readonly launches: readonly number[]; readonly vehicle: VehicleCase; readonly flown: readonly number[] }, t: number): boolean =>
  launches[t]! + 1 <= roundUp(slots[t]!) && slotWindows(slots, flown).every(({ from, to, offered }) => t < from || t > to || sum(launches.slice(from, to + 1)) + 1 <= offered);

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
