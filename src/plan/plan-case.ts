/** The numbers of one planning problem, all by quarter of the horizon: what `formulate` writes down and `interpret` reads back. */
import type { Item } from "../ledger/index.ts";

/** A price in real dollars, by quarter. */
export interface PricedLine {
  readonly subsystem: string;
  readonly boundary: Item;
  readonly source: string;
  readonly usd: readonly number[];
}

/** A purchase for one unit, with its life in quarters. */
export interface CapitalPrice extends PricedLine {
  readonly life: number;
}

export interface SiteCase {
  readonly id: string;
  readonly name: string;
  /** Site power that the phases online by then allow, and the most that can be added in the quarter, MW. */
  readonly grid_MW: readonly number[];
  readonly build_MW: readonly number[];
  /** Mean IT power that one megawatt of site power can run: availability over PUE. */
  readonly it_MW_per_MW: number;
  /** Life of a megawatt, quarters. */
  readonly life: number;
  /** For one megawatt of site power. */
  readonly capital: readonly CapitalPrice[];
  /** Dollars a year for one megawatt of site power in service, whatever it runs. */
  readonly standing: readonly PricedLine[];
  /** Dollars a year for one megawatt of IT that runs all year. */
  readonly running: readonly PricedLine[];
}

export interface VehicleCase {
  readonly id: string;
  readonly name: string;
  readonly perLaunch: number;
  readonly reliability: number;
  /** Launches that can be bought in the quarter; 0 before it is available. */
  readonly slots: readonly number[];
  readonly integer: boolean;
  readonly launch: CapitalPrice;
  readonly limits: string;
}

export interface FleetCase {
  /** Life of a platform, quarters. */
  readonly life: number;
  readonly it_MW: number;
  /** Share of nameplate there is to be used, by year of life. */
  readonly available_frac: readonly number[];
  /** Platforms that the factory finishes in the quarter; most and least in service. */
  readonly factory: readonly number[];
  readonly fleetMax: readonly number[];
  readonly target: readonly number[] | null;
  /** Mean rate of one platform by stations and relay; of all stations together; of one platform by the relay alone. */
  readonly link_B_per_s: number;
  readonly stations_B_per_s: number;
  readonly relay_B_per_s: number;
  /** What a dollar of platforms and launches, less salvage, counts when the plan decides: 1 without finance.orbitPremium. */
  readonly charge: number;
  /** For one platform at the pad. */
  readonly capital: readonly CapitalPrice[];
  /** Dollars a year for one platform in service. */
  readonly standing: readonly PricedLine[];
  /** Dollars for one gigabyte between orbit and the ground. */
  readonly data: PricedLine;
}

export interface ClassCase {
  readonly id: string;
  readonly name: string;
  readonly wanted_MW: readonly number[];
  readonly ground: boolean;
  readonly orbit: boolean;
  /** Peak over mean by deadline, for deadlines not shorter than the class's own. */
  readonly smoothing: readonly { readonly deferral_h: number; readonly peakToMean: number }[];
  readonly data_B_per_J: number;
  /** Work kept over work run, by tier: served power over IT power that runs for it. */
  readonly useful_frac: { readonly ground: number; readonly orbit: number };
  readonly shortfall_usd_per_MWh: number;
}

export interface PlanCase {
  readonly quarters: readonly number[];
  /** Present value of a real dollar of each quarter: one rate for every flow of both tiers. */
  readonly factor: readonly number[];
  readonly salvage: boolean;
  readonly sites: readonly SiteCase[];
  /** Vehicles that can carry at least one platform. */
  readonly vehicles: readonly VehicleCase[];
  /** Null for a scenario without orbit or with a platform that does not close. */
  readonly fleet: FleetCase | null;
  readonly classes: readonly ClassCase[];
}
