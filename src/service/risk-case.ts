/** How sure a case's answer is: a campaign over what it leaves uncertain, as sections to lay out. */
import { campaignFaults, campaignSays, campaignSections, type Section } from "../report/index.ts";
import { shardRunner, shardsOf, type CampaignPlan, type DesignKind, type Evaluator, type ShardColumns } from "../risk/index.ts";
import { campaignPlan, campaignReport, compileEvaluator, contentHash, evaluatorBase, NotEvaluated, riskInputs, type BasePorts, type CampaignEnded, type EvaluatorBase } from "../run/index.ts";
import type { Problem, Scenario } from "../scenario/index.ts";
import { loadCase, type Case } from "./case.ts";

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

/** Purchases and launches are held at those of the centre, flights interpolated: as `dawndusk risk` does unless told. */
const HELD = { plan: "frozen", flight: "interpolated" } as const;

export const riskCase = async ({ case: given, design, evaluations }: RiskAsk, { tell, compute, ...ports }: RiskPorts): Promise<CaseRisk> => {
  const loaded = loadCase(given);
  if (!loaded.ok) return loaded;
  const { scenario } = loaded;
  try {
    const flying = { ...ports, onFlight: (flights: number) => tell({ flights }) };
    const { inputs, correlations, notes } = await riskInputs(scenario, HELD, flying);
    if (inputs.length === 0) return { ok: false, why: "the scenario has no uncertain field: write one as a distribution" };
    const base = await evaluatorBase(scenario, { inputs, ...HELD }, flying);
    const compiled = compileEvaluator(scenario, base);
    const evaluator = { ...compiled, notes: [...notes, ...compiled.notes] };
    const plan = await campaignPlan({ scenario, evaluator, correlations, design, asked: { evaluations }, seed: scenario.uncertainty.seed, secondOrder: false });
    const report = await campaignReport({ scenario: scenario.name, evaluator, plan, ...(await compute({ scenario, base, evaluator, plan }, tell)) });
    return { ok: true, campaign: report.campaign, says: campaignSays(report), faults: campaignFaults(report), sections: campaignSections(report), paths: inputs.map(({ path }) => path) };
  } catch (error) {
    // What cannot be evaluated says so in words; anything else is a fault of ours.
    if (error instanceof RangeError || error instanceof NotEvaluated) return { ok: false, why: error.message };
    throw error;
  }
};
