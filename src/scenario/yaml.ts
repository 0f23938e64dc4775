/**
 * YAML 1.2 (and so JSON) to a tree with places. Everything is bounded before it is composed: deep nesting would exhaust the
 * stack of the composer, aliases could blow a small file up, and duplicate keys are looked for here in linear time.
 */
import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, Parser, type Alias, type CST, type Document, type Node, type Pair, type YAMLError } from "yaml";
import { shown, type Complaint, type Place, type Problem } from "./problem.ts";
import type { Member, Tree } from "./tree.ts";

export const TEXT_LIMIT = { characters: 1_000_000, tokens: 450_000, nodes: 100_000, keys: 1000, depth: 32, aliases: 100 } as const;

export interface ReadText {
  /** Undefined when nothing useful could be read. */
  readonly tree: Tree | undefined;
  readonly problems: readonly Problem[];
}

interface Reader {
  readonly file: string;
  readonly lines: LineCounter;
  readonly source: string;
  readonly document: Document;
  readonly problems: Problem[];
  /** Aliased nodes that are being read, to find one that holds itself. */
  readonly open: Set<Node>;
  /** What each alias names: looked up once, for the look-up walks the document. */
  readonly targets: Map<Node, Node | undefined>;
  nodes: number;
  /** Whether something was met that leaves no tree worth reading. */
  stopped: boolean;
}

/** Reads one document. Never throws, whatever the text. */
export const readText = (source: string, file: string): ReadText => {
  const refused = refusal(source);
  if (refused) return { tree: undefined, problems: [{ file, line: 1, column: 1, path: "", ...refused }] };
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(source)];
  const deep = structureRefusal(tokens);
  if (deep) return { tree: undefined, problems: [{ file, ...position(lines, deep.offset), path: "", ...deep.complaint }] };
  const documents = [...new Composer({ uniqueKeys: false, version: "1.2", schema: "core", logLevel: "error" }).compose(tokens)];
  return readDocuments(documents as readonly Document[], { source, file, lines, openQuote: openQuote(tokens) });
};

const readDocuments = (documents: readonly Document[], { source, file, lines, openQuote: quote }: { readonly source: string; readonly file: string; readonly lines: LineCounter; readonly openQuote: number | undefined }): ReadText => {
  const [document, second] = documents;
  const at = (offset: number): Place => ({ file, ...position(lines, offset) });
  const whole = { file, line: 1, column: 1, path: "" };
  if (!document || (document.contents === null && document.errors.length === 0)) return { tree: undefined, problems: [{ ...whole, found: "an empty file", expected: "a scenario", hint: "`dawndusk init` writes one to start from" }] };
  if (second) return { tree: undefined, problems: [{ ...at(second.range?.[0] ?? 0), path: "", found: "a second document (---)", expected: "one scenario in a file", hint: "put it into a file of its own" }] };
  const problems = [...document.errors, ...document.warnings].map((error): Problem => ({ ...at(isOpenQuote(error) ? (quote ?? error.pos[0]) : error.pos[0]), path: "", ...explained(error, source) }));
  if (document.directives?.yaml.explicit === true && document.directives.yaml.version !== "1.2") problems.push({ ...whole, found: `%YAML ${document.directives.yaml.version}`, expected: "YAML 1.2", hint: "remove the %YAML line" });
  if (problems.length > 0) return { tree: undefined, problems: problems.slice(0, 20) };
  const reader: Reader = { file, lines, source, document, problems, open: new Set(), targets: new Map(), nodes: 0, stopped: false };
  const tree = readNode(reader, document.contents, { offset: 0, depth: 0, path: "" });
  return { tree: reader.stopped ? undefined : tree, problems };
};

const position = (lines: LineCounter, offset: number): { line: number; column: number } => {
  const { line, col } = lines.linePos(offset);
  return line === 0 ? { line: 1, column: 1 } : { line, column: Math.max(1, col) };
};

/** What no text in UTF-8 has. */
const NOT_TEXT = /[\u0000-\u0008\u000e-\u001f\ufffd\ufffe\uffff]/;

