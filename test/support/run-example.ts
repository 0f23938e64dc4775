import { existsSync, readdirSync } from "node:fs";
import { nodeFiles, withTables } from "../../src/io/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { run, type Run } from "../../src/run/index.ts";
import { load, loadScenario, ScenarioError, type Scenario } from "../../src/scenario/index.ts";
import { heldAgainst } from "./held-against.ts";

/** Runs a scenario of examples/ as the command does, and holds it against the figures of its README. */
export const runExample = async (name: string): Promise<Run> => {
  const got = await run(loadExample(name), { solve: solveHighs });
  heldAgainst(name, got);
  return got;
};

/** A scenario of examples/, with `--set` changes. */
export const loadExample = (name: string, ...set: readonly string[]): Scenario => {
  const path = `examples/${name}/scenario.yaml`;
  return load({ path, files: nodeFiles(path), set });
};

/** The same where it names Parquet files, which are read apart. */
export const loadTables = (name: string, ...set: readonly string[]): Promise<Scenario> => {
  const path = `examples/${name}/scenario.yaml`;
  const files = nodeFiles(path);
  return withTables(files, () => loadScenario({ path, files, set })).then((loaded) => {
    if (!loaded.ok) throw new ScenarioError(loaded.problems);
    return loaded.scenario;
  });
};

/** Scenarios of examples/, in order of their names. */
export const exampleNames = (): readonly string[] => readdirSync("examples").filter((name) => existsSync(`examples/${name}/scenario.yaml`)).sort();

/** What an example is run with where it would take some ten seconds as it is: as its own test has it, and told with its figure. */
export const LESS: Readonly<Record<string, readonly string[]>> = { "filed-million": ["orbit.fleet.cap=20000"] };

/** Any example from beginning to end, with the tables that it names. */
export const runWhole = async (name: string): Promise<Run> => run(await loadTables(name, ...(LESS[name] ?? [])), { solve: solveHighs });
