/** Errors as people and as programs read them. */
import type { Problem } from "../scenario/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { jsonText } from "./json-text.ts";
import type { Terminal } from "./terminal.ts";

/** What a command line asks for that does not exist: an argument, a file, an id. */
export class UsageError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.name = "UsageError";
    this.hint = hint;
  }
}

/** A problem of the command line itself, in the shape of a scenario's problems. */
const usageProblem = ({ message, hint }: UsageError) => ({ file: "", line: 0, column: 0, path: "", found: message, expected: "", hint });

const problemsOf = (error: unknown): readonly Problem[] | undefined =>
  error instanceof Error && error.name === "ScenarioError" && "problems" in error ? (error.problems as readonly Problem[]) : undefined;

const internal = (error: unknown, { debug }: Terminal): string => {
  const message = error instanceof Error ? error.message : String(error);
  const stack = debug && error instanceof Error ? `\n${error.stack}` : "";
  return `internal error: ${message}${stack}\nThis is a fault of dawndusk, not of your scenario. Please report it with the scenario, the command and this message.${debug ? "" : "\nDAWNDUSK_DEBUG=1 shows where it happened."}\n`;
};

/** Tells what went wrong, and the exit code for it. With `json`, one document on standard output says it. */
export const fail = (error: unknown, terminal: Terminal, json: boolean): ExitCode => {
  const problems = problemsOf(error);
  if (problems !== undefined) {
    if (json) terminal.write(jsonText({ problems }));
    else terminal.tell(`${(error as Error).message}\n${problems.length} ${problems.length === 1 ? "problem" : "problems"}.\n`);
    return EXIT.invalid;
  }
  if (error instanceof UsageError) {
    if (json) terminal.write(jsonText({ problems: [usageProblem(error)] }));
    else terminal.tell(`error: ${error.message}${error.hint === "" ? "" : `\n    ${error.hint}`}\n`);
    return EXIT.invalid;
  }
  if (json) terminal.write(jsonText({ problems: [], error: error instanceof Error ? error.message : String(error) }));
  terminal.tell(internal(error, terminal));
  return EXIT.internal;
};
