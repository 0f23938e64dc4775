/** One number as written, read in its row's unit and held against its row's range. */
import { parseQuantity } from "../units/index.ts";
import type { NumberRow } from "./field.ts";
import { writtenUnit } from "./field.ts";
import { shown, type Complaint } from "./problem.ts";
import { exampleOf, expectedNumber, isShareRate, rangeHint, writeIn } from "./row-text.ts";
import type { Path } from "./tree.ts";

/** A complaint about a place below a field. */
export interface Fault extends Complaint {
  readonly path: Path;
  /** Whether the key at the path is meant, not its value. */
  readonly key?: true;
}
export type Report = (fault: Fault) => void;

/** What a value is, for people. */
export const foundText = (raw: unknown): string => {
  if (raw === undefined || raw === null) return "nothing";
  if (typeof raw === "string") return raw.trim() === "" ? "an empty text" : shown(raw);
  if (typeof raw === "number" || typeof raw === "boolean") return String(raw);
  return Array.isArray(raw) ? "a list" : "a map";
};

export const isMap = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === "object" && raw !== null && !Array.isArray(raw);

/** The member of a raw map, never one of its prototype. */
export const memberOf = (raw: Readonly<Record<string, unknown>>, key: string): unknown => (Object.hasOwn(raw, key) ? raw[key] : undefined);

/** Reads a constant; undefined when faults were reported. */
export const constantOf = (raw: unknown, row: NumberRow, { report, path }: { readonly report: Report; readonly path: Path }): number | undefined => {
  const read = numberOf(raw, row);
  const complaint = "value" in read ? outside(read.value, row, foundText(raw)) : withinRange(read, row);
  if (!complaint) return "value" in read ? read.value : undefined;
  report({ path, ...complaint });
  return undefined;
};

const numberOf = (raw: unknown, row: NumberRow): { readonly value: number } | Complaint => {
  const expected = expectedNumber(row);
  const example = exampleOf(row);
  if (typeof raw === "string" && /^[+-]?[\d.]{1,20}$/.test(raw.trim()) && writtenUnit(row.unit) !== "1" && Number.isFinite(Number(raw))) return unitless(Number(raw), row);
  if (typeof raw === "string") {
    const read = parseQuantity(raw, writtenUnit(row.unit), example);
    return read.ok ? { value: read.value } : { found: foundText(raw), expected, hint: read.problem.hint };
  }
  if (typeof raw !== "number") return { found: foundText(raw), expected, hint: raw === null || raw === undefined ? emptyHint(row) : `for example "${example}"` };
  if (!Number.isFinite(raw)) return { found: Number.isNaN(raw) ? "NaN" : String(raw), expected, hint: Number.isNaN(raw) ? "NaN is not a number that can be computed with" : "no number above 1.8e308 can be held" };
  if (writtenUnit(row.unit) === "1") return { value: raw };
  return unitless(raw, row);
};

/** A hint proposes nothing that would be refused in turn. */
const withinRange = (complaint: Complaint, row: NumberRow): Complaint => {
  const proposed = /"([^"]{1,60})"$/.exec(complaint.hint);
  const read = proposed === null ? null : parseQuantity(proposed[1]!, writtenUnit(row.unit), exampleOf(row));
  if (read === null || !read.ok || (read.value >= row.min && read.value <= row.max)) return complaint;
  const unit = writtenUnit(row.unit) === "1" ? "" : `, and it needs its unit: for example "${exampleOf(row)}"`;
  return { ...complaint, hint: read.value < 0 && row.min >= 0 ? `it cannot be negative${unit}` : `it lies outside the range${unit}` };
};

const unitless = (value: number, row: NumberRow): Complaint => ({ found: String(value), expected: expectedNumber(row), hint: `write the unit, for example "${withUnit(value, row)}"` });

/** A share a year is guessed to be a fraction up to 1, a percentage above. */
const withUnit = (raw: number, row: NumberRow): string => (isShareRate(row) ? writeIn(Math.abs(raw) <= 1 ? raw : raw / 100, row) : `${raw} ${row.unit}`);

const emptyHint = (row: NumberRow): string =>
  row.fallback === undefined ? `write it, for example "${exampleOf(row)}"` : `remove the line to take the default, or write for example "${exampleOf(row)}"`;

const outside = (value: number, row: NumberRow, found: string): Complaint | undefined => {
  if (value < row.min || value > row.max) return { found, expected: expectedNumber(row), hint: rangeHint(value, row, found) };
  if (row.whole && !Number.isInteger(value)) return { found, expected: expectedNumber(row), hint: "it counts things: write a whole number" };
  return undefined;
};
