/** Files under way, which stand beside their place until they are whole: the end of the process takes them away, whatever ends it but SIGKILL. */
import { rmSync } from "node:fs";
import { constants } from "node:os";

const parts = new Set<string>();

const clear = (): void => {
  for (const part of parts) rmSync(part, { force: true });
};
/** As a shell counts it: 128 and the signal's number. */
const end = (signal: NodeJS.Signals): void => process.exit(128 + constants.signals[signal]);

const ENDS = ["SIGTERM", "SIGHUP"] as const;

/** Says that a file is under way. Signals are then heard when the event loop turns. */
export const beginPart = (part: string): void => {
  if (parts.size === 0) {
    process.on("exit", clear);
    for (const signal of ENDS) process.on(signal, end);
  }
  parts.add(part);
};

/** Says that it is so no longer: moved to its place, or taken away. */
export const endPart = (part: string): void => {
  if (!parts.delete(part) || parts.size > 0) return;
  process.off("exit", clear);
  for (const signal of ENDS) process.off(signal, end);
};

/** Lets an interrupt end the process while work goes on that keeps nothing of what is unfinished. */
export const endedByInterrupt = async <T>(work: () => Promise<T>): Promise<T> => {
  process.on("SIGINT", end);
  try {
    return await work();
  } finally {
    process.off("SIGINT", end);
  }
};
