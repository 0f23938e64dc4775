/** The thread of `shardThreads`: computes the shards that are posted to it into the store, one after another. */
import { parentPort, workerData } from "node:worker_threads";
import type { ComputationModule, ShardFile, ShardRange } from "./campaign-record.ts";
import { computeShard } from "./shard-file.ts";

export interface ShardJob {
  /** URL of the module with `computationOf`. */
  readonly module: string;
  readonly subject: unknown;
  readonly store: string;
  /** Tells its unfinished files from those of others. */
  readonly by: string;
}

export type ShardAnswer = { readonly kind: "ready"; readonly columns: readonly string[] } | { readonly kind: "done"; readonly file: ShardFile } | { readonly kind: "failed"; readonly cause: string } | { readonly kind: "machine"; readonly error: Error };

const port = parentPort;
if (port === null) throw new Error("shard-thread is a thread of shardThreads, not a program");
const { module, subject, store, by } = workerData as ShardJob;
const answer = (message: ShardAnswer): void => port.postMessage(message);

const { computationOf } = (await import(module)) as ComputationModule;
const computation = await computationOf(subject);

port.on("message", (range: ShardRange) => {
  try {
    answer({ kind: "done", file: computeShard(computation, range, { store, by }) });
  } catch (error) {
    // A full disk is no fault of the shard.
    if (error instanceof Error && "syscall" in error) answer({ kind: "machine", error });
    else answer({ kind: "failed", cause: error instanceof Error ? error.message : String(error) });
  }
});
answer({ kind: "ready", columns: computation.columns });
