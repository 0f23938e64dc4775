/** The local process behind the page, where there is one: it answers what takes long with all of this machine's threads. */
import type { CallName, Calls } from "dawndusk/service";
import type { CallOptions, Model } from "./model.ts";

const meta = (name: string): string => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";

/** What stands in a page that `dawndusk studio` served; "" in static files. */
export const localToken = (): string => meta("dawndusk-local");
/** The preset that the local process opens with; "" where none was named. */
export const localPreset = (): string => meta("dawndusk-opens");

type Line = { readonly kind: "told"; readonly told: never } | { readonly kind: "answer"; readonly answer: never } | { readonly kind: "failed"; readonly message: string };

/** Calls over HTTP, a line a word. To end one is to close its connection. */
export const localModel = (token: string): Model => ({
  call: async <K extends CallName>(call: K, asked: unknown, { onTold, signal }: CallOptions<K> = {}) => {
    const response = await fetch("./local/call", {
      method: "POST", headers: { "content-type": "application/json", "x-dawndusk-token": token }, body: JSON.stringify({ call, asked }), ...(signal && { signal }),
    });
    if (!response.ok || response.body === null) throw new Error(`the local process answers ${response.status}: ${await response.text()}`);
    for await (const line of linesOf(response.body)) {
      if (line.kind === "answer") return (call === "book" ? withBytes(line.answer) : line.answer) as Calls[K]["answers"];
      if (line.kind === "failed") throw new Error(line.message);
      onTold?.(line.told);
    }
    throw new Error("the local process ended before its answer");
  },
});

/** A workbook's bytes, which stand in the line as { base64 }. */
const withBytes = (answer: { readonly xlsx?: { readonly base64: string } }): unknown =>
  answer.xlsx === undefined ? answer : { ...answer, xlsx: Uint8Array.from(atob(answer.xlsx.base64), (letter) => letter.charCodeAt(0)) };

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const reader = body.pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>).getReader();
  let rest = "";
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    const lines = `${rest}${value}`.split("\n");
    rest = lines.pop()!;
    for (const line of lines) yield JSON.parse(line) as Line;
  }
}

const LOCAL: readonly CallName[] = ["run", "risk", "frontier", "compare", "book"];

/** What the local process answers goes there, all else to the worker. */
export const withLocal = (worker: Model, token = localToken()): Model => {
  if (token === "") return worker;
  const local = localModel(token);
  return { call: (name, asked, options) => (LOCAL.includes(name) ? local : worker).call(name, asked, options) };
};
