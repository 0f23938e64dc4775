/**
 * SQL over a campaign's results by DuckDB, where it is installed: the view `samples` has a row a sample, its index, a column an input and an
 * outcome. One thread, so that sums are the same bytes every time.
 */
import type { CampaignEnd } from "./campaign-record.ts";
import { readManifest, storeOf } from "./campaign-folder.ts";
import { shardPath } from "./shard-file.ts";

export interface QueryAnswer {
  readonly columns: readonly string[];
  /** Values as JSON has them: numbers, words, null; whole numbers beyond 2^53 and decimals as words. */
  readonly rows: readonly (readonly unknown[])[];
}

/** DuckDB, or why there is none. */
const duckdb = async (): Promise<typeof import("@duckdb/node-api")> => {
  try {
    return await import("@duckdb/node-api");
  } catch (error) {
    throw new Error("DuckDB is not installed: npm install @duckdb/node-api; any other program that reads Parquet takes the files as they are", { cause: error });
  }
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The statement that lays the view over the files of a campaign. */
export const samplesView = (folder: string, { finished }: Pick<CampaignEnd, "finished">): string =>
  `CREATE VIEW samples AS SELECT * FROM read_parquet([${finished.map(({ hash }) => quoted(shardPath(storeOf(folder), hash))).join(", ")}])`;

/** Answers one statement. Throws what DuckDB says of it. */
export const queryCampaign = async (folder: string, sql: string): Promise<QueryAnswer> => {
  const { DuckDBInstance } = await duckdb();
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  try {
    const connection = await instance.connect();
    try {
      await connection.run(samplesView(folder, readManifest(folder)));
      const reader = await connection.runAndReadAll(sql);
      return { columns: reader.columnNames(), rows: reader.getRowsJson() };
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
};
