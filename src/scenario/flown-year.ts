/**
 * The calendar year of the series by the hour: which one, where it begins, and what becomes of the means that the hours stand for.
 *
 *   1. year: the series' own `year`; else `simulate.year`; else that of `simulate.start` where every series of the site holds it; else
 *      the only one that all hold. Several, or none, are refused: nobody chooses a year by silence.
 *   2. begin: 00:00 UTC of the year's first day, or, where the files are years of local time, the instant at which one of them begins
 *      (within 14 h of it); the same for all series of a site, so that their hours meet
 *   3. value of an hour = mean of the file's steps in it
 *   4. mean price, carbon or power of the site or class = mean of its hours; relative shape = hours / mean
 *
 * An own year of 366 days in a flown one of 365 lacks its 29 February; the reverse is refused. Weekdays of different years do not meet.
 */
import { formatUtc, HOUR_S } from "../units/index.ts";
import { writtenUnit, type Amount, type FieldRow, type Profile, type Section, type Series, type SeriesRow } from "./field.ts";
import type { Problem } from "./problem.ts";
import { complainAt, resolvedKey, type Draft, type Resolving } from "./resolve.ts";
import { showIn } from "./row-text.ts";
import type { WholeSeries } from "./series.ts";
import { table } from "./table/index.ts";
import { pathText, treeAt, type Path } from "./tree.ts";

const MOST_ZONE_S = 14 * HOUR_S;
/** Hours before 29 February. */
const LEAP_DAY_H = 59 * 24;

interface Owned {
  readonly row: SeriesRow;
  readonly path: Path;
  readonly whole: WholeSeries;
}

interface Flown {
  /** That the hours stand for. */
  readonly year: number;
  /** From 00:00 UTC of the year to its first hour. */
  readonly begin_s: number;
}

const newYear_s = (year: number): number => Date.UTC(year, 0, 1) / 1000;
const hoursOf = (year: number): number => (newYear_s(year + 1) - newYear_s(year)) / HOUR_S;
const instant = (t_s: number): string => formatUtc(t_s).replace(":00Z", "Z");

/** The fields with series cut to the flown year; what is wrong is told, and faulty series are null. */
export const withFlownYears = (r: Resolving, fields: Draft): Draft => {
  const simulate = fields["simulate"] as Draft | undefined;
  const wanted: Wanted = { year: (simulate?.["year"] ?? null) as number | null, start_utc_s: simulate?.["start_utc_s"] as number | undefined };
  const ground = fields["ground"] as Draft | undefined;
  const demand = fields["demand"] as Draft | undefined;
  return {
    ...fields,
    ...(ground && { ground: { ...ground, sites: each(ground["sites"], (site, i) => flownSite(r, site, { path: ["ground", "sites", i], wanted })) } }),
    ...(demand && { demand: { ...demand, classes: each(demand["classes"], (one, i) => flownClass(r, one, { path: ["demand", "classes", i], wanted })) } }),
  };
};

interface Wanted {
  readonly year: number | null;
  readonly start_utc_s: number | undefined;
}
interface Owner {
  readonly path: Path;
  readonly wanted: Wanted;
}

const each = (items: unknown, change: (item: Draft, index: number) => Draft): unknown => (Array.isArray(items) ? (items as Draft[]).map(change) : items);

const flownSite = (r: Resolving, site: Draft, owner: Owner): Draft => {
  const cut = withCut(r, table.ground.of.sites.of, site, owner);
  const price = cut["hourlyPrice_usd_per_MWh"] as Series | null | undefined;
  const carbon = cut["hourlyCarbon_g_per_kWh"] as Series | null | undefined;
  if (price) plausible(r, [...owner.path, "hourlyPrice"], meanOf(price));
  return {
    ...cut,
    ...(price && stands(r, owner.path, { series: price, field: "hourlyPrice", mean: "powerPrice", unit: "$/MWh", shape: "priceShape" })),
    ...(carbon && stands(r, owner.path, { series: carbon, field: "hourlyCarbon", mean: "carbon", unit: "g/kWh", shape: null })),
  };
};

/**
 * Means of a year, $/MWh: the dearest of markets were some 300 (Europe, 2022; ERCOT's 2021 with its storm 146), and the cheapest above 5 (Nordic
 * areas, 2020). Beyond the dearest a note asks; what is far beyond either is a price in another unit.
 */
