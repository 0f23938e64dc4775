/**
 * Requests of users by region and local hour.
 *
 *   1. rate(t) = sum over regions of users x requests a user and week / 604,800 s x curve(local hour)/mean of the curve
 *   2. local hour = UTC hour + longitude/15 deg (mean solar time); between the curve's hours a straight line
 *
 * Assumes: one curve for all regions, the same on all days; mean solar time, so that zones and summer time are up to an hour or two off.
 * Accuracy: the mean over whole days is users x requests/604,800 s to rounding (test/network).
 */
import type { Place } from "../physics/index.ts";
import { DAY_S, HOUR_S } from "../units/index.ts";

export interface UserRegion extends Place {
  readonly id: string;
  readonly weeklyUsers: number;
}

export interface UserHabits {
  /** Of each weekly user. */
  readonly requests_per_week: number;
  /** Relative rate at 0, 1, ... 23 h local time. */
  readonly curve: readonly number[];
}

const HOURS = 24;
const WEEK_S = 7 * DAY_S;
const DEGREES_PER_HOUR = 15;

/** Requests a second of each region as a function of time (seconds since 1970); throws RangeError with the field's name for a number that cannot be. */
export function userRequests(regions: readonly UserRegion[], { requests_per_week, curve }: UserHabits): (t_s: number) => Float64Array {
  if (!(requests_per_week >= 0 && requests_per_week < Infinity)) throw new RangeError(`requests_per_week is ${requests_per_week}`);
  if (curve.length !== HOURS) throw new RangeError(`the curve has ${curve.length} hours, where ${HOURS} are wanted`);
  const mean = curve.reduce((sum, value) => sum + value, 0) / HOURS;
  if (!(mean > 0 && mean < Infinity) || curve.some((value) => !(value >= 0))) throw new RangeError(`the curve is ${curve.join(", ")}: not below 0, and above it at some hour`);
  for (const { id, weeklyUsers, longitude_deg } of regions) {
    if (!(weeklyUsers >= 0 && weeklyUsers < Infinity)) throw new RangeError(`region ${id}: weeklyUsers is ${weeklyUsers}`);
    if (!Number.isFinite(longitude_deg)) throw new RangeError(`region ${id}: longitude_deg is ${longitude_deg}`);
  }
  return (t_s) => Float64Array.from(regions, ({ weeklyUsers, longitude_deg }) => (weeklyUsers * requests_per_week * between(curve, t_s / HOUR_S + longitude_deg / DEGREES_PER_HOUR)) / (mean * WEEK_S));
}

/** The curve at an hour of any day. */
function between(curve: readonly number[], hour: number): number {
  const within = ((hour % HOURS) + HOURS) % HOURS;
  const from = Math.floor(within) % HOURS;
  const share = within - Math.floor(within);
  return curve[from]! * (1 - share) + curve[(from + 1) % HOURS]! * share;
}
