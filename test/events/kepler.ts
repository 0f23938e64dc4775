/** A trajectory of two bodies, for set-ups of other programs: elements of a state, then Kepler's equation at every time. */
import type { Trajectory } from "../../src/ephemeris/index.ts";

export type V3 = readonly [number, number, number];
export const cross = (a: V3, b: V3): V3 => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
export const inner = (a: V3, b: V3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const times = (a: V3, k: number): V3 => [a[0] * k, a[1] * k, a[2] * k];
export const plus = (a: V3, b: V3): V3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const unit = (a: V3): V3 => times(a, 1 / Math.hypot(...a));

export type Kepler = {
  readonly a_km: number;
  readonly e: number;
  /** Towards perigee, and 90 degrees ahead of it in the plane. */
  readonly p: V3;
  readonly q: V3;
  /** At time 0. */
  readonly meanAnomaly_rad: number;
  readonly mu_km3_per_s2: number;
};

/** Elements of a state, km and km/s (Vallado 2013, algorithm 9). */
export function keplerOfState(r: V3, v: V3, mu: number): Kepler {
  const d = Math.hypot(...r);
  const a_km = 1 / (2 / d - inner(v, v) / mu);
  const ev = plus(times(cross(v, cross(r, v)), 1 / mu), times(r, -1 / d));
  const e = Math.hypot(...ev);
  const p = unit(ev);
  const q = cross(unit(cross(r, v)), p);
  const E = Math.atan2(inner(r, q) / (a_km * Math.sqrt(1 - e * e)), inner(r, p) / a_km + e);
  return { a_km, e, p, q, meanAnomaly_rad: E - e * Math.sin(E), mu_km3_per_s2: mu };
}

/** Axes of node, inclination and argument of perigee. */
export function perigeeAxes({ i, node, perigee }: { readonly i: number; readonly node: number; readonly perigee: number }): { readonly p: V3; readonly q: V3 } {
  const n: V3 = [Math.cos(node), Math.sin(node), 0];
  const m: V3 = [-Math.sin(node) * Math.cos(i), Math.cos(node) * Math.cos(i), Math.sin(i)];
  return { p: plus(times(n, Math.cos(perigee)), times(m, Math.sin(perigee))), q: plus(times(n, -Math.sin(perigee)), times(m, Math.cos(perigee))) };
}

/** From -`span_s` to `span_s` about the epoch; called TEME whatever its axes are, so that the Sun handed in must have the same. */
export function keplerTrajectory(kepler: Kepler, { epoch_s, span_s }: { readonly epoch_s: number; readonly span_s: number }): Trajectory {
  const { a_km: a, e, p, q, mu_km3_per_s2: mu } = kepler;
  const n = Math.sqrt(mu / a ** 3);
  const b = a * Math.sqrt(1 - e * e);
  const sample: Trajectory["sample"] = (t_s, out, at) => {
    const M = kepler.meanAnomaly_rad + n * t_s;
    let E = M + e * Math.sin(M);
    for (let k = 0; k < 20; k++) E -= (E - e * Math.sin(E) - M) / (1 - e * Math.cos(E));
    const rate = n / (1 - e * Math.cos(E));
    out.set(plus(times(p, a * (Math.cos(E) - e)), times(q, b * Math.sin(E))), at);
    out.set(plus(times(p, -a * rate * Math.sin(E)), times(q, b * rate * Math.cos(E))), at + 3);
    return true;
  };
  const revolution_s = ((2 * Math.PI) / n) * ((1 - e * e) ** 1.5 / (1 + e) ** 2);
  return { name: "two bodies", objectId: null, frame: "TEME", epoch_s, span: { start_s: -span_s, end_s: span_s }, revolution_s, theory: "two-body", sample };
}
