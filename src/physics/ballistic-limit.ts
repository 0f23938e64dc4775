/**
 * What pierces a wall: the sphere at the ballistic limit of one plate of aluminium.
 *
 *   1. crater in a thick target P = 5.24 d^(19/18) BHN^(-1/4) (rho_p / rho_t)^(1/2) (V cos th / C)^(2/3), cm, g/cm3, km/s
 *      (Cour-Palais 1987; Christiansen et al., Handbook for Designing MMOD Protection, NASA/TM-2009-214785, eq. 4-1)
 *   2. a plate of t holds where t >= k P: k = 1.8 against perforation, 2.2 against spall that comes off, 3.0 against spall that does not (4-3 to 4-5)
 *   3. so d = [(t / k) BHN^(1/4) (rho_t / rho_p)^(1/2) / (5.24 (V cos th / C)^(2/3))]^(18/19)             (4-6)
 *
 * Assumes: rho_p / rho_t below 1.5 (2/3 as the power of the ratio above it); an unloaded plate. Two plates apart hold more than one of
 * their sum, the first breaking up what comes: for a tube behind a face sheet the sum is a lower bound of what it takes.
 * Range: tested below 8 km/s and 0-85 deg on aluminium, used at all speeds. Accuracy: NASA's own program to 1e-5 (test/physics/ballistic-limit).
 */
import { RADIANS_PER_DEGREE } from "../units/index.ts";
import { inRange } from "./in-range.ts";

/** Of k: how much of a plate must stay. */
export const BALLISTIC_DAMAGE = { perforation: 1.8, detachedSpall: 2.2, attachedSpall: 3 } as const;

export interface AluminiumPlate {
  readonly thickness_mm: number;
  readonly density_g_per_cm3: number;
  readonly brinell: number;
  readonly soundSpeed_km_per_s: number;
}

/** Aluminium 6061-T6: density and sound speed of TM-2009-214789's sample plate (2.713, 5.069), Brinell 95 of the alloy's sheet. */
export const ALUMINIUM_6061_T6 = { density_g_per_cm3: 2.713, brinell: 95, soundSpeed_km_per_s: 5.069 } as const;

/** Most slanting impact that was tested. */
const STEEPEST_DEG = 85;

export interface Impact {
  readonly density_g_per_cm3: number;
  readonly speed_km_per_s: number;
  /** From the plate's normal. */
  readonly angle_deg: number;
}

/** Diameter of the sphere that just does the damage to a plate, mm; RangeError outside the formula. */
export function criticalDiameter_mm(plate: AluminiumPlate, impact: Impact, damage: keyof typeof BALLISTIC_DAMAGE): number {
  inRange("positive", { thickness_mm: plate.thickness_mm, density_g_per_cm3: plate.density_g_per_cm3, brinell: plate.brinell, soundSpeed_km_per_s: plate.soundSpeed_km_per_s, impactDensity_g_per_cm3: impact.density_g_per_cm3, speed_km_per_s: impact.speed_km_per_s });
  if (!(Math.abs(impact.angle_deg) <= STEEPEST_DEG)) throw new RangeError(`angle_deg ${impact.angle_deg} is outside the formula's ${STEEPEST_DEG}`);
  const cosine = Math.cos(impact.angle_deg * RADIANS_PER_DEGREE);
  const ratio = impact.density_g_per_cm3 / plate.density_g_per_cm3;
  if (!(ratio < 1.5)) throw new RangeError(`a particle of ${ratio} times the plate's density is outside the formula's 1.5`);
  const penetration_cm = plate.thickness_mm / 10 / BALLISTIC_DAMAGE[damage];
  const perDiameter = 5.24 * plate.brinell ** -0.25 * Math.sqrt(ratio) * ((impact.speed_km_per_s * cosine) / plate.soundSpeed_km_per_s) ** (2 / 3);
  return 10 * (penetration_cm / perDiameter) ** (18 / 19);
}
