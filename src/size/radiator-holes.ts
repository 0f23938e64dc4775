/**
 * Meteoroids on the panel: what they close of its loops over the life, and how much larger it is for that.
 *
 *   1. share left of the loops at the end of life exp(-holes x years x loop), whatever the panel's size       (physics/meteoroids, eq. 3a)
 *   2. A = Q / (net x share left); a panel smaller than a loop is one loop, A = A0 exp(k A)
 *
 * Not in it: space debris (no open flux table). Meteoroids away from the Earth: those of 1 au, neither focused nor shielded; the mean loss is
 * made up for, not the worst of many platforms.
 */
import { loopLeft_frac, METEOROID_DENSITY_G_PER_CM3, meteoroidEarthFactor, meteoroidFlux_per_m2_yr, meteoroidMass_g } from "../physics/index.ts";
import type { Orbit } from "./load.ts";
import type { Season } from "./season.ts";
import type { RadiatorSizing } from "./sizing.ts";

export interface LoopHoles {
  /** Holes that open a loop, a m2 of panel and year; what one loop feeds, and the share of many still fed at the end of life. */
  readonly holes_per_m2_yr: number;
  readonly loop_m2: number;
  readonly left_frac: number;
}

/** Mean speed of meteoroids far from the Earth (Grun et al. 1985). */
const METEOROID_KM_PER_S = 20;

/** What opens loops of a panel with so many faces. */
export const loopHoles = ({ platform, life_yr }: Orbit, { altitude_km }: Season, sides: number): LoopHoles => {
  const mass_g = meteoroidMass_g({ diameter_mm: platform.radiatorHole_m * 1000, density_g_per_cm3: METEOROID_DENSITY_G_PER_CM3 });
  const flux_per_m2_yr = meteoroidFlux_per_m2_yr(mass_g) * (altitude_km === null ? 1 : meteoroidEarthFactor({ altitude_km, speed_km_per_s: METEOROID_KM_PER_S }));
  const panel = { sides: sides === 1 ? 1 : 2, exposed_frac: platform.radiatorExposed_frac, flux_per_m2_yr, loopArea_m2: platform.radiatorLoop_m2 } as const;
  return { holes_per_m2_yr: flux_per_m2_yr * panel.sides * panel.exposed_frac, loop_m2: platform.radiatorLoop_m2, left_frac: loopLeft_frac(panel, life_yr) };
};

/** Panel that rejects a heat in the hot case when the life's holes have closed their loops. */
export const panelArea_m2 = ({ netFlux_W_per_m2, loop_m2, left_frac }: LoopHoles & { readonly netFlux_W_per_m2: number }, heat_W: number): number => {
  const need_m2 = heat_W / netFlux_W_per_m2;
  const k_per_m2 = -Math.log(left_frac) / loop_m2;
  // A panel smaller than a loop is one loop: A = need exp(k A), from below to its least root, which is there up to k need = 1/e.
  if (!(need_m2 < loop_m2 && k_per_m2 * need_m2 < 1 / Math.E)) return need_m2 / left_frac;
  let area_m2 = need_m2;
  for (let i = 0; i < 100; i++) {
    const next_m2 = need_m2 * Math.exp(k_per_m2 * area_m2);
    if (next_m2 - area_m2 <= 1e-15 * area_m2) break;
    area_m2 = next_m2;
  }
  return area_m2 < loop_m2 ? area_m2 : need_m2 / left_frac;
};

/** What meteoroids do to a panel over the life. */
export const holesOf = ({ platform: { radiatorExposed_frac }, life_yr }: Orbit, { sides, holes_per_m2_yr, loop_m2 }: LoopHoles & { readonly sides: number }, area_m2: number): RadiatorSizing["holes"] => ({
  flux_per_m2_yr: radiatorExposed_frac === 0 ? 0 : holes_per_m2_yr / (sides * radiatorExposed_frac),
  punctures: holes_per_m2_yr * area_m2 * life_yr,
  loops: Math.max(1, area_m2 / loop_m2),
  left_frac: Math.exp(-holes_per_m2_yr * life_yr * Math.min(loop_m2, area_m2)),
});
