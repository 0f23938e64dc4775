/**
 * Threads that compute shards. The main thread only waits, so that its heartbeats go on whatever a shard takes. A thread that ends is replaced;
 * what it was at comes back as a failure, for whoever asked to decide on another attempt.
 */
import type { Worker } from "node:worker_threads";
import { startThread } from "../start-thread.ts";
import type { ShardFile, ShardRange } from "./campaign-record.ts";
import type { Failure } from "./retry.ts";
import type { ShardAnswer, ShardJob } from "./shard-thread.ts";

export type ShardOutcome = { readonly kind: "done"; readonly file: ShardFile } | Failure;

export interface ShardThreads {
  /** Computes a shard on a thread that is free: at most as many at once as there are threads. Rejects where no thread can be started or the store cannot be written. */
  readonly compute: (range: ShardRange) => Promise<ShardOutcome>;
  /** Ends the threads; what is under way is lost. */
  readonly close: () => Promise<void>;
}

export interface ThreadsAsked extends Omit<ShardJob, "by"> {
  readonly workers: number;
  /** Names this process among others that write into the same store. */
  readonly by: string;
  /** Longest that a shard may take. */
  readonly limit_s: number;
}

/** Room for a thread, and the one that sits there. */
interface Seat {
  readonly number: number;
  thread: Worker | null;
}

/** Threads start with their first shard. */
export const shardThreads = ({ workers, limit_s, by, ...job }: ThreadsAsked): ShardThreads => {
  const free: Seat[] = Array.from({ length: workers }, (_, number) => ({ number, thread: null }));
  const alive = new Set<Worker>();
  let closed = false;
  const threadOf = async (seat: Seat): Promise<Worker | null> => {
    if (seat.thread === null || !alive.has(seat.thread)) seat.thread = await readyThread({ ...job, by: `${by}-${seat.number}` }, alive);
    return seat.thread;
  };
  return {
    compute: async (range) => {
      const seat = free.pop();
      if (seat === undefined) throw new Error(`more than ${workers} shards at once`);
      try {
        const thread = closed ? null : await threadOf(seat);
        if (closed) return LOST_AT_CLOSE;
        return thread === null ? LOST_AT_START : await outcomeOf(thread, range, limit_s);
      } finally {
        free.push(seat);
      }
    },
    close: async () => {
      closed = true;
      await Promise.all([...alive].map((thread) => thread.terminate()));
    },
  };
};

const LOST_AT_CLOSE: ShardOutcome = { kind: "lost", cause: "the threads were closed" };
const LOST_AT_START: ShardOutcome = { kind: "lost", cause: "its thread ended before it began" };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * An evaluation makes some 90 kB that die with it. In Node's own 48 MB the nursery is full every few hundred of them, and what is alive then is copied:
 * over the twelve fields that `risk` varies of examples/two-tier 156 us, with 128 MB 121 us, with 512 MB the same (least CPU, in turns, Node 20.20).
 */
const YOUNG_MB = 128;

/** A thread once its computation stands; null when something ended it before. Rejects with what it throws: the same would keep the next. */
const readyThread = (job: ShardJob, alive: Set<Worker>): Promise<Worker | null> =>
  new Promise((resolve, reject) => {
    const thread = startThread({ beside: import.meta.url, name: "shard-thread", data: job, young_MB: YOUNG_MB });
    alive.add(thread);
    thread.once("message", () => resolve(thread));
    thread.once("error", (error) => reject(new Error(`a thread could not begin: ${messageOf(error)}`, { cause: error })));
    thread.once("exit", () => {
      alive.delete(thread);
      resolve(null);
    });
  });

/** Out of memory, a throw outside the shard: the shard's own doing. An end without a word may be anybody's. */
const outcomeOf = (thread: Worker, range: ShardRange, limit_s: number): Promise<ShardOutcome> =>
  new Promise((resolve, reject) => {
    const off = (): void => {
      clearTimeout(limit);
      thread.off("message", hear);
      thread.off("error", failed);
      thread.off("exit", ended);
    };
    const done = (outcome: ShardOutcome): void => {
      off();
      resolve(outcome);
    };
    const hear = (answer: ShardAnswer): void => {
      if (answer.kind === "done" || answer.kind === "failed") done(answer);
      if (answer.kind !== "machine") return;
      off();
      reject(answer.error);
    };
    const end = (outcome: ShardOutcome): void => {
      thread.off("exit", ended);
      // The seat is free once the thread is gone, and not before.
      void thread.terminate().then(() => done(outcome));
    };
    const failed = (error: unknown): void => end({ kind: "failed", cause: `its thread failed: ${messageOf(error)}` });
    const ended = (code: number): void => done({ kind: "lost", cause: `its thread ended with code ${code}` });
    const limit = setTimeout(() => end({ kind: "failed", cause: `took longer than ${limit_s} s` }), 1000 * limit_s);
    thread.on("message", hear);
    thread.once("error", failed);
    thread.once("exit", ended);
    thread.postMessage(range);
  });
