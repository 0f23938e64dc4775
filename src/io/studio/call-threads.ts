/** Threads that answer calls, one at a time each. What is cancelled ends its thread at once; a thread that has answered waits for more, with the runs that it keeps. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { startThread } from "../start-thread.ts";
import { failed, type CallAsked, type CallJob, type CallLine } from "./call-record.ts";

export interface CallThreads {
  /** Tells every line, the last of which is the answer or why there is none; answers after it. An abort ends it with neither. */
  readonly answer: (asked: CallAsked, say: (line: CallLine) => void, signal: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly thread: Worker;
  /** Cases that it has been asked about, as text. */
  readonly knows: ReadonlySet<string>;
}

/** Each holds a few runs of some megabytes. */
const WAITING_MOST = 2;

/** Cases in what is asked, as text: who has been asked about one may keep its run. */
const casesOf = ({ call, asked }: CallAsked): readonly string[] => {
  if (call === "run" || call === "book") return [JSON.stringify(asked)];
  if (call === "compare") return (asked as CallAsked<"compare">["asked"]).flatMap((one) => (one.kind === "case" ? [JSON.stringify(one.case)] : []));
  // Evaluators are kept apart from runs.
  return [`evaluator of ${JSON.stringify((asked as { readonly case: unknown }).case)}`];
};

export const callThreads = (): CallThreads => {
  let waiting: readonly Waiting[] = [];
  const all = new Set<Worker>();
  const begin = (): Waiting => {
    const thread = startThread({ beside: import.meta.url, name: "call-thread", data: null });
    all.add(thread);
    // One that waits and fails is gone; nobody asked it anything.
    thread.on("error", () => undefined);
    thread.on("exit", () => {
      all.delete(thread);
      waiting = waiting.filter((one) => one.thread !== thread);
    });
    return { thread, knows: new Set() };
  };
  /** One that may keep what is asked about, else one that knows least. */
  const take = (cases: readonly string[]): Waiting => {
    const best = waiting.find(({ knows }) => cases.some((one) => knows.has(one))) ?? waiting.toSorted((a, b) => a.knows.size - b.knows.size)[0] ?? begin();
    waiting = waiting.filter((one) => one !== best);
    return best;
  };
  const keep = ({ thread, knows }: Waiting, cases: readonly string[]): void => {
    waiting = [...waiting, { thread, knows: new Set([...knows, ...cases]) }];
    for (const { thread: oldest } of waiting.slice(0, -WAITING_MOST)) void oldest.terminate();
    waiting = waiting.slice(-WAITING_MOST);
  };
  const answer = async (asked: CallAsked, say: (line: CallLine) => void, signal: AbortSignal): Promise<void> => {
    const cases = casesOf(asked);
    const scratch = mkdtempSync(join(tmpdir(), "dawndusk-studio-"));
    try {
      const taken = take(cases);
      if (await oneAnswer(taken.thread, { ...asked, scratch }, say, signal)) keep(taken, cases);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  };
  const under = new Set<Promise<void>>();
  return {
    // A full disk, or a thread that cannot be started, is no reason for the process to end.
    answer: async (asked, say, signal) => {
      const one = answer(asked, say, signal).catch((error: unknown) => say(failed(error)));
      under.add(one);
      await one;
      under.delete(one);
    },
    close: async () => {
      await Promise.all([...all].map((thread) => thread.terminate()));
      await Promise.all(under);
    },
  };
};

/** Whether the thread lives on. */
const oneAnswer = (thread: Worker, job: CallJob, say: (line: CallLine) => void, signal: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (): void => void thread.terminate();
    const done = (lives: boolean): void => {
      signal.removeEventListener("abort", end);
      thread.off("message", hear).off("error", fail).off("exit", gone);
      resolve(lives);
    };
    const hear = (line: CallLine): void => {
      say(line);
      if (line.kind !== "told") done(true);
    };
    const fail = (error: unknown): void => {
      say(failed(error));
      done(false);
    };
    const gone = (code: number): void => {
      if (!signal.aborted) say({ kind: "failed", message: `the thread ended with code ${code} before its answer` });
      done(false);
    };
    thread.on("message", hear).on("error", fail).on("exit", gone);
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
    thread.postMessage(job);
  });
