/** A scenario's text as read: maps, lists and scalars, each with its place. Keys are kept in a Map, so that no key can reach a prototype. */
import type { Place } from "./problem.ts";

export interface ScalarTree {
  readonly kind: "scalar";
  readonly at: Place;
  readonly value: string | number | boolean | null;
  /** As it stands in the file. */
  readonly text: string;
}
export interface ListTree {
  readonly kind: "list";
  readonly at: Place;
  readonly items: readonly Tree[];
}
export interface Member {
  /** Place of the key. */
  readonly at: Place;
  readonly value: Tree;
}
export interface MapTree {
  readonly kind: "map";
  readonly at: Place;
  readonly entries: ReadonlyMap<string, Member>;
}
export type Tree = MapTree | ListTree | ScalarTree;

/** A way into a tree: keys of maps and indices of lists. */
export type Path = readonly (string | number)[];

/** A record without a prototype. */
export type Plain = Record<string, unknown>;

/** The values of a tree alone. */
export const toPlain = (tree: Tree): unknown => {
  if (tree.kind === "scalar") return tree.value;
  if (tree.kind === "list") return tree.items.map(toPlain);
  const plain = Object.create(null) as Plain;
  for (const [key, member] of tree.entries) plain[key] = toPlain(member.value);
  return plain;
};

const child = (tree: Tree, key: string | number): Member | undefined => {
  if (tree.kind === "map") return tree.entries.get(String(key));
  const item = tree.kind === "list" && typeof key === "number" ? tree.items[key] : undefined;
  return item && { at: item.at, value: item };
};

/** What stands at a path, or undefined. */
export const treeAt = (tree: Tree, path: Path): Tree | undefined => {
  let here: Tree | undefined = tree;
  for (const key of path) here = here && child(here, key)?.value;
  return here;
};

/** Place of the value at a path; where it is missing, of the nearest key above it. */
export const placeAt = (tree: Tree, path: Path): Place => {
  let here: Member = { at: tree.at, value: tree };
  for (const key of path) {
    const next = child(here.value, key);
    if (!next) return here.at;
    here = next;
  }
  return here.value.at;
};

/** Place of the key at a path. */
export const keyPlaceAt = (tree: Tree, path: Path): Place => {
  const above = treeAt(tree, path.slice(0, -1));
  const member = above && child(above, path.at(-1)!);
  return member ? member.at : placeAt(tree, path);
};

/** The text of an item's `id`, if it has one. */
export const idOf = (tree: Tree): string | undefined => {
  const id = tree.kind === "map" ? tree.entries.get("id")?.value : undefined;
  return id?.kind === "scalar" && id.value !== null ? String(id.value) : undefined;
};

/** A path as people write it: "ground.sites.abilene.pue"; an item without an id shows its index. */
export const pathText = (tree: Tree, path: Path): string => {
  let text = "";
  let here: Tree | undefined = tree;
  for (const key of path) {
    here = here && child(here, key)?.value;
    const id: string | undefined = typeof key === "number" && here ? idOf(here) : undefined;
    text += typeof key === "string" ? `${text === "" ? "" : "."}${key}` : id === undefined ? `[${key}]` : `.${id}`;
  }
  return text;
};

/** A scalar's text, or what kind of thing stands there. */
export const treeText = (tree: Tree | undefined): string => {
  if (!tree) return "nothing";
  if (tree.kind === "scalar") return tree.text === "" ? (tree.value === "" ? '""' : "nothing") : tree.text;
  return tree.kind === "list" ? "a list" : "a map";
};
