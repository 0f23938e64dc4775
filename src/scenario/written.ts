/**
 * A number field as written, read by its row: a constant, a constant with its origin, a schedule over time (inline or from a
 * file), a learning curve, or a distribution. Only what the row's `varies` allows.
 */
import { EVIDENCE, type Evidence } from "../catalog/index.ts";
import { parseQuantity, parseUnit, sameDimension, knownUnit, parseQuarter, parseUtc, quarterStart_s, dimensionName } from "../units/index.ts";
import { constantOf, foundText, isMap, memberOf, type Fault, type Report } from "./constant.ts";
import type { NumberRow, Varies } from "./field.ts";
import { writtenUnit } from "./field.ts";
import { nearest } from "./nearest.ts";
import { exampleOf, expectedNumber, formsOf, showIn } from "./row-text.ts";
import type { Distribution } from "./scenario.ts";
import { supportOf, TAIL_SD } from "./distribution.ts";
import { clockOf } from "./time-zone.ts";
import type { Path } from "./tree.ts";
import { DOLLAR_KEYS, DOLLARS, isMoney, writtenDollars, type WrittenDollars } from "./written-dollars.ts";

/** What a scenario says of where a number comes from. */
export interface Parentage {
  readonly source: string;
  readonly asOf: string;
  readonly evidence: Evidence | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly dollars: WrittenDollars;
}

/** A column of a CSV file beside the scenario. */
export interface ColumnRef {
  readonly file: string;
  readonly column: string;
  readonly unit: string | undefined;
  /** Column that holds the times; undefined for mere samples. */
  readonly time: string | undefined;
  /** Of times without an offset, as `clockOf` reads it. */
  readonly timezone: string | undefined;
}

type Body =
  | { readonly form: "constant"; readonly value: number }
  | { readonly form: "schedule"; readonly interpolation: "step" | "linear"; readonly t_s: readonly number[]; readonly value: readonly number[] }
  | { readonly form: "file"; readonly interpolation: "step" | "linear"; readonly column: ColumnRef }
  | { readonly form: "learning"; readonly first: number; readonly rate_frac: number; readonly reference: number; readonly by: "mass" | "units"; readonly floor: number }
  | { readonly form: "distribution"; readonly distribution: Distribution }
  | { readonly form: "samples"; readonly column: ColumnRef };

export type WrittenNumber = Body & Parentage;

const NO_PARENTAGE: Parentage = { source: "", asOf: "", evidence: null, low: null, high: null, dollars: DOLLARS };
const ORIGIN_KEYS = ["source", "asOf", "evidence", "note", ...DOLLAR_KEYS] as const;
const COLUMN_KEYS = ["file", "column", "unit", "time", "timezone"] as const;
export const INTERPOLATIONS = ["step", "linear"] as const;
const LONGEST_LIST = 100_000;

interface Reading {
  readonly row: NumberRow;
  readonly report: Report;
  readonly path: Path;
}
type RawMap = Readonly<Record<string, unknown>>;

const below = (reading: Reading, ...keys: (string | number)[]): Reading => ({ ...reading, path: [...reading.path, ...keys] });
const fault = (reading: Reading, complaint: Omit<Fault, "path">): undefined => {
  reading.report({ path: reading.path, ...complaint });
  return undefined;
};

/** Reads a number field; undefined when faults were reported, null where a field may be none and is. */
export const readNumber = (raw: unknown, row: NumberRow, report: Report): WrittenNumber | null | undefined => {
  const reading: Reading = { row, report, path: [] };
  if (raw === null && row.nullable) return null;
  if (isMap(raw)) return readForm(raw, reading);
  const value = constantOf(raw, row, reading);
  return value === undefined ? undefined : { form: "constant", value, ...NO_PARENTAGE };
};

interface Form {
  readonly lead: string;
  readonly name: string;
  readonly needs: Varies | undefined;
  readonly read: (raw: RawMap, reading: Reading) => WrittenNumber | undefined;
}

const FORMS: readonly Form[] = [
  { lead: "value", name: "a constant with its source", needs: undefined, read: (raw, reading) => readSourced(raw, reading) },
  { lead: "distribution", name: "a distribution", needs: "random", read: (raw, reading) => readDistribution(raw, reading) },
  { lead: "schedule", name: "a schedule over time", needs: "time", read: (raw, reading) => readSchedule(raw, reading) },
  { lead: "file", name: "a schedule over time", needs: "time", read: (raw, reading) => readFile(raw, reading) },
  { lead: "learning", name: "a learning curve", needs: "learning", read: (raw, reading) => readLearning(raw, reading) },
];

