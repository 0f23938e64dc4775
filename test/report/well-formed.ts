/** A small reader of well-formed markup (XML 1.0 without declarations, entities of XML only), independent of what wrote it. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Node | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

const unescaped = (text: string): string =>
  text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const known = ENTITIES[name];
    if (known === undefined || !whole.endsWith(";")) throw new Error(`"${whole}" is not an entity`);
    return known;
  });

const attributesOf = (text: string): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {};
  const rest = text.replace(/\s+([A-Za-z][\w:-]*)="([^"<]*)"/g, (_, name: string, value: string) => {
    if (name in found) throw new Error(`attribute "${name}" stands twice`);
    found[name] = unescaped(value);
    return "";
  });
  if (rest.trim() !== "") throw new Error(`"${rest}" is not an attribute`);
  return found;
};

/** Reads one element with all inside it. Throws on a stray "<", an unknown entity or a tag out of order. */
export const readMarkup = (markup: string): Node => {
  const root: { name: string; attributes: Readonly<Record<string, string>>; children: (Node | string)[] } = { name: "", attributes: {}, children: [] };
  const open = [root];
  const tag = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[A-Za-z][\w:-]*="[^"]*")*)\s*(\/?)>|([^<]+)|(<)/y;
  for (let match = tag.exec(markup); match; match = tag.exec(markup)) {
    const [, closing, name, attributes, short, text, stray] = match;
    const top = open.at(-1)!;
    if (stray !== undefined) throw new Error(`stray "<" at ${match.index}: ${markup.slice(match.index, match.index + 40)}`);
    if (text !== undefined) top.children.push(unescaped(text));
    else if (closing === "/") {
      if (top.name !== name) throw new Error(`</${name}> closes <${top.name}>`);
      open.pop();
    } else {
      const node = { name: name!, attributes: attributesOf(attributes!), children: [] };
      top.children.push(node);
      if (short !== "/") open.push(node);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  const elements = root.children.filter((child) => typeof child !== "string");
  if (elements.length !== 1) throw new Error(`${elements.length} elements at the top`);
  return elements[0]!;
};

/** Every element below (and with) this one, in order of the text. */
export const allNodes = (node: Node): readonly Node[] => [node, ...node.children.flatMap((child) => (typeof child === "string" ? [] : allNodes(child)))];
export const named = (node: Node, name: string): readonly Node[] => allNodes(node).filter((n) => n.name === name);
export const textOf = (node: Node): string => node.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
