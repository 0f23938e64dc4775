/**
 * Columns of a CSV file as numbers over time. Gaps, times out of order, numbers that are none, times without a zone or offset, local
 * times that clocks skip, and a header that names another unit are refused, naming file, row and column.
 */
import { convertUnit, parseInstant, parseQuarter, parseUnit, quarterStart_s } from "../units/index.ts";
import { readCsv, type Csv, type CsvRow } from "./csv.ts";
import { nearest } from "./nearest.ts";
import { shown, type Problem } from "./problem.ts";
import { clockOf, type LocalClock } from "./time-zone.ts";
import type { ColumnRef } from "./written.ts";

export interface Column {
  /** Where the values stand in each line, from 1. */
  readonly at: number;
  /** The same of the times; that of the values where none were asked for. */
  readonly timeAt: number;
  /** Line of each row in the file. */
  readonly line: readonly number[];
  /** Seconds since 1970; empty where no time was asked for. */
  readonly t_s: readonly number[];
  readonly value: readonly number[];
}
export type ColumnResult = { readonly ok: true; readonly column: Column } | { readonly ok: false; readonly problems: readonly Problem[] };

/** How many problems of one file are worth reading. */
const MOST = 5;

interface Sheet {
  readonly file: string;
  readonly path: string;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly problems: Problem[];
  /** Reads times without an offset; undefined where the scenario names no zone. */
  readonly clock: LocalClock | undefined;
}

interface ColumnAsked {
  readonly file: string;
  /** Field that asks for it. */
  readonly path: string;
  readonly unit: string | undefined;
  /** Whether an empty cell is a gap for the caller to judge, read as NaN, and not a problem. */
  readonly gaps?: boolean;
  /** What other columns of the same file have read of it. */
  readonly known?: KnownSheet;
}

/** Of one file: its table, and its times by their column and zone; only what has no problem. */
export interface KnownSheet {
  csv?: Csv;
  readonly times: Map<string, readonly number[]>;
}

/** Reads a column of `text`, converted to `unit` (undefined: taken as it is); `path` is the field that asks for it. */
export const readColumnText = (text: string, ref: ColumnRef, { file, path, unit, gaps = false, known = { times: new Map() } }: ColumnAsked): ColumnResult => {
  const csv = (known.csv ??= readCsv(text));
  if (!csv.ok) return { ok: false, problems: [{ file, line: csv.line, column: 1, path, found: csv.found, expected: "a table of comma-separated values with a header", hint: csv.hint }] };
  const sheet: Sheet = { file, path, header: csv.header, rows: csv.rows, problems: [], clock: ref.timezone === undefined ? undefined : clockOf(ref.timezone) };
  const values = indexOf(sheet, ref.column);
  const times = ref.time === undefined ? undefined : indexOf(sheet, ref.time);
  if (values !== undefined) headerUnit(sheet, values, ref);
  if (csv.rows.length === 0) sheet.problems.push({ file, line: 1, column: 1, path, found: "a header without rows", expected: "at least one row", hint: "is this the right file?" });
  if (sheet.problems.length > 0 || values === undefined) return { ok: false, problems: sheet.problems };
  const column: Column = {
    at: values + 1,
    timeAt: (times ?? values) + 1,
    line: csv.rows.map((row) => row.line),
    t_s: times === undefined ? [] : knownTimes(sheet, times, { ref, known }),
    value: readValues(sheet, values, gaps, ref.unit !== undefined && unit !== undefined ? (v) => convertUnit(v, { from: ref.unit!, to: unit }) : (v) => v),
  };
  return sheet.problems.length === 0 ? { ok: true, column } : { ok: false, problems: capped(sheet) };
};

const capped = ({ problems }: Sheet): readonly Problem[] => {
  if (problems.length <= MOST) return problems;
  const last = problems[MOST - 1]!;
  return [...problems.slice(0, MOST - 1), { ...last, hint: `${last.hint}${last.hint === "" ? "" : "; "}${problems.length - MOST} more problems in this file` }];
};

const indexOf = (sheet: Sheet, name: string): number | undefined => {
  const index = sheet.header.indexOf(name);
  if (index >= 0) return index;
  const near = nearest(name, sheet.header);
  sheet.problems.push({ file: sheet.file, line: 1, column: 1, path: sheet.path, found: `no column "${shown(name)}"`, expected: `one of ${sheet.header.slice(0, 10).map((h) => `"${shown(h)}"`).join(", ")}`, hint: near ? `did you mean "${near}"?` : "the first line of the file names its columns" });
  return undefined;
};

/** "EUR/MWh": what is in brackets may also be no unit at all, "(day-ahead)". */
const RATIO = /^[^\s/]+\s?\/\s?[^\s/]+$/;

/** A header such as "price [$/MWh]" or "price ($/MWh)" must not contradict the scenario. */
const headerUnit = (sheet: Sheet, index: number, ref: ColumnRef): void => {
  const name = sheet.header[index]!;
  const open = Math.max(name.lastIndexOf("["), name.lastIndexOf("("));
  const inside = open >= 0 && /[\])]$/.test(name) ? name.slice(open + 1, -1).trim() : undefined;
  if (inside === undefined || ref.unit === undefined) return;
  const [said, wanted] = [parseUnit(inside), parseUnit(ref.unit)];
  if (!said && RATIO.test(inside)) {
    sheet.problems.push({ file: sheet.file, line: 1, column: index + 1, path: sheet.path, found: `a header in ${shown(inside)}, which is no unit known here`, expected: `${ref.unit}, as the scenario says`, hint: "bring the values to that unit and correct the header: nothing is exchanged or converted unseen" });
    return;
  }
  if (!said || !wanted || said.factor === wanted.factor) return;
  sheet.problems.push({ file: sheet.file, line: 1, column: index + 1, path: sheet.path, found: `a header in ${inside}`, expected: `${ref.unit}, as the scenario says`, hint: `write unit: ${inside} in the scenario, or correct the header` });
};

