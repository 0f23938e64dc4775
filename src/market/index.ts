/** @module Who gets which launches, platforms and megawatts: allocation of shared capacity, gates, and who pays whom. */
export * from "./market-record.ts";
export { allocate } from "./allocate.ts";
export type { Allotment, Claimed, Reserved, Supply } from "./allocate.ts";
export { hasMarket, NOBODY_ELSE, openMarket } from "./open-market.ts";
export { withAccess } from "./access.ts";
export { settleLaunch } from "./launch-terms.ts";
export { quantileOf } from "./quantile.ts";
export { gateOutcomes } from "./gates.ts";
export { settle } from "./settle.ts";
export type { Launched } from "./settle.ts";
export { judgeMilestones, milestonesOf } from "./milestones.ts";
export type { Judged, PlannedFleet } from "./milestones.ts";
