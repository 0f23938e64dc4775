/** What a schedule over time says of the horizon it is read for: where it begins and ends against it, and how it is shown. */
import { formatQuarter, formatUtc, quarterStart_s } from "../units/index.ts";
import { amountAt, countAt } from "./amount.ts";
import type { Amount, NumberRow } from "./field.ts";
import type { Complaint } from "./problem.ts";
import { countsThings, showIn } from "./row-text.ts";

export type Schedule = Extract<Amount, { kind: "schedule" }>;

/** The planned quarters, from the first to the last. */
export interface Horizon {
  readonly first_quarter: number;
  readonly last_quarter: number;
}

/** What is wrong with a schedule that ends before the horizon starts: no value of it was written for a quarter that is planned. */
export const scheduleFault = (schedule: Schedule, name: string, { first_quarter, last_quarter }: Horizon): Complaint | undefined => {
  const last_s = schedule.t_s.at(-1)!;
  if (last_s >= quarterStart_s(first_quarter)) return undefined;
  const hint = name === "powerPrice" ? "the hours of a past year belong into priceShape; or give prices for the horizon" : "give values for the horizon, or write a constant";
  return { found: `a schedule that ends at ${instantText(last_s)}`, expected: `a date in the horizon (${formatQuarter(first_quarter)} to ${formatQuarter(last_quarter)}) or after it`, hint };
};

/** What is held where the schedule says nothing: its first value before it, but for what is counted, and its last value behind it. */
export const heldNotes = (schedule: Schedule, row: NumberRow, { first_quarter, last_quarter }: Horizon): readonly string[] => {
  const { t_s, value } = schedule;
  const shown = (v: number): string => showIn(v, row);
  const early = !countsThings(row) && t_s[0]! > quarterStart_s(first_quarter);
  const late = t_s.at(-1)! < quarterStart_s(last_quarter);
  return [
    ...(early ? [`begins at ${instantText(t_s[0]!)}: its first value, ${shown(value[0]!)}, is held from ${formatQuarter(first_quarter)}.`] : []),
    ...(late ? [`ends at ${instantText(t_s.at(-1)!)}: its last value, ${shown(value.at(-1)!)}, is held from then to the end of ${formatQuarter(last_quarter)}.`] : []),
  ];
};

/** Value of a schedule at the start of a horizon; its first value where no horizon could be read. */
export const startValue = (schedule: Schedule, row: NumberRow, horizon: Horizon | undefined): number => {
  if (!horizon) return schedule.value[0]!;
  return (countsThings(row) ? countAt : amountAt)(schedule, quarterStart_s(horizon.first_quarter));
};

/** "schedule, 5 points 2027-Q1…2032-Q1, last 4000". */
export const scheduleForm = ({ t_s, value }: Schedule): string => {
  const last = `last ${Number(value.at(-1)!.toPrecision(6))}`;
  return t_s.length === 1 ? `schedule, 1 point ${instantText(t_s[0]!)}, ${last}` : `schedule, ${t_s.length} points ${instantText(t_s[0]!)}…${instantText(t_s.at(-1)!)}, ${last}`;
};

/** Seconds from 1970, either way, within which a calendar date exists. */
const LAST_DATE_S = 8.64e12;

/** An instant as one would write it: a quarter where it starts one, a date at midnight, else date and time. */
const instantText = (t_s: number): string => {
  if (Math.abs(t_s) > LAST_DATE_S) return `${t_s} s`;
  const date = new Date(t_s * 1000);
  const quarter = date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
  return t_s === quarterStart_s(quarter) ? formatQuarter(quarter) : formatUtc(t_s).replace("T00:00:00Z", "").replace(":00Z", "Z");
};
