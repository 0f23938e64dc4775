/** The terminal a command talks to: results go to `write`, all else to `tell`. */
import type { Look } from "../report/index.ts";

export interface Terminal {
  /** Result, on standard output. */
  readonly write: (text: string) => void;
  /** Progress, notes and errors, on standard error. */
  readonly tell: (text: string) => void;
  /** All of standard input as text. */
  readonly readInput: () => Promise<string>;
  readonly look: Look;
  /** Whether standard error is a terminal, so that a line may be drawn over. */
  readonly live: boolean;
  /** Whether stacks of internal errors are shown. */
  readonly debug: boolean;
}

const NARROWEST = 60;
const WIDEST = 120;
const UNKNOWN_WIDTH = 80;

/** Width to lay tables out in: the terminal's, within what reads well; 80 where there is none. */
export const lookOf = ({ isTTY, columns, env }: { readonly isTTY: boolean; readonly columns: number | undefined; readonly env: NodeJS.ProcessEnv }): Look => ({
  width: isTTY && columns !== undefined ? Math.min(WIDEST, Math.max(NARROWEST, columns)) : UNKNOWN_WIDTH,
  colour: isTTY && (env.NO_COLOR === undefined || env.NO_COLOR === "") && env.TERM !== "dumb",
});

const readAll = async (stream: NodeJS.ReadableStream): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks).toString("utf8");
};

/** The terminal of this process. */
export const processTerminal = (): Terminal => ({
  write: (text) => void process.stdout.write(text),
  tell: (text) => void process.stderr.write(text),
  readInput: () => readAll(process.stdin),
  look: lookOf({ isTTY: process.stdout.isTTY === true, columns: process.stdout.columns, env: process.env }),
  live: process.stderr.isTTY === true,
  debug: (process.env.DAWNDUSK_DEBUG ?? "") !== "",
});
