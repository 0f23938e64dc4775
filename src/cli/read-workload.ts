/** The file of jobs that a scenario names (serve.workload), beside the scenario. */
import { dirname, join } from "node:path";
import { nodeFiles, readBatsim, readGaia, readSacct, readSwf, type Assume, type ReadWorkload } from "../io/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { UsageError } from "./failure.ts";

type Format = NonNullable<Scenario["serve"]>["workloadFormat"];

const READERS: Readonly<Record<Format, (text: string, assume: Assume) => ReadWorkload>> = { gaia: readGaia, swf: readSwf, batsim: readBatsim, sacct: readSacct };

/** Undefined where none is named. A processor of the file is a node. Throws UsageError where there is no such file and ScenarioError for what is wrong in it. */
export const readWorkload = ({ serve }: Pick<Scenario, "serve">, source: string): ReadWorkload | undefined => {
  if (serve === null || serve.workload === "") return undefined;
  const scenario = source === "-" ? "./<stdin>" : source;
  const file = join(dirname(scenario), serve.workload);
  const text = nodeFiles(scenario).read(file);
  if (text === undefined) throw new UsageError(`serve.workload: there is no file "${serve.workload}" beside the scenario`, "name a file in the scenario's folder");
  return READERS[serve.workloadFormat](text, { file, acceleratorsPerNode: 1, power_W_per_accelerator: 1, estimate_s: null });
};
