/** A plan made again when something has happened: what has been built stays. */
import type { ClassPlan, OptionBuild } from "../plan-record.ts";

export interface Replan {
  readonly status: "optimal" | "infeasible";
  readonly why: readonly string[];
  /** First quarter that is decided again; all before it is as it was planned. */
  readonly asOf_quarter: number;
  readonly events: readonly string[];
  readonly quarters: readonly number[];
  readonly build: readonly OptionBuild[];
  readonly classes: readonly ClassPlan[];
  /** Present value of the whole horizon, unserved demand at its price; and that less the first plan's. */
  readonly objective_usd: number;
  readonly difference_usd: number;
  /** Of the difference: what is not served. */
  readonly shortfallDifference_usd: number;
  readonly gap_frac: number;
  readonly notes: readonly string[];
}
