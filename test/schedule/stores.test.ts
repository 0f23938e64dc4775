/** Jobs on nodes with stores. Expected times are counted by hand. */
import { describe, expect, test } from "vitest";
import { constantCurve as c, EASY, FCFS, jobOf, PLANNED, prepareSupply, simulate, type Job, type Policy, type Pool } from "../../src/schedule/index.ts";
import { flashes, hall } from "./pools.ts";

const DAY_S = 86_400;
const full = (more: Partial<Pool> = {}): Pool =>
  hall(2, { id: "stored", tier: "orbit", power_W: c(1000), from_s: 0, battery: { capacity_J: 1e6, charge_W: 1000, discharge_W: 1000, roundTrip_frac: 1, initial_J: 1e6 }, ...more });
const unit = (id: string, submit_s: number, estimate_s: number, more: Partial<Job> = {}): Job => ({ ...jobOf({ id, submit_s, nodes: 1, acceleratorsPerNode: 1, power_W: 500, estimate_s }), ...more });
const flown = (jobs: readonly Job[], pools: readonly Pool[], policy: Policy, run_s: readonly number[] = jobs.map(({ estimate_s }) => estimate_s)) => {
  const records: string[] = [];
  const state = simulate({ workload: { jobs, run_s }, supply: prepareSupply(pools), policy, outages: [], end_s: 5 * DAY_S, watch: (_, step) => void records.push(...step.records.map(({ to }) => to)) });
  return { ...state, records };
};

describe("a full store in light", () => {
  test.each(Object.entries({ FCFS, EASY, PLANNED }))("%s: takes a job of no length at once, and those behind it", (_, policy) => {
    const { entries } = flown([unit("zero", 10, 0), unit("ten", 20, 10)], [full()], policy);
    expect(entries.map(({ state, end_s }) => [state, end_s])).toEqual([["done", 10], ["done", 30]]);
  });

  test("takes any job at once, whatever its time and length", () => {
    for (let i = 0; i < 50; i++) {
      // Times with digits: of many of these, (t + length) - t is less than the length.
      const submit_s = i * 1000.37 + 0.1 * i;
      expect(flown([unit("a", submit_s, 100.3 + i / 7)], [full()], FCFS).entries[0]!.firstStart_s).toBe(submit_s);
    }
  });
});

describe("a gang over nodes with a store and without", () => {
  const plain = (power_W: Pool["power_W"]): Pool => hall(1, { id: "plain", tier: "orbit", domain: "d", power_W, from_s: 0 });
  const stored = full({ nodes: 1, domain: "d" });
  const gang = unit("gang", 0, 2587, { nodes: 2, checkpoint: { interval_s: 60, write_s: 100, bytes: 1 } });

  test("that takes longer than was said goes on while both have supply", () => {
    // 4,398 s of work are 74 stretches of a minute with 73 checkpoints of 100 s between.
    const { entries, records } = flown([gang], [stored, plain(c(1000))], FCFS, [4398]);
    expect(entries[0]).toMatchObject({ state: "done", end_s: 4398 + 73 * 100, requeues: {} });
    expect(records).toEqual(["submitted", "admitted", "staged", "bound", "running", "done"]);
  });

  test("is told before the end of the light of those without", () => {
    // Lit for three hours from 0 on; the work that its checkpoint holds goes on in the light after.
    const { entries, records } = flown([gang], [stored, plain(flashes({ lit_min: 180, turn_min: 240, phase_min: 0, turns: 20, power_W: 1000 }))], FCFS, [4398]);
    expect(entries[0]).toMatchObject({ state: "done", requeues: { "supply ends": 1 } });
    expect(records.filter((to) => to === "checkpointed")).toHaveLength(1);
  });
});

test("a run too short for a checkpoint gets no word at its start: it would bring nothing to safety", () => {
  // Lit for exactly the 50 s that it takes; a checkpoint takes 100.
  const lit = hall(1, { tier: "orbit", power_W: { t_s: [0, 50], value: [1000, 0] } });
  const { entries, records } = flown([unit("short", 0, 50, { checkpoint: { interval_s: 60, write_s: 100, bytes: 0 } })], [lit], FCFS);
  expect(entries[0]).toMatchObject({ state: "done", end_s: 50 });
  expect(records).not.toContain("preempted");
});

test("what has taken longer than was said goes on when its store carries it again, not before", () => {
  // Said to take 10 min, it takes 100: a full MJ carries it for 2,000 s of the dark, then each light of 40 min.
  const dark = flashes({ lit_min: 40, turn_min: 100, phase_min: 60, turns: 20, power_W: 1000 });
  const { entries, records } = flown([unit("long", 3000, 600, { checkpoint: { interval_s: 300, write_s: 0, bytes: 0 } })], [full({ nodes: 1, power_W: { ...dark, value: dark.value.map((W, i) => (i === 0 ? 500 : W)) } })], EASY, [6000]);
  expect(entries[0]!.state).toBe("done");
  expect(records.length).toBeLessThan(30);
});
