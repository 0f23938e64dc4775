import { describe, expect, test } from "vitest";
import { randomDoubles } from "../../src/kernel/index.ts";
import { FCFS, jobOf, prepareSupply, serveStream, simulate } from "../../src/schedule/index.ts";
import { measure } from "../golden/measure.ts";
import { hall } from "./pools.ts";

const SUITE = "schedule-queue";
const SERVERS = 64;
const MEAN_RUN_S = 1;

/** Erlang's C formula (Erlang 1917), by the recursion of B: B(0) = 1, B(n) = a B/(n + a B); C = B / (1 - (a/c)(1 - B)). */
const erlangC = (servers: number, load: number): number => {
  let blocking = 1;
  for (let n = 1; n <= servers; n++) blocking = (load * blocking) / (n + load * blocking);
  return blocking / (1 - (load / servers) * (1 - blocking));
};

const draws = (stream: number): (() => number) => {
  const random = randomDoubles({ seed: 20261122, stream, index: 0 });
  return () => -Math.log(1 - random());
};

const JOBS = 4_000_000;
const BATCHES = 40;

/** Of a mean of values that follow each other, from means of batches that are long against their memory. */
const standardError = (values: Float64Array): number => {
  const size = values.length / BATCHES;
  const means = Array.from({ length: BATCHES }, (_, i) => values.subarray(i * size, (i + 1) * size).reduce((a, b) => a + b, 0) / size);
  const mean = means.reduce((a, b) => a + b, 0) / BATCHES;
  return Math.sqrt(means.reduce((sum, m) => sum + (m - mean) ** 2, 0) / (BATCHES - 1) / BATCHES);
};

describe("M/M/64", () => {
  test("waits as Erlang's C formula has them, within four standard errors of forty batches", () => {
    for (const part of [0.8, 0.9]) {
      const load = part * SERVERS;
      const [gap, run] = [draws(Math.round(load)), draws(1000 + Math.round(load))];
      const waits_s = new Float64Array(JOBS);
      const got = serveStream({ gap_s: () => gap() / load, run_s: () => run() * MEAN_RUN_S, jobs: JOBS, nodes: SERVERS }, waits_s);
      const waits = erlangC(SERVERS, load);
      const mean_s = (waits * MEAN_RUN_S) / (SERVERS - load);
      measure(SUITE, { case: `part that waits at load ${part}`, got: got.waited_frac, expected: waits, abs: 4 * standardError(waits_s.map((wait_s) => (wait_s > 0 ? 1 : 0))), unit: "-", source: "Erlang C" });
      measure(SUITE, { case: `mean wait at load ${part}`, got: got.meanWait_s, expected: mean_s, abs: 4 * standardError(waits_s), unit: "s", source: "Erlang C, W = C/(c mu - lambda)" });
      measure(SUITE, { case: `busy nodes at load ${part}`, got: got.busy_node_s / got.end_s, expected: load, rel: 0.003, unit: "-", source: "Little's law" });
      // The tolerance itself is small.
      expect(standardError(waits_s)).toBeLessThan(0.05 * mean_s);
    }
  });

  test("the lean loop is the machine's queue: the same waits, job by job", () => {
    const count = 20_000;
    const [gap, run] = [draws(7), draws(8)];
    const gaps = Float64Array.from({ length: count }, () => gap() / 60);
    const runs = Float64Array.from({ length: count }, run);
    const waits = new Float64Array(count);
    let [i, j] = [0, 0];
    serveStream({ gap_s: () => gaps[i++]!, run_s: () => runs[j++]!, jobs: count, nodes: SERVERS }, waits);
    let t = 0;
    const jobs = Array.from(gaps, (wait, k) => jobOf({ id: String(k), submit_s: (t += wait), nodes: 1, acceleratorsPerNode: 1, power_W: 0, estimate_s: runs[k]! }));
    const state = simulate({ workload: { jobs, run_s: runs }, supply: prepareSupply([hall(SERVERS)]), policy: FCFS, outages: [], end_s: Infinity, watch: () => {} });
    expect(Array.from(waits)).toEqual(state.entries.map(({ firstStart_s, job }) => firstStart_s! - job.submit_s));
    expect(Math.max(...waits)).toBeGreaterThan(0);
  });
});
