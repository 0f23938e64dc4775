/** `--set path=value`: one field of a scenario put in another's place; list items are addressed by id. */
import type { FieldRow, ListRow, Section } from "./field.ts";
import { nearest } from "./nearest.ts";
import { SET_PREFIX, shown, type Complaint, type Place, type Problem } from "./problem.ts";
import { table } from "./table/index.ts";
import { idOf, type ListTree, type MapTree, type Tree } from "./tree.ts";
import { readText } from "./yaml.ts";

export interface Overridden {
  readonly tree: MapTree;
  readonly problems: readonly Problem[];
}

interface Setting {
  readonly at: Place;
  readonly path: string;
  readonly value: Tree;
  readonly problems: Problem[];
}

/** Applies "orbit.altitude=550 km" and the like, in order. */
export const override = (tree: MapTree, settings: readonly string[]): Overridden =>
  settings.reduce<Overridden>((done, argument) => {
    const next = overrideOne(done.tree, argument);
    return { tree: next.tree, problems: [...done.problems, ...next.problems] };
  }, { tree, problems: [] });

const overrideOne = (tree: MapTree, argument: string): Overridden => {
  const equals = argument.indexOf("=");
  const path = argument.slice(0, Math.max(0, equals)).trim();
  const at: Place = { file: SET_PREFIX + shown(argument, 120), line: 1, column: 1 };
  const problems: Problem[] = [];
  if (equals < 0 || path === "") return { tree, problems: [{ ...at, path: "", found: shown(argument), expected: "path=value", hint: "for example --set orbit.altitude='550 km'" }] };
  const value = readValue(argument.slice(equals + 1), at, problems);
  if (problems.length > 0) return { tree, problems };
  const changed = setIn(table, tree, path.split("."), { at, path, value, problems });
  return { tree: changed, problems };
};

const readValue = (text: string, at: Place, problems: Problem[]): Tree => {
  const nothing: Tree = { kind: "scalar", at, value: null, text: "" };
  if (text.trim() === "") return nothing;
  const read = readText(text, at.file);
  problems.push(...read.problems);
  return read.tree ?? nothing;
};

const complain = (setting: Setting, complaint: Complaint): void => {
  setting.problems.push({ ...setting.at, path: setting.path, ...complaint });
};

const setIn = (section: Section, tree: MapTree, [name, ...rest]: readonly string[], setting: Setting): MapTree => {
  const row: FieldRow | undefined = Object.hasOwn(section, name!) ? section[name!] : undefined;
  const here = tree.entries.get(name!)?.value;
  const put = (value: Tree): MapTree => ({ ...tree, entries: new Map([...tree.entries, [name!, { at: setting.at, value }]]) });
  // An unknown key is put in, so that the schema complains of it as of any other.
  if (!row || rest.length === 0) return put(setting.value);
  if (row.kind === "group") return put(setIn(row.of, here?.kind === "map" ? here : { kind: "map", at: setting.at, entries: new Map() }, rest, setting));
  if (row.kind === "list") {
    const items = setItem(row, here?.kind === "list" ? here : undefined, rest, setting);
    return items ? put(items) : tree;
  }
  complain(setting, { found: setting.path, expected: `a path that ends at \`${name!}\``, hint: "to write a schedule or a distribution, set the whole field: path={distribution: uniform, low: ..., high: ...}" });
  return tree;
};

const setItem = (row: ListRow, list: ListTree | undefined, [id, ...rest]: readonly string[], setting: Setting): ListTree | undefined => {
  const ids = (list?.items ?? []).map(idOf).filter((known) => known !== undefined);
  const index = (list?.items ?? []).findIndex((item) => idOf(item) === id);
  const item = list?.items[index];
  if (!list || item?.kind !== "map") {
    const near = nearest(id!, ids);
    complain(setting, { found: `no item "${shown(id!)}"`, expected: ids.length === 0 ? "the id of an item; the list is empty" : `one of ${ids.join(", ")}`, hint: near ? `did you mean "${near}"?` : "items of a list are addressed by their id" });
    return undefined;
  }
  if (rest.length === 0) {
    complain(setting, { found: setting.path, expected: `a field of the item, such as ${setting.path}.${Object.keys(row.of)[1] ?? "id"}`, hint: "an item is changed field by field" });
    return undefined;
  }
  return { ...list, items: list.items.map((other, i) => (i === index ? setIn(row.of, item, rest, setting) : other)) };
};
