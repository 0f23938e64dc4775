/** The results of a campaign in the order of its points, a shard at a time: memory is a shard's, however many there are. */
import { designOf, samplerOf, shardsOf, type CampaignPlan, type ShardColumns, type ShardSpan } from "../../risk/index.ts";
import type { ShardFile, ShardResult } from "./campaign-record.ts";
import { readShard } from "./shard-file.ts";

/** Shards one after another; of one that is missing the inputs as they would have been, and no outcome. */
export async function* shardColumns(plan: CampaignPlan, finished: readonly ShardResult[], store: string): AsyncGenerator<ShardColumns> {
  const files = new Map(finished.map((result) => [result.shard, result]));
  const names = [...plan.inputs.map(({ path }) => path), ...plan.outcomes.map(({ key }) => key)];
  const missing = missingShards(plan);
  const read = async (span: ShardSpan): Promise<ShardColumns> => {
    const file: ShardFile | undefined = files.get(span.shard);
    if (file === undefined) return missing(span);
    const columns = await readShard(store, file, names);
    return { ...span, inputs: columns.slice(0, plan.inputs.length), outcomes: columns.slice(plan.inputs.length) };
  };
  for (const span of shardsOf(plan)) yield await read(span);
}

const missingShards = (plan: CampaignPlan): ((span: ShardSpan) => ShardColumns) => {
  const design = designOf(plan.design);
  const sampler = samplerOf(plan.inputs, plan.correlations);
  const u = new Float64Array(design.dimensions);
  const x = new Float64Array(plan.inputs.length);
  return (span) => {
    const rows = span.end - span.start;
    const inputs = plan.inputs.map(() => new Float64Array(rows));
    for (let row = 0; row < rows; row++) {
      design.point(span.start + row, u);
      sampler.sample(u, x);
      for (let i = 0; i < x.length; i++) inputs[i]![row] = x[i]!;
    }
    return { ...span, inputs, outcomes: plan.outcomes.map(() => new Float64Array(rows).fill(Number.NaN)) };
  };
};
