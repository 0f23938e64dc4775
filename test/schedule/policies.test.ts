/** Each policy on a case small enough to be worked out by hand. */
import { describe, expect, test } from "vitest";
import { constantCurve, CONSERVATIVE, DEADLINE, EASY, FCFS, jobOf, measuresOf, prepareSupply, simulate, type Job, type Policy, type Pool, type State } from "../../src/schedule/index.ts";
import { flashes, hall } from "./pools.ts";

interface Short extends Partial<Job> {
  readonly id: string;
  readonly run: number;
}

const run = (pools: readonly Pool[], policy: Policy, jobs: readonly Short[]): { readonly state: State; readonly start: (id: string) => number | null; readonly end: (id: string) => number | null } => {
  const made = jobs.map(({ run: estimate_s, ...more }) => ({ ...jobOf({ id: more.id, submit_s: 0, nodes: 1, acceleratorsPerNode: 1, power_W: 100, estimate_s }), ...more }));
  const state = simulate({ workload: { jobs: made, run_s: jobs.map((job) => job.run) }, supply: prepareSupply(pools), policy, outages: [], end_s: 1e6, watch: () => {} });
  return { state, start: (id) => state.byId.get(id)!.firstStart_s, end: (id) => state.byId.get(id)!.end_s };
};

describe("orders", () => {
  test("conservative keeps what EASY may break: the second that waits", () => {
    // Of ten nodes six are taken for 100 s. "wide" (8) and then "next" (6) wait; "long" (2) would fit now beside both "first" and "wide",
    // but at 200 s, when "next" should start, it would still hold 2 of 10: 6 + 2 are no conflict. With 5 it is one.
    const jobs: readonly Short[] = [{ id: "first", nodes: 6, run: 100 }, { id: "wide", nodes: 8, run: 100 }, { id: "next", nodes: 9, run: 100 }, { id: "long", nodes: 2, run: 500 }];
    expect(run([hall(10)], EASY, jobs).start("long")).toBe(0);
    expect(run([hall(10)], EASY, jobs).start("next")).toBe(500);
    expect(run([hall(10)], CONSERVATIVE, jobs).start("next")).toBe(200);
    expect(run([hall(10)], CONSERVATIVE, jobs).start("long")).toBe(300);
  });

  test("priority rises with the wait", () => {
    const jobs: readonly Short[] = [{ id: "first", run: 7200 }, { id: "old", submit_s: 10, run: 10, priority: 0 }, { id: "new", submit_s: 3610, run: 10, priority: 1 }];
    const by = (ageing_per_h: number) => run([hall(1)], { ...FCFS, order: { kind: "priority", ageing_per_h } }, jobs);
    expect(by(0).start("new")).toBe(7200);
    // An hour of waiting at 1.5 an hour is worth more than a priority of 1.
    expect(by(1.5).start("old")).toBe(7200);
  });

  test("a tenant that has used more than its share comes later, and that fades", () => {
    const policy: Policy = { ...FCFS, order: { kind: "fairShare", shares: { a: 1, b: 1 }, halfLife_s: 1000 } };
    const jobs: readonly Short[] = [{ id: "a1", tenant: "a", run: 100 }, { id: "a2", tenant: "a", submit_s: 1, run: 100 }, { id: "b1", tenant: "b", submit_s: 2, run: 100 }];
    const { start } = run([hall(1)], policy, jobs);
    expect([start("a1"), start("b1"), start("a2")]).toEqual([0, 100, 200]);
    // Three times the share: 300 s used are then as 100 s of the other.
    const weighed: Policy = { ...FCFS, order: { kind: "fairShare", shares: { a: 3, b: 1 }, halfLife_s: 1e9 } };
    const more = run([hall(1)], weighed, ["a", "b", "a", "b", "a", "b", "a", "a"].map((tenant, i) => ({ id: `${i}`, tenant, run: 100 })));
    const order = more.state.entries.toSorted((x, y) => x.firstStart_s! - y.firstStart_s!).map(({ job }) => job.tenant).join("");
    expect(order.slice(0, 4).split("a").length - 1).toBe(3);
  });

  test("the earliest due goes first; of the hopeless, the dearest", () => {
    const jobs: readonly Short[] = [
      { id: "now", run: 100 }, { id: "later", run: 100, due_s: 1000 }, { id: "sooner", run: 100, due_s: 250 },
      { id: "lost cheap", run: 100, due_s: 50, late_usd_per_h: 1 }, { id: "lost dear", run: 100, due_s: 60, late_usd_per_h: 9 },
    ];
    const { start, state } = run([hall(1)], { ...DEADLINE, backfill: "none" }, jobs.map((job) => (job.id === "now" ? job : { ...job, submit_s: 1 })));
    expect(["sooner", "later", "lost dear", "lost cheap"].map(start)).toEqual([100, 200, 300, 400]);
    expect(measuresOf(state)).toMatchObject({ onTime: 2, late: 2 });
    expect(measuresOf(state).late_usd).toBeCloseTo((340 * 9 + 450 * 1) / 3600, 9);
  });
});

