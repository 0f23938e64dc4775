/**
 * A sheet with a quarter a column: lines are put one under another, and a formula may name a line that comes later.
 *
 * Cells are worked out when the sheet is finished, so that every line has its row by then. The first five columns are the line's words (name, three
 * tags, unit); the first five rows the sheet's title, and of each quarter its name, number, place and the day of its middle.
 */
import { formatQuarter } from "../units/index.ts";
import { columnName, formula, given, head, text, type Cell, type Format, type Row, type Sheet } from "./model.ts";

/** Where a line stands. */
export interface Line {
  /** Cell of a quarter by its place; "0" before the first and after the last. */
  readonly at: (t: number) => string;
  /** All quarters, or those between two places, both ends included. */
  readonly all: string;
  readonly span: (from: number, to: number) => string;
  readonly row: number;
}

export interface LineWords {
  readonly label: string;
  readonly unit: string;
  readonly tags?: readonly [string, string, string];
  readonly format?: Format;
  readonly kind?: "input" | "library";
}

/** A formula's words, a number that is given, or nothing. */
export type CellOf = (t: number) => string | number;

export interface Grid {
  readonly name: string;
  readonly quarters: readonly number[];
  readonly heading: (words: string) => void;
  readonly line: (words: LineWords, cells: CellOf) => Line;
  /** Of the row of tags (0, 1 or 2) between two lines; of a quarter between two lines. */
  readonly tagRange: (tag: number, from: Line, to: Line) => string;
  readonly columnRange: (t: number, from: Line, to: Line) => string;
  /** Number, place and day of a quarter, and of all. */
  readonly quarter: Line;
  readonly place: Line;
  readonly year: Line;
  readonly day: Line;
  readonly finish: () => Sheet;
}

const WORDS = 5;
const HEAD_ROWS = 6;
/** Days from the first day that spreadsheets count to 1970-01-01. */
const EPOCH_DAY = 25569;

/** Day in the middle of a quarter as spreadsheets count days: 15 February, 16 May, 16 August, 15 November, as XIRR of `finance` has it. */
export const middleDay = (quarter: number): number => EPOCH_DAY + Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3 + 1, quarter % 4 === 0 || quarter % 4 === 3 ? 15 : 16) / 86_400_000;

export const gridOf = (name: string, { title, quarters }: { readonly title: string; readonly quarters: readonly number[] }): Grid => {
  const rows: { readonly words: LineWords | null; readonly cells: CellOf | null }[] = [];
  const T = quarters.length;
  const own = `${name}!`;
  const cell = (row: number, t: number): string => (t < 0 || t >= T ? "0" : `${own}${columnName(WORDS + t)}${row}`);
  const lineAt = (row: number): Line => {
    const span = (from: number, to: number): string => `${own}$${columnName(WORDS + from)}$${row}:$${columnName(WORDS + to)}$${row}`;
    return { row, at: (t) => cell(row, t), span, all: span(0, T - 1) };
  };
  const put = (words: LineWords | null, cells: CellOf | null): Line => {
    rows.push({ words, cells });
    return lineAt(HEAD_ROWS + rows.length);
  };
  return {
    name, quarters,
    heading: (words) => void put({ label: words, unit: "" }, null),
    line: put,
    tagRange: (tag, from, to) => `${own}$${columnName(1 + tag)}$${from.row}:$${columnName(1 + tag)}$${to.row}`,
    columnRange: (t, from, to) => `${own}${columnName(WORDS + t)}$${from.row}:${columnName(WORDS + t)}$${to.row}`,
    quarter: lineAt(3), place: lineAt(4), year: lineAt(5), day: lineAt(6),
    finish: () => ({
      name, widths: [Math.min(44, Math.max(24, ...rows.map(({ words }) => words?.label.length ?? 0))), ...tagWidths(rows.map(({ words }) => words)), 7, ...quarters.map(() => 15)], frozenRows: HEAD_ROWS, frozenColumns: 1,
      rows: [...headRows({ title, quarters }), ...rows.map(({ words, cells }) => rowOf(words, cells, { T, own }))],
    }),
  };
};

const tagWidths = (all: readonly (LineWords | null)[]): readonly number[] => [0, 1, 2].map((tag) => Math.min(16, Math.max(4, ...all.map((words) => (words?.tags?.[tag]?.length ?? 0) + 1))));

const headRows = ({ title, quarters }: { readonly title: string; readonly quarters: readonly number[] }): readonly Row[] => {
  const line = (label: string, cells: (quarter: number, t: number) => Cell): Row => [head(label), null, null, null, null, ...quarters.map(cells)];
  const at = (row: number, t: number): string => `${columnName(WORDS + t)}${row}`;
  return [
    [head(title)],
    line("", (quarter) => head(formatQuarter(quarter))),
    line("quarter (year x 4 + 0..3)", (quarter, t) => (t === 0 ? given(quarter, { format: "factor", of: "quarter" }) : formula(`${at(3, t - 1)}+1`, "factor"))),
    line("place", (_, t) => formula(t === 0 ? "0" : `${at(4, t - 1)}+1`, "factor")),
    line("year", (_, t) => formula(`INT(${at(3, t)}/4)`, "factor")),
    line("middle", (_, t) => formula(`DATE(${at(5, t)},MOD(${at(3, t)},4)*3+2,IF(OR(MOD(${at(3, t)},4)=0,MOD(${at(3, t)},4)=3),15,16))`, "date")),
  ];
};

const rowOf = (words: LineWords | null, cells: CellOf | null, { T, own }: { readonly T: number; readonly own: string }): Row => {
  if (words === null) return [];
  const { label, unit, tags = ["", "", ""], format = "usd", kind = "input" } = words;
  if (cells === null) return [head(label)];
  return [
    text(label), ...tags.map(text), text(unit),
    ...Array.from({ length: T }, (_, t): Cell => {
      const made = cells(t);
      return typeof made === "number" ? given(made, { kind, format, of: `${own}${label}` }) : formula(made.split(own).join(""), format);
    }),
  ];
};
