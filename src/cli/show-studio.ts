/** What `studio` does: serves the app until it is interrupted. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readCase, serveStudio, type StudioAsked, type StudioServer } from "../io/studio/index.ts";
import { ScenarioError } from "../scenario/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import type { StudioOptions } from "./studio-options.ts";
import type { Terminal } from "./terminal.ts";

/** Ports are words of sixteen bits. */
const MOST_PORT = 2 ** 16 - 1;

/** Answers 0 when it is interrupted. Throws UsageError where it cannot listen, and ScenarioError for a scenario that cannot be read. */
export const showStudio = async (source: string | undefined, options: StudioOptions, terminal: Terminal): Promise<ExitCode> => {
  const port = portOf(options.port);
  const opens = source === undefined ? null : await openingWith(source);
  const server = await listening({ port, opens });
  terminal.write(`The studio is at ${server.url}\nCtrl+C ends it.\n`);
  if (options.open && terminal.live) openBrowser(server.url);
  await interrupted();
  await server.close();
  return EXIT.done;
};

const portOf = (text: string): number => {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > MOST_PORT) throw new UsageError(`--port ${text}`, `a whole number up to ${MOST_PORT}; 0 for any that is free`);
  return port;
};

const openingWith = async (source: string): Promise<StudioAsked["opens"]> => {
  if (!existsSync(source)) throw new UsageError(`there is no scenario "${source}"`, "dawndusk init > scenario.yaml writes one to start from");
  const read = await readCase(source);
  if (!read.ok) {
    if (read.case === null) throw new ScenarioError(read.problems);
    // To be mended there: the page tells what is wrong beside the text.
    return { name: source, note: "", case: read.case };
  }
  return { name: `${source}: ${read.name}`, note: read.note, case: read.case };
};

const listening = async (asked: StudioAsked): Promise<StudioServer> => {
  try {
    return await serveStudio(asked);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES")) throw new UsageError(`port ${asked.port} cannot be listened on: ${error.code === "EACCES" ? "it is reserved" : "something else does"}`, "--port 0 takes any that is free");
    throw error;
  }
};

/** The first interrupt ends the waiting; so does a terminal that is closed. */
const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = { darwin: ["open"], win32: ["cmd", "/c", "start", ""], linux: ["xdg-open"] };

/** Where nothing opens pages, the address stands on the terminal. */
const openBrowser = (url: string): void => {
  const opener = OPENERS[process.platform];
  if (opener === undefined) return;
  const [command, ...words] = opener;
  spawn(command, [...words, url], { stdio: "ignore", detached: true }).on("error", () => undefined).unref();
};