const readForm = (raw: RawMap, reading: Reading): WrittenNumber | undefined => {
  const { row } = reading;
  const form = FORMS.find(({ lead }) => Object.hasOwn(raw, lead));
  const allowed = FORMS.filter(({ needs }) => needs === undefined || row.varies.includes(needs));
  if (!form) {
    const keys = Object.keys(raw);
    const near = keys.map((key) => nearest(key, allowed.map(({ lead }) => lead))).find((k) => k !== undefined);
    return fault(reading, {
      found: keys.length === 0 ? "an empty map" : `a map of ${keys.slice(0, 4).join(", ")}`,
      expected: `${expectedNumber(row)}, or a map with ${orList(allowed.map(({ lead }) => `\`${lead}\``))}`,
      hint: near ? `did you mean "${near}"?` : `for example "${exampleOf(row)}"`,
    });
  }
  if (!allowed.includes(form)) return fault(reading, { found: form.name, expected: `${orList(formsOf(row))}: ${expectedNumber(row)}`, hint: `this field cannot be ${form.name}; for example "${exampleOf(row)}"` });
  return form.read(raw, reading);
};

export const orList = (words: readonly string[]): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)!}`);

/** Complains of keys that do not belong, those of money beside a number that is none among them; true when all do. */
const keysFit = (raw: RawMap, keys: readonly string[], reading: Reading): boolean => {
  const known = isMoney(reading.row) ? keys : keys.filter((key) => !DOLLAR_KEYS.some((one) => one === key));
  const unknown = Object.keys(raw).filter((key) => !known.includes(key));
  for (const key of unknown) {
    const near = nearest(key, known);
    fault(below(reading, key), { key: true, found: `unknown key ${foundText(key)}`, expected: orList(known.map((k) => `\`${k}\``)), hint: near ? `did you mean "${near}"?` : "remove it" });
  }
  return unknown.length === 0;
};

const textAt = (raw: RawMap, key: string, reading: Reading, expected: string): string | undefined => {
  const text = memberOf(raw, key);
  if (text === undefined) return undefined;
  if (typeof text === "string" && text.trim() !== "" && text.length <= 2000) return text;
  return fault(below(reading, key), { found: foundText(text), expected, hint: typeof text === "number" ? `put it in quotes: "${text}"` : `write it, or remove the key \`${key}\`` });
};

/** What the choices of a key mean. */
const CHOICE_HINTS: Readonly<Record<string, string>> = {
  interpolation: "step holds each value until the next, linear runs straight between them",
  evidence: "measured in use, on a price list, said by its seller, worked out by a third party, or aimed at",
  distribution: "for example {distribution: triangular, low: ..., mode: ..., high: ...}",
};

const choiceAt = <C extends string>(raw: RawMap, key: string, of: readonly C[], reading: Reading): C | undefined => {
  const text = memberOf(raw, key);
  if (text === undefined) return undefined;
  const choice = of.find((c) => c === text);
  if (choice !== undefined) return choice;
  const near = typeof text === "string" ? nearest(text, of) : undefined;
  return fault(below(reading, key), { found: foundText(text), expected: orList(of), hint: near ? `did you mean "${near}"?` : CHOICE_HINTS[key]! });
};

/** The keys that say where a form's numbers come from. */
export const originOf = (raw: RawMap, report: Report): Parentage => parentage(raw, { report, path: [] } as unknown as Reading);

const parentage = (raw: RawMap, reading: Reading): Parentage => {
  textAt(raw, "note", reading, "a text");
  return {
    source: textAt(raw, "source", reading, "a text that says who published the number") ?? "",
    asOf: dateText(raw, reading),
    evidence: choiceAt(raw, "evidence", EVIDENCE, reading) ?? null,
    low: null,
    high: null,
    dollars: writtenDollars(raw, reading),
  };
};

