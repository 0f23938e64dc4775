import { nodeFiles, solveHighs, withTables } from "../../src/io/index.ts";
import { run, type Run } from "../../src/run/index.ts";
import { load, loadScenario, ScenarioError, type Scenario } from "../../src/scenario/index.ts";

/** Runs a scenario of examples/ as the command does. */
export const runExample = (name: string): Promise<Run> => run(loadExample(name), { solve: solveHighs });

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
