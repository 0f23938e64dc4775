/** What `plan` passes on: what is built and launched in which quarter, what it costs line by line, and what one more unit of a scarce thing is worth. */
import type { Ledger, LedgerLine, Tier } from "../ledger/index.ts";

export interface Plan {
  readonly status: "optimal" | "infeasible";
  readonly why: readonly string[];
  /** Quarters of the horizon, as whole numbers (year * 4 + 0..3). */
  readonly quarters: readonly number[];
  /** What could be built: one per ground site, one per pair of platform and vehicle. */
  readonly options: readonly PlanOption[];
  readonly build: readonly OptionBuild[];
  readonly classes: readonly ClassPlan[];
  /** What is ordered before it is had: platforms and launches with a lead; none without. */
  readonly orders: readonly OrderPlan[];
  /** What flies on which vehicle in each quarter: platforms, refresh and cargo, with the mass and volume that they take. */
  readonly manifest: readonly ManifestEntry[];
  /** What is brought to platforms in service; none where they need nothing. */
  readonly cargo: readonly CargoPlan[];
  readonly shadowPrices: readonly ShadowPrice[];
  /** The limit that costs most in each quarter (shadow price times amount of it), in words, with what one more saves when solved again; "" where none binds. */
  readonly binding: readonly string[];
  /** Real dollars, undiscounted, by quarter (period "2027-Q3"), subsystem "abilene/servers" or the like; salvage is a credit in the last quarter. The objective is its present value (middle of each quarter, one rate for both tiers) plus the priced shortfall. */
  readonly ledger: Ledger;
  /** The same demand with one tier alone, one for each tier there is, and on each other terms that a vehicle can be had on; none of a plan that is infeasible. */
  readonly twins: readonly PlanTwin[];
  /** Plans that cost nearly the same, each as unlike those before it as it can be: as many as plan.alternatives asks for. */
  readonly alternatives: readonly PlanAlternative[];
  readonly solver: { readonly name: string; readonly variables: number; readonly constraints: number; readonly nonzeros: number; readonly integers: number; readonly gap_frac: number; readonly objective_usd: number };
  readonly notes: readonly string[];
}

/** A plan with options left out, beside the plan. */
export interface PlanTwin {
  /** "ground only", "own nova". */
  readonly id: string;
  /** Fewer options, or other terms of access to a vehicle. */
  readonly kind: "tier" | "access";
  /** Infeasible where not even its own targets can be met: its numbers are then 0. */
  readonly status: "optimal" | "infeasible";
  /** Present value of what it costs, unserved demand at its price included; and that less the plan's. */
  readonly objective_usd: number;
  readonly difference_usd: number;
  /** Present value of what is not served, and its share of what is wanted over the horizon. */
  readonly shortfall_usd: number;
  readonly unserved_frac: number;
  /** Of all vehicles, with platforms or cargo. */
  readonly launches: number;
  readonly gap_frac: number;
  readonly built: readonly { readonly option: string; readonly units: number; readonly launches: number }[];
}

export interface PlanAlternative extends Pick<PlanTwin, "id" | "objective_usd" | "difference_usd" | "shortfall_usd" | "unserved_frac" | "launches" | "built"> {
  /** How unlike the plan it is, by way and year: 0 the same, 1 nothing in common (unlike.ts). */
  readonly unlike_frac: number;
  readonly years: readonly YearTotals[];
}

/** Nameplate in service at the end of a calendar year by tier, and launches in it. */
export interface YearTotals {
  readonly year: number;
  readonly ground_W: number;
  readonly orbit_W: number;
  readonly launches: number;
}

