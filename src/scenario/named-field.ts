/** A field by the path that `--set` takes, and one value of it as text: what a study of many values needs before it loads a scenario. */
import { explain } from "./explain.ts";
import type { NumberRow, Section } from "./field.ts";
import { readLeaf, type LeafRow } from "./leaf.ts";
import { shown, type Complaint } from "./problem.ts";
import { showIn } from "./row-text.ts";
import { table } from "./table/index.ts";
import { writtenUnit } from "./field.ts";

export type NamedField = { readonly ok: true; readonly row: LeafRow; readonly name: string } | { readonly ok: false; readonly complaint: Complaint };

/** The field at a path such as "orbit.altitude" or "ground.sites.abilene.pue". */
export const namedField = (path: string): NamedField => {
  const parts = path.split(".");
  const row = rowOf(table, parts);
  if (row === "section") return { ok: false, complaint: { found: `the section ${shown(path)}`, expected: "a field with a value of its own", hint: `\`dawndusk explain ${path}\` lists its fields` } };
  if (row !== undefined) return { ok: true, row, name: parts.at(-1)! };
  const explained = explain(path);
  const hint = explained.ok ? `an item of a list is addressed by its id: ${explained.explanation.path.replaceAll("[]", ".<id>")}` : explained.hint;
  return { ok: false, complaint: { found: `no field ${shown(path)}`, expected: "a field of the scenario, such as orbit.altitude", hint } };
};

const rowOf = (section: Section, [name, ...rest]: readonly string[]): LeafRow | "section" | undefined => {
  const row = name !== undefined && Object.hasOwn(section, name) ? section[name] : undefined;
  if (row === undefined) return undefined;
  if (row.kind === "group") return rest.length === 0 ? "section" : rowOf(row.of, rest);
  if (row.kind === "list") return rest.length < 2 ? (rest.length === 0 ? "section" : undefined) : rowOf(row.of, rest.slice(1));
  return rest.length === 0 ? row : undefined;
};

export type ReadValue = { readonly ok: true; readonly value: number | string } | { readonly ok: false; readonly complaint: Complaint };

/** One constant as text, in the row's unit: quarters as whole numbers, dates as seconds since 1970, choices and ids as they are. */
export const readValue = (text: string, { row, name }: { readonly row: LeafRow; readonly name: string }): ReadValue => {
  let complaint: Complaint | undefined;
  const raw = row.kind === "number" && plainNumber(text, row) ? Number(text) : text.trim();
  const leaf = readLeaf(raw, row, { name, report: ({ found, expected, hint }) => (complaint ??= { found, expected, hint }) });
  if (typeof leaf === "string" || typeof leaf === "number") return { ok: true, value: leaf };
  if (leaf !== null && leaf !== undefined && leaf.form === "constant") return { ok: true, value: leaf.value };
  return { ok: false, complaint: complaint ?? { found: shown(text), expected: "one value", hint: "profiles, schedules and distributions are set whole, with --set" } };
};

/** A number without a unit is one only where the field has none. */
const plainNumber = (text: string, row: NumberRow): boolean => writtenUnit(row.unit) === "1" && text.trim() !== "" && Number.isFinite(Number(text));

/** A number of a field for people: "650 km", "5 %". */
export const showValue = (value: number, row: NumberRow): string => showIn(value, row);
