/**
 * What the user lets a field be: `path=from..to[unit][/steps][*log]`, or `path=a,b,c`; ends and values typed by the field table.
 */
import { namedField, readValue, ScenarioError, type LeafRow, type Problem } from "../scenario/index.ts";
import { formatQuarter, formatUtc } from "../units/index.ts";
import type { FieldValue, StudyField } from "./study-record.ts";

interface SpanField extends StudyField {
  readonly row: LeafRow;
  /** The option and its argument, for messages. */
  readonly from: string;
}
export interface RangeSpan extends SpanField {
  readonly form: "range";
  readonly low: number;
  readonly high: number;
  /** Undefined where the user leaves it to us. */
  readonly steps: number | undefined;
  readonly log: boolean;
  readonly whole: boolean;
}
export interface ListSpan extends SpanField {
  readonly form: "list";
  readonly values: readonly FieldValue[];
}
export type Span = RangeSpan | ListSpan;

/** Most values of one field. */
export const VALUES_MAX = 10_000;

/** Reads the arguments of an option such as "--sweep". Throws a ScenarioError with all their problems. */
export const spansOf = (option: string, given: readonly string[]): readonly Span[] => {
  const read = given.map((argument) => spanOf(option, argument));
  const problems = read.flatMap((span) => ("problem" in span ? [span.problem] : []));
  const spans = read.flatMap((span) => ("problem" in span ? [] : [span]));
  const twice = spans.find((span, i) => spans.findIndex((other) => other.path === span.path) < i);
  if (twice) problems.push(problemAt(twice.from, twice.path, { found: `${twice.path} a second time`, expected: "each field once", hint: "join its values in one list" }));
  if (problems.length > 0) throw new ScenarioError(problems);
  return spans;
};

type Complaint = Pick<Problem, "found" | "expected" | "hint">;

/** A problem of an argument of the command line. */
export const problemAt = (from: string, path: string, complaint: Complaint): Problem => ({ file: from, line: 1, column: 1, path, ...complaint });

const RANGE = /^(?<low>.+?)\.\.(?<high>.+?)(?:\/(?<steps>\d+))?(?<log>\*log)?$/;
const EXAMPLE = "for example orbit.altitude=450..1500km/7, or orbit.platform.servers=1,2,4";

const spanOf = (option: string, argument: string): Span | { readonly problem: Problem } => {
  const from = `${option} ${argument}`;
  const equals = argument.indexOf("=");
  const path = argument.slice(0, Math.max(0, equals)).trim();
  const text = argument.slice(equals + 1).trim();
  const failed = (complaint: Complaint): { readonly problem: Problem } => ({ problem: problemAt(from, path, complaint) });
  if (equals < 0 || path === "" || text === "") return failed({ found: argument === "" ? "nothing" : argument, expected: "path=from..to or path=a,b,c", hint: EXAMPLE });
  const field = namedField(path);
  if (!field.ok) return failed(field.complaint);
  const { row } = field;
  const known: SpanField = { path, unit: unitOf(row), row, from };
  const range = RANGE.exec(text)?.groups;
  const texts = range ? [range["low"]!, range["high"]!] : text.split(",").map((item) => item.trim());
  const values: FieldValue[] = [];
  for (const item of withUnits(texts)) {
    const read = readValue(item, field);
    if (!read.ok) return failed(read.complaint);
    values.push(read.value);
  }
  if (!range) return values.length > VALUES_MAX ? failed({ found: `${values.length} values`, expected: `at most ${VALUES_MAX}`, hint: "take fewer" }) : { ...known, form: "list", values };
  const complaint = rangeFault(values, { row, log: range["log"] !== undefined, steps: range["steps"] });
  if (complaint) return failed(complaint);
  const [low, high] = values as [number, number];
  return { ...known, form: "range", low, high, log: range["log"] !== undefined, steps: range["steps"] === undefined ? undefined : Number(range["steps"]), whole: row.kind === "quarter" || (row.kind === "number" && row.whole) };
};

const unitOf = (row: LeafRow): string => (row.kind === "number" ? (row.unit === "1" ? "" : row.unit) : row.kind === "quarter" || row.kind === "date" ? row.kind : "");

const BARE = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i;

/** A number without a unit takes that of the last one. */
const withUnits = (texts: readonly string[]): readonly string[] => {
  const last = texts.at(-1)!;
  const unit = BARE.test(last) && !/^\d{4}-/.test(last) ? last.replace(BARE, "").trim() : "";
  return unit === "" ? texts : texts.map((text) => (text.replace(BARE, "") === "" ? `${text} ${unit}` : text));
};

const rangeFault = ([low, high]: readonly FieldValue[], { row, log, steps }: { readonly row: LeafRow; readonly log: boolean; readonly steps: string | undefined }): Complaint | undefined => {
  if (typeof low !== "number" || typeof high !== "number") return { found: "a range of words", expected: "a list: they have no order", hint: row.kind === "choice" ? `for example ${row.of.join(",")}` : "separate them by commas" };
  if (low === high) return { found: "a range without extent", expected: "two ends that differ", hint: EXAMPLE };
  if (log && !(low > 0 && high > 0)) return { found: "a logarithmic range that reaches zero", expected: "two ends above zero", hint: "leave *log out, or begin above zero" };
  if (steps !== undefined && !(Number(steps) >= 1 && Number(steps) <= VALUES_MAX)) return { found: `${steps} steps`, expected: `1 to ${VALUES_MAX} steps`, hint: "a range of 7 steps has 8 values" };
  return undefined;
};

/** A value as `--set` takes it. */
export const settingOf = ({ path, row }: Pick<Span, "path" | "row">, value: FieldValue): string => `${path}=${valueText(row, value)}`;

const valueText = (row: LeafRow, value: FieldValue): string => {
  if (typeof value === "string") return JSON.stringify(value);
  if (row.kind === "quarter") return formatQuarter(value);
  if (row.kind === "date") return formatUtc(value);
  return row.kind === "number" && row.unit !== "1" && row.unit !== "frac" ? `${value} ${row.unit}` : String(value);
};
