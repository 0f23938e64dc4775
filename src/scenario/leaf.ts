/** Every field that is not a section or a list, as written and read by its row. */
import { formatQuarter, formatUtc, parseInstant, parseQuarter, parseUtc } from "../units/index.ts";
import { foundText, isMap, memberOf, constantOf, type Report } from "./constant.ts";
import type { ChoiceRow, DateRow, FieldRow, ListRow, GroupRow, NumberRow, ProfileRow, QuarterRow, RefRow, TextRow } from "./field.ts";
import { nearest } from "./nearest.ts";
import { orList, readColumn, readNumber, type ColumnRef, type WrittenNumber } from "./written.ts";
import { readSeries, type WrittenSeries } from "./written-series.ts";

export type LeafRow = Exclude<FieldRow, ListRow | GroupRow>;

/** A profile as written. */
export type WrittenProfile =
  | { readonly form: "inline"; readonly every: "hourly" | "weekly"; readonly value: readonly number[]; readonly source: string }
  | { readonly form: "file"; readonly column: ColumnRef; readonly source: string };

export type Leaf = WrittenNumber | WrittenProfile | WrittenSeries | string | number | null;

/** Reads a field; undefined when faults were reported. `name` is its key: an `id` has a form of its own. */
export const readLeaf = (raw: unknown, row: LeafRow, { name, report }: { readonly name: string; readonly report: Report }): Leaf | undefined => {
  switch (row.kind) {
    case "number": return readNumber(raw, row, report);
    case "text": return name === "id" ? readId(raw, row, report) : readPlainText(raw, row, report);
    case "choice": return readChoice(raw, row, report);
    case "ref": return readRef(raw, row, report);
    case "quarter": return readQuarter(raw, row, report);
    case "date": return readDate(raw, row, report);
    case "profile": return readProfile(raw, row, report);
    case "series": return readSeries(raw, row, report);
  }
};

const FIRST_YEAR = 2000;
const LAST_YEAR = 2200;
const LONGEST_TEXT = 4000;

/** What an id may look like. */
export const ID_PATTERN = "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$";
const ID_TEXT = "a name of letters, digits, - and _";

const readId = (raw: unknown, _row: TextRow, report: Report): string | undefined => {
  if (typeof raw === "string" && new RegExp(ID_PATTERN).test(raw)) return raw;
  const hint = raw === undefined ? "every item of the list needs an `id`, for example id: abilene" : typeof raw === "number" ? `put it in quotes: "${raw}"` : "the id addresses the item in --set and in `extends`, for example id: abilene";
  report({ path: [], found: foundText(raw), expected: ID_TEXT, hint });
  return undefined;
};

const readPlainText = (raw: unknown, _row: TextRow, report: Report): string | undefined => {
  if (typeof raw === "string" && raw.length <= LONGEST_TEXT) return raw;
  const hint = typeof raw === "string" ? "shorten it" : typeof raw === "number" || typeof raw === "boolean" ? `put it in quotes: "${raw}"` : "write a text, or remove the line";
  report({ path: [], found: typeof raw === "string" ? `a text of ${raw.length} characters` : foundText(raw), expected: typeof raw === "string" ? `a text of at most ${LONGEST_TEXT} characters` : "a text", hint });
  return undefined;
};

const readChoice = (raw: unknown, row: ChoiceRow, report: Report): string | undefined => {
  const choice = row.of.find((c) => c === raw);
  if (choice !== undefined) return choice;
  const near = typeof raw === "string" ? nearest(raw, row.of) : undefined;
  report({ path: [], found: foundText(raw), expected: orList(row.of), hint: near ? `did you mean "${near}"?` : row.fallback === undefined ? `write ${orList(row.of)}` : `left out, it is ${row.fallback}` });
  return undefined;
};

const readRef = (raw: unknown, row: RefRow, report: Report): string | null | undefined => {
  if (raw === null && row.nullable) return null;
  if (typeof raw === "string" && raw !== "") return raw;
  report({ path: [], found: foundText(raw), expected: `the id of a catalogue entry of ${row.of}`, hint: `\`dawndusk catalog ${row.of}\` lists them` });
  return undefined;
};

const readQuarter = (raw: unknown, row: QuarterRow, report: Report): number | null | undefined => {
  if (raw === null && row.nullable) return null;
  const quarter = typeof raw === "string" ? parseQuarter(raw) : undefined;
  if (quarter !== undefined && quarter >= FIRST_YEAR * 4 && quarter < (LAST_YEAR + 1) * 4) return quarter;
  report({ path: [], found: foundText(raw), expected: `a quarter from ${FIRST_YEAR}-Q1 to ${LAST_YEAR}-Q4`, hint: quarterHint(raw) });
  return undefined;
};

const quarterHint = (raw: unknown): string => {
  if (raw === undefined || raw === null) return "write it, for example 2027-Q1";
  const text = foundText(raw);
  if (/^\d{4}$/.test(text)) return `write ${text}-Q1 for its first quarter`;
  const swapped = /^Q([1-4])[- /]?(\d{4})$/i.exec(text);
  if (swapped) return `write ${swapped[2]}-Q${swapped[1]}`;
  const seconds = typeof raw === "string" ? parseUtc(raw) : undefined;
  if (seconds !== undefined) {
    const date = new Date(seconds * 1000);
    return `write ${formatQuarter(date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3))}`;
  }
  return "quarters run from Q1 to Q4, for example 2027-Q3";
};

