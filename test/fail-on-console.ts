/** A test that prints fails: what a test has to say is an assertion, and the model itself prints nothing. */
import { afterEach, beforeEach } from "vitest";

const METHODS = ["log", "info", "warn", "error", "debug", "trace", "dir", "table"] as const;

const printed: string[] = [];

for (const method of METHODS) {
  console[method] = (...args: unknown[]): void => {
    printed.push(`console.${method}(${args.map(String).join(", ").slice(0, 200)})`);
  };
}

const failIfPrinted = (): void => {
  const lines = printed.splice(0);
  if (lines.length > 0) throw new Error(`stray console output:\n${lines.join("\n")}`);
};

beforeEach(failIfPrinted);
afterEach(failIfPrinted);