const MEAN_PRICE = { least: 1, dear: 300, most: 2000 } as const;

const plausible = (r: Resolving, path: Path, mean: number): void => {
  const found = `a mean of ${Number(mean.toPrecision(6))} $/MWh over the year`;
  if (mean > MEAN_PRICE.most) complainAt(r, path, { found, expected: `at most ${MEAN_PRICE.most} $/MWh`, hint: "is `unit:` that of the column? Prices of 20 to 200 are dollars a megawatt-hour, of 0.02 to 0.2 a kilowatt-hour" });
  else if (mean > 0 && mean < MEAN_PRICE.least) complainAt(r, path, { found, expected: `at least ${MEAN_PRICE.least} $/MWh, or none at all`, hint: "is `unit:` that of the column? Prices of 0.02 to 0.2 are dollars a kilowatt-hour: write unit: $/kWh" });
  else if (mean > MEAN_PRICE.dear) r.notes.push(`${pathText(r.tree, path)}: ${found}, above any market's yet: is the unit that of the column?`);
};

const flownClass = (r: Resolving, one: Draft, owner: Owner): Draft => {
  const cut = withCut(r, table.demand.of.classes.of, one, owner);
  const power = cut["hourlyPower_MW"] as Series | null | undefined;
  return { ...cut, ...(power && stands(r, owner.path, { series: power, field: "hourlyPower", mean: "power", unit: "MW", shape: "shape" })) };
};

interface Standing {
  readonly series: Series;
  readonly field: string;
  /** Field that becomes its mean, and the one that becomes its relative hours. */
  readonly mean: string;
  readonly unit: "$/MWh" | "g/kWh" | "MW";
  readonly shape: string | null;
}

/** The mean and the shape that a series of absolute hours stands for. */
const stands = (r: Resolving, path: Path, { series, field, mean: name, unit, shape }: Standing): Draft => {
  const mean = meanOf(series);
  const text = pathText(r.tree, [...path, name]);
  for (const other of shape === null ? [name] : [name, shape]) {
    if (treeAt(r.tree, [...path, other])) r.notes.push(`${pathText(r.tree, path)}: ${field} is taken, ${other} is not used.`);
  }
  const at = r.assumptions.findIndex((one) => one.path === text);
  const assumption = { path: text, value: mean, unit, low: null, high: null, source: series.source, asOf: String(series.year), evidence: null, origin: "scenario", form: `mean of ${field}, ${series.value.length} h of ${series.year}` } as const;
  if (at < 0) r.assumptions.push(assumption);
  else r.assumptions[at] = assumption;
  const drawn = r.random.findIndex((one) => one.path === text);
  if (drawn >= 0) r.random.splice(drawn, 1);
  const amount: Amount = { kind: "constant", value: mean };
  const key = resolvedKey(name, rowOf(path, name));
  return { [key]: amount, ...(shape !== null && mean > 0 && { [shape]: shapeOf(series, mean) }) };
};

const rowOf = (path: Path, name: string): FieldRow => {
  const section: Section = path[0] === "ground" ? table.ground.of.sites.of : table.demand.of.classes.of;
  return section[name]!;
};

const shapeOf = ({ start_utc_s, step_s, value, source }: Series, mean: number): Profile => ({ start_utc_s, step_s, value: value.map((v) => v / mean), source });

const meanOf = ({ value }: Pick<Series, "value">): number => value.reduce((sum, v) => sum + v, 0) / value.length;

/** An owner's record with its series cut to one year. */
const withCut = (r: Resolving, section: Section, record: Draft, owner: Owner): Draft => {
  const owned = ownedIn(section, record, owner.path);
  if (owned.length === 0) return record;
  const flown = flownOf(r, owned, owner);
  const cut = new Map(owned.map((one) => [pathText(r.tree, one.path), flown && seriesOf(r, one, flown)]));
  return placed(section, record, (path) => cut.get(pathText(r.tree, path)) ?? null, owner.path);
};

const ownedIn = (section: Section, record: Draft, path: Path): readonly Owned[] =>
  Object.entries(section).flatMap(([name, row]): readonly Owned[] => {
    const value = record[resolvedKey(name, row)];
    if (value === undefined || value === null) return [];
    if (row.kind === "series") return [{ row, path: [...path, name], whole: value as WholeSeries }];
    return row.kind === "group" ? ownedIn(row.of, value as Draft, [...path, name]) : [];
  });

