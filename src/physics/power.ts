/**
 * Electric power of a solar array in orbit, its decay, and what riding through the shadow costs.
 *
 *   1. P = (S cos th) A packing eta28 [1 + k (T - 28 C)] remaining chain                      (Wertz & Larson 1999, section 11.4)
 *   2. cell temperature: sigma T^4 (ef + eb) = (alpha - packing eta(T)) S cos th + absorbed Earth terms; eta(T) from 1, fixed point
 *   3. remaining: cell-degradation.ts; chain: array-losses.ts
 *   4. ride-through battery E = P te / (DoD eta_d); array scale 1 + te / ((T - te) eta_roundtrip)
 *   5. at a distance r from the Sun S = S0 / r^2, the cell at the temperature that gives it
 *
 * Assumes: a flat panel in thermal balance (it follows the Sun within minutes); electricity leaves the panel.
 * Range: k T linear from -100 to 120 C; nearer the Sun than some 0.5 au cells leave it.
 * Accuracy: Suncatcher's 28 kW bus within 1.1 % (test/golden/physics).
 */
import { SOLAR_CONSTANT_W_PER_M2, STEFAN_BOLTZMANN_W_PER_M2_K4, ZERO_CELSIUS_K } from "../units/index.ts";
import { solarFlux_W_per_m2 } from "./sun.ts";

/** Temperature at which cell efficiencies are quoted. AIAA S-111A: 28 C. */
export const CELL_REFERENCE_C = 28;

export type Cell = {
  /** Efficiency at 28 C, air mass zero, unirradiated. */
  readonly efficiency28_frac: number;
  /** Relative change of power per kelvin, negative: -0.002 for triple-junction. */
  readonly temperatureCoefficient_per_K: number;
};

/** Cell efficiency at a temperature. */
export function cellEfficiency_frac(cell: Cell, temperature_C: number): number {
  return cell.efficiency28_frac * (1 + cell.temperatureCoefficient_per_K * (temperature_C - CELL_REFERENCE_C));
}

export type ArrayOutput = {
  readonly area_m2: number;
  readonly flux_W_per_m2: number;
  readonly cosIncidence: number;
  /** Cell area over panel area. */
  readonly packing_frac: number;
  readonly cell: Cell;
  readonly temperature_C: number;
  /** Power left after radiation and ageing. */
  readonly remaining_frac: number;
  /** Wiring, tracking of the power point, regulation. */
  readonly chain_frac: number;
};

/** Electric power delivered to the bus. */
export function arrayPower_W(array: ArrayOutput): number {
  const light_W = array.flux_W_per_m2 * array.cosIncidence * array.area_m2 * array.packing_frac;
  return light_W * cellEfficiency_frac(array.cell, array.temperature_C) * array.remaining_frac * array.chain_frac;
}

/** Panel area for a bus power: the inverse of arrayPower_W. */
export function arrayArea_m2(power_W: number, array: Omit<ArrayOutput, "area_m2">): number {
  return power_W / arrayPower_W({ ...array, area_m2: 1 });
}

export type ArrayPanel = {
  readonly flux_W_per_m2: number;
  readonly cosIncidence: number;
  /** Solar absorptance of the front, panel average. */
  readonly absorptance_frac: number;
  readonly frontEmittance_frac: number;
  readonly backEmittance_frac: number;
  readonly packing_frac: number;
  readonly cell: Cell;
  readonly remaining_frac: number;
  /** Earth infrared and albedo absorbed by both faces; 0 to leave them out. */
  readonly earthAbsorbed_W_per_m2: number;
};

/** Equilibrium temperature of a panel under load; throws RangeError if the balance is negative or does not settle. */
export function arrayTemperature_C(panel: ArrayPanel): number {
  let t_C = CELL_REFERENCE_C;
  for (let i = 0; i < 100; i++) {
    const next_C = balanceTemperature_K(panel, t_C) - ZERO_CELSIUS_K;
    if (Math.abs(next_C - t_C) < 1e-10) return next_C;
    t_C = next_C;
  }
  throw new RangeError(`array temperature does not settle at flux_W_per_m2 ${panel.flux_W_per_m2}`);
}

function balanceTemperature_K(panel: ArrayPanel, t_C: number): number {
  const taken = panel.packing_frac * cellEfficiency_frac(panel.cell, t_C) * panel.remaining_frac;
  const heat = (panel.absorptance_frac - taken) * panel.flux_W_per_m2 * panel.cosIncidence + panel.earthAbsorbed_W_per_m2;
  const t = Math.sqrt(Math.sqrt(heat / (STEFAN_BOLTZMANN_W_PER_M2_K4 * (panel.frontEmittance_frac + panel.backEmittance_frac))));
  if (Number.isNaN(t)) throw new RangeError(`array absorbs ${heat} W/m2: absorptance_frac below the electric share`);
  return t;
}

/** A panel without the sunlight: what stays the same wherever it flies. */
export type ArrayMake = Omit<ArrayPanel, "flux_W_per_m2">;

/** Temperature and output of one square metre at a distance from the Sun, wiring left out. */
export function arrayAtDistance(make: ArrayMake, distance_au: number): { readonly temperature_C: number; readonly output_W_per_m2: number } {
  const lit = { ...make, flux_W_per_m2: solarFlux_W_per_m2(distance_au) };
  const temperature_C = arrayTemperature_C(lit);
  return { temperature_C, output_W_per_m2: arrayPower_W({ ...lit, area_m2: 1, temperature_C, chain_frac: 1 }) };
}

export type RideThrough = {
  readonly load_W: number;
  readonly eclipse_s: number;
  readonly depthOfDischarge_frac: number;
  readonly discharge_frac: number;
};

/** Nameplate battery energy that carries a load through one eclipse. */
export function rideThroughBattery_J(need: RideThrough): number {
  return (need.load_W * need.eclipse_s) / (need.depthOfDischarge_frac * need.discharge_frac);
}

/** Array power over load power that also refills the battery before the next eclipse. */
export function rideThroughArrayScale(orbit: { readonly period_s: number; readonly eclipse_s: number; readonly roundTrip_frac: number }): number {
  return 1 + orbit.eclipse_s / ((orbit.period_s - orbit.eclipse_s) * orbit.roundTrip_frac);
}

/** Array power at 1 au, cold-free and new: S0 A eta packing, the figure press releases quote. */
export function nameplateArrayPower_W(array: { readonly area_m2: number; readonly efficiency_frac: number; readonly packing_frac: number }): number {
  return SOLAR_CONSTANT_W_PER_M2 * array.area_m2 * array.efficiency_frac * array.packing_frac;
}
