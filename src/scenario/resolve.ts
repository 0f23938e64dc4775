/** A scenario as read, resolved field by field: units in the names, defaults and catalogue figures filled in, files read, every number's origin noted. */
import type { Entry } from "../catalog/index.ts";
import { convertUnit, parseUtc } from "../units/index.ts";
import { withReferences, type Catalogue } from "./catalogue.ts";
import { centralOf } from "./distribution.ts";
import type { Amount, DefaultFigure, FieldRow, ListRow, NumberRow, Profile, ProfileRow, RefRow, Section, SeriesRow } from "./field.ts";
import { SUFFIX, writtenUnit } from "./field.ts";
import { isMap, memberOf } from "./constant.ts";
import { inDollars, type Dollars } from "./dollars.ts";
import { fileColumn, profileOf, seriesOf, type Reach } from "./reach.ts";
import { readLeaf, type LeafRow, type WrittenProfile } from "./leaf.ts";
import { nearest } from "./nearest.ts";
import { SET_PREFIX, shown, type Complaint, type Problem } from "./problem.ts";
import { expectedNumber, showIn, exampleOf } from "./row-text.ts";
import { heldNotes, scheduleFault, scheduleForm, startValue, type Horizon, type Schedule } from "./schedule.ts";
import type { Assumption, Distribution, RandomField } from "./scenario.ts";
import { idOf, keyPlaceAt, pathText, placeAt, treeAt, type Path, type Tree } from "./tree.ts";
import { distributionFault, type WrittenNumber } from "./written.ts";
import type { WholeSeries } from "./series.ts";
import type { WrittenSeries } from "./written-series.ts";

/** What resolving gathers beside the fields. */
export interface Resolving {
  readonly tree: Tree;
  readonly reach: Reach;
  readonly catalogue: Catalogue;
  readonly central: "median" | "mean";
  /** Undefined while the horizon itself is read, and where it is faulty. */
  readonly horizon: Horizon | undefined;
  /** What other money is worth; undefined while the money section itself is read, and where it is faulty. */
  readonly dollars: Dollars | undefined;
  readonly problems: Problem[];
  readonly assumptions: Assumption[];
  readonly random: RandomField[];
  readonly notes: string[];
  readonly entries: Record<string, Entry>;
  /** Figures of entries that a field stands for ("servers/gb200-nvl72.mass"), whether it takes them or overrides them. */
  readonly stoodFor: Set<string>;
}

/** A resolved record; fields that were faulty are missing. */
export type Draft = Readonly<Record<string, unknown>>;

/** Complains of the value at a path (or its key, or what stands above it where it is missing). */
export const complainAt = (r: Pick<Resolving, "tree" | "problems">, path: Path, complaint: Complaint, what: "value" | "key" = "value"): void => {
  const place = what === "key" ? keyPlaceAt(r.tree, path) : placeAt(r.tree, path);
  r.problems.push({ ...place, path: pathText(r.tree, path), ...complaint });
};

/** Key of a resolved field: `altitude` in km becomes `altitude_km`. */
export const resolvedKey = (name: string, row: FieldRow): string =>
  row.kind === "number" || row.kind === "series" ? `${name}${SUFFIX[row.unit]}` : row.kind === "quarter" ? `${name}_quarter` : row.kind === "date" ? `${name}_utc_s` : name;

/** Resolves a section of plain values. Faults that the schema has told already are passed over in silence. */
export const resolveSection = (r: Resolving, section: Section, raw: Readonly<Record<string, unknown>>, path: Path): Draft => {
  const named: Record<string, Entry> = {};
  const rows = Object.entries(section);
  const resolve = ([name, row]: (typeof rows)[number]): readonly [string, unknown] => [name, resolveRow(r, row, memberOf(raw, name), { path: [...path, name], name, named })];
  // Catalogue entries first: other fields take their figures from them.
  const values = new Map([...rows.filter(([, row]) => row.kind === "ref").map(resolve), ...rows.filter(([, row]) => row.kind !== "ref").map(resolve)]);
  const resolved = rows.map(([name, row]) => [resolvedKey(name, row), values.get(name)] as const);
  return Object.fromEntries<unknown>(resolved.filter(([, value]) => value !== undefined));
};

