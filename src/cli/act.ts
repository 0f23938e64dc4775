import type { ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

/** Hands a command the terminal and keeps the exit code it answers. */
export type Act = (command: (terminal: Terminal) => Promise<ExitCode>) => Promise<void>;