const placed = (section: Section, record: Draft, at: (path: Path) => Series | null, path: Path): Draft =>
  Object.fromEntries(
    Object.entries(section).flatMap(([name, row]): readonly (readonly [string, unknown])[] => {
      const key = resolvedKey(name, row);
      const value = record[key];
      if (value === undefined) return [];
      if (row.kind === "series") return [[key, value === null ? null : at([...path, name])]];
      return [[key, row.kind === "group" && value !== null ? placed(row.of, value as Draft, at, [...path, name]) : value]];
    }),
  );

/** The year and its begin, or undefined after complaints. */
const flownOf = (r: Resolving, owned: readonly Owned[], { path, wanted }: Owner): Flown | undefined => {
  const begins = beginsOf(owned);
  const free = owned.filter(({ whole }) => whole.written.year === null);
  const holding = (year: number): number | undefined => begins.find((begin_s) => owned.every(({ whole }) => holds(whole, { year: whole.written.year ?? year, begin_s })));
  const told = wanted.year ?? (free.length === 0 ? sameYear(owned) : null);
  const started = wanted.start_utc_s === undefined ? undefined : new Date(wanted.start_utc_s * 1000).getUTCFullYear();
  const years = told !== null ? [told] : started !== undefined && holding(started) !== undefined ? [started] : yearsOf(owned).filter((year) => holding(year) !== undefined);
  const [year] = years;
  const begin_s = year === undefined ? undefined : holding(year);
  if (years.length > 1) {
    complainAt(r, owned[0]!.path, { found: `hours of ${years.join(", ")}`, expected: "one year to be flown", hint: `name it: simulate: {year: ${years.at(-1)!}}` });
  } else if (year === undefined || begin_s === undefined) {
    for (const one of owned) r.problems.push(...lackOf(one, told ?? started ?? yearsOf([one])[0]!));
    if (!owned.some((one) => lackOf(one, told ?? started ?? yearsOf([one])[0]!).length > 0)) complainAt(r, owned[0]!.path, { found: "series of years that begin at different instants", expected: `all hours of one year in every series of ${pathText(r.tree, path)}`, hint: "add the file of the year before or behind, so that all hold the same 8760 hours" });
  } else {
    if (told === null && year !== started) r.notes.push(`${pathText(r.tree, path)}: hours of ${year}, the only year that its series hold, stand for every year.`);
    if (begin_s !== 0) r.notes.push(`${pathText(r.tree, path)}: the year ${year} is flown from ${instant(newYear_s(year) + begin_s)}, where its files begin.`);
    return { year, begin_s };
  }
  return undefined;
};

const sameYear = (owned: readonly Owned[]): number | null => (new Set(owned.map(({ whole }) => whole.written.year)).size === 1 ? owned[0]!.whole.written.year : null);

/** Years of which a series holds any part of 12 h or more. */
const yearsOf = (owned: readonly Owned[]): readonly number[] => {
  const years = new Set<number>();
  for (const { whole } of owned) {
    const end_s = whole.start_utc_s + whole.value.length * whole.step_s;
    for (let year = new Date((whole.start_utc_s + MOST_ZONE_S) * 1000).getUTCFullYear(); newYear_s(year) < end_s - MOST_ZONE_S; year++) years.add(year);
  }
  return [...years].sort((a, b) => a - b);
};

/** 00:00 UTC, and where files begin beside it. */
const beginsOf = (owned: readonly Owned[]): readonly number[] => {
  const offsets = owned.map(({ whole }) => whole.start_utc_s - newYear_s(new Date((whole.start_utc_s + MOST_ZONE_S) * 1000).getUTCFullYear()));
  return [...new Set([0, ...offsets.filter((offset_s) => Math.abs(offset_s) <= MOST_ZONE_S)])];
};

const holds = ({ start_utc_s, step_s, value }: WholeSeries, { year, begin_s }: Flown): boolean => {
  const from_s = newYear_s(year) + begin_s;
  return Number.isInteger((from_s - start_utc_s) / step_s) && from_s >= start_utc_s && from_s + hoursOf(year) * HOUR_S <= start_utc_s + value.length * step_s;
};