const dateText = (raw: RawMap, reading: Reading): string => {
  const asOf = memberOf(raw, "asOf");
  if (asOf === undefined) return "";
  const text = typeof asOf === "number" || typeof asOf === "string" ? String(asOf) : "";
  const full = text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text;
  if (/^\d{4}(-\d{2}){0,2}$/.test(text) && parseUtc(full) !== undefined) return text;
  fault(below(reading, "asOf"), { found: foundText(asOf), expected: "a date as 2026, 2026-11 or 2026-11-22", hint: "write the date at which the number held" });
  return "";
};

const readSourced = (raw: RawMap, reading: Reading): WrittenNumber | undefined => {
  const fits = keysFit(raw, ["value", "low", "high", ...ORIGIN_KEYS], reading);
  const { row, report } = reading;
  const nested = memberOf(raw, "value");
  if (isMap(nested)) return fault(below(reading, "value"), { found: "a map", expected: expectedNumber(row), hint: "put `source` beside `schedule`, `learning` or `distribution`, without `value`" });
  const value = constantOf(nested, row, { report, path: [...reading.path, "value"] });
  const low = boundOf(raw, "low", reading);
  const high = boundOf(raw, "high", reading);
  const origin = parentage(raw, reading);
  if (!fits || value === undefined || low === undefined || high === undefined) return undefined;
  if ((low !== null && low > value) || (high !== null && high < value)) {
    return fault(reading, { found: `value ${showIn(value, row)} with ${low !== null && low > value ? `low ${showIn(low, row)}` : `high ${showIn(high!, row)}`}`, expected: "low <= value <= high", hint: "swap or correct the bounds" });
  }
  return { form: "constant", value, ...origin, low, high };
};

/** A bound: null where it is unknown; undefined when it is wrong. */
const boundOf = (raw: RawMap, key: "low" | "high", reading: Reading): number | null | undefined => {
  const bound = memberOf(raw, key);
  return bound === undefined || bound === null ? null : constantOf(bound, reading.row, { report: reading.report, path: [...reading.path, key] });
};

const readSchedule = (raw: RawMap, reading: Reading): WrittenNumber | undefined => {
  const fits = keysFit(raw, ["schedule", "interpolation", ...ORIGIN_KEYS], reading);
  const interpolation = choiceAt(raw, "interpolation", INTERPOLATIONS, reading);
  const points = schedulePoints(memberOf(raw, "schedule"), below(reading, "schedule"));
  const origin = parentage(raw, reading);
  if (!fits || !points) return undefined;
  return { form: "schedule", interpolation: interpolation ?? "step", t_s: points.map((p) => p.t_s), value: points.map((p) => p.value), ...origin };
};

interface Point { readonly t_s: number; readonly value: number; readonly key: string }

const SCHEDULE_EXAMPLE = "{2027-Q1: …, 2030-01-01: …}";

const schedulePoints = (raw: unknown, reading: Reading): readonly Point[] | undefined => {
  if (!isMap(raw) || Object.keys(raw).length === 0) return fault(reading, { found: isMap(raw) ? "an empty map" : foundText(raw), expected: "a map from quarters or dates to values", hint: `for example ${SCHEDULE_EXAMPLE}` });
  const points = Object.keys(raw).map((key) => schedulePoint(key, raw[key], below(reading, key)));
  if (points.length > LONGEST_LIST || points.some((p) => p === undefined)) return undefined;
  const sorted = (points as Point[]).sort((a, b) => a.t_s - b.t_s);
  const twice = sorted.find((p, i) => i > 0 && sorted[i - 1]!.t_s === p.t_s);
  if (twice) return fault(below(reading, twice.key), { key: true, found: `${twice.key}, an instant that stands twice`, expected: "each instant once", hint: "2027-Q1 and 2027-01-01 are the same instant; remove one" });
  return sorted;
};

const schedulePoint = (key: string, raw: unknown, reading: Reading): Point | undefined => {
  const t_s = instantOf(key);
  const value = constantOf(raw, reading.row, reading);
  if (t_s === undefined) return fault(reading, { key: true, found: foundText(key), expected: "a quarter (2027-Q1) or a date (2027-01-01)", hint: /^\d{4}$/.test(key) ? `write ${key}-Q1 or ${key}-01-01` : "quarters run from Q1 to Q4, dates are year-month-day" });
  return value === undefined ? undefined : { t_s, value, key };
};

/** Start of a quarter or instant of a date, seconds since 1970. */
export const instantOf = (text: string): number | undefined => {
  const quarter = parseQuarter(text);
  return quarter === undefined ? parseUtc(text) : quarterStart_s(quarter);
};

