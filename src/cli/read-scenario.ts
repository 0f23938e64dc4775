import { existsSync } from "node:fs";
import type { Scenario } from "../scenario/index.ts";
import { UsageError } from "./failure.ts";
import type { Terminal } from "./terminal.ts";

/** How standard input is named in problems; files beside it are those of the current folder. */
const STDIN = "<stdin>";

export interface Source {
  /** Path of the scenario, or "-". */
  readonly source: string;
  readonly set: readonly string[];
}

/** Loads a scenario from a file or standard input. Throws a UsageError when there is none and a ScenarioError with all its problems. */
export const readScenario = async ({ source, set }: Source, terminal: Terminal): Promise<Scenario> => {
  if (source !== "-" && !existsSync(source)) throw new UsageError(`there is no scenario "${source}"`, "dawndusk init > scenario.yaml writes one to start from");
  const [{ load }, { nodeFiles }] = await Promise.all([import("../scenario/index.ts"), import("../io/index.ts")]);
  if (source !== "-") return load({ path: source, files: nodeFiles(source), set });
  const text = await terminal.readInput();
  const beside = nodeFiles(`./${STDIN}`);
  return load({ path: STDIN, files: { read: (path) => (path === STDIN ? text : beside.read(path)) }, set });
};
