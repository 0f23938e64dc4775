/** A case run from end to end: problems, or an answer. */
import { runUntil, type RunPorts } from "../run/index.ts";
import type { Problem } from "../scenario/index.ts";
import { answerOf, type Answer } from "./answer.ts";
import { loadCase, type Case } from "./case.ts";

export type CaseAnswer =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Runs all stages. An interrupt leaves what was finished; the answer then says so. */
export const runCase = async (given: Case, ports: RunPorts): Promise<CaseAnswer> => {
  const loaded = loadCase(given);
  return loaded.ok ? { ok: true, answer: answerOf(await runUntil(loaded.scenario, "finance", ports)) } : { ok: false, problems: loaded.problems };
};
