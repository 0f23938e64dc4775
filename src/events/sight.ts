/**
 * Sight between two satellites: how near the line between them comes to the Earth, and when it is clear.
 *
 * Geometry in kernel/passes-sight, for a sphere of the equatorial radius: the height over the true surface is up to 21 km greater near the poles.
 */
import { grazingRadius } from "../kernel/index.ts";
import type { Vec3 } from "../physics/index.ts";
import { EARTH_RADIUS_KM } from "../units/index.ts";

/** Least height of the line of sight between two positions over the Earth's equatorial sphere; negative when the Earth hides them. One frame, any. */
export function grazingAltitude_km(a_km: Vec3, b_km: Vec3): number {
  return grazingRadius(a_km, b_km) - EARTH_RADIUS_KM;
}

/** Whether the line of sight between two positions stays above a height: 0 for the surface, 80 and more to clear the air. */
export function inSight(a_km: Vec3, b_km: Vec3, altitudeMin_km: number): boolean {
  return grazingAltitude_km(a_km, b_km) >= altitudeMin_km;
}
