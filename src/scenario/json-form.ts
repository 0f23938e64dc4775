/** Rows of the field table as draft-7 JSON Schema, which editors read: description, what may be written, examples with units. */
import { catalogIds } from "./catalogue.ts";
import type { NumberRow, ProfileRow } from "./field.ts";
import { writtenUnit } from "./field.ts";
import { ID_PATTERN, PROFILE_LENGTH, type LeafRow } from "./leaf.ts";
import { defaultText, exampleOf, expectedNumber } from "./row-text.ts";
import { DISTRIBUTION_NAMES, INTERPOLATIONS, parametersOf } from "./written.ts";
import { STAMPS, YEARS } from "./written-series.ts";
import { EVIDENCE } from "../catalog/index.ts";

export type Json = { readonly [key: string]: unknown };

const reference = (name: string): Json => ({ $ref: `#/definitions/${name}` });

/** The JSON Schema of a field, without its place; `written` holds what the export puts back as it stands. */
export const jsonFormOf = (row: LeafRow, name: string): Json => {
  switch (row.kind) {
    case "number": return numberForm(row);
    case "text": return { description: described(row), type: "string", ...(name === "id" ? { pattern: ID_PATTERN } : {}) };
    case "choice": return { description: described(row), type: "string", enum: [...row.of], ...(row.fallback === undefined ? {} : { written: { default: row.fallback } }) };
    case "ref": return { description: described(row), enum: [...catalogIds(row.of), ...(row.nullable ? [null] : [])], ...(row.fallback ? { written: { default: row.fallback } } : {}) };
    case "quarter": return { description: described(row), anyOf: [reference("quarter"), ...(row.nullable ? [{ type: "null" }] : [])], written: { examples: ["2027-Q3"] } };
    case "date": return { description: described(row), type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}", written: { examples: [row.fallback ?? "2027-01-01"] } };
    case "profile": return profileForm(row);
    case "series": return { description: `${row.doc} Default: none.`, anyOf: [reference("series"), { type: "null" }] };
  }
};

const described = (row: LeafRow): string => `${row.doc} Default: ${defaultText(row)}.`;

const numberForm = (row: NumberRow): Json => ({
  description: `${row.doc} ${sentence(expectedNumber(row))} Default: ${defaultText(row)}.`,
  anyOf: [
    reference("quantity"),
    ...(writtenUnit(row.unit) === "1" ? [{ type: "number", minimum: row.min, maximum: row.max }] : []),
    reference("sourced"),
    ...(row.varies.includes("time") ? [reference("schedule"), reference("scheduleFile")] : []),
    ...(row.varies.includes("learning") ? [reference("learning")] : []),
    ...(row.varies.includes("random") ? [reference("distribution")] : []),
    ...(row.nullable ? [{ type: "null" }] : []),
  ],
  written: { examples: [writtenExample(row)] },
});

/** Plain numbers stand without quotes. */
const writtenExample = (row: NumberRow): string | number => {
  const example = exampleOf(row);
  return writtenUnit(row.unit) === "1" && Number.isFinite(Number(example)) ? Number(example) : example;
};

