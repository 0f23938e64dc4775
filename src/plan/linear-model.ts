/** The port between the planner and whatever solves it: a sparse linear program with whole-number columns, minimised. */

export interface LinearModel {
  readonly name: string;
  readonly columns: {
    /** Unique; letters, digits, "_" and "." only, so that LP text can hold them. */
    readonly name: readonly string[];
    readonly lower: Float64Array;
    readonly upper: Float64Array;
    readonly cost: Float64Array;
    /** 1 for a whole number. */
    readonly integer: Uint8Array;
  };
  readonly rows: {
    readonly name: readonly string[];
    readonly lower: Float64Array;
    readonly upper: Float64Array;
  };
  /** Compressed sparse rows: row i holds entries start[i] to start[i + 1] (exclusive) of column `index` and `value`. */
  readonly matrix: { readonly start: Int32Array; readonly index: Int32Array; readonly value: Float64Array };
}

export interface Solution {
  /** "limit": a feasible point, not proven within the gap when the node or iteration limit came. */
  readonly status: "optimal" | "limit" | "infeasible" | "unbounded";
  readonly solver: string;
  /** One value a column; empty without a feasible point. */
  readonly primal: Float64Array;
  /** Change of the objective for one more of a row's bound, and of a column's bound; empty for a model with whole-number columns. */
  readonly rowDual: Float64Array;
  readonly columnDual: Float64Array;
  readonly objective: number;
  /** Distance to the proven bound over the objective; 0 for a linear program. */
  readonly gap_frac: number;
}

/** Solves a model; rejects when the solver fails, never for an infeasible model. */
export type Solve = (model: LinearModel) => Promise<Solution>;

/** The model with its whole-number columns fixed where a solution has them: a linear program, whose duals have a meaning. */
export const fixIntegers = (model: LinearModel, primal: Float64Array): LinearModel => {
  const fix = (bound: Float64Array): Float64Array => bound.map((value, j) => (model.columns.integer[j] === 1 ? Math.round(primal[j]!) : value));
  const { name, cost, integer, lower, upper } = model.columns;
  return { ...model, name: `${model.name}-fixed`, columns: { name, cost, lower: fix(lower), upper: fix(upper), integer: new Uint8Array(integer.length) } };
};
