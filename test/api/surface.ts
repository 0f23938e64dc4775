/** The exported surface as text: one line a name, its declaration without comments, from the declarations that the compiler emits. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Comment, type ExportSpecifier, type Node, parseSync } from "oxc-parser";

const LONGEST = 900;
const ROOT = new URL("../../", import.meta.url).pathname;

/** Name to its declarations on one line; overloads and a type beside a value of one name follow each other. */
type Surface = ReadonlyMap<string, string>;

/** Emits the declarations of src into a folder of its own, hands it to `read`, and takes it away. */
export const withDeclarations = <T>(read: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), "dawndusk-api-"));
  try {
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const args = [tsc, "-p", "tsconfig.build.json", "--emitDeclarationOnly", "--outDir", folder];
    const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
    if (!existsSync(join(folder, "index.d.ts"))) throw new Error(`no declarations came out:\n${stdout.slice(0, 2000)}`);
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Every door of the package: its rooms with declarations, then the front door by names only, since each of its names stands in a room. */
export const apiText = (folder: string): string => {
  const rooms = readdirSync(folder).filter((name) => existsSync(join(folder, name, "index.d.ts"))).toSorted();
  const front = ["# dawndusk", ...[...surface(join(folder, "index.d.ts")).keys()].toSorted()];
  const doors = rooms.map((room) => [`# dawndusk/${room}`, ...surfaceLines(surface(join(folder, room, "index.d.ts")))]);
  return `${[front, ...doors].map((lines) => lines.join("\n")).join("\n\n")}\n`;
};

const surfaceLines = (names: Surface): readonly string[] =>
  [...names].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => shortened(text));

const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} … ${text.length} characters, sha256 ${createHash("sha256").update(text).digest("hex").slice(0, 12)}`;

/** Exported names of a declaration file, through its re-exports. */
export const surface = (path: string): Surface => {
  const text = readFileSync(path, "utf8");
  const { program, comments } = parseSync(path, text);
  const names = new Map<string, string>();
  const add = (name: string, declaration: string): void => void names.set(name, [...(names.has(name) ? [names.get(name)] : []), declaration].join(" & "));
  const behind = (specifier: string): Surface => surface(join(dirname(path), specifier.replace(/\.[jt]s$/, ".d.ts")));
  for (const node of program.body) {
    if (node.type === "ExportAllDeclaration") for (const entry of behind(node.source.value)) add(...entry);
    if (node.type !== "ExportNamedDeclaration") continue;
    if (node.declaration !== null) for (const name of declaredNames(node.declaration)) add(name, oneLine(text, node, comments));
    else if (node.source !== null) addNamed(node.specifiers, behind(node.source.value), add);
    else for (const item of node.specifiers) add(nameOf(item.exported), oneLine(text, item, comments));
  }
  return names;
};

const addNamed = (specifiers: readonly ExportSpecifier[], from: Surface, add: (name: string, declaration: string) => void): void => {
  for (const item of specifiers) add(nameOf(item.exported), from.get(nameOf(item.local)) ?? "not found");
};

const nameOf = (node: ExportSpecifier["exported"]): string => (node.type === "Literal" ? node.value : node.name);

const declaredNames = (node: Node): readonly string[] => {
  if (node.type === "VariableDeclaration") return node.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
  return "id" in node && node.id?.type === "Identifier" ? [node.id.name] : [];
};

/** The text of a node on one line, its comments and line breaks taken out. */
export const oneLine = (text: string, node: { readonly start: number; readonly end: number }, comments: readonly Comment[]): string => {
  let from = node.start;
  let bare = "";
  for (const comment of comments.filter((x) => x.start >= node.start && x.end <= node.end)) {
    bare += text.slice(from, comment.start);
    from = comment.end;
  }
  const whole = bare + text.slice(from, node.end);
  return whole
    .replace(/^export (declare )?/, "")
    .replace(/import\("[^"]*"\)\./g, "")
    .replace(/\s+/g, " ")
    .trim();
};