const sentence = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}.`;

const profileForm = (row: ProfileRow): Json => ({
  description: `${row.doc} Default: flat.`,
  anyOf: [
    object({ hourly: numbers(PROFILE_LENGTH.hourly), source: { type: "string" } }, ["hourly"]),
    object({ weekly: numbers(PROFILE_LENGTH.weekly), source: { type: "string" } }, ["weekly"]),
    object({ ...columnKeys, source: { type: "string" } }, ["file", "column", "time"]),
    { type: "null" },
  ],
});

const numbers = (count: number): Json => ({ type: "array", minItems: count, maxItems: count, items: { type: "number" } });

const object = (properties: Json, required: readonly string[]): Json => ({ type: "object", properties, required: [...required], additionalProperties: false });

const value: Json = { anyOf: [reference("quantity"), { type: "number" }] };
const origin: Json = {
  source: { type: "string", description: "Who published the number." },
  asOf: { type: ["string", "number"], description: "Date at which it held: 2026, 2026-11 or 2026-11-22." },
  priceYear: { type: "integer", description: "Of a price: the year in whose money it is; left out, money.priceYear." },
  currency: { type: "string", description: "Of a price: an id of money.currencies, whose units it counts where it says $." },
  evidence: { type: "string", enum: [...EVIDENCE], description: "What the number is worth." },
  note: { type: "string" },
};
const columnKeys: Json = {
  file: { type: "string", description: "CSV or Parquet file beside the scenario." },
  column: { type: "string", description: "Column of the values, as in the file's first line." },
  unit: { type: "string", description: "Unit of the column." },
  time: { type: "string", description: "Column of the times: ISO dates and times, quarters, or seconds in a column whose name ends in _s." },
  timezone: { type: "string", description: "Of times without an offset: UTC, a fixed offset as UTC-05:00, or a zone by its IANA name as America/Chicago.", examples: ["UTC"] },
};
const interpolation: Json = { type: "string", enum: [...INTERPOLATIONS], default: "step", description: "Hold each value until the next, or run straight between them." };

const distributionForm = (name: (typeof DISTRIBUTION_NAMES)[number]): Json => {
  const listed = name === "discrete" || name === "empirical";
  const parameters = Object.fromEntries(parametersOf(name).map((p) => [p, listed ? { type: "array", minItems: 1, items: value } : value]));
  const required = parametersOf(name).filter((p) => p !== "weights");
  return object({ distribution: { const: name }, ...parameters, ...origin }, ["distribution", ...required]);
};

/** What several fields share. */
export const jsonDefinitions: Json = {
  quantity: { type: "string", pattern: "^\\s*[-+\u2212]?[.0-9]", description: "A number with its unit: 650 km, 1.2 GW, 200 $/kg, 9 %/yr." },
  quarter: { type: "string", pattern: "^[0-9]{4}-?Q[1-4]$", description: "A calendar quarter: 2027-Q3." },
  sourced: { ...object({ value, low: { anyOf: [...(value["anyOf"] as Json[]), { type: "null" }] }, high: { anyOf: [...(value["anyOf"] as Json[]), { type: "null" }] }, ...origin }, ["value"]), description: "A constant with its origin." },
  schedule: { ...object({ schedule: { type: "object", minProperties: 1, propertyNames: { pattern: "^[0-9]{4}-" }, additionalProperties: value }, interpolation, ...origin }, ["schedule"]), description: "Values over time, by quarter or date." },
  scheduleFile: { ...object({ ...columnKeys, interpolation, ...origin }, ["file", "column", "time"]), description: "Values over time, from a column of a CSV file." },
  series: {
    ...object({
      ...columnKeys,
      file: { anyOf: [columnKeys["file"], { type: "array", minItems: 1, items: { type: "string" } }], description: "CSV or Parquet file beside the scenario, or several that follow each other in time." },
      stamp: { type: "string", enum: [...STAMPS], default: "start", description: "Whether a time is the start or the end of what its value is the mean of." },
      interpolateGaps: { anyOf: [reference("quantity")], description: "Longest gap that is closed by a straight line; left out, none is." },
      year: { type: "integer", minimum: YEARS.min, maximum: YEARS.max, description: "Calendar year of the files that stands for the flown one." },
      ...origin,
    }, ["file", "column", "time"]),
    description: "Values by the hour over a calendar year, from columns of files.",
  },
  learning: { ...object({ learning: value, from: value, at: value, floor: value, ...origin }, ["learning", "from", "at"]), description: "Falls by `learning` with each doubling of the cumulative quantity beyond `at`." },
  distribution: {
    description: "An uncertain number.",
    anyOf: [...DISTRIBUTION_NAMES.map(distributionForm), object({ distribution: { const: "empirical" }, file: columnKeys["file"], column: columnKeys["column"], unit: columnKeys["unit"], ...origin }, ["distribution", "file", "column"])],
  },
};
