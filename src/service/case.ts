/** A scenario with the files beside it, as an app holds them: texts by path, no disk. */
import { loadScenario, type Files, type Loaded } from "../scenario/index.ts";

export interface Case {
  /** Path of the scenario among `files`. */
  readonly scenario: string;
  /** Texts by path; paths are relative to one folder and use "/". */
  readonly files: Readonly<Record<string, string>>;
  /** "orbit.altitude=550 km" and the like, laid over the scenario in order. */
  readonly set: readonly string[];
}

export const caseFiles = ({ files }: Pick<Case, "files">): Files => ({
  read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
});

/** Reads a case, or tells all that is wrong with it. */
export const loadCase = (given: Case): Loaded => loadScenario({ path: given.scenario, files: caseFiles(given), set: given.set });
