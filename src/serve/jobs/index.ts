/** Demand as jobs, run on both tiers. */
export { jobsPolicy, simulatedQuarter, simulateJobs } from "./simulate-jobs.ts";
export type { GivenJobs, JobsInput, JobsJournal } from "./simulate-jobs.ts";
export { nodesOf as jobsNodes } from "./nodes.ts";
export { rateOver } from "./class-jobs.ts";
export { splitStep } from "./split-training.ts";
export type { SplitAsked } from "./split-training.ts";
export { withSimulated } from "./with-simulated.ts";
export { arrivalTimes, drawLength } from "./draws.ts";
