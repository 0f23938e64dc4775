/**
 * Where in the language a place of a text lies, read from the lines above it alone: a text that is being written is seldom whole. Blocks by their
 * columns, braces and brackets by themselves, also over lines.
 */

export interface Context {
  /** Fields above, as the table has them: "ground.sites[]". */
  readonly path: string;
  /** A key of that section is being written, or the value of `key`. */
  readonly at: "key" | "value";
  /** The key as far as it is written, or the key whose value it is. */
  readonly key: string;
  /** What is written of the word at the place, and where it begins. */
  readonly word: string;
  readonly from: number;
}

interface Level {
  readonly indent: number;
  /** "[]" for an item of a list. */
  readonly name: string;
}

interface Flow {
  readonly kind: "{" | "[";
  /** Key whose value is being written; "" before its colon. */
  key: string;
}

const join = (above: string, name: string): string => (name === "[]" ? `${above}[]` : above === "" ? name : `${above}.${name}`);

const unquoted = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, "$2");

/** The context of a place; null inside a comment. */
export const contextAt = (text: string, place: number): Context | null => {
  const before = text.slice(0, place);
  const lines = before.split("\n");
  const levels: Level[] = [];
  const flow: Flow[] = [];
  let found: Context | null = null;
  let offset = 0;
  lines.forEach((raw, i) => {
    const line = raw.replace(/\r$/, "");
    const isLast = i === lines.length - 1;
    found = flow.length > 0 ? flowLine(line, { levels, flow, offset }) : blockLine(line, { levels, flow, offset, isLast });
    offset += raw.length + 1;
  });
  return found;
};

interface Reading {
  readonly levels: Level[];
  readonly flow: Flow[];
  readonly offset: number;
}

const pathOf = (levels: readonly Level[]): string => levels.reduce((path, { name }) => join(path, name), "");

const blockLine = (line: string, { levels, flow, offset, isLast }: Reading & { readonly isLast: boolean }): Context | null => {
  if (/^\s*#/.test(line) || (!isLast && line.trim() === "")) return null;
  let column = /^ */.exec(line)![0].length;
  for (let dash = /^-(?: +|$)/.exec(line.slice(column)); dash !== null; dash = /^-(?: +|$)/.exec(line.slice(column))) {
    while (levels.length > 0 && (levels.at(-1)!.indent > column || (levels.at(-1)!.indent === column && levels.at(-1)!.name === "[]"))) levels.pop();
    levels.push({ indent: column, name: "[]" });
    column += dash[0].length;
  }
  while (levels.length > 0 && levels.at(-1)!.indent >= column && !(levels.at(-1)!.name === "[]" && levels.at(-1)!.indent < column)) levels.pop();
  const rest = line.slice(column);
  const key = /^("[^"]*"|'[^']*'|[^\s#:{}[\],][^:#{}[\],]*?)\s*:(?=\s|$)/.exec(rest);
  if (key === null) {
    if (/^[{[]/.test(rest)) return flowLine(rest, { levels, flow, offset: offset + column });
    return { path: pathOf(levels), at: "key", key: rest, word: rest, from: offset + column };
  }
  const name = unquoted(key[1]!);
  const above = pathOf(levels);
  levels.push({ indent: column, name });
  const lead = column + key[0].length;
  const value = line.slice(lead);
  const blanks = /^\s*/.exec(value)![0].length;
  if (/^\s*[{[]/.test(value)) return flowLine(value.slice(blanks), { levels, flow, offset: offset + lead + blanks });
  if (/(^|\s)#/.test(value)) return null;
  return { path: above, at: "value", key: name, word: value.slice(blanks), from: offset + lead + blanks };
};

/** From the first brace on, or the next line of what it opened. */
const flowLine = (line: string, { levels, flow, offset }: Reading): Context | null => {
  const base = pathOf(levels.slice(0, -1));
  const own = levels.at(-1)?.name ?? "";
  let start = 0;
  let quote = "";
  for (let i = 0; i < line.length; i++) {
    const char = line[i]!;
    if (quote !== "") {
      if (char === quote) quote = "";
      continue;
    }
    if ((char === '"' || char === "'") && line.slice(start, i).trim() === "") quote = char;
    else if (char === "#" && (i === 0 || /\s/.test(line[i - 1]!))) return null;
    else if (char === "{" || char === "[") {
      flow.push({ kind: char, key: "" });
      start = i + 1;
    } else if (char === "}" || char === "]") {
      flow.pop();
      start = i + 1;
      if (flow.length === 0) return null;
    } else if (char === ",") {
      flow.at(-1)!.key = "";
      start = i + 1;
    } else if (char === ":" && flow.at(-1)!.kind === "{" && flow.at(-1)!.key === "" && (i + 1 >= line.length || /[\s,}]/.test(line[i + 1]!))) {
      flow.at(-1)!.key = unquoted(line.slice(start, i));
      start = i + 1;
    }
  }
  const blanks = /^\s*/.exec(line.slice(start))![0].length;
  const word = line.slice(start + blanks);
  const path = flow.slice(0, -1).reduce((above, { kind, key }) => join(above, kind === "[" ? "[]" : key), own === "" ? base : join(base, own));
  const inner = flow.at(-1)!;
  return inner.kind === "{" && inner.key === "" ? { path, at: "key", key: word, word, from: offset + start + blanks } : { path: inner.kind === "[" ? `${path}[]` : path, at: "value", key: inner.key, word, from: offset + start + blanks };
};
