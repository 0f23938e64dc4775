/**
 * Work of placement by cost on nodes with stores, counted, never timed: how often a decision asks where a job is to go. Where what is asked for finds
 * room, it grows with the jobs; where more is asked than there is, the queue grows with them, and it does so only while a decision looks at so many.
 */
import { expect, test } from "vitest";
import { randomDoubles } from "../../src/kernel/index.ts";
import { EASY, jobOf, measuresOf, prepareSupply, simulate, type Job, type Placement, type Policy } from "../../src/schedule/index.ts";
import { flashes, hall } from "./pools.ts";

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;
const COST: Placement = { kind: "cost", carbon_usd_per_t: 0, wait_usd_per_h: 0.1, lookahead_s: DAY_S };
const store = { capacity_J: 3.6e6, charge_W: 800, discharge_W: 1000, roundTrip_frac: 0.9, initial_J: 0 };

/** A hall of four and three groups of four that are lit for 60 of 95 minutes: about 4 + 12 x 0.7 nodes. */
const supply = prepareSupply([hall(4), ...[0, 1, 2].map((i) => hall(4, { id: `sat-${i}`, tier: "orbit", from_s: 0, power_W: flashes({ lit_min: 60, turn_min: 95, phase_min: 20 * i, turns: 3000, power_W: 1000 }), battery: store }))]);

/** Dated jobs that keep so many nodes busy in the mean; every other one writes checkpoints. */
const jobsOf = (count: number, mean_nodes: number): readonly Job[] => {
  const random = randomDoubles({ seed: 5, stream: 0, index: 0 });
  // Nodes 1 to 3, times in the mean 1/6 + 4/3 h.
  const every_s = (2 * 1.5 * HOUR_S) / mean_nodes;
  return Array.from({ length: count }, (_, i) => {
    const estimate_s = 600 + 4 * HOUR_S * random() ** 2;
    const submit_s = (i + random()) * every_s;
    return jobOf({ id: `j${i}`, submit_s, nodes: 1 + Math.floor(3 * random()), acceleratorsPerNode: 1, power_W: 700, estimate_s }, {
      due_s: submit_s + estimate_s + 6 * HOUR_S, late_usd_per_h: 1, ...(i % 2 === 0 ? {} : { checkpoint: { interval_s: 600, write_s: 30, bytes: 0 } }),
    });
  });
};

/** Reads of the policy's placement: each look at a job's places makes some. */
const asked = (count: number, mean_nodes: number, depth: number): number => {
  let reads = 0;
  const policy: Policy = {
    ...EASY, depth,
    get placement() {
      reads++;
      return COST;
    },
  };
  const jobs = jobsOf(count, mean_nodes);
  const state = simulate({ workload: { jobs, run_s: jobs.map(({ estimate_s }) => estimate_s) }, supply, policy, outages: [], end_s: Infinity, watch: () => {} });
  expect(measuresOf(state).done).toBe(count);
  return reads;
};

const ALL = Number.MAX_SAFE_INTEGER;

// 6 of the 12 nodes or so that there are: no queue to speak of, whatever a decision looks at.
test("where there is room, four times the jobs are at most four times the work and a half", () => {
  expect(asked(800, 6, ALL)).toBeLessThan(4 * 1.5 * asked(200, 6, ALL));
});

// 16: the queue grows with the jobs, so that looks at all of it would grow with their square.
test("where there is none, the same holds of decisions that look at twenty jobs", () => {
  expect(asked(800, 16, 20)).toBeLessThan(4 * 1.5 * asked(200, 16, 20));
});
