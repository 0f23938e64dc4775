/** What a field means: unit, range, default with its source, forms, stages fed; from its row of the table. */
import type { FieldRow, NumberRow, Section, SeriesRow, Stage } from "./field.ts";
import { writtenUnit } from "./field.ts";
import { nearest } from "./nearest.ts";
import { defaultText, exampleOf, expectedNumber, formsOf } from "./row-text.ts";
import { orList } from "./written.ts";
import { table } from "./table/index.ts";

/** A field explained. Texts are ready to print. */
export interface Explanation {
  /** As in the table: "ground.sites[].pue". */
  readonly path: string;
  readonly kind: FieldRow["kind"];
  readonly meaning: string;
  /** Empty where the field has none. */
  readonly unit: string;
  /** What may stand there: the range, the choices, the catalogue's kind. */
  readonly range: string;
  readonly default: string;
  readonly example: string;
  readonly forms: readonly string[];
  /** Stages that a change touches first. */
  readonly feeds: readonly Stage[];
  /** Fields of a section or of the items of a list. */
  readonly fields: readonly string[];
}

export type Explained = { readonly ok: true; readonly explanation: Explanation } | { readonly ok: false; readonly found: string; readonly hint: string };

/** Explains a field by its path; an item of a list is written "sites[]", by any id, or left out. */
export const explain = (path: string): Explained => {
  const paths = allRows();
  const wanted = tablePath(path.trim().split(".").flatMap((part) => (part.endsWith("[]") ? [part.slice(0, -2), "[]"] : [part])), table);
  const row = wanted === undefined ? undefined : paths.find((r) => r.path === wanted);
  if (row) return { ok: true, explanation: explained(row.path, row.row) };
  const near = fieldAbove(path.trim().split("."), paths) ?? nearPath(path.trim(), paths.map((r) => r.path));
  return { ok: false, found: path, hint: near ? `did you mean "${near}"?` : `sections are ${Object.keys(table).join(", ")}` };
};

/** Every field in the order of the table. */
export const explainAll = (): readonly Explanation[] => allRows().map(({ path, row }) => explained(path, row));

interface PathRow { readonly path: string; readonly row: FieldRow }

const allRows = (section: Section = table, above = ""): readonly PathRow[] =>
  Object.entries(section).flatMap(([name, row]): readonly PathRow[] => {
    const path = `${above}${name}`;
    if (row.kind === "group") return [{ path, row }, ...allRows(row.of, `${path}.`)];
    if (row.kind === "list") return [{ path, row }, ...allRows(row.of, `${path}[].`)];
    return [{ path, row }];
  });

/** "ground.sites.abilene.pue", and "ground.sites.pue" without an item, as "ground.sites[].pue". */
const tablePath = (parts: readonly string[], section: Section): string | undefined => {
  const [name, ...rest] = parts;
  const row = name !== undefined && Object.hasOwn(section, name) ? section[name] : undefined;
  if (!row) return undefined;
  if (rest.length === 0) return name;
  if (row.kind === "group") return joined(name!, ".", tablePath(rest, row.of));
  if (row.kind !== "list") return undefined;
  const field = tablePath(rest, row.of);
  if (field !== undefined) return joined(name!, "[].", field);
  return rest.length === 1 ? name : joined(name!, "[].", tablePath(rest.slice(1), row.of));
};

const joined = (name: string, by: string, rest: string | undefined): string | undefined => (rest === undefined ? undefined : `${name}${by}${rest}`);

/** The field that a path goes on below, such as into the form of its number: "orbit.altitude.value". */
const fieldAbove = (parts: readonly string[], paths: readonly PathRow[]): string | undefined => {
  const above = tablePath(parts.slice(0, -1), table);
  const row = paths.find((r) => r.path === above)?.row;
  return row !== undefined && row.kind !== "group" && row.kind !== "list" ? above : undefined;
};

/** By the whole path, or by the last name alone. */
const nearPath = (path: string, paths: readonly string[]): string | undefined => {
  const last = path.split(".").at(-1)!;
  const lasts = paths.map((p) => p.split(".").at(-1)!);
  const exact = paths.find((_, i) => lasts[i] === last);
  if (exact) return exact;
  const whole = nearest(path, paths);
  if (whole) return whole;
  const word = nearest(last, lasts);
  return word === undefined ? undefined : paths[lasts.indexOf(word)];
};

const explained = (path: string, row: FieldRow): Explanation => ({
  path,
  kind: row.kind,
  meaning: row.doc,
  unit: row.kind === "number" || row.kind === "series" ? writtenUnit(row.unit).replace(/^1$/, "") : "",
  range: rangeOf(row),
  default: defaultText(row),
  example: row.kind === "number" ? exampleOf(row) : row.kind === "quarter" ? "2027-Q3" : row.kind === "date" ? "2027-01-01" : row.kind === "profile" ? "{file: prices.csv, column: usd_per_mwh, time: utc, timezone: UTC}" : row.kind === "series" ? "{file: [a.csv, b.csv], column: mean, unit: …, time: utc, timezone: UTC}" : "",
  forms: row.kind === "number" ? formsOf(row as NumberRow) : row.kind === "profile" ? ["a column of a CSV or Parquet file", "24 hours of a day", "168 hours of a week"] : row.kind === "series" ? ["a column of CSV or Parquet files"] : [],
  feeds: row.feeds,
  fields: row.kind === "group" || row.kind === "list" ? Object.keys(row.of) : [],
});

const rangeOfSeries = ({ unit, min, max }: SeriesRow): string => expectedNumber({ kind: "number", unit, min, max, whole: false, varies: [], nullable: true, fallback: null, example: undefined, doc: "", feeds: [] });

const rangeOf = (row: FieldRow): string => {
  switch (row.kind) {
    case "number": return expectedNumber(row);
    case "text": return "a text";
    case "choice": return orList(row.of);
    case "ref": return `a catalogue entry of ${row.of}`;
    case "quarter": return "a quarter";
    case "date": return "a date in UTC";
    case "profile": return "a profile over time, relative to its mean";
    case "series": return `values by the hour over a calendar year, each ${rangeOfSeries(row)}`;
    case "list": return `a list of at most ${row.max} items`;
    case "group": return "a section";
  }
};

/** An explanation as lines of text. */
export const formatExplanation = (e: Explanation): string =>
  [
    e.path,
    `  ${e.meaning}`,
    ...(e.unit === "" ? [] : [`  unit     ${e.unit}`]),
    `  value    ${e.range}`,
    ...(e.forms.length === 0 ? [] : [`  written  as ${orList(e.forms)}`]),
    ...(e.example === "" ? [] : [`  example  ${e.example}`]),
    `  default  ${e.default}`,
    ...(e.feeds.length === 0 ? [] : [`  feeds    ${e.feeds.join(", ")}`]),
    ...(e.fields.length === 0 ? [] : [`  fields   ${e.fields.join(", ")}`]),
  ].join("\n");
