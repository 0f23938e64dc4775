/** What a site's flown year passes on: means, sums and months; the series by the hour go to sinks. Energies are MWh of electricity at the site's bus. */

export interface SiteFlight {
  /** Name in the scenario. */
  readonly id: string;
  readonly year: number;
  readonly start_utc: string;
  readonly hours: number;
  /** What each input stands on. */
  readonly of: { readonly price: "hours" | "shape" | "mean"; readonly carbon: "hours" | "mean"; readonly air: "hours" | "dry bulb and climate" | "climate" | "none"; readonly load: "telemetry" | "nameplate" };
  readonly energy: SiteEnergy;
  /** IT energy wanted and not run, by reason; they sum to wanted less IT. */
  readonly lost: SiteLost;
  /** IT energy run over IT energy wanted. */
  readonly delivered_frac: number;
  /** The same but for servers under repair, which `serve` counts by itself: what power, cooling and the site's limit leave. */
  readonly plantDelivered_frac: number;
  /** How long 99 % or more of the servers that are up run, and how long none does; means of the drawn years, an outage by its length. */
  readonly usable_h: number;
  readonly dark_h: number;
  readonly outages: SiteOutageSummary;
  /** What the engines of the house burnt, mean of the drawn years: in fuel and carbon of the site too. */
  readonly backup: { readonly fuel_GJ: number; readonly usd: number; readonly carbon_t: number };
  /** Site energy over IT energy of the year; of its worst and best hour. */
  readonly pue: number;
  readonly pueWorst: number;
  readonly pueBest: number;
  readonly water_m3: number;
  /** Over IT energy. */
  readonly water_L_per_kWh: number;
  readonly price: SitePrice;
  readonly money: SiteMoney;
  /** Direct emission of the electricity, tonnes of CO2, and grams over IT energy. */
  readonly carbon_t: number;
  readonly carbon_g_per_kWh: number;
  /** Servers' worth of accelerators that failed and are bought again, and servers whose life ends, a flown year. */
  readonly replaced_servers: number;
  readonly refreshed_servers: number;
  /** Null without measured power. */
  readonly telemetry: SiteTelemetry | null;
  /** Twelve values each, January first. */
  readonly monthly: SiteMonths;
}

/** wanted = it + lost; sum of sources + backup + out of the store - into it = it + overhead. */
export interface SiteEnergy {
  readonly wanted_MWh: number;
  readonly it_MWh: number;
  readonly overhead_MWh: number;
  readonly site_MWh: number;
  readonly sources: readonly SiteSourceYear[];
  readonly backup_MWh: number;
  /** Losses are into - out - change. */
  readonly storage: { readonly into_MWh: number; readonly outOf_MWh: number; readonly change_MWh: number; readonly lost_MWh: number } | null;
  /** Of the balance at the bus, over site energy. */
  readonly residual_frac: number;
}

export interface SiteSourceYear {
  readonly id: string;
  readonly kind: "grid" | "gas" | "nuclear" | "solar";
  readonly used_MWh: number;
  /** Of the Sun: what the field could have given more. 0 for others. */
  readonly unused_MWh: number;
  readonly peak_MW: number;
  readonly carbon_t: number;
  readonly usd: number;
}

export interface SiteLost {
  readonly failed_MWh: number;
  readonly cooling_MWh: number;
  /** IT and overhead would pass the site's power. */
  readonly limit_MWh: number;
  /** Power planned for does not reach: in hours of the curtailable contract, of the site's own limit of price, and others. */
  readonly contract_MWh: number;
  readonly price_MWh: number;
  readonly short_MWh: number;
  readonly outage_MWh: number;
  /** Of wanted = it + lost. */
  readonly residual_frac: number;
}

export interface SiteOutageSummary {
  /** Drawn years; 0 where nothing can be out. */
  readonly years: number;
  readonly seed: number;
  /** Site energy shed: mean of the drawn years with its standard error, worst in twenty, MWh; how long any is. */
  readonly shedMean_MWh: number;
  readonly shedError_MWh: number;
  readonly shedWorstOf20_MWh: number;
  readonly shedMean_h: number;
  readonly grid_per_yr: number;
  readonly failedStarts_per_yr: number;
}

export interface SitePrice {
  /** Plain mean of the hours, without delivery; and what the site pays for energy from the grid, with delivery; null where it takes none. */
  readonly mean_usd_per_MWh: number;
  readonly paid_usd_per_MWh: number | null;
  readonly dearest: readonly { readonly start_utc: string; readonly usd_per_MWh: number }[];
}

/** Dollars of the flown year. items sum to total. */
export interface SiteMoney {
  readonly gridEnergy_usd: number;
  readonly delivery_usd: number;
  readonly demand_usd: number;
  readonly fuel_usd: number;
  /** Upkeep that follows the energy, nuclear fuel and contracts. */
  readonly variable_usd: number;
  readonly water_usd: number;
  /** Failed accelerators bought again. */
  readonly replacement_usd: number;
  readonly total_usd: number;
  /** Energy of all kinds over IT energy. */
  readonly energy_usd_per_MWh: number;
  /** Months against items. */
  readonly residual_frac: number;
}

export interface SiteTelemetry {
  readonly measured_MWh: number;
  /** Flown less measured site power: over the measured mean, and root mean square of the hours over it. */
  readonly bias_frac: number;
  readonly rms_frac: number;
  /** Null where IT power was not measured. */
  readonly pueMeasured: number | null;
}

export interface SiteMonths {
  readonly price_usd_per_MWh: readonly number[];
  readonly it_MWh: readonly number[];
  readonly site_MWh: readonly number[];
  /** Null in a month without IT. */
  readonly pue: readonly (number | null)[];
  readonly water_m3: readonly number[];
  readonly carbon_t: readonly number[];
  readonly energy_usd: readonly number[];
  readonly lost_MWh: readonly number[];
  readonly gridPeak_MW: readonly number[];
}

/**
 * Columns of a site's series, one row an hour, in this order: start of the hour from the start of the year; then of each hour price and carbon of
 * the grid, dry bulb (NaN where nothing tells it), IT, site and grid power, gas, nuclear and solar power, power into the store less out of it, what
 * is shed or short of site power, litres of water, kilograms of CO2. Powers are means of the drawn years.
 */
export const SITE_COLUMNS = [
  "t_s", "price_usd_per_MWh", "carbon_g_per_kWh", "dryBulb_C", "it_MW", "site_MW", "grid_MW", "gas_MW", "nuclear_MW", "solar_MW", "store_MW", "short_MW", "water_L", "carbon_kg",
] as const;
