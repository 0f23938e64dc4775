/**
 * What is written off, for the books and for tax (finance/statement/written-off), from the vintages of what is bought.
 *
 *   books: straight over the quarters served;  MACRS: the year's share over the quarters of its calendar year;  39 years: 156 quarters
 *   what is lost on the way at once; what is left when the plan ends in its last quarter
 */
import type { Grid, Line } from "./grid.ts";
import type { General } from "./general-inputs.ts";
import { listOf, type List } from "./list.ts";
import { formula, given, text } from "./model.ts";
import type { BookSource } from "./source.ts";

/** Columns of the list of vintages. */
const [CLASS, PAID, SHARE, AT, SERVES, ARRIVES, COST, KEPT, LOST] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Below the title and the names of columns. */
const FIRST_ROW = 3;

export interface Vintages {
  readonly list: List;
  readonly rangeOf: (column: "class" | "at" | "serves" | "cost" | "kept" | "lost") => string;
  readonly isEmpty: boolean;
}

/** A row for each part of what is paid for a flow in a quarter. */
export const vintagesSheet = ({ flows: { flows, quarters }, statement, terms }: BookSource, cost: readonly Line[]): Vintages => {
  const lead = quarters[0]! - statement.quarters[0]!;
  const list = listOf("vintages", { title: "What is bought, when it serves and for how long: decisions of the plan. Places are those of the sheets by quarter.", columns: ["part", "tax class", "place paid", "share", "place in service", "quarters served", "share arriving", "cost $", "kept $", "lost $"], widths: [40, 12, 11, 11, 15, 15, 14, 18, 18, 18] });
  const rows = flows.flatMap((flow, i) => flow.vintages.map((one) => ({ flow, one, i })));
  rows.forEach(({ flow, one, i }, k) => {
    const cell = (column: number): string => list.at(column, FIRST_ROW + k);
    const number = (value: number): ReturnType<typeof given> => given(value, { of: `vintage of ${flow.id}` });
    list.row([
      text(flow.id), text(terms[i]!.taxClass), number(lead + one.paid), number(one.share), number(lead + one.at), number(one.serves), number(flow.arrives_frac),
      formula(`INDEX(${cost[i]!.all},${cell(PAID)}+1)*${cell(SHARE)}`, "usd"), formula(`IF(${cell(SERVES)}=0,0,${cell(COST)}*${cell(ARRIVES)})`, "usd"), formula(`${cell(COST)}-${cell(KEPT)}`, "usd"),
    ]);
  });
  const columns = { class: CLASS, at: AT, serves: SERVES, cost: COST, kept: KEPT, lost: LOST } as const;
  return { list, isEmpty: rows.length === 0, rangeOf: (column) => list.range(columns[column], FIRST_ROW, FIRST_ROW + rows.length - 1) };
};

export interface WrittenOff {
  readonly placed: Line;
  readonly book: Line;
  readonly tax: Line;
}

interface Sheet {
  readonly grid: Grid;
  readonly vintages: Vintages;
  /** First and last place of the plan. */
  readonly first: number;
  readonly last: number;
}