/** Limits that can be told from the characters and tokens alone. */
const refusal = (source: string): Complaint | undefined => {
  if (NOT_TEXT.test(source)) return { found: "bytes that are not text", expected: "a YAML or JSON file in UTF-8", hint: "is this the right file? Save it as UTF-8" };
  if (source.length > TEXT_LIMIT.characters) return { found: `a file of ${source.length} characters`, expected: `at most ${TEXT_LIMIT.characters}`, hint: "put long series into a CSV file beside the scenario and name it with `file:`" };
  let tokens = 0;
  let brackets = 0;
  for (const token of new Lexer().lex(source)) {
    if (token === "[" || token === "{") brackets++;
    if (token === "]" || token === "}") brackets--;
    if (brackets > TEXT_LIMIT.depth) return tooDeep;
    if (token.length > 0 && ++tokens > TEXT_LIMIT.tokens) return { found: `more than ${TEXT_LIMIT.tokens} tokens`, expected: "a scenario of at most 100,000 values", hint: "put long series into a CSV file beside the scenario and name it with `file:`" };
  }
  return undefined;
};

/** Limits of the syntax tree, walked without recursion. */
const structureRefusal = (tokens: readonly CST.Token[]): { offset: number; complaint: Complaint } | undefined => {
  const stack: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  let nodes = 0;
  let aliases = 0;
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { token, depth } = next;
    if (depth > TEXT_LIMIT.depth) return { offset: token.offset, complaint: tooDeep };
    if (token.type === "alias" && ++aliases > TEXT_LIMIT.aliases) return { offset: token.offset, complaint: { found: `more than ${TEXT_LIMIT.aliases} aliases`, expected: `at most ${TEXT_LIMIT.aliases}`, hint: "write the values out" } };
    if (token.type === "block-map" && token.items.length > TEXT_LIMIT.keys) return { offset: token.offset, complaint: { found: `a map of ${token.items.length} keys`, expected: `at most ${TEXT_LIMIT.keys} keys in a map`, hint: "put long series into a CSV file beside the scenario and name it with `file:`" } };
    if (++nodes > 2 * TEXT_LIMIT.nodes) return { offset: token.offset, complaint: tooMany };
    for (const inner of innerTokens(token)) stack.push({ token: inner, depth: depth + (token.type === "document" ? 0 : 1) });
  }
  return undefined;
};

const tooDeep: Complaint = { found: `more than ${TEXT_LIMIT.depth} levels`, expected: `at most ${TEXT_LIMIT.depth} levels of nesting`, hint: "no field of a scenario lies deeper than ten" };
const tooMany: Complaint = { found: `more than ${TEXT_LIMIT.nodes} values`, expected: `at most ${TEXT_LIMIT.nodes}`, hint: "put long series into a CSV file beside the scenario and name it with `file:`; aliases count each time" };

const innerTokens = (token: CST.Token): readonly CST.Token[] => {
  if (token.type === "document") return token.value ? [token.value] : [];
  if (token.type !== "block-map" && token.type !== "block-seq" && token.type !== "flow-collection") return [];
  return token.items.flatMap((item) => [...(item.key ? [item.key] : []), ...(item.value ? [item.value] : [])]);
};

/** Where a quote is opened and never closed. */
const openQuote = (tokens: readonly CST.Token[]): number | undefined => {
  const stack = [...tokens];
  for (let token = stack.pop(); token; token = stack.pop()) {
    if ((token.type === "double-quoted-scalar" || token.type === "single-quoted-scalar") && (token.source.length < 2 || token.source.at(-1) !== token.source[0])) return token.offset;
    stack.push(...innerTokens(token));
  }
  return undefined;
};

const isOpenQuote = (error: YAMLError): boolean => error.code === "MISSING_CHAR" && error.message.includes("quote");

const HINTS: readonly (readonly [string, Complaint])[] = [
  ["TAB_AS_INDENT", { found: "a tab", expected: "spaces before a key", hint: "indent with two spaces" }],
  ["MULTILINE_IMPLICIT_KEY", { found: "a line that is neither a key nor part of the value above", expected: "`key: value`", hint: "is a colon missing, or is the indentation off?" }],
  ["BLOCK_AS_IMPLICIT_KEY", { found: "a second colon in a line, or a key indented below a value", expected: "`key: value`", hint: "put text that holds a colon in quotes; line keys of one map up" }],
  ["BAD_SCALAR_START", { found: "a character that text cannot begin with", expected: "a value", hint: "put the text in quotes" }],
  ["BAD_ALIAS", { found: "an alias (*) that names nothing", expected: "an anchor (&name) above it", hint: "write the value out, or put text that begins with * in quotes" }],
  ["BAD_INDENT", { found: "indentation that closes nothing", expected: "the lines of one map or list in one column", hint: "is a bracket left open above, or is the indentation off?" }],
  ["TAG_RESOLVE_FAILED", { found: "a tag (!)", expected: "plain values", hint: "remove the tag; text that begins with ! goes in quotes" }],
];

