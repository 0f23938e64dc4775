/** The flown series as Parquet files. */
import { renameSync, rmSync } from "node:fs";
import { fileWriter, ParquetWriter, type ColumnSource } from "hyparquet-writer";
import { FLEET_COLUMNS, SERIES_COLUMNS, SITE_COLUMNS, type SeriesSink } from "../fly/index.ts";

/** A sink that must be closed: until then the file stands under `path` + ".part". */
export interface ParquetSeries extends SeriesSink {
  readonly close: () => void;
}

/** Rows of a row group: thirty days by the minute. What is held in memory is one group (8 or 9 columns of 8 bytes) and 1 MB of the writer. */
const GROUP_ROWS = 30 * 1440;

const moveInto = (path: string, part: string): void => {
  try {
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
};

/** Opens a Parquet file (double columns, as SERIES_COLUMNS) to stream a platform's flight into. Throws when the folder cannot be written. */
export const parquetSeries = (path: string): ParquetSeries => parquetOf(path, SERIES_COLUMNS);

/** The same for a fleet's flight, as FLEET_COLUMNS. */
export const parquetFleet = (path: string): ParquetSeries => parquetOf(path, FLEET_COLUMNS);

/** The same for a site's flown year, as SITE_COLUMNS. */
export const parquetSite = (path: string): ParquetSeries => parquetOf(path, SITE_COLUMNS);

function parquetOf(path: string, names: readonly string[]): ParquetSeries {
  const part = `${path}.part`;
  const file = new ParquetWriter({
    writer: fileWriter(part),
    schema: [{ name: "root", num_children: names.length }, ...names.map((name) => ({ name, type: "DOUBLE" as const, repetition_type: "REQUIRED" as const }))],
    createdBy: "dawndusk",
  });
  const group = names.map(() => new Float64Array(GROUP_ROWS));
  let held = 0;

  const flush = (): void => {
    if (held > 0) void file.write({ columnData: names.map((name, c): ColumnSource => ({ name, data: group[c]!.subarray(0, held) })), rowGroupSize: GROUP_ROWS });
    held = 0;
  };

  return {
    write: (columns, rows) => {
      for (let from = 0; from < rows; ) {
        const take = Math.min(rows - from, GROUP_ROWS - held);
        group.forEach((column, c) => column.set(columns[c]!.subarray(from, from + take), held));
        held += take;
        from += take;
        if (held === GROUP_ROWS) flush();
      }
    },
    close: () => {
      flush();
      void file.finish();
      moveInto(path, part);
    },
  };
}
