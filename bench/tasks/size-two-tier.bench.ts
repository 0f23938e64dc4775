import type { BenchTask } from "../task.ts";
import { wholeProcess } from "../whole-process.ts";

/** Reading and sizing the reference scenario, from Node's start. */
export const task: BenchTask = {
  name: "size-two-tier",
  budget: { cpu_s: 1, rss_MB: null },
  measure: () => wholeProcess(["dist/cli/main.js", "size", "examples/two-tier/scenario.yaml", "--json", "--quiet"], 5),
};
