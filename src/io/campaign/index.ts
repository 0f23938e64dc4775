/** Campaigns: many samples of one function over threads of this machine, or over machines with a PostgreSQL between them. */
export type * from "./campaign-record.ts";
export { campaignOf, shardCount, shardRange, shardSizeOf } from "./shards.ts";
export { folderOf, readManifest, storeOf, writeManifest } from "./campaign-folder.ts";
export { holdsShard, readShard, SAMPLE_COLUMN } from "./shard-file.ts";
export { runOnThreads, type ThreadsRun } from "./run-on-threads.ts";
export { runOnCluster, type ClusterRun } from "./cluster/run-on-cluster.ts";
export { clusterWorker, type WorkerAsked, type WorkerEnd } from "./cluster/worker.ts";