const cellProblem = (sheet: Sheet, row: CsvRow, index: number, complaint: { readonly found: string; readonly expected: string; readonly hint: string }): void => {
  sheet.problems.push({ file: sheet.file, line: row.line, column: index + 1, path: sheet.path, ...complaint, found: `${complaint.found} in column "${shown(sheet.header[index]!)}"` });
};

const NUMBER = /^[+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][+-]?\d{1,3})?$/;

const cellHint = (cell: string): string => {
  if (/^[+-]?\d[\d.,]*,/.test(cell)) return "write decimals with a point and no thousands separator";
  return /^[+-]?[\d.]/.test(cell) ? "the unit belongs into the scenario (`unit:`), not into the cells" : "fill the gap with a number: nothing is interpolated unseen";
};

const readValues = (sheet: Sheet, index: number, gaps: boolean, convert: (value: number) => number): readonly number[] =>
  sheet.rows.map((row) => {
    const cell = row.cells[index]!.trim();
    if (gaps && cell === "") return Number.NaN;
    const value = NUMBER.test(cell) ? convert(Number(cell)) : Number.NaN;
    if (!Number.isFinite(value)) cellProblem(sheet, row, index, { found: cell === "" ? "an empty cell" : `"${shown(cell)}"`, expected: "a number", hint: cell === "" ? "fill the gap: nothing is interpolated unseen" : cellHint(cell) });
    return value;
  });

/** Times of rows whose problems were told with another column are read again, to be told with this one too. */
const knownTimes = (sheet: Sheet, index: number, { ref, known }: { readonly ref: ColumnRef; readonly known: KnownSheet }): readonly number[] => {
  const key = JSON.stringify([index, ref.timezone]);
  const before = known.times.get(key);
  if (before !== undefined) return before;
  const problems = sheet.problems.length;
  const t_s = readTimes(sheet, index, ref);
  if (sheet.problems.length === problems) known.times.set(key, t_s);
  return t_s;
};

const readTimes = (sheet: Sheet, index: number, ref: ColumnRef): readonly number[] => {
  const seconds = sheet.header[index]!.endsWith("_s");
  let before = Number.NEGATIVE_INFINITY;
  return sheet.rows.map((row) => {
    const cell = row.cells[index]!.trim();
    const t_s = seconds ? secondsOf(sheet, row, index) : instant(sheet, row, index, { ref, before });
    if (t_s === undefined) return Number.NaN;
    if (t_s <= before) cellProblem(sheet, row, index, { found: `${shown(cell)}, ${t_s === before ? "a time that stands twice" : "earlier than the row above"}`, expected: "times that rise from row to row", hint: "sort the file by time and keep one row for each instant" });
    before = Math.max(before, t_s);
    return t_s;
  });
};

const secondsOf = (sheet: Sheet, row: CsvRow, index: number): number | undefined => {
  const cell = row.cells[index]!.trim();
  if (NUMBER.test(cell) && Number.isFinite(Number(cell))) return Number(cell);
  cellProblem(sheet, row, index, { found: cell === "" ? "an empty cell" : `"${shown(cell)}"`, expected: "seconds, as the name of the column ends in _s", hint: "give a column of dates another name" });
  return undefined;
};

const ZONELESS = "a time without a zone";

const instant = (sheet: Sheet, row: CsvRow, index: number, { ref, before }: { readonly ref: ColumnRef; readonly before: number }): number | undefined => {
  const cell = row.cells[index]!.trim();
  const quarter = parseQuarter(cell);
  if (quarter !== undefined) return quarterStart_s(quarter);
  const read = parseInstant(cell);
  const expected = "a time as 2027-01-01, 2027-01-01 06:00 or 2027-01-01T06:00Z, or a quarter as 2027-Q1";
  if (!read) {
    cellProblem(sheet, row, index, { found: cell === "" ? "no time" : `"${shown(cell)}"`, expected, hint: "day and month apart by -, year first; seconds go in a column whose name ends in _s" });
    return undefined;
  }
  if (read.zoned || (sheet.clock === undefined && /^\d{4}-\d{2}-\d{2}$/.test(cell))) return read.t_s;
  if (sheet.clock === undefined) {
    // Once: it is true of every row.
    if (!sheet.problems.some(({ found }) => found.includes(ZONELESS))) cellProblem(sheet, row, index, { found: `${shown(cell)}, ${ZONELESS}`, expected: "a zone, or an offset with each time", hint: "add the zone of the times to the scenario: `timezone: UTC`, or one such as America/Chicago" });
    return undefined;
  }
  const instants = sheet.clock(read.t_s);
  // An hour that clocks repeat comes twice, its earlier instant first.
  if (instants.length > 0) return instants.find((t_s) => t_s > before) ?? instants[0];
  cellProblem(sheet, row, index, { found: `${shown(cell)}, a time that clocks in ${ref.timezone!} skip`, expected: "times that there are", hint: "clocks are set forth over it: are the times those of UTC, or of a fixed offset (timezone: UTC-06:00)?" });
  return undefined;
};
