/**
 * Motion of one satellite seen from another that is near: Hill's frame, x outward, y along the track, z along the orbit's normal.
 *
 *   1. x'' - 2n y' - 3n^2 x = 0; y'' + 2n x' = 0; z'' + n^2 z = 0, in closed form          (Hill 1878; Clohessy & Wiltshire 1960)
 *   2. bounded when y' = -2n x: the 2:1 ellipse x = A cos(nt + p), y = -2A sin(nt + p) about a point of the track
 *   3. mean drift along the track -3 (2n x + y')
 *   4. J2: s = 3 J2 Re^2 / (8 a^2) (1 + 3 cos 2i); the ellipse is 2 sqrt((1 + s)/(1 - s)) : 1, turning at n sqrt(1 - s)
 *                                                                                          (Schweighart & Sedwick 2002)
 *   5. J2 match: specific energies v^2/2 - mu/r [1 - J2 (Re/r)^2 (3 sin^2(latitude) - 1)/2] made equal by the speed along the track;
 *      equal energies are equal mean semi-major axes, hence equal periods to first order in J2
 *
 * Assumes: circular chief; distances far below a (at 1 km the second order is 0.1 m); no drag (see drag.ts, eq. 6).
 * Range: any a. Accuracy: 1 against Vallado's vector 1e-14; ratio of 4 against a numerical J2 orbit 1e-3; a 250 x 500 m ellipse started
 * by 2 drifts 4 to 182 m a day at 650 km, as its phase and the chief's latitude fall out, after 5 below 2.5 (test/physics/hill).
 */
import { EARTH_J2, EARTH_MU_KM3_PER_S2, EARTH_RADIUS_KM, RADIANS_PER_DEGREE } from "../units/index.ts";
import { circularSpeed_km_per_s, semiMajorAxis_km } from "./orbit.ts";
import type { Shell } from "./orbit.ts";
import { dot, length, scale, subtract } from "./vector.ts";
import type { Vec3 } from "./vector.ts";

/** Position and velocity beside a chief: outward, along the track, along the orbit's normal, in the frame that turns with it. */
export type HillState = { readonly position_m: Vec3; readonly velocity_m_per_s: Vec3 };

/** Mean motion of a circular orbit without J2. */
export function meanMotion_rad_per_s(altitude_km: number): number {
  return Math.sqrt(EARTH_MU_KM3_PER_S2 / semiMajorAxis_km(altitude_km) ** 3);
}

/** The state after a time, by the closed form. */
export function hillState(start: HillState, motion: { readonly meanMotion_rad_per_s: number; readonly time_s: number }): HillState {
  const n = motion.meanMotion_rad_per_s;
  const nt = n * motion.time_s;
  const [s, c] = [Math.sin(nt), Math.cos(nt)];
  const [x, y, z] = start.position_m;
  const [vx, vy, vz] = start.velocity_m_per_s;
  return {
    position_m: [
      (4 - 3 * c) * x + (s / n) * vx + (2 / n) * (1 - c) * vy,
      6 * (s - nt) * x + y - (2 / n) * (1 - c) * vx + ((4 * s - 3 * nt) / n) * vy,
      c * z + (s / n) * vz,
    ],
    velocity_m_per_s: [3 * n * s * x + c * vx + 2 * s * vy, -6 * n * (1 - c) * x - 2 * s * vx + (4 * c - 3) * vy, -n * s * z + c * vz],
  };
}

export type RelativeEllipse = {
  /** Radial half axis; along the track it is twice that. */
  readonly radial_m: number;
  readonly phase_rad: number;
  /** Half swing out of the plane, in step with the radial one. */
  readonly cross_m: number;
};

/** State at t = 0 on the bounded ellipse of eq. 2. */
export function relativeEllipse(ellipse: RelativeEllipse, n_rad_per_s: number): HillState {
  const [s, c] = [Math.sin(ellipse.phase_rad), Math.cos(ellipse.phase_rad)];
  const a = ellipse.radial_m;
  return {
    position_m: [a * c, -2 * a * s, ellipse.cross_m * c],
    velocity_m_per_s: [-n_rad_per_s * a * s, -2 * n_rad_per_s * a * c, -n_rad_per_s * ellipse.cross_m * s],
  };
}

/** Mean drift along the track; 0 when bounded. */
export function alongTrackDrift_m_per_s(state: HillState, n_rad_per_s: number): number {
  return -3 * (2 * n_rad_per_s * state.position_m[0] + state.velocity_m_per_s[1]);
}

export type J2Ellipse = {
  readonly s: number;
  /** Along the track over radial. */
  readonly axisRatio: number;
  readonly meanMotion_rad_per_s: number;
};

/** The bounded ellipse under J2. */
export function j2Ellipse({ altitude_km, inclination_deg }: Shell): J2Ellipse {
  const s =
    ((3 * EARTH_J2) / 8) *
    (EARTH_RADIUS_KM / semiMajorAxis_km(altitude_km)) ** 2 *
    (1 + 3 * Math.cos(2 * inclination_deg * RADIANS_PER_DEGREE));
  return { s, axisRatio: 2 * Math.sqrt((1 + s) / (1 - s)), meanMotion_rad_per_s: meanMotion_rad_per_s(altitude_km) * Math.sqrt(1 - s) };
}

