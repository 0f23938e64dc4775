/** Nodes kept for input that is about to be there, where jobs share nodes. */
import { expect, test } from "vitest";
import { constantCurve as c, EASY, jobOf, prepareSupply, simulate, type Job, type Pool } from "../../src/schedule/index.ts";
import { hall } from "./pools.ts";

/** Starts of one that brings 30 s of data, and of one beside it. */
const starts = (pool: Partial<Pool>, beside: Partial<Job>, brings: Partial<Job> = {}): readonly (number | null)[] => {
  const unit = (id: string, more: Partial<Job>): Job => ({ ...jobOf({ id, submit_s: 0, nodes: 1, acceleratorsPerNode: 1, power_W: 500, estimate_s: 600 }), ...more });
  const jobs = [unit("brings", { input_B: 3e7, inputPlace: "far", ...brings }), unit("beside", beside)];
  return simulate({ workload: { jobs, run_s: [600, 600] }, supply: prepareSupply([hall(1, { acceleratorsPerNode: 4, in_B_per_s: c(1e6), ...pool })]), policy: EASY, outages: [], end_s: 1e6, watch: () => {} })
    .entries.map(({ firstStart_s }) => firstStart_s);
};

test("a neighbour that leaves it accelerators and watts starts at once, any other when it is done", () => {
  expect(starts({}, { acceleratorsPerNode: 3 })).toEqual([30, 0]);
  expect(starts({}, { acceleratorsPerNode: 4 })).toEqual([30, 630]);
  expect(starts({ power_W: c(1000) }, {})).toEqual([30, 0]);
  expect(starts({ power_W: c(1000) }, { power_W: 501 })).toEqual([30, 630]);
});

test("a gang finds its nodes beside neighbours", () => {
  expect(starts({ nodes: 3 }, { acceleratorsPerNode: 2 }, { nodes: 3, acceleratorsPerNode: 2 })).toEqual([30, 0]);
  expect(starts({ nodes: 3 }, { acceleratorsPerNode: 3 }, { nodes: 3, acceleratorsPerNode: 2 })).toEqual([30, 630]);
  expect(starts({ nodes: 3 }, { acceleratorsPerNode: 3 }, { nodes: 2, acceleratorsPerNode: 2 })).toEqual([30, 0]);
});
