/**
 * A data hall's cooling by the hour: power, water and how much of the heat it still takes, from the air outside.
 *
 * A plant is a set of loops, each with its share of the heat, the warmest fluid (or air) that it may deliver, and what it rejects to:
 *   1. sink temperature: dry bulb; wet bulb (tower); or the dry bulb brought down by evaporation only as far as needed,
 *      at most to t - e (t - t*)  (adiabatic pads, effectiveness e)
 *   2. free share of the heat = (supply + range - sink - approach)/range, within 0 and 1: the outside pre-cools the return, a chiller does the rest
 *   3. chiller work = heat left / COP, COP = c T_e/(T_c - T_e), T_e = supply - evaporator approach, T_c = sink + condenser approach, lift at least a least lift; c the share of Carnot's
 *   4. air needed = approach/(supply - sink) of full flow while all is free, full flow otherwise; fans = fan_frac (flow)^3, flow never below a least; pumps constant
 *   5. tower: air leaves saturated at the mean of its water (the loop's, or the condenser's above the wet bulb on hot days); evaporated = heat (W_out - W_in)/(h_out - h_in)
 *   6. make-up = evaporated c/(c - 1) + drift, c the cycles of concentration; pads: evaporated by the air's cooling, with the same bleed
 *   7. heat not taken where there is no chiller: the plant takes the free share, and IT must follow
 *   8. overhead = fixed and proportional electrical losses + other + loops; PUE = 1 + overhead/IT
 *
 * Sources: 2 series water-side economiser, 4 affinity laws, 5 and 6 cooling towers (ASHRAE Handbook, HVAC Systems and Equipment, ch. 40);
 * 3 Carnot share of chillers 0.4-0.65 (Gordon & Ng). Humidity of the hall, thermal storage of hour to hour and part-load curves of chillers are left out.
 * Range: -40 to 55 degC outside. Accuracy: PUE and water of halls as published (test); equations 3-6 by hand.
 */
import { ZERO_CELSIUS_K } from "../units/index.ts";
import { moistEnthalpy_kJ_per_kg, saturatedHumidity } from "./psychrometrics.ts";

export type CoolingChiller = {
  /** COP over Carnot's. */
  readonly carnot_frac: number;
  readonly evaporatorApproach_K: number;
  readonly condenserApproach_K: number;
  readonly liftMin_K: number;
};

export type CoolingLoop = {
  /** Share of the hall's heat. */
  readonly share_frac: number;
  readonly sink: "dry-bulb" | "wet-bulb" | "adiabatic";
  /** Warmest that it may deliver, and how much it warms in the hall. */
  readonly supply_C: number;
  readonly range_K: number;
  /** Supply above the sink at full air flow and full heat. */
  readonly approach_K: number;
  /** Fans at full flow and pumps, over the loop's heat. */
  readonly fan_frac: number;
  readonly fanFlowMin_frac: number;
  readonly pump_frac: number;
  /** Null: what the outside cannot take stays. */
  readonly chiller: CoolingChiller | null;
  /** Pads alone; 0 elsewhere. */
  readonly padEffectiveness_frac: number;
};

export type CoolingPlant = {
  readonly loops: readonly CoolingLoop[];
  readonly cyclesOfConcentration: number;
  /** Water lost as droplets over the heat rejected by towers. */
  readonly drift_L_per_kWh: number;
  /** Transformers and UPS: of the hall's design load, and of its present load. */
  readonly electricalFixed_frac: number;
  readonly electricalLoad_frac: number;
  /** Lighting, offices, pumps of the house, of the design load. */
  readonly other_frac: number;
};

export type OutsideAir = {
  readonly dryBulb_C: number;
  readonly wetBulb_C: number;
  /** kg of vapour a kg of dry air. */
  readonly humidity: number;
  readonly pressure_Pa: number;
};

export type CoolingHour = {
  /** Over IT power of this hour. */
  readonly pue: number;
  /** Make-up over IT energy. */
  readonly water_L_per_kWh: number;
  /** Share of the heat that is taken: below 1 only where a loop has no chiller. */
  readonly cooled_frac: number;
};

/** Latent heat at 25 degC, kJ/kg (equation 3 of psychrometrics: 2501 - 2.36 t). */
const LATENT_KJ_PER_KG = 2442;
const KJ_PER_KWH = 3600;

type LoopHour = { readonly power_frac: number; readonly water_L_per_kWh: number; readonly cooled_frac: number };

