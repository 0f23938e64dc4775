/** The engine over machines. */
export { runOnCluster, type ClusterRun } from "./run-on-cluster.ts";
export { clusterWorker, type WorkerAsked, type WorkerEnd } from "./worker.ts";
export { isPassing } from "./database.ts";