const readDate = (raw: unknown, _row: DateRow, report: Report): number | undefined => {
  const seconds = typeof raw === "string" ? parseUtc(raw) : undefined;
  const year = seconds === undefined ? Number.NaN : new Date(seconds * 1000).getUTCFullYear();
  if (seconds !== undefined && year >= 1950 && year <= LAST_YEAR) return seconds;
  const looksRight = typeof raw === "string" && /^\d{4}-\d{2}-\d{2}/.test(raw);
  const elsewhere = looksRight && seconds === undefined ? parseInstant(raw) : undefined;
  report({ path: [], found: foundText(raw), expected: `a date in UTC from 1950 to ${LAST_YEAR}, as 2027-01-01 or 2027-01-01T06:00Z`, hint: elsewhere !== undefined ? `write it in UTC: ${formatUtc(elsewhere.t_s)}` : looksRight && seconds === undefined ? "is there such a day in the calendar?" : "year-month-day, for example 2027-01-01" });
  return undefined;
};

const PROFILE_HINT = "for example {file: prices.csv, column: usd_per_mwh, time: utc, timezone: UTC}, or {hourly: [24 numbers]}";
const VALUE: NumberRow = { kind: "number", unit: "1", min: 0, max: 1e12, whole: false, varies: [], nullable: false, fallback: undefined, example: "1", doc: "", feeds: [] };
const SIGNED: NumberRow = { ...VALUE, min: -1e12 };

/** Length of an inline profile. */
export const PROFILE_LENGTH = { hourly: 24, weekly: 168 } as const;

const readProfile = (raw: unknown, row: ProfileRow, report: Report): WrittenProfile | null | undefined => {
  if (raw === null) return null;
  const expected = "a map with `file`, `hourly` or `weekly`";
  if (!isMap(raw)) {
    report({ path: [], found: foundText(raw), expected, hint: PROFILE_HINT });
    return undefined;
  }
  const lead = (["file", "hourly", "weekly"] as const).filter((key) => Object.hasOwn(raw, key));
  if (lead.length !== 1) {
    const near = Object.keys(raw).map((key) => nearest(key, ["file", "hourly", "weekly"])).find((k) => k !== undefined);
    report({ path: [], found: lead.length === 0 ? `a map of ${Object.keys(raw).slice(0, 4).join(", ") || "nothing"}` : lead.join(" and "), expected: lead.length === 0 ? expected : "one of them", hint: lead.length === 0 && near ? `did you mean "${near}"?` : PROFILE_HINT });
    return undefined;
  }
  return lead[0] === "file" ? profileFile(raw, report) : profileInline(raw, lead[0]!, { row, report });
};

const unknownKeys = (raw: Readonly<Record<string, unknown>>, known: readonly string[], report: Report): boolean => {
  const unknown = Object.keys(raw).filter((key) => !known.includes(key));
  for (const key of unknown) {
    const near = nearest(key, known);
    report({ path: [key], key: true, found: `unknown key ${foundText(key)}`, expected: orList(known.map((k) => `\`${k}\``)), hint: near ? `did you mean "${near}"?` : "remove it" });
  }
  return unknown.length > 0;
};

const sourceOf = (raw: Readonly<Record<string, unknown>>, report: Report): string => {
  const source = memberOf(raw, "source");
  if (source === undefined) return "";
  if (typeof source === "string") return source;
  report({ path: ["source"], found: foundText(source), expected: "a text that says who published it", hint: "write it in quotes, or remove the key" });
  return "";
};

const profileFile = (raw: Readonly<Record<string, unknown>>, report: Report): WrittenProfile | undefined => {
  const wrong = unknownKeys(raw, ["file", "column", "unit", "time", "timezone", "source"], report);
  const column = readColumn(raw, { report, path: [] }, { timed: true, unit: undefined });
  const source = sourceOf(raw, report);
  return wrong || !column ? undefined : { form: "file", column, source };
};

const profileInline = (raw: Readonly<Record<string, unknown>>, every: "hourly" | "weekly", { row, report }: { readonly row: ProfileRow; readonly report: Report }): WrittenProfile | undefined => {
  const wrong = unknownKeys(raw, [every, "source"], report);
  const list = raw[every];
  const source = sourceOf(raw, report);
  if (!Array.isArray(list) || list.length !== PROFILE_LENGTH[every]) {
    report({ path: [every], found: Array.isArray(list) ? `a list of ${list.length}` : foundText(list), expected: `a list of ${PROFILE_LENGTH[every]} numbers`, hint: every === "hourly" ? "one for each hour of the day in UTC, from 00:00" : "one for each hour of the week in UTC, from Monday 00:00" });
    return undefined;
  }
  const value = list.map((item, i) => constantOf(item, row.negative ? SIGNED : VALUE, { report, path: [every, i] }));
  if (wrong || value.some((v) => v === undefined)) return undefined;
  const total = (value as number[]).reduce((a, b) => a + b, 0);
  if (total > 0) return { form: "inline", every, value: value as number[], source };
  report({ path: [every], found: `a mean of ${total / list.length}`, expected: "a mean above zero", hint: "a profile is relative to its mean" });
  return undefined;
};
