/** Jobs that bring data: which domain takes them, and what they leave to others. Expected times are counted by hand. */
import { describe, expect, test } from "vitest";
import { constantCurve as c, jobOf, PLANNED, prepareSupply, simulate, type Job, type Policy, type Pool } from "../../src/schedule/index.ts";
import { hall } from "./pools.ts";

const HOUR_S = 3600;
const linked = (id: string, nodes: number, B_per_s: number): Pool => hall(nodes, { id, tier: "orbit", in_B_per_s: c(B_per_s), out_B_per_s: c(B_per_s) });
const unit = (id: string, submit_s: number, hours: number, more: Partial<Job> = {}): Job =>
  jobOf({ id, submit_s, nodes: 1, acceleratorsPerNode: 1, power_W: 1000, estimate_s: hours * HOUR_S }, { inputPlace: "ground", input_B: 1e9, ...more });
const placed = (jobs: readonly Job[], pools: readonly Pool[], policy: Policy = PLANNED) =>
  simulate({ workload: { jobs, run_s: jobs.map(({ estimate_s }) => estimate_s) }, supply: prepareSupply(pools), policy, outages: [], end_s: 20 * 24 * HOUR_S, watch: () => {} });
const lastEnd = ({ entries }: ReturnType<typeof placed>): number => Math.max(...entries.map(({ end_s }) => end_s ?? Infinity));

describe("more work than the slots ahead hold", () => {
  test("is shared by equal places", () => {
    // 60 jobs of 8 h on 2 + 2 nodes: 15 rounds are 120 h; what comes in between may cost one round more.
    const jobs = Array.from({ length: 60 }, (_, i) => unit(`j${i}`, 60 * i, 8));
    expect(lastEnd(placed(jobs, [linked("o1", 2, 1e9), linked("o2", 2, 1e9)]))).toBeLessThan(129 * HOUR_S);
  });

  test("is not sent where the link lets nothing through", () => {
    const jobs = [unit("long", 0, 60), unit("a", 60, 2), unit("b", 120, 2), unit("c", 180, 2)];
    expect(placed(jobs, [linked("o1", 1, 0), linked("o2", 1, 1e9)]).entries.map(({ state }) => state)).toEqual(["done", "done", "done", "done"]);
  });
});

test("what is booked and only waits for its time hides no newcomer, however few are looked at", () => {
  const falls = hall(4, { from_s: 0, price: { ...hall(1).price, energy_usd_per_kWh: { t_s: [0, 5 * HOUR_S], value: [1, 0.1] } } });
  const flexible = Array.from({ length: 8 }, (_, i) => unit(`day-${i}`, 0, 2, { input_B: 0, inputPlace: null, due_s: 20 * HOUR_S, late_usd_per_h: 1 }));
  const chat = unit("chat", HOUR_S, 1, { input_B: 0, inputPlace: null, expires_s: HOUR_S + 600 });
  const state = placed([...flexible, chat], [falls], { ...PLANNED, order: { kind: "fcfs" }, depth: 5 });
  expect(state.byId.get("chat")!.firstStart_s).toBe(HOUR_S);
  expect(lastEnd(state)).toBeLessThanOrEqual(20 * HOUR_S);
});
