/** What takes the shards of a campaign one after another, in their order: sums are then the same bytes whatever the shards' size or maker. */
import type { CampaignPlan, Design, ShardColumns } from "../risk-record.ts";

export interface Fold<T> {
  readonly add: (shard: ShardColumns) => void;
  /** What is told of the points taken so far. */
  readonly result: () => T;
}

/** Throws where shards come out of order: what is added up otherwise hangs on who was first. */
export const inOrder = <T>(fold: Fold<T>): Fold<T> => {
  let next = 0;
  return {
    add: (shard) => {
      if (shard.start !== next) throw new Error(`shard ${shard.shard} begins at point ${shard.start} and is added after ${next} points`);
      fold.add(shard);
      next = shard.end;
    },
    result: fold.result,
  };
};

/** Whether a point is a plain draw of the inputs: every point of random, latin and sobol; A and B of saltelli; none of morris, whose levels are no sample. */
export const plainPoint = ({ kind, block, factors }: Pick<Design, "kind" | "block" | "factors">): ((i: number) => boolean) => {
  if (kind === "morris") return () => false;
  if (kind !== "saltelli") return () => true;
  return (i) => i % block === 0 || i % block === factors.length + 1;
};

/** Position of an outcome. Throws where the campaign has none of the key. */
export const outcomeAt = ({ outcomes }: Pick<CampaignPlan, "outcomes">, key: string): number => {
  const at = outcomes.findIndex((outcome) => outcome.key === key);
  if (at < 0) throw new RangeError(`no outcome "${key}"; there are ${outcomes.map((outcome) => outcome.key).join(", ")}`);
  return at;
};
