/** Numbers that change over the horizon, and profiles, evaluated. */
import type { Amount, Profile } from "./field.ts";

/** Value of a constant or a schedule at an instant (seconds since 1970). A learning curve stands at its reference value here: it moves with quantity, not time. */
export const amountAt = (amount: Amount, t_s: number): number => {
  if (amount.kind === "constant") return amount.value;
  if (amount.kind === "learning") return amount.first;
  return scheduleAt(amount, t_s);
};

const scheduleAt = (schedule: Extract<Amount, { kind: "schedule" }>, t_s: number): number => {
  const { t_s: times, value } = schedule;
  let i = times.length - 1;
  while (i > 0 && times[i]! > t_s) i--;
  const here = value[i]!;
  if (schedule.interpolation === "step" || i === times.length - 1 || t_s <= times[i]!) return here;
  return here + ((value[i + 1]! - here) * (t_s - times[i]!)) / (times[i + 1]! - times[i]!);
};

/** The same for what is counted (units, launches, megawatts a year): a schedule has none before its first date, where a price would hold its first value backwards. */
export const countAt = (amount: Amount, t_s: number): number => (amount.kind === "schedule" && t_s < amount.t_s[0]! ? 0 : amountAt(amount, t_s));

interface Interval {
  readonly from_s: number;
  readonly to_s: number;
  readonly parts: number;
}

/** Mean of an amount over an interval, by midpoint of `parts` equal parts. */
export const amountMean = (amount: Amount, interval: Interval): number => meanOf((t_s) => amountAt(amount, t_s), interval);

/** The same for what is counted. */
export const countMean = (amount: Amount, interval: Interval): number => meanOf((t_s) => countAt(amount, t_s), interval);

const meanOf = (at: (t_s: number) => number, { from_s, to_s, parts }: Interval): number => {
  let sum = 0;
  for (let i = 0; i < parts; i++) sum += at(from_s + ((i + 0.5) / parts) * (to_s - from_s));
  return sum / parts;
};

/** Value of a learning curve after a cumulative quantity (Wright 1936): first (quantity / reference)^log2(1 - rate), not below its floor, not above `first`. */
export const learnedValue = (amount: Extract<Amount, { kind: "learning" }>, quantity: number): number => {
  if (quantity <= amount.reference) return amount.first;
  return Math.max(amount.floor, amount.first * (quantity / amount.reference) ** Math.log2(1 - amount.rate_frac));
};

/** Value of a profile at an instant (seconds since 1970). */
export const profileAt = (profile: Profile, t_s: number): number => {
  const count = profile.value.length;
  const index = Math.floor((t_s - profile.start_utc_s) / profile.step_s) % count;
  return profile.value[index < 0 ? index + count : index]!;
};
