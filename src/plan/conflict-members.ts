/**
 * What a plan can be asked to give up when it cannot be: one limit, the launches of one vehicle, or money, each in one quarter.
 *
 * Giving up launches of a quarter lifts what is on offer in it and every rule over quarters that holds it (families/launches.ts); giving up
 * money lifts the balance of the quarter. What a model says of stock, payload and service is no member: it holds whatever is given up.
 */
import type { Layout } from "./formulate.ts";
import type { LinearModel } from "./linear-model.ts";
import type { PlanCase } from "./plan-case.ts";

export interface Member {
  /** "factory", "launches/starship", "cash". */
  readonly id: string;
  /** Position of its quarter in the horizon. */
  readonly t: number;
  /** Rows, and upper bounds of columns, that are lifted. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Every member of a problem, limits first. */
export const conflictMembers = (problem: PlanCase, { model, layout }: { readonly model: LinearModel; readonly layout: Layout }): readonly Member[] => [
  ...problem.limits.flatMap(({ id }, i) => layout.limits[i]!.row.map((row, t): Member => ({ id, t, rows: [row], columns: [] }))),
  ...problem.vehicles.flatMap(({ id, name }, v) => launchMembers(model, { id: `launches/${id}`, name, launch: layout.vehicles[v]!.launch })),
  ...(layout.cash === null ? [] : layout.cash.row.map((row, t): Member => ({ id: "cash", t, rows: [row], columns: [] }))),
];

const RULES = ["slots", "yearslots", "allslots", "beside"];

const launchMembers = ({ rows, matrix }: LinearModel, { id, name, launch }: { readonly id: string; readonly name: string; readonly launch: readonly (number | null)[] }): readonly Member[] => {
  const rules = rows.name.flatMap((row, i) => (RULES.some((rule) => row.startsWith(`${rule}_${name}_`)) ? [i] : []));
  return launch.flatMap((column, t) => {
    if (column === null) return [];
    const holding = rules.filter((row) => matrix.index.subarray(matrix.start[row]!, matrix.start[row + 1]!).includes(column));
    return [{ id, t, rows: holding, columns: [column] }];
  });
};

/** The model with all of these given up. */
export const givenUp = (model: LinearModel, members: readonly Member[]): LinearModel => {
  const [lower, upper, most] = [model.rows.lower.slice(), model.rows.upper.slice(), model.columns.upper.slice()];
  for (const { rows, columns } of members) {
    for (const row of rows) {
      lower[row] = -Infinity;
      upper[row] = Infinity;
    }
    for (const column of columns) most[column] = Infinity;
  }
  return { ...model, rows: { ...model.rows, lower, upper }, columns: { ...model.columns, upper: most } };
};
