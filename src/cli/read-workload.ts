/** The file of jobs that a scenario names (serve.workload), beside the scenario. */
import { dirname, join } from "node:path";
import { nodeFiles, type Assume, type ReadWorkload } from "../io/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { UsageError } from "./failure.ts";
import { jobsOf, type Reading } from "./schedule-jobs.ts";

type ServeFields = NonNullable<Scenario["serve"]>;

/** Undefined where none is named. A processor of the file is a node. Throws UsageError where there is no such file and ScenarioError for what is wrong in it. */
export const readWorkload = ({ serve }: Pick<Scenario, "serve">, source: string): ReadWorkload | undefined => {
  if (serve === null || serve.workload === "") return undefined;
  const beside = textBeside(source);
  const { file, text } = beside(serve.workload, "serve.workload");
  const assume: Assume = { file, acceleratorsPerNode: 1, power_W_per_accelerator: 1, estimate_s: serve.workloadReading.estimate_s };
  const read = jobsOf(text, readingIn(serve, (name) => beside(name, "serve.workloadReading.steps").text), assume);
  return { ...read, notes: [...read.notes, ...(read.unknown.length === 0 ? [] : [`not used: ${read.unknown.join(", ")}`])] };
};

const textBeside = (source: string) => (name: string, field: string): { readonly file: string; readonly text: string } => {
  const scenario = source === "-" ? "./<stdin>" : source;
  const file = join(dirname(scenario), name);
  const text = nodeFiles(scenario).read(file);
  if (text === undefined) throw new UsageError(`${field}: there is no file "${name}" beside the scenario`, "name a file in the scenario's folder");
  return { file, text };
};

const readingIn = ({ workloadFormat: format, workloadReading: known }: ServeFields, textOf: (name: string) => string): Reading => ({
  format: format === "by-content" ? null : format, formatHint: "serve.workloadFormat",
  perRequest_s: { value: known.perRequest_s, name: "serve.workloadReading.perRequest" },
  inputRate: { value: known.inputRate_token_per_s, name: "serve.workloadReading.inputRate" },
  outputRate: { value: known.outputRate_token_per_s, name: "serve.workloadReading.outputRate" },
  steps: () => (known.steps === "" ? undefined : textOf(known.steps)), stepsName: "serve.workloadReading.steps", chip: known.chip, chipName: "serve.workloadReading.chip",
});
