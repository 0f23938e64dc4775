/** A table as text for other programs: numbers in full, units in the heads. */
import type { Table } from "dawndusk/report";

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const headOf = ({ columns }: Table): readonly string[] => columns.map(({ name, unit }, i) => (name === "" ? ["what", "how much", "remark"][i] ?? `column ${i + 1}` : unit === "" ? name : `${name} [${unit}]`));

/** RFC 4180: CRLF, quotes doubled. A value that does not exist is an empty cell. */
export const csvOf = (table: Table): string =>
  [headOf(table), ...table.rows].map((row) => row.map((cell) => quoted(cell === null ? "" : String(cell))).join(",")).join("\r\n").concat("\r\n");

export const jsonOf = ({ id, title, note, columns, rows }: Table): string => `${JSON.stringify({ id, title, note, columns: columns.map(({ name, unit }) => ({ name, unit })), rows }, null, 2)}\n`;
