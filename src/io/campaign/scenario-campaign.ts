/** A scenario as a campaign: the record from which any thread or machine computes a shard of it. */
import { campaignPlan, DAWNDUSK_VERSION, MODEL_VERSION, type CampaignAsked } from "../../run/index.ts";
import type { EvaluatorBase } from "../../run/evaluate/index.ts";
import type { CampaignPlan } from "../../risk/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import type { Campaign } from "./campaign-record.ts";
import { campaignOf } from "./shards.ts";

/** URL of the module that computes it. */
export const SCENARIO_MODULE = new URL(`./scenario-computation.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url).href;

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

/** Lays the plan; `base` is what the evaluator stands on, found once: threads begin from it. Throws as `campaignPlan`. */
export const scenarioCampaign = async ({ base, ...asked }: CampaignAsked & { readonly base: EvaluatorBase }): Promise<ScenarioCampaign> => {
  const plan = await campaignPlan(asked);
  const subject: ScenarioSubject = { plan, scenario: asked.scenario, base };
  // As another machine will read it.
  const written: unknown = JSON.parse(JSON.stringify(subject));
  return { plan, campaign: await campaignOf({ name: asked.scenario.name, dawndusk: DAWNDUSK_VERSION, modelVersion: MODEL_VERSION, samples: plan.points, shardSize: plan.shardSize, subject: written }) };
};