const readFile = (raw: RawMap, reading: Reading): WrittenNumber | undefined => {
  const fits = keysFit(raw, [...COLUMN_KEYS, "interpolation", ...ORIGIN_KEYS], reading);
  const interpolation = choiceAt(raw, "interpolation", INTERPOLATIONS, reading);
  const column = readColumn(raw, reading, { timed: true, unit: writtenUnit(reading.row.unit) });
  const origin = parentage(raw, reading);
  return fits && column ? { form: "file", interpolation: interpolation ?? "step", column, ...origin } : undefined;
};

/** Reads the keys that name a column; `unit` is the field's, or undefined where any will do. */
export const readColumn = (raw: RawMap, { report, path }: Omit<Reading, "row">, { timed, unit }: { readonly timed: boolean; readonly unit: string | undefined }): ColumnRef | undefined => {
  const reading = { report, path } as Reading;
  const need = (key: string, expected: string, hint: string): string | undefined =>
    Object.hasOwn(raw, key) ? textAt(raw, key, reading, expected) : fault(reading, { found: `no \`${key}\``, expected, hint });
  const file = need("file", "the name of a CSV file", "for example file: prices.csv");
  const column = need("column", "the name of a column of the file", "add `column:` with the name in the file's first line");
  const time = timed ? need("time", "the name of the column that holds the times", "add `time:` with the name in the file's first line") : undefined;
  const zone = timezoneOf(raw, reading);
  const written = unit === undefined || Object.hasOwn(raw, "unit") ? unitAt(raw, reading, unit) : unit === "1" ? "1" : need("unit", `the unit of the column, of ${dimensionOf(unit)}`, `add unit: ${unit}`);
  if (file === undefined || column === undefined || (timed && time === undefined) || zone === null || (unit !== undefined && written === undefined)) return undefined;
  return { file, column, unit: written, time, timezone: zone };
};

const dimensionOf = (unit: string): string => `${dimensionName(knownUnit(unit).dimension)} (${unit})`;

const unitAt = (raw: RawMap, reading: Reading, wanted: string | undefined): string | undefined => {
  const text = textAt(raw, "unit", reading, "a unit");
  if (text === undefined) return undefined;
  const unit = parseUnit(text);
  if (unit && (wanted === undefined || sameDimension(unit.dimension, knownUnit(wanted).dimension))) return text;
  return fault(below(reading, "unit"), { found: foundText(text), expected: wanted === undefined ? "a known unit" : `a unit of ${dimensionOf(wanted)}`, hint: unit ? `"${text}" is a unit of ${dimensionName(unit.dimension)}` : `for example ${wanted ?? "$/MWh"}` });
};

/** A zone that clocks can be read by; null where another is written. */
const timezoneOf = (raw: RawMap, reading: Reading): string | null | undefined => {
  const zone = memberOf(raw, "timezone");
  if (zone === undefined) return undefined;
  if (typeof zone === "string" && clockOf(zone) !== undefined) return zone;
  fault(below(reading, "timezone"), { found: foundText(zone), expected: "UTC, a fixed offset as UTC-05:00, or a zone by its IANA name as America/Chicago", hint: "abbreviations such as CST mean several zones; or write each time with its offset (2027-01-01T00:00+02:00) and leave timezone out" });
  return null;
};

const readLearning = (raw: RawMap, reading: Reading): WrittenNumber | undefined => {
  const fits = keysFit(raw, ["learning", "from", "at", "floor", ...ORIGIN_KEYS], reading);
  const { report, row, path } = reading;
  const rate_frac = constantOf(memberOf(raw, "learning"), LEARNING_RATE, { report, path: [...path, "learning"] });
  const first = Object.hasOwn(raw, "from") ? constantOf(raw["from"], row, { report, path: [...path, "from"] }) : fault(reading, { found: "no `from`", expected: "the value at the start of the curve", hint: `for example from: ${exampleOf(row)}` });
  const reference = referenceOf(raw, reading);
  const floor = Object.hasOwn(raw, "floor") ? constantOf(raw["floor"], row, { report, path: [...path, "floor"] }) : 0;
  const origin = parentage(raw, reading);
  if (!fits || rate_frac === undefined || first === undefined || reference === undefined || floor === undefined) return undefined;
  if (floor > first) return fault(below(reading, "floor"), { found: showIn(floor, row), expected: `at most \`from\` (${showIn(first, row)})`, hint: "the curve falls from `from` towards `floor`" });
  return { form: "learning", first, rate_frac, ...reference, floor, ...origin };
};

