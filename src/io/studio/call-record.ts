/** What the local process and its threads say to each other, and what goes over the wire a line each. */
import type { CallName, Calls } from "../../service/index.ts";

export interface CallAsked<K extends CallName = CallName> {
  readonly call: K;
  readonly asked: Calls[K]["asks"];
}

/** To a thread; `scratch` is a folder that its starter takes away. */
export interface CallJob extends CallAsked {
  readonly scratch: string;
}

export type CallLine =
  | { readonly kind: "told"; readonly told: unknown }
  | { readonly kind: "answer"; readonly answer: unknown }
  | { readonly kind: "failed"; readonly message: string };

/** Why there is no answer. */
export const failed = (error: unknown): CallLine => ({ kind: "failed", message: error instanceof Error ? error.message : String(error) });

/** Calls that are worth a process: they take long, or want what was run there. */
export const LOCAL_CALLS = ["run", "risk", "frontier", "compare", "book"] as const satisfies readonly CallName[];

/** A line as JSON; bytes stand in it as { base64 }. */
export const lineText = (line: CallLine): string => `${JSON.stringify(line, (_, value: unknown) => (value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value))}\n`;
