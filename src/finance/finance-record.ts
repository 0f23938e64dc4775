/** What `finance` passes on: levelised cost of compute by tier on one boundary, the plan's cash flow, and what is inside. */
import type { Funding } from "../capital/index.ts";
import type { Item } from "../ledger/index.ts";
import type { Levelised } from "./levelised-record.ts";
import type { LevelisedVariant, PowerCost, ProjectMeasures } from "./measures/index.ts";
import type { Statement } from "./statement/index.ts";
import type { WorkedCost } from "./worked.ts";

export type { Levelised } from "./levelised-record.ts";
export type { WorkedCost } from "./worked.ts";

/** What an option's price of tokens stands on: its server's rate, prompt and generated tokens together, of nameplate. */
export interface TokenRate {
  readonly option: string;
  readonly server: string;
  readonly rate_token_per_J: number;
  /** Model, precision, lengths and speed that were measured; null where the rate is an estimate for no model. */
  readonly workload: string | null;
}

export interface Finance {
  readonly priceYear: number;
  readonly realRate_per_yr: { readonly ground: number; readonly orbit: number };
  /** Best option of each tier; null for a tier that the scenario does not have or that cannot be built. */
  readonly ground: Levelised | null;
  readonly orbit: Levelised | null;
  /** Every option, cheapest first. */
  readonly options: readonly Levelised[];
  readonly verdict: Verdict;
  readonly boundary: Boundary;
  readonly cash: CashFlow;
  /** Highest and mean shadow price of capacity over the horizon, $ per kW-yr delivered: shown beside the base cost, never instead of it. */
  readonly scarcity: { readonly mean_usd_per_kW_yr: number; readonly highest_usd_per_kW_yr: number };
  /** Every option by every convention; the headline is the real one at the year's end. */
  readonly variants: readonly LevelisedVariant[];
  /** Electricity of the best option of each tier. */
  readonly power: readonly PowerCost[];
  /** Nominal cash by quarter; null for a plan that is infeasible. */
  readonly statement: Statement | null;
  /** The plan after tax, where there is one, and each tier of it before; none of a plan that is infeasible. */
  readonly projects: readonly ProjectMeasures[];
  /** Who pays: the capital stack on the statement; null without one. */
  readonly funding: Funding | null;
  /** What the $/Mtoken of each option stands on; `run` knows. */
  readonly tokenRates: readonly TokenRate[];
  /** What waiting costs, by cause; empty where finance.delay asks for none. */
  readonly delays: readonly DelayCost[];
  /** What an hour of work kept costs each class on each tier, out of the days of jobs; empty without them. */
  readonly worked: readonly WorkedCost[];
  readonly notes: readonly string[];
}

/** The plan solved again with everything of one cause later. */
export interface DelayCost {
  readonly cause: "grid" | "permit" | "launch";
  readonly by_yr: number;
  /** What is later, in words; what stays, when nothing of the cause is there. */
  readonly what: string;
  readonly status: "optimal" | "infeasible";
  /** Real, as the plan's own; null where no plan meets the limits. */
  readonly npv_usd: number | null;
  /** Net present value now less that; below zero where waiting pays. */
  readonly cost_usd: number | null;
  /** Share of what is wanted that is not served, now and then. */
  readonly unserved_frac: { readonly now: number; readonly then: number | null };
}

export interface Verdict {
  /** "orbit is 3.1 times the cost of ground", in words with the numbers. */
  readonly text: string;
  /** Orbit over ground, $/kW-yr; null when either is missing. */
  readonly ratio: number | null;
  /** Launch price at which the two are equal, everything else as it is; null when none does it. */
  readonly breakEvenLaunch_usd_per_kg: number | null;
}

export interface Boundary {
  readonly inside: readonly { readonly item: Item; readonly ground: boolean; readonly orbit: boolean; readonly what: string }[];
  readonly outside: readonly string[];
}

export interface CashFlow {
  readonly quarters: readonly number[];
  readonly ground_usd: readonly number[];
  readonly orbit_usd: readonly number[];
  readonly revenue_usd: readonly number[];
  /** What the market settles beside the plan; null where it settles nothing with who plans. */
  readonly market: MarketCash | null;
  /** Of the plan; the market's are its own. */
  readonly cost_pv_usd: number;
  readonly revenue_pv_usd: number;
  /** Revenue less cost, of the plan and of the market. */
  readonly npv_usd: number;
  readonly salvage_pv_usd: number;
}

/** By quarter, both above zero: take-or-pay, reservations and an owner's cost of what it sells; what is sold. */
export interface MarketCash {
  readonly paid_usd: readonly number[];
  readonly earned_usd: readonly number[];
  readonly paid_pv_usd: number;
  readonly earned_pv_usd: number;
}
