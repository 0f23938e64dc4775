/**
 * Whether two nodes may be linked at an instant, and how far apart they are.
 *
 *   1. satellites: range d = |b - a|, height of the line over the sphere: |a - (a.u) u| if the foot of the perpendicular lies between them,
 *      else that of the lower one                                                                                       (plane geometry)
 *   2. station: range d, elevation asin(s.z/d) over the ellipsoid's normal                                  (physics/earth-frame, eq. 4)
 *
 * Assumes: no refraction; positions of one instant, as if light took no time on its way (a satellite moves 0.1 km while light takes 4,000).
 */
import { EARTH_RADIUS_KM } from "../units/index.ts";
import type { InterlinkLimits } from "./network.ts";

/** Limits of (1) squared. */
export type SightLimits = { readonly grazing2_km2: number; readonly range2_km2: number };

/** Throws RangeError for limits that are none. */
export function sightLimits({ altitudeMin_km, rangeMax_km }: InterlinkLimits): SightLimits {
  if (!(altitudeMin_km > -EARTH_RADIUS_KM && altitudeMin_km < Infinity)) throw new RangeError(`altitudeMin_km is ${altitudeMin_km}`);
  if (rangeMax_km !== null && !(rangeMax_km > 0)) throw new RangeError(`rangeMax_km is ${rangeMax_km}`);
  return { grazing2_km2: (EARTH_RADIUS_KM + altitudeMin_km) ** 2, range2_km2: rangeMax_km === null ? Infinity : rangeMax_km ** 2 };
}

/** Distance of two satellites whose states begin at `a` and `b`; NaN for two that may not be linked, or of which one has no position (equation 1). */
export function linkedStates_km(states: Float64Array, a: number, b: number, { grazing2_km2, range2_km2 }: SightLimits): number {
  const [x, y, z] = [states[a]!, states[a + 1]!, states[a + 2]!];
  const dx = states[b]! - x;
  const dy = states[b + 1]! - y;
  const dz = states[b + 2]! - z;
  const d2 = dx * dx + dy * dy + dz * dz;
  if (!(d2 <= range2_km2)) return NaN;
  const along = -(x * dx + y * dy + z * dz);
  const r2 = x * x + y * y + z * z;
  // The foot lies before a, beyond b, or between.
  const low2 = along <= 0 ? r2 : along >= d2 ? r2 - 2 * along + d2 : r2 - (along * along) / d2;
  return low2 >= grazing2_km2 ? Math.sqrt(d2) : NaN;
}