/** Position and velocity about the Earth's centre, z to the pole; any frame that does not turn. */
export type InertialState = { readonly position_km: Vec3; readonly velocity_km_per_s: Vec3 };

/** A satellite with the circular speed (no J2), its node on the x axis, at an argument of latitude. */
export function circularInertialState({ altitude_km, inclination_deg }: Shell, argumentOfLatitude_deg: number): InertialState {
  const [i, u] = [inclination_deg * RADIANS_PER_DEGREE, argumentOfLatitude_deg * RADIANS_PER_DEGREE];
  const outward: Vec3 = [Math.cos(u), Math.sin(u) * Math.cos(i), Math.sin(u) * Math.sin(i)];
  const along: Vec3 = [-Math.sin(u), Math.cos(u) * Math.cos(i), Math.cos(u) * Math.sin(i)];
  return {
    position_km: scale(outward, semiMajorAxis_km(altitude_km)),
    velocity_km_per_s: scale(along, circularSpeed_km_per_s(altitude_km)),
  };
}

/** The inertial state of a satellite beside its chief. */
export function inertialBeside(chief: InertialState, beside: HillState): InertialState {
  const { axes, rate_rad_per_s: w } = hillFrame(chief);
  const [x, y, z] = scale(beside.position_m, 1e-3);
  const [vx, vy, vz] = scale(beside.velocity_m_per_s, 1e-3);
  return {
    position_km: sum(chief.position_km, combine(axes, [x, y, z])),
    velocity_km_per_s: sum(chief.velocity_km_per_s, combine(axes, [vx - w * y, vy + w * x, vz])),
  };
}

/** The inverse of inertialBeside. */
export function besideInHill(chief: InertialState, other: InertialState): HillState {
  const { axes, rate_rad_per_s: w } = hillFrame(chief);
  const apart = subtract(other.position_km, chief.position_km);
  const faster = subtract(other.velocity_km_per_s, chief.velocity_km_per_s);
  const [x, y, z] = [dot(apart, axes[0]), dot(apart, axes[1]), dot(apart, axes[2])];
  const v: Vec3 = [dot(faster, axes[0]) + w * y, dot(faster, axes[1]) - w * x, dot(faster, axes[2])];
  return { position_m: [1000 * x, 1000 * y, 1000 * z], velocity_m_per_s: scale(v, 1000) };
}

/** Energy per mass in the Earth's field with J2. */
export function specificEnergy_km2_per_s2({ position_km, velocity_km_per_s }: InertialState): number {
  const r = length(position_km);
  const latitudeTerm = (3 * (position_km[2] / r) ** 2 - 1) / 2;
  return (
    dot(velocity_km_per_s, velocity_km_per_s) / 2 - (EARTH_MU_KM3_PER_S2 / r) * (1 - EARTH_J2 * (EARTH_RADIUS_KM / r) ** 2 * latitudeTerm)
  );
}

/** Speed to add along the chief's track so that the other's energy equals the chief's; RangeError when no speed does. */
export function energyMatch_m_per_s(chief: InertialState, other: InertialState): number {
  const along = dot(other.velocity_km_per_s, hillFrame(chief).axes[1]);
  const missing = specificEnergy_km2_per_s2(chief) - specificEnergy_km2_per_s2(other);
  const root = Math.sqrt(along ** 2 + 2 * missing);
  if (Number.isNaN(root)) throw new RangeError(`no speed along the track makes up an energy of ${missing} km2/s2`);
  return (1000 * 2 * missing) / (along + root);
}

/** A start on the bounded ellipse with the J2 match, and what the match took. */
export function matchedStart(chief: InertialState, beside: HillState): { readonly state: InertialState; readonly match_m_per_s: number } {
  const plain = inertialBeside(chief, beside);
  const match_m_per_s = energyMatch_m_per_s(chief, plain);
  const velocity_km_per_s = sum(plain.velocity_km_per_s, scale(hillFrame(chief).axes[1], 1e-3 * match_m_per_s));
  return { state: { ...plain, velocity_km_per_s }, match_m_per_s };
}

type Axes = readonly [Vec3, Vec3, Vec3];

function hillFrame({ position_km, velocity_km_per_s }: InertialState): { readonly axes: Axes; readonly rate_rad_per_s: number } {
  const r = length(position_km);
  const momentum = cross(position_km, velocity_km_per_s);
  const outward = scale(position_km, 1 / r);
  const normal = scale(momentum, 1 / length(momentum));
  return { axes: [outward, cross(normal, outward), normal], rate_rad_per_s: length(momentum) / (r * r) };
}

function combine([a, b, c]: Axes, [x, y, z]: Vec3): Vec3 {
  return sum(sum(scale(a, x), scale(b, y)), scale(c, z));
}

function sum(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
