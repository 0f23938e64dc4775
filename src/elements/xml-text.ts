/**
 * The part of XML that data messages use: elements, attributes, text, CDATA, comments, the five named characters and numbered ones.
 *
 * A document type is refused, so that no entity is ever declared, expanded or fetched. Depth and size are limited.
 */

export type XmlElement = {
  /** Without the namespace's prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text directly within it. */
  readonly text: string;
  readonly line: number;
};

const DEPTH_MAX = 32;
const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;

type Open = { name: string; attributes: ReadonlyMap<string, string>; children: XmlElement[]; text: string; line: number };

/** The root element; throws SyntaxError with the line where the text is not well formed or holds what is not read. */
export function parseXml(source: string): XmlElement {
  const text = source.replace(/^\uFEFF/, "");
  const token = new RegExp(TOKEN);
  const top: Open = { name: "", attributes: new Map(), children: [], text: "", line: 1 };
  const stack: Open[] = [top];
  let line = 1;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (match === null) throw new SyntaxError(`line ${line}: not well-formed XML, or a declaration, which is not read here`);
    const [whole, cdata, closed, opened, attributes, empty, plain] = match;
    const here = stack.at(-1)!;
    if (plain !== undefined) here.text += unescaped(plain, line);
    else if (cdata !== undefined) here.text += cdata;
    else if (closed !== undefined) close(stack, local(closed), line);
    else if (opened !== undefined) {
      if (stack.length > DEPTH_MAX) throw new SyntaxError(`line ${line}: elements nest deeper than ${DEPTH_MAX}`);
      const element: Open = { name: local(opened), attributes: attributesOf(attributes!, line), children: [], text: "", line };
      here.children.push(element);
      if (empty !== "/") stack.push(element);
    }
    line += breaksIn(whole);
  }
  if (stack.length > 1) throw new SyntaxError(`line ${line}: <${stack.at(-1)!.name}> is not closed`);
  if (top.children.length !== 1 || top.text.trim() !== "") throw new SyntaxError("a document has one root element and no text beside it");
  return top.children[0]!;
}

function close(stack: Open[], name: string, line: number): void {
  const last = stack.length > 1 ? stack.pop() : undefined;
  if (last?.name !== name) throw new SyntaxError(`line ${line}: </${name}> closes ${last ? `<${last.name}>` : "nothing"}`);
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

const attributesOf = (text: string, line: number): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [name!, unescaped(double ?? single!, line)]));

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Replaces character references, once: what they spell is not read again. */
function unescaped(text: string, line: number): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+)|);?/g, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ?? (hex === undefined ? undefined : String(Number.parseInt(hex, 16)));
    const character = code === undefined ? NAMED[name ?? ""] : Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : undefined;
    if (character === undefined || !whole.endsWith(";")) throw new SyntaxError(`line ${line}: ${whole} stands for no character`);
    return character;
  });
}
