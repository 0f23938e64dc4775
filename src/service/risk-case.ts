/** How sure a case's answer is: a campaign over what it leaves uncertain, as sections to lay out. */
import { campaignFaults, campaignSays, campaignSections, type Section } from "../report/index.ts";
import { shardRunner, shardsOf, type CampaignPlan, type DesignKind, type Evaluator, type ShardColumns } from "../risk/index.ts";
import { campaignPlan, campaignReport, contentHash, NotEvaluated, type BasePorts, type CampaignEnded, type EvaluatorBase } from "../run/index.ts";
import type { Problem, Scenario } from "../scenario/index.ts";
import type { Case } from "./case.ts";
import { keptEvaluators, type EvaluatorKept } from "./kept-evaluators.ts";

export interface RiskAsk {
  readonly case: Case;
  readonly design: DesignKind;
  /** At most so many; whole blocks of the design are laid. */
  readonly evaluations: number;
}

/** On the way: flights of the table that the evaluator stands on, then evaluations. */
export type RiskTold = { readonly flights: number } | { readonly done: number; readonly of: number };

export type CaseRisk =
  | { readonly ok: true; readonly campaign: string; readonly says: readonly string[]; readonly faults: readonly string[]; readonly sections: readonly Section[]; /** What was varied. */ readonly paths: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly why: string };

export interface RiskSubject {
  readonly scenario: Scenario;
  readonly base: EvaluatorBase;
  readonly evaluator: Evaluator;
  readonly plan: CampaignPlan;
}

export type Computed = Pick<CampaignEnded, "campaign" | "shards" | "leftOut" | "alarms" | "interrupted">;

/** Who computes the shards: this thread, or a machine's. */
export type ComputeShards = (subject: RiskSubject, told: (points: { readonly done: number; readonly of: number }) => void) => Promise<Computed>;

/** One shard after another, here. */
export const computeHere: ComputeShards = async ({ plan, evaluator }, told) => {
  const run = shardRunner(plan, evaluator);
  function* shards(): Generator<ShardColumns> {
    for (const span of shardsOf(plan)) {
      yield run(span);
      told({ done: span.end, of: plan.points });
    }
  }
  return { campaign: await contentHash(plan), shards: shards(), leftOut: [], alarms: [], interrupted: false };
};

export interface RiskPorts extends BasePorts {
  readonly tell: (told: RiskTold) => void;
  readonly compute: ComputeShards;
}

export const riskCase = async ({ case: given, design, evaluations }: RiskAsk, { tell, compute, ...ports }: RiskPorts, evaluatorKept: EvaluatorKept = keptEvaluators()): Promise<CaseRisk> => {
  try {
    const found = await evaluatorKept(given, { ...ports, onFlight: (flights) => tell({ flights }) });
    if (!found.ok) return found;
    const { scenario, base, evaluator, correlations } = found;
    const plan = await campaignPlan({ scenario, evaluator, correlations, design, asked: { evaluations }, seed: scenario.uncertainty.seed, secondOrder: false });
    const report = await campaignReport({ scenario: scenario.name, evaluator, plan, ...(await compute({ scenario, base, evaluator, plan }, tell)) });
    return { ok: true, campaign: report.campaign, says: campaignSays(report), faults: campaignFaults(report), sections: campaignSections(report), paths: evaluator.inputs.map(({ path }) => path) };
  } catch (error) {
    return notEvaluated(error);
  }
};

/** What cannot be evaluated says so in words; anything else is a fault of ours. */
export const notEvaluated = (error: unknown): { readonly ok: false; readonly why: string } => {
  if (error instanceof RangeError || error instanceof NotEvaluated) return { ok: false, why: error.message };
  throw error;
};
