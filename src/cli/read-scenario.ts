import { existsSync } from "node:fs";
import type { NodeFiles } from "../io/index.ts";
import type { Loaded, LoadOptions, Scenario } from "../scenario/index.ts";
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
export const readScenario = async (source: Source, terminal: Terminal): Promise<Scenario> => {
  const [{ loadScenario, ScenarioError }, { withTables }, options] = await Promise.all([import("../scenario/index.ts"), import("../io/index.ts"), loadOptions(source, terminal)]);
  const loaded = await withTables(options.files, () => loadScenario(options));
  if (!loaded.ok) throw new ScenarioError(loaded.problems);
  return loaded.scenario;
};

/** The same scenario read once, for many settings more. Throws a UsageError when there is none. */
export const readerOf = async (source: Source, terminal: Terminal): Promise<(settings: readonly string[]) => Loaded> => {
  const [{ scenarioReader }, { withTables }, options] = await Promise.all([import("../scenario/index.ts"), import("../io/index.ts"), loadOptions(source, terminal)]);
  await withTables(options.files, () => scenarioReader(options)([]));
  return scenarioReader(options);
};

const loadOptions = async ({ source, set }: Source, terminal: Terminal): Promise<LoadOptions & { readonly files: NodeFiles }> => {
  if (source !== "-" && !existsSync(source)) throw new UsageError(`there is no scenario "${source}"`, "dawndusk init > scenario.yaml writes one to start from");
  const { nodeFiles } = await import("../io/index.ts");
  if (source !== "-") return { path: source, files: nodeFiles(source), set };
  const text = await terminal.readInput();
  const beside = nodeFiles(`./${STDIN}`);
  return { path: STDIN, files: { ...beside, read: (path) => (path === STDIN ? text : beside.read(path)) }, set };
};
