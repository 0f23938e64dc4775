/** A worker of the built package in a process of its own, with the computation for tests: node worker-process.mjs <url> [out]. */
import { clusterWorker } from "../../../dist/io/campaign/index.js";

const [url, out] = process.argv.slice(2);
const controller = new AbortController();
process.on("SIGINT", () => controller.abort());
await clusterWorker({
  url, module: new URL("./ishigami.mjs", import.meta.url).href, workers: 1, dawndusk: "test", modelVersion: "test", limit_s: 60, signal: controller.signal,
  onNote: (note) => process.stderr.write(`${note}\n`), ...(out === undefined ? {} : { out }),
});
