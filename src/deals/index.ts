/** @module Deals: who owns a company, on which terms its shares are bought, what control costs, and what an exit pays. */
export type { CapState, ClassState, Holder, Lot, Promised, Right, ShareClass } from "./company.ts";
export type { Agreement, DealEvent, Paid, Target } from "./deal-event.ts";
export { exact, type Exact } from "./exact.ts";
export { applied, stateOf, type Closing, type Entry } from "./log.ts";
export { capTable, type CapTable, type Owned } from "./cap-table.ts";
export { enact, type History, type Stand } from "./enact.ts";
export { DealError, type DealProblem } from "./problem.ts";
export { breakpointsOf, claimsOf, waterfall, type Breakpoint, type Claim, type Payout, type Waterfall } from "./waterfall.ts";
export { dealsOf, enactDeals, quarterOf } from "./deals.ts";
export type { Deals, DealExit, DealStep } from "./deals-record.ts";
export type { ReachedThreshold } from "./control.ts";
export type { Mix } from "./cheapest-mix.ts";
export { ocfManifest, writeOcf, type OcfCompany, type OcfFiles, type OcfObject } from "./ocf-write.ts";
export { OcfError, readOcf, type ReadOcf, type Unsupported } from "./ocf-read.ts";
export { ocfScenario } from "./ocf-scenario.ts";
