/** A whole run of a scenario for its record alone: nothing is printed or written. */
import type { Run } from "../run/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { progressOn } from "./progress.ts";
import { readScenario, type Source } from "./read-scenario.ts";
import { interruptible } from "./run-pipeline.ts";
import type { Terminal } from "./terminal.ts";

export interface Finished {
  readonly scenario: Scenario;
  readonly run: Run;
}

/** Reads a scenario and runs it to its end; an interrupt gives a run that says so. */
export const runQuietly = async (source: Source, { quiet }: { readonly quiet: boolean }, terminal: Terminal): Promise<Finished> => {
  const scenario = await readScenario(source, terminal);
  const [{ runUntil }, io, { guardFleet }] = await Promise.all([import("../run/index.ts"), import("../io/index.ts"), import("./fleet-limit.ts")]);
  guardFleet(scenario, { quiet }, terminal);
  const progress = progressOn(terminal, quiet);
  const run = await interruptible(async (signal) => {
    const solver = io.threadSolver({ signal });
    try {
      return await runUntil(scenario, "finance", { solve: solver.solve, signal, onStage: progress.stage, onFlown: progress.flown });
    } finally {
      await solver.close();
      progress.done();
    }
  });
  return { scenario, run };
};
