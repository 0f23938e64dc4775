/** A schedule's runs as a Parquet file, the columns of its CSV. */
import { ByteWriter, parquetWrite } from "hyparquet-writer";
import { RUN_COLUMNS, type JobRun } from "../../schedule/index.ts";

/** Bytes of the file. */
export const runsParquet = (runs: readonly JobRun[]): Uint8Array => {
  const writer = new ByteWriter();
  const columnData = RUN_COLUMNS.map((name) => {
    const numeric = name.endsWith("_s");
    const whole = name === "nodes" || name === "acceleratorsPerNode";
    return { name, data: runs.map((run) => run[name]), type: numeric ? ("DOUBLE" as const) : whole ? ("INT32" as const) : ("STRING" as const) };
  });
  // In memory there is nothing to wait for.
  void parquetWrite({ writer, columnData });
  return writer.getBytes();
};
