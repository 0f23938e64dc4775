/** What a campaign found, from its shards as they are read, in order. */
import { analysisFold, tornadoOf, type CampaignPlan, type Evaluator, type ShardColumns, type SobolIndices } from "../risk/index.ts";
import type { CampaignReport } from "../report/index.ts";
import { DAWNDUSK_VERSION, MODEL_VERSION } from "./version.ts";

export interface CampaignEnded extends Pick<CampaignReport, "campaign" | "scenario" | "leftOut" | "alarms" | "interrupted"> {
  readonly evaluator: Evaluator;
  readonly plan: CampaignPlan;
  /** In the order of the points, as far as they are there. */
  readonly shards: AsyncIterable<ShardColumns> | Iterable<ShardColumns>;
}

export const campaignReport = async ({ evaluator, plan, shards, ...ended }: CampaignEnded): Promise<CampaignReport> => {
  const fold = analysisFold(plan);
  for await (const shard of shards) fold.add(shard);
  const { indices, ...analysis } = fold.result();
  const told = indices.filter(isTold);
  const untold = indices.filter((one) => one.baseSamples > 0 && !told.includes(one)).map(({ outcome }) => outcome);
  return {
    dawndusk: DAWNDUSK_VERSION, modelVersion: MODEL_VERSION, plan, ...ended, analysis: { ...analysis, indices: told }, tornado: tornadoOf(evaluator),
    notes: [...evaluator.notes, ...(untold.length === 0 ? [] : [`Too few base samples exist, or vary, to tell what decides ${untold.join(", ")}.`])],
  };
};

/** Not an outcome that never exists, nor one whose variance is 0 in what a bootstrap draws. */
const isTold = ({ baseSamples, factors, pairs }: SobolIndices): boolean =>
  baseSamples > 0 && [...factors.flatMap(({ first, total }) => [first, total]), ...pairs.map(({ second }) => second)].every(({ value, low, high }) => Number.isFinite(value) && Number.isFinite(low) && Number.isFinite(high));
