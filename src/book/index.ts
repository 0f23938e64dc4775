/** @module The money of a run as a workbook with live formulas, and as comma-separated values. */
export { bookOf } from "./book.ts";
export type { Book, Cell, CellKind, DefinedName, Format, Row, Sheet } from "./model.ts";
export type { BookSource, Check } from "./source.ts";
export { csvText, statementCsv } from "./statement-csv.ts";
export { xlsxOf } from "./xlsx.ts";
