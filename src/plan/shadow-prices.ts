/**
 * What one more unit of a limit is worth in a quarter: duals of the linear program with the whole launches fixed.
 *
 *   1. worth = -(change of the least present cost for one more of the limit) / present value of a dollar of that quarter
 *   2. a fixed whole launch has no slots row: one more is worth minus the dual of its own column, where all that are on offer are used
 *   3. capacity on the ground: what a megawatt at the best site adds, the worth of its use row plus that of the peak rows; in orbit,
 *      of the capacity row
 *
 *   4. a limit on a stock (grid, fleetMax) that is full: what one more from this quarter on is worth, the sum of 1 over the quarters that
 *      follow, in dollars of this one; for what is built stays, and a megawatt for one quarter alone is worth little. Target likewise.
 *
 * Duals of a degenerate optimum are not unique: one valid set is reported. They are prices at the margin: what a whole one more saves is
 * found by solving again (binding.ts).
 */
import type { Layout } from "./formulate.ts";
import type { LinearModel, Solution } from "./linear-model.ts";
import type { PlanCase } from "./plan-case.ts";
import type { ShadowPrice } from "./plan-record.ts";

const MEGA = 1e6;
/** Less than a dollar (of a megawatt, a platform, a launch) is the solver's tolerance. */
const NOTHING_USD = 1;
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
  /** Where one more of it stands in the model; for the target one less. */
  readonly move: Move;
}

/** Bounds of a model that move together by one. */
export interface Move {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly by: 1 | -1;
}

/** Every limit that is worth something, by quarter. */
export const limitsOf = (priced: Priced): readonly Limit[] =>
  priced.problem.quarters.flatMap((_, t) => [...groundLimits(priced, t), ...orbitLimits(priced, t)]).filter((limit) => limit.coarse_usd > NOTHING_USD);

/** The same as the plan shows them. */
export const shadowPrices = (limits: readonly Limit[]): readonly ShadowPrice[] => limits.map(({ quarter, limit, value_usd, per }) => ({ quarter, limit, value_usd, per }));

const groundLimits = (priced: Priced, t: number): readonly Limit[] => {
  const { problem, layout } = priced;
  const worth = worthOf(priced, problem.factor[t]!);
  const quarter = problem.quarters[t]!;
  const peaks = layout.groundPeakRows[t]!.reduce((sum, row) => sum + worth(row), 0);
  const perMW = layout.sites.map((site) => worth(site.runRow[t]!) + peaks);
  return [
    ...(perMW.length === 0 ? [] : [capacity({ quarter, limit: "capacity/ground", usd_per_MW: Math.max(...perMW) })]),
    ...problem.sites.flatMap((site, s) => [
      outer({ quarter, limit: `grid/${site.id}`, value_usd: worthFrom(priced, { rows: layout.sites[s]!.gridRow, t, factor: problem.factor }), per: "MW of site power from then on", counted: "MW", amount: site.grid_MW[t]!, move: more(layout.sites[s]!.gridRow.slice(t)) }),
      outer({ quarter, limit: `build/${site.id}`, value_usd: worth(layout.sites[s]!.rateRow[t]!), per: "MW built in the quarter", counted: "MW", amount: site.build_MW[t]!, move: more([layout.sites[s]!.rateRow[t]!]) }),
    ]),
  ];
};

const orbitLimits = (priced: Priced, t: number): readonly Limit[] => {
  const { problem, layout } = priced;
  if (problem.fleet === null || layout.fleet === null) return [];
  const worth = worthOf(priced, problem.factor[t]!);
  const quarter = problem.quarters[t]!;
  const { capRow, factoryRow, fleetMaxRow, targetRow } = layout.fleet;
  return [
    capacity({ quarter, limit: "capacity/orbit", usd_per_MW: worth(capRow[t]!) }),
    outer({ quarter, limit: "factory", value_usd: worth(factoryRow[t]!), per: "platform finished", counted: "platforms", amount: problem.fleet.factory[t]!, move: more([factoryRow[t]!]) }),
    outer({ quarter, limit: "fleetMax", value_usd: worthFrom(priced, { rows: fleetMaxRow, t, factor: problem.factor }), per: "platform in service from then on", counted: "platforms", amount: problem.fleet.fleetMax[t]!, move: more(fleetMaxRow.slice(t)) }),
    ...(problem.fleet.target === null || problem.fleet.target[t] === 0 ? [] : [outer({ quarter, limit: "target", value_usd: -worthFrom(priced, { rows: targetRow, t, factor: problem.factor }), per: "platform in service from then on", counted: "platforms", amount: problem.fleet.target[t]!, move: { ...more(targetRow.slice(t)), by: -1 } })]),
    ...problem.vehicles.map((vehicle, v) => outer({ quarter, limit: `launches/${vehicle.id}`, value_usd: launchWorth(priced, { v, t }), per: "launch", counted: "launches", amount: vehicle.slots[t]!, move: oneLaunch(layout.vehicles[v]!, t) })),
  ];
};

const more = (rows: readonly (number | null)[]): Move => ({ rows: rows.filter((row) => row !== null), columns: [], by: 1 });

/** A launch is a row where launches are continuous, and the column itself where they are whole. */
const oneLaunch = ({ launch, slotsRow }: Layout["vehicles"][number], t: number): Move =>
  slotsRow[t] === null ? { rows: [], columns: launch[t] === null ? [] : [launch[t]!], by: 1 } : more([slotsRow[t]!]);

const outer = (limit: ShadowPrice & { readonly amount: number; readonly counted: string; readonly move: Move }): Limit => ({ ...limit, coarse_usd: limit.value_usd, outer: true });

const capacity = ({ quarter, limit, usd_per_MW }: { readonly quarter: number; readonly limit: string; readonly usd_per_MW: number }): Limit => ({
  quarter, limit, value_usd: usd_per_MW / MEGA, per: "W of available IT for the quarter", coarse_usd: usd_per_MW, amount: 0, counted: "MW", outer: false, move: more([]),
});

/** Dollars of the quarter saved by one more of a row's bound. */
const worthOf = ({ solution }: Priced, factor: number) => (row: number): number => (-solution.rowDual[row]! * MEGA) / factor;

/** The same for one more from quarter t on; 0 where the row is not at its bound. */
const worthFrom = ({ solution, model }: Priced, { rows, t, factor }: { readonly rows: readonly (number | null)[]; readonly t: number; readonly factor: readonly number[] }): number => {
  const row = rows[t]!;
  if (row === null || !isFull(model, { solution, row })) return 0;
  return rows.slice(t).reduce((sum: number, later) => (later === null ? sum : sum - solution.rowDual[later]! * MEGA), 0) / factor[t]!;
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
  if (column === null || solution.primal[column]! + 1 <= problem.vehicles[v]!.slots[t]!) return 0;
  return (-solution.columnDual[column]! * MEGA) / factor;
};
