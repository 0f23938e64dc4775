/**
 * Meteoroids on the panel: what pierces its walls, what that closes of its loops over the life, and how much larger it is for that.
 *
 *   1. the smallest that opens a loop: ballistic limit of the wall as aluminium 6061-T6, at 20 km/s and 45 deg        (physics/ballistic-limit)
 *   2. share left of the loops at the end of life exp(-holes x years x loop), whatever the panel's size          (physics/meteoroids, eq. 3a)
 *   3. A = Q / (net x share left) from one whole loop on; a smaller panel is one loop, which its first hole empties: more area would not help,
 *      so that its share left is the chance exp(-holes x years x A) that it is whole
 *   4. a wall thicker than the catalogue's masses have (1.5 mm) adds density x faces x exposed x the difference
 *
 * Not in it: space debris (no open flux table). Meteoroids away from the Earth: those of 1 au, neither focused nor shielded; the mean loss is
 * made up for, not the worst of many platforms. All meteoroids have their mean speed, density and the mean angle on a plate.
 */
import { ALUMINIUM_6061_T6, criticalDiameter_mm, loopLeft_frac, METEOROID_DENSITY_G_PER_CM3, meteoroidEarthFactor, meteoroidFlux_per_m2_yr, meteoroidMass_g } from "../physics/index.ts";
import type { Orbit, PlatformFields } from "./load.ts";
import type { Season } from "./season.ts";
import type { RadiatorSizing } from "./sizing.ts";

export interface LoopHoles {
  /** Smallest meteoroid that opens a loop. */
  readonly hole_m: number;
  /** Holes that open a loop, a m2 of panel and year; what one loop feeds, and the share of many still fed at the end of life. */
  readonly holes_per_m2_yr: number;
  readonly loop_m2: number;
  readonly left_frac: number;
}

/** Mean speed of meteoroids far from the Earth (Grun et al. 1985), and mean angle to the normal of a plate that meets them from everywhere. */
const METEOROID_KM_PER_S = 20;
const METEOROID_ANGLE_DEG = 45;

/** Wall that areal masses of panels are taken to have. */
const WALL_IN_MASS_M = 0.0015;

/** What opens loops of a panel with so many faces. */
export const loopHoles = ({ platform, life_yr }: Orbit, { altitude_km }: Season, sides: number): LoopHoles => {
  const hole_mm = criticalDiameter_mm(
    { ...ALUMINIUM_6061_T6, thickness_mm: platform.radiatorWall_m * 1000 },
    { density_g_per_cm3: METEOROID_DENSITY_G_PER_CM3, speed_km_per_s: METEOROID_KM_PER_S, angle_deg: METEOROID_ANGLE_DEG },
    "perforation",
  );
  const mass_g = meteoroidMass_g({ diameter_mm: hole_mm, density_g_per_cm3: METEOROID_DENSITY_G_PER_CM3 });
  const flux_per_m2_yr = meteoroidFlux_per_m2_yr(mass_g) * (altitude_km === null ? 1 : meteoroidEarthFactor({ altitude_km, speed_km_per_s: METEOROID_KM_PER_S }));
  const panel = { sides: sides === 1 ? 1 : 2, exposed_frac: platform.radiatorExposed_frac, flux_per_m2_yr, loopArea_m2: platform.radiatorLoop_m2 } as const;
  return { hole_m: hole_mm / 1000, holes_per_m2_yr: flux_per_m2_yr * panel.sides * panel.exposed_frac, loop_m2: platform.radiatorLoop_m2, left_frac: loopLeft_frac(panel, life_yr) };
};

/** Mass of the walls beyond those that areal masses have. */
export const wallMass_kg_per_m2 = ({ radiatorWall_m, radiatorExposed_frac }: PlatformFields, sides: number): number =>
  radiatorWall_m <= WALL_IN_MASS_M ? 0 : 1000 * ALUMINIUM_6061_T6.density_g_per_cm3 * sides * radiatorExposed_frac * (radiatorWall_m - WALL_IN_MASS_M);

/** Panel that rejects a heat in the hot case: when the life's holes have closed their loops, or whole where it is one loop. */
export const panelArea_m2 = ({ netFlux_W_per_m2, loop_m2, left_frac }: Pick<LoopHoles, "loop_m2" | "left_frac"> & { readonly netFlux_W_per_m2: number }, heat_W: number): number => {
  const need_m2 = heat_W / netFlux_W_per_m2;
  return panelIsOneLoop({ loop_m2 }, need_m2) ? need_m2 : need_m2 / left_frac;
};

export const panelIsOneLoop = ({ loop_m2 }: Pick<LoopHoles, "loop_m2">, need_m2: number): boolean => need_m2 < loop_m2;

/** Share of a panel that the life leaves: of its loops, or the chance that its one loop is whole. */
export const panelLeft_frac = ({ holes_per_m2_yr, loop_m2, left_frac }: Pick<LoopHoles, "holes_per_m2_yr" | "loop_m2" | "left_frac">, { need_m2, life_yr }: { readonly need_m2: number; readonly life_yr: number }): number =>
  panelIsOneLoop({ loop_m2 }, need_m2) ? Math.exp(-holes_per_m2_yr * life_yr * need_m2) : left_frac;

/** What meteoroids do to a panel over the life. */
export const holesOf = ({ platform: { radiatorExposed_frac }, life_yr }: Orbit, { sides, hole_m, holes_per_m2_yr, loop_m2 }: LoopHoles & { readonly sides: number }, area_m2: number): RadiatorSizing["holes"] => ({
  smallest_m: hole_m,
  flux_per_m2_yr: radiatorExposed_frac === 0 ? 0 : holes_per_m2_yr / (sides * radiatorExposed_frac),
  punctures: holes_per_m2_yr * area_m2 * life_yr,
  loops: Math.max(1, area_m2 / loop_m2),
  closed_per_yr: holes_per_m2_yr * Math.min(loop_m2, area_m2),
  left_frac: Math.exp(-holes_per_m2_yr * life_yr * Math.min(loop_m2, area_m2)),
});
