/** Planned placement of what is lost when it does not start in time. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EASY, jobOf, measuresOf, PLANNED, prepareSupply, simulate, totalCost, type Job, type Policy, type Pool } from "../../src/schedule/index.ts";
import { knownUntil } from "../../src/schedule/prices-ahead.ts";
import { fitNow } from "../../src/schedule/fit.ts";
import { flashes, hall } from "./pools.ts";

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;
const price = hall(1).price;
const hourly = (of: (hour: number) => number) => ({ t_s: Array.from({ length: 72 }, (_, h) => h * HOUR_S), value: Array.from({ length: 72 }, (_, h) => of(h)) });
const site = (nodes: number, of: (hour: number) => number): Pool => hall(nodes, { id: "site", from_s: 0, price: { ...price, energy_usd_per_kWh: hourly(of) } });
const unit = (id: string, submit_s: number, more: Partial<Job> = {}): Job => ({ ...jobOf({ id, submit_s, nodes: 1, acceleratorsPerNode: 1, power_W: 1000, estimate_s: HOUR_S }), ...more });
const placed = (jobs: readonly Job[], pools: readonly Pool[], policy: Policy = PLANNED, run_s: readonly number[] = jobs.map(({ estimate_s }) => estimate_s)) =>
  simulate({ workload: { jobs, run_s }, supply: prepareSupply(pools), policy, outages: [], end_s: 5 * DAY_S, watch: () => {} });
const startOf = (state: ReturnType<typeof placed>, id: string): number | null => state.byId.get(id)!.firstStart_s;

describe("what expires", () => {
  test("is not booked past its end for a price, and not to its last slot", () => {
    const falls = site(1, (h) => (h === 0 ? 3 : h < 5 ? 0.5 : 0.1));
    expect(startOf(placed([unit("chat", 0, { expires_s: 600 })], [falls]), "chat")).toBe(0);
    // It may wait until 4:45 (a quarter of an hour at 0.5, the rest at 0.1), not for 5:00.
    expect(startOf(placed([unit("job", 0, { expires_s: 5 * HOUR_S })], [falls]), "job")).toBe(4.75 * HOUR_S);
  });

  test("starts when light comes a second before it would be lost, between two slots", () => {
    const sat = hall(1, { id: "sat", tier: "orbit", from_s: 0, power_W: { t_s: [0, 3700], value: [0, 1000] } });
    expect(startOf(placed([unit("job", 0, { expires_s: 3701 })], [sat]), "job")).toBe(3700);
  });

  test("starts when nodes come free before anybody expected it", () => {
    const chat = unit("chat", 60, { due_s: HOUR_S + 60, late_usd_per_h: 1, expires_s: 900 });
    expect(startOf(placed([unit("before", 0), chat], [site(1, () => 1)], PLANNED, [300, HOUR_S]), "chat")).toBe(300);
  });

  test("stops what is less urgent and keeps its work, and nothing else", () => {
    const batch = (more: Partial<Job>): Job => unit("batch", 0, { estimate_s: 8 * HOUR_S, checkpoint: { interval_s: 600, write_s: 0, bytes: 0 }, ...more });
    const chat = unit("chat", 3600, { priority: 2, expires_s: 4200 });
    const state = placed([batch({}), chat], [site(1, () => 1)]);
    expect(startOf(state, "chat")).toBe(3600 + 60);
    // What it had done by the stop is done: eight hours on the node, no more.
    expect(state.byId.get("batch")).toMatchObject({ state: "done", requeues: { preempted: 1 }, node_s: 8 * HOUR_S });
    for (const more of [{ checkpoint: null }, { preemptible: false }, { priority: 2 }]) expect(placed([batch(more), chat], [site(1, () => 1)]).byId.get("chat")!.state).toBe("expired");
  });

  test("with work that must run at once in every hour, a calm price and flexible work: no dearer than any rival, what is lost priced", () => {
    const now = Array.from({ length: 48 }, (_, i) => unit(`now-${i}`, Math.floor(i / 2) * HOUR_S, { priority: 2, preemptible: false, due_s: (Math.floor(i / 2) + 1) * HOUR_S, late_usd_per_h: 2, expires_s: Math.floor(i / 2) * HOUR_S + 600 }));
    const flexible = Array.from({ length: 20 }, (_, i) => unit(`day-${i}`, i * HOUR_S + 300, { estimate_s: 2.5 * HOUR_S, checkpoint: { interval_s: 600, write_s: 10, bytes: 0 }, due_s: (i + 26) * HOUR_S, late_usd_per_h: 2 }));
    const pools = [site(3, (h) => 0.025 + 0.005 * Math.sin((h / 12) * Math.PI)), hall(1, { id: "sat", tier: "orbit", from_s: 0 })];
    const cost = (policy: Policy): number => totalCost(measuresOf(placed([...now, ...flexible], pools, policy)), { carbon_usd_per_t: 0, unserved_usd: 2 });
    const rival = (placement: Policy["placement"]): number => cost({ ...EASY, order: { kind: "priority", ageing_per_h: 0 }, preemption: { least: 1, grace_s: 60 }, placement });
    const least = Math.min(rival({ kind: "tier", first: "ground", spill: true }), rival({ kind: "tier", first: "orbit", spill: true }), rival({ kind: "threshold", groundMost_usd_per_MWh: 25 }));
    expect(cost(PLANNED)).toBeLessThanOrEqual(least);
  });

  test("never expires while nodes that would take it are idle", () => {
    const drawn = fc.array(fc.record({
      gap_s: fc.integer({ min: 0, max: 2400 }), nodes: fc.integer({ min: 1, max: 3 }), estimate_s: fc.integer({ min: 60, max: 15_000 }), over: fc.constantFrom(0.5, 1, 1.4),
      wait_s: fc.constantFrom(300, 600, 3600, 20_000, null), due: fc.boolean(), checkpoint: fc.boolean(), priority: fc.integer({ min: 0, max: 2 }),
    }), { minLength: 2, maxLength: 25 });
    const prices = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 24, maxLength: 24 });
    fc.assert(fc.property(drawn, prices, (some, hours) => {
      let t = 0;
      const jobs = some.map((d, i) => {
        t += d.gap_s;
        return unit(`j${i}`, t, {
          nodes: d.nodes, estimate_s: d.estimate_s, priority: d.priority, expires_s: d.wait_s === null ? null : t + d.wait_s, due_s: d.due ? t + 2 * d.estimate_s : null, late_usd_per_h: d.due ? 3 : 0,
          checkpoint: d.checkpoint ? { interval_s: 600, write_s: 20, bytes: 0 } : null,
        });
      });
      const lit = flashes({ lit_min: 60, turn_min: 95, phase_min: 0, turns: 60, power_W: 1000 });
      const pools = [site(3, (h) => hours[h % 24]! / 1000), hall(3, { id: "sat", tier: "orbit", from_s: 0, power_W: lit })];
      const lost: string[] = [];
      simulate({ workload: { jobs, run_s: some.map((d) => d.estimate_s * d.over) }, supply: prepareSupply(pools), policy: PLANNED, outages: [], end_s: 3 * DAY_S, watch: (event, { state }) => {
        if (event.kind !== "decide") return;
        // What is left after a decision, with less than the last slot to go, has no nodes that would take it.
        for (const entry of state.queue) {
          const { expires_s, id } = entry.job;
          if (entry.firstStart_s === null && expires_s !== null && expires_s - event.t_s < 900 && entry.domains.some((d) => fitNow(state, entry, d, event.t_s) !== undefined)) lost.push(id);
        }
      } });
      expect(lost).toEqual([]);
    }), { numRuns: 25 });
  });
});

test("prices are known to the end of a market's day, wherever the clock begins", () => {
  // Clock from midnight: to its end before noon, to the next one's after.
  expect([0, 11.9, 12, 35.9, 36].map((h) => knownUntil(h * HOUR_S, 12 * HOUR_S) / HOUR_S)).toEqual([24, 24, 48, 48, 72]);
  // Clock from 18:00 UTC: noon is its 18th hour, midnights are 6, 30, 54 h. At 18:00 the next day's are out: to 30 h.
  expect([0, 17.9, 18, 41.9].map((h) => knownUntil(h * HOUR_S, 18 * HOUR_S) / HOUR_S)).toEqual([30, 30, 54, 54]);
});
