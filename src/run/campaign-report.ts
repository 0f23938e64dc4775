/** What a campaign found, from its shards as they are read, in order. */
import { analysisFold, tornadoOf, untoldBecause, type CampaignPlan, type CampaignReport, type Evaluator, type ShardColumns, type SobolIndices } from "../risk/index.ts";
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
  return {
    dawndusk: DAWNDUSK_VERSION, modelVersion: MODEL_VERSION, plan, ...ended, analysis: { ...analysis, indices: indices.filter((one) => untoldBecause(one) === null) }, tornado: tornadoOf(evaluator),
    notes: [...evaluator.notes, ...untoldNotes(indices)],
  };
};

/** Of which outcomes no shares of the variance are told, though they exist. */
const untoldNotes = (indices: readonly SobolIndices[]): readonly string[] => {
  const untold = (why: ReturnType<typeof untoldBecause>): string => indices.filter((one) => untoldBecause(one) === why).map(({ outcome }) => outcome).join(", ");
  const [few, lacking] = [untold("few"), untold("lacking")];
  return [
    ...(few === "" ? [] : [`Too few base samples exist, or vary, to tell what decides ${few}.`]),
    ...(lacking === "" ? [] : [`What decides is not told of what does not exist in more than a tenth of the base samples, for among the others the inputs are not independent: ${lacking}.`]),
  ];
};