const openBracket: Complaint = { found: "a bracket that is never closed", expected: "its closing bracket", hint: "close it, or indent the lines that stand inside it" };

const explained = (error: YAMLError, source: string): Complaint => {
  if (error.code === "BAD_INDENT" && /end with a [\]}]/.test(error.message)) return openBracket;
  const known = HINTS.find(([code]) => code === error.code);
  if (known) return known[1];
  if (isOpenQuote(error)) return { found: "a quote that is never closed", expected: "a closing quote", hint: "close it, or remove the opening one" };
  if (/end with a [\]}]/.test(error.message)) return openBracket;
  const text = source.slice(error.pos[0], error.pos[1]);
  return { found: text.trim() === "" ? "the end of a line" : `"${shown(text)}"`, expected: "valid YAML", hint: error.message.split(" at line ")[0]!.split("\n")[0]! };
};

interface Spot { readonly offset: number; readonly depth: number; readonly path: string }

const readNode = (reader: Reader, node: unknown, { offset, depth, path }: Spot): Tree => {
  const start = isRanged(node) ? node.range[0] : offset;
  const at: Place = { file: reader.file, ...position(reader.lines, start) };
  const nothing: Tree = { kind: "scalar", at, value: null, text: "" };
  if (depth > TEXT_LIMIT.depth) return complain(reader, at, tooDeep, nothing);
  if (++reader.nodes > TEXT_LIMIT.nodes) return reader.nodes === TEXT_LIMIT.nodes + 1 ? complain(reader, at, tooMany, nothing) : nothing;
  if (isAlias(node)) return readAlias(reader, targetOf(reader, node), { at, depth, offset: start, path });
  if (isMap(node)) return { kind: "map", at, entries: readPairs(reader, node.items, { offset: start, depth, path }) };
  if (isSeq(node)) return { kind: "list", at, items: node.items.map((item, i) => readNode(reader, item, { offset: start, depth: depth + 1, path: `${path}[${i}]` })) };
  if (!isScalar(node)) return nothing;
  const { value } = node;
  const text = node.source ?? String(value);
  if (typeof value === "bigint") return { kind: "scalar", at, value: Number(value), text };
  return { kind: "scalar", at, value: typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null ? value : text, text };
};

const targetOf = (reader: Reader, alias: Alias): Node | undefined => {
  if (!reader.targets.has(alias)) reader.targets.set(alias, alias.resolve(reader.document));
  return reader.targets.get(alias);
};

const isRanged = (node: unknown): node is { range: readonly [number, number, number] } =>
  typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);

const complain = (reader: Reader, at: Place, complaint: Complaint, instead: Tree): Tree => {
  reader.problems.push({ ...at, path: "", ...complaint });
  reader.stopped = true;
  return instead;
};

const readAlias = (reader: Reader, target: Node | undefined, { at, depth, offset, path }: Spot & { readonly at: Place }): Tree => {
  const nothing: Tree = { kind: "scalar", at, value: null, text: "" };
  if (!target) return complain(reader, at, HINTS.find(([code]) => code === "BAD_ALIAS")![1], nothing);
  if (reader.open.has(target)) return complain(reader, at, { found: "an alias inside what it names", expected: "a value that ends", hint: "write the value out" }, nothing);
  reader.open.add(target);
  const tree = readNode(reader, target, { offset, depth: depth + 1, path });
  reader.open.delete(target);
  return tree;
};

const readPairs = (reader: Reader, pairs: readonly Pair[], { offset, depth, path }: Spot): ReadonlyMap<string, Member> => {
  const entries = new Map<string, Member>();
  for (const { key, value } of pairs) {
    const start = isRanged(key) ? key.range[0] : offset;
    const at: Place = { file: reader.file, ...position(reader.lines, start) };
    const name = isScalar(key) ? (key.source ?? String(key.value)) : undefined;
    const below = path === "" ? (name ?? "") : `${path}.${name ?? ""}`;
    const first = name === undefined ? undefined : entries.get(name);
    if (name === undefined) complain(reader, at, { found: "a key that is not plain text", expected: "`key: value`", hint: "put the key in quotes" }, emptyAt(at));
    else if (first) reader.problems.push({ ...at, path: below, found: `${shown(name)} a second time`, expected: "each key once in a map", hint: `it stands in line ${first.at.line} already; remove one` });
    else entries.set(name, { at, value: readNode(reader, value, { offset: isRanged(key) ? key.range[1] : start, depth: depth + 1, path: below }) });
  }
  return entries;
};

const emptyAt = (at: Place): Tree => ({ kind: "scalar", at, value: null, text: "" });
