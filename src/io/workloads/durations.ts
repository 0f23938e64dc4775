/** Durations and times as Slurm writes them. */
import { DAY_S, HOUR_S, MINUTE_S, parseUtc } from "../../units/index.ts";

/** "90", "90:30", "1:30:00", "2-12", "2-12:30", "2-12:30:00": minutes, or as named; undefined for others, "UNLIMITED" among them. */
export const slurmDuration_s = (text: string): number | undefined => {
  const match = /^(?:(\d+)-)?(\d+)(?::(\d+))?(?::(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [days, a, b, c] = [match[1], match[2], match[3], match[4]].map((part) => (part === undefined ? undefined : Number(part)));
  if (days !== undefined) return days * DAY_S + a! * HOUR_S + (b ?? 0) * MINUTE_S + (c ?? 0);
  if (b === undefined) return a! * MINUTE_S;
  return c === undefined ? a! * MINUTE_S + b : a! * HOUR_S + b * MINUTE_S + c;
};

/** sacct's "[D-]HH:MM:SS[.fff]" or "MM:SS[.fff]"; undefined for others. */
export const elapsed_s = (text: string): number | undefined => {
  const match = /^(?:(?:(\d+)-)?(\d+):)?(\d+):(\d+(?:\.\d+)?)$/.exec(text);
  if (match === null) return undefined;
  return Number(match[1] ?? 0) * DAY_S + Number(match[2] ?? 0) * HOUR_S + Number(match[3]) * MINUTE_S + Number(match[4]);
};

const UNITS_S: Readonly<Record<string, number>> = { "": 1, second: 1, seconds: 1, minute: MINUTE_S, minutes: MINUTE_S, hour: HOUR_S, hours: HOUR_S, day: DAY_S, days: DAY_S, week: 7 * DAY_S, weeks: 7 * DAY_S };

/** "now", "now+2hours", or an ISO time (UTC), to seconds of the clock that `now_s` is on; undefined for others. */
export const slurmTime_s = (text: string, now_s: number): number | undefined => {
  const match = /^now(?:\+(\d+)([a-z]*))?$/.exec(text);
  if (match === null) return parseUtc(text);
  const unit_s = UNITS_S[match[2] ?? ""];
  return unit_s === undefined ? undefined : now_s + Number(match[1] ?? 0) * unit_s;
};
