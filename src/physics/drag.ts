/**
 * Drag of thin air on a circular orbit, and the face that a satellite shows to it.
 *
 *   1. deceleration a_d = 1/2 rho (f v)^2 Cd A/m                                      (King-Hele 1987, Satellite Orbits in an Atmosphere)
 *   2. f = 1 - (w a / v) cos i: air that turns with the Earth; f^2 is King-Hele's factor F
 *   3. da/dt = -2 a a_d / v = -rho f^2 (Cd A/m) sqrt(mu a)
 *   4. a flat panel that faces the Sun shows the ram |s . v_hat| of its area: mean over the orbit (2/pi) cos beta
 *   4a. a panel whose edge follows the Sun and whose normal is level (yaw steering) shows sin(beta) / agm(1, sin(beta)): its normal is
 *      Sun x radius, so |n . v_hat| = sin(beta) / sqrt(1 - cos^2(beta) cos^2(u)), whose mean is (2/pi) sin(beta) K(cos beta)   (Gauss)
 *   5. what tumbles shows a quarter of its surface when convex, a flat plate half its area                        (Cauchy 1841)
 *   6. two bodies of different ballistic area drift apart along the track by 3/2 (difference of a_d) t^2          (Hill's equations)
 *
 * Assumes: free molecular flow with one drag coefficient (2.2 by custom, 2.0-2.8 for plates); the orbit's mean density stands for the
 * mean of density times area. f leaves out the cross wind (0.4 % of the drag on a polar orbit at most) and winds proper.
 * With inclination_deg 90, f = 1: still air. Range: that of the density.
 * Accuracy: 3 against a numerical orbit 1e-3; 4a against quadrature 1e-6; table of yearly speeds within its rounding (test/physics/drag).
 */
import { EARTH_MU_KM3_PER_S2, EARTH_ROTATION_RAD_PER_S, JULIAN_YEAR_S, RADIANS_PER_DEGREE } from "../units/index.ts";
import { betaAngle_deg, circularSpeed_km_per_s, semiMajorAxis_km } from "./orbit.ts";
import type { Shell } from "./orbit.ts";
import { julianDate, sunAt } from "./sun.ts";
import { raanFromLtan_deg, sunSynchronousInclination_deg } from "./sun-synchronous.ts";

/** Mean share of its area that a tumbling flat plate shows to the ram. */
export const TUMBLING_PLATE_RAM_FRAC = 0.5;

export type DragSurface = {
  readonly area_m2: number;
  /** Mean share of the area seen from the direction of flight. */
  readonly ram_frac: number;
};

/** Area that drag acts on, mean over the orbit. */
export function dragArea_m2(surfaces: readonly DragSurface[]): number {
  return surfaces.reduce((sum, { area_m2, ram_frac }) => sum + area_m2 * ram_frac, 0);
}

export type DragBody = { readonly dragCoefficient: number; readonly area_m2: number; readonly mass_kg: number };

/** Drag coefficient times area over mass: what of the body counts in drag. */
export function dragPerMass_m2_per_kg(body: DragBody): number {
  return (body.dragCoefficient * body.area_m2) / body.mass_kg;
}

/** Mean share of a Sun-facing flat panel seen from the direction of flight: feathered in a dawn-dusk orbit. */
export function sunFacingRam_frac(beta_deg: number): number {
  return (2 / Math.PI) * Math.abs(Math.cos(beta_deg * RADIANS_PER_DEGREE));
}

/** Mean share of a panel seen from the direction of flight whose edge follows the Sun while its normal stays level: nearly all of it in a dawn-dusk orbit. */
export function sunEdgeRam_frac(beta_deg: number): number {
  const sine = Math.abs(Math.sin(beta_deg * RADIANS_PER_DEGREE));
  return sine === 0 ? 0 : sine / arithmeticGeometricMean(1, sine);
}

function arithmeticGeometricMean(a0: number, b0: number): number {
  let [a, b] = [a0, b0];
  while (Math.abs(a - b) > 1e-15 * a) [a, b] = [(a + b) / 2, Math.sqrt(a * b)];
  return a;
}

export type RamYear = { readonly mean_frac: number; readonly highest_frac: number };

/** A year (or `days`) of a Sun-facing panel's ram share on a sun-synchronous orbit, a value a day. */
export function sunFacingRamYear(orbit: {
  readonly altitude_km: number;
  readonly ltan_h: number;
  readonly epoch_utc: string;
  readonly days: number;
}): RamYear {
  const inclination_deg = sunSynchronousInclination_deg(orbit.altitude_km);
  const jd0 = julianDate(orbit.epoch_utc);
  const daily = Array.from({ length: orbit.days }, (_, day) => {
    const raan_deg = raanFromLtan_deg({ ltan_h: orbit.ltan_h, jd: jd0 + day });
    return sunFacingRam_frac(betaAngle_deg({ inclination_deg, raan_deg, sunDirection: sunAt(jd0 + day).direction_mod }));
  });
  return { mean_frac: daily.reduce((sum, x) => sum + x, 0) / orbit.days, highest_frac: daily.reduce((most, x) => Math.max(most, x), 0) };
}

/** Speed through the turning air over speed of the orbit. */
export function airSpeedRatio(shell: Shell): number {
  const rim_km_per_s = EARTH_ROTATION_RAD_PER_S * semiMajorAxis_km(shell.altitude_km);
  return 1 - (rim_km_per_s / circularSpeed_km_per_s(shell.altitude_km)) * Math.cos(shell.inclination_deg * RADIANS_PER_DEGREE);
}

export type DragCase = Shell & { readonly density_kg_per_m3: number; readonly dragPerMass_m2_per_kg: number };

/** Deceleration by drag. */
export function dragDeceleration_m_per_s2(drag: DragCase): number {
  const airSpeed_m_per_s = 1000 * circularSpeed_km_per_s(drag.altitude_km) * airSpeedRatio(drag);
  return 0.5 * drag.density_kg_per_m3 * airSpeed_m_per_s ** 2 * drag.dragPerMass_m2_per_kg;
}

/** Speed that holding the altitude takes in a Julian year. */
export function dragMakeup_m_per_s_per_yr(drag: DragCase): number {
  return dragDeceleration_m_per_s2(drag) * JULIAN_YEAR_S;
}

/** Rate of the altitude under drag, negative. */
export function decayRate_km_per_s(drag: DragCase): number {
  const angularMomentum_m2_per_s = 1e6 * Math.sqrt(EARTH_MU_KM3_PER_S2 * semiMajorAxis_km(drag.altitude_km));
  return -1e-3 * drag.density_kg_per_m3 * airSpeedRatio(drag) ** 2 * drag.dragPerMass_m2_per_kg * angularMomentum_m2_per_s;
}

/** Speed a year that keeps two bodies of different ballistic area together: the share by which they differ, of the drag itself. */
export function differentialDrag_m_per_s_per_yr(makeup_m_per_s_per_yr: number, mismatch_frac: number): number {
  return makeup_m_per_s_per_yr * Math.abs(mismatch_frac);
}

/** Distance along the track gained in a time by an unheld difference of deceleration. */
export function differentialDrift_m(deceleration_m_per_s2: number, time_s: number): number {
  return 1.5 * deceleration_m_per_s2 * time_s ** 2;
}
