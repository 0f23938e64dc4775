import type { CommonOptions } from "./options.ts";

/** Options of a study, as commander gives them. */
export interface StudyOptions extends CommonOptions {
  readonly sweep: readonly string[];
  readonly pareto?: string;
  readonly over: readonly string[];
  readonly cost?: true;
  readonly measures?: string;
  readonly format?: "table" | "csv" | "json";
  readonly seed?: string;
  readonly population?: string;
  readonly generations?: string;
}
