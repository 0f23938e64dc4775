/**
 * What a plan can be asked to give up when it cannot be: one limit, the launches of one vehicle, or money, each in one quarter; and the lead of
 * an order.
 *
 * Giving up launches of a quarter lifts what is on offer in it and every rule over quarters that holds it (families/launches.ts); giving up
 * money lifts the balance of the quarter; giving up a lead, that what is had was ordered, in the quarters for which it is too late to order.
 * What was decided before is no member. What a model says of stock, payload and service is no member: it holds whatever is given up.
 */
import type { Layout } from "./formulate.ts";
import type { LinearModel } from "./linear-model.ts";
import { ordersOf } from "./plan-case.ts";
import type { PlanCase } from "./plan-case.ts";

export interface Member {
  /** "factory", "launches/starship", "cash", "order/starship". */
  readonly id: string;
  /** Position of its quarter in the horizon; of a lead, of the first in which an order can be placed. */
  readonly t: number;
  /** Rows, and upper bounds of columns, that are lifted. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Every member of a problem, limits first. */
export const conflictMembers = (problem: PlanCase, { model, layout }: { readonly model: LinearModel; readonly layout: Layout }): readonly Member[] => [
  ...problem.limits.flatMap(({ id }, i) => layout.limits[i]!.row.map((row, t): Member => ({ id, t, rows: [row], columns: [] }))),
  ...problem.vehicles.flatMap(({ id, name }, v) => launchMembers(model, { id: `launches/${id}`, name, launch: layout.vehicles[v]!.launch, from: firstFree(problem) })),
  ...(layout.cash === null ? [] : layout.cash.row.map((row, t): Member => ({ id: "cash", t, rows: [row], columns: [] }))),
  ...ordersOf(problem).map(({ id, terms: { lead } }, i): Member => ({ id, t: firstFree(problem), rows: layout.orders[i]!.row.slice(firstFree(problem), firstFree(problem) + lead), columns: [] })),
];

/** Position of the first quarter that is not decided yet. */
export const firstFree = ({ past }: Pick<PlanCase, "past">): number => (past === undefined ? 0 : past.quarters);

const RULES = ["slots", "yearslots", "allslots", "beside"];

const launchMembers = ({ rows, matrix }: LinearModel, { id, name, launch, from }: { readonly id: string; readonly name: string; readonly launch: readonly (number | null)[]; readonly from: number }): readonly Member[] => {
  const rules = rows.name.flatMap((row, i) => (RULES.some((rule) => row.startsWith(`${rule}_${name}_`)) ? [i] : []));
  return launch.flatMap((column, t) => {
    if (column === null || t < from) return [];
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
