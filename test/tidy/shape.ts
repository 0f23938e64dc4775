/** Length of functions and files, and forms that this house does not use. */
import type { Node } from "oxc-parser";
import { NODE_ROOMS, roomOf } from "./layers.ts";
import { type Finding, lineAt, nodes, type Source } from "./source.ts";

const FUNCTION_LINES = 70;
const FILE_LINES = 400;

/** "path name": why it may be longer. */
const LONG_FUNCTIONS: Readonly<Record<string, string>> = {};

/** The catalogue is data: a file of it is as long as it has entries. */
const CATALOGUE = "src/catalog/";

/** path: why it may be longer. */
const LONG_FILES: Readonly<Record<string, string>> = {};

export const longFunctionFindings = (source: Source): readonly Finding[] => {
  const findings: Finding[] = [];
  for (const [node, name] of namedFunctions(source.program)) {
    const start = lineAt(source.text, node.start);
    const lines = lineAt(source.text, node.end) - start + 1;
    if (lines <= FUNCTION_LINES || `${source.path} ${name}` in LONG_FUNCTIONS) continue;
    findings.push({ path: source.path, line: start, mend: `${name} has ${lines} lines, over ${FUNCTION_LINES}: split it by what it says` });
  }
  return findings;
};

function* namedFunctions(program: Node): Generator<readonly [Node, string]> {
  const names = new Map<Node, string>();
  for (const node of nodes(program)) {
    if (node.type === "VariableDeclarator" && node.init && node.id.type === "Identifier") names.set(node.init, node.id.name);
    if (node.type === "FunctionDeclaration" && node.id) names.set(node, node.id.name);
    if (/^(Arrow)?Function(Expression|Declaration)$/.test(node.type)) yield [node, names.get(node) ?? "a function without a name"];
  }
}

export const longFileFindings = (source: Source): readonly Finding[] => {
  const lines = source.text.trimEnd().split("\n").length;
  if (lines <= FILE_LINES || source.path.startsWith(CATALOGUE) || source.path in LONG_FILES) return [];
  return [{ path: source.path, line: FILE_LINES + 1, mend: `has ${lines} lines, over ${FILE_LINES}: split it by idea` }];
};

/** Exceptions that no file needs any more. */
export const idleExceptions = (sources: readonly Source[]): readonly Finding[] => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const idle = (path: string): boolean => (byPath.get(path)?.text.trimEnd().split("\n").length ?? 0) <= FILE_LINES;
  const files = Object.keys(LONG_FILES).filter(idle);
  const functions = Object.keys(LONG_FUNCTIONS).filter((key) => !byPath.has(key.split(" ")[0] ?? ""));
  return [...files, ...functions].map((path) => ({ path, line: 1, mend: "is an exception that is not needed: strike it from test/tidy/shape.ts" }));
};

export const formFindings = (source: Source): readonly Finding[] => {
  const findings: Finding[] = [];
  for (const node of nodes(source.program)) {
    const mend = formMend(node, source.path);
    if (mend !== undefined) findings.push({ path: source.path, line: lineAt(source.text, node.start), mend });
  }
  return [...findings, ...commentFindings(source)];
};

const formMend = (node: Node, path: string): string | undefined => {
  switch (node.type) {
    case "ExportDefaultDeclaration":
      return path.endsWith(".config.ts") ? undefined : "export default: export it by name";
    case "TSEnumDeclaration":
      return "enum: use a union of string literals";
    case "TSModuleDeclaration":
      return "namespace: use a file";
    case "TSAsExpression":
      return node.typeAnnotation.type === "TSAnyKeyword" ? "as any: narrow from unknown" : undefined;
    case "LogicalExpression":
      return node.operator === "||" && node.right.type === "Literal" && typeof node.right.value === "number"
        ? `|| ${node.right.raw}: turns a number that is 0 or NaN into another; say what is meant`
        : undefined;
    default:
      return undefined;
  }
};

const commentFindings = ({ path, text, comments }: Source): readonly Finding[] =>
  comments
    .filter((comment) => /@ts-(ignore|nocheck)/.test(comment.value))
    .map((comment) => ({ path, line: lineAt(text, comment.start), mend: "switches the type checker off: mend the type" }));

/** The clock, chance and the process belong to io and cli. */
export const impureFindings = (source: Source): readonly Finding[] => {
  const room = roomOf(source.path);
  if (room === undefined || NODE_ROOMS.some((name) => name === room)) return [];
  const findings: Finding[] = [];
  for (const node of nodes(source.program)) {
    const what = impurity(node);
    if (what !== undefined) findings.push({ path: source.path, line: lineAt(source.text, node.start), mend: `${what}: take the time, the stream or the port as an argument` });
  }
  return findings;
};

const impurity = (node: Node): string | undefined => {
  if (node.type === "NewExpression") {
    return node.callee.type === "Identifier" && node.callee.name === "Date" && node.arguments.length === 0 ? "new Date()" : undefined;
  }
  if (node.type !== "MemberExpression" || node.object.type !== "Identifier") return undefined;
  const member = node.property.type === "Identifier" && !node.computed ? node.property.name : "[…]";
  const name = `${node.object.name}.${member}`;
  return /^(Date\.now|Math\.random|performance\..*|process\..*|crypto\.(random.*|getRandom.*))$/.test(name) ? name : undefined;
};
