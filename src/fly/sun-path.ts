/**
 * The Sun as the orbit sees it: phase of the satellite from the middle of the shadow, beta, distance.
 *
 *   1. Sun of date (physics/sun) in the orbit's axes: node N, in-plane M, normal H; W from its secular rate
 *   2. phase q = u - atan2(s.M, s.N) - pi; sin beta = s.H
 *
 * 1 is evaluated once an hour of flight and taken linear between: the Sun turns at most 0.4 deg an hour in the axes of an orbit
 * whose node drifts 9 deg a day, so the direction errs by less than 1e-5 rad.
 */
import type { CircularJ2 } from "../kernel/index.ts";
import { sunAt } from "../physics/index.ts";
import { ASTRONOMICAL_UNIT_KM, DAY_S, HOUR_S } from "../units/index.ts";

/** At the ends of the steps of a block, rows + 1 long. */
export interface SunPath {
  readonly phase_rad: Float64Array;
  readonly cosBeta: Float64Array;
  readonly sinBeta: Float64Array;
  readonly sunDistance: Float64Array;
}

export const sunPath = (rows: number): SunPath => ({
  phase_rad: new Float64Array(rows + 1), cosBeta: new Float64Array(rows + 1), sinBeta: new Float64Array(rows + 1), sunDistance: new Float64Array(rows + 1),
});

interface SunNode { readonly n: number; readonly m: number; readonly h: number; readonly distance_km: number }

/** The Sun in the orbit's axes `t_s` after the start. */
export function sunInOrbit(orbit: CircularJ2, start_jd: number, t_s: number): SunNode {
  const sun = sunAt(start_jd + t_s / DAY_S);
  const [x, y, z] = sun.direction_mod;
  const node = orbit.node_rad + orbit.nodeRate_rad_per_s * t_s;
  const cosI = Math.cos(orbit.inclination_rad);
  const sinI = Math.sin(orbit.inclination_rad);
  const across = y * Math.cos(node) - x * Math.sin(node);
  return {
    n: x * Math.cos(node) + y * Math.sin(node),
    m: across * cosI + z * sinI,
    h: z * cosI - across * sinI,
    distance_km: sun.distance_au * ASTRONOMICAL_UNIT_KM,
  };
}

export interface PathSpan { readonly start_jd: number; readonly firstStep: number; readonly step_s: number; readonly rows: number }

/** Writes the Sun's path over the steps of a block. */
export function traceSun(orbit: CircularJ2, { start_jd, firstStep, step_s, rows }: PathSpan, out: SunPath): void {
  let hour = Number.NaN;
  let a = sunInOrbit(orbit, start_jd, 0);
  let b = a;
  for (let i = 0; i <= rows; i++) {
    const t_s = (firstStep + i) * step_s;
    const now = Math.floor(t_s / HOUR_S);
    if (now !== hour) {
      a = sunInOrbit(orbit, start_jd, now * HOUR_S);
      b = sunInOrbit(orbit, start_jd, (now + 1) * HOUR_S);
      hour = now;
    }
    const part = t_s / HOUR_S - now;
    const n = a.n + (b.n - a.n) * part;
    const m = a.m + (b.m - a.m) * part;
    const turn = orbit.argumentOfLatitude_rad + orbit.argumentOfLatitudeRate_rad_per_s * t_s - Math.atan2(m, n) - Math.PI;
    out.phase_rad[i] = turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
    out.cosBeta[i] = Math.sqrt(n * n + m * m);
    out.sinBeta[i] = a.h + (b.h - a.h) * part;
    out.sunDistance[i] = a.distance_km + (b.distance_km - a.distance_km) * part;
  }
}
