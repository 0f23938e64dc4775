/** A series by the hour as written: the columns of one file or of several that follow each other, how they are stamped, and which gaps may be closed. */
import { constantOf, foundText, isMap, memberOf, type Fault, type Report } from "./constant.ts";
import { writtenUnit, type NumberRow, type SeriesRow } from "./field.ts";
import { nearest } from "./nearest.ts";
import { orList, originOf, readColumn, type ColumnRef, type Parentage } from "./written.ts";

export interface WrittenSeries extends Parentage {
  readonly form: "series";
  /** One for each file. */
  readonly columns: readonly ColumnRef[];
  /** Whether a time is the end of what its value is the mean of. */
  readonly stampedAtEnd: boolean;
  /** Longest gap that may be closed by a straight line, hours; 0 for none. */
  readonly gap_h: number;
  /** Calendar year of the files that stands for the flown one; null for that one itself. */
  readonly year: number | null;
}

const KEYS = ["file", "column", "unit", "time", "timezone", "stamp", "interpolateGaps", "year", "source", "asOf", "evidence", "note"] as const;
const HINT = "for example {file: prices.csv, column: usd_per_mwh, unit: $/MWh, time: utc, timezone: UTC}";
const MOST_FILES = 64;
export const STAMPS = ["start", "end"] as const;
export const YEARS = { min: 1950, max: 2200 } as const;

const parameter = (unit: NumberRow["unit"], { min, max, whole, example }: { readonly min: number; readonly max: number; readonly whole: boolean; readonly example: string }): NumberRow => ({
  kind: "number", unit, min, max, whole, varies: [], nullable: false, fallback: undefined, example, doc: "", feeds: [],
});
const GAP = parameter("h", { min: 0, max: 168, whole: false, example: "3 h" });
const YEAR = parameter("1", { ...YEARS, whole: true, example: "2023" });

/** Reads a series; undefined when faults were reported, null where there is none. */
export const readSeries = (raw: unknown, row: SeriesRow, report: Report): WrittenSeries | null | undefined => {
  if (raw === null) return null;
  if (!isMap(raw)) return fault(report, { path: [], found: foundText(raw), expected: "a map with `file`, `column`, `unit` and `time`", hint: HINT });
  const wrong = unknownKeys(raw, report);
  const unitless = !Object.hasOwn(raw, "unit") && writtenUnit(row.unit) === "1" && Object.hasOwn(raw, "file");
  if (unitless) report({ path: [], found: "no `unit`", expected: "the unit of the column, of a plain number (%, 1)", hint: 'add unit: "%", or unit: "1" for a share of one' });
  const files = filesOf(raw, report);
  const columns = files?.map((file, i) => readColumn({ ...raw, file }, { report: i === 0 ? report : () => undefined, path: [] }, { timed: true, unit: writtenUnit(row.unit) }));
  const stamp = stampOf(raw, report);
  const gap_h = optional(raw, "interpolateGaps", { row: GAP, report, absent: 0 });
  const year = optional(raw, "year", { row: YEAR, report, absent: null });
  const origin = originOf(raw, report);
  if (wrong || unitless || !columns || columns.some((one) => one === undefined) || stamp === undefined || gap_h === undefined || year === undefined) return undefined;
  return { form: "series", columns: columns as readonly ColumnRef[], stampedAtEnd: stamp === "end", gap_h: gap_h as number, year, ...origin };
};

type RawMap = Readonly<Record<string, unknown>>;

const fault = (report: Report, complaint: Fault): undefined => {
  report(complaint);
  return undefined;
};

const unknownKeys = (raw: RawMap, report: Report): boolean => {
  const unknown = Object.keys(raw).filter((key) => !KEYS.some((known) => known === key));
  for (const key of unknown) {
    const near = nearest(key, KEYS);
    report({ path: [key], key: true, found: `unknown key ${foundText(key)}`, expected: orList(KEYS.map((k) => `\`${k}\``)), hint: near ? `did you mean "${near}"?` : "remove it" });
  }
  return unknown.length > 0;
};

/** One name or a list of them, unread: `readColumn` complains of what is no text. */
const filesOf = (raw: RawMap, report: Report): readonly unknown[] | undefined => {
  const file = memberOf(raw, "file");
  if (!Array.isArray(file)) {
    if (Object.hasOwn(raw, "file")) return [file];
    return fault(report, { path: [], found: "no `file`", expected: "the name of a CSV or Parquet file, or a list of them", hint: HINT });
  }
  const odd = file.findIndex((one) => typeof one !== "string" || one.trim() === "");
  if (file.length > 0 && file.length <= MOST_FILES && odd < 0) return file as readonly unknown[];
  if (odd >= 0) return fault(report, { path: ["file", odd], found: foundText(file[odd]), expected: "the name of a file", hint: "for example file: [prices-2022.csv, prices-2023.csv]" });
  return fault(report, { path: ["file"], found: `a list of ${file.length}`, expected: `a list of 1 to ${MOST_FILES} files`, hint: "for example file: [prices-2022.csv, prices-2023.csv]" });
};

const stampOf = (raw: RawMap, report: Report): (typeof STAMPS)[number] | undefined => {
  const stamp = memberOf(raw, "stamp");
  if (stamp === undefined) return "start";
  const known = STAMPS.find((one) => one === stamp);
  return known ?? fault(report, { path: ["stamp"], found: foundText(stamp), expected: orList(STAMPS), hint: "whether a row's time is the start (left out) or the end of its hour, as in \"hour ending\"" });
};

const optional = <T extends number | null>(raw: RawMap, key: string, { row, report, absent }: { readonly row: NumberRow; readonly report: Report; readonly absent: T }): number | T | undefined =>
  Object.hasOwn(raw, key) ? constantOf(raw[key], row, { report, path: [key] }) : absent;
