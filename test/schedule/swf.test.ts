import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readSwf } from "../../src/io/index.ts";
import { EASY, FCFS, measuresOf, prepareSupply, scheduleSwf, simulate, SJF, type Policy } from "../../src/schedule/index.ts";
import { goldenCsv } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";
import { hall } from "./pools.ts";

const SUITE = "schedule-swf";
const POLICIES: Readonly<Record<string, Policy>> = { FCFS, SJF, EASY };
const SOURCE = "independent simulator over the Parallel Workloads Archive's logs";
const ASSUME = { file: "log.swf", acceleratorsPerNode: 1, power_W_per_accelerator: 1, estimate_s: null };

type Workload = ReturnType<typeof readSwf>;
const read = new Map<string, Workload>();

/** Each log is read once for all policies. */
const logOf = (trace: string): Workload => {
  const known = read.get(trace);
  if (known !== undefined) return known;
  const workload = readSwf(gunzipSync(readFileSync(new URL(`../golden/ops/${trace}.swf.gz`, import.meta.url))).toString(), ASSUME);
  read.set(trace, workload);
  return workload;
};

describe("logs of the Parallel Workloads Archive through the machine itself", () => {
  for (const row of goldenCsv("ops/swf-reference.csv")) {
    test(`${row["trace"]}, ${row["policy"]}`, () => {
      const workload = logOf(row["trace"]!);
      const state = simulate({ workload, supply: prepareSupply([hall(Number(row["processors"]))]), policy: POLICIES[row["policy"]!]!, outages: [], end_s: Infinity, watch: () => {} });
      const got = measuresOf(state);
      expect(got.jobs).toBe(Number(row["jobs"]));
      expect(got.done).toBe(got.jobs);
      // Half a unit of the last place that the table prints.
      const columns = [["meanWait_s", 5.1e-4, "s"], ["p95Wait_s", 0.5, "s"], ["maxWait_s", 0.5, "s"], ["meanBoundedSlowdown", 5.1e-5, "-"], ["makespan_s", 0.5, "s"], ["used_frac", 5.1e-7, "-"]] as const;
      for (const [name, abs, unit] of columns) measure(SUITE, { case: `${row["trace"]} ${row["policy"]} ${name}`, got: got[name], expected: Number(row[name]), abs, unit, source: SOURCE });
    });
  }

  test("what is written as SWF reads as the same jobs, with the waits that they had", () => {
    const workload = logOf("nasa-ipsc-1993");
    const state = simulate({ workload, supply: prepareSupply([hall(128)]), policy: EASY, outages: [], end_s: Infinity, watch: () => {} });
    const lines = [...scheduleSwf(state)];
    const again = readSwf(lines.join(""), ASSUME);
    expect(again.jobs.map(({ submit_s, nodes, estimate_s }) => [submit_s, nodes, estimate_s])).toEqual(workload.jobs.map(({ submit_s, nodes, estimate_s }) => [submit_s, nodes, estimate_s]));
    const waits = lines.slice(1).map((line) => Number(line.split(" ")[2]));
    expect(waits.reduce((a, b) => a + b, 0) / waits.length).toBeCloseTo(4.067, 3);
  });
});