interface Spot {
  readonly path: Path;
  readonly name: string;
  /** Catalogue entries that sibling fields name. */
  readonly named: Record<string, Entry>;
}

const resolveRow = (r: Resolving, row: FieldRow, raw: unknown, spot: Spot): unknown => {
  if (row.kind === "group") return row.nullable && (raw === undefined || raw === null) ? null : resolveSection(r, row.of, isMap(raw) ? raw : {}, spot.path);
  if (row.kind === "list") return resolveList(r, row, raw, spot.path);
  if (row.kind === "ref") return resolveRef(r, row, raw, spot);
  if (row.kind === "number") return resolveNumber(r, row, raw, spot);
  if (row.kind === "profile") return resolveProfile(r, row, raw, spot);
  if (row.kind === "series") return resolveSeries(r, row, raw, spot);
  if (raw === undefined) return row.kind === "date" ? parseUtc(row.fallback ?? "") : row.fallback;
  return silently(raw, row, spot.name);
};

const silently = (raw: unknown, row: LeafRow, name: string): ReturnType<typeof readLeaf> => readLeaf(raw, row, { name, report: () => undefined });

const resolveList = (r: Resolving, row: ListRow, raw: unknown, path: Path): readonly Draft[] | undefined => {
  if (!Array.isArray(raw)) return raw === undefined ? [] : undefined;
  const items = raw.slice(0, row.max);
  const lines = new Map<string, number>();
  items.forEach((_, i) => {
    const item = treeAt(r.tree, [...path, i]);
    const id = item && idOf(item);
    if (!item || id === undefined) return;
    const first = lines.get(id);
    if (first === undefined) lines.set(id, item.at.line);
    else r.problems.push({ ...placeAt(r.tree, [...path, i, "id"]), path: `${pathText(r.tree, path)}[${i}].id`, found: `${shown(id)} a second time`, expected: "an id of its own for each item", hint: `the item in line ${first} has it already; rename one` });
  });
  return items.map((item, i) => resolveSection(r, row.of, isMap(item) ? item : {}, [...path, i]));
};

const resolveRef = (r: Resolving, row: RefRow, raw: unknown, { path, name, named }: Spot): string | null | undefined => {
  const id = raw === undefined ? row.fallback : (silently(raw, row, name) as string | null | undefined);
  if (id === null || id === undefined) return id;
  const entry = r.catalogue.find(row.of, id);
  if (!entry) return complainOfRef(r, row, id, path);
  named[name] = entry;
  Object.assign(r.entries, withReferences(entry, r.catalogue));
  if (raw === undefined) r.notes.push(`${pathText(r.tree, path)} is ${id} by default.`);
  return id;
};

const complainOfRef = (r: Resolving, row: RefRow, id: string, path: Path): undefined => {
  const ids = r.catalogue.ids(row.of);
  const near = nearest(id, ids);
  const some = `${ids.slice(0, 4).join(", ")}${ids.length > 4 ? ", …" : ""}`;
  complainAt(r, path, { found: shown(id), expected: `the id of a catalogue entry of ${row.of} (${some})`, hint: near ? `did you mean "${near}"?` : `\`dawndusk catalog ${row.of}\` lists them` });
};

const resolveNumber = (r: Resolving, row: NumberRow, raw: unknown, spot: Spot): number | Amount | null | undefined => {
  const entry = row.fallback && "catalog" in row.fallback ? spot.named[row.fallback.catalog] : undefined;
  if (entry && row.fallback && "catalog" in row.fallback) r.stoodFor.add(figurePath(entry, row.fallback.figure));
  if (raw === undefined) return numberFallback(r, row, spot);
  const written = silently(raw, row, spot.name) as WrittenNumber | null | undefined;
  return written === null || written === undefined ? written : formed(r, row, written, spot);
};

const figurePath = (entry: Entry, figure: string): string => `${entry.kind}/${entry.id}.${figure}`;

