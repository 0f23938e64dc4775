/**
 * Safe mode in the cold: what keeps the panel's coolant from freezing.
 *
 *   1. safe mode, shadow, no Sun: T = ((Q_safe / A' + absorbed) / (emission sigma))^(1/4), A' the share still fed; heater =
 *      A' (emission sigma T_low^4 - absorbed) - Q_safe where T is below T_low = freezing + margin               (physics/radiator-cases)
 *   2. the panel lasts through the shadow by its own heat where sunlight warms it beforehand by d = (n / s)(exp(s t / C) - 1), n the loss at
 *      T_low, s the chord of the loss to T_low + 30 K, above it everywhere between; else, or beyond 30 K, the battery heats in shadow
 */
import { STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../units/index.ts";
import { emissionAt, fourth, type RadiatorDesign } from "./radiator-design.ts";

/** Heater of safe mode: in sunlight, and what the battery must carry of it in shadow. */
export interface ColdHeater {
  readonly heater_W: number;
  readonly inShadow_W: number;
  /** By which sunlight warms the panel above its lowest temperature, to last through the shadow; 0 where the battery heats. */
  readonly preheat_K: number;
}

/** Farthest that sunlight may warm the panel beforehand. */
const PREHEAT_MOST_K = 30;

/** Heater that keeps the fed panel from freezing in safe mode; 0 where its own heat and the Earth's do. */
export const coldHeater = (design: RadiatorDesign, { area_m2, heat_W, shadow_s }: { readonly area_m2: number; readonly heat_W: number; readonly shadow_s: number }): ColdHeater => {
  const fed_m2 = area_m2 * design.fed_frac;
  const emission_W_per_m2_K4 = emissionAt(design, design.lowest_K) * STEFAN_BOLTZMANN_W_PER_M2_K4;
  const kept_W_per_m2 = design.absorbed.infrared_W_per_m2 + heat_W / fed_m2;
  const loss_W_per_m2 = emission_W_per_m2_K4 * fourth(design.lowest_K) - kept_W_per_m2;
  if (loss_W_per_m2 <= 0) return NO_HEATER;
  const chord_W_per_m2_K = (emission_W_per_m2_K4 * (fourth(design.lowest_K + PREHEAT_MOST_K) - fourth(design.lowest_K))) / PREHEAT_MOST_K;
  const preheat_K = (loss_W_per_m2 / chord_W_per_m2_K) * Math.expm1((chord_W_per_m2_K * shadow_s) / design.heatCapacity_J_per_m2_K);
  if (preheat_K > PREHEAT_MOST_K) return { heater_W: fed_m2 * loss_W_per_m2, inShadow_W: fed_m2 * loss_W_per_m2, preheat_K: 0 };
  return { heater_W: fed_m2 * (emission_W_per_m2_K4 * (design.lowest_K + preheat_K) ** 4 - kept_W_per_m2), inShadow_W: 0, preheat_K };
};

const NO_HEATER: ColdHeater = { heater_W: 0, inShadow_W: 0, preheat_K: 0 };

/** Where the fed panel falls to in safe mode without a heater. */
export const unheated_K = (design: RadiatorDesign, { area_m2, heat_W }: { readonly area_m2: number; readonly heat_W: number }): number =>
  ((heat_W / (area_m2 * design.fed_frac) + design.absorbed.infrared_W_per_m2) / (emissionAt(design, design.lowest_K) * STEFAN_BOLTZMANN_W_PER_M2_K4)) ** 0.25;
