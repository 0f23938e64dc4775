/**
 * Engines and turbines on natural gas: fuel at a load, and what heat and height leave of their power.
 *
 *   1. fuel = power_iso h (n + (1 - n) load) an hour: a Willans line through full load h (kJ/kWh, higher heating value) with a share n burnt at no load
 *   2. limit = min(most, 1 - a (t - t0)) (p/101325)^x, a per kelvin above t0; x 1 for turbines, 0 for turbocharged engines below their rated height
 *   3. h(t) = h (1 + b (t - 15)), not below 15 degC's
 *   4. carbon = fuel times the fuel's carbon (EIA: 52.91 kg a MMBtu of gas, 50.15 kg/GJ, higher heating value)
 *
 * Sources: 1 Willans 1893 as in textbooks of part load; 2 and 3 linear falls as makers publish them (a 0.5-0.9 % a kelvin of turbines, b 0.1-0.2 %;
 * ISO 3977-2 conditions 15 degC, 101,325 Pa, 60 %). Range: load 0.2-1, -30 to 50 degC. Accuracy: makers' points (test).
 */
import { STANDARD_ATMOSPHERE_PA } from "../units/index.ts";

export type GasMachine = {
  /** At full load, 15 degC, sea level; higher heating value. */
  readonly heatRate_kJ_per_kWh: number;
  readonly noLoad_frac: number;
  readonly loadMin_frac: number;
  readonly powerLoss_per_K: number;
  /** Warmest air without loss: 15 for turbines, 25-40 for engines. */
  readonly powerFrom_C: number;
  readonly powerMax_frac: number;
  readonly pressureExponent: number;
  readonly heatRateGain_per_K: number;
};

/** Air that the machine breathes. */
export type IntakeAir = { readonly dryBulb_C: number; readonly pressure_Pa: number };

const ISO_TEMPERATURE_C = 15;

/** Equation 2: most power over ISO power; may be above 1 in the cold where the generator allows. */
export function gasLimit_frac(machine: GasMachine, { dryBulb_C, pressure_Pa }: IntakeAir): number {
  const hot = 1 - machine.powerLoss_per_K * (dryBulb_C - machine.powerFrom_C);
  const limit = Math.min(machine.powerMax_frac, hot) * (pressure_Pa / STANDARD_ATMOSPHERE_PA) ** machine.pressureExponent;
  if (limit <= 0) throw new Error(`gas machine: no power left at ${dryBulb_C} degC and ${pressure_Pa} Pa`);
  return limit;
}

/** Equations 1 and 3: fuel a kilowatt-hour at a share of the power that the air allows, 0 < load <= 1. */
export function gasFuel_kJ_per_kWh(machine: GasMachine, air: IntakeAir, load_frac: number): number {
  const hot = 1 + machine.heatRateGain_per_K * Math.max(0, air.dryBulb_C - ISO_TEMPERATURE_C);
  return machine.heatRate_kJ_per_kWh * hot * (machine.noLoad_frac / load_frac + 1 - machine.noLoad_frac);
}

/** Equation 4. */
export function gasCarbon_g_per_kWh(fuel_kJ_per_kWh: number, carbon_kg_per_GJ: number): number {
  return (fuel_kJ_per_kWh * carbon_kg_per_GJ) / 1000;
}
