#!/usr/bin/env node
/** The process: argv in, exit code out. */
import { runCommandLine } from "./program.ts";
import { processTerminal } from "./terminal.ts";

/** A reader that went away ("| head") wants no more: end quietly, as a C program does on SIGPIPE. */
const onPipeError = (error: NodeJS.ErrnoException): void => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
};
process.stdout.on("error", onPipeError);
process.stderr.on("error", onPipeError);

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal());
