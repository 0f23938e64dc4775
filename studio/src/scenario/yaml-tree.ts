/** A scenario's text as nodes with their places, and the way to a field through them. */
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";

/** A key of a map, or the id of a list's item. */
export interface Step {
  readonly kind: "key" | "item";
  readonly name: string;
}

/** "ground.sites.abilene.pue" as steps; `lists` are the fields that hold lists, as "ground.sites". */
export const stepsOf = (path: string, lists: ReadonlySet<string>): readonly Step[] => {
  const steps: Step[] = [];
  let above = "";
  let inList = false;
  for (const name of path.split(".")) {
    steps.push({ kind: inList ? "item" : "key", name });
    above = inList ? `${above}[]` : above === "" ? name : `${above}.${name}`;
    inList = !inList && lists.has(above);
  }
  return steps;
};

/** Without a check for doubled keys, which is quadratic: the model makes its own. */
export const documentOf = (text: string): Document.Parsed => parseDocument(text, { keepSourceTokens: true, uniqueKeys: false, prettyErrors: false });

export const nameOf = (key: unknown): string => (isScalar(key) ? String(key.value) : "");

export const idOf = (item: unknown): string | null => {
  const id: unknown = isMap(item) ? item.get("id") : undefined;
  return typeof id === "string" || typeof id === "number" ? String(id) : null;
};

export const pairOf = (map: YAMLMap, name: string): Pair | undefined => map.items.find(({ key }) => nameOf(key) === name);

export interface Reached {
  /** Map or list that the last step found leads out of; null at the top. */
  readonly above: YAMLMap | YAMLSeq | null;
  /** The pair of the last step, where that is a key. */
  readonly pair: Pair | null;
  /** What stands there; null for nothing. */
  readonly node: Node | null;
  /** Steps that lead on to what is not there. */
  readonly rest: readonly Step[];
}

const isNothing = (node: unknown): boolean => node === null || node === undefined || (isScalar(node) && node.value === null);

/** As far as the way goes. An alias ends it: what it names stands elsewhere. */
export const reach = (document: Document.Parsed, steps: readonly Step[]): Reached => {
  let at: Reached = { above: null, pair: null, node: document.contents, rest: steps };
  while (at.rest.length > 0) {
    const { node, rest: [step, ...rest] } = at;
    if (step!.kind === "key" && isMap(node)) {
      const pair = pairOf(node, step!.name);
      if (pair === undefined) return at;
      at = { above: node, pair, node: isNothing(pair.value) ? null : (pair.value as Node), rest };
    } else if (step!.kind === "item" && isSeq(node)) {
      const item = node.items.find((one) => idOf(one) === step!.name);
      if (item === undefined) return at;
      at = { above: node, pair: null, node: item as Node, rest };
    } else return at;
  }
  return at;
};

/** What a node stands for, aliases followed. */
export const plainOf = (document: Document.Parsed, node: unknown): unknown => {
  const target: unknown = isAlias(node) ? node.resolve(document) : node;
  return target === undefined || target === null ? null : (target as Node).toJS(document, { maxAliasCount: 1000 });
};
