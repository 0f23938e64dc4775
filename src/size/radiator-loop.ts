/**
 * One loop of the radiator: what its pump takes and what its film costs in temperature.
 *
 *   1. heat of a loop = net flux x orbit.platform.radiatorLoop; flow = heat/(c_p rise), or heat/(quality x heat of evaporation) where it boils
 *   2. pressure = friction of the pipe, mean quality half of that at its inlet; pump share = pressure x flow/(density x efficiency x heat)   (physics/coolants)
 *   3. film: coolant at the servers' inlet above the wall, liquid heat/G - rise with G = m c_p (1 - exp(-h A/(m c_p))), boiling heat/(h A)
 *
 * Without radiatorPipe: the pressure written, or the catalogue's share; no film beside loopDrop.
 * Assumes: pump and servers' plates take no pressure beside the pipe; a panel as a whole number of loops. Two-phase friction is homogeneous, of the
 * liquid's viscosity. Accuracy: by hand from published properties (test/size/radiator-loop).
 */
import { coolantProperty, loopConductance_W_per_K, pipePressureDrop_Pa, pumpPower_W, pumpShare_frac, singlePhaseFlow_kg_per_s, twoPhaseFlow_kg_per_s, type Coolant } from "../physics/index.ts";
import type { PlatformFields } from "./load.ts";

export interface RadiatorLoop {
  /** Pump power over heat moved. */
  readonly pump_frac: number;
  /** Coolant inlet of the server above the panel's face. */
  readonly drop_K: number;
}

/** Of a panel that rejects so much a square metre; the catalogue's share of pump power where nothing is written. */
export const radiatorLoop = (platform: PlatformFields, coolant: Coolant, { netFlux_W_per_m2, pumpPower_frac }: { readonly netFlux_W_per_m2: number; readonly pumpPower_frac: number }): RadiatorLoop => {
  const { radiatorPipe, pumpPressure_Pa, coolantRise_K: rise_K, pumpEfficiency_frac: efficiency_frac, radiatorTemperature_K: temperature_K, loopDrop_K } = platform;
  if (radiatorPipe === null) return { pump_frac: pumpPressure_Pa === null ? pumpPower_frac : pumpShare_frac(coolant, { pressureRise_Pa: pumpPressure_Pa, rise_K, efficiency_frac, temperature_K }), drop_K: loopDrop_K };
  const heat_W = netFlux_W_per_m2 * platform.radiatorLoop_m2;
  // A panel that rejects nothing has no flow; why.ts says so.
  if (!(heat_W > 0)) return { pump_frac: 0, drop_K: loopDrop_K };
  const { length_m, bore_m, roughness_frac, quality_frac, film_W_per_m2_K } = radiatorPipe;
  const flow_kg_per_s = quality_frac === null ? singlePhaseFlow_kg_per_s(coolant, { heat_W, rise_K, temperature_K }) : twoPhaseFlow_kg_per_s(coolant, { heat_W, quality_frac, temperature_K });
  const pressureRise_Pa = pipePressureDrop_Pa(coolant, { length_m, bore_m, roughness_frac }, { flow_kg_per_s, temperature_K, quality_frac: quality_frac === null ? 0 : quality_frac / 2 });
  const pump_frac = pumpPower_W({ flow_kg_per_s, pressureRise_Pa, density_kg_per_m3: coolantProperty(coolant.density_kg_per_m3, temperature_K), efficiency_frac }) / heat_W;
  if (film_W_per_m2_K === null) return { pump_frac, drop_K: loopDrop_K };
  const film_W_per_K = film_W_per_m2_K * Math.PI * bore_m * length_m;
  if (quality_frac !== null) return { pump_frac, drop_K: loopDrop_K + heat_W / film_W_per_K };
  const conductance_W_per_K = loopConductance_W_per_K({ flow_kg_per_s, heat_J_per_kg_K: coolantProperty(coolant.heat_J_per_kg_K, temperature_K), film_W_per_K });
  return { pump_frac, drop_K: loopDrop_K + heat_W / conductance_W_per_K - rise_K };
};
