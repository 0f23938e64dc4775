/** The last few runs, so that a book or a comparison of what has just been run does not run it again. */
import { runUntil, type Run, type RunPorts } from "../run/index.ts";
import type { Problem, Scenario } from "../scenario/index.ts";
import { loadCase, type Case } from "./case.ts";
import { lastFew } from "./last-few.ts";

export type CaseRun =
  | { readonly ok: true; readonly scenario: Scenario; readonly run: Run }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type RunKept = (given: Case, ports: RunPorts) => Promise<CaseRun>;

/** Runs of some megabytes each. */
const KEPT = 4;

/** Runs a case from end to end, or gives the run that is kept of it. One that was interrupted is not kept. */
export const keptRuns = (): RunKept => {
  const kept = lastFew<CaseRun & { readonly ok: true }>(KEPT);
  return async (given, ports) => {
    const known = kept.of(given);
    if (known !== undefined) return known;
    const loaded = loadCase(given);
    if (!loaded.ok) return loaded;
    const done = { ok: true, scenario: loaded.scenario, run: await runUntil(loaded.scenario, "finance", ports) } as const;
    if (!done.run.interrupted) kept.keep(given, done);
    return done;
  };
};
