/** A model in a worker. */
import type { Model } from "./model.ts";
import type { Question, Reply } from "./protocol.ts";

interface Waiting {
  readonly question: Question;
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: unknown) => void;
  readonly onTold: ((told: never) => void) | undefined;
}

/** A worker, begun at its first question. What runs without a pause hears no word: a call that is given up ends its worker, and the others that wait are asked again of another. */
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
  const giveUp = (id: number, reason: unknown): void => {
    const one = waiting.get(id);
    if (one === undefined) return;
    waiting.delete(id);
    worker?.terminate();
    worker = null;
    one.reject(reason);
    if (waiting.size === 0) return;
    worker = begin();
    for (const { question } of waiting.values()) worker.postMessage(question);
  };
  return {
    call: (name, asked, { onTold, signal } = {}) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        worker ??= begin();
        const id = ++last;
        const question: Question = { kind: "ask", id, call: name, asked };
        waiting.set(id, { question, resolve, reject, onTold });
        signal?.addEventListener("abort", () => giveUp(id, signal.reason), { once: true });
        worker.postMessage(question);
      }),
  };
};
