/**
 * Solar array for a bus load, sized for the longest shadow of the year at the farthest Sun and the end of life.
 *
 *   1. need = load (1 + margin) + E_shadow (1 + margin) / (eta_roundtrip (T - t_shadow))     recharge in what is left of the orbit
 *   2. area = need / P(1 m2, farthest Sun, end of life)                                     (physics/power)
 *   3. remaining = (1 - d)^life
 *
 * Cell temperature is the panel's own balance with mean Earth infrared on the back. Wiring is in the platform's conversion.
 */
import { arrayPower_W, arrayTemperature_C, earthViewFactor, remainingAfterYears_frac, solarFlux_W_per_m2, type ArrayOutput } from "../physics/index.ts";
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import { EARTH_INFRARED_W_PER_M2, RADIANS_PER_DEGREE, SOLAR_CONSTANT_W_PER_M2, ZERO_CELSIUS_K } from "../units/index.ts";
import type { Orbit } from "./load.ts";
import type { Season } from "./season.ts";

export interface ArrayDesign {
  /** Per square metre at the farthest Sun and end of life: what sizing divides by. */
  readonly worst_W_per_m2: number;
  /** Per square metre at 1 au: new, and at the end of life. */
  readonly bol_W_per_m2: number;
  readonly eol_W_per_m2: number;
  readonly cellTemperature_K: number;
  readonly areal_kg_per_m2: number;
  readonly stowed_kW_per_m3: number;
}

export const arrayDesign = (scenario: Scenario, orbit: Orbit, season: Season): ArrayDesign => {
  const { platform } = orbit;
  const entry = entryOf(scenario, { kind: "arrays", id: platform.array });
  const value = (name: string): number => entryValue(entry, name);
  const life_frac = remainingAfterYears_frac(platform.arrayDegradation_per_yr, orbit.life_yr);
  // The catalogue states the loss per kelvin as a positive figure.
  const cell = { efficiency28_frac: platform.cellEfficiency_frac, temperatureCoefficient_per_K: -value("temperatureCoefficient") };
  const back = earthViewFactor({ altitude_km: orbit.altitude_km, normalToNadir_deg: 90 });
  const output = (distance_au: number, remaining_frac: number): ArrayOutput => {
    const lit = { flux_W_per_m2: distance_au === 1 ? SOLAR_CONSTANT_W_PER_M2 : solarFlux_W_per_m2(distance_au), cosIncidence: Math.cos(platform.pointing_deg * RADIANS_PER_DEGREE), packing_frac: platform.arrayPacking_frac, cell, remaining_frac };
    const temperature_C = arrayTemperature_C({
      ...lit,
      absorptance_frac: value("absorptance"),
      frontEmittance_frac: value("emittanceFront"),
      backEmittance_frac: value("emittanceBack"),
      earthAbsorbed_W_per_m2: (value("emittanceFront") + value("emittanceBack")) * back * EARTH_INFRARED_W_PER_M2,
    });
    return { ...lit, area_m2: 1, temperature_C, chain_frac: 1 };
  };
  return {
    worst_W_per_m2: arrayPower_W(output(season.farthest_au, life_frac)),
    bol_W_per_m2: arrayPower_W(output(1, 1)),
    eol_W_per_m2: arrayPower_W(output(1, life_frac)),
    cellTemperature_K: output(1, 1).temperature_C + ZERO_CELSIUS_K,
    areal_kg_per_m2: platform.arrayAreal_kg_per_m2,
    stowed_kW_per_m3: value("stowedDensity"),
  };
};

/** Power wanted of the array at its worst, for a sunlit load and the energy taken in the longest shadow. */
export const arrayNeed_W = (need: { readonly load_W: number; readonly shadowEnergy_J: number; readonly roundTrip_frac: number; readonly margin_frac: number }, season: Season): number =>
  (1 + need.margin_frac) * (need.load_W + need.shadowEnergy_J / (need.roundTrip_frac * (season.period_s - season.shadowMax_s)));
