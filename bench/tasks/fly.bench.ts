/** CPU seconds of a flown year by the minute with 20 stations: first run (with compilation) and median of the next. Run: npx tsx bench/tasks/fly.bench.ts */
import { fly } from "../../src/fly/index.ts";
import { scenarioOf, sizingOf } from "../../test/fly/fixture.ts";

const RUNS = 7;
const stations = Array.from({ length: 20 }, (_, i) => ({ id: `s${i}`, latitude_deg: -76 + 8 * i, longitude_deg: 18 * i - 171 }));
const scenario = scenarioOf({ stations });

let sink = 0;
const cpu_s = async (eclipse: "shed" | "ride-through"): Promise<number> => {
  const before = process.cpuUsage();
  sink += (await fly(scenario, sizingOf({ eclipse, capacity_J: 400e6 }))).summary!.delivered_frac;
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1e6;
};

const runs: (readonly [number, number])[] = [];
for (let i = 0; i < RUNS; i++) runs.push([await cpu_s("shed"), await cpu_s("ride-through")]);
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
console.log(JSON.stringify({
  task: "fly", steps: 525_600, stations: 20, node: process.version,
  first_cpu_s: runs[0]![0],
  shed_cpu_s: median(runs.slice(1).map(([shed]) => shed)),
  rideThrough_cpu_s: median(runs.slice(1).map(([, ride]) => ride)),
  consumed: sink > 0,
}));
