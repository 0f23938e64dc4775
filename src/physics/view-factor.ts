/**
 * View factor of a small flat plate to a sphere, exact.
 *
 * H = r/R, g = angle between the plate's normal and the sphere's centre, w = asin(1/H) the sphere's angular radius:
 *   1. g <= 90 - w: F = cos g / H^2
 *   2. g >= 90 + w: F = 0
 *   3. between:     F = 1/2 - asin(sqrt(H^2 - 1)/(H sin g))/pi
 *                     + [cos g acos(-sqrt(H^2 - 1) cot g) - sqrt(H^2 - 1) sqrt(1 - H^2 cos^2 g)] / (pi H^2)
 * (Howell's catalogue of configuration factors, B-43; Juul 1979)
 *
 * Assumes: diffuse plate, diffuse sphere of one radiance. Range: H > 1, g 0..180.
 * Accuracy: exact; against Monte Carlo of 2e6 rays 3e-4 (test/golden/physics), against a surface integral 1e-5 (test).
 */
import { EARTH_RADIUS_KM, RADIANS_PER_DEGREE } from "../units/index.ts";
import { semiMajorAxis_km } from "./orbit.ts";

/** Fraction of a plate's hemisphere, by cosine, that a sphere fills; distance in radii of the sphere. */
export function plateSphereViewFactor(plate: { readonly distance_radii: number; readonly normalToCentre_deg: number }): number {
  const h2 = plate.distance_radii ** 2;
  const g = plate.normalToCentre_deg * RADIANS_PER_DEGREE;
  const w = Math.asin(1 / plate.distance_radii);
  if (g <= Math.PI / 2 - w) return Math.cos(g) / h2;
  if (g >= Math.PI / 2 + w) return 0;
  const cosG = Math.cos(g);
  const sinG = Math.sin(g);
  const root = Math.sqrt(h2 - 1);
  const arc = Math.asin(Math.min(1, root / (plate.distance_radii * sinG)));
  const lune = Math.acos(Math.min(1, Math.max(-1, (-root * cosG) / sinG)));
  const chord = root * Math.sqrt(Math.max(0, 1 - h2 * cosG * cosG));
  return 0.5 - arc / Math.PI + (cosG * lune - chord) / (Math.PI * h2);
}

/** View factor of one face to the Earth; normalToNadir 0 faces the Earth, 90 is edge-on. */
export function earthViewFactor(face: { readonly altitude_km: number; readonly normalToNadir_deg: number }): number {
  return plateSphereViewFactor({ distance_radii: semiMajorAxis_km(face.altitude_km) / EARTH_RADIUS_KM, normalToCentre_deg: face.normalToNadir_deg });
}
