/** A scenario's campaign laid out: which points there are, in which shards. */
import { designOf, samplerOf, shardSizeFor, specFor, type CampaignPlan, type Correlation, type DesignKind, type Evaluator } from "../risk/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { contentHash } from "./hash.ts";
import { MODEL_VERSION } from "./version.ts";

export interface CampaignAsked {
  readonly scenario: Scenario;
  /** The scenario compiled, which says what goes in and comes out. */
  readonly evaluator: Evaluator;
  readonly correlations: readonly Correlation[];
  readonly design: DesignKind;
  /** Evaluations at most, of which whole blocks of the design are laid; or blocks. */
  readonly asked: { readonly evaluations: number } | { readonly blocks: number };
  readonly seed: number;
  readonly secondOrder: boolean;
}

/** So many shards at least, that threads end together. */
const SHARDS_WANTED = 48;
/** Half a second of a model of 8,000 evaluations a second, and 1 to 2 MB. */
const SHARD_MAX = 4096;

/** Lays the plan. Throws RangeError where there are fewer evaluations than two blocks of the design, or the inputs cannot be sampled. */
export const campaignPlan = async ({ scenario, evaluator, correlations, design, asked, seed, secondOrder }: CampaignAsked): Promise<CampaignPlan> => {
  const sampler = samplerOf(evaluator.inputs, correlations);
  const spec = (samples: number) => specFor(sampler, { kind: design, samples, seed, secondOrder });
  const { block } = designOf(spec(2));
  const samples = "blocks" in asked ? asked.blocks : Math.floor(asked.evaluations / block);
  if (samples < 2) throw new RangeError(`fewer evaluations than two blocks of ${block}, which ${design} takes for ${evaluator.inputs.length} inputs`);
  const points = samples * block;
  return {
    scenarioHash: await contentHash(scenario), modelVersion: MODEL_VERSION, inputs: evaluator.inputs, correlations, outcomes: evaluator.outcomes, choices: evaluator.choices,
    design: spec(samples), points, shardSize: shardSizeFor(block, Math.min(SHARD_MAX, Math.ceil(points / SHARDS_WANTED))),
  };
};
