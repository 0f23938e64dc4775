/** A case run from end to end: problems, or an answer. */
import type { RunPorts } from "../run/index.ts";
import type { Problem } from "../scenario/index.ts";
import { answerOf, type Answer } from "./answer.ts";
import type { Case } from "./case.ts";
import { keptRuns, type RunKept } from "./kept-runs.ts";

export type CaseAnswer =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Runs all stages. An interrupt leaves what was finished; the answer then says so. */
export const runCase = async (given: Case, ports: RunPorts, runKept: RunKept = keptRuns()): Promise<CaseAnswer> => {
  const done = await runKept(given, ports);
  return done.ok ? { ok: true, answer: answerOf(done.run) } : done;
};
