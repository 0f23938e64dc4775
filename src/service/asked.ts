/** What is asked of one scenario: the answer, or what is wrong with its text. */
import type { Problem, Scenario } from "../scenario/index.ts";
import { loadCase, type Case } from "./case.ts";

export type Asked<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const ofCase = async <T>(given: Case, answer: (scenario: Scenario) => T | Promise<T>): Promise<Asked<T>> => {
  const loaded = loadCase(given);
  return loaded.ok ? { ok: true, answer: await answer(loaded.scenario) } : { ok: false, problems: loaded.problems };
};
