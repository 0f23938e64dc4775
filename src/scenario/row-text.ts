/** Rows of the field table in words, for problems, `explain`, the schema and the reference. */
import { knownUnit, dimensionName, parseQuantity, writeQuantity } from "../units/index.ts";
import type { Fallback, FieldRow, NumberRow } from "./field.ts";
import { writtenUnit } from "./field.ts";

/** A number in a row's unit as one may write it again: "650 km", "5 %", "1e9 $". */
export const showIn = (value: number, row: Pick<NumberRow, "unit" | "max">): string => {
  if (row.unit === "frac") return `${compact(percent(value))} %`;
  if (isShareRate(row)) return `${compact(percent(value))} %/yr`;
  return row.unit === "1" ? compact(value) : `${compact(value)} ${row.unit}`;
};

/** At most twelve digits, with a power of ten where that is shorter; no separators, so that it can be copied. */
const compact = (value: number): string => {
  const plain = String(Number(value.toPrecision(12)));
  const power = Number(value.toPrecision(12)).toExponential().replace("e+", "e");
  return Math.abs(value) >= 1e7 && power.length < plain.length ? power : plain;
};

/** A share of 1 as a percentage, without the rounding of binary fractions. */
const percent = (share: number): number => Number((share * 100).toPrecision(12));

/** Whether a "1/yr" row is a share a year (9 %/yr) and not a count a year (25 launches). */
export const isShareRate = (row: Pick<NumberRow, "unit" | "max">): boolean => row.unit === "1/yr" && row.max <= 100;

/** Whether a row counts things a year or a week. */
const isCountRate = (row: NumberRow): boolean => (row.unit === "1/yr" && !isShareRate(row)) || row.unit === "1/week";

/** Whether a row counts what there is of something (platforms, launches or megawatts a year), so that a schedule has none before its first date. */
export const countsThings = (row: NumberRow): boolean => row.whole || isCountRate(row) || row.unit === "MW/yr";

/** A number as one would write it into a scenario for this row. */
export const writeIn = (value: number, row: NumberRow): string => {
  if (row.unit === "frac" && value !== 0) return `${percent(value)} %`;
  if (isShareRate(row)) return `${percent(value)} %/yr`;
  return writeQuantity(value, writtenUnit(row.unit));
};

const isFigure = (fallback: Fallback | undefined): fallback is Exclude<Fallback, null | { catalog: string; figure: string }> =>
  fallback !== null && fallback !== undefined && "value" in fallback;

/** An example of the row's value that parses and lies in its range. */
export const exampleOf = (row: NumberRow): string => row.example ?? (isFigure(row.fallback) ? writeIn(row.fallback.value, row) : writeIn(row.min, row));

/** "a length from 200 km to 100,000 km", "a whole number from 1 to 1,000". */
export const expectedNumber = (row: NumberRow): string => `${nounOf(row)} ${rangeText(row)}`;

const nounOf = (row: NumberRow): string => {
  if (row.whole) return "a whole number";
  if (row.unit === "frac") return "a fraction";
  if (row.unit === "1") return "a number";
  if (isCountRate(row)) return `a number a ${row.unit === "1/yr" ? "year" : "week"} (${row.unit})`;
  const name = dimensionName(knownUnit(row.unit).dimension);
  if (name === "money") return "an amount";
  return name.includes("^") || name.includes(" ") || !/^[a-z]+$/.test(name) ? `a quantity in ${row.unit}` : `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
};

const rangeText = (row: NumberRow): string => {
  if (row.min === row.max) return `, exactly ${showIn(row.min, row)}`.replace(/^, /, "");
  const low = row.unit === "frac" || isShareRate(row) ? percent(row.min) : row.min;
  return `from ${compact(low)} to ${isCountRate(row) ? compact(row.max) : showIn(row.max, row)}`;
};

/** What to do about a number outside a row's range. */
export const rangeHint = (value: number, row: NumberRow, written: string): string => {
  if (row.unit === "frac" && value > row.max && value <= 100 && !written.includes("%")) return `write "${percent(value / 100)} %" or ${Number((value / 100).toPrecision(12))}`;
  if (row.unit === "frac" && value > row.max) return "a share cannot be larger than the whole; is a percent sign or a decimal point missing?";
  if (row.min === row.max) return `write ${row.min}`;
  if (value < 0 && row.min >= 0) return "it cannot be negative";
  if (row.unit === "1") return `for example ${exampleOf(row)}`;
  return `is the unit right? For example "${exampleOf(row)}"`;
};

/** What may be written in a row's place, beyond a constant. */
export const formsOf = (row: NumberRow): readonly string[] => [
  "a constant",
  ...(row.varies.includes("time") ? ["a schedule over time"] : []),
  ...(row.varies.includes("learning") ? ["a learning curve"] : []),
  ...(row.varies.includes("random") ? ["a distribution"] : []),
];

/** Where an absent field takes its value, in a sentence. */
export const defaultText = (row: FieldRow): string => {
  if (row.kind === "number") return numberDefault(row);
  if (row.kind === "profile") return "flat";
  if (row.kind === "series") return "none";
  if (row.kind === "list") return "an empty list";
  if (row.kind === "group") return row.nullable ? "none" : "its fields' defaults";
  if (row.fallback === null) return "none";
  return row.fallback === undefined ? "must be written" : row.fallback === "" ? "empty" : row.fallback;
};

const numberDefault = (row: NumberRow): string => {
  const { fallback } = row;
  if (fallback === undefined) return "must be written";
  if (fallback === null) return "none";
  if (!isFigure(fallback)) return `\`${fallback.figure}\` of the catalogue entry in \`${fallback.catalog}\``;
  const bounds = [fallback.low === null ? "" : `low ${showIn(fallback.low, row)}`, fallback.high === null ? "" : `high ${showIn(fallback.high, row)}`].filter((b) => b !== "").join(", ");
  return `${showIn(fallback.value, row)}${bounds === "" ? "" : ` (${bounds})`}: ${fallback.source}; ${fallback.asOf}, ${fallback.evidence}`;
};

/** Whether an example of ours can be read back: a guard for the table. */
export const exampleReads = (row: NumberRow): boolean => {
  const read = parseQuantity(exampleOf(row), writtenUnit(row.unit));
  return read.ok && read.value >= row.min && read.value <= row.max;
};
