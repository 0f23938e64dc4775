/** One scenario laid over another: sections by key, list items by id, everything else replaced whole. */
import type { FieldRow, ListRow, Section } from "./field.ts";
import { idOf, type ListTree, type MapTree, type Member, type Tree } from "./tree.ts";

/** `over` laid over `base`, by the rows of a section. */
export const mergeTrees = (section: Section, base: MapTree, over: MapTree): MapTree => {
  const entries = new Map(base.entries);
  for (const [key, member] of over.entries) {
    const row = Object.hasOwn(section, key) ? section[key] : undefined;
    const below = base.entries.get(key);
    entries.set(key, below && row ? mergeMembers(row, below, member) : member);
  }
  return { kind: "map", at: over.at, entries };
};

const mergeMembers = (row: FieldRow, base: Member, over: Member): Member => {
  if (row.kind === "group" && base.value.kind === "map") {
    if (over.value.kind === "map") return { at: over.at, value: mergeTrees(row.of, base.value, over.value) };
    return isNothing(over.value) && !row.nullable ? base : over;
  }
  if (row.kind === "list" && base.value.kind === "list" && over.value.kind === "list") return { at: over.at, value: mergeLists(row, base.value, over.value) };
  return over;
};

const isNothing = (tree: Tree): boolean => tree.kind === "scalar" && tree.value === null;

/** Items of one id are merged, new ones follow. An empty list empties. */
const mergeLists = (row: ListRow, base: ListTree, over: ListTree): ListTree => {
  if (over.items.length === 0) return over;
  const left = [...over.items];
  const merged = base.items.map((item) => {
    const id = idOf(item);
    const index = left.findIndex((other) => id !== undefined && idOf(other) === id);
    if (index < 0) return item;
    const [other] = left.splice(index, 1);
    return item.kind === "map" && other!.kind === "map" ? mergeTrees(row.of, item, other!) : other!;
  });
  return { kind: "list", at: over.at, items: [...merged, ...left] };
};
