/** A scenario as a campaign: the record from which any thread or machine computes a shard of it. */
import { contentHash, DAWNDUSK_VERSION, MODEL_VERSION } from "../../run/index.ts";
import type { EvaluatorBase } from "../../run/evaluate/index.ts";
import { designOf, samplerOf, shardSizeFor, specFor, type CampaignPlan, type Correlation, type DesignKind, type Evaluator } from "../../risk/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import type { Campaign } from "./campaign-record.ts";
import { campaignOf } from "./shards.ts";

/** URL of the module that computes it. */
export const SCENARIO_MODULE = new URL(`./scenario-computation.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url).href;

export interface CampaignAsked {
  readonly scenario: Scenario;
  /** What the evaluator stands on, found once: threads begin from it. */
  readonly base: EvaluatorBase;
  /** The scenario compiled on it, which says what goes in and comes out. */
  readonly evaluator: Evaluator;
  readonly correlations: readonly Correlation[];
  readonly design: DesignKind;
  /** Evaluations at most, of which whole blocks of the design are laid; or blocks. */
  readonly asked: { readonly evaluations: number } | { readonly blocks: number };
  readonly seed: number;
  readonly secondOrder: boolean;
}

/** What a thread needs of a scenario's campaign. */
export interface ScenarioSubject {
  readonly plan: CampaignPlan;
  readonly scenario: Scenario;
  readonly base: EvaluatorBase;
}

export interface ScenarioCampaign {
  readonly campaign: Campaign;
  readonly plan: CampaignPlan;
}

/** So many shards at least, that threads end together. */
const SHARDS_WANTED = 48;
/** Half a second of a model of 8,000 evaluations a second, and 1 to 2 MB. */
const SHARD_MAX = 4096;

/** Lays the plan. Throws RangeError where there are fewer evaluations than two blocks of the design, or the inputs cannot be sampled. */
export const scenarioCampaign = async ({ scenario, base, evaluator, correlations, design, asked, seed, secondOrder }: CampaignAsked): Promise<ScenarioCampaign> => {
  const sampler = samplerOf(evaluator.inputs, correlations);
  const spec = (samples: number) => specFor(sampler, { kind: design, samples, seed, secondOrder });
  const { block } = designOf(spec(2));
  const samples = "blocks" in asked ? asked.blocks : Math.floor(asked.evaluations / block);
  if (samples < 2) throw new RangeError(`fewer evaluations than two blocks of ${block}, which ${design} takes for ${evaluator.inputs.length} inputs`);
  const points = samples * block;
  const plan: CampaignPlan = {
    scenarioHash: await contentHash(scenario), modelVersion: MODEL_VERSION, inputs: evaluator.inputs, correlations, outcomes: evaluator.outcomes, choices: evaluator.choices,
    design: spec(samples), points, shardSize: shardSizeFor(block, Math.min(SHARD_MAX, Math.ceil(points / SHARDS_WANTED))),
  };
  const subject: ScenarioSubject = { plan, scenario, base };
  // As another machine will read it.
  const written: unknown = JSON.parse(JSON.stringify(subject));
  return { plan, campaign: await campaignOf({ name: scenario.name, dawndusk: DAWNDUSK_VERSION, modelVersion: MODEL_VERSION, samples: points, shardSize: plan.shardSize, subject: written }) };
};
