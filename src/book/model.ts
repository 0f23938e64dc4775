/** A workbook as cells: what a writer of any format needs, and nothing of where the numbers come from. */

/** How a number is shown. */
export type Format = "usd" | "usd-small" | "frac" | "number" | "index" | "small" | "factor" | "text" | "date";

/** `input`: an assumption, or a decision of the plan; `library`: what the library says, for the reconciliation alone. */
export type CellKind = "head" | "text" | "input" | "formula" | "library";

export interface Cell {
  readonly kind: CellKind;
  /** Null for a formula, whose value the spreadsheet works out. */
  readonly value: number | string | null;
  /** Without the "=" in front; "" for what is none. */
  readonly formula: string;
  readonly format: Format;
}

export type Row = readonly (Cell | null)[];

export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Of columns, in characters. */
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

/** A name for a cell or a range, for formulas: "discount_per_yr" for "inputs!$B$5". */
export interface DefinedName {
  readonly name: string;
  readonly range: string;
}

export interface Book {
  readonly title: string;
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
}

export const text = (value: string): Cell => ({ kind: "text", value, formula: "", format: "text" });
export const head = (value: string): Cell => ({ kind: "head", value, formula: "", format: "text" });
export const formula = (words: string, format: Format = "number"): Cell => ({ kind: "formula", value: null, formula: words, format });
/** Throws RangeError naming the sheet's line of a number that is not finite. */
export const given = (value: number | string, { kind = "input", format = "number", of }: { readonly kind?: "input" | "library"; readonly format?: Format; readonly of: string }): Cell => {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`book: ${of} must be a finite number, found ${value}`);
  return { kind, value, formula: "", format };
};

/** "A" for 0, "AA" for 26. */
export const columnName = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : columnName(Math.floor(column / 26) - 1) + columnName(column % 26));

/** What stands for no limit and for never in formulas: far above all dollars and quarters. */
export const NO_LIMIT = 1e30;
export const NEVER = 9999;
export const orNever = (place: number): number => (place === Infinity ? NEVER : place);
