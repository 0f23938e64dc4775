/** That what waits is tried again when it can start: what else nobody would wake up for. */
import { describe, expect, test } from "vitest";
import { constantCurve as c, CONSERVATIVE, EASY, FCFS, jobOf, PLANNED, prepareSupply, simulate, type Job, type Policy, type Pool } from "../../src/schedule/index.ts";
import { flashes, hall } from "./pools.ts";

const HOUR_S = 3600;
const unit = (id: string, submit_s: number, estimate_s: number, more: Partial<Job> = {}): Job => ({ ...jobOf({ id, submit_s, nodes: 1, acceleratorsPerNode: 1, power_W: 500, estimate_s }), ...more });
const flown = (jobs: readonly Job[], pools: readonly Pool[], policy: Policy, run_s: readonly number[] = jobs.map(({ estimate_s }) => estimate_s)) =>
  simulate({ workload: { jobs, run_s }, supply: prepareSupply(pools), policy, outages: [], end_s: 200 * HOUR_S, watch: () => {} }).entries;

test.each(Object.entries({ FCFS, EASY, CONSERVATIVE, PLANNED }))("%s: what has taken all the time that was said goes on in the next light", (_, policy) => {
  // Said to take 30 min, it takes 80, lit 60 of 100: an hour, then 20 min from 100 min on.
  const sat = hall(1, { tier: "orbit", power_W: flashes({ lit_min: 60, turn_min: 100, phase_min: 0, turns: 9, power_W: 1000 }) });
  const [job] = flown([unit("long", 0, 1800, { checkpoint: { interval_s: 600, write_s: 0, bytes: 0 } })], [sat], policy, [4800]);
  // Planned, starts are on slots.
  expect([job!.state, job!.end_s! - (policy === PLANNED ? job!.start_s - 6000 : 0)]).toEqual(["done", 7200]);
});

test.each(Object.entries({ FCFS, EASY, CONSERVATIVE }))("%s: what fits at its lower power starts when there is that much", (_, policy) => {
  const dim = hall(1, { power_W: { t_s: [0, 1000, 2000, 9000], value: [1000, 100, 400, 300] } });
  const jobs = [unit("first", 0, 1000), unit("low", 10, 1000, { capped: { power_W: 300, speed_frac: 0.5 } })];
  expect(flown(jobs, [dim], { ...policy, capping: true })[1]).toMatchObject({ state: "done", firstStart_s: 2000, end_s: 4000 });
});

describe("planned, without grace", () => {
  test("what starts and is stopped for another in one decision waits on", () => {
    // Dark until 7:00, and further than the slots reach: `urgent` has no slot until then and takes the node from what was booked first, in that decision.
    const sat = hall(1, { tier: "orbit", from_s: 0, power_W: { t_s: [0, 7 * HOUR_S], value: [0, 1000] }, price: { ...hall(1).price, energy_usd_per_kWh: c(0.1) } });
    const placement = { ...PLANNED.placement, horizon_s: 6 * HOUR_S, slot_s: 300, again_s: 900, published_s: null } as Policy["placement"];
    const early = unit("early", 0, 4 * HOUR_S, { due_s: 5 * HOUR_S, late_usd_per_h: 0.1, checkpoint: { interval_s: 60, write_s: 30, bytes: 0 } });
    const urgent = unit("urgent", 0, 600, { priority: 3, due_s: 23 * HOUR_S, late_usd_per_h: 100, expires_s: 14 * HOUR_S, checkpoint: { interval_s: 300, write_s: 100, bytes: 0 } });
    const entries = flown([early, urgent], [sat], { ...PLANNED, placement, preemption: { least: 1, grace_s: 0 } });
    expect(entries.map(({ state }) => state)).toEqual(["done", "done"]);
  });
});