describe("stopping and going on", () => {
  const preempting: Policy = { ...EASY, order: { kind: "priority", ageing_per_h: 0 }, preemption: { least: 1, grace_s: 60 } };

  test("a checkpoint is written in the grace, and the rest is done later", () => {
    const jobs: readonly Short[] = [
      { id: "low", run: 1000, checkpoint: { interval_s: 1e6, write_s: 20, bytes: 0 }, restart_s: 5 },
      { id: "high", submit_s: 300, run: 100, priority: 2 },
    ];
    const { start, end, state } = run([hall(1)], preempting, jobs);
    // Told at 300, works until 340, writes until 360; resumes at 460 with 340 s done: 5 s and 660 s are left.
    expect(start("high")).toBe(360);
    expect(end("low")).toBe(460 + 5 + 660);
    expect(state.byId.get("low")!.requeues).toEqual({ preempted: 1 });
  });

  test("without a checkpoint all is done again, and too often is a failure", () => {
    const jobs: readonly Short[] = [{ id: "low", run: 1000 }, { id: "high", submit_s: 300, run: 100, priority: 2 }];
    expect(run([hall(1)], preempting, jobs).end("low")).toBe(360 + 100 + 1000);
    const strict = run([hall(1)], { ...preempting, requeueMost: { preempted: 0 } }, jobs);
    expect(strict.state.byId.get("low")!.state).toBe("failed");
  });

  test("work of 100 minutes goes through windows of 60 by checkpoints", () => {
    const lit = flashes({ lit_min: 60, turn_min: 95, phase_min: 0, turns: 5, power_W: 1000 });
    const job: Short = { id: "long", run: 6000, checkpoint: { interval_s: 1e5, write_s: 60, bytes: 0 }, restart_s: 30 };
    const { end, state } = run([hall(1, { id: "sat", tier: "orbit", power_W: lit })], EASY, [job]);
    // An interval longer than a window never ends within one, so the least run is the whole: it cannot start.
    expect(state.byId.get("long")!.state).toBe("failed");
    const finer = run([hall(1, { id: "sat", tier: "orbit", power_W: lit })], EASY, [{ ...job, checkpoint: { interval_s: 1770, write_s: 60, bytes: 0 } }]);
    // First window: 3,600 s = 1,770 + 60 + 1,710 and a last checkpoint of 60: 3,480 s of work. Second: 30 to restart, 1,770 + 60 + 750.
    expect(finer.end("long")).toBe(5700 + 30 + 1770 + 60 + 750);
    expect(end("long")).toBe(0);
  });

  test("where power is short a job runs at its lower point, and longer", () => {
    const pool = hall(2, { power_W: constantCurve(100), cap_W: constantCurve(150) });
    const jobs: readonly Short[] = [{ id: "one", run: 100 }, { id: "two", run: 100, capped: { power_W: 50, speed_frac: 0.8 } }];
    expect(run([pool], { ...EASY, capping: true }, jobs).end("two")).toBe(125);
    expect(run([pool], EASY, jobs).end("two")).toBe(200);
  });
});

