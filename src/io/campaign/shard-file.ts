/** A shard as a Parquet file: the sample's index, then a double column each. The same columns give the same bytes. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { parquetMetadata, parquetRead } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import type { Computation, ShardFile, ShardRange } from "./campaign-record.ts";
import { writeDurably } from "./durable-file.ts";

/** Name of the first column. */
export const SAMPLE_COLUMN = "sample";

/** Numbers that look random pack badly: a tenth is not worth the time. */
const CODEC = "UNCOMPRESSED";

/** Bytes of a shard from its columns. */
export const shardBytes = (names: readonly string[], { start, end }: ShardRange, columns: readonly Float64Array[]): Uint8Array => {
  const rows = end - start;
  const sample = { name: SAMPLE_COLUMN, data: BigInt64Array.from({ length: rows }, (_, row) => BigInt(start + row)), encoding: "PLAIN" as const };
  const buffer = parquetWriteBuffer({
    columnData: [sample, ...names.map((name, c) => ({ name, data: columns[c]!, encoding: "PLAIN" as const }))],
    schema: [
      { name: "root", num_children: names.length + 1 },
      { name: SAMPLE_COLUMN, type: "INT64", repetition_type: "REQUIRED" },
      ...names.map((name) => ({ name, type: "DOUBLE" as const, repetition_type: "REQUIRED" as const })),
    ],
    rowGroupSize: rows, codec: CODEC, createdBy: "dawndusk",
  });
  return new Uint8Array(buffer);
};

export const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export const shardPath = (store: string, hash: string): string => `${store}/${hash}.parquet`;

/** Computes a shard and puts it into the store; `by` names who does. Throws with the own message of the computation. */
export const computeShard = ({ columns, compute }: Computation, range: ShardRange, { store, by }: { readonly store: string; readonly by: string }): ShardFile => {
  const bytes = shardBytes(columns, range, compute(range));
  const hash = hashOf(bytes);
  writeDurably(shardPath(store, hash), bytes, by);
  return { hash, bytes: bytes.length };
};

/** Whether the store has the file, whole: its bytes are those of its name. */
export const holdsShard = (store: string, { hash, bytes }: ShardFile): boolean => {
  const path = shardPath(store, hash);
  if (!existsSync(path)) return false;
  const found = readFileSync(path);
  return found.length === bytes && hashOf(found) === hash;
};

export const removeShard = (store: string, hash: string): void => rmSync(shardPath(store, hash), { force: true });

/** Columns of a shard, asked for by name, in the order of the names. Only for files whose hash is known: of others hyparquet may end the process. */
export const readShard = async (store: string, { hash }: ShardFile, names: readonly string[]): Promise<readonly Float64Array[]> => {
  const found = readFileSync(shardPath(store, hash));
  if (hashOf(found) !== hash) throw new Error(`${shardPath(store, hash)} is not what was written: its bytes are not those of its name`);
  const file = found.buffer.slice(found.byteOffset, found.byteOffset + found.byteLength);
  const metadata = parquetMetadata(file);
  const columns = new Map(names.map((name) => [name, new Float64Array(Number(metadata.num_rows))]));
  await parquetRead({
    file, metadata, columns: [...names],
    onChunk: ({ columnName, columnData, rowStart }) => columns.get(columnName)!.set(columnData instanceof BigInt64Array ? Array.from(columnData, Number) : (columnData as Float64Array), rowStart),
  });
  return names.map((name) => columns.get(name)!);
};
