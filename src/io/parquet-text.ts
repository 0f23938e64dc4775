/** A Parquet file as the CSV text that the language of scenarios reads: a header and a line a row, so that row n stands in line n + 1. */
import { parquetMetadata, parquetReadObjects, parquetSchema, type FileMetaData } from "hyparquet";

const LIMIT = { rows: 600_000, cells: 6_000_000, bytes: 400_000_000 } as const;

/** Text of the table; throws what hyparquet says, or which limit it passes. */
export const parquetText = async (bytes: Uint8Array): Promise<string> => {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const metadata = parquetMetadata(buffer);
  const columns = columnsOf(metadata);
  guard(metadata, columns.length);
  const rows = await parquetReadObjects({ file: buffer, metadata, columns: columns.map(({ name }) => name) });
  const line = (cells: readonly string[]): string => `${cells.join(",")}\n`;
  return [line(columns.map(({ name }) => quoted(name))), ...rows.map((row) => line(columns.map(({ name, zoned }) => cellOf(row[name], zoned))))].join("");
};

interface ColumnOf {
  readonly name: string;
  /** Whether its times are instants; a file may also hold local ones. */
  readonly zoned: boolean;
}

const columnsOf = (metadata: FileMetaData): readonly ColumnOf[] =>
  parquetSchema(metadata).children.map(({ element: { name, logical_type } }) => ({ name, zoned: !(logical_type?.type === "TIMESTAMP" && !logical_type.isAdjustedToUTC) }));

const guard = ({ num_rows, row_groups }: FileMetaData, columns: number): void => {
  const bytes = row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0);
  const rows = Number(num_rows);
  if (rows > LIMIT.rows) throw new Error(`${rows} rows: at most ${LIMIT.rows} are read`);
  if (rows * columns > LIMIT.cells) throw new Error(`${rows * columns} cells: at most ${LIMIT.cells} are read; keep the columns that are used`);
  if (bytes > LIMIT.bytes) throw new Error(`${bytes} bytes unpacked: at most ${LIMIT.bytes} are read`);
};

const cellOf = (value: unknown, zoned: boolean): string => {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return zoned ? value.toISOString() : value.toISOString().slice(0, -1);
  return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean" ? String(value) : quoted(typeof value === "string" ? value : JSON.stringify(value));
};

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
