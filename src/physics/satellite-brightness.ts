/**
 * How bright a satellite looks from the ground, in V magnitudes; larger is fainter.
 *
 *   1. Lambertian sphere: V = -26.77 - 2.5 log10[(2 z/(3 pi^2)) ((pi - f) cos f + sin f)] + 5 log10 R + k X
 *      (Boley, Lawler & Rein 2026, arXiv 2608.02757, eq. 2): z albedo x cross-section in m2, f phase angle, R range in m
 *   2. Starlink Gen2 Mini in its dimmed attitude: V at 1,000 km = 2.630 + 0.1065 f - 0.0005167 f^2, f in degrees (Mallama et al. 2023,
 *      arXiv 2306.06657, figure 5), scaled by -2.5 log10(A/116 m2)
 *   3. air mass X = 1/[cos Z + 0.50572 (96.07995 - Z)^-1.6364], Z zenith angle in degrees (Kasten & Young 1989); k = 0.15 mag
 *   4. limit asked for by the IAU: V >= 7 + 2.5 log10(h/550 km)
 *   5. phase at the zenith under a Sun at elevation e: f = 90 deg + e
 *
 * 1 is a satellite nobody dimmed, 2 one dimmed as Starlink does: the two bracket a design, 3-6 magnitudes apart. Diffuse light only:
 * glints of flat panels are brighter for moments; shadowed satellites are dark (eclipse.ts).
 * Range: f 0..180 deg in 1, about 30-130 in 2 (the fit's data); Z below 90 deg. Accuracy: exact in 1 (V = -1.372 for z 160 m2 at 700 km,
 * f 0); 2 to the scatter of its data, about 0.5-1 mag (test/physics/sustainability).
 */
import { RADIANS_PER_DEGREE } from "../units/index.ts";
import { inRange } from "./in-range.ts";

/** V magnitude of the Sun (Willmer 2018: -26.76; Boley et al. take -26.77). */
const SUN_V_MAG = -26.77;
/** Extinction a unit of air mass in V at a good site (Boley et al. 2026). */
export const EXTINCTION_V_MAG = 0.15;
/** Area of a Gen2 Mini with its array, to which (2) is scaled. */
const GEN2_MINI_M2 = 116;

export type Sighting = {
  readonly range_km: number;
  /** Angle at the satellite between the Sun and the observer. */
  readonly phase_deg: number;
  /** Angle from the zenith at the observer. */
  readonly zenith_deg: number;
};

/** Magnitude of a diffuse sphere of that albedo times cross-section. */
export function sphereMagnitude(albedoArea_m2: number, sighting: Sighting): number {
  check(sighting);
  inRange("positive", { albedoArea_m2 });
  const phase = sighting.phase_deg * RADIANS_PER_DEGREE;
  const lit = (Math.PI - phase) * Math.cos(phase) + Math.sin(phase);
  const reflected_m2 = ((2 * albedoArea_m2) / (3 * Math.PI ** 2)) * lit;
  return SUN_V_MAG - 2.5 * Math.log10(reflected_m2) + 5 * Math.log10(sighting.range_km * 1000) + extinction_mag(sighting.zenith_deg);
}

/** Magnitude of a satellite dimmed as Starlink's Gen2 Mini, of another area. */
export function dimmedMagnitude(area_m2: number, sighting: Sighting): number {
  check(sighting);
  inRange("positive", { area_m2 });
  const f = sighting.phase_deg;
  const at1000km = 2.63 + 0.1065 * f - 0.0005167 * f * f;
  return (
    at1000km - 2.5 * Math.log10(area_m2 / GEN2_MINI_M2) + 5 * Math.log10(sighting.range_km / 1000) + extinction_mag(sighting.zenith_deg)
  );
}

/** Light lost in the air on the way down. */
export function extinction_mag(zenith_deg: number): number {
  return EXTINCTION_V_MAG * airMass(zenith_deg);
}

/** Air masses along a path from that zenith angle; 1 at the zenith, 38 at the horizon. */
export function airMass(zenith_deg: number): number {
  if (!(zenith_deg >= 0 && zenith_deg <= 90)) throw new RangeError(`zenith_deg is ${zenith_deg}, must be 0-90`);
  return 1 / (Math.cos(zenith_deg * RADIANS_PER_DEGREE) + 0.50572 * (96.07995 - zenith_deg) ** -1.6364);
}

/** Faintest that the IAU asks a satellite at that altitude to be. */
export function brightnessLimit_mag(altitude_km: number): number {
  inRange("positive", { altitude_km });
  return 7 + 2.5 * Math.log10(altitude_km / 550);
}

/** A satellite at the zenith while the Sun is at that elevation, below the horizon negative. */
export function zenithSighting(altitude_km: number, sunElevation_deg: number): Sighting {
  inRange("positive", { altitude_km });
  return { range_km: altitude_km, phase_deg: 90 + sunElevation_deg, zenith_deg: 0 };
}

function check({ range_km, phase_deg }: Sighting): void {
  inRange("positive", { range_km });
  if (!(phase_deg >= 0 && phase_deg < 180)) throw new RangeError(`phase_deg is ${phase_deg}, must be 0 to below 180`);
}
