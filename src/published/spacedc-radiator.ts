/**
 * spacedc-mdao: its radiator, as hot as the memory on the chip allows.
 *
 * (1) radiator temperature = memory limit - chip power * resistance from junction to radiator
 * (2) net = sides * eps * sigma (T^4 - T_sink^4) - alpha S cos(sun) - F_Earth (alpha albedo S + eps IR); area = heat/net
 * Source: jman4162/spacedc-mdao @90ef481 src/orbitdc/thermal (codesign, radiation, surfaces, presets), coatings at the end of life.
 * Its two-sided panel sees the Sun at 60 degrees on one side whatever the beta angle is; a net flux at or below zero throws here.
 */
import { STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../units/index.ts";

export type SpacedcPanel = {
  readonly memoryLimit_K: number;
  readonly chip_K_per_W: number;
  readonly sides: number;
  readonly emittance_frac: number;
  readonly absorptance_frac: number;
  readonly sunIncidence_cos: number;
  readonly earthView_frac: number;
  readonly solarFlux_W_per_m2: number;
  readonly albedo_frac: number;
  readonly earthInfrared_W_per_m2: number;
  readonly sink_K: number;
};

/** H100 with direct liquid, optical solar reflectors after years in the Sun, its "conservative_leo". */
export const spacedcPanel: SpacedcPanel = {
  memoryLimit_K: 368,
  chip_K_per_W: 0.08,
  sides: 2,
  emittance_frac: 0.82,
  absorptance_frac: 0.07,
  sunIncidence_cos: 0.5,
  earthView_frac: 0.2,
  solarFlux_W_per_m2: 1361,
  albedo_frac: 0.3,
  earthInfrared_W_per_m2: 238,
  sink_K: 3,
};

/** Equation (1). */
export function spacedcRadiatorTemperature_K({ memoryLimit_K, chip_K_per_W }: SpacedcPanel, chip_W: number): number {
  return memoryLimit_K - chip_W * chip_K_per_W;
}

/** Equation (2), W per m2 of panel. */
export function spacedcNetFlux_W_per_m2(panel: SpacedcPanel, temperature_K: number): number {
  const emitted = panel.sides * panel.emittance_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * (temperature_K ** 4 - panel.sink_K ** 4);
  const sun = panel.absorptance_frac * panel.solarFlux_W_per_m2 * panel.sunIncidence_cos;
  const earth = panel.earthView_frac * (panel.absorptance_frac * panel.albedo_frac * panel.solarFlux_W_per_m2 + panel.emittance_frac * panel.earthInfrared_W_per_m2);
  return emitted - sun - earth;
}

/** Area that rejects `heat_W`, m2. Throws where the panel takes in more than it gives. */
export function spacedcRadiator_m2(panel: SpacedcPanel, { heat_W, chip_W }: { readonly heat_W: number; readonly chip_W: number }): number {
  const net_W_per_m2 = spacedcNetFlux_W_per_m2(panel, spacedcRadiatorTemperature_K(panel, chip_W));
  if (!(net_W_per_m2 > 0)) throw new RangeError(`the panel rejects nothing: its net flux is ${net_W_per_m2} W/m2`);
  return heat_W / net_W_per_m2;
}

/** Its share of structure, deployment and margin on panel and coolant loop, in the thermal kg per kW that it prints. */
export const spacedcThermalUplift_frac = 0.45;
