/** What a campaign found: what its page and text are made of. */
import type { Frontier, RiskAnalysis, Tornado } from "./analysis/index.ts";
import type { CampaignPlan } from "./risk-record.ts";

/** Points that no result was had of, and what each attempt ended with. */
export interface LeftOut {
  readonly start: number;
  readonly end: number;
  readonly causes: readonly string[];
}

export interface CampaignReport {
  readonly dawndusk: string;
  readonly modelVersion: string;
  /** Name of the scenario. */
  readonly scenario: string;
  /** Hash of all that the campaign is made of. */
  readonly campaign: string;
  readonly plan: CampaignPlan;
  readonly analysis: RiskAnalysis;
  readonly tornado: Tornado;
  /** Where the first two alternatives of the first choice break even; left out where nobody asked. */
  readonly frontier?: Frontier;
  readonly notes: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** Shards that came out with other bytes when they were computed again. */
  readonly alarms: readonly string[];
  readonly interrupted: boolean;
}
