/** Comma-separated values after RFC 4180: quoted fields, doubled quotes, CRLF or LF. One pass, bounded. */

export const CSV_LIMIT = { characters: 20_000_000, columns: 1000, rows: 600_000 } as const;

export interface CsvRow {
  /** Line at which the row starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}
export type Csv = { readonly ok: true; readonly header: readonly string[]; readonly rows: readonly CsvRow[] } | { readonly ok: false; readonly line: number; readonly found: string; readonly hint: string };

interface Cell { readonly text: string; readonly end: number }
type CellRead = Cell | { readonly wrong: string };

/** Reads a table with a header; empty lines are skipped. */
export const readCsv = (text: string): Csv => {
  if (text.length > CSV_LIMIT.characters) return { ok: false, line: 1, found: `${text.length} characters`, hint: `at most ${CSV_LIMIT.characters} are read: split the file, or bring it to a coarser step` };
  if (/[\u0000\ufffd]/.test(text)) return { ok: false, line: 1, found: "bytes that are not text", hint: "save the file as CSV in UTF-8" };
  const rows: CsvRow[] = [];
  let line = 1;
  let at = text.startsWith("\ufeff") ? 1 : 0;
  while (at < text.length) {
    const cells: string[] = [];
    const first = line;
    for (;;) {
      const cell = readCell(text, at);
      if ("wrong" in cell) return { ok: false, line: first, found: cell.wrong, hint: "a cell that begins with a quote ends with one; a quote inside it is doubled" };
      line += newlines(text, at, cell.end);
      cells.push(cell.text);
      at = cell.end + 1;
      if (text[cell.end] !== ",") break;
      if (cells.length >= CSV_LIMIT.columns) return { ok: false, line: first, found: `more than ${CSV_LIMIT.columns} columns`, hint: "is this the right file?" };
    }
    if (text[at - 1] === "\r" && text[at] === "\n") at++;
    line++;
    if (cells.length > 1 || cells[0]!.trim() !== "") rows.push({ line: first, cells });
    if (rows.length > CSV_LIMIT.rows) return { ok: false, line: first, found: `more than ${CSV_LIMIT.rows} rows`, hint: "split the file, or bring it to a coarser step" };
  }
  return table(rows);
};

const table = (rows: readonly CsvRow[]): Csv => {
  const [header, ...body] = rows;
  if (!header) return { ok: false, line: 1, found: "an empty file", hint: "the first line names the columns: utc,price" };
  const uneven = body.find((row) => row.cells.length !== header.cells.length);
  if (uneven) return { ok: false, line: uneven.line, found: `${uneven.cells.length} ${uneven.cells.length === 1 ? "cell" : "cells"} where the first line has ${header.cells.length}`, hint: "every line holds as many cells as the first; decimals take a point, not a comma" };
  return { ok: true, header: header.cells.map((c) => c.trim()), rows: body };
};

/** Line ends inside a quoted cell. */
const newlines = (text: string, from: number, to: number): number => {
  if (text[from] !== '"') return 0;
  let count = 0;
  for (let i = text.indexOf("\n", from); i >= 0 && i < to; i = text.indexOf("\n", i + 1)) count++;
  return count;
};

/** One cell and the index of what ends it. */
const readCell = (text: string, from: number): CellRead => {
  if (text[from] === '"') return readQuoted(text, from);
  let end = from;
  while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") end++;
  return { text: text.slice(from, end), end };
};

const readQuoted = (text: string, from: number): CellRead => {
  const parts: string[] = [];
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { wrong: "a quote that is never closed" };
    parts.push(text.slice(at, quote));
    if (text[quote + 1] !== '"') return afterQuote(text, quote + 1, parts.join('"'));
    at = quote + 2;
  }
};

const afterQuote = (text: string, end: number, cell: string): CellRead =>
  end >= text.length || text[end] === "," || text[end] === "\n" || text[end] === "\r" ? { text: cell, end } : { wrong: "text behind a closing quote" };
