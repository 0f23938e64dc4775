/** Runs a command line in this process and gathers what it says. */
import { runCommandLine, type ExitCode } from "../../src/cli/index.ts";

export interface Said {
  readonly exit: ExitCode;
  readonly out: string;
  readonly err: string;
}

export const say = async (words: readonly string[], { input = "", live = false }: { readonly input?: string; readonly live?: boolean } = {}): Promise<Said> => {
  let out = "";
  let err = "";
  const exit = await runCommandLine(words, {
    write: (text) => void (out += text),
    tell: (text) => void (err += text),
    readInput: () => Promise.resolve(input),
    look: { width: 80, colour: false },
    live,
    debug: false,
  });
  return { exit, out, err };
};