/** The figures of the named entries that stages read for themselves: those that no field stands for. */
export const entryAssumptions = ({ entries, stoodFor }: Pick<Resolving, "entries" | "stoodFor">): readonly Assumption[] =>
  Object.values(entries).flatMap((entry) =>
    Object.entries(entry.figures)
      .map(([name, { value, unit, low, high, source, asOf, evidence }]): Assumption => ({ path: figurePath(entry, name), value, unit, low, high, source, asOf, evidence, origin: "catalog", form: "constant" }))
      .filter(({ path }) => !stoodFor.has(path)),
  );

/** A constant in the shape its row resolves to. */
export const shaped = (row: NumberRow, value: number): number | Amount => (row.varies.includes("time") || row.varies.includes("learning") ? { kind: "constant", value } : value);

const numberFallback = (r: Resolving, row: NumberRow, { path, named, name }: Spot): number | Amount | null | undefined => {
  const { fallback } = row;
  if (fallback === undefined || fallback === null) return fallback;
  const text = pathText(r.tree, path);
  if ("value" in fallback) {
    if (text !== "dawndusk") r.assumptions.push(assumed(text, row, fallback, "default"));
    return shaped(row, fallback.value);
  }
  const entry = named[fallback.catalog];
  if (!entry) return undefined;
  const figure = Object.hasOwn(entry.figures, fallback.figure) ? entry.figures[fallback.figure] : undefined;
  if (!figure) {
    complainAt(r, path, { found: `nothing, and ${entry.kind}/${entry.id} gives no ${fallback.figure}`, expected: expectedNumber(row), hint: `write it: ${name}: ${exampleOf(row)}` });
    return undefined;
  }
  const to = (value: number): number => convertUnit(value, { from: figure.unit, to: writtenUnit(row.unit) });
  const converted: DefaultFigure = { ...figure, value: to(figure.value), low: figure.low === null ? null : to(figure.low), high: figure.high === null ? null : to(figure.high) };
  if (!(converted.value >= row.min && converted.value <= row.max)) {
    complainAt(r, path, { found: `${showIn(converted.value, row)} of ${entry.kind}/${entry.id}`, expected: expectedNumber(row), hint: `the catalogue's figure does not fit; write it: ${name}: ${exampleOf(row)}` });
    return undefined;
  }
  r.assumptions.push(assumed(text, row, converted, "catalog"));
  return shaped(row, converted.value);
};

const assumed = (path: string, row: NumberRow, figure: DefaultFigure, origin: Assumption["origin"]): Assumption => ({
  path, value: figure.value, unit: writtenUnit(row.unit), low: figure.low, high: figure.high, source: figure.source, asOf: figure.asOf, evidence: figure.evidence, origin, form: "constant",
});

const formed = (r: Resolving, row: NumberRow, written: WrittenNumber, { path }: Spot): number | Amount | undefined => {
  const text = pathText(r.tree, path);
  const resolved = resolveForm(r, row, written, path);
  if (!resolved) return undefined;
  const { source, asOf, evidence } = written;
  const told = toDollars(r, row, { written, resolved, path });
  if (told === undefined) return undefined;
  const [low, high] = [written.low, written.high].map((bound) => (bound === null || resolved.value === 0 ? bound : (bound * told.value) / resolved.value));
  const origin = placeAt(r.tree, path).file.startsWith(SET_PREFIX) ? "set" : "scenario";
  if (text !== "dawndusk") r.assumptions.push({ path: text, value: told.value, unit: writtenUnit(row.unit), low: low!, high: high!, source, asOf, evidence, origin, form: resolved.form });
  return told.amount;
};

