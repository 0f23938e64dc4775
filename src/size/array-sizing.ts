/**
 * Solar array for a bus load, sized for the longest shadow of the year at the farthest Sun and the end of life.
 *
 *   1. need = load (1 + margin) + E_shadow (1 + margin) / (eta_roundtrip (T - t_shadow))     recharge in what is left of the orbit
 *   2. area = need / P(1 m2, farthest Sun, end of life)                                     (physics/power)
 *   2a. P of the cells x (1 - losses); at the end of life also x (1 - strings lost)            (physics/array-losses)
 *   3. remaining by dose or by years                                                         (array-wear.ts)
 *   4. referred to 1 au: P at the place's mean distance, at the temperature there, x its square, as `fly` divides it again
 *
 * Cells run hottest at the nearest Sun and the end of life, when they turn less of it into power: held against their limit (why.ts).
 * `fly` flies with all strings whole. Price and stowed volume go by the power at 1 au, for which arrays are sold. Far from the Earth nothing of it reaches the back.
 * Cell temperature is the panel's own balance with mean Earth infrared on the back. Wiring is in the platform's conversion.
 */
import type { Entry } from "../catalog/index.ts";
import { arrayChain_frac, arrayPower_W, arrayTemperature_C, earthViewFactor, solarFlux_W_per_m2 } from "../physics/index.ts";
import { entryOf, entryValue, leavesEarth, type Keep, type Scenario } from "../scenario/index.ts";
import { EARTH_INFRARED_W_PER_M2, RADIANS_PER_DEGREE, SOLAR_CONSTANT_W_PER_M2, STEFAN_BOLTZMANN_W_PER_M2_K4, ZERO_CELSIUS_K } from "../units/index.ts";
import { arrayWear, type ArrayWear } from "./array-wear.ts";
import type { Orbit } from "./load.ts";
import type { Season } from "./season.ts";

export interface ArrayDesign {
  /** Per square metre at the farthest Sun and end of life: what sizing divides by. */
  readonly worst_W_per_m2: number;
  /** Per square metre at 1 au and its temperature, new: what is sold and stowed. */
  readonly sold_W_per_m2: number;
  /** Per square metre at the mean distance and temperature of its place, referred to 1 au: new, and at the end of life. */
  readonly bol_W_per_m2: number;
  readonly eol_W_per_m2: number;
  readonly sunDistance_au: number;
  readonly cellTemperature_K: number;
  readonly cellHottest_K: number;
  /** What its back gives off at its hottest: no sunlight is turned back by it. */
  readonly backGlow_W_per_m2: number;
  readonly areal_kg_per_m2: number;
  readonly stowed_kW_per_m3: number;
  readonly wear: ArrayWear;
}

/** `keep` runs what the panel gives: neither its mass nor its price is in it. */
export const arrayDesign = (scenario: Scenario, orbit: Orbit, { season, keep }: { readonly season: Season; readonly keep: Keep }): ArrayDesign =>
  keep("array", designed, orbit, keep("array's output", arrayOutput, scenario, orbit, season));

const designed = ({ platform }: Orbit, output: ArrayOutput): ArrayDesign => ({ ...output, areal_kg_per_m2: platform.arrayAreal_kg_per_m2 });

type ArrayOutput = Omit<ArrayDesign, "areal_kg_per_m2">;

const arrayOutput = (scenario: Scenario, orbit: Orbit, season: Season): ArrayOutput => {
  const { platform } = orbit;
  const entry = entryOf(scenario, { kind: "arrays", id: platform.array });
  const wear = arrayWear(orbit, season, entry);
  const life_frac = wear.remaining_frac;
  const whole_frac = 1 - platform.arrayStringsLost_frac;
  const output = squareMetre(orbit, season, entry);
  const mean_au = meanDistance_au(orbit, season);
  const sold = output(1, 1);
  const cellHottest_K = output(season.nearest_au, life_frac).temperature_C + ZERO_CELSIUS_K;
  const bol = mean_au === 1 ? sold : output(mean_au, 1);
  return {
    worst_W_per_m2: output(season.farthest_au, life_frac).power_W * whole_frac,
    sold_W_per_m2: sold.power_W,
    bol_W_per_m2: bol.power_W * mean_au ** 2,
    eol_W_per_m2: output(mean_au, life_frac).power_W * whole_frac * mean_au ** 2,
    sunDistance_au: mean_au,
    cellTemperature_K: bol.temperature_C + ZERO_CELSIUS_K,
    cellHottest_K,
    backGlow_W_per_m2: entryValue(entry, "emittanceBack") * STEFAN_BOLTZMANN_W_PER_M2_K4 * cellHottest_K ** 4,
    stowed_kW_per_m3: entryValue(entry, "stowedDensity"),
    wear,
  };
};

/** Power and temperature of a square metre of array, by distance from the Sun and what the years have left. */
const squareMetre = ({ platform }: Orbit, { altitude_km }: Season, entry: Entry): ((distance_au: number, remaining_frac: number) => { readonly power_W: number; readonly temperature_C: number }) => {
  // The catalogue states the loss per kelvin as a positive figure.
  const cell = { efficiency28_frac: platform.cellEfficiency_frac, temperatureCoefficient_per_K: -entryValue(entry, "temperatureCoefficient") };
  const back_frac = altitude_km === null ? 0 : earthViewFactor({ altitude_km, normalToNadir_deg: 90 });
  const cosIncidence = Math.cos(platform.pointing_deg * RADIANS_PER_DEGREE);
  const packing_frac = platform.arrayPacking_frac;
  const absorptance_frac = entryValue(entry, "absorptance");
  const frontEmittance_frac = entryValue(entry, "emittanceFront");
  const backEmittance_frac = entryValue(entry, "emittanceBack");
  const earthAbsorbed_W_per_m2 = (frontEmittance_frac + backEmittance_frac) * back_frac * EARTH_INFRARED_W_PER_M2;
  const chain_frac = arrayChain_frac({ coverglass_frac: 0, mismatch_frac: platform.arrayLosses_frac, stringsLost_frac: 0, diodes_frac: 0, harness_frac: 0, tracking_frac: 0 });
  return (distance_au, remaining_frac) => {
    const flux_W_per_m2 = distance_au === 1 ? SOLAR_CONSTANT_W_PER_M2 : solarFlux_W_per_m2(distance_au);
    const temperature_C = arrayTemperature_C({ flux_W_per_m2, cosIncidence, packing_frac, cell, remaining_frac, absorptance_frac, frontEmittance_frac, backEmittance_frac, earthAbsorbed_W_per_m2 });
    return { power_W: arrayPower_W({ flux_W_per_m2, cosIncidence, packing_frac, cell, remaining_frac, area_m2: 1, temperature_C, chain_frac }), temperature_C };
  };
};

/** 1 au for orbits of the Earth, whose mean it is. */
const meanDistance_au = (orbit: Orbit, { nearest_au, farthest_au }: Season): number => (leavesEarth(orbit) ? (nearest_au + farthest_au) / 2 : 1);

/** Power wanted of the array at its worst, for a sunlit load and the energy taken in the longest shadow. */
export const arrayNeed_W = (need: { readonly load_W: number; readonly shadowEnergy_J: number; readonly roundTrip_frac: number; readonly margin_frac: number }, season: Season): number =>
  (1 + need.margin_frac) * (need.load_W + need.shadowEnergy_J / (need.roundTrip_frac * (season.period_s - season.shadowMax_s)));
