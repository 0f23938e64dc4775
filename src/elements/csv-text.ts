/** Comma-separated text (RFC 4180): cells may stand in double quotes, a quote within them doubled. Empty lines are skipped. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/** Rows with the line each begins on; throws SyntaxError where a quote is not closed or stands within a cell. */
export function parseCsv(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  const cell = new RegExp(CELL);
  let cells: string[] = [];
  let line = 1;
  let first = 1;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (match === null) throw new SyntaxError(`line ${line}: a quote is not closed, or stands within a cell`);
    const [whole, quoted, plain, end] = match;
    cells.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    line += whole.split("\n").length - 1;
    if (end === "," && cell.lastIndex < text.length) continue;
    if (end === ",") cells.push("");
    if (cells.length > 1 || cells[0] !== "") rows.push({ line: first, cells });
    cells = [];
    first = line;
  }
  return rows;
}
