/**
 * A campaign as shards: which points each has, and what an evaluator makes of them. A shard's columns hang on the plan and the shard's number
 * alone: not on who computes it, when, or beside what.
 */
import { designOf } from "./design/index.ts";
import { samplerOf } from "./inputs/index.ts";
import type { CampaignPlan, DesignKind, DesignSpec, Evaluator, Sampler, ShardColumns, ShardSpan } from "./risk-record.ts";

/** What is asked of a campaign. */
export interface CampaignCase {
  readonly kind: DesignKind;
  /** Base samples, as in `DesignSpec`. */
  readonly samples: number;
  readonly seed: number;
  readonly secondOrder: boolean;
}

/** The design that fits a sampler: its coordinates, its factors. */
export const specFor = ({ dimensions, factors }: Sampler, { kind, samples, seed, secondOrder }: CampaignCase): DesignSpec => ({
  kind,
  dimensions,
  samples,
  seed,
  factors: factors.map(({ coordinates }) => coordinates),
  secondOrder,
  scramble: "owen",
});

/** Points of a shard where whoever plans does not say: whole blocks, some 4,096 points. */
export const shardSizeFor = (block: number, wanted = 4096): number => Math.max(1, Math.floor(wanted / block)) * block;

/** The shards of a campaign, in order. */
export const shardsOf = ({ points, shardSize }: Pick<CampaignPlan, "points" | "shardSize">): readonly ShardSpan[] =>
  Array.from({ length: Math.ceil(points / shardSize) }, (_, shard) => ({ shard, start: shard * shardSize, end: Math.min(points, (shard + 1) * shardSize) }));

/** Computes shards of a campaign: compiled once, then one shard after another in any order. Throws where evaluator and plan do not fit, and on an input that is not finite. */
export const shardRunner = (plan: CampaignPlan, evaluator: Evaluator): ((span: ShardSpan) => ShardColumns) => {
  requireFit(plan, evaluator);
  const design = designOf(plan.design);
  const sampler = samplerOf(plan.inputs, plan.correlations);
  const u = new Float64Array(design.dimensions);
  const x = new Float64Array(plan.inputs.length);
  const y = new Float64Array(plan.outcomes.length);
  return (span) => {
    const rows = span.end - span.start;
    const inputs = plan.inputs.map(() => new Float64Array(rows));
    const outcomes = plan.outcomes.map(() => new Float64Array(rows));
    for (let row = 0; row < rows; row++) {
      design.point(span.start + row, u);
      sampler.sample(u, x);
      for (let i = 0; i < x.length; i++) inputs[i]![row] = x[i]!;
      evaluator.evaluate(x, y);
      for (let k = 0; k < y.length; k++) outcomes[k]![row] = y[k]!;
    }
    requireFinite(inputs, plan, span);
    return { ...span, inputs, outcomes };
  };
};

const requireFit = (plan: CampaignPlan, { inputs, outcomes }: Evaluator): void => {
  const same = JSON.stringify(inputs) === JSON.stringify(plan.inputs) && outcomes.map(({ key }) => key).join() === plan.outcomes.map(({ key }) => key).join();
  if (!same) throw new Error("the evaluator has other inputs or outcomes than the campaign");
};

const requireFinite = (inputs: readonly Float64Array[], plan: CampaignPlan, { start }: ShardSpan): void => {
  inputs.forEach((column, i) => {
    const odd = column.findIndex((value) => !Number.isFinite(value));
    if (odd >= 0) throw new RangeError(`${plan.inputs[i]!.path} is ${column[odd]} at point ${start + odd}`);
  });
};
