/** The project's files as the tidy rules see them: text, syntax tree, comments and imports. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { type Comment, type Node, parseSync, type Program, visitorKeys } from "oxc-parser";

export type Import = {
  readonly from: string;
  /** Path of the imported file from the project's root for a relative import; the package's name, or "node:…", for any other. */
  readonly to: string;
  readonly relative: boolean;
  readonly typeOnly: boolean;
  readonly line: number;
};

export type Source = {
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  readonly imports: readonly Import[];
};

/** One thing to mend: where, what is wrong, and how to put it right. */
export type Finding = { readonly path: string; readonly line: number; readonly mend: string };

export const report = (findings: readonly Finding[]): string => findings.map(({ path, line, mend }) => `${path}:${line} ${mend}`).join("\n");

export const ROOT = new URL("../../", import.meta.url).pathname;

/** Every file that is tracked, or would be once added, from the root. */
export const projectFiles = (): readonly string[] =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"], { cwd: ROOT, encoding: "utf8" })
    .split("\n")
    .filter((path) => path !== "")
    .toSorted();

/** The text of a file from the root; undefined when it is gone or is not text. */
export const readText = (path: string): string | undefined => {
  try {
    const text = readFileSync(ROOT + path, "utf8");
    return text.includes("\0") ? undefined : text;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
};

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

export const parseSource = (path: string, text: string): Source => {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  return { path, text, program, comments, imports: importsOf(path, text, program) };
};

/** Every node of a tree, parents first. */
export function* nodes(node: Node): Generator<Node> {
  yield node;
  for (const key of visitorKeys[node.type] ?? []) {
    const child: unknown = Reflect.get(node, key);
    for (const item of Array.isArray(child) ? child : [child]) if (isNode(item)) yield* nodes(item);
  }
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

const importsOf = (path: string, text: string, program: Program): readonly Import[] => {
  const found: Import[] = [];
  for (const node of nodes(program)) {
    const request = requestOf(node);
    if (request === undefined) continue;
    const relative = request.specifier.startsWith(".");
    const to = relative ? posix.join(posix.dirname(path), request.specifier) : packageName(request.specifier);
    found.push({ from: path, to, relative, typeOnly: request.typeOnly, line: lineAt(text, node.start) });
  }
  return found;
};

const requestOf = (node: Node): { readonly specifier: string; readonly typeOnly: boolean } | undefined => {
  if (node.type === "ImportDeclaration") {
    const named = node.specifiers.length > 0 && node.specifiers.every((s) => s.type === "ImportSpecifier" && s.importKind === "type");
    return { specifier: node.source.value, typeOnly: node.importKind === "type" || named };
  }
  if (node.type === "ExportAllDeclaration") return { specifier: node.source.value, typeOnly: node.exportKind === "type" };
  if (node.type === "ExportNamedDeclaration" && node.source !== null) {
    const named = node.specifiers.length > 0 && node.specifiers.every((s) => s.exportKind === "type");
    return { specifier: node.source.value, typeOnly: node.exportKind === "type" || named };
  }
  if (node.type === "TSImportType") return { specifier: node.source.value, typeOnly: true };
  if (node.type === "ImportExpression" && node.source.type === "Literal" && typeof node.source.value === "string") {
    return { specifier: node.source.value, typeOnly: false };
  }
  return undefined;
};

const packageName = (specifier: string): string => {
  if (specifier.startsWith("node:")) return specifier;
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? specifier);
};
