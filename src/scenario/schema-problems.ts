/** What the schema finds wrong with a tree, as problems with places. */
import type { core } from "zod";
import type { FieldRow, Section } from "./field.ts";
import { nearest } from "./nearest.ts";
import { shown, type Complaint, type Problem } from "./problem.ts";
import { isRequired, scenarioSchema } from "./schema.ts";
import { table } from "./table/index.ts";
import { keyPlaceAt, pathText, placeAt, toPlain, treeAt, treeText, type MapTree, type Path, type Plain } from "./tree.ts";

/** Plain values of a tree, and all that its schema says against it: of what stands in it, and of what is missing. */
export const schemaProblems = (tree: MapTree): { readonly plain: Plain; readonly present: readonly Problem[]; readonly missing: readonly Problem[] } => {
  const plain = toPlain(tree) as Plain;
  const result = scenarioSchema.safeParse(plain);
  const issues = result.success ? [] : result.error.issues;
  const stands = (issue: core.$ZodIssue): boolean => treeAt(tree, issue.path as Path) !== undefined;
  return { plain, present: issues.filter(stands).flatMap((issue) => problemsOf(tree, issue)), missing: issues.filter((issue) => !stands(issue)).flatMap((issue) => problemsOf(tree, issue)) };
};

const problemsOf = (tree: MapTree, issue: core.$ZodIssue): readonly Problem[] => {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(tree, [...path, key]));
  if (issue.code === "invalid_union") return issue.errors.flat().filter((inner) => inner.code !== "invalid_type" || inner.expected !== "null").flatMap((inner) => problemsOf(tree, { ...inner, path: [...path, ...inner.path] }));
  const complaint = issue.code === "custom" ? customComplaint(tree, issue) : shapeComplaint(tree, issue);
  const place = issue.code === "custom" && issue.params?.["key"] === true ? keyPlaceAt(tree, path) : placeAt(tree, path);
  return [{ ...place, path: pathText(tree, path), ...complaint }];
};

/** What a row complained of, with a number shown as it stands in the file. */
const customComplaint = (tree: MapTree, issue: Extract<core.$ZodIssue, { code: "custom" }>): Complaint => {
  const { found, expected, hint } = issue.params as unknown as Complaint;
  const here = treeAt(tree, issue.path as Path);
  const asWritten = here?.kind === "scalar" && typeof here.value === "number" ? shown(here.text) : found;
  return { found: asWritten, expected, hint: asWritten === found || !hint.includes(`"${found} `) ? hint : hint.replace(`"${found} `, `"${asWritten} `) };
};

/** The row that stands at a path of the table. */
const rowAt = (path: Path): FieldRow | undefined => {
  let section: Section | undefined = table;
  let row: FieldRow | undefined;
  for (const key of path) {
    if (typeof key === "number") continue;
    row = section && Object.hasOwn(section, key) ? section[key] : undefined;
    section = row?.kind === "group" || row?.kind === "list" ? row.of : undefined;
  }
  return row;
};

const fieldsAt = (path: Path): readonly string[] => {
  const row = rowAt(path);
  return Object.keys(path.length === 0 ? table : row?.kind === "group" || row?.kind === "list" ? row.of : {});
};

/** Sections that hold a field of this name, for one that was put in the wrong place. */
const homesOf = (name: string, section: Section = table, above = ""): readonly string[] =>
  Object.entries(section).flatMap(([key, row]) => [
    ...(key === name ? [`${above}${key}`] : []),
    ...(row.kind === "group" ? homesOf(name, row.of, `${above}${key}.`) : row.kind === "list" ? homesOf(name, row.of, `${above}${key}[].`) : []),
  ]);

const MOST_SHOWN = 14;

const unknownKey = (tree: MapTree, path: Path): Problem => {
  const key = String(path.at(-1));
  const known = fieldsAt(path.slice(0, -1));
  const near = nearest(key, known);
  const homes = homesOf(key);
  const hint = key === "<<" ? "YAML 1.2 has no merge keys; use `extends`, or write the fields out" : near ? `did you mean "${near}"?` : homes.length > 0 ? `it belongs to ${homes[0]!}` : "remove it, or see `dawndusk explain` for all fields";
  return { ...keyPlaceAt(tree, path), path: pathText(tree, path), found: `unknown key ${shown(key)}`, expected: `one of ${known.slice(0, MOST_SHOWN).join(", ")}${known.length > MOST_SHOWN ? ", …" : ""}`, hint };
};

const requiredIn = (section: Section): readonly string[] => Object.keys(section).filter((name) => isRequired(section[name]!));

const shapeComplaint = (tree: MapTree, issue: core.$ZodIssue): Complaint => {
  const path = issue.path as Path;
  const row = rowAt(path);
  const here = treeAt(tree, path);
  const found = shown(treeText(here));
  const inList = typeof path.at(-1) === "number";
  if (issue.code === "too_big") return { found: `a list of ${here?.kind === "list" ? here.items.length : 0}`, expected: `at most ${String(issue.maximum)} items`, hint: "split the scenario" };
  if (row?.kind === "list" && !inList) return { found, expected: "a list of items, each with an id", hint: here?.kind === "map" ? "begin each item with a dash: - id: ..." : "write [] for none" };
  if (row?.kind === "list") return { found, expected: `an item with ${requiredIn(row.of).join(", ")}`, hint: `write - {${requiredIn(row.of).map((name) => `${name}: ...`).join(", ")}}` };
  return { found, expected: `a map of ${fieldsAt(path).slice(0, 6).join(", ")}, …`, hint: here?.kind === "list" ? "remove the dash: this is one map, not a list" : "write its fields below it, indented by two spaces" };
};
