/** What is said where a greedy placement would have cost less. Costs are counted by hand. */
import { expect, test } from "vitest";
import { jobOf, prepareSupply, simulate, type Policy } from "../../../src/schedule/index.ts";
import { jobsPolicy } from "../../../src/serve/index.ts";
import { greedyNotes } from "../../../src/serve/jobs/greedy-notes.ts";
import { hall } from "../../schedule/pools.ts";
import { scenarioOf } from "../../support/scenario.ts";
import { TWO_TIER } from "./days.ts";

const HOUR_S = 3600;
const serve = scenarioOf(TWO_TIER).serve!;
// Ten jobs of 1 kW and an hour, all at once, on ten nodes; a megawatt-hour costs 100 $ in the first two hours, 1000 $ later.
const jobs = Array.from({ length: 10 }, (_, i) => jobOf({ id: `j${i}`, submit_s: 0, nodes: 1, acceleratorsPerNode: 1, power_W: 1000, estimate_s: HOUR_S }));
const energy_usd_per_kWh = { t_s: [0, 2 * HOUR_S], value: [0.1, 1] };
const supply = prepareSupply([hall(10, { from_s: 0, price: { ...hall(1).price, energy_usd_per_kWh } })]);
const simulation = { workload: { jobs, run_s: jobs.map(() => HOUR_S) }, supply, outages: [], end_s: 24 * HOUR_S };
const after = (policy: Policy) => simulate({ ...simulation, policy, watch: () => {} });

test("days that cost ten times what ground first would have are told; days that cost the same, and another placement, are not", () => {
  const cheapest = { ...serve, placement: "cheapest" } as const;
  // Begun at hour 3 only: what a plan that had gone wrong leaves.
  const late = simulate({ ...simulation, workload: { ...simulation.workload, jobs: jobs.map((job) => ({ ...job, begin_s: 3 * HOUR_S })) }, policy: jobsPolicy({ ...serve, placement: "ground-first" }), watch: () => {} });
  expect(greedyNotes(cheapest, { state: late, simulation })).toEqual([expect.stringContaining("ground-first would have cost less than cheapest: 100.0 against 1000.0 $ a megawatt-hour")]);
  expect(greedyNotes(cheapest, { state: after(jobsPolicy({ ...serve, placement: "orbit-first" })), simulation })).toEqual([]);
  expect(greedyNotes({ ...serve, placement: "ground-first" }, { state: late, simulation })).toEqual([]);
});
