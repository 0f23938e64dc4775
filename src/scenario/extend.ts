/** `extends`: the file or template that a scenario is laid over, and theirs in turn. */
import { pathInside, type Files } from "./files.ts";
import { mergeTrees } from "./merge.ts";
import { nearest } from "./nearest.ts";
import { shown, type Complaint, type Place, type Problem } from "./problem.ts";
import { table } from "./table/index.ts";
import { templates, templateText } from "./templates/index.ts";
import { treeText, type MapTree, type Tree } from "./tree.ts";
import { readText } from "./yaml.ts";

const TEMPLATE = "template:";
const LONGEST_CHAIN = 10;

export interface ReadTree {
  readonly tree: MapTree | undefined;
  /** Whether everything that it extends could be read. */
  readonly whole: boolean;
  readonly problems: readonly Problem[];
  /** Files in the order in which they were read. */
  readonly files: readonly string[];
}

interface Extending {
  readonly files: Files;
  readonly root: string;
  /** Files that led here, the scenario first. */
  readonly chain: readonly string[];
}

/** Reads a scenario and all that it extends. */
export const readExtended = (path: string, { files, root }: { readonly files: Files; readonly root: string }): ReadTree => {
  const text = files.read(path);
  if (text === undefined && files.isFolder?.(path) === true) return failed({ file: path, line: 1, column: 1 }, { found: "a folder", expected: "the file of a scenario", hint: `name a file in it, for example ${path.replace(/\/+$/, "")}/scenario.yaml` });
  if (text === undefined) return failed({ file: path, line: 1, column: 1 }, { found: "no file that can be read", expected: "a scenario", hint: "is the path right? `dawndusk init` writes a scenario to start from" });
  return readLayer(text, path, { files, root, chain: [path] });
};

const failed = (at: Place, complaint: Complaint, path = ""): ReadTree => ({ tree: undefined, whole: false, problems: [{ ...at, path, ...complaint }], files: [at.file] });

const readLayer = (text: string, file: string, extending: Extending): ReadTree => {
  const { tree, problems } = readText(text, file);
  if (!tree) return { tree: undefined, whole: false, problems, files: [file] };
  if (tree.kind !== "map") return failed(tree.at, { found: treeText(tree) === "a list" ? "a list" : shown(treeText(tree)), expected: "a scenario: `key: value` lines", hint: "the first line is usually `dawndusk: 1`" });
  const base = tree.entries.get("extends");
  if (!base) return { tree, whole: true, problems, files: [file] };
  const own: MapTree = { ...tree, entries: new Map([...tree.entries].filter(([key]) => key !== "extends")) };
  const below = readBase(base.value, file, extending);
  return { tree: below.tree ? mergeTrees(table, below.tree, own) : own, whole: below.whole, problems: [...problems, ...below.problems], files: [file, ...below.files] };
};

const readBase = (named: Tree, from: string, extending: Extending): ReadTree => {
  const at = named.at;
  const expected = `a file of the scenario's folder, or ${templates.map(({ name }) => TEMPLATE + name).join(", ")}`;
  if (named.kind !== "scalar" || typeof named.value !== "string" || named.value.trim() === "") return failed(at, { found: shown(treeText(named)), expected, hint: "for example extends: base.yaml" }, "extends");
  const name = named.value.trim();
  if (name.startsWith(TEMPLATE)) return readTemplate(name, named, extending);
  const inside = pathInside(name, { from: from.startsWith(TEMPLATE) ? extending.root : from, root: extending.root });
  if (!inside.ok) return failed(at, { found: shown(name), expected, hint: inside.why }, "extends");
  const chain = [...extending.chain, inside.path];
  if (extending.chain.includes(inside.path)) return failed(at, { found: `a circle: ${chain.join(" -> ")}`, expected: "a chain of files that ends", hint: "remove one of these `extends`" }, "extends");
  if (chain.length > LONGEST_CHAIN) return failed(at, { found: `a chain of more than ${LONGEST_CHAIN} files`, expected: `at most ${LONGEST_CHAIN}`, hint: "merge some of them" }, "extends");
  const text = extending.files.read(inside.path);
  if (text === undefined) return failed(at, { found: `${shown(name)}, which cannot be read`, expected, hint: `there is no file ${shown(inside.path)}, or it leads out of the folder` }, "extends");
  return readLayer(text, inside.path, { ...extending, chain });
};

const readTemplate = (name: string, named: Tree, extending: Extending): ReadTree => {
  const text = templateText(name.slice(TEMPLATE.length));
  if (text !== undefined) return readLayer(text, name, { ...extending, chain: [...extending.chain, name] });
  const known = templates.map((t) => TEMPLATE + t.name);
  const near = nearest(name, known);
  return failed(named.at, { found: shown(name), expected: known.join(", "), hint: near ? `did you mean "${near}"?` : "these templates come with the package" }, "extends");
};
