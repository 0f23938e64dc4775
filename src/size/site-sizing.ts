/**
 * What `size` passes on of one ground site: the same questions as of a platform, in the same words, so that the two can be laid side by side.
 * Powers of the plant are MW and energies MWh of electricity at the site's bus unless the name says otherwise; money is real dollars.
 */
import type { Item, Ledger } from "../ledger/index.ts";
import type { CoolingPlant, GasMachine, SolarField } from "../physics/index.ts";

export interface SiteSizing {
  /** Name in the scenario, and the catalogue's entry that unwritten fields came from. */
  readonly id: string;
  readonly site: string;
  readonly status: "feasible" | "infeasible";
  /** Reasons, each with its numbers, when infeasible; empty otherwise. */
  readonly why: readonly string[];
  readonly place: { readonly latitude_deg: number; readonly longitude_deg: number; readonly elevation_m: number; readonly pressure_Pa: number };
  /** All phases built. */
  readonly servers: number;
  readonly accelerators: number;
  /** IT input at nameplate of all servers. */
  readonly it_W: number;
  /** Site power that the phases add up to: the most that the plant is built for. */
  readonly site_W: number;
  /** Dense BF16 rate and sustained token rate of all servers at full load. */
  readonly bf16_PFLOP_per_s: number;
  readonly tokens_per_s: number;
  readonly phases: readonly SitePhase[];
  /** Site power that can run in each quarter of the horizon: what the phases allow, as far as works, grid and generation are there. */
  readonly online_MW: readonly number[];
  /** Phases that come later than written, each with why and when; a late site is feasible. */
  readonly late: readonly string[];
  readonly cooling: SiteCooling;
  readonly sources: readonly PowerSource[];
  /** Null where the site has none. */
  readonly storage: SiteStorage | null;
  readonly redundancy: SiteRedundancy;
  readonly failure: { readonly rate_per_yr: number; readonly repair_h: number };
  readonly footprint: { readonly hall_m2: number; readonly plant_m2: number; readonly solar_m2: number; readonly land_m2: number };
  /** Capital, by part; the parts of all phases. */
  readonly parts: readonly SitePart[];
  /** Paid each year whether anything runs or not. */
  readonly standing: readonly SiteCost[];
  /** A year at full load by the means of the sizing; the flown year has it by the hour. */
  readonly year: SiteYear;
  /** Lines of the whole site (period "unit"): W, m2, $, $/yr. */
  readonly ledger: Ledger;
  /** What is taken as a mean, and what is left out. */
  readonly notes: readonly string[];
}

/** A step of building: from its permit to the quarter in which it can run. */
export interface SitePhase {
  readonly id: string;
  /** Site power that it adds. */
  readonly power_MW: number;
  readonly it_MW: number;
  /** Work by work; none without a plant. */
  readonly works: readonly SiteWork[];
  /** From the first work's begin to power. */
  readonly lead_months: number;
  /** Quarter in which its works begin; null where nothing is written of it, so that they hold nothing back, and without a plant. */
  readonly begin_quarter: number | null;
  /** First quarter in which it can run, counted from the horizon's epoch as every quarter of a scenario; as written. */
  readonly online_quarter: number;
  /** First quarter in which all that is written to be online by then can run; null where that is not within fifty years. */
  readonly ready_quarter: number | null;
  /** What holds it: its works, its power, its field or battery, or its own quarter. */
  readonly binds: string;
}

export interface SiteWork {
  readonly work: "land" | "shell" | "electrical" | "cooling" | "fit-out" | "it" | "interconnection" | "generation";
  /** Months after the first work's begin. */
  readonly begins_month: number;
  readonly ends_month: number;
}

export interface SiteCooling {
  /** Catalogue entry; null where the scenario gives a yearly mean alone. */
  readonly cooling: string | null;
  /** What `coolingHour` of `physics` needs; null as above. */
  readonly plant: CoolingPlant | null;
  /** Yearly means: of the climate's typical year, or as written. */
  readonly pueMean: number;
  readonly waterMean_L_per_kWh: number;
  /** In the design hour; equal to the mean where that alone is known. */
  readonly pueDesign: number;
  readonly designDryBulb_C: number | null;
  readonly designWetBulb_C: number | null;
  /** Share of the heat that the plant still takes in the design hour. */
  readonly cooledDesign_frac: number;
}

