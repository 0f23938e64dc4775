/**
 * From one frame or epoch to another, always asked for by name, and what is said when two are mixed.
 *
 *   1. ITRF = TEME turned by GMST about the pole (physics/earth-frame): angle(t) = GMST(epoch) + w t, w that of the epoch's first day
 *   2. velocity relative to the turning Earth: v_itrf = R v_teme - w z x r_itrf
 *
 * Assumes: UT1 = UTC, no polar motion. Range: a year from the epoch, after which w is wrong by 1e-9 rad in all.
 * Accuracy: 22 m against astropy's ITRS in 2022 (test/golden/astro).
 */
import { toTurningFrame } from "../kernel/index.ts";
import { gmst_rad, julianDate } from "../physics/index.ts";
import { DAY_S, formatUtc } from "../units/index.ts";
import type { Frame, Trajectory } from "./trajectory.ts";

/** Two frames where one is wanted. */
export class FrameError extends Error {
  readonly found: Frame;
  readonly expected: Frame;
  constructor(message: string, { found, expected }: { readonly found: Frame; readonly expected: Frame }) {
    super(message);
    this.name = "FrameError";
    this.found = found;
    this.expected = expected;
  }
}

export interface NamedEpoch {
  readonly name: string;
  readonly epoch_s: number;
}

/** Two epochs where one is wanted. */
export class EpochError extends Error {
  readonly left: NamedEpoch;
  readonly right: NamedEpoch;
  constructor(message: string, { left, right }: { readonly left: NamedEpoch; readonly right: NamedEpoch }) {
    super(message);
    this.name = "EpochError";
    this.left = left;
    this.right = right;
  }
}

const mend = (found: Frame, expected: Frame): string => (found === "TEME" && expected === "ITRF" ? "inItrf(trajectory) turns TEME into ITRF" : `nothing here turns ${found} into ${expected}`);

/** Throws FrameError unless the trajectory is given in that frame. */
export function assertFrame({ name, frame }: Pick<Trajectory, "name" | "frame">, expected: Frame): void {
  if (frame !== expected) throw new FrameError(`"${name}" is given in ${frame}, where ${expected} is wanted: ${mend(frame, expected)}`, { found: frame, expected });
}

/** Throws FrameError unless both are given in one frame; the first one's is the expected one. */
export function assertSameFrame(a: Pick<Trajectory, "name" | "frame">, b: Pick<Trajectory, "name" | "frame">): void {
  if (a.frame === b.frame) return;
  const way = b.frame === "TEME" ? mend(b.frame, a.frame) : mend(a.frame, b.frame);
  throw new FrameError(`"${a.name}" is given in ${a.frame}, "${b.name}" in ${b.frame}: ${way}`, { found: b.frame, expected: a.frame });
}

/** Throws EpochError unless both count their seconds from one epoch. */
export function assertSameEpoch(a: NamedEpoch, b: NamedEpoch): void {
  if (a.epoch_s === b.epoch_s) return;
  const message = `"${a.name}" counts from ${epochText(a.epoch_s)}, "${b.name}" from ${epochText(b.epoch_s)}: atEpoch(trajectory, epoch_s) brings one to the other's`;
  throw new EpochError(message, { left: { name: a.name, epoch_s: a.epoch_s }, right: { name: b.name, epoch_s: b.epoch_s } });
}

/** To the microsecond where a millisecond does not tell it: two epochs that differ by less must not read alike. */
const epochText = (epoch_s: number): string => (Number.isInteger(epoch_s * 1000) ? formatUtc(epoch_s) : `${formatUtc(epoch_s)} (${epoch_s.toFixed(6)} s)`);

/** The same satellite, its seconds counted from another epoch. Throws RangeError for an epoch that is no number. */
export function atEpoch(trajectory: Trajectory, epoch_s: number): Trajectory {
  if (!Number.isFinite(epoch_s)) throw new RangeError(`epoch_s of "${trajectory.name}" is ${epoch_s}`);
  const later_s = epoch_s - trajectory.epoch_s;
  if (later_s === 0) return trajectory;
  const { sample, sampleMany, span } = trajectory;
  return {
    ...trajectory,
    epoch_s,
    span: { start_s: span.start_s - later_s, end_s: span.end_s - later_s },
    sample: (t_s, out, at) => sample(t_s + later_s, out, at),
    ...(sampleMany && { sampleMany: (times_s: Float64Array, out: Float64Array) => sampleMany(shifted(times_s, later_s), out) }),
  };
}

function shifted(times_s: Float64Array, later_s: number): Float64Array {
  const moved = new Float64Array(times_s.length);
  for (let k = 0; k < moved.length; k++) moved[k] = times_s[k]! + later_s;
  return moved;
}

const JD_1970 = julianDate("1970-01-01");
const turnOnward = (angle: number): number => (angle < 0 ? angle + 2 * Math.PI : angle);

/** How the Earth turns about an epoch: sidereal angle then, and its rate (equation 1). */
export function earthTurn(epoch_s: number): { readonly angle_rad: number; readonly rate_rad_per_s: number } {
  const jd = JD_1970 + epoch_s / DAY_S;
  const angle_rad = gmst_rad(jd);
  return { angle_rad, rate_rad_per_s: (2 * Math.PI + turnOnward(gmst_rad(jd + 1) - angle_rad)) / DAY_S };
}

/** The same satellite in ITRF, velocity relative to the turning Earth; one that is in ITRF is answered as it is. Throws FrameError for GCRF. */
export function inItrf(trajectory: Trajectory): Trajectory {
  if (trajectory.frame === "ITRF") return trajectory;
  if (trajectory.frame !== "TEME") throw new FrameError(`"${trajectory.name}" is given in ${trajectory.frame}, where TEME is wanted: ${mend(trajectory.frame, "ITRF")}`, { found: trajectory.frame, expected: "TEME" });
  const { sample, sampleMany } = trajectory;
  const { angle_rad, rate_rad_per_s: rate } = earthTurn(trajectory.epoch_s);
  const turn = { sin: 0, cos: 1, rate };
  const turnAt = (t_s: number, out: Float64Array, at: number): void => {
    turn.sin = Math.sin(angle_rad + rate * t_s);
    turn.cos = Math.cos(angle_rad + rate * t_s);
    toTurningFrame(out, at, turn);
  };
  const turnedMany = (many: NonNullable<typeof sampleMany>) => (times_s: Float64Array, out: Float64Array): number => {
    const known = many(times_s, out);
    for (let row = 0; row < known; row++) turnAt(times_s[row]!, out, 6 * row);
    return known;
  };
  return {
    ...trajectory,
    frame: "ITRF",
    sample: (t_s, out, at) => {
      if (!sample(t_s, out, at)) return false;
      turnAt(t_s, out, at);
      return true;
    },
    ...(sampleMany && { sampleMany: turnedMany(sampleMany) }),
  };
}