/** The same in dollars of the price year; as it is where nothing else is written. */
const toDollars = (r: Resolving, row: NumberRow, { written, resolved, path }: { readonly written: WrittenNumber; readonly resolved: Formed; readonly path: Path }): Pick<Formed, "amount" | "value"> | undefined => {
  const { priceYear, currency } = written.dollars;
  if ((priceYear === null && currency === "") || r.dollars === undefined) return resolved;
  if (written.form === "distribution" || written.form === "samples") {
    complainAt(r, path, { found: `a distribution in other money`, expected: "one in dollars of money.priceYear", hint: "convert its parameters, and remove priceYear and currency" });
    return undefined;
  }
  const exchange = inDollars(resolved, { row, written: written.dollars, dollars: r.dollars });
  if (!exchange.ok) complainAt(r, path, exchange.complaint);
  else r.notes.push(`${pathText(r.tree, path)}: ${showIn(resolved.value, row)} ${exchange.words} counts as ${showIn(Number(exchange.value.toPrecision(6)), row)} of ${r.dollars.priceYear}.`);
  return exchange.ok ? exchange : undefined;
};

interface Formed { readonly amount: number | Amount; readonly value: number; readonly form: string }

const resolveForm = (r: Resolving, row: NumberRow, written: WrittenNumber, path: Path): Formed | undefined => {
  switch (written.form) {
    case "constant": return { amount: shaped(row, written.value), value: written.value, form: "constant" };
    case "schedule": return scheduled(r, row, { kind: "schedule", interpolation: written.interpolation, t_s: written.t_s, value: written.value }, path);
    case "learning": return { amount: { kind: "learning", first: written.first, rate_frac: written.rate_frac, reference: written.reference, by: written.by, floor: written.floor }, value: written.first, form: "learning" };
    case "distribution": return randomForm(r, row, written.distribution, path);
    case "file": {
      const column = fileColumn(r, row, written.column, path);
      return column && scheduled(r, row, { kind: "schedule", interpolation: written.interpolation, t_s: column.t_s, value: column.value }, path);
    }
    case "samples": {
      const column = fileColumn(r, row, written.column, path);
      const distribution: Distribution | undefined = column && { distribution: "empirical", samples: column.value };
      const complaint = distribution && distributionFault(distribution, row);
      if (complaint) complainAt(r, path, complaint);
      return distribution && !complaint ? randomForm(r, row, distribution, path) : undefined;
    }
  }
};

const scheduled = (r: Resolving, row: NumberRow, schedule: Schedule, path: Path): Formed | undefined => {
  const complaint = r.horizon && scheduleFault(schedule, String(path.at(-1)), r.horizon);
  if (complaint) {
    complainAt(r, path, complaint);
    return undefined;
  }
  if (r.horizon) r.notes.push(...heldNotes(schedule, row, r.horizon).map((note) => `${pathText(r.tree, path)} ${note}`));
  return { amount: schedule, value: startValue(schedule, row, r.horizon), form: scheduleForm(schedule) };
};

/** A whole number takes the median, whatever `uncertainty.central` says: a mean of whole numbers need not be one. */
const randomForm = (r: Resolving, row: NumberRow, distribution: Distribution, path: Path): Formed => {
  const median = centralOf(distribution, "median");
  const value = !row.whole ? centralOf(distribution, r.central) : Number.isInteger(median) ? median : Math.floor(median);
  const shownValue = row.whole ? value : Number(value.toPrecision(4));
  r.notes.push(`${pathText(r.tree, path)}: ${row.whole ? "median" : r.central} ${showIn(shownValue, row)} of its ${distribution.distribution} distribution.`);
  r.random.push({ path: pathText(r.tree, path), unit: writtenUnit(row.unit), distribution });
  return { amount: shaped(row, value), value, form: distribution.distribution };
};

const resolveProfile = (r: Resolving, row: ProfileRow, raw: unknown, { path, name }: Spot): Profile | undefined => {
  const written = raw === undefined ? null : (silently(raw, row, name) as WrittenProfile | null | undefined);
  return written === undefined ? undefined : profileOf(r, row, written, path);
};

/** All that the files hold: which year of it is flown is known when every series of the site is read (`withFlownYears`). */
const resolveSeries = (r: Resolving, row: SeriesRow, raw: unknown, { path, name }: Spot): WholeSeries | null | undefined => {
  const written = raw === undefined ? null : (silently(raw, row, name) as WrittenSeries | null | undefined);
  return written === null || written === undefined ? written : seriesOf(r, row, written, path);
};
