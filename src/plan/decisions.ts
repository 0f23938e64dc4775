/** A solution read by the columns of its problem. */
import type { Layout } from "./formulate.ts";
import type { PlanCase } from "./plan-case.ts";

/** Solver's feasibility tolerance: what is nearer to zero than this is zero. */
export const TOLERANCE = 1e-7;

/** Value of a column in a solution; 0 where there is no column. */
export type Read = (column: number | null) => number;

export const reader = (primal: Float64Array): Read => (column) => {
  if (column === null) return 0;
  const value = primal[column]!;
  if (!Number.isFinite(value)) throw new Error(`the solver returned ${value} for column ${column}`);
  return Math.abs(value) < TOLERANCE ? 0 : value;
};

export interface Decisions {
  readonly problem: PlanCase;
  readonly layout: Layout;
  readonly read: Read;
}
