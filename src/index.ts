/**
 * @module Dawndusk's front door: one verb a stage and the records they pass, beside them deals and the scheduler of two tiers. The rooms behind it have doors of their own
 * ("dawndusk/physics", "dawndusk/units", …). Nothing here touches files, threads or the clock, so it opens in a browser too.
 */
export { dealsOf } from "./deals/index.ts";
export { finance } from "./finance/index.ts";
export { fly } from "./fly/index.ts";
export { footprintOf } from "./footprint/index.ts";
export { gateOutcomes, openMarket, settle, withAccess } from "./market/index.ts";
export { plan } from "./plan/index.ts";
export { run, runUntil } from "./run/index.ts";
export { load, loadScenario, ScenarioError } from "./scenario/index.ts";
export { simulate } from "./schedule/index.ts";
export { serve } from "./serve/index.ts";
export { size } from "./size/index.ts";

export type { Funding } from "./capital/index.ts";
export type { Deals } from "./deals/index.ts";
export type { Boundary, CashFlow, Finance, Levelised, RealOptions, Statement, Verdict } from "./finance/index.ts";
export type { Delivered, FleetCrew, FleetFlight, Flight, FlightSummary, FlyPorts, SeriesSink } from "./fly/index.ts";
export type { FootprintRecord, SkyLoad, TierFootprint } from "./footprint/index.ts";
export type { Item, Ledger, LedgerLine } from "./ledger/index.ts";
export type { Allocation, GateOutcome, Market, MarketView, Settlement, Transfer } from "./market/index.ts";
export type { LinearModel, Plan, PlanOption, Solution, Solve } from "./plan/index.ts";
export type { Run, RunPorts, StageName } from "./run/index.ts";
export type { Assumption, Files, Loaded, LoadOptions, Problem, Scenario } from "./scenario/index.ts";
export type { Job, Policy, Simulation, Supply, Workload } from "./schedule/index.ts";
export type { Service } from "./serve/index.ts";
export type { PlatformSizing, Sizing } from "./size/index.ts";
