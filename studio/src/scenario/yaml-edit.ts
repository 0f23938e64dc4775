/**
 * A field of a scenario's text written or taken out with as little change as can be: comments, order and layout stay. Each edit is read back; where
 * the small edit did not do what was asked, the document writes itself anew.
 */
import { isAlias, isMap, isSeq, parse, type Document, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import { documentOf, plainOf, reach, type Reached, type Step } from "./yaml-tree.ts";

/** The text with a value (as YAML, on one line) at a way; null where the text is no map that could take it. */
export const setAt = (text: string, steps: readonly Step[], value: string): string | null => {
  const document = documentOf(text);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return null;
  const wanted = withValue(plainOf(document, document.contents), steps, parse(value, { uniqueKeys: false }));
  const small = document.contents === null ? `${ended(text)}${blockLines(steps, { value, indent: 0, end: endOf(text) })}${endOf(text)}` : written(text, reach(document, steps), value);
  if (small !== null && means(small, wanted)) return small;
  return asDocument(document, wanted);
};

/** The text without what stands at a way, and without what held nothing else; itself where nothing stands there. */
export const removeAt = (text: string, steps: readonly Step[]): string | null => {
  const document = documentOf(text);
  if (document.errors.length > 0) return null;
  const way = lonely(document, steps);
  const at = reach(document, way);
  if (at.rest.length > 0) return text;
  const wanted = withoutValue(plainOf(document, document.contents), way);
  const small = takenOut(text, at);
  if (small !== null && means(small, wanted)) return small;
  return asDocument(document, wanted);
};

/** The way to the outermost map or item that holds nothing but this. */
const lonely = (document: Document.Parsed, steps: readonly Step[]): readonly Step[] => {
  const { above, rest } = reach(document, steps);
  if (rest.length > 0 || steps.length < 2 || above === null) return steps;
  return above.items.length === 1 ? lonely(document, steps.slice(0, -1)) : steps;
};

const means = (text: string, wanted: unknown): boolean => {
  const document = documentOf(text);
  return document.errors.length === 0 && JSON.stringify(plainOf(document, document.contents)) === JSON.stringify(wanted);
};

/** The last resort: values set one by one, so that comments stay where the document can keep them. */
const asDocument = (document: Document.Parsed, wanted: unknown): string => {
  document.contents = document.createNode(wanted) as typeof document.contents;
  return document.toString({ lineWidth: 0 });
};

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

const withValue = (record: unknown, [step, ...rest]: readonly Step[], value: unknown): unknown => {
  if (step === undefined) return value;
  if (step.kind === "key") {
    const map = isPlain(record) ? record : {};
    return { ...map, [step.name]: withValue(map[step.name], rest, value) };
  }
  const list: readonly unknown[] = Array.isArray(record) ? record : [];
  const index = list.findIndex((item) => isPlain(item) && String(item["id"]) === step.name);
  if (index >= 0) return list.with(index, withValue(list[index], rest, value));
  return [...list, withValue({ id: step.name }, rest, value)];
};

const withoutValue = (record: unknown, [step, ...rest]: readonly Step[]): unknown => {
  if (step === undefined) return record;
  if (step.kind === "item") {
    const list = record as readonly unknown[];
    const index = list.findIndex((item) => isPlain(item) && String(item["id"]) === step.name);
    return rest.length === 0 ? list.filter((_, i) => i !== index) : list.with(index, withoutValue(list[index], rest));
  }
  const map = record as Plain;
  if (rest.length > 0) return { ...map, [step.name]: withoutValue(map[step.name], rest) };
  return Object.fromEntries(Object.entries(map).filter(([key]) => key !== step.name));
};

const endOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");
const ended = (text: string): string => (text === "" || text.endsWith("\n") ? text : `${text}${endOf(text)}`);

/** Where a node begins, and where its own characters end (behind it may stand blanks and comments). */
const spanOf = (text: string, node: Node): readonly [number, number] => {
  const [start, end] = node.range!;
  let last = end;
  while (last > start && /\s/.test(text[last - 1]!)) last--;
  return [start, last];
};

/** A quoted id keeps what it means. */
const plainName = (name: string): string => (/^[A-Za-z][A-Za-z0-9_-]*$/.test(name) && !/^(true|false|null|yes|no|on|off)$/i.test(name) ? name : JSON.stringify(name));

/** Steps and a value on one line: "a: { b: 5 }". */
const flowText = ([step, ...rest]: readonly Step[], value: string): string => {
  if (step === undefined) return value;
  const inner = rest[0] === undefined ? value : rest[0].kind === "item" ? `[${itemText(rest, value)}]` : `{ ${flowText(rest, value)} }`;
  return `${plainName(step.name)}: ${inner}`;
};

const itemText = ([step, ...rest]: readonly Step[], value: string): string => `{ id: ${plainName(step!.name)}${rest.length === 0 ? "" : `, ${flowText(rest, value)}`} }`;

interface Lines {
  readonly value: string;
  readonly indent: number;
  readonly end: string;
}

/** Steps and a value as lines, without the last line's end. */
const blockLines = ([step, ...rest]: readonly Step[], { value, indent, end }: Lines): string => {
  const pad = " ".repeat(indent);
  if (step!.kind === "item") return `${pad}- id: ${plainName(step!.name)}${rest.length === 0 ? "" : `${end}${blockLines(rest, { value, indent: indent + 2, end })}`}`;
  if (rest.length === 0) return `${pad}${plainName(step!.name)}: ${value}`;
  return `${pad}${plainName(step!.name)}:${end}${blockLines(rest, { value, indent: indent + 2, end })}`;
};

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf("\n", offset - 1) + 1);
const lineEnd = (text: string, offset: number): number => {
  const end = text.indexOf("\n", offset);
  const at = end < 0 ? text.length : end;
  return at > 0 && text[at - 1] === "\r" ? at - 1 : at;
};

