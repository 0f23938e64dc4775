/** Designs of a study as a table: a row a design, a column a field and a measure. */
import { SUFFIX, type FieldUnit } from "../../scenario/index.ts";
import type { FieldValue, Measure, Pareto, StudyField, StudyPoint, Sweep } from "../../study/index.ts";
import { formatQuarter, formatUtc } from "../../units/index.ts";
import { formatFigure } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Column, type Table } from "../table.ts";

/** What every study has. */
export interface Studied {
  readonly fields: readonly StudyField[];
  readonly measures: readonly Measure[];
  readonly points: readonly StudyPoint[];
}

export const ofSweep = ({ fields, measures, points }: Sweep): Studied => ({ fields, measures, points });
export const ofPareto = ({ fields, measures, front }: Pareto): Studied => ({ fields, measures, points: front });

/** A field's value for people, without its unit: shares as percent. */
export const fieldCell = ({ unit }: StudyField, value: FieldValue): Cell => {
  if (typeof value === "string") return value;
  if (unit === "quarter") return formatQuarter(value);
  if (unit === "date") return formatUtc(value).slice(0, 10);
  return unit === "frac" ? value * 100 : value;
};

const shownUnit = (unit: string): string => (unit === "frac" ? "%" : unit === "quarter" || unit === "date" ? "" : unit);

export const measureUnit = ({ unit }: Measure): string => shownUnit(unit);

const measureCell = ({ unit }: Measure, value: number | null): Cell => (value === null ? null : unit === "frac" ? value * 100 : value);

const fieldColumn = ({ path, unit }: StudyField, points: readonly StudyPoint[], at: number): Column =>
  points.every(({ values }) => typeof values[at] === "number") ? numberColumn(path, shownUnit(unit)) : wordColumn(path);

/** Fields first, then measures; the reasons last where any design has some. */
export const studyTable = ({ fields, measures, points }: Studied, { id, title, note }: { readonly id: string; readonly title: string; readonly note: string }): Table => {
  const reasons = points.some(({ why }) => why.length > 0);
  return {
    id, title, note,
    columns: [...fields.map((field, at) => fieldColumn(field, points, at)), ...measures.map((measure) => numberColumn(measure.name, measureUnit(measure))), ...(reasons ? [wordColumn(points.every(({ status, why }) => status === "unheld" || why.length === 0) ? "not held" : "not possible because")] : [])],
    rows: points.map(({ values, status, measures: found, why }) => [
      ...fields.map((field, at) => fieldCell(field, values[at]!)),
      ...measures.map((measure, at) => measureCell(measure, found[at] ?? null)),
      ...(reasons ? [reasonsText(status, why)] : []),
    ]),
  };
};

/** What was not held against a limit is not said to break it. */
const reasonsText = (status: StudyPoint["status"], why: readonly string[]): string => (status === "unheld" ? `not known: ${why.join("; ")}` : why.join("; "));

/** The same with one column for all fields: a table that is cut into blocks repeats its first column only. */
export const compactTable = (studied: Studied, head: { readonly id: string; readonly title: string; readonly note: string }): Table => {
  const table = studyTable(studied, head);
  const { length } = studied.fields;
  if (length < 2) return table;
  const names = studied.fields.map(({ path, unit }) => [path, shownUnit(unit)].filter((part) => part !== "").join(" "));
  const text = (cell: Cell | undefined): string => (typeof cell === "number" ? formatFigure(cell) : String(cell));
  return { ...table, columns: [wordColumn(names.join(" · ")), ...table.columns.slice(length)], rows: table.rows.map((row) => [row.slice(0, length).map(text).join(" · "), ...row.slice(length)]) };
};

/** Name of a field's column in CSV: with the suffix of its unit, as resolved scenarios have it. */
const fieldKey = ({ path, unit }: StudyField): string => `${path}${Object.hasOwn(SUFFIX, unit) ? SUFFIX[unit as FieldUnit] : ""}`;

const rawValue = ({ unit }: StudyField, value: FieldValue): FieldValue => (typeof value === "number" && unit === "quarter" ? formatQuarter(value) : typeof value === "number" && unit === "date" ? formatUtc(value) : value);

/** Quoted where it must be (RFC 4180). */
const csvCell = (cell: FieldValue | null): string => (cell === null ? "" : /[",\r\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell));

/** Fields, status, measures by key and reasons as CSV, at full precision. */
export const studyCsv = ({ fields, measures, points }: Studied): string =>
  [
    [...fields.map(fieldKey), "status", ...measures.map(({ key }) => key), "why"],
    ...points.map(({ values, status, measures: found, why }) => [...fields.map((field, at) => rawValue(field, values[at]!)), status, ...found, why.join("; ")]),
  ].map((row) => `${row.map(csvCell).join(",")}\n`).join("");

/** One design by names, for JSON. */
export const studyRecord = ({ fields, measures }: Studied, { values, status, why, measures: found }: StudyPoint): Readonly<Record<string, unknown>> => ({
  values: Object.fromEntries(fields.map((field, at) => [field.path, rawValue(field, values[at]!)])),
  status, why,
  measures: Object.fromEntries(measures.map(({ key }, at) => [key, found[at] ?? null])),
});
