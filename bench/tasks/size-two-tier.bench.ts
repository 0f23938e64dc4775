/** Reading and sizing the reference scenario, from Node's start. Needs a build. */
import { wholeProcess } from "../whole-process.ts";

const usage = wholeProcess(["dist/cli/main.js", "size", "examples/two-tier/scenario.yaml", "--json", "--quiet"], 5);
console.log(JSON.stringify({ task: "size-two-tier", ...usage }));