const isFlow = (node: Node): boolean => (isMap(node) || isSeq(node)) && node.flow === true;

const written = (text: string, at: Reached, value: string): string | null => {
  const { node, pair, rest } = at;
  if (isAlias(node)) return pair === null || rest.length > 0 ? null : replaced(text, spanOf(text, node), value);
  if (rest.length === 0) return node === null ? afterKey(text, pair, ` ${value}`) : overNode(text, at, value);
  if (node === null) return intoNothing(text, at, value);
  if (isMap(node)) return isFlow(node) ? intoFlow(text, node, flowText(rest, value)) : intoBlock(text, node, { rest, value });
  if (isSeq(node)) return isFlow(node) ? intoFlow(text, node, itemText(rest, value)) : intoBlock(text, node, { rest, value });
  return null;
};

const replaced = (text: string, [from, to]: readonly [number, number], by: string): string => `${text.slice(0, from)}${by}${text.slice(to)}`;

/** A block begins on a line of its own: the value goes behind the key, unless a comment stands there. */
const overNode = (text: string, { node, pair }: Reached, value: string): string => {
  const [start, end] = spanOf(text, node!);
  const key = pair?.key as Node | undefined;
  const between = key === undefined ? "" : text.slice(key.range![1], start);
  return between.includes("\n") && !between.includes("#") && !between.includes("&") ? replaced(text, [key!.range![1] + between.indexOf(":") + 1, end], ` ${value}`) : replaced(text, [start, end], value);
};

const afterKey = (text: string, pair: Pair | null, by: string): string | null => {
  const key = pair?.key as Node | undefined;
  if (key === undefined) return null;
  const colon = text.indexOf(":", key.range![1]);
  const nothing = /^[ \t]*(?:~|null)(?=[\s,}]|$)/.exec(text.slice(colon + 1))?.[0].length ?? 0;
  return colon < 0 ? null : replaced(text, [colon + 1, colon + 1 + nothing], by);
};

/** Below a key that has nothing. */
const intoNothing = (text: string, { above, pair, rest }: Reached, value: string): string | null => {
  if (pair === null || above === null) return null;
  if (isFlow(above)) return afterKey(text, pair, rest[0]!.kind === "item" ? ` [${itemText(rest, value)}]` : ` { ${flowText(rest, value)} }`);
  const key = pair.key as Node;
  const at = lineEnd(text, key.range![1]);
  return replaced(text, [at, at], `${endOf(text)}${blockLines(rest, { value, indent: columnOf(text, key.range![0]) + 2, end: endOf(text) })}`);
};

const intoFlow = (text: string, node: YAMLMap | YAMLSeq, entry: string): string => {
  const [start, end] = node.range!;
  const inner = text.slice(start + 1, end - 1);
  if (node.items.length === 0) return replaced(text, [start + 1, end - 1], isMap(node) ? ` ${entry} ` : entry);
  const kept = inner.trimEnd();
  const at = start + 1 + kept.length;
  return replaced(text, [at, at], kept.endsWith(",") ? ` ${entry}` : `, ${entry}`);
};

const lastEnd = (text: string, node: YAMLMap | YAMLSeq): number => spanOf(text, node)[1];

/** On a line of its own behind the last entry. */
const intoBlock = (text: string, node: YAMLMap | YAMLSeq, { rest, value }: { readonly rest: readonly Step[]; readonly value: string }): string => {
  const at = lineEnd(text, lastEnd(text, node));
  return replaced(text, [at, at], `${endOf(text)}${blockLines(rest, { value, indent: columnOf(text, node.range![0]), end: endOf(text) })}`);
};

const takenOut = (text: string, { above, pair, node }: Reached): string | null => {
  if (above === null) return null;
  const first = pair === null ? node!.range![0] : (pair.key as Node).range![0];
  const last = node === null ? text.indexOf(":", (pair!.key as Node).range![1]) + 1 : spanOf(text, node)[1];
  return isFlow(above) ? outOfFlow(text, [first, last]) : outOfBlock(text, [first, last]);
};

/** With the comma before it, or else the one behind it. */
const outOfFlow = (text: string, [first, last]: readonly [number, number]): string => {
  const before = /,\s*$/.exec(text.slice(0, first));
  if (before !== null) return replaced(text, [before.index, last], "");
  const behind = /^\s*,\s*/.exec(text.slice(last));
  return replaced(text, [first, last + (behind === null ? 0 : behind[0].length)], "");
};

/** Whole lines; the first entry of an item leaves its dash to the next. */
const outOfBlock = (text: string, [first, last]: readonly [number, number]): string => {
  const start = text.lastIndexOf("\n", first - 1) + 1;
  const lead = text.slice(start, first);
  const end = lineEnd(text, last);
  const next = end + (text[end] === "\r" ? 2 : 1);
  if (/^\s*$/.test(lead) || /^\s*-\s+$/.test(lead)) {
    if (!lead.includes("-")) return replaced(text, [start, Math.min(next, text.length)], "");
    const following = /^[ \t]*/.exec(text.slice(next))![0].length;
    return following === lead.length ? replaced(text, [first, Math.min(next + following, text.length)], "") : replaced(text, [start, Math.min(next, text.length)], "");
  }
  return replaced(text, [first, end], "");
};
