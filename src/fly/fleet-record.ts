/** What `flyFleet` passes on: totals of each plane, of each shell and of the fleet; the series by the minute goes to a sink. */

export interface FleetFlight extends FleetDays {
  readonly start_utc: string;
  readonly duration_s: number;
  readonly step_s: number;
  readonly steps: number;
  readonly satellites: number;
  readonly fleet: FleetTotals;
  /** In the order of their planes. */
  readonly shells: readonly ShellTotals[];
  /** In the order of the planes given. */
  readonly planes: readonly PlaneTotals[];
  readonly notes: readonly string[];
}

/** Of a fleet or a shell. */
export interface FleetDays {
  /** One value a day (24 h from the start). */
  readonly daily: { readonly lit_frac: readonly number[]; readonly delivered_frac: readonly number[] };
  /** Least of any step, as shares of all satellites and of all IT wanted. */
  readonly leastLit_frac: number;
  readonly leastDelivered_frac: number;
}

/** A shell, with the least and greatest of its planes' angles and heights. */
export interface ShellTotals extends FleetTotals, FleetDays {
  readonly id: string;
  readonly planes: number;
  readonly altitude_km: readonly [number, number];
  readonly inclination_deg: readonly [number, number];
}

/** A plane with its orbit at the start. */
export interface PlaneTotals extends FleetTotals {
  readonly shell: string;
  readonly altitude_km: number;
  readonly inclination_deg: number;
  readonly raan_deg: number;
}

/** Energies at the array bus: generated = it + bus + conversion and battery losses + curtailed + change of charge. */
export interface FleetTotals {
  readonly satellites: number;
  /** Share of satellite-steps with more than half of the Sun's disc in view, as flown. */
  readonly lit_frac: number;
  /** Means over whole turns, in closed form for the cones: some of the Sun in view, all of it, and the share of its disc. `lit_frac` of an even plane differs from the last by less than 3e-5 over a year. */
  readonly outsideUmbra_frac: number;
  readonly outsidePenumbra_frac: number;
  readonly discInView_frac: number;
  /** IT energy delivered over IT energy wanted. */
  readonly delivered_frac: number;
  /** Satellite-hours in which IT ran below its wanted load, and in which it did not run; never both. */
  readonly throttled_h: number;
  readonly dark_h: number;
  /** Satellite-hours, of either kind, in which the junction's limit held IT lower than power did; and in which the bus went without part of its load. */
  readonly heatLimited_h: number;
  readonly busShort_h: number;
  /** Of a battery, mean over the satellites. */
  readonly fullCycles_per_yr: number;
  readonly generated_J: number;
  readonly it_J: number;
  readonly bus_J: number;
  readonly conversionLoss_J: number;
  readonly batteryLoss_J: number;
  readonly curtailed_J: number;
  readonly chargeChange_J: number;
  /** Bus load that went unserved, at the array bus. */
  readonly busShort_J: number;
  readonly residual_frac: number;
  /** Of any satellite at the end of any step. */
  readonly lowestCharge_frac: number;
  readonly hottest_K: number;
  readonly coldest_K: number;
}

/**
 * Columns of the fleet's series, one row a step. t_s: start of the step. lit: satellites with more than half of the Sun in view at the middle of the step. Powers: sums over
 * the fleet, means of the step. Charge and panel temperature at its end: means over the fleet, and the extreme of any satellite.
 */
export const FLEET_COLUMNS = ["t_s", "lit", "array_W", "it_W", "charge_frac", "lowestCharge_frac", "radiator_K", "hottest_K"] as const;