export const depreciationSheet = (grid: Grid, source: BookSource, { general, vintages }: { readonly general: General; readonly vintages: Vintages }): WrittenOff => {
  const { flows: { quarters, flows }, terms } = source;
  const first = quarters[0]! - grid.quarters[0]!;
  const sheet: Sheet = { grid, vintages, first, last: first + quarters.length - 1 };
  const all = flows.flatMap(({ vintages: ones }, i) => ones.map(({ serves }) => ({ serves, taxClass: terms[i]!.taxClass as string }))).filter(({ serves }) => serves > 0);
  const livesOf = (ones: typeof all): readonly number[] => [...new Set(ones.map(({ serves }) => serves))].toSorted((a, b) => a - b);
  const placed = grid.line({ label: "put into service", unit: "$" }, (t) => sumIfs(sheet, "cost", t));
  const lost = grid.line({ label: "lost on the way", unit: "$" }, (t) => sumIfs(sheet, "lost", t));
  grid.heading("Books: straight over what each part serves");
  const books = livesOf(all).flatMap((serves) => straight(sheet, { label: `books, ${serves} quarters`, where: `,${vintages.rangeOf("serves")},${serves}`, quarters: serves }));
  const book = total(grid, "written off in the books", [lost, ...books]);
  grid.heading("Tax: by class");
  const byClass = [...new Set(all.map(({ taxClass }) => taxClass))].flatMap((taxClass) => {
    const where = `,${vintages.rangeOf("class")},"${taxClass}"`;
    if (taxClass === "39-year") return straight(sheet, { label: "tax, 39 years", where, quarters: 156 });
    if (taxClass === "book") return livesOf(all.filter((one) => one.taxClass === "book")).flatMap((serves) => straight(sheet, { label: `tax as the books, ${serves} quarters`, where: `${where},${vintages.rangeOf("serves")},${serves}`, quarters: serves }));
    return macrsLines(sheet, { taxClass, where, shares: general.macrsOf(taxClass) });
  });
  return { placed, book, tax: total(grid, "written off for tax", [lost, ...byClass]) };
};

const total = (grid: Grid, label: string, lines: readonly Line[]): Line => grid.line({ label, unit: "$" }, (t) => lines.map((line) => line.at(t)).join("+"));

const sumIfs = ({ vintages, grid }: Sheet, column: "cost" | "kept" | "lost", t: number, where = ""): string =>
  (vintages.isEmpty ? "0" : `SUMIFS(${vintages.rangeOf(column)},${vintages.rangeOf("at")},${grid.place.at(t)}${where})`);

/** What is kept, its write-off, and what is left of it at the plan's end; returns the last two. */
const straight = (sheet: Sheet, { label, where, quarters }: { readonly label: string; readonly where: string; readonly quarters: number }): readonly Line[] => {
  const { grid, first, last } = sheet;
  const kept = grid.line({ label: `${label}: bought`, unit: "$" }, (t) => sumIfs(sheet, "kept", t, where));
  const off = grid.line({ label: `${label}: written off`, unit: "$" }, (t) => (t < first || t > last ? "0" : `SUM(${kept.span(Math.max(first, t - quarters + 1), t)})/${quarters}`));
  return [off, leftLine(sheet, { label, kept, off })];
};

const leftLine = ({ grid, last }: Sheet, { label, kept, off }: { readonly label: string; readonly kept: Line; readonly off: Line }): Line =>
  grid.line({ label: `${label}: left at the end`, unit: "$" }, (t) => (t === last ? `SUM(${kept.all})-SUM(${off.all})` : "0"));

const macrsLines = (sheet: Sheet, { taxClass, where, shares }: { readonly taxClass: string; readonly where: string; readonly shares: readonly string[] }): readonly Line[] => {
  const { grid, first, last } = sheet;
  const label = `tax, ${taxClass}`;
  const kept = grid.line({ label: `${label}: bought`, unit: "$" }, (t) => sumIfs(sheet, "kept", t, where));
  const each = grid.line({ label: `${label}: for a quarter of its first year`, unit: "$" }, (t) => `${kept.at(t)}/(4-MOD(${grid.quarter.at(t)},4))`);
  const years = Math.floor(grid.quarters[last]! / 4) - Math.floor(grid.quarters[first]! / 4);
  const older = (t: number): string => shares.slice(1, years + 1).map((share, k) => `+${share}/4*SUMIFS(${kept.all},${grid.year.all},${grid.year.at(t)}-${k + 1})`).join("");
  const off = grid.line({ label: `${label}: written off`, unit: "$" }, (t) => (t < first || t > last ? "0" : `${shares[0]}*SUMIFS(${each.all},${grid.year.all},${grid.year.at(t)},${grid.place.all},"<="&${grid.place.at(t)})${older(t)}`));
  return [off, leftLine(sheet, { label, kept, off })];
};
