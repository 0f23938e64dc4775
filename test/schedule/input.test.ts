/** Jobs that bring data: which domain takes them, and what they leave to others. Expected times are counted by hand. */
import { describe, expect, test } from "vitest";
import { constantCurve as c, EASY, jobOf, leftBy, measuresOf, PLANNED, prepareSupply, simulate, totalCost, type Job, type Policy, type Pool } from "../../src/schedule/index.ts";
import { hall } from "./pools.ts";

const HOUR_S = 3600;
if (PLANNED.placement.kind !== "planned") throw new Error("the policy is another");
const PLANNED_BY = PLANNED.placement;
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

describe("a megabyte of input changes nothing that it need not", () => {
  const placements: Readonly<Record<string, Policy>> = {
    "orbit first": { ...EASY, placement: { kind: "tier", first: "orbit", spill: true } },
    "ground first": { ...EASY, placement: { kind: "tier", first: "ground", spill: true } },
    threshold: { ...EASY, placement: { kind: "threshold", groundMost_usd_per_MWh: 50 } },
    cost: { ...EASY, placement: { kind: "cost", carbon_usd_per_t: 0, wait_usd_per_h: 1e-6, lookahead_s: 48 * HOUR_S } },
    planned: { ...PLANNED, placement: { ...PLANNED_BY, wait_usd_per_h: 1e-6 } },
  };
  const megabyte = { input_B: 1e6 };
  const nothing = { input_B: 0, inputPlace: null };
  const slices = (data: Partial<Job>, hours = 1) => Array.from({ length: 96 }, (_, i) => unit(`chat-${i}`, Math.floor(i / 4) * HOUR_S, hours, { ...data, expires_s: Math.floor(i / 4) * HOUR_S + 600, due_s: (Math.floor(i / 4) + 1) * HOUR_S, late_usd_per_h: 1 }));
  const pools = (): readonly Pool[] => [hall(2, { id: "g", place: "ground" }), linked("o1", 2, 1e9)];
  const falls = { t_s: Array.from({ length: 48 }, (_, h) => h * HOUR_S), value: Array.from({ length: 48 }, (_, h) => 0.05 + 0.04 * Math.sin((h / 12) * Math.PI)) };
  const priced = (): readonly Pool[] => [hall(2, { id: "g", place: "ground", from_s: 0, price: { ...hall(1).price, energy_usd_per_kWh: falls } }), { ...linked("o1", 2, 1e9), price: { ...hall(1).price, energy_usd_per_kWh: c(0.06) } }];

  test.each(Object.entries(placements))("%s: work that fills both tiers is done on both", (_, policy) => {
    for (const data of [megabyte, nothing]) {
      const { entries, supply, pools: after } = placed(slices(data), pools(), policy);
      expect(entries.every(({ state }) => state === "done")).toBe(true);
      expect(supply.domains.map((__, d) => after[d]!.energy.load_J / 1000 / HOUR_S)).toEqual([48, 48].map((hours) => expect.closeTo(hours, 6)));
    }
  });

  test.each(Object.entries(placements))("%s: eight jobs of eight hours on four nodes take two rounds", (_, policy) => {
    const jobs = Array.from({ length: 8 }, (__, i) => unit(`j${i}`, 0, 8, { ...megabyte, due_s: 20 * HOUR_S, late_usd_per_h: 1 }));
    // A plan begins on its next slot of a quarter of an hour.
    expect(lastEnd(placed(jobs, pools(), policy))).toBeLessThanOrEqual(16.25 * HOUR_S);
  });

  test.each(Object.entries(placements))("%s: flexible work beside it costs the same within two per cent", (_, policy) => {
    const jobs = (data: Partial<Job>) => [...slices(data, 0.9).filter((__, i) => i % 4 < 2), ...Array.from({ length: 20 }, (__, i) => unit(`day-${i}`, i * HOUR_S + 300, 2.5, { ...data, due_s: (i + 26) * HOUR_S, late_usd_per_h: 2 }))];
    const [by, without] = [megabyte, nothing].map((data) => totalCost(measuresOf(placed(jobs(data), priced(), policy)), { carbon_usd_per_t: 0, unserved_usd: 2 }));
    expect(Math.abs(by! / without! - 1)).toBeLessThan(0.02);
  });
});

test("orbit first does not wait behind a link that lets nothing through, where it may spill", () => {
  const state = placed([unit("a", 0, 2), unit("b", 0, 2)], [hall(1, { id: "g", place: "ground" }), linked("o", 4, 0)], { ...EASY, placement: { kind: "tier", first: "orbit", spill: true } });
  expect(lastEnd(state)).toBe(4 * HOUR_S);
});

