/**
 * Every scenario of examples/ as `dawndusk run` takes it, from Node's start to the last byte of JSON, over one thread: what the dearest and all
 * of them cost. What each costs is told on the way. Needs a build.
 */
import { exampleNames } from "../../test/support/run-example.ts";
import { processUsage } from "../whole-process.ts";

const used = exampleNames().map((name) => {
  const { cpu_s, rss_MB } = processUsage(["dist/cli/main.js", "run", `examples/${name}/scenario.yaml`, "--json", "--quiet", "--workers", "1"]);
  console.error(`  ${name}: ${cpu_s.toFixed(2)} s of CPU, ${rss_MB.toFixed(0)} MB`);
  return { cpu_s, rss_MB };
});
const cpu_s = used.map((one) => one.cpu_s);
console.log(JSON.stringify({
  task: "gallery", scenarios: used.length, dearest_cpu_s: Math.max(...cpu_s), all_cpu_s: cpu_s.reduce((sum, one) => sum + one, 0), rss_MB: Math.max(...used.map((one) => one.rss_MB)),
}));
