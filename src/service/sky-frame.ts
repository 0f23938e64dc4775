/**
 * Where the satellites of a sky are at an instant, and which of them are in light.
 *
 *   1. r = a (N cos u + M sin u), u = u0 + u' t + phase, node W = W0 + W' t (kernel/j2-circular, by direct trigonometry a plane)
 *   2. dark where r . Sun < -edge: less than half of the disc in view (kernel/fleet-light), the Sun of physics/sun
 *
 * The same satellites, Sun and edge as in `fly`: the count at the middle of a step is that of its series (test/service/sky).
 */
import { gmst_rad, julianDate, sunAt, type Vec3 } from "../physics/index.ts";
import { DAY_S } from "../units/index.ts";
import type { Sky, SkyPlane } from "./sky.ts";

/** The Sun, and how far the Earth has turned. */
export interface SkyInstant {
  /** Unit vector to the Sun, mean equator and equinox of date. */
  readonly sun: Vec3;
  readonly sunDistance_au: number;
  /** From that frame to the Earth-fixed one. */
  readonly gmst_rad: number;
}

export interface SkyFrame extends SkyInstant {
  /** Of all satellites, drawn or not. */
  readonly lit: number;
}

/** Satellites 0, every, 2 every, ... */
export interface SkyPoints {
  readonly every: number;
  /** km, xyz xyz ..., mean equator and equinox of date. */
  readonly xyz: Float32Array;
  /** 1 in light, 0 in eclipse. */
  readonly lit: Uint8Array;
}

const JD_1970 = julianDate("1970-01-01");

export const skyInstant = (t_s: number): SkyInstant => {
  const jd = JD_1970 + t_s / DAY_S;
  const { direction_mod, distance_au } = sunAt(jd);
  return { sun: direction_mod, sunDistance_au: distance_au, gmst_rad: gmst_rad(jd) };
};

/** Room for the drawn ones of so many satellites. */
export const skyPoints = (satellites: number, every: number): SkyPoints => {
  const drawn = Math.ceil(satellites / every);
  return { every, xyz: new Float32Array(3 * drawn), lit: new Uint8Array(drawn) };
};

type Phases = { readonly cos: Float64Array; readonly sin: Float64Array };
/** Even phases by number of satellites; the same few numbers again and again. */
const known = new Map<number, Phases>();
const KNOWN_MOST = 64;

const phasesOf = (satellites: number): Phases => {
  const found = known.get(satellites);
  if (found !== undefined) return found;
  const made = { cos: new Float64Array(satellites), sin: new Float64Array(satellites) };
  for (let j = 0; j < satellites; j++) {
    made.cos[j] = Math.cos((2 * Math.PI * j) / satellites);
    made.sin[j] = Math.sin((2 * Math.PI * j) / satellites);
  }
  if (known.size >= KNOWN_MOST) known.clear();
  known.set(satellites, made);
  return made;
};

/** Axes of a plane at an instant: along its phase 0 and a quarter turn on, unit vectors. */
const axesOf = ({ orbit }: SkyPlane, later_s: number): { readonly n: Vec3; readonly m: Vec3 } => {
  const u = orbit.argumentOfLatitude_rad + orbit.argumentOfLatitudeRate_rad_per_s * later_s;
  const w = orbit.node_rad + orbit.nodeRate_rad_per_s * later_s;
  const [cosU, sinU, cosW, sinW, cosI, sinI] = [Math.cos(u), Math.sin(u), Math.cos(w), Math.sin(w), Math.cos(orbit.inclination_rad), Math.sin(orbit.inclination_rad)];
  const at = (c: number, s: number): Vec3 => [c * cosW - s * cosI * sinW, c * sinW + s * cosI * cosW, s * sinI];
  return { n: at(cosU, sinU), m: at(-sinU, cosU) };
};

/** Writes the drawn satellites at an instant and counts all in light. */
export const skyFrame = ({ planes, epoch_s }: Pick<Sky, "planes" | "epoch_s">, t_s: number, { every, xyz, lit }: SkyPoints): SkyFrame => {
  const instant = skyInstant(t_s);
  const [sx, sy, sz] = instant.sun;
  let inLight = 0;
  for (const plane of planes) {
    const { n, m } = axesOf(plane, t_s - epoch_s);
    const { cos, sin } = phasesOf(plane.satellites);
    const along = n[0] * sx + n[1] * sy + n[2] * sz;
    const across = m[0] * sx + m[1] * sy + m[2] * sz;
    const a = plane.orbit.semiMajorAxis;
    for (let j = 0, number = plane.first; j < plane.satellites; j++, number++) {
      const isLit = along * cos[j]! + across * sin[j]! < -plane.edge ? 0 : 1;
      inLight += isLit;
      if (number % every !== 0) continue;
      const at = number / every;
      lit[at] = isLit;
      xyz[3 * at] = a * (n[0] * cos[j]! + m[0] * sin[j]!);
      xyz[3 * at + 1] = a * (n[1] * cos[j]! + m[1] * sin[j]!);
      xyz[3 * at + 2] = a * (n[2] * cos[j]! + m[2] * sin[j]!);
    }
  }
  return { ...instant, lit: inLight };
};

/** The plane in which a satellite flies. Throws RangeError for a number that none has. */
export const planeOfSatellite = (planes: readonly SkyPlane[], satellite: number): SkyPlane => {
  let [low, high] = [0, planes.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (planes[middle]!.first <= satellite) low = middle;
    else high = middle - 1;
  }
  const plane = planes[low];
  if (plane === undefined || !(satellite >= 0 && satellite < plane.first + plane.satellites)) throw new RangeError(`there is no satellite ${satellite}`);
  return plane;
};

/** One satellite: its place of date, km, and whether it is in light. */
export const satelliteState = ({ planes, epoch_s }: Pick<Sky, "planes" | "epoch_s">, satellite: number, t_s: number): { readonly r_km: Vec3; readonly lit: boolean } => {
  const plane = planeOfSatellite(planes, satellite);
  const { n, m } = axesOf(plane, t_s - epoch_s);
  const phase = (2 * Math.PI * (satellite - plane.first)) / plane.satellites;
  const [cos, sin] = [Math.cos(phase), Math.sin(phase)];
  const [x, y, z] = [n[0] * cos + m[0] * sin, n[1] * cos + m[1] * sin, n[2] * cos + m[2] * sin];
  const [sx, sy, sz] = skyInstant(t_s).sun;
  const a = plane.orbit.semiMajorAxis;
  return { r_km: [a * x, a * y, a * z], lit: x * sx + y * sy + z * sz >= -plane.edge };
};
