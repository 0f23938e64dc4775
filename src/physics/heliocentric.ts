/**
 * Compute far from the Earth: circular orbits about the Sun, and the Earth-Sun point L1.
 *
 *   1. flux S0 / r^2 (sun.ts); plate that faces the Sun and radiates from both faces: T = (alpha S / (2 eps sigma))^(1/4)
 *   2. period r^(3/2) Gaussian years (Kepler's third law)
 *   3. light time to the Earth |1 - r| to 1 + r astronomical units over c
 *   4. neighbours of a ring of N are 2 r sin(pi/N) apart
 *   5. L1, in units of the distance Sun to Earth-Moon: (1 - m)/(1 - g)^2 - m/g^2 = 1 - m - g, m = 1/(1 + Sun over Earth-Moon mass)
 *                                                                                  (Szebehely 1967, Theory of Orbits, section 4.4)
 *
 * Assumes: circular orbits, the Earth at 1 au. At L1 the Earth is never before the Sun, so there is no eclipse; a real station flies a
 * halo about the point, since the Sun's noise drowns its radio exactly there. Range: r above 0.
 * Accuracy: temperatures and light times of the notes to their last digit; 5 against Szebehely's series 1e-6 (test/physics/constellation).
 */
import { ASTRONOMICAL_UNIT_KM, DAY_S, GAUSSIAN_YEAR_D, LIGHT_SPEED_M_PER_S, STEFAN_BOLTZMANN_W_PER_M2_K4, SUN_OVER_EARTH_MOON } from "../units/index.ts";
import { solarFlux_W_per_m2 } from "./sun.ts";

/** Temperature of a plate that faces the Sun and radiates from both faces, in still balance, making no power. */
export function sunFacingPlate_K(plate: {
  readonly flux_W_per_m2: number;
  readonly absorptance_frac: number;
  readonly emittance_frac: number;
}): number {
  return ((plate.absorptance_frac * plate.flux_W_per_m2) / (2 * plate.emittance_frac * STEFAN_BOLTZMANN_W_PER_M2_K4)) ** 0.25;
}

/** Time that light takes over a distance. */
export function lightTime_s(distance_au: number): number {
  return (distance_au * ASTRONOMICAL_UNIT_KM * 1000) / LIGHT_SPEED_M_PER_S;
}

export type HeliocentricRing = {
  readonly flux_W_per_m2: number;
  readonly period_d: number;
  readonly speed_km_per_s: number;
  /** One way to the Earth, nearest and farthest. */
  readonly lightTimeLeast_s: number;
  readonly lightTimeMost_s: number;
  /** Between neighbours of the ring. */
  readonly spacing_km: number;
};

/** A ring of satellites about the Sun, always in its light; RangeError unless radius and count are above 0. */
export function heliocentricRing(ring: { readonly radius_au: number; readonly satellites: number }): HeliocentricRing {
  const { radius_au: r, satellites } = ring;
  if (!(r > 0 && r < Infinity)) throw new RangeError(`radius_au is ${r}, must be above 0`);
  if (!(Number.isInteger(satellites) && satellites > 0)) throw new RangeError(`satellites ${satellites} is not a whole number above 0`);
  const period_d = GAUSSIAN_YEAR_D * r ** 1.5;
  return {
    flux_W_per_m2: solarFlux_W_per_m2(r),
    period_d,
    speed_km_per_s: (2 * Math.PI * r * ASTRONOMICAL_UNIT_KM) / (period_d * DAY_S),
    lightTimeLeast_s: lightTime_s(Math.abs(1 - r)),
    lightTimeMost_s: lightTime_s(1 + r),
    spacing_km: 2 * r * ASTRONOMICAL_UNIT_KM * Math.sin(Math.PI / satellites),
  };
}

/** Distance of the point L1 from the Earth (rather from the barycentre of Earth and Moon), at 1 au from the Sun. */
export function sunEarthL1_km(): number {
  const m = 1 / (1 + SUN_OVER_EARTH_MOON);
  const pull = (g: number) => (1 - m) / (1 - g) ** 2 - m / g ** 2 - (1 - m - g);
  let near = 1e-3;
  let far = 0.1;
  while (far - near > 1e-15) {
    const middle = 0.5 * (near + far);
    if (pull(middle) < 0) near = middle;
    else far = middle;
  }
  return far * ASTRONOMICAL_UNIT_KM;
}
