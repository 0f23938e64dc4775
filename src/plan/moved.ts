/** What moving bounds of a solved linear program saves: the program solved again from where it stood. */
import type { LinearModel, Solve } from "./linear-model.ts";
import type { Move, Priced } from "./shadow-prices.ts";

/** Objective saved, in its own units, by moving these bounds by `step`; null where the program has no answer then. */
export const savedBy = async ({ model, solution }: Priced, { move, step, solve }: { readonly move: Move; readonly step: number; readonly solve: Solve }): Promise<number | null> => {
  const moved = await solve(movedBy(model, move, step), solution.basis === null ? {} : { basis: solution.basis });
  return moved.primal.length === 0 ? null : solution.objective - moved.objective;
};

const movedBy = (model: LinearModel, { rows, columns, by }: Move, step: number): LinearModel => {
  const shift = (bound: Float64Array, at: readonly number[]): Float64Array => bound.map((value, i) => (at.includes(i) ? value + by * step : value));
  return {
    ...model,
    name: `${model.name}-moved`,
    columns: { ...model.columns, lower: shift(model.columns.lower, columns), upper: shift(model.columns.upper, columns) },
    rows: { ...model.rows, lower: shift(model.rows.lower, rows), upper: shift(model.rows.upper, rows) },
  };
};