test("what takes longer to bring than the slots reach is brought all the same", () => {
  // 3 days on the link, then 2 h.
  const state = placed([unit("far", 0, 2, { input_B: 3 * 86_400e6 })], [linked("o", 1, 1e6)]);
  expect(lastEnd(state)).toBeCloseTo((72 + 2) * HOUR_S, 6);
});

describe("a link that brings a job's input too late, or never", () => {
  const spills: Readonly<Record<string, Policy>> = {
    listed: EASY,
    "orbit first": { ...EASY, placement: { kind: "tier", first: "orbit", spill: true } },
    threshold: { ...EASY, placement: { kind: "threshold", groundMost_usd_per_MWh: -1 } },
    cost: { ...EASY, placement: { kind: "cost", carbon_usd_per_t: 0, wait_usd_per_h: 0, lookahead_s: 24 * HOUR_S } },
    planned: PLANNED,
  };
  // An hour on the link, for what is lost after a quarter of one.
  const chats = [0, 1, 2].map((i) => unit(`chat-${i}`, i * HOUR_S, 1, { input_B: 3.6e9, expires_s: i * HOUR_S + 900 }));
  const ground = hall(4, { id: "ground" });

  test.each(Object.entries(spills))("%s: what would expire on its way goes elsewhere", (_, policy) => {
    expect(placed(chats, [linked("o", 4, 1e6), ground], policy).entries.map(({ state, home }) => [state, home])).toEqual(chats.map(() => ["done", 1]));
  });

  test("orbit alone: it is not sent, and lost when it expires, in nobody's way", () => {
    for (const policy of [{ ...EASY, backfill: "none" } as const, { ...EASY, placement: { kind: "tier", first: "orbit", spill: false } } as const, PLANNED]) {
      const state = placed([...chats, unit("next", 60, 1, { input_B: 1e6 })], [linked("o", 4, 1e6), ...(policy.placement.kind === "tier" ? [ground] : [])], policy);
      expect(state.entries.map((entry) => entry.state)).toEqual(["expired", "done", "expired", "expired"]);
      expect(state.byId.get("chat-1")!.end_s).toBe(HOUR_S + 900);
      expect(state.pools[0]!.into.born_B).toBe(1e6);
    }
  });

  // A satellite for 20 days: of 10,000 GB it could bring 1,728, of a GB each what is asked.
  const leaves = { ...linked("o", 4, 1e6), until_s: 20 * 24 * HOUR_S };

  test.each(Object.entries(spills))("%s: what no link ever brings fails, and closes it to nobody", (_, policy) => {
    const jobs = [unit("huge", 0, 1, { input_B: 1e13 }), ...[1, 2, 3].map((i) => unit(`j${i}`, 100 * i, 1))].map((job): Job => ({ ...job, tiers: ["orbit"] }));
    const { entries } = placed(jobs, [leaves, ground], policy);
    expect(entries.map(({ state }) => state)).toEqual(["failed", "done", "done", "done"]);
    expect(entries[0]).toMatchObject({ end_s: 0, input: null });
  });

  test("one that is still to be sent when the link has taken on too much fails then", () => {
    // Both nodes are taken for 19 days; those that come meanwhile fill the link to its end.
    const jobs = [unit("a", 0, 19 * 24, { input_B: 0 }), unit("b", 0, 19 * 24, { input_B: 0 }), unit("small", 60, 1, { input_B: 1e7 }), unit("full", 120, 1, { input_B: 1.727875e12 })];
    const { entries } = placed(jobs, [{ ...leaves, nodes: 2 }], EASY);
    expect(entries[2]).toMatchObject({ state: "failed", input: null });
    // Its input is there 5 s before the satellite goes, and no node has the hour that it takes.
    expect(entries[3]!.state).toBe("staged");
  });
});

test("an output that never gets down keeps no other from it", () => {
  const jobs = [unit("huge", 0, 1, { output_B: 1e13 }), unit("next", 0, 2, { output_B: 1e9 })];
  const { entries, pools: [pool] } = placed(jobs.map((job) => ({ ...job, input_B: 0 })), [{ ...linked("o", 2, 1e6), until_s: 10 * 24 * HOUR_S }], EASY);
  // 1,000 s on the link.
  expect(entries.map(({ state, delivered_s }) => [state, delivered_s])).toEqual([["done", Infinity], ["done", 2 * HOUR_S + 1000]]);
  expect([pool!.out.born_B, leftBy(pool!, "out", Infinity)]).toEqual([1e13 + 1e9, 1e13]);
});
