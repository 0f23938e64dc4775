/**
 * HiGHS in a thread of its own: the calling thread hears interrupts, tells progress and can end a search with the best so far, or the thread
 * at once. The answers are those of `highsSolver`.
 */
import type { Worker } from "node:worker_threads";
import type { Solution, Solve, SolveHints } from "../plan/index.ts";
import type { HighsLimits } from "../solver/index.ts";
import type { SolverAnswer, SolverJob, SolverTask } from "./highs-worker.ts";
import { startThread } from "./start-thread.ts";

export interface ThreadSolver {
  readonly solve: Solve;
  /** Ends the thread; what is under way is rejected. */
  readonly close: () => Promise<void>;
}

/** How often a search is asked whether to stop. */
const ASK_MS = 50;

/** A solver whose thread starts at its first model. An aborted signal ends the thread, and rejects what is under way with its reason. */
export const threadSolver = ({ limits = null, signal }: { readonly limits?: HighsLimits | null; readonly signal?: AbortSignal } = {}): ThreadSolver => {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const close = async (): Promise<void> => {
    await worker?.terminate();
    worker = undefined;
  };
  const solve: Solve = (model, hints = {}) => {
    // One model at a time: the thread does one after another, and its answers carry no name.
    const mine = last.then(() => {
      signal?.throwIfAborted();
      worker ??= startThread({ beside: import.meta.url, name: "highs-worker", data: { limits, stop } satisfies SolverJob });
      return answerOf(worker, { model, hints, stop, signal });
    });
    last = mine.catch(() => undefined);
    return mine;
  };
  return { solve, close };
};

interface Question {
  readonly model: SolverTask["model"];
  readonly hints: SolveHints;
  readonly stop: Int32Array;
  readonly signal: AbortSignal | undefined;
}

const answerOf = (worker: Worker, { model, hints: { onProgress, stop: asked, ...hints }, stop, signal }: Question): Promise<Solution> =>
  new Promise((resolve, reject) => {
    Atomics.store(stop, 0, 0);
    const asking = asked === undefined ? undefined : setInterval(() => Atomics.store(stop, 0, asked() ? 1 : 0), ASK_MS);
    const done = (then: () => void): void => {
      clearInterval(asking);
      worker.off("message", hear);
      worker.off("error", fail);
      worker.off("exit", ended);
      signal?.removeEventListener("abort", aborted);
      then();
    };
    const hear = (answer: SolverAnswer): void => {
      if (answer.kind === "progress") onProgress?.(answer.progress);
      else if (answer.kind === "solution") done(() => resolve(answer.solution));
      else done(() => reject(new Error(answer.message)));
    };
    const fail = (error: unknown): void => done(() => reject(error instanceof Error ? error : new Error(String(error))));
    const ended = (code: number): void => fail(`the solver's thread ended with code ${code} before its answer`);
    const aborted = (): void => {
      done(() => reject(signal?.reason instanceof Error ? signal.reason : new Error("aborted")));
      void worker.terminate();
    };
    worker.on("message", hear);
    worker.on("error", fail);
    worker.on("exit", ended);
    signal?.addEventListener("abort", aborted);
    const task: SolverTask = { model, hints };
    worker.postMessage(task);
  });