const AT_HINT = "for example at: 400 t, or at: 50 launches";

const referenceOf = (raw: RawMap, reading: Reading): { readonly reference: number; readonly by: "mass" | "units" } | undefined => {
  const at = memberOf(raw, "at");
  const expected = "the cumulative quantity at which `from` holds: a mass, or a number of units";
  if (at === undefined) return fault(reading, { found: "no `at`", expected, hint: AT_HINT });
  const mass = typeof at === "string" ? parseQuantity(at, "kg") : undefined;
  const units = typeof at === "number" ? { ok: true as const, value: at } : typeof at === "string" ? parseQuantity(at, "1") : undefined;
  const read = mass?.ok ? { reference: mass.value, by: "mass" as const } : units?.ok ? { reference: units.value, by: "units" as const } : undefined;
  if (!read) return fault(below(reading, "at"), { found: foundText(at), expected, hint: AT_HINT });
  if (read.reference > 0 && Number.isFinite(read.reference)) return read;
  return fault(below(reading, "at"), { found: foundText(at), expected: "a quantity above zero", hint: AT_HINT });
};

/** A row for numbers that are parameters of a form. */
const parameter = (unit: NumberRow["unit"], { min, max, example }: { readonly min: number; readonly max: number; readonly example?: string }): NumberRow => ({
  kind: "number", unit, min, max, whole: false, varies: [], nullable: false, fallback: undefined, example, doc: "", feeds: [],
});
const LEARNING_RATE = parameter("frac", { min: 0, max: 0.9, example: "20 %" });

type ParameterKind = "value" | "spread" | "shape" | "values" | "weights";
const DISTRIBUTIONS: Readonly<Record<Distribution["distribution"], Readonly<Record<string, ParameterKind>>>> = {
  uniform: { low: "value", high: "value" },
  triangular: { low: "value", mode: "value", high: "value" },
  normal: { mean: "value", sd: "spread" },
  lognormal: { median: "value", sigma: "shape" },
  beta: { alpha: "shape", beta: "shape", low: "value", high: "value" },
  discrete: { values: "values", weights: "weights" },
  empirical: { samples: "values" },
};
export const DISTRIBUTION_NAMES = Object.keys(DISTRIBUTIONS) as readonly Distribution["distribution"][];
/** Names of a distribution's parameters. */
export const parametersOf = (name: Distribution["distribution"]): readonly string[] => Object.keys(DISTRIBUTIONS[name]);

const readDistribution = (raw: RawMap, reading: Reading): WrittenNumber | undefined => {
  const name = choiceAt(raw, "distribution", DISTRIBUTION_NAMES, reading);
  if (name === undefined) return undefined;
  if (name === "empirical" && Object.hasOwn(raw, "file")) return readSamples(raw, reading);
  const kinds = DISTRIBUTIONS[name];
  const fits = keysFit(raw, ["distribution", ...Object.keys(kinds), ...ORIGIN_KEYS], reading);
  const origin = parentage(raw, reading);
  const parameters: Record<string, unknown> = {};
  let complete = fits;
  for (const [key, kind] of Object.entries(kinds)) {
    parameters[key] = readParameter(raw, key, kind, reading);
    complete &&= parameters[key] !== undefined;
  }
  if (!complete) return undefined;
  const distribution = { distribution: name, ...parameters } as unknown as Distribution;
  const complaint = distributionFault(distribution, reading.row);
  if (complaint) return fault(reading, complaint);
  const ends = ["low", "high"].map((key) => (typeof parameters[key] === "number" ? (parameters[key] as number) : null));
  return { form: "distribution", distribution, ...origin, low: ends[0]!, high: ends[1]! };
};

const readSamples = (raw: RawMap, reading: Reading): WrittenNumber | undefined => {
  const fits = keysFit(raw, ["distribution", "file", "column", "unit", ...ORIGIN_KEYS], reading);
  const column = readColumn(raw, reading, { timed: false, unit: writtenUnit(reading.row.unit) });
  const origin = parentage(raw, reading);
  return fits && column ? { form: "samples", column, ...origin } : undefined;
};

