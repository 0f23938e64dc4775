/**
 * A satellite of a circular plane under the secular part of J2, as a function of time.
 *
 * Rates and frame of kernel/j2-circular, by direct trigonometry; with the axes N of the node and M across it in the plane:
 *   1. r = a (N cos u + M sin u),  u = u0 + phase + u' t,  W = W0 + W' t
 *   2. v = a u' (M cos u - N sin u) + W' z x r, the exact rate of 1
 *
 * Assumes: as the kernel; the mean equator of date of its node is taken for TEME (9 arcsec at most).
 * Accuracy: positions equal the kernel's to rounding; velocity against central differences 1e-9 km/s (test).
 */
import type { CircularJ2 } from "../kernel/index.ts";
import type { Trajectory } from "./trajectory.ts";

export interface PlaneSatellite {
  readonly name: string;
  readonly objectId: string | null;
  /** The plane at the epoch, km and radians. */
  readonly orbit: CircularJ2;
  /** How far the satellite leads the plane's argument of latitude. */
  readonly phase_rad: number;
  /** Seconds since 1970, UTC, of the orbit's t = 0. */
  readonly epoch_s: number;
  /** Seconds from the epoch. */
  readonly span: { readonly start_s: number; readonly end_s: number };
}

/** One satellite of a plane, in TEME. Throws RangeError with the name of a field that is no number, or for a span that runs backwards. */
export function planeTrajectory({ name, objectId, orbit, phase_rad, epoch_s, span }: PlaneSatellite): Trajectory {
  const bad = Object.entries({ ...orbit, phase_rad, epoch_s, ...span }).find(([, value]) => !Number.isFinite(value));
  if (bad) throw new RangeError(`${bad[0]} of "${name}" is ${bad[1]}`);
  if (!(orbit.semiMajorAxis > 0 && span.end_s >= span.start_s)) throw new RangeError(`"${name}": semi-major axis ${orbit.semiMajorAxis} km, span from ${span.start_s} to ${span.end_s} s`);
  return { name, objectId, frame: "TEME", epoch_s, span, revolution_s: (2 * Math.PI) / orbit.argumentOfLatitudeRate_rad_per_s, theory: "circular J2", sample: sampleOf(orbit, phase_rad, span) };
}

/** Seconds counted from another epoch come back rounded: an end of the span is still within it. */
const ROUNDING_S = 1e-6;

function sampleOf(orbit: CircularJ2, phase_rad: number, { start_s, end_s }: Trajectory["span"]): Trajectory["sample"] {
  const { semiMajorAxis: a, nodeRate_rad_per_s: nodeRate, argumentOfLatitudeRate_rad_per_s: rate } = orbit;
  const cosI = Math.cos(orbit.inclination_rad);
  const sinI = Math.sin(orbit.inclination_rad);
  const first_rad = orbit.argumentOfLatitude_rad + phase_rad;
  return (t_s, out, at) => {
    if (!(t_s >= start_s - ROUNDING_S && t_s <= end_s + ROUNDING_S)) return false;
    const u = first_rad + rate * t_s;
    const w = orbit.node_rad + nodeRate * t_s;
    const cosU = a * Math.cos(u);
    const sinU = a * Math.sin(u);
    const cosW = Math.cos(w);
    const sinW = Math.sin(w);
    const x = cosU * cosW - sinU * cosI * sinW;
    const y = cosU * sinW + sinU * cosI * cosW;
    out[at] = x;
    out[at + 1] = y;
    out[at + 2] = sinU * sinI;
    out[at + 3] = rate * (-sinU * cosW - cosU * cosI * sinW) - nodeRate * y;
    out[at + 4] = rate * (-sinU * sinW + cosU * cosI * cosW) + nodeRate * x;
    out[at + 5] = rate * cosU * sinI;
    return true;
  };
}