/** One hour at a load of the design's IT power, 0 < load <= 1. */
export function coolingHour(plant: CoolingPlant, air: OutsideAir, load_frac: number): CoolingHour {
  const electrical = plant.electricalFixed_frac / load_frac + plant.electricalLoad_frac;
  // Losses and the hall's other loads are heat inside as well.
  const heat = 1 + electrical + plant.other_frac / load_frac;
  let [power, water, cooled] = [0, 0, 0];
  for (const loop of plant.loops) {
    const hour = loopHour(loop, plant, { air, load_frac });
    power += loop.share_frac * heat * hour.power_frac;
    water += loop.share_frac * heat * hour.water_L_per_kWh;
    cooled += loop.share_frac * hour.cooled_frac;
  }
  return { pue: heat + power, water_L_per_kWh: water, cooled_frac: cooled };
}

/** Power and water over the loop's heat. */
function loopHour(loop: CoolingLoop, plant: CoolingPlant, { air, load_frac }: { readonly air: OutsideAir; readonly load_frac: number }): LoopHour {
  const sink_C = sinkTemperature(loop, air, load_frac);
  const approach_K = loop.approach_K * load_frac;
  const free = Math.min(1, Math.max(0, (loop.supply_C + loop.range_K - sink_C - approach_K) / loop.range_K));
  const work = loop.chiller === null || free === 1 ? 0 : (1 - free) / chillerCop(loop, loop.chiller, sink_C);
  const taken = loop.chiller === null ? free : 1;
  const rejected = taken + work;
  const flow = free === 1 ? Math.max(loop.fanFlowMin_frac, approach_K / (loop.supply_C - sink_C)) : 1;
  const power_frac = work + loop.fan_frac * flow ** 3 / load_frac + loop.pump_frac;
  return { power_frac, water_L_per_kWh: rejected * loopWater(loop, plant, { air, sink_C }), cooled_frac: taken };
}

/** Equation 1. */
function sinkTemperature(loop: CoolingLoop, air: OutsideAir, load_frac: number): number {
  if (loop.sink === "dry-bulb") return air.dryBulb_C;
  if (loop.sink === "wet-bulb") return air.wetBulb_C;
  const wanted = loop.supply_C - loop.approach_K * load_frac;
  const coldest = air.dryBulb_C - loop.padEffectiveness_frac * (air.dryBulb_C - air.wetBulb_C);
  return Math.min(air.dryBulb_C, Math.max(wanted, coldest));
}

/** Equation 3. */
function chillerCop(loop: CoolingLoop, chiller: CoolingChiller, sink_C: number): number {
  const evaporator_C = loop.supply_C - chiller.evaporatorApproach_K;
  const lift_K = Math.max(chiller.liftMin_K, sink_C + chiller.condenserApproach_K - evaporator_C);
  return (chiller.carnot_frac * (evaporator_C + ZERO_CELSIUS_K)) / lift_K;
}

/** Equations 5 and 6: make-up over heat rejected. */
function loopWater(loop: CoolingLoop, plant: CoolingPlant, { air, sink_C }: { readonly air: OutsideAir; readonly sink_C: number }): number {
  const bleed = plant.cyclesOfConcentration / (plant.cyclesOfConcentration - 1);
  if (loop.sink === "wet-bulb") return evaporated_L_per_kWh(air, towerOut_C(loop, air)) * bleed + plant.drift_L_per_kWh;
  if (loop.sink === "dry-bulb" || sink_C >= air.dryBulb_C) return 0;
  // The air that the loop's heat warms by range_K was cooled by the pads beforehand.
  return (((air.dryBulb_C - sink_C) / loop.range_K) * KJ_PER_KWH * bleed) / LATENT_KJ_PER_KG;
}

/** Air leaves a tower at the mean of its water: of the loop's while the outside cools it, of the condenser's or of a loop that has grown too warm on hot days. */
function towerOut_C(loop: CoolingLoop, air: OutsideAir): number {
  const hot = loop.chiller === null ? loop.approach_K + loop.range_K / 2 : loop.chiller.condenserApproach_K;
  return Math.max(loop.supply_C + loop.range_K / 2, air.wetBulb_C + hot);
}

/** Equation 5: by air that leaves saturated at `out_C`; none where that is colder and drier than what comes in. */
export function evaporated_L_per_kWh(air: OutsideAir, out_C: number): number {
  const humidity = saturatedHumidity(out_C, air.pressure_Pa);
  const gained = moistEnthalpy_kJ_per_kg(out_C, humidity) - moistEnthalpy_kJ_per_kg(air.dryBulb_C, air.humidity);
  const vapour = humidity - air.humidity;
  if (gained <= 0) throw new Error(`a tower cannot reject heat: air leaves at ${out_C} degC with less heat than it has outside (${air.dryBulb_C} degC)`);
  return Math.max(0, (vapour / gained) * KJ_PER_KWH);
}
