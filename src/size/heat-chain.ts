/**
 * Temperatures from the panel to the chip.
 *
 *   1. junction = panel + loop drop + chip rise, the rise in proportion to the load of a chip that works
 */
import { chipRiseAtPeak_K, type Orbit, type ServerLoad } from "./load.ts";
import type { HeatChain } from "./sizing.ts";

/** Temperatures from panel to junction at the load's peak. */
export const heatChain = (orbit: Orbit, load: ServerLoad, panel_K: number): HeatChain => {
  const coolant_K = panel_K + orbit.platform.loopDrop_K;
  return { panel_K, coolant_K, coolantMax_K: load.coolantMax_K, junction_K: coolant_K + chipRiseAtPeak_K(load), junctionMax_K: load.junctionMax_K };
};
