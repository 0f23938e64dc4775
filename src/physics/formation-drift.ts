/**
 * How fast a satellite of a close formation leaves its slot under J2, with and without the energy match of hill.ts (eq. 5).
 *
 *   1. unmatched: a speed that is wrong by dv along the track drifts -3 dv; dv is what the match would add
 *   2. matched: both satellites integrated in the field with J2 (fourth-order Runge-Kutta, a minute a step), the along-track distance
 *      averaged over the last three turns less that over the first three, over the time between
 *   3. worst over where the chief stands at the start (argument of latitude u) and where on its ellipse the other does (phase p). The match
 *      by 5 deg of both from 0 to 180: the field is the same through the Earth's centre (u and u + 180) and the energy back in time
 *      (u, p and 180 - u, 360 - p), so that this is all of them. What is left of the drift, an integration each, on nine starts
 *
 * Assumes: what hill.ts assumes; one plane; no drag. Range: circular orbits, ellipse far below a.
 * Accuracy: 1 against an unmatched orbit integrated by 2 within 1 %; 2 is known to 0.1 m a day for 250 m at 650 km, what changes with
 * step and window; 3 misses 0.3 % of the worst match, and of the worst drift left 0.03 m a day at 500 m (test/physics/formation-drift).
 */
import { DAY_S, EARTH_J2, EARTH_MU_KM3_PER_S2, EARTH_RADIUS_KM, MINUTE_S, RADIANS_PER_DEGREE } from "../units/index.ts";
import { besideInHill, circularInertialState, matchedStart, meanMotion_rad_per_s, relativeEllipse } from "./hill.ts";
import type { InertialState } from "./hill.ts";
import { keplerianPeriod_s } from "./orbit.ts";
import type { Shell } from "./orbit.ts";

export type FormationDrift = {
  /** Speed along the track that the match adds, worst over the phases. */
  readonly match_m_per_s: number;
  /** Drift a day without it. */
  readonly unmatched_m_per_d: number;
  /** Drift a day that is left with it. */
  readonly matched_m_per_d: number;
};

const MATCH_STEP_DEG = 5;
const MATCH_STARTS_DEG = startsBy(Array.from({ length: 180 / MATCH_STEP_DEG + 1 }, (_, k) => MATCH_STEP_DEG * k));
const LEFT_STARTS_DEG = startsBy([0, 45, 90]);
const TURNS = 15;
const WINDOW_TURNS = 3;

type Start = { readonly latitude_deg: number; readonly phase_deg: number };

function startsBy(angles_deg: readonly number[]): readonly Start[] {
  return angles_deg.flatMap((latitude_deg) => angles_deg.map((phase_deg) => ({ latitude_deg, phase_deg })));
}

/** Drift of a satellite on an ellipse of radial half axis `radial_m`, worst over phases. */
export function formationDrift(shell: Shell, radial_m: number): FormationDrift {
  const n = meanMotion_rad_per_s(shell.altitude_km);
  const started = ({ latitude_deg, phase_deg }: Start) => {
    const chief = circularInertialState(shell, latitude_deg);
    return { chief, ...matchedStart(chief, relativeEllipse({ radial_m, phase_rad: phase_deg * RADIANS_PER_DEGREE, cross_m: 0 }, n)) };
  };
  const match_m_per_s = worst(MATCH_STARTS_DEG, (start) => started(start).match_m_per_s);
  return {
    match_m_per_s,
    unmatched_m_per_d: 3 * match_m_per_s * DAY_S,
    matched_m_per_d: worst(LEFT_STARTS_DEG, (start) => {
      const { chief, state: other } = started(start);
      return alongTrackDrift_m_per_d(chief, other, { shell, step_s: MINUTE_S });
    }),
  };
}

function worst(starts: readonly Start[], of: (start: Start) => number): number {
  return starts.reduce((most, start) => Math.max(most, Math.abs(of(start))), 0);
}

/** Drift along the track of one satellite from another under J2, over 15 turns. */
export function alongTrackDrift_m_per_d(chief: InertialState, other: InertialState, { shell, step_s }: { readonly shell: Shell; readonly step_s: number }): number {
  const period_s = keplerianPeriod_s(shell.altitude_km);
  const steps = Math.round((TURNS * period_s) / step_s);
  const window = Math.round((WINDOW_TURNS * period_s) / step_s);
  const along_m = new Float64Array(steps);
  let [a, b] = [flat(chief), flat(other)];
  for (let i = 0; i < steps; i++) {
    along_m[i] = besideInHill(state(a), state(b)).position_m[1];
    a = rungeKutta(a, step_s);
    b = rungeKutta(b, step_s);
  }
  return ((mean(along_m.subarray(steps - window)) - mean(along_m.subarray(0, window))) / ((steps - window) * step_s)) * DAY_S;
}

type Six = readonly [number, number, number, number, number, number];

const flat = ({ position_km: [x, y, z], velocity_km_per_s: [u, v, w] }: InertialState): Six => [x, y, z, u, v, w];
const state = ([x, y, z, u, v, w]: Six): InertialState => ({ position_km: [x, y, z], velocity_km_per_s: [u, v, w] });
const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const plus = (a: Six, b: Six, f: number): Six => [a[0] + f * b[0], a[1] + f * b[1], a[2] + f * b[2], a[3] + f * b[3], a[4] + f * b[4], a[5] + f * b[5]];

function rungeKutta(s: Six, h: number): Six {
  const k1 = derivative(s);
  const k2 = derivative(plus(s, k1, h / 2));
  const k3 = derivative(plus(s, k2, h / 2));
  const k4 = derivative(plus(s, k3, h));
  return plus(plus(plus(plus(s, k1, h / 6), k2, h / 3), k3, h / 3), k4, h / 6);
}

/** Point mass and J2 (Vallado 2013, eq. 8-35 ff.). */
function derivative([x, y, z, u, v, w]: Six): Six {
  const r2 = x * x + y * y + z * z;
  const m = -EARTH_MU_KM3_PER_S2 / (r2 * Math.sqrt(r2));
  const k = (1.5 * EARTH_J2 * EARTH_RADIUS_KM ** 2) / r2;
  const q = (5 * z * z) / r2;
  return [u, v, w, m * x * (1 + k * (1 - q)), m * y * (1 + k * (1 - q)), m * z * (1 + k * (3 - q))];
}
