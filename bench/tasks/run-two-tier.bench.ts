/** The whole pipeline on the reference scenario, from Node's start to the last byte of JSON. Needs a build. */
import { wholeProcess } from "../whole-process.ts";

const usage = wholeProcess(["dist/cli/main.js", "run", "examples/two-tier/scenario.yaml", "--json", "--quiet"], 3);
console.log(JSON.stringify({ task: "run-two-tier", ...usage }));
