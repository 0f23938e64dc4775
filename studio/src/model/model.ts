/** The model as the page sees it: calls that are answered elsewhere, in a worker of this page or by the local process behind it. */
import type { CallName, Calls } from "dawndusk/service";
import { withLocal } from "./local.ts";
import type { Question, Reply } from "./protocol.ts";

export interface CallOptions<K extends CallName> {
  readonly onTold?: (told: Calls[K]["tells"]) => void;
  /** Ends the call, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface Model {
  readonly call: <K extends CallName>(name: K, asked: Calls[K]["asks"], options?: CallOptions<K>) => Promise<Calls[K]["answers"]>;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: unknown) => void;
  readonly onTold: ((told: never) => void) | undefined;
}

/** A worker, begun at its first question. What runs without a pause hears no word: a call that is given up ends its worker, and the next begins another. */
export const workerModel = (start: () => Worker): Model => {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, Waiting>();
  const hear = ({ data }: MessageEvent<Reply>): void => {
    const one = waiting.get(data.id);
    if (one === undefined) return;
    if (data.kind === "told") one.onTold?.(data.told as never);
    else {
      waiting.delete(data.id);
      if (data.kind === "answer") one.resolve(data.answer as never);
      else one.reject(new Error(data.message));
    }
  };
  const end = (reason: unknown): void => {
    worker?.terminate();
    worker = null;
    for (const one of waiting.values()) one.reject(reason);
    waiting.clear();
  };
  const begin = (): Worker => {
    const begun = start();
    begun.addEventListener("message", hear);
    begun.addEventListener("error", ({ message }) => end(new Error(message || "the model's worker ended")));
    return begun;
  };
  return {
    call: (name, asked, { onTold, signal } = {}) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        worker ??= begin();
        const id = ++last;
        waiting.set(id, { resolve, reject, onTold });
        signal?.addEventListener("abort", () => waiting.has(id) && end(signal.reason), { once: true });
        const question: Question = { kind: "ask", id, call: name, asked };
        worker.postMessage(question);
      }),
  };
};

const startWorker = (): Worker => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });

/** Workers, each begun at its first question. */
export interface Models {
  /** What takes long. */
  readonly long: Model;
  /** What must be answered while that runs. */
  readonly quick: Model;
  /** Holds what provisional answers come from. */
  readonly near: Model;
  /** A campaign, which goes on while the scenario is changed and run again. */
  readonly campaign: Model;
}

export const pageModels = (): Models => ({ long: withLocal(workerModel(startWorker)), quick: workerModel(startWorker), near: workerModel(startWorker), campaign: withLocal(workerModel(startWorker)) });
