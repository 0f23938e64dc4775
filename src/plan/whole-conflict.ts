/**
 * Which limits cannot hold together where whole launches alone are the reason: the linear program has a point and the one with whole launches
 * has none, so no dual and no ray says why.
 *
 * Deletion filter (Chinneck and Dravnieks 1991): each limit in turn is given up over the whole horizon; where there is still no point it was no
 * part of the reason and stays given up, else it is taken back. What is left has no point, and has one without any one of them. One search a
 * limit, with nothing to minimise; where a search ends at its node limit the limit counts as needed.
 */
import type { Layout } from "./formulate.ts";
import type { LinearModel, Solve } from "./linear-model.ts";
import type { PlanCase } from "./plan-case.ts";

interface Group {
  readonly name: string;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Names of an irreducible set of limits that leave whole launches no point; throws nothing of its own. */
export const wholeConflict = async (problem: PlanCase, { model, layout }: { readonly model: LinearModel; readonly layout: Layout }, solve: Solve): Promise<readonly string[]> => {
  const idle: LinearModel = { ...model, name: `${model.name}-whole`, columns: { ...model.columns, cost: new Float64Array(model.columns.cost.length) } };
  let given: readonly Group[] = [];
  const kept: string[] = [];
  for (const group of groupsOf(problem, { model, layout })) {
    if (await isInfeasible(without(idle, [...given, group]), solve)) given = [...given, group];
    else kept.push(group.name);
  }
  return kept;
};

const isInfeasible = async (model: LinearModel, solve: Solve): Promise<boolean> => {
  try {
    return (await solve(model)).status === "infeasible";
  } catch {
    // Neither a point nor a proof within the node limit.
    return false;
  }
};

const groupsOf = (problem: PlanCase, { model, layout }: { readonly model: LinearModel; readonly layout: Layout }): readonly Group[] => [
  ...problem.limits.map(({ id }, i) => ({ name: id, rows: layout.limits[i]!.row, columns: [] })),
  ...problem.vehicles.map(({ id, name }, v) => ({
    name: `launches/${id}`,
    rows: model.rows.name.flatMap((row, i) => (["slots", "yearslots", "allslots"].some((kind) => row.startsWith(`${kind}_${name}_`)) ? [i] : [])),
    columns: layout.vehicles[v]!.launch.flatMap((column) => (column === null ? [] : [column])),
  })),
  ...(layout.cash === null ? [] : [{ name: "cash", rows: layout.cash.row, columns: [] }]),
];

/** The model without these bounds. */
const without = (model: LinearModel, groups: readonly Group[]): LinearModel => {
  const [lower, upper, most] = [model.rows.lower.slice(), model.rows.upper.slice(), model.columns.upper.slice()];
  for (const { rows, columns } of groups) {
    for (const row of rows) {
      lower[row] = -Infinity;
      upper[row] = Infinity;
    }
    for (const column of columns) most[column] = Infinity;
  }
  return { ...model, rows: { ...model.rows, lower, upper }, columns: { ...model.columns, upper: most } };
};
