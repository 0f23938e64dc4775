/** Markup built from elements, so that every text is escaped where it enters. The result is well-formed XML and HTML alike. */
import { plainText } from "./format.ts";

export interface Markup {
  readonly markup: string;
}
export type Child = Markup | string;
export type Attributes = Readonly<Record<string, string | number>>;

const ENTITY: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** Elements that HTML closes by itself. */
const VOID = new Set(["meta", "br", "hr", "link", "input"]);
/** Elements of SVG that hold nothing, written short. */
const EMPTY = new Set(["rect", "line", "path", "circle"]);

export const escapeText = (text: string): string => plainText(text).replace(/[&<>"']/g, (c) => ENTITY[c]!);

const childText = (child: Child): string => (typeof child === "string" ? escapeText(child) : child.markup);

/** One element. Strings among the children are escaped; attribute values always are. */
export const el = (name: string, attributes: Attributes, ...children: readonly Child[]): Markup => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(String(value))}"`).join("");
  if (VOID.has(name) || (EMPTY.has(name) && children.length === 0)) return { markup: `<${name}${written}/>` };
  return { markup: `<${name}${written}>${children.map(childText).join("")}</${name}>` };
};

/** Our own text that must stand as it is: a style sheet. Never for anything that came from outside. */
export const ownMarkup = (markup: string): Markup => ({ markup });

/** Several pieces as one. */
export const together = (...children: readonly Child[]): Markup => ({ markup: children.map(childText).join("") });
