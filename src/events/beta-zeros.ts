/**
 * When the Sun crosses a satellite's orbital plane: sign changes of the beta angle.
 *
 *   1. sin beta = h . s / (|h| |s|), h = r x v of the state at that time (Orekit's BetaAngleDetector: the osculating plane)
 *   2. edges of the windows below 0 (kernel/shadow-cone-windows)
 *
 * The plane of an SGP4 state wobbles by some 0.02 deg twice a revolution: where beta passes 0 slowly it may do so several times.
 * Range: trajectories in TEME. Accuracy: 10 s of Orekit's with astronomy-engine's geometric Sun; where beta moves 1 deg a day the house's
 * Sun (36 arcsec) is worth 15 min (test/events/beta-zeros).
 */
import { assertFrame } from "../ephemeris/index.ts";
import type { Trajectory } from "../ephemeris/index.ts";
import { windowsBelow } from "../kernel/index.ts";
import type { Vec3 } from "../physics/index.ts";
import { formatUtc } from "../units/index.ts";
import { trajectoryRows } from "./eclipses-rows.ts";
import { almanacSun } from "./eclipses.ts";
import type { SunPort } from "./eclipses.ts";
import type { EventSpan } from "./span.ts";

export interface BetaZero {
  /** Seconds since 1970, UTC. */
  readonly t_s: number;
  /** Whether beta is above 0 afterwards: the Sun goes to the side of the plane's normal r x v. */
  readonly rising: boolean;
}

export interface BetaZeros {
  readonly zeros: readonly BetaZero[];
  /** The part of the span for which there are positions; its end is not after its start where there are none. */
  readonly flown: EventSpan;
}

const TOLERANCE_S = 1e-3;

/** Every sign change of beta within a span. Throws FrameError unless the trajectory is in TEME, RangeError for a span that is none. */
export function betaZeros(trajectory: Trajectory, span: EventSpan, { sun = almanacSun }: { readonly sun?: SunPort } = {}): BetaZeros {
  assertFrame(trajectory, "TEME");
  const { times, states, sample, flown } = trajectoryRows(trajectory, span);
  const state = new Float64Array(6);
  const sine = (t: number): number => {
    sample(t, state);
    return sinBeta(state, 0, sun(span.start_s + t));
  };
  const values = times.map((t, k) => sinBeta(states, 6 * k, sun(span.start_s + t)));
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new RangeError(`"${trajectory.name}" at ${formatUtc(span.start_s + times[bad]!)} has no plane, or the Sun no place`);
  const zeros = windowsBelow(sine, times, values, TOLERANCE_S).flatMap(({ start, end, openAtStart, openAtEnd }): BetaZero[] => [
    ...(openAtStart ? [] : [{ t_s: span.start_s + start, rising: false }]),
    ...(openAtEnd ? [] : [{ t_s: span.start_s + end, rising: true }]),
  ]);
  return { zeros, flown };
}

/** Equation 1 of the state at states[at..]. */
function sinBeta(states: Float64Array, at: number, sun: Vec3): number {
  const x = states[at]!;
  const y = states[at + 1]!;
  const z = states[at + 2]!;
  const vx = states[at + 3]!;
  const vy = states[at + 4]!;
  const vz = states[at + 5]!;
  const h: Vec3 = [y * vz - z * vy, z * vx - x * vz, x * vy - y * vx];
  return (h[0] * sun[0] + h[1] * sun[1] + h[2] * sun[2]) / (Math.hypot(...h) * Math.hypot(...sun));
}
