/** Campaigns: many samples of one function over threads of this machine, or over machines with a PostgreSQL between them. */
export type * from "./campaign-record.ts";
export { campaignOf, shardCount, shardRange } from "./shards.ts";
export { folderOf, readManifest, storeOf } from "./campaign-folder.ts";
export { readShard } from "./shard-file.ts";
export { shardColumns } from "./shard-columns.ts";
export { SCENARIO_MODULE, scenarioCampaign, type ScenarioCampaign } from "./scenario-campaign.ts";
export { queryCampaign, type QueryAnswer } from "./query.ts";
export { runOnThreads, type ThreadsRun } from "./run-on-threads.ts";
export * from "./cluster/index.ts";
