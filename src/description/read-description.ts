/**
 * Reads a description of an orbital data centre, YAML or JSON: all problems at once, of its shape and of the whole, or the description in the present
 * version. Only a text that is no YAML, or names no version that is known, is told of by itself.
 * Older versions are held against their own shape, frozen, and brought forward one version after the other.
 */
import { byPlace, nearest, pathText, placeAt, readText, toPlain, treeAt, treeText, type Problem, type Tree } from "../scenario/index.ts";
import { firstShape } from "./first-shape.ts";
import { toSecond } from "./migrate.ts";
import { descriptionShape, type Description } from "./shape.ts";
import { shaped } from "./shape-problems.ts";
import { oddities, wholeProblems } from "./whole.ts";

export const DESCRIPTION_VERSION = 2;

export type ReadDescription =
  | { readonly ok: true; readonly description: Description; /** As it was written. */ readonly version: number; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Never throws, whatever the text. */
export const readDescription = (text: string, file: string): ReadDescription => {
  const { tree, problems } = readText(text, file);
  if (text.trim() === "") return refused([{ ...problems[0]!, expected: "a description", hint: "docs/guide/description.md shows how one is written" }], file);
  if (tree === undefined) return refused(problems, file);
  const version = versionOf(tree);
  if (version !== 1 && version !== DESCRIPTION_VERSION) return refused([...problems, versionProblem(tree)], file);
  const { value, problems: wrong } = version === 1 ? first(tree) : shaped(tree, descriptionShape);
  const all = [...problems, ...wrong, ...ofTheWhole(tree, value ?? toPlain(tree), wrong)];
  return value === undefined || all.length > 0 ? refused(all, file) : { ok: true, description: value, version, notes: oddities(value) };
};

/** What the whole says, but of places that the shape has spoken of, and of bounds about a value that it refuses. */
const ofTheWhole = (tree: Tree, plain: unknown, wrong: readonly Problem[]): readonly Problem[] => {
  const told = new Set(wrong.map(({ path }) => path));
  return wholeProblems(plain).flatMap(({ at, ...complaint }): readonly Problem[] => {
    const path = pathText(tree, at);
    return told.has(path) || told.has(pathText(tree, [...at.slice(0, -1), "value"])) ? [] : [{ ...placeAt(tree, at), path, ...complaint }];
  });
};

const refused = (problems: readonly Problem[], file: string): ReadDescription => ({ ok: false, problems: byPlace(problems, [file]) });

const first = (tree: Tree): { readonly value: Description | undefined; readonly problems: readonly Problem[] } => {
  const { value, problems } = shaped(tree, firstShape);
  return { value: value === undefined ? undefined : toSecond(value), problems };
};

const versionOf = (tree: Tree): unknown => {
  const node = treeAt(tree, ["orbitalDataCentre"]);
  return node?.kind === "scalar" ? node.value : undefined;
};

const versionProblem = (tree: Tree): Problem => {
  const node = treeAt(tree, ["orbitalDataCentre"]);
  const keys = tree.kind === "map" ? [...tree.entries.keys()] : [];
  const near = nearest("orbitalDataCentre", keys);
  const hint = keys.includes("dawndusk") ? "this is a scenario: dawndusk check reads it" : near !== undefined && near !== "orbitalDataCentre" ? `"${near}" is written orbitalDataCentre` : "";
  return { ...placeAt(tree, ["orbitalDataCentre"]), path: "orbitalDataCentre", found: node === undefined ? "no version" : treeText(node), expected: `orbitalDataCentre: ${DESCRIPTION_VERSION}, or 1`, hint };
};
