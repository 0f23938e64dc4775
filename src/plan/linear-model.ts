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
  /** Least price of what one more of a whole-number column buys, whatever its deposit, salvage or chance; left out where nothing whole is bought. In units of the objective. */
  readonly cheapestWhole?: number;
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
  /** Of a linear program; null where there is none. */
  readonly basis: Basis | null;
  /** Of an infeasible linear program that was asked to explain: rows, and columns' upper bounds, that cannot hold together, and would without any one of them; empty otherwise. */
  readonly conflict: { readonly rows: readonly number[]; readonly columns: readonly number[] };
  /** Distance to the proven bound over the objective; 0 for a linear program. */
  readonly gap_frac: number;
}

/** Which columns and rows stood at a bound: a solver's own codes, to be handed back to it with a model of the same shape. */
export interface Basis {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

export interface SolveProgress {
  readonly nodes: number;
  readonly gap_frac: number;
  readonly objective: number;
}

/** What may help a solver, or hold it; a solver may leave any of it aside, and the answer within its gap is no other. */
export interface SolveHints {
  /** Values of columns to begin the search for whole numbers from; NaN where nothing is known. */
  readonly start?: Float64Array;
  /** Where a linear program of the same shape stood. */
  readonly basis?: Basis;
  /** Relative gap that is enough, instead of the solver's own. */
  readonly gap_frac?: number;
  /** Gap that is enough too, in units of the objective. */
  readonly gap?: number;
  readonly onProgress?: (progress: SolveProgress) => void;
  /** Whether an infeasible linear program should say which of its bounds cannot hold together. */
  readonly explain?: true;
  /** Asked now and then: whether to end with the best point so far. */
  readonly stop?: () => boolean;
}

/** Solves a model; rejects when the solver fails, never for an infeasible model. */
export type Solve = (model: LinearModel, hints?: SolveHints) => Promise<Solution>;

/** Whole-number columns of a solution by name, on a model that has some of the same columns; NaN for the others, and for what its bounds do not allow. */
export const startFrom = (model: LinearModel, { model: before, primal }: { readonly model: LinearModel; readonly primal: Float64Array }): Float64Array => {
  const known = new Map(before.columns.name.map((name, j) => [name, primal[j]!]));
  const { name: names, integer, lower, upper } = model.columns;
  return Float64Array.from(names, (name, j) => {
    const value = known.get(name);
    return integer[j] === 1 && value !== undefined && Math.round(value) >= lower[j]! && Math.round(value) <= upper[j]! ? Math.round(value) : Number.NaN;
  });
};

/** The model with one row more. */
export const withRow = (model: LinearModel, { name, terms, upper }: { readonly name: string; readonly terms: readonly (readonly [column: number, coefficient: number])[]; readonly upper: number }): LinearModel => ({
  ...model,
  rows: { name: [...model.rows.name, name], lower: concatenated(Float64Array, model.rows.lower, [-Infinity]), upper: concatenated(Float64Array, model.rows.upper, [upper]) },
  matrix: {
    start: concatenated(Int32Array, model.matrix.start, [model.matrix.index.length + terms.length]),
    index: concatenated(Int32Array, model.matrix.index, terms.map(([column]) => column)),
    value: concatenated(Float64Array, model.matrix.value, terms.map(([, coefficient]) => coefficient)),
  },
});

/** The model with a column more that is 1 in every point: a constant in the objective. */
export const withConstant = (model: LinearModel, { name, cost }: { readonly name: string; readonly cost: number }): LinearModel => {
  const { columns } = model;
  return {
    ...model,
    columns: {
      name: [...columns.name, name], lower: concatenated(Float64Array, columns.lower, [1]), upper: concatenated(Float64Array, columns.upper, [1]),
      cost: concatenated(Float64Array, columns.cost, [cost]), integer: concatenated(Uint8Array, columns.integer, [0]),
    },
  };
};

const concatenated = <T extends Int32Array | Float64Array | Uint8Array>(of: new (length: number) => T, first: T, rest: readonly number[]): T => {
  const all = new of(first.length + rest.length);
  all.set(first);
  all.set(rest, first.length);
  return all;
};

/** The linear program of a model: whole numbers may be parts. */
export const inParts = (model: LinearModel): LinearModel => ({ ...model, name: `${model.name}-parts`, columns: { ...model.columns, integer: model.columns.integer.map(() => 0) } });

/** The model with its whole-number columns fixed where a solution has them: a linear program, whose duals have a meaning. */
export const fixIntegers = (model: LinearModel, primal: Float64Array): LinearModel => {
  const fix = (bound: Float64Array): Float64Array => bound.map((value, j) => (model.columns.integer[j] === 1 ? Math.round(primal[j]!) : value));
  const { name, cost, integer, lower, upper } = model.columns;
  return { ...model, name: `${model.name}-fixed`, columns: { name, cost, lower: fix(lower), upper: fix(upper), integer: new Uint8Array(integer.length) } };
};