/** What a series lacks of a year, at the row before or behind which it is missing. */
const lackOf = ({ whole, path, row }: Owned, wanted: number): readonly Problem[] => {
  const year = whole.written.year ?? wanted;
  const [from_s, to_s] = [newYear_s(year), newYear_s(year + 1)];
  const end_s = whole.start_utc_s + whole.value.length * whole.step_s;
  const hours = (a_s: number, b_s: number): number => Number(((b_s - a_s) / HOUR_S).toPrecision(6));
  const expected = `all ${hoursOf(year)} hours of ${year}`;
  if (beginsOf([{ whole, path, row }]).some((begin_s) => holds(whole, { year, begin_s }))) return [];
  if (end_s <= from_s || whole.start_utc_s >= to_s) return [{ ...whole.first, found: `times from ${instant(whole.start_utc_s)} to ${instant(end_s)}`, expected, hint: "add the file of that year, or name one that it holds: simulate: {year: …}, or `year:` beside `file:` for this series alone" }];
  if (whole.start_utc_s > from_s) return [{ ...whole.first, found: `a first hour at ${instant(whole.start_utc_s)}: ${hours(from_s, whole.start_utc_s)} h of ${year} are missing before it`, expected, hint: "add the hours, or the file that holds them: file: [before.csv, this.csv]" }];
  if (end_s < to_s) return [{ ...whole.last, found: `an end at ${instant(end_s)}: ${hours(end_s, to_s)} h of ${year} are missing behind it`, expected, hint: "add the hours, or the file that holds them: file: [this.csv, next.csv]" }];
  return [{ ...whole.first, found: `steps of ${whole.step_s} s that do not begin on an hour of UTC`, expected: "steps that do", hint: "bring the file to whole hours of UTC" }];
};

/** The hours of the flown year, with word of what was done to them. */
const seriesOf = (r: Resolving, { row, path, whole }: Owned, flown: Flown): Series | null => {
  const year = whole.written.year ?? flown.year;
  const [own, wanted] = [hoursOf(year), hoursOf(flown.year)];
  if (own < wanted) {
    complainAt(r, path, { found: `${own} hours of ${year}`, expected: `${wanted} hours, as ${flown.year} has`, hint: `take a year with a 29 February for it, or fly one without: simulate: {year: ${flown.year - 1}}` });
    return null;
  }
  const text = pathText(r.tree, path);
  const per = HOUR_S / whole.step_s;
  const first = Math.round((newYear_s(year) + flown.begin_s - whole.start_utc_s) / whole.step_s);
  const all = Array.from({ length: own }, (_, hour) => whole.value.slice(first + hour * per, first + (hour + 1) * per).reduce((sum, v) => sum + v, 0) / per);
  const value = own > wanted ? all.toSpliced(LEAP_DAY_H, own - wanted) : all;
  const filled = whole.interpolated.filter((i) => i >= first && i < first + own * per);
  const hours = new Set(filled.map((i) => Math.floor((i - first) / per)));
  if (hours.size > 0) r.notes.push(`${text}: ${hours.size} of ${own} hours stand in no file and lie on straight lines, gaps of at most ${whole.written.gap_h} h: ${[...hours].slice(0, 5).map((hour) => instant(newYear_s(year) + flown.begin_s + hour * HOUR_S)).join(", ")}${hours.size > 5 ? ", …" : ""}.`);
  if (own > wanted) r.notes.push(`${text}: 29 February ${year} is left out, for ${flown.year} has none.`);
  const series: Series = { start_utc_s: newYear_s(flown.year) + flown.begin_s, step_s: HOUR_S, value, year, interpolated: hours.size, source: whole.written.source === "" ? `${whole.written.columns.map(({ file }) => file).join(", ")}, column ${whole.written.columns[0]!.column}` : whole.written.source };
  assume(r, text, { row, series, whole });
  return series;
};

const assume = (r: Resolving, path: string, { row, series, whole: { written } }: { readonly row: SeriesRow; readonly series: Series; readonly whole: WholeSeries }): void => {
  let [low, high] = [Infinity, -Infinity];
  for (const v of series.value) [low, high] = [Math.min(low, v), Math.max(high, v)];
  const show = (v: number): string => showIn(Number(v.toPrecision(6)), row);
  r.assumptions.push({ path, value: meanOf(series), unit: writtenUnit(row.unit), low: null, high: null, source: series.source, asOf: written.asOf === "" ? String(series.year) : written.asOf, evidence: written.evidence, origin: "scenario", form: `series, ${series.value.length} h of ${series.year}, ${show(low)} to ${show(high)}` });
};
