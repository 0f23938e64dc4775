/** What `reconcile` and `compare` take: a published model by name, or a scenario's run by its path. */
import { NameError, subjectOf, type Subject } from "../published/index.ts";
import type { Run } from "../run/index.ts";
import { UsageError } from "./failure.ts";
import { runQuietly } from "./run-quietly.ts";
import type { Terminal } from "./terminal.ts";

export interface Named {
  readonly subject: Subject;
  /** Null for a published model. */
  readonly run: Run | null;
}

/** Whether a name is a scenario's. */
export const isFile = (name: string): boolean => name === "-" || /[/\\]|\.(ya?ml|json)$/.test(name);

/** Errors about names as errors of the command line. */
export const asUsage = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw error instanceof NameError ? new UsageError(error.message, error.hint) : error;
  }
};

/** Null when its run was interrupted. Throws UsageError for a name that is none, and for a run without levelised cost. */
export const namedSubject = async (name: string, { set, quiet }: { readonly set: readonly string[]; readonly quiet?: true }, terminal: Terminal): Promise<Named | null> => {
  if (!isFile(name)) return { subject: asUsage(() => subjectOf(name)), run: null };
  const finished = await runQuietly({ source: name, set }, { quiet: quiet === true }, terminal);
  if (finished.run.interrupted) return null;
  const { runSubject } = await import("../run/index.ts");
  const { finance } = finished.run;
  if (finance === null || (finance.orbit === null && finance.ground === null)) throw new UsageError(`${name} has no levelised cost`, "dawndusk run says why");
  return { subject: runSubject(name, finished), run: finished.run };
};

/** Throws UsageError where scenarios are asked for in a way that cannot be. */
export const guardNames = (names: readonly string[], set: readonly string[]): void => {
  if (set.length > 0 && !names.some(isFile)) throw new UsageError("--set, and no scenario is named", "inputs of a model stand behind a colon: mccalip:years=10");
  if (names.filter((name) => name === "-").length > 1) throw new UsageError("standard input is named twice", "name a file");
};
