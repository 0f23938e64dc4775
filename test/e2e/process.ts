/** Spawns the built command line as a user would. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";

export const MAIN = "dist/cli/main.js";
if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: npm run build makes it`);

export interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

export const start = (words: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess =>
  spawn(process.execPath, [MAIN, ...words], { env: { PATH: process.env.PATH, ...env }, stdio: ["pipe", "pipe", "pipe"] });

/** All that a process says until it ends. */
export const ended = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve, reject) => {
    let out = "";
    let err = "";
    child.stdout!.setEncoding("utf8").on("data", (text: string) => void (out += text));
    child.stderr!.setEncoding("utf8").on("data", (text: string) => void (err += text));
    child.on("error", reject);
    child.on("close", (exit) => resolve({ exit, out, err }));
  });

export const dawndusk = (words: readonly string[], input = ""): Promise<Ended> => {
  const child = start(words);
  child.stdin!.end(input);
  return ended(child);
};
