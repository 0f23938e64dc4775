/**
 * @module Dawndusk's front door: one verb a stage and the records they pass. The rooms behind it have doors of their own
 * ("dawndusk/physics", "dawndusk/units", …). Nothing here touches files, threads or the clock, so it opens in a browser too.
 */
export { serve } from "./serve/index.ts";

export type { Flight, FlightSummary, SeriesSink } from "./fly/index.ts";
export type { Finance, Levelised, Verdict } from "./finance/index.ts";
export type { Ledger, LedgerLine } from "./ledger/index.ts";
export type { Plan } from "./plan/index.ts";
export type { Assumption, Scenario } from "./scenario/index.ts";
export type { Service } from "./serve/index.ts";
export type { Sizing } from "./size/index.ts";
