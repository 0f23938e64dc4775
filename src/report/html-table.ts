/** A table record as markup, and a chart with its table beside it. */
import { drawChart, type Chart } from "./chart/index.ts";
import { el, together, type Markup } from "./markup.ts";
import { assertTable, cellText, type Cell, type Column, type Table } from "./table.ts";

const classOf = (column: Column): Readonly<Record<string, string>> => ({ class: column.align === "right" ? "number" : "words" });

const headCell = (column: Column): Markup =>
  el("th", { scope: "col", ...classOf(column) }, column.name, ...(column.unit === "" ? [] : [el("span", { class: "unit" }, column.unit)]));

const bodyRow = (row: readonly Cell[], columns: readonly Column[]): Markup =>
  el("tr", {}, ...row.map((cell, i) => (i === 0 ? el("th", { scope: "row" }, cellText(cell)) : el("td", classOf(columns[i]!), cellText(cell)))));

const isFacts = (table: Table): boolean => table.columns.every((column) => column.name === "");

/** The bare table element. */
const tableElement = (table: Table): Markup => {
  assertTable(table);
  const head = isFacts(table) ? [] : [el("thead", {}, el("tr", {}, ...table.columns.map(headCell)))];
  return el("table", { id: `table-${table.id}`, "aria-label": table.title, ...(isFacts(table) ? { class: "facts" } : {}) }, ...head, el("tbody", {}, ...table.rows.map((row) => bodyRow(row, table.columns))));
};

const noteElement = (note: string): readonly Markup[] => (note === "" ? [] : [el("p", { class: "note" }, note)]);

/** A table under its title, with its note. */
export const htmlTable = (table: Table): Markup =>
  together(el("h3", {}, table.title), el("div", { class: "scroll", tabindex: 0 }, tableElement(table)), ...noteElement(table.note));

/** A table that opens on demand. */
export const foldedTable = (table: Table): Markup =>
  el("details", {}, el("summary", {}, `Table: ${table.title}`), el("div", { class: "scroll", tabindex: 0 }, tableElement(table)), ...noteElement(table.note));

/** A chart with the table it is drawn from. */
export const htmlFigure = (chart: Chart): Markup =>
  together(el("figure", {}, el("figcaption", {}, chart.title), el("div", { class: "scroll", tabindex: 0 }, drawChart(chart))), foldedTable(chart.table));
