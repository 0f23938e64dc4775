/** @module A network of satellites and stations as it changes: links, routes and latency. */
export { eitherDown, isDown, randomDowntime, weatherFailing, type DowntimeKey, type Failing } from "./downtime.ts";
export { fibreBetween } from "./fibre.ts";
export { graphOver } from "./graph.ts";
export { latencyBetween, SAMPLES_MAX, samplesOf, spreadOf, type Latency, type LatencyPeriod, type LatencySpread, type Way } from "./latency.ts";
export { moveData, type DataMoved, type Flow, type FlowMoved, type LinkRates } from "./move-data.ts";
export { nodeName, stationNode, type Downtime, type Downtimes, type FibreLink, type InterlinkLimits, type Interlinks, type Network, type NetworkStation } from "./network.ts";
export { reachFrom, weighedSpread, type PlaceTrips, type ReachAsked, type WeighedSpread } from "./reach-from.ts";
export { reachNearest, type Reach } from "./reach.ts";
export { userRequests, type UserHabits, type UserRegion } from "./user-requests.ts";