/** One way to get capacity, with the lines that one unit brings. The same lines feed the plan's objective, its ledger and the levelised cost. */
export interface PlanOption {
  /** "ground/abilene", "orbit/starship". */
  readonly id: string;
  readonly tier: Exclude<Tier, "both">;
  /** "1 MW of site power", "1 platform". */
  readonly unit: string;
  readonly itNameplate_W: number;
  readonly accelerators: number;
  readonly bf16_PFLOP_per_s: number;
  readonly tokens_per_s: number;
  readonly life_yr: number;
  /** Added to the discount rate in its levelised cost. */
  readonly premium_per_yr: number;
  /** Share of nameplate that works and is available in each year of life: failures, wear, eclipse, outages, and in orbit the chance that the launch failed. */
  readonly available_frac: readonly number[];
  /** Quarter whose prices the lines below are: the first in which a unit can be had. The plan itself uses each quarter's own. */
  readonly priceQuarter: number;
  /** For one unit bought (period "unit"): in orbit one platform launched, with its share of a full launch. */
  readonly capital: readonly CapitalLine[];
  /** Dollars a year of one unit bought, at full load whenever it is available (period "unit-year"; data in orbit: mean over its life). */
  readonly yearly: readonly LedgerLine[];
  /** Mass of one unit as launched; null on the ground. */
  readonly unitMass_kg: number | null;
  /** The vehicle that brings it; null for what is built where it stands. */
  readonly launchedOn: string | null;
  /** "order/platforms" where units are ordered with a lead. */
  readonly orders: string | null;
  /** Units that one launch carries, for orbit; whole unless launches are bought by the kilogram. */
  readonly perLaunch: number | null;
  readonly limits: string;
}

/** A purchase of one unit with its own life, bought again within the option's life when that is longer. */
export interface CapitalLine {
  readonly line: LedgerLine;
  readonly life_yr: number;
}

export interface OptionBuild {
  readonly option: string;
  /** Units bought, of these lost in failed launches (expected), launches made (0 on the ground), and units in service (expected: without the lost), in each quarter. */
  readonly built: readonly number[];
  readonly lost: readonly number[];
  readonly launches: readonly number[];
  readonly inService: readonly number[];
  /** Of those built: how many replace units that reached the end of their life. */
  readonly refresh: readonly number[];
  /** Units in service whose shorter-lived parts (servers on the ground) were bought again. */
  readonly renewed: readonly number[];
}

/** Orders of platforms, or of a vehicle's launches, by quarter. */
export interface OrderPlan {
  /** "order/platforms", "order/starship". */
  readonly id: string;
  readonly of: "units" | "launches";
  readonly lead_yr: number;
  readonly ordered: readonly number[];
  /** Their lead is over and they are not used yet. */
  readonly open: readonly number[];
  /** Paid with the orders of the quarter; the rest is paid when they are had. */
  readonly deposit_usd: readonly number[];
}

/** Launches of one vehicle in one quarter, and all that is aboard of them. */
export interface ManifestEntry {
  readonly quarter: number;
  readonly vehicle: string;
  readonly launches: number;
  /** What all of them hold, packing taken off. */
  readonly hold_kg: number;
  readonly hold_m3: number;
  readonly aboard: readonly {
    /** "orbit/starship", "cargo-krypton". */
    readonly what: string;
    /** Platforms; of these what replaces platforms at the end of their life; cargo. */
    readonly kind: "platforms" | "refresh" | "cargo";
    /** Platforms, or tonnes of cargo without container. */
    readonly units: number;
    readonly mass_kg: number;
    readonly volume_m3: number;
  }[];
}

/** A cargo by quarter: what was loaded (without container), what of it arrived (expected), what was used and what is kept; units in service that stand idle for want of anything. */
export interface CargoPlan {
  readonly id: string;
  readonly loaded_kg: readonly number[];
  readonly arrived_kg: readonly number[];
  readonly used_kg: readonly number[];
  readonly kept_kg: readonly number[];
  readonly idle: readonly number[];
}

export interface ClassPlan {
  readonly id: string;
  /** Share of what it earns that is given back for work that is late (serve, days of jobs). */
  readonly credit_frac: number;
  /** What the objective counts for what is not served, real dollars by quarter: not a payment, so not in the ledger. */
  readonly shortfall_usd: readonly number[];
  readonly wanted_W: readonly number[];
  readonly ground_W: readonly number[];
  readonly orbit_W: readonly number[];
  readonly unserved_W: readonly number[];
}

/** Worth of a limit in one quarter at the margin (a dual), in real dollars of that quarter for one more unit. */
export interface ShadowPrice {
  readonly quarter: number;
  /** "capacity/ground", "launches/starship", "factory", "grid/abilene", "build/abilene", "fleetMax"; "target": what one platform less would save. */
  readonly limit: string;
  readonly value_usd: number;
  readonly per: string;
}
