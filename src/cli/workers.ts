/** `--workers`: over how many threads a fleet is flown. */
import { InvalidArgumentError, Option, type Command } from "commander";
import type { FleetCrew } from "../fly/index.ts";

export interface WorkerOptions { readonly workers?: number }

/** More threads than any machine has cores: a slip of the finger. */
const WORKERS_MAX = 1024;

/** A number of threads, of an option. */
export const workersOf = (text: string): number => {
  const workers = Number(text);
  if (text.trim() !== "" && Number.isInteger(workers) && workers >= 1 && workers <= WORKERS_MAX) return workers;
  throw new InvalidArgumentError(`expected a whole number of threads from 1 to ${WORKERS_MAX}.`);
};

/** Adds the option to a command that flies. */
export const withWorkers = (command: Command): Command =>
  command.addOption(new Option("--workers <n>", "threads that fly a fleet; the result is the same for any (default: all cores, where the fleet is large enough)").argParser(workersOf));

/** The crew that the command line asks for. */
export const crewOf = ({ workers }: WorkerOptions, io: typeof import("../io/index.ts")): FleetCrew => (workers === undefined ? io.machineCrew() : io.threadCrew({ workers }));
