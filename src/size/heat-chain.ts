/**
 * Temperatures from the panel to the chip.
 *
 *   1. junction = panel + loop drop, with the film of a pipe written (radiator-loop), + chip rise, the rise in proportion to the load of a chip that works
 */
import { chipRiseAtPeak_K, type ServerLoad } from "./load.ts";
import type { RadiatorDesign } from "./radiator-design.ts";
import type { HeatChain } from "./sizing.ts";

/** Temperatures from panel to junction at the load's peak. */
export const heatChain = (load: ServerLoad, { temperature_K: panel_K, drop_K }: Pick<RadiatorDesign, "temperature_K" | "drop_K">): HeatChain => {
  const coolant_K = panel_K + drop_K;
  return { panel_K, coolant_K, coolantMax_K: load.coolantMax_K, junction_K: coolant_K + chipRiseAtPeak_K(load), junctionMax_K: load.junctionMax_K };
};
