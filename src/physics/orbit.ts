/**
 * Circular orbits with the secular part of J2.
 *
 *   1. a = Re + h; T = 2 pi sqrt(a^3/mu) (Keplerian)
 *   2. nodal period = 2 pi / u', u' of kernel/j2-circular (eqs 1-3 there: Vallado 2013)
 *   3. beta = asin(h_hat . s_hat), h_hat = (sin i sin W, -sin i cos W, cos i): the Sun's elevation above the orbit plane
 *
 * Assumes: circular, mean elements, spherical Earth radius Re (equatorial). Altitude is a - Re, not height over the ellipsoid.
 * Range: 150 km and up. Accuracy: period and node rate against the published tables in test/golden/physics (0.001 min, 0.005 deg).
 */
import { circularJ2Positions, j2Rates } from "../kernel/index.ts";
import type { CircularJ2, J2Field, J2Rates } from "../kernel/index.ts";
import { DAY_S, EARTH_J2, EARTH_MU_KM3_PER_S2, EARTH_RADIUS_KM, RADIANS_PER_DEGREE } from "../units/index.ts";
import { dot } from "./vector.ts";
import type { Vec3 } from "./vector.ts";

/** The Earth's field as the kernels take it, km. */
export const EARTH_FIELD: J2Field = { mu: EARTH_MU_KM3_PER_S2, radius: EARTH_RADIUS_KM, j2: EARTH_J2 };

export function semiMajorAxis_km(altitude_km: number): number {
  return EARTH_RADIUS_KM + altitude_km;
}

/** Keplerian period of a circular orbit. */
export function keplerianPeriod_s(altitude_km: number): number {
  return 2 * Math.PI * Math.sqrt(semiMajorAxis_km(altitude_km) ** 3 / EARTH_MU_KM3_PER_S2);
}

/** Speed on a circular orbit. */
export function circularSpeed_km_per_s(altitude_km: number): number {
  return Math.sqrt(EARTH_MU_KM3_PER_S2 / semiMajorAxis_km(altitude_km));
}

export type Shell = { readonly altitude_km: number; readonly inclination_deg: number };

/** Secular J2 rates of a circular orbit about the Earth. */
export function shellRates(shell: Shell): J2Rates {
  return j2Rates(EARTH_FIELD, { semiMajorAxis: semiMajorAxis_km(shell.altitude_km), inclination_rad: shell.inclination_deg * RADIANS_PER_DEGREE });
}

/** Time from one ascending node to the next. */
export function nodalPeriod_s(shell: Shell): number {
  return (2 * Math.PI) / shellRates(shell).argumentOfLatitudeRate_rad_per_s;
}

/** Drift of the ascending node, positive eastward. */
export function nodeRate_deg_per_d(shell: Shell): number {
  return (shellRates(shell).nodeRate_rad_per_s * DAY_S) / RADIANS_PER_DEGREE;
}

/** The kernel's orbit from altitude, inclination and the angles at t = 0 (km, radians). */
export function circularOrbit(elements: Shell & { readonly raan_deg: number; readonly argumentOfLatitude_deg: number }): CircularJ2 {
  return {
    semiMajorAxis: semiMajorAxis_km(elements.altitude_km),
    inclination_rad: elements.inclination_deg * RADIANS_PER_DEGREE,
    node_rad: elements.raan_deg * RADIANS_PER_DEGREE,
    argumentOfLatitude_rad: elements.argumentOfLatitude_deg * RADIANS_PER_DEGREE,
    ...shellRates(elements),
  };
}

/** Position at one instant, km, in the frame of the node angle (mean equator and equinox of date). */
export function positionAt_km(orbit: CircularJ2, t_s: number): Vec3 {
  const out = new Float64Array(3);
  circularJ2Positions(orbit, { start_s: t_s, step_s: 0, count: 1 }, out);
  return [out[0]!, out[1]!, out[2]!];
}

/** Sun's elevation above the orbit plane, -90..90; positive on the side of the orbital angular momentum. */
export function betaAngle_deg(plane: { readonly inclination_deg: number; readonly raan_deg: number; readonly sunDirection: Vec3 }): number {
  const i = plane.inclination_deg * RADIANS_PER_DEGREE;
  const w = plane.raan_deg * RADIANS_PER_DEGREE;
  const normal: Vec3 = [Math.sin(i) * Math.sin(w), -Math.sin(i) * Math.cos(w), Math.cos(i)];
  return Math.asin(Math.min(1, Math.max(-1, dot(normal, plane.sunDirection)))) / RADIANS_PER_DEGREE;
}
