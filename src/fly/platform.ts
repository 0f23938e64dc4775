/**
 * The platform as it is flown: what `size` closed, at the age of the flight, in the numbers that a step needs.
 *
 *   1. array at 1 au in full light = bol x what its wear leaves at that age                      (physics/cell-degradation)
 *   1a. battery = capacity new x what cycles and years have left at that age                  (physics/battery-wear)
 *   2. draw at the array bus: IT itMean / conversion, bus the rest of loadMean
 *   3. the store's level that is refilled before IT runs on: full (shed), the allowed depth of discharge (ride-through);
 *      refill rate = draw in shadow * t / ((T - t) eta_c eta_d), t the longest shadow that was sized for, T the period
 *   4. junction above panel = rise * IT / itPeak, rise from the sized chain at full load
 */
import type { Battery } from "../kernel/index.ts";
import { cycleLife, packLeft_frac, remainingAfterWear_frac } from "../physics/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../units/index.ts";

export interface FlownPlatform {
  readonly ridesThrough: boolean;
  /** In full light at 1 au. */
  readonly array_W: number;
  /** IT input wanted, its draw at the array bus per watt, and the bus load: at its inputs, and as drawn. */
  readonly it_W: number;
  readonly drawPerIt: number;
  readonly bus_W: number;
  readonly busDraw_W: number;
  readonly battery: Battery;
  /** IT draws the store no lower than this. */
  readonly itFloor_J: number;
  readonly refillBelow_J: number;
  readonly refill_W: number;
  /** Panel: emission over T^4, heat capacity, absorbed in shadow and in full light. */
  readonly emission_W_per_K4: number;
  readonly heatCapacity_J_per_K: number;
  readonly absorbedShadow_W: number;
  readonly absorbedHot_W: number;
  readonly itPeak_W: number;
  readonly junctionRise_K: number;
  readonly junctionMax_K: number;
}

/** Throws with the field's name when a number of the sizing cannot be flown. */
export function flownPlatform(sized: PlatformSizing, age_yr: number): FlownPlatform {
  const { array, battery, radiator, chain } = sized;
  const ridesThrough = sized.eclipse === "ride-through";
  const busDraw_W = sized.loadMean_W - sized.itMean_W / sized.conversion_frac;
  const capacity_J = battery.capacity_J * batteryLeft_frac(sized, age_yr);
  const floor_J = (1 - battery.depthOfDischarge_frac) * capacity_J;
  return assertFinite({
    ridesThrough,
    array_W: array.bol_W * remainingAfterWear_frac(array.wear, age_yr),
    it_W: sized.itMean_W,
    drawPerIt: 1 / sized.conversion_frac,
    bus_W: sized.bus_W,
    busDraw_W,
    // No rate limit: the sizing knows none. The bus may draw the whole store; only IT keeps to the floor.
    battery: {
      capacity_J, floor_J: 0, charge_frac: battery.chargeEfficiency_frac, discharge_frac: battery.dischargeEfficiency_frac,
      chargeLimit_W: Number.MAX_VALUE, dischargeLimit_W: Number.MAX_VALUE,
    },
    itFloor_J: floor_J,
    refillBelow_J: ridesThrough ? floor_J : capacity_J,
    refill_W: refill_W(sized, busDraw_W),
    emission_W_per_K4: radiator.area_m2 * radiator.emission_frac * STEFAN_BOLTZMANN_W_PER_M2_K4,
    heatCapacity_J_per_K: radiator.heatCapacity_J_per_K,
    absorbedShadow_W: radiator.area_m2 * radiator.absorbedShadow_W_per_m2,
    absorbedHot_W: radiator.area_m2 * radiator.absorbedHot_W_per_m2,
    itPeak_W: sized.itPeak_W,
    junctionRise_K: chain.junction_K - chain.panel_K,
    junctionMax_K: chain.junctionMax_K,
  });
}

/** Capacity at an age over new, every shadow of the years counted to the full depth as `size` does. */
const batteryLeft_frac = ({ battery: { wear, cycles_per_yr, depthOfDischarge_frac } }: PlatformSizing, age_yr: number): number =>
  packLeft_frac(wear, (cycles_per_yr * age_yr) / cycleLife(wear.curve, depthOfDischarge_frac), age_yr);

function refill_W({ orbit, battery }: PlatformSizing, busDraw_W: number): number {
  const { shadowMax_s: dark_s, period_s } = orbit;
  return (busDraw_W * dark_s) / ((period_s - dark_s) * battery.chargeEfficiency_frac * battery.dischargeEfficiency_frac);
}

const POSITIVE = ["array_W", "it_W", "itPeak_W", "drawPerIt", "emission_W_per_K4", "heatCapacity_J_per_K"] as const;
const NOT_NEGATIVE = ["bus_W", "busDraw_W", "itFloor_J", "refillBelow_J", "refill_W", "absorbedShadow_W", "absorbedHot_W", "junctionRise_K"] as const;

function assertFinite(platform: FlownPlatform): FlownPlatform {
  for (const name of POSITIVE) if (!(platform[name] > 0 && platform[name] < Infinity)) throw new Error(`fly: ${name} is ${platform[name]}, not a positive number`);
  for (const name of NOT_NEGATIVE) if (!(platform[name] >= 0 && platform[name] < Infinity)) throw new Error(`fly: ${name} is ${platform[name]}, not a number of 0 or more`);
  if (!Number.isFinite(platform.junctionMax_K)) throw new Error(`fly: junctionMax_K is ${platform.junctionMax_K}`);
  const { charge_frac, discharge_frac, capacity_J } = platform.battery;
  if (!(capacity_J >= 0 && charge_frac > 0 && charge_frac <= 1 && discharge_frac > 0 && discharge_frac <= 1)) throw new Error("fly: battery capacity or efficiency out of range");
  return platform;
}
