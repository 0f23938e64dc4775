/** A tree in which every section stands, so that what is missing in one is told by its own name. */
import type { FieldRow, Section } from "./field.ts";
import { table } from "./table/index.ts";
import type { MapTree, Member, Tree } from "./tree.ts";

/** The scenario with its absent and empty sections put in as empty maps. */
export const completed = (tree: MapTree): MapTree => completeSection(table, tree);

const completeSection = (section: Section, tree: MapTree): MapTree => {
  const entries = new Map(tree.entries);
  for (const [name, row] of Object.entries(section)) {
    const member = entries.get(name);
    const next = completeMember(row, member, tree);
    if (next && next !== member) entries.set(name, next);
  }
  return { ...tree, entries };
};

const isNothing = (tree: Tree): boolean => tree.kind === "scalar" && tree.value === null;

const completeMember = (row: FieldRow, member: Member | undefined, above: MapTree): Member | undefined => {
  if (row.kind === "list" && member?.value.kind === "list") {
    return { at: member.at, value: { ...member.value, items: member.value.items.map((item) => (item.kind === "map" ? completeSection(row.of, item) : item)) } };
  }
  if (row.kind !== "group") return member;
  if (member?.value.kind === "map") return { at: member.at, value: completeSection(row.of, member.value) };
  if (row.nullable || (member && !isNothing(member.value))) return member;
  const at = member?.at ?? above.at;
  return { at, value: completeSection(row.of, { kind: "map", at, entries: new Map() }) };
};
