/** What `fly` passes on: summaries of the flown periods; the series by the minute go to sinks, never into this record. */
import type { Ledger } from "../ledger/index.ts";
import type { FleetFlight } from "./fleet-record.ts";
import type { SiteFlight } from "./site-flight.ts";

export interface Flight {
  /** Of the representative platform; null for a scenario without orbit, or when the platform does not close. */
  readonly summary: FlightSummary | null;
  /** Of all satellites of the scenario's fleet; null without one, or where `summary` is. */
  readonly fleet: FleetFlight | null;
  /** A year of each ground site that closes, in the scenario's order. */
  readonly sites: readonly SiteFlight[];
  /** What later stages take as the platforms' availability; null where nothing was flown. */
  readonly delivered: Delivered | null;
  /**
   * J generated, used, lost, curtailed; h of throttle; the flown period scaled to a Julian year. Lines of one platform have the period
   * "unit-year", those of the fleet, by shell, "fleet-year": never to be added to each other. Those of a whole ground site have "site-year".
   */
  readonly ledger: Ledger;
  readonly notes: readonly string[];
}

export interface Delivered {
  /** IT energy delivered over IT energy wanted. */
  readonly delivered_frac: number;
  /** What was flown to find it: the fleet where it flew for 365 days or more, else the representative platform. */
  readonly origin: "platform" | "fleet";
}

export interface FlightSummary {
  readonly start_utc: string;
  readonly duration_s: number;
  readonly step_s: number;
  readonly steps: number;
  readonly age_yr: number;
  readonly light: LightSummary;
  readonly energy: EnergySummary;
  readonly heat: HeatSummary;
  /** IT energy delivered over IT energy wanted (the mean load all the time): whole period, and its worst day. */
  readonly delivered_frac: number;
  readonly worstDayDelivered_frac: number;
  /** Hours in which IT ran below its wanted load, and hours in which it did not run; never both. */
  readonly throttled_h: number;
  readonly dark_h: number;
  /** Hours, of either kind, in which the junction's limit held IT lower than power did. */
  readonly heatLimited_h: number;
  /** Hours in which the bus itself went without part of its load: the platform is lost or sleeps. */
  readonly busShort_h: number;
  /**
   * fullCycles_per_yr: energy taken out over the capacity flown; deepest_frac: largest cycle by rainflow; capacityAtEnd_frac: left of new after a
   * life of such periods, cycles and years.
   */
  readonly battery: { readonly lowestCharge_frac: number; readonly fullCycles_per_yr: number; readonly deepest_frac: number; readonly capacityAtEnd_frac: number };
  readonly radiator: { readonly hottest_K: number; readonly coldest_K: number };
  /** Chip, plate, coolant and faces; null where heat is flown lumped. */
  readonly thermal: ThermalSummary | null;
  readonly contact: ContactSummary;
  /** Null for a platform that circles the Earth. */
  readonly range: EarthRange | null;
  /** One value a day (24 h from the start), for charts. outsideUmbra_frac is that of a whole turn on that day, the others what this platform met. */
  readonly daily: { readonly outsideUmbra_frac: readonly number[]; readonly delivered_frac: readonly number[]; readonly beta_deg: readonly number[]; readonly contact_min: readonly number[] };
}

/**
 * Which fraction is which: outside the umbra (any part of the Sun in view), outside the penumbra too (all of it), and the mean share of the disc in view, which is what power sees.
 * A day's fractions are those of a whole turn, averaged over the day: free of where in its orbit the platform happens to stand.
 */
export interface LightSummary {
  readonly outsideUmbra_frac: number;
  readonly outsidePenumbra_frac: number;
  readonly discInView_frac: number;
  readonly worstDay_utc: string;
  readonly worstDayOutsideUmbra_frac: number;
  readonly worstDayOutsidePenumbra_frac: number;
  readonly longestUmbra_min: number;
  readonly longestShadow_min: number;
  readonly daysWithUmbra: number;
  readonly daysWithShadow: number;
}

/** Heat of the panel over the period. dissipated + absorbed = emitted + stored, where dissipated is what the electrical balance lost or used on board. */
export interface HeatSummary {
  readonly dissipated_J: number;
  /** From Earth and Sun. */
  readonly absorbed_J: number;
  readonly emitted_J: number;
  /** Heat capacity times the change of panel temperature. */
  readonly stored_J: number;
  readonly residual_frac: number;
}

/** Extremes of the network's nodes over the period. in = emitted + stored, summed apart. */
export interface ThermalSummary {
  readonly chip: NodeSpan & { readonly swing_K: number };
  readonly plate: NodeSpan;
  readonly coolant: NodeSpan;
  readonly front: NodeSpan;
  readonly back: NodeSpan;
  readonly in_J: number;
  readonly emitted_J: number;
  readonly stored_J: number;
  readonly residual_frac: number;
}

export interface NodeSpan { readonly hottest_K: number; readonly coldest_K: number }

/** Energies at the array bus over the period. generated = it + bus + conversion and battery losses + curtailed + change of charge. */
export interface EnergySummary {
  readonly generated_J: number;
  readonly it_J: number;
  readonly bus_J: number;
  readonly conversionLoss_J: number;
  readonly batteryLoss_J: number;
  readonly curtailed_J: number;
  readonly chargeChange_J: number;
  readonly residual_frac: number;
}

/** Distance from the Earth's centre over the flight, and light there and back. */
export interface EarthRange {
  readonly least_km: number;
  readonly mean_km: number;
  readonly most_km: number;
  readonly roundTripLeast_s: number;
  readonly roundTripMean_s: number;
  readonly roundTripMost_s: number;
}

export interface ContactSummary {
  readonly stations: number;
  readonly passes_per_day: number;
  /** Minutes a day with at least one station in view. */
  readonly minutes_per_day: number;
  readonly longestGap_min: number;
  readonly byStation: readonly StationContact[];
  /** Of one terminal that takes passes as they come; only where network.downlink is computed. */
  readonly duty?: ContactDuty;
}

export interface ContactDuty {
  /** Share of the time spent on passes and turning to the next. */
  readonly duty_frac: number;
  readonly served_per_day: number;
  /** Passes that rose while another was served, or was turned from. */
  readonly missed_per_day: number;
}

export interface StationContact {
  readonly id: string;
  readonly passes_per_day: number;
  readonly minutes_per_day: number;
  /** Minutes a day by elevation, in equal bins from 0 to 90 degrees, time in view of several stations divided among them; only where network.downlink is computed. */
  readonly elevation_min_per_day?: readonly number[];
}

/**
 * Columns of the series, one row a step, in this order. t_s: start of the step, from the start of the flight. Light and powers: means
 * over the step (it_W and bus_W at their inputs, array_W at the array bus); beta_deg and stations: at its middle; charge_frac and radiator_K: at its end.
 */
export const SERIES_COLUMNS = [
  "t_s", "lit_frac", "beta_deg", "array_W", "it_W", "bus_W", "charge_frac", "radiator_K", "stations",
] as const;

/** Takes the series in blocks as it is flown. */
export interface SeriesSink {
  /** `columns[i]` is SERIES_COLUMNS[i], `rows` values long; the arrays are used again after the call. */
  readonly write: (columns: readonly Float64Array[], rows: number) => void;
}
