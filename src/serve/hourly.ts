/**
 * Profiles by the hour: work belongs to the hour it comes in, so peaks within an hour are not capacity.
 *
 *   1. rate of an hour = mean of the profile over [t, t + 1 h)
 *   2. a profile in steps shorter than an hour is replaced by its clock hours (UTC) over as many of its periods as make whole hours;
 *      one in longer steps says nothing of its hours and stands
 *
 * A period is taken to the whole second.
 */
import type { Profile } from "../scenario/index.ts";
import { HOUR_S } from "../units/index.ts";

// A time a hair before an edge of the profile lies on it.
const ROUNDING = 1e-9;

/** Mean of a profile over the hour that starts at an instant (seconds since 1970). */
export const hourlyRate = ({ start_utc_s, step_s, value }: Profile, from_s: number): number => {
  const to_s = from_s + HOUR_S;
  const count = value.length;
  let sum = 0;
  let step = Math.floor((from_s - start_utc_s) / step_s + ROUNDING);
  for (let t = from_s; t < to_s; step++) {
    const end = Math.min(start_utc_s + (step + 1) * step_s, to_s);
    sum += value[((step % count) + count) % count]! * (end - t);
    t = end;
  }
  return sum / HOUR_S;
};

/** The profile by clock hours; itself where its steps are an hour or longer. */
export const hourlyProfile = (profile: Profile): Profile => {
  if (profile.step_s >= HOUR_S) return profile;
  const period_s = Math.max(1, Math.round(profile.value.length * profile.step_s));
  const start_utc_s = Math.floor(profile.start_utc_s / HOUR_S) * HOUR_S;
  const value = Array.from({ length: period_s / commonDivisor(period_s, HOUR_S) }, (_, hour) => hourlyRate(profile, start_utc_s + hour * HOUR_S));
  return { start_utc_s, step_s: HOUR_S, value, source: profile.source };
};

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));
