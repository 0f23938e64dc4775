/** A sheet of rows under headings, each row with as many cells as there are headings; inputs are such a list, with a name for each value. */
import { columnName, formula, given, head, text, type Cell, type DefinedName, type Format, type Row, type Sheet } from "./model.ts";

export interface List {
  readonly name: string;
  readonly heading: (words: string) => void;
  /** Returns the row's number on the sheet. */
  readonly row: (cells: Row) => number;
  /** Number that the next row will have: for formulas that name their own row. */
  readonly next: () => number;
  /** A row of column names; formulas of later rows may name its own sheet. */
  readonly finish: () => Sheet;
  /** Address of a column's cell in a row; of a column between rows, fixed. */
  readonly at: (column: number, row: number) => string;
  readonly range: (column: number, from: number, to: number) => string;
}

export interface ListWords {
  readonly title: string;
  readonly columns: readonly string[];
  readonly widths: readonly number[];
}

export const listOf = (name: string, { title, columns, widths }: ListWords): List => {
  const rows: Row[] = [[head(title)], columns.map(head)];
  return {
    name,
    heading: (words) => void rows.push([], [head(words)]),
    row: (cells) => rows.push(cells),
    next: () => rows.length + 1,
    at: (column, row) => `${name}!$${columnName(column)}$${row}`,
    range: (column, from, to) => `${name}!$${columnName(column)}$${from}:$${columnName(column)}$${to}`,
    finish: () => ({ name, rows: rows.map((row) => row.map((cell) => (cell === null ? null : { ...cell, formula: cell.formula.split(`${name}!`).join("") }))), widths, frozenRows: 2, frozenColumns: 1 }),
  };
};

export interface InputWords {
  readonly label: string;
  readonly unit: string;
  readonly source: string;
  readonly format?: Format;
}

export interface Inputs {
  readonly heading: (words: string) => void;
  /** Puts a value under a name and returns the name as it stands in formulas. */
  readonly put: (name: string, value: number | string | { readonly formula: string }, words: InputWords) => string;
  readonly names: () => readonly DefinedName[];
  readonly finish: () => Sheet;
}

/** "term-loan.limit" to "term_loan_limit": letters, digits and underscores, with one underscore at least, so that no name is a cell's. */
export const nameOf = (words: string): string => {
  const plain = words.replace(/[^A-Za-z0-9]+/g, "_");
  return /^[A-Za-z]/.test(plain) && plain.includes("_") ? plain : `of_${plain}`;
};

export const inputsOf = (): Inputs => {
  const list = listOf("inputs", { title: "Assumptions. Change a value here, or a price or decision of the plan on the sheet plan, and all other sheets follow.", columns: ["assumption", "value", "unit", "source", "name in formulas"], widths: [72, 18, 8, 110, 32] });
  const names: DefinedName[] = [];
  return {
    heading: list.heading,
    put: (wanted, value, { label, unit, source, format = "number" }) => {
      const plain = nameOf(wanted);
      const same = names.filter(({ name }) => name.toLowerCase() === plain.toLowerCase() || name.toLowerCase().startsWith(`${plain.toLowerCase()}__`)).length;
      const name = same === 0 ? plain : `${plain}__${same + 1}`;
      const cell: Cell = typeof value === "object" ? formula(value.formula, format) : given(value, { format, of: label });
      const row = list.row([text(label), cell, text(unit), text(source), text(name)]);
      names.push({ name, range: list.at(1, row) });
      return name;
    },
    names: () => names,
    finish: list.finish,
  };
};
