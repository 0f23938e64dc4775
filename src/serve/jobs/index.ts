/** Demand as jobs, run on both tiers. */
export { jobsPolicy } from "./jobs-policy.ts";
export { simulatedQuarter, simulateJobs } from "./simulate-jobs.ts";
export type { GivenJobs, JobsInput, JobsJournal } from "./simulate-jobs.ts";
export { nodesOf as jobsNodes } from "./nodes.ts";
export { OPEN_NETWORK, placeLinks } from "./place-links.ts";
export type { JobsNetwork, LinksAsked, PlaceLinks } from "./place-links.ts";
export { stationLinks } from "./station-links.ts";
export type { LinkPlace, LinkStation, LinkSteps, StationLinks, StationUse } from "./station-links.ts";
export { rateOver } from "./class-jobs.ts";
export { splitStep } from "./split-training.ts";
export type { SplitAsked } from "./split-training.ts";
export { withSimulated } from "./with-simulated.ts";
export { boughtNotes } from "./slo-credits.ts";
export { arrivalTimes, drawLength } from "./draws.ts";
