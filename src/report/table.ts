/** The one table record: terminal tables, page tables and charts are all drawn from it. */
import { formatFigure } from "./format.ts";

/** A number is shown with four significant digits; null is a value that does not exist. */
export type Cell = string | number | null;

export interface Column {
  readonly name: string;
  /** Shown under or after the name; "" for words. */
  readonly unit: string;
  readonly align: "left" | "right";
}

export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What the reader must know to read it; "" for nothing. */
  readonly note: string;
}

export const wordColumn = (name: string): Column => ({ name, unit: "", align: "left" });
export const numberColumn = (name: string, unit: string): Column => ({ name, unit, align: "right" });

export const cellText = (cell: Cell): string => (cell === null ? "-" : typeof cell === "number" ? formatFigure(cell) : cell);

/** One line of a fact sheet: what, how much, and what to know about it. */
export type Fact = readonly [label: string, value: string, remark: string];

/** A fact sheet as a table of three columns. */
export const factTable = ({ id, title, note, facts }: { readonly id: string; readonly title: string; readonly note: string; readonly facts: readonly Fact[] }): Table => ({
  id, title, note,
  columns: [wordColumn(""), { name: "", unit: "", align: "right" }, wordColumn("")],
  rows: facts,
});

/** The numbers of one column. Throws when a cell is not a number. */
export const columnNumbers = (table: Table, column: number): readonly number[] =>
  table.rows.map((row) => {
    const cell = row[column];
    if (typeof cell !== "number") throw new Error(`column ${column} of table "${table.id}" is not all numbers`);
    return cell;
  });

/** Throws when a number of the table is not finite, with the names of its table and column. */
export const assertTable = (table: Table): Table => {
  for (const row of table.rows) {
    row.forEach((cell, i) => {
      if (typeof cell === "number" && !Number.isFinite(cell)) throw new Error(`table "${table.id}", column "${table.columns[i]?.name}", row "${row[0]}": not a finite number`);
    });
  }
  return table;
};
