/** @module Demand: what is wanted, which tier may serve it, and a replayed week. */
export * from "./service.ts";
export * from "./simulated.ts";
export { boughtNotes, jobsNodes, jobsPolicy, OPEN_NETWORK, placeLinks, rateOver, simulatedQuarter, simulateJobs, splitStep, stationLinks, withSimulated } from "./jobs/index.ts";
export type { GivenJobs, JobsInput, JobsJournal, JobsNetwork, LinkPlace, LinksAsked, LinkStation, LinkSteps, PlaceLinks, SplitAsked, StationLinks, StationUse } from "./jobs/index.ts";
export { quartersOf, serve, servePlanned } from "./serve.ts";
export type { PlannedService, ServeInput } from "./serve.ts";
export { peakToMean } from "./peak-to-mean.ts";
export { orbitTraining } from "./interlink.ts";
export { passLink, type PassLink } from "./downlink.ts";
export { platformLinks } from "./platform-links.ts";
export type { PlatformLinks } from "./platform-links.ts";
export { stationRain } from "./rain.ts";
export type { StationRain } from "./rain.ts";
export { hourlyProfile, hourlyRate } from "./hourly.ts";
export { firstMonday_s, replayWeek } from "./replay.ts";
export type { Pools, ReplayClass } from "./replay.ts";
export { hasHours, type SiteMeans } from "./site-means.ts";
export { USER_CITIES } from "./users.ts";