describe("two tiers", () => {
  const priced = (id: string, tier: "ground" | "orbit", usd_per_kWh: Pool["price"]["energy_usd_per_kWh"], more: Partial<Pool> = {}): Pool => hall(1, { id, tier, price: { ...hall(1).price, energy_usd_per_kWh: usd_per_kWh }, ...more });
  const dear = { t_s: [0, 3600, 7200], value: [1, 9, 0.2] };
  const pools = [priced("site", "ground", dear), priced("sat", "orbit", constantCurve(0.5))];

  test("greedy, threshold and cost go where each says", () => {
    const job: Short = { id: "j", run: 600, submit_s: 3600 };
    const whereOf = (placement: Policy["placement"]) => {
      const { state } = run(pools, { ...EASY, placement }, [job]);
      return [state.pools.find(({ energy }) => energy.load_J > 0)!.ready.pool.id, state.entries[0]!.firstStart_s];
    };
    expect(whereOf({ kind: "tier", first: "ground", spill: true })).toEqual(["site", 3600]);
    expect(whereOf({ kind: "tier", first: "orbit", spill: true })).toEqual(["sat", 3600]);
    expect(whereOf({ kind: "threshold", groundMost_usd_per_MWh: 2000 })).toEqual(["sat", 3600]);
    expect(whereOf({ kind: "cost", carbon_usd_per_t: 0, wait_usd_per_h: 0, lookahead_s: 0 })).toEqual(["sat", 3600]);
    // It may wait: the ground is cheapest an hour later.
    expect(whereOf({ kind: "cost", carbon_usd_per_t: 0, wait_usd_per_h: 0, lookahead_s: 7200 })).toEqual(["site", 7200]);
    // Waiting costs more than it saves.
    expect(whereOf({ kind: "cost", carbon_usd_per_t: 0, wait_usd_per_h: 1, lookahead_s: 7200 })).toEqual(["sat", 3600]);
  });

  test("data is a weight: bytes at a price and through a contact", () => {
    const far = priced("sat", "orbit", constantCurve(0.5), { price: { ...pools[1]!.price, in_usd_per_B: 1e-9 } });
    const cost: Policy = { ...EASY, placement: { kind: "cost", carbon_usd_per_t: 0, wait_usd_per_h: 0, lookahead_s: 0 } };
    const site = priced("site", "ground", constantCurve(1));
    // 100 W for an hour are 0.1 kWh: 0.1 $ on the ground, 0.05 $ in orbit and 1 $ a GB to get there.
    const of = (input_B: number) => run([site, far], cost, [{ id: "j", run: 3600, input_B, inputPlace: "site" }]).state;
    expect(of(4e7).pools[1]!.into.born_B).toBe(4e7);
    expect(measuresOf(of(4e7)).price_usd).toBeCloseTo(0.05 + 0.04, 9);
    expect(of(6e7).pools[1]!.into.born_B).toBe(0);
    expect(measuresOf(of(6e7)).price_usd).toBeCloseTo(0.1, 9);
  });

  test("carbon has a price", () => {
    const clean = priced("clean", "ground", constantCurve(0.15));
    const dirty = priced("dirty", "ground", constantCurve(0.1), { price: { ...hall(1).price, energy_usd_per_kWh: constantCurve(0.1), carbon_g_per_kWh: constantCurve(500) } });
    const load = (carbon_usd_per_t: number) => run([clean, dirty], { ...EASY, placement: { kind: "cost", carbon_usd_per_t, wait_usd_per_h: 0, lookahead_s: 0 } }, [{ id: "j", run: 3600 }]).state.pools.map(({ energy }) => energy.load_J);
    // 500 g at 99 $/t are 4.95 cents, below the difference of 5; at 101 $/t above it.
    expect(load(99)).toEqual([0, 360_000]);
    expect(load(101)).toEqual([360_000, 0]);
  });
});
