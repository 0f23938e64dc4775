/** What each alternative of a choice is worth in each kept row, more always better: outcomes, with their sign turned where less is better. */
import type { CampaignPlan, Choice } from "../risk-record.ts";
import { outcomeAt } from "./fold.ts";
import type { KeptRows } from "./kept-rows.ts";

export interface Stakes {
  /** A column an alternative, a row a kept point in which every alternative exists. */
  readonly worth: readonly Float64Array[];
  /** The same rows of the inputs. */
  readonly inputs: readonly Float64Array[];
  readonly rows: number;
  /** Rows left out. */
  readonly missing: number;
}

export const stakesOf = (plan: Pick<CampaignPlan, "outcomes">, choice: Choice, kept: KeptRows): Stakes => {
  const sign = choice.better === "low" ? -1 : 1;
  const columns = choice.alternatives.map(({ outcome }) => kept.outcomes[outcomeAt(plan, outcome)]!);
  const at = Array.from({ length: kept.rows }, (_, row) => row).filter((row) => columns.every((column) => !Number.isNaN(column[row])));
  const picked = (column: Float64Array, factor: number): Float64Array => Float64Array.from(at, (row) => factor * column[row]!);
  return { worth: columns.map((column) => picked(column, sign)), inputs: kept.inputs.map((column) => picked(column, 1)), rows: at.length, missing: kept.rows - at.length };
};

/** Mean of a column, in its order. */
export const meanOf = (column: Float64Array): number => column.reduce((sum, v) => sum + v, 0) / column.length;

/** Position of the largest number; the first of equals. */
export const bestOf = (values: readonly number[]): number => values.reduce((best, v, i) => (v > values[best]! ? i : best), 0);
