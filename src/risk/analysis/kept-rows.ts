/**
 * The first plain points of a campaign, kept whole: for scatter, rules, regret and value of information, which need inputs beside outcomes. Of every
 * design here the first points are a sample like the rest, so that memory is flat in the number of points.
 */
import { designOf } from "../design/index.ts";
import type { CampaignPlan, ShardColumns } from "../risk-record.ts";
import { plainPoint, type Fold } from "./fold.ts";

/** A row a point; a column an input and an outcome. */
export interface KeptRows {
  readonly rows: number;
  readonly inputs: readonly Float64Array[];
  readonly outcomes: readonly Float64Array[];
}

/** 16,384. */
export const KEPT_ROWS = 1 << 14;

export const keptRowsFold = (plan: CampaignPlan, most = KEPT_ROWS): Fold<KeptRows> => {
  const isPlain = plainPoint(designOf(plan.design));
  const inputs = plan.inputs.map(() => new Float64Array(most));
  const outcomes = plan.outcomes.map(() => new Float64Array(most));
  let rows = 0;
  return {
    add: ({ start, end, ...shard }: ShardColumns) => {
      for (let i = start; i < end && rows < most; i++) {
        if (!isPlain(i)) continue;
        inputs.forEach((column, k) => (column[rows] = shard.inputs[k]![i - start]!));
        outcomes.forEach((column, k) => (column[rows] = shard.outcomes[k]![i - start]!));
        rows++;
      }
    },
    result: () => ({ rows, inputs: inputs.map((column) => column.slice(0, rows)), outcomes: outcomes.map((column) => column.slice(0, rows)) }),
  };
};
