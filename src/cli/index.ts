/** @module The command line: argv in, tables or JSON out, an exit code. */
export { runCommandLine } from "./program.ts";
export { lookOf, processTerminal, type Terminal } from "./terminal.ts";
export { EXIT, type ExitCode } from "./exit-code.ts";
export { jsonText } from "./json-text.ts";