/** Where power comes from; a site may have several of a kind. */
export type PowerSource = GridSource | GasSource | NuclearSource | SolarSource;

interface SourceOf<Kind extends string> {
  readonly kind: Kind;
  /** Unique within the site. */
  readonly id: string;
  /** Most that it delivers at its design conditions. */
  readonly power_MW: number;
  /** Direct emission a kilowatt-hour delivered, at full load. */
  readonly carbon_g_per_kWh: number;
  /** Outages: share of the time that one unit is out, not by plan, and their mean length. */
  readonly outage_frac: number;
  readonly outage_h: number;
}

export interface GridSource extends SourceOf<"grid"> {
  /** Yearly mean of the energy price, without delivery. */
  readonly energy_usd_per_MWh: number;
  readonly delivery_usd_per_MWh: number;
  /** On the highest hour of each month. */
  readonly demand_usd_per_kW_month: number;
  /** Hours a year, and the share of the limit, that the operator may take away; 0 for a firm contract. */
  readonly curtailable_h_per_yr: number;
  readonly curtailable_frac: number;
}

export interface GasSource extends SourceOf<"gas"> {
  readonly generator: string;
  readonly units: number;
  readonly unit_MW: number;
  /** What `gasLimit_frac` and `gasFuel_kJ_per_kWh` of `physics` needs. */
  readonly machine: GasMachine;
  readonly fuel_usd_per_GJ: number;
  readonly carbon_kg_per_GJ: number;
  /** Upkeep that follows the energy. */
  readonly variable_usd_per_MWh: number;
}

export interface NuclearSource extends SourceOf<"nuclear"> {
  readonly generator: string;
  readonly units: number;
  readonly unit_MW: number;
  /** Planned stops for fuel: share of the time. */
  readonly refuelling_frac: number;
  /** Fuel and the upkeep that follows the energy, or the price of a contract. */
  readonly variable_usd_per_MWh: number;
}

export interface SolarSource extends SourceOf<"solar"> {
  /** Nameplate of the modules; `power_MW` is the inverters'. */
  readonly dc_MW: number;
  /** What `solarOutput_frac` of `physics` needs. */
  readonly field: SolarField;
  readonly capacity_frac: number;
}

export interface SiteStorage {
  readonly energy_MWh: number;
  readonly power_MW: number;
  readonly roundTrip_frac: number;
}

export interface SiteRedundancy {
  /** Units needed and there, for power behind the meter or backup, and for cooling. */
  readonly power: { readonly needed: number; readonly units: number };
  readonly cooling: { readonly needed: number; readonly units: number };
  /** Share of the time with power enough for all of the IT, with cooling enough, and both. */
  readonly powerAvailable_frac: number;
  readonly coolingAvailable_frac: number;
  readonly available_frac: number;
}

/** What a price moves with over time: a price of the scenario times so many units of the whole site; null for one that stands still. */
export interface SitePricedBy {
  readonly field: "serverPrice_usd" | "facilityCost_usd_per_W";
  readonly units: number;
}

export interface SitePart {
  /** Unique within the site: "facility/electrical", "generation/turbines", "servers". */
  readonly id: string;
  readonly subsystem: string;
  readonly boundary: Item;
  /** At the prices of the horizon's start. */
  readonly capital_usd: number;
  readonly pricedBy: SitePricedBy | null;
  readonly life_yr: number;
  /** What it draws or carries, where that has a meaning. */
  readonly power_W: number | null;
  readonly area_m2: number | null;
  readonly source: string;
}

export interface SiteCost {
  readonly id: string;
  readonly subsystem: string;
  readonly boundary: Item;
  readonly usd_per_yr: number;
  readonly pricedBy: SitePricedBy | null;
  readonly source: string;
}

export interface SiteYear {
  readonly it_MWh: number;
  readonly site_MWh: number;
  readonly water_m3: number;
  readonly carbon_t: number;
  /** Energy by source, in the order of the sources, and load that none of them served. */
  readonly used_MWh: readonly number[];
  readonly lost_MWh: number;
  readonly energy_usd: number;
  readonly water_usd: number;
  /** Standing costs, energy and water. */
  readonly running_usd: number;
  /** Capital of each part as an annuity over its life at the scenario's real discount rate. */
  readonly capital_usd: number;
  readonly total_usd: number;
}
