/** Two texts field by field: what is written in one and not, or otherwise, in the other. */
import { isAlias, isMap, isSeq, stringify, type Document, type Node } from "yaml";
import { removeAt, setAt } from "./yaml-edit.ts";
import { documentOf, idOf, nameOf, plainOf, type Step } from "./yaml-tree.ts";

export interface Field {
  readonly steps: readonly Step[];
  /** As one line of YAML. */
  readonly written: string;
  readonly plain: string;
}

export interface Difference {
  readonly path: string;
  readonly steps: readonly Step[];
  /** Null where it is not written. */
  readonly before: string | null;
  readonly now: string | null;
}

/** Maps that are one value. */
const FORMS = ["value", "schedule", "learning", "distribution", "file", "hourly", "weekly"];

const pathText = (steps: readonly Step[]): string => steps.map(({ name }) => name).join(".");

/** Fields of a text in its order; null where it cannot be read. */
export const fieldsOf = (text: string): ReadonlyMap<string, Field> | null => {
  const document = documentOf(text);
  if (document.errors.length > 0) return null;
  return new Map(gather(document, document.contents, { steps: [], text }).map((field) => [pathText(field.steps), field]));
};

const gather = (document: Document.Parsed, node: unknown, { steps, text }: { readonly steps: readonly Step[]; readonly text: string }): readonly Field[] => {
  const here: unknown = isAlias(node) ? node.resolve(document) : node;
  if (isMap(here) && here.items.length > 0 && !here.items.some(({ key }) => FORMS.includes(nameOf(key)))) {
    return here.items.flatMap(({ key, value }) => gather(document, value, { steps: [...steps, { kind: "key", name: nameOf(key) }], text }));
  }
  if (isSeq(here) && here.items.length > 0 && here.items.every((item) => idOf(item) !== null)) {
    return here.items.flatMap((item) => gather(document, item, { steps: [...steps, { kind: "item", name: idOf(item)! }], text }));
  }
  const plain = plainOf(document, here);
  return steps.length === 0 ? [] : [{ steps, plain: JSON.stringify(plain), written: oneLine(here, { plain, text }) }];
};

const oneLine = (node: unknown, { plain, text }: { readonly plain: unknown; readonly text: string }): string => {
  const range = (node as Node | null)?.range;
  const own = range === undefined || range === null ? "" : text.slice(range[0], range[1]).trim();
  return own !== "" && !own.includes("\n") && !own.includes("*") ? own : stringify(plain, { collectionStyle: "flow", lineWidth: 0 }).trim();
};

/** In the order of the text now, then what is no longer there; null where one of the two cannot be read. */
export const differencesOf = (preset: string, text: string): readonly Difference[] | null => {
  const [before, now] = [fieldsOf(preset), fieldsOf(text)];
  if (before === null || now === null) return null;
  const changed = [...now].flatMap(([path, { steps, plain, written }]): readonly Difference[] => {
    const was = before.get(path);
    return was?.plain === plain ? [] : [{ path, steps, before: was === undefined ? null : was.written, now: written }];
  });
  const gone = [...before].filter(([path]) => !now.has(path)).map(([path, { steps, written }]): Difference => ({ path, steps, before: written, now: null }));
  return [...changed, ...gone];
};

/** The text with one field as the preset has it; null where that cannot be written. */
export const reverted = (text: string, { steps, before }: Difference): string | null => (before === null ? removeAt(text, steps) : setAt(text, steps, before));
