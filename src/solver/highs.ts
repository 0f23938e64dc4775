/**
 * HiGHS (WebAssembly) as the planner's solver, in Node and in a browser worker: single thread, no clock, so that the same model gives the same
 * answer on every machine. Limits are a relative gap and a number of nodes; a time only where it is asked for, for what it leaves then depends
 * on the machine.
 */
import highsModule from "highs";
import type { Highs, HighsCallbackMap, InitOptions, ModelData } from "highs";
import type { Basis, LinearModel, Solution, Solve, SolveHints, SolveNow } from "../plan/index.ts";

// The package's types are those of its CommonJS twin, in which the loader would be `.default`; the ES module exports the loader itself.
const loadHighs = highsModule as unknown as (init: InitOptions) => Promise<Highs>;

export interface HighsLimits {
  /** Relative gap at which whole-number search stops. */
  readonly gap_frac: number;
  readonly nodes: number;
  /** Seconds of one search for whole numbers; none unless it is written. */
  readonly time_s?: number;
}

/** The objective holds the price of all that is not served, beside which a launch is small: hence a gap far below what any price is known to. */
const DEFAULT_LIMITS: HighsLimits = { gap_frac: 1e-4, nodes: 1_000 };

/** A solver that is loaded at its first model. In a bundle, `init` says where highs.wasm is. */
export const highsSolver = (limits: HighsLimits = DEFAULT_LIMITS, init: InitOptions = {}): Solve => {
  let loading: Promise<Highs> | undefined;
  return async (model, hints = {}) => {
    loading ??= loadHighs(init);
    return solveWith(await loading, { model, limits, hints });
  };
};

/** The same solver once it is loaded: it answers at once. */
export const loadedHighs = async (limits: HighsLimits = DEFAULT_LIMITS, init: InitOptions = {}): Promise<SolveNow> => {
  const highs = await loadHighs(init);
  return (model, hints = {}) => solveWith(highs, { model, limits, hints });
};

const solveWith = (highs: Highs, { model, limits, hints }: { readonly model: LinearModel; readonly limits: HighsLimits; readonly hints: SolveHints }): Solution => {
  const solver = `HiGHS ${highs.version.string}`;
  if (model.columns.name.length === 0) return { ...none("optimal", solver) };
  const work = highs.createModel(modelData(highs, model));
  try {
    const tells = hints.onProgress !== undefined || hints.stop !== undefined;
    // Events come only from a solver that would log, which then logs nowhere.
    work.options.set({ output_flag: tells, log_to_console: false, mip_rel_gap: hints.gap_frac ?? limits.gap_frac, mip_max_nodes: limits.nodes, random_seed: 0 });
    if (hints.gap !== undefined) work.options.set({ mip_abs_gap: hints.gap });
    if (limits.time_s !== undefined) work.options.set({ time_limit: limits.time_s });
    begin(work, hints);
    work.run(tells ? listeners(hints) : undefined);
    const solution = readSolution(highs, { work, model, solver });
    return solution.status === "infeasible" && hints.explain === true ? { ...solution, conflict: conflictOf(highs, work) } : solution;
  } finally {
    work.dispose();
  }
};

const NO_CONFLICT: Solution["conflict"] = { rows: [], columns: [] };

type Work = ReturnType<Highs["createModel"]>;

/** Sets where to begin. */
const begin = (work: Work, { start, basis }: SolveHints): void => {
  if (basis !== undefined) work.setBasis({ colStatus: basis.columns, rowStatus: basis.rows });
  if (start === undefined) return;
  const indices = Int32Array.from(start.keys()).filter((j) => !Number.isNaN(start[j]!));
  if (indices.length === 0) return;
  work.setSolution({ indices, values: Float64Array.from(indices, (j) => start[j]!) });
};

const listeners = ({ onProgress, stop }: SolveHints): HighsCallbackMap => ({
  6: (event) => {
    const { mip_node_count, mip_gap, mip_primal_bound } = event.data;
    if (mip_node_count !== undefined && mip_gap !== undefined && mip_primal_bound !== undefined) onProgress?.({ nodes: Number(mip_node_count), gap_frac: mip_gap, objective: mip_primal_bound });
    if (stop?.() === true) event.interrupt();
    return undefined;
  },
});

const readSolution = (highs: Highs, { work, model, solver }: { readonly work: Work; readonly model: LinearModel; readonly solver: string }): Solution => {
  const codes = highs.constants.modelStatus;
  if (work.getModelStatus() === codes.unboundedOrInfeasible) {
    work.options.set("presolve", "off");
    work.run();
  }
  const status = work.getModelStatus();
  if (status === codes.infeasible) return none("infeasible", solver);
  if (status === codes.unbounded) return none("unbounded", solver);
  const whole = model.columns.integer.includes(1);
  const feasible = work.info.get("primal_solution_status") === highs.constants.solutionStatus.feasible;
  if (status !== codes.optimal && !feasible) throw new Error(`HiGHS ended with model status ${status} and no feasible point`);
  const { colValue, colDual, rowDual } = work.getSolution();
  return {
    status: status === codes.optimal ? "optimal" : "limit",
    solver,
    primal: colValue,
    rowDual: whole ? new Float64Array() : rowDual,
    columnDual: whole ? new Float64Array() : colDual,
    basis: whole ? null : basisOf(work),
    objective: work.getObjectiveValue(),
    conflict: NO_CONFLICT,
    gap_frac: whole ? Number(work.info.get("mip_gap")) : 0,
  };
};

/** By linear programs over ever fewer rows: what else HiGHS offers looks at single rows only, and finds nothing where several are at odds. */
const IIS_FROM_LP = 2;

const conflictOf = (highs: Highs, work: Work): Solution["conflict"] => {
  work.options.set("iis_strategy", IIS_FROM_LP);
  const { rowIndex, colIndex, colBound } = work.getIis();
  const { boundUpper, boundBoxed } = highs.constants.iis;
  return { rows: [...rowIndex], columns: [...colIndex].filter((_, i) => colBound[i] === boundUpper || colBound[i] === boundBoxed) };
};

const basisOf = (work: Work): Basis => {
  const { colStatus, rowStatus } = work.getBasis();
  return { columns: colStatus, rows: rowStatus };
};

const none = (status: Solution["status"], solver: string): Solution => {
  const empty = new Float64Array();
  return { status, solver, primal: empty, rowDual: empty, columnDual: empty, basis: null, conflict: NO_CONFLICT, objective: 0, gap_frac: 0 };
};

const modelData = (highs: Highs, { columns, rows, matrix }: LinearModel): ModelData => ({
  numCols: columns.name.length,
  numRows: rows.name.length,
  sense: highs.constants.objectiveSense.minimize,
  colCost: columns.cost,
  colLower: columns.lower,
  colUpper: columns.upper,
  rowLower: rows.lower,
  rowUpper: rows.upper,
  matrix: { format: "csr", numRows: rows.name.length, numCols: columns.name.length, starts: matrix.start, indices: matrix.index, values: matrix.value },
  ...(columns.integer.includes(1) ? { integrality: Int32Array.from(columns.integer) } : {}),
});

/** HiGHS with the limits that results are reported at. */
export const solveHighs: Solve = highsSolver();
