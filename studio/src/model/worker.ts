/** The model in a thread of its own: answers one question after another with the solver of this page. */
import { answering, type CallName, type Calls, type Calling } from "dawndusk/service";
import { highsSolver } from "dawndusk/solver";
import wasm from "highs/runtime?url";
import type { Question, Reply } from "./protocol.ts";

const reply = (said: Reply): void => postMessage(said);
const answers = answering({ solve: highsSolver(undefined, { locateFile: () => wasm }) });
const under = new Map<number, AbortController>();

const answer = async <K extends CallName>(id: number, call: K, asked: Calls[K]["asks"]): Promise<void> => {
  const ended = new AbortController();
  under.set(id, ended);
  const calling: Calling<K> = { tell: (told) => reply({ kind: "told", id, told }), signal: ended.signal };
  try {
    reply({ kind: "answer", id, answer: await answers[call](asked, calling) });
  } catch (error) {
    reply({ kind: "failed", id, message: error instanceof Error ? error.message : String(error) });
  } finally {
    under.delete(id);
  }
};

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  if (data.kind === "cancel") under.get(data.id)?.abort(new Error("cancelled"));
  else void answer(data.id, data.call, data.asked);
});
