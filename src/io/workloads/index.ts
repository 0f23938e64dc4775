/** Readers of others' workloads, and the Parquet form of a schedule. */
export type { Assume, ReadWorkload } from "./reading.ts";
export { readBatsim } from "./batsim.ts";
export { readGaia } from "./gaia.ts";
export { readGavel } from "./gavel.ts";
export { GAVEL_CHIPS, gavelRate, type GavelRate } from "./gavel-throughputs.ts";
export { readKubernetes } from "./kubernetes.ts";
export { readBatch, readBatchRequests } from "./openai-batch.ts";
export type { BatchRequest } from "./openai-batch.ts";
export { readAzureRequests, readMooncakeRequests, readRates, SERVEGEN } from "./requests.ts";
export type { Rates, Requests } from "./requests.ts";
export { runsParquet } from "./runs-parquet.ts";
export { readSacct } from "./sacct.ts";
export { readSlurmScript } from "./slurm-script.ts";
export { readSwf } from "./swf.ts";
