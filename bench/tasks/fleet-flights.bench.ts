/**
 * Fleets of scenarios flown from the command line, from Node's start to the last byte of JSON: 10,000 satellites for a year and the filed
 * million for a day, over two threads; the same thirty days over one thread and two, in turns. Needs a build.
 */
import { processUsage } from "../whole-process.ts";
import type { Usage } from "../whole-process.ts";

const ROUNDS = 3;

const flown = (scenario: string, { workers, days }: { readonly workers: number; readonly days?: number }): Usage =>
  processUsage([
    "dist/cli/main.js", "fly", `bench/fleets/${scenario}.yaml`, "--json", "--quiet", "--workers", String(workers), ...(days === undefined ? [] : ["--set", `simulate.days=${days}`]),
  ]);

const least = { one: Infinity, two: Infinity };
for (let round = 0; round < ROUNDS; round++) {
  least.one = Math.min(least.one, flown("ten-thousand", { workers: 1, days: 30 }).wall_s);
  least.two = Math.min(least.two, flown("ten-thousand", { workers: 2, days: 30 }).wall_s);
}
const year = flown("ten-thousand", { workers: 2 });
const million = flown("filed-million", { workers: 2 });
console.log(JSON.stringify({
  task: "fleet-flights",
  year_cpu_s: year.cpu_s, year_wall_s: year.wall_s, year_rss_MB: year.rss_MB,
  million_cpu_s: million.cpu_s, million_wall_s: million.wall_s, million_rss_MB: million.rss_MB,
  oneThread_wall_s: least.one, twoThreads_wall_s: least.two, twoThreadsPerOne: least.two / least.one,
}));
