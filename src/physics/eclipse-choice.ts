/**
 * Riding through the shadow or shedding the load in it: mass, array, battery and energy of both, so that a study may choose.
 *
 *   1. carried in shadow: L (ride through) or k (shed: what keeps bus and loops alive)
 *   2. battery E = carried te / (DoD eta_d left), te the longest shadow, left the capacity share at the end of life          (power.ts)
 *   3. array P = L + carried te / ((T - te) eta_rt)
 *   4. mass = P / (W a kg of array) + E / (J a kg of battery)
 *   5. energy a year: ride through L' x year; shed L' x (year x sunlit - shadows x restart), L' the load that earns
 *   6. ride through pays if its further kilograms cost less than what its further energy earns: kg a further joule is given, the price is not
 *
 * Loads are at the array's bus. The same platform earns in both: shedding lets array power go to waste nowhere, since the array is sized
 * for the sunlit load; what a shed platform could do with the array's surplus in seasons without shadow is not in it.
 * Assumes: shadows all as long as the longest for sizing, sunlit share the mean of the year for energy. Range: te < T.
 */
import { JULIAN_YEAR_S } from "../units/index.ts";
import { rideThroughArrayScale, rideThroughBattery_J } from "./power.ts";

export type EclipseCase = {
  /** All load in sunlight. */
  readonly load_W: number;
  /** The part of it that computes. */
  readonly earning_W: number;
  /** What must live in shadow when the rest is shed. */
  readonly keepAlive_W: number;
  readonly period_s: number;
  readonly longestShadow_s: number;
  readonly shadows_per_yr: number;
  /** Share of the year in sunlight. */
  readonly sunlit_frac: number;
  /** Work lost at each shadow when shedding: checkpoint, restart, warm-up. */
  readonly restart_s: number;
  readonly depthOfDischarge_frac: number;
  readonly discharge_frac: number;
  readonly roundTrip_frac: number;
  /** Battery capacity at the end of life over new. */
  readonly capacityLeft_frac: number;
  readonly array_W_per_kg: number;
  readonly battery_J_per_kg: number;
};

export type EclipseDesign = {
  readonly carried_W: number;
  readonly array_W: number;
  readonly battery_J: number;
  readonly array_kg: number;
  readonly battery_kg: number;
  readonly mass_kg: number;
  readonly energy_J_per_yr: number;
  /** Mass over the mean power that computes. */
  readonly kg_per_W: number;
};

export type EclipseChoice = {
  readonly rideThrough: EclipseDesign;
  readonly shed: EclipseDesign;
  /** Ride through less shed. */
  readonly extra_kg: number;
  readonly extra_J_per_yr: number;
};

/** Both designs for one case, array and battery only. */
export function eclipseChoice(given: EclipseCase): EclipseChoice {
  const year_s = JULIAN_YEAR_S;
  const rideThrough = designFor(given, given.load_W, given.earning_W * year_s);
  const working_s = year_s * given.sunlit_frac - given.shadows_per_yr * given.restart_s;
  const shed = designFor(given, given.keepAlive_W, given.earning_W * working_s);
  return { rideThrough, shed, extra_kg: rideThrough.mass_kg - shed.mass_kg, extra_J_per_yr: rideThrough.energy_J_per_yr - shed.energy_J_per_yr };
}

function designFor(given: EclipseCase, carried_W: number, energy_J_per_yr: number): EclipseDesign {
  const eclipse_s = given.longestShadow_s;
  const need = { load_W: carried_W, eclipse_s, depthOfDischarge_frac: given.depthOfDischarge_frac, discharge_frac: given.discharge_frac };
  const battery_J = rideThroughBattery_J(need) / given.capacityLeft_frac;
  const recharge_ratio = rideThroughArrayScale({ period_s: given.period_s, eclipse_s, roundTrip_frac: given.roundTrip_frac }) - 1;
  const array_W = given.load_W + carried_W * recharge_ratio;
  const array_kg = array_W / given.array_W_per_kg;
  const battery_kg = battery_J / given.battery_J_per_kg;
  const mass_kg = array_kg + battery_kg;
  return { carried_W, array_W, battery_J, array_kg, battery_kg, mass_kg, energy_J_per_yr, kg_per_W: (mass_kg * JULIAN_YEAR_S) / energy_J_per_yr };
}
