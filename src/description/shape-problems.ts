/** What a shape finds wrong with a text's tree, as problems with places. */
import type { core, ZodType } from "zod";
import { KEYS } from "./keys.ts";
import { keyPlaceAt, nearest, pathText, placeAt, shown, toPlain, treeAt, treeText, type Complaint, type Path, type Problem, type Tree } from "../scenario/index.ts";

/** A tree's values as a shape has them, or all that the shape says against them. */
export const shaped = <T>(tree: Tree, shape: ZodType<T>): { readonly value: T | undefined; readonly problems: readonly Problem[] } => {
  const parsed = shape.safeParse(toPlain(tree));
  return parsed.success ? { value: parsed.data, problems: [] } : { value: undefined, problems: parsed.error.issues.flatMap((issue) => problemsOf(tree, issue)) };
};

const problemsOf = (tree: Tree, issue: core.$ZodIssue): readonly Problem[] => {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ ...keyPlaceAt(tree, [...path, key]), path: pathText(tree, [...path, key]), ...unknownKey(key) }));
  if (issue.code === "invalid_union" && issue.errors.length > 0) return branchOf(tree, issue).flatMap((inner) => problemsOf(tree, { ...inner, path: [...path, ...inner.path] }));
  return [{ ...placeAt(tree, path), path: pathText(tree, path), found: shown(treeText(treeAt(tree, path))), ...wanted(issue, path) }];
};

/** A number is written plain or as a map: what is said against the form that was used. */
const branchOf = (tree: Tree, issue: core.$ZodIssueInvalidUnion): readonly core.$ZodIssue[] => {
  const asMap = treeAt(tree, issue.path as Path)?.kind === "map";
  return issue.errors[asMap ? 1 : 0] ?? issue.errors[0]!;
};

/** Keys that end in another unit, or in none, are what people write most. */
const unknownKey = (key: string): Complaint => {
  const near = nearest(key, KEYS);
  return { found: `unknown key ${shown(key)}`, expected: "a key of this format", hint: near === undefined ? "remove it; what has no key belongs into `note` or `missing`" : `did you mean "${near}"?` };
};

const wanted = (issue: core.$ZodIssue, path: Path): Pick<Complaint, "expected" | "hint"> => {
  const unit = /_([A-Za-z0-9]+(?:_per_[A-Za-z0-9]+)*)$/.exec(String(path.findLast((key) => typeof key === "string" && key.includes("_")) ?? ""))?.[1];
  if (issue.code === "invalid_type") return { expected: issue.expected === "record" || issue.expected === "object" ? "a map" : issue.expected === "array" ? "a list" : issue.expected === "int" ? "a whole number" : `a ${issue.expected}`, hint: issue.expected === "number" && unit !== undefined ? `write the number alone, in ${unit}` : "" };
  if (issue.code === "invalid_value") return { expected: issue.values.map(String).join(" or "), hint: "" };
  if (issue.code === "too_small") return { expected: issue.origin === "array" ? `at least ${issue.minimum} of them` : issue.origin === "string" ? "a word" : `${issue.inclusive === true ? "at least" : "more than"} ${issue.minimum}`, hint: "" };
  if (issue.code === "too_big") return { expected: `at most ${issue.maximum}${issue.origin === "array" ? " of them" : issue.origin === "string" ? " characters" : ""}`, hint: unit === "frac" ? "a share is 0 to 1, not percent" : "" };
  if (issue.code === "invalid_union") return { expected: "orbit or ground", hint: "`kind` says which tier it is" };
  if (issue.code === "invalid_format") return { expected: String(path.at(-1)) === "id" || path.at(-2) === "tiers" ? "lower-case letters, digits and hyphens" : "2026, 2026-11 or 2026-11-22", hint: "" };
  if (issue.code === "invalid_key") return { expected: "a key of lower-case letters, digits and hyphens", hint: "" };
  return { expected: issue.message, hint: "" };
};

