/** The language as an editor needs it: every field with what may stand there, ids of the catalogue, units that fit, keys of a number's forms. */
import { entries, EVIDENCE, KINDS, type Kind } from "../catalog/index.ts";
import { DAWNDUSK_VERSION, MODEL_VERSION } from "../run/index.ts";
import { explainAll, SUFFIX, table, templates, writtenUnit, type Explanation, type FieldRow, type Section } from "../scenario/index.ts";
import { parseUnit, sameDimension, unitSymbols } from "../units/index.ts";

export interface LanguageField extends Explanation {
  /** Choices of the field; empty for others. */
  readonly choices: readonly string[];
  /** Kind of catalogue entry that it names. */
  readonly ref: Kind | null;
  /** Of its row in the table, "frac" among them; "" where it has none. */
  readonly rowUnit: string;
  /** Keys of the map that it may be written as. */
  readonly keys: readonly string[];
}

export interface Language {
  readonly dawndusk: string;
  readonly modelVersion: string;
  readonly fields: readonly LanguageField[];
  readonly ids: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>;
  /** By a field's unit: units that its value may be written in. */
  readonly units: Readonly<Record<string, readonly string[]>>;
  readonly evidence: readonly string[];
  readonly templates: readonly { readonly name: string; readonly note: string }[];
}

/** All of it; some hundred kilobytes of plain text. */
export const language = (): Language => {
  const rows = new Map(rowsOf(table, ""));
  return {
    dawndusk: DAWNDUSK_VERSION, modelVersion: MODEL_VERSION,
    fields: explainAll().map((explanation) => ({ ...explanation, ...formOf(rows.get(explanation.path)!) })),
    ids: Object.fromEntries(KINDS.map((kind) => [kind, entries(kind).map(({ id, name }) => ({ id, name }))])),
    units: Object.fromEntries(Object.keys(SUFFIX).map((unit) => [unit, unitsLike(unit)])),
    evidence: EVIDENCE,
    templates: templates.map(({ name, about }) => ({ name: `template:${name}`, note: about })),
  };
};

const rowsOf = (section: Section, above: string): readonly (readonly [string, FieldRow])[] => Object.entries(section).flatMap(([name, row]): readonly (readonly [string, FieldRow])[] => {
  const path = `${above}${name}`;
  if (row.kind === "group") return [[path, row], ...rowsOf(row.of, `${path}.`)];
  return row.kind === "list" ? [[path, row], ...rowsOf(row.of, `${path}[].`)] : [[path, row]];
});

const ORIGIN = ["source", "asOf", "evidence", "note"] as const;
const COLUMN = ["file", "column", "unit", "time", "timezone"] as const;

const formOf = (row: FieldRow): Pick<LanguageField, "choices" | "ref" | "rowUnit" | "keys"> => ({
  choices: row.kind === "choice" ? row.of : [],
  ref: row.kind === "ref" ? row.of : null,
  rowUnit: row.kind === "number" || row.kind === "series" ? row.unit : "",
  keys: row.kind === "number" ? numberKeys(row.varies) : row.kind === "profile" ? [...COLUMN, "hourly", "weekly", "source"] : row.kind === "series" ? [...COLUMN, "source"] : [],
});

const numberKeys = (varies: readonly string[]): readonly string[] => [
  "value", "low", "high", ...ORIGIN,
  ...(varies.includes("time") ? ["schedule", "interpolation", ...COLUMN] : []),
  ...(varies.includes("learning") ? ["learning", "from", "at", "floor"] : []),
  ...(varies.includes("random") ? ["distribution"] : []),
];

const SYMBOLS = [...unitSymbols(), ...Object.keys(SUFFIX).map((unit) => writtenUnit(unit as keyof typeof SUFFIX))];

const unitsLike = (unit: string): readonly string[] => {
  if (unit === "frac") return ["%"];
  if (unit === "1/yr") return ["%/yr", "/yr"];
  const wanted = parseUnit(unit);
  if (unit === "1" || wanted === undefined) return [];
  return [...new Set([unit, ...SYMBOLS.filter((symbol) => {
    const known = parseUnit(symbol);
    return known !== undefined && sameDimension(known.dimension, wanted.dimension);
  })])];
};
