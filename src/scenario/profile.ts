/** Relative profiles over time: brought to a mean of 1, from numbers in the scenario or a regular column of a file. */
import type { Column } from "./column.ts";
import type { Profile, ProfileRow } from "./field.ts";
import { shown, type Problem } from "./problem.ts";
import type { ColumnRef } from "./written.ts";

const HOUR = 3600;
/** 1970-01-05, a Monday, 00:00 UTC. */
const MONDAY_S = 4 * 86_400;

/** The profile of a field that is left out. */
export const flatProfile: Profile = { start_utc_s: 0, step_s: HOUR, value: [1], source: "flat" };

export const inlineProfile = ({ every, value, source }: { readonly every: "hourly" | "weekly"; readonly value: readonly number[]; readonly source: string }): Profile => ({
  start_utc_s: every === "weekly" ? MONDAY_S : 0,
  step_s: HOUR,
  value: relative(value),
  source,
});

/** Values over their mean, which must not be zero. */
const relative = (values: readonly number[]): readonly number[] => {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return values.map((v) => v / mean);
};

/** A profile from a column, or the first row at which its step changes or its sign is wrong. */
export const columnProfile = (column: Column, ref: ColumnRef, { row, file, path, source }: { readonly row: ProfileRow; readonly file: string; readonly path: string; readonly source: string }): Profile | Problem => {
  const at = (i: number): Pick<Problem, "file" | "line" | "column" | "path"> => ({ file, line: column.line[i] ?? 1, column: column.at, path });
  const { t_s, value } = column;
  if (t_s.length < 2) return { ...at(0), found: "one row", expected: "at least two, so that the step is known", hint: "a constant needs no profile: leave the field out" };
  const step_s = t_s[1]! - t_s[0]!;
  const gap = t_s.findIndex((t, i) => i > 0 && Math.abs(t - t_s[i - 1]! - step_s) > 1e-6 * step_s);
  if (gap > 0) return { ...at(gap), found: `a step of ${t_s[gap]! - t_s[gap - 1]!} s in column "${shown(ref.time ?? "")}"`, expected: `${step_s} s, as between the first rows`, hint: t_s[gap]! - t_s[gap - 1]! > step_s ? "rows are missing here: fill the gap" : "bring the file to one step" };
  const negative = row.negative ? -1 : value.findIndex((v) => v < 0);
  if (negative >= 0) return { ...at(negative), found: `${value[negative]} in column "${shown(ref.column)}"`, expected: "no number below zero", hint: "this profile is a rate" };
  if (!(value.reduce((sum, v) => sum + v, 0) > 0)) return { ...at(0), found: "a mean that is not above zero", expected: "a mean above zero", hint: "a profile is relative to its mean" };
  return { start_utc_s: t_s[0]!, step_s, value: relative(value), source: source === "" ? `${ref.file}, column ${ref.column}` : source };
};
