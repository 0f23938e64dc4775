import type { BenchTask } from "../task.ts";
import { wholeProcess } from "../whole-process.ts";

/** The whole pipeline on the reference scenario, from Node's start to the last byte of JSON. */
export const task: BenchTask = {
  name: "run-two-tier",
  budget: { cpu_s: 10, rss_MB: 500 },
  measure: () => wholeProcess(["dist/cli/main.js", "run", "examples/two-tier/scenario.yaml", "--json", "--quiet"], 3),
};
