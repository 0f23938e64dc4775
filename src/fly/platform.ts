/**
 * The platform as it is flown: what `size` closed, at the age of the flight, in the numbers that a step needs.
 *
 *   1. array at 1 au in full light = bol x what its wear leaves at that age                      (physics/cell-degradation)
 *   1a. battery = capacity new x what cycles and years have left at that age                  (physics/battery-wear)
 *   2. draw at the array bus: bus with the servers off busAsleep / conversion; IT with what the pump takes more for it, in proportion:
 *      (1 + (bus - busAsleep) / itMean) / conversion a watt of IT
 *   3. the store's level that is refilled before IT runs on: full (shed), the allowed depth of discharge (ride-through);
 *      refill rate = draw in shadow * t / ((T - t) eta_c eta_d), t the longest shadow that was sized for, T the period
 *   3a. panel that its loops still feed at that age = area x exp(-holes a loop and year x age); one of a single loop is flown whole
 *   4. junction above panel = rise * IT / itPeak, rise from the sized chain at full load
 */
import type { Battery } from "../kernel/index.ts";
import { cycleLife, finEfficiencyAt_frac, packLeft_frac, remainingAfterWear_frac } from "../physics/index.ts";
import type { PlatformSizing, RadiatorAbsorbed } from "../size/index.ts";
import { STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../units/index.ts";

export interface FlownPlatform {
  readonly ridesThrough: boolean;
  /** In full light at 1 au. */
  readonly array_W: number;
  /** IT input wanted, its draw at the array bus per watt, with what the pump takes more for it (at its input), and the bus load with the servers off: at its inputs, and as drawn. */
  readonly it_W: number;
  readonly drawPerIt: number;
  readonly pumpPerIt: number;
  readonly bus_W: number;
  readonly busDraw_W: number;
  readonly battery: Battery;
  /** IT draws the store no lower than this. */
  readonly itFloor_J: number;
  readonly refillBelow_J: number;
  readonly refill_W: number;
  /** Panel that is fed: emission over T^4 bare of the fin's efficiency and at the temperature it was sized at, heat capacity, absorbed in shadow and in the year's hot case. */
  readonly fed_m2: number;
  readonly bareEmission_W_per_K4: number;
  readonly fin_per_K3: number;
  readonly emission_W_per_K4: number;
  readonly heatCapacity_J_per_K: number;
  readonly absorbedShadow_W: number;
  readonly absorbedHot_W: number;
  readonly absorbed: RadiatorAbsorbed;
  readonly itPeak_W: number;
  readonly junctionRise_K: number;
  readonly junctionMax_K: number;
}

/** Throws with the field's name when a number of the sizing cannot be flown. */
export function flownPlatform(sized: PlatformSizing, age_yr: number): FlownPlatform {
  const { array, battery, radiator, chain } = sized;
  const ridesThrough = sized.eclipse === "ride-through";
  const busDraw_W = sized.busAsleep_W / sized.conversion_frac;
  const pumpPerIt = (sized.bus_W - sized.busAsleep_W) / sized.itMean_W;
  const left_frac = radiator.holes.loops === 1 ? 1 : Math.exp(-radiator.holes.closed_per_yr * age_yr);
  const fed_m2 = radiator.area_m2 * left_frac;
  const capacity_J = battery.capacity_J * batteryLeft_frac(sized, age_yr);
  const floor_J = (1 - battery.depthOfDischarge_frac) * capacity_J;
  return assertFinite({
    ridesThrough,
    array_W: array.bol_W * remainingAfterWear_frac(array.wear, age_yr),
    it_W: sized.itMean_W,
    drawPerIt: (1 + pumpPerIt) / sized.conversion_frac,
    pumpPerIt,
    bus_W: sized.busAsleep_W,
    busDraw_W,
    // No rate limit: the sizing knows none. The bus may draw the whole store; only IT keeps to the floor.
    battery: {
      capacity_J, floor_J: 0, charge_frac: battery.chargeEfficiency_frac, discharge_frac: battery.dischargeEfficiency_frac,
      chargeLimit_W: Number.MAX_VALUE, dischargeLimit_W: Number.MAX_VALUE,
    },
    itFloor_J: floor_J,
    refillBelow_J: ridesThrough ? floor_J : capacity_J,
    refill_W: refill_W(sized, busDraw_W),
    fed_m2,
    bareEmission_W_per_K4: fed_m2 * radiator.bare_frac * STEFAN_BOLTZMANN_W_PER_M2_K4,
    fin_per_K3: radiator.fin_per_K3,
    emission_W_per_K4: fed_m2 * radiator.emission_frac * STEFAN_BOLTZMANN_W_PER_M2_K4,
    heatCapacity_J_per_K: left_frac * radiator.heatCapacity_J_per_K,
    absorbedShadow_W: fed_m2 * radiator.absorbedShadow_W_per_m2,
    absorbedHot_W: fed_m2 * radiator.absorbedHot_W_per_m2,
    absorbed: radiator.absorbed,
    itPeak_W: sized.itPeak_W,
    junctionRise_K: chain.junction_K - chain.panel_K,
    junctionMax_K: chain.junctionMax_K,
  });
}

/** Emission over T^4 at a temperature, by the fin's efficiency there. */
export const emissionAt_W_per_K4 = ({ bareEmission_W_per_K4, fin_per_K3 }: Pick<FlownPlatform, "bareEmission_W_per_K4" | "fin_per_K3">, temperature_K: number): number =>
  bareEmission_W_per_K4 * finEfficiencyAt_frac(fin_per_K3, temperature_K);

/** Capacity at an age over new, every shadow of the years counted to the full depth as `size` does. */
const batteryLeft_frac = ({ battery: { wear, cycles_per_yr, depthOfDischarge_frac } }: PlatformSizing, age_yr: number): number =>
  packLeft_frac(wear, (cycles_per_yr * age_yr) / cycleLife(wear.curve, depthOfDischarge_frac), age_yr);

function refill_W({ orbit, battery }: PlatformSizing, busDraw_W: number): number {
  const { shadowMax_s: dark_s, period_s } = orbit;
  return (busDraw_W * dark_s) / ((period_s - dark_s) * battery.chargeEfficiency_frac * battery.dischargeEfficiency_frac);
}

const POSITIVE = ["array_W", "it_W", "itPeak_W", "drawPerIt", "fed_m2", "bareEmission_W_per_K4", "emission_W_per_K4", "heatCapacity_J_per_K"] as const;
const NOT_NEGATIVE = ["pumpPerIt", "fin_per_K3", "bus_W", "busDraw_W", "itFloor_J", "refillBelow_J", "refill_W", "absorbedShadow_W", "absorbedHot_W", "junctionRise_K"] as const;

function assertFinite(platform: FlownPlatform): FlownPlatform {
  for (const name of POSITIVE) if (!(platform[name] > 0 && platform[name] < Infinity)) throw new Error(`fly: ${name} is ${platform[name]}, not a positive number`);
  for (const name of NOT_NEGATIVE) if (!(platform[name] >= 0 && platform[name] < Infinity)) throw new Error(`fly: ${name} is ${platform[name]}, not a number of 0 or more`);
  if (!Number.isFinite(platform.junctionMax_K)) throw new Error(`fly: junctionMax_K is ${platform.junctionMax_K}`);
  const { charge_frac, discharge_frac, capacity_J } = platform.battery;
  if (!(capacity_J >= 0 && charge_frac > 0 && charge_frac <= 1 && discharge_frac > 0 && discharge_frac <= 1)) throw new Error("fly: battery capacity or efficiency out of range");
  return platform;
}
