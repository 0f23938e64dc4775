/** One call on a thread of its own, which ends with it: what is cancelled stops at once. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startThread } from "../start-thread.ts";
import type { CallAsked, CallJob, CallLine } from "./call-record.ts";

/** Tells every line, the last of which is the answer or why there is none; answers when the thread has ended. An abort ends it with neither. */
export const callOnThread = async ({ call, asked }: CallAsked, say: (line: CallLine) => void, signal: AbortSignal): Promise<void> => {
  const scratch = mkdtempSync(join(tmpdir(), "dawndusk-studio-"));
  const data: CallJob = { call, asked, scratch };
  const thread = startThread({ beside: import.meta.url, name: "call-thread", data });
  const end = (): void => void thread.terminate();
  signal.addEventListener("abort", end, { once: true });
  try {
    await new Promise<void>((resolve) => {
      let said = false;
      thread.on("message", (line: CallLine) => {
        said ||= line.kind !== "told";
        say(line);
      });
      thread.on("error", (error: unknown) => {
        said = true;
        say({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
      });
      thread.on("exit", (code) => {
        if (!said && !signal.aborted) say({ kind: "failed", message: `the thread ended with code ${code} before its answer` });
        resolve();
      });
    });
  } finally {
    signal.removeEventListener("abort", end);
    rmSync(scratch, { recursive: true, force: true });
  }
};