const readParameter = (raw: RawMap, key: string, kind: ParameterKind, reading: Reading): number | readonly number[] | undefined => {
  const { row } = reading;
  const value = memberOf(raw, key);
  if (value === undefined && kind === "weights") return evenWeights(memberOf(raw, "values"));
  if (value === undefined) return fault(reading, { found: `no \`${key}\``, expected: `\`${key}\` of the ${String(raw["distribution"])} distribution`, hint: `it takes ${orAnd(parametersOf(raw["distribution"] as Distribution["distribution"]))}` });
  const inner = below(reading, key);
  if (kind === "values" || kind === "weights") return readNumbers(value, kind === "values" ? row : WEIGHT, inner);
  return constantOf(value, kind === "value" ? row : kind === "spread" ? spreadRow(row) : SHAPE, inner);
};

const orAnd = (words: readonly string[]): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`);
const WEIGHT = parameter("1", { min: 0, max: 1e12, example: "1" });
const SHAPE = parameter("1", { min: 1e-6, max: 1e6, example: "2" });
const spreadRow = (row: NumberRow): NumberRow => parameter(row.unit, { min: 0, max: Math.max(Math.abs(row.min), row.max), ...(row.example === undefined ? {} : { example: row.example }) });
const evenWeights = (values: unknown): readonly number[] | undefined => (Array.isArray(values) ? values.map(() => 1) : undefined);

const readNumbers = (raw: unknown, row: NumberRow, reading: Reading): readonly number[] | undefined => {
  if (!Array.isArray(raw) || raw.length === 0 || raw.length > LONGEST_LIST) {
    return fault(reading, { found: Array.isArray(raw) ? `a list of ${raw.length}` : foundText(raw), expected: `a list of 1 to ${LONGEST_LIST} numbers`, hint: "for example [1, 2, 3], each with its unit" });
  }
  const numbers = raw.map((item, i) => constantOf(item, row, below(reading, i)));
  return numbers.every((n) => n !== undefined) ? numbers : undefined;
};

/** What makes a distribution impossible for a field. */
export const distributionFault = (d: Distribution, row: NumberRow): Omit<Fault, "path"> | undefined => {
  const show = (v: number): string => showIn(v, row);
  if ("low" in d && !(d.low < d.high)) return { found: `low ${show(d.low)} and high ${show(d.high)}`, expected: "low below high", hint: "swap them; a number that is certain is written as a constant" };
  if (d.distribution === "triangular" && (d.mode < d.low || d.mode > d.high)) return { found: `mode ${show(d.mode)} outside ${show(d.low)} to ${show(d.high)}`, expected: "low <= mode <= high", hint: "mode is the most likely value" };
  if (d.distribution === "normal" && !(d.sd > 0)) return { found: `sd ${show(d.sd)}`, expected: "a standard deviation above zero", hint: "a number that is certain is written as a constant" };
  if (d.distribution === "lognormal" && !(d.median > 0)) return { found: `median ${show(d.median)}`, expected: "a median above zero", hint: "a lognormal number is never zero or negative" };
  if (d.distribution === "discrete" && d.values.length !== d.weights.length) return { found: `${d.values.length} values and ${d.weights.length} weights`, expected: "one weight for each value", hint: "leave `weights` out where all are equally likely" };
  if (d.distribution === "discrete" && !(d.weights.reduce((a, b) => a + b, 0) > 0)) return { found: "weights that sum to zero", expected: "at least one weight above zero", hint: "weights are relative: [1, 2, 1]" };
  if (row.whole && d.distribution !== "discrete" && d.distribution !== "empirical") return { found: `a ${d.distribution} distribution`, expected: "discrete or empirical: the field is a whole number", hint: "for example {distribution: discrete, values: [1, 2], weights: [3, 1]}" };
  return supportFault(d, row);
};

const supportFault = (d: Distribution, row: NumberRow): Omit<Fault, "path"> | undefined => {
  const { low, high } = supportOf(d);
  if (low >= row.min && high <= row.max) return undefined;
  const endless = d.distribution === "normal" || d.distribution === "lognormal";
  return {
    found: `values from ${showIn(low, row)} to ${showIn(high, row)}${endless ? ` (${TAIL_SD} standard deviations)` : ""}`,
    expected: `${expectedNumber(row)}, for every value that can be drawn`,
    hint: endless ? "narrow it, or take triangular or beta, which have ends" : "move its ends into the range",
  };
};
