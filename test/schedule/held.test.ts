/** What must hold of every schedule, whatever the jobs, the supply and the policy. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { constantCurve, CONSERVATIVE, DEADLINE, EASY, FCFS, integral, jobOf, journalEnd, journalHead, journalLines, leftBy, partsOf, prepareSupply, replay, runCollector, sentBy, simulate, SJF, snapshot, type Curve, type Job, type Outage, type Policy, type Pool, type State } from "../../src/schedule/index.ts";
import { flashes, hall } from "./pools.ts";

const MINUTE_S = 60;
const PLACEMENTS: readonly Policy["placement"][] = [
  { kind: "listed" },
  { kind: "tier", first: "orbit", spill: true },
  { kind: "tier", first: "ground", spill: false },
  { kind: "threshold", groundMost_usd_per_MWh: 50 },
  { kind: "cost", carbon_usd_per_t: 100, wait_usd_per_h: 0.1, lookahead_s: 6 * 3600 },
  { kind: "planned", carbon_usd_per_t: 100, wait_usd_per_h: 0.1, slot_s: 900, horizon_s: 2 * 86_400, again_s: 3600, published_s: 43_200, room_frac: 0.7 },
];
const POLICIES: readonly Policy[] = [
  FCFS, SJF, EASY, CONSERVATIVE, DEADLINE,
  { ...EASY, order: { kind: "priority", ageing_per_h: 0.1 }, preemption: { least: 1, grace_s: 120 }, capping: true },
  { ...EASY, order: { kind: "priority", ageing_per_h: 0 }, preemption: { least: 1, grace_s: 0 }, overrun: "fail" },
  { ...EASY, order: { kind: "fairShare", shares: { a: 3, b: 1 }, halfLife_s: 3600 }, requeueMost: { "supply ends": 3 } },
];

const hourly = (values: readonly number[]): Curve => ({ t_s: values.map((_, i) => i * 3600), value: values });

/** Ground under a cap; a pair of satellites in one domain, lit in turn; one with a store; nodes that jobs share. */
const poolsOf = (prices: readonly number[], cap_W: readonly number[]): readonly Pool[] => {
  const price = { accelerator_usd_per_h: constantCurve(1), energy_usd_per_kWh: hourly(prices), carbon_g_per_kWh: constantCurve(400), in_usd_per_B: 1e-9, out_usd_per_B: 1e-9 };
  const lit = (phase_min: number): Curve => flashes({ lit_min: 60, turn_min: 95, phase_min, turns: 60, power_W: 1000 });
  return [
    hall(4, { price, power_W: constantCurve(1000), cap_W: hourly(cap_W) }),
    hall(3, { id: "east", tier: "orbit", domain: "pair", power_W: lit(0), in_B_per_s: flashes({ lit_min: 10, turn_min: 95, phase_min: 5, turns: 60, power_W: 1e6 }), out_B_per_s: constantCurve(1e6) }),
    hall(3, { id: "west", tier: "orbit", domain: "pair", power_W: lit(20), maintenance: [{ start_s: 7200, end_s: 10_800 }] }),
    hall(2, { id: "stored", tier: "orbit", power_W: lit(40), from_s: 0, battery: { capacity_J: 1.5e6, charge_W: 600, discharge_W: 900, roundTrip_frac: 0.9, initial_J: 2e5 }, until_s: 90 * 3600 }),
    hall(2, { id: "shared", acceleratorsPerNode: 4, accelerators: hourly([4, 4, 3, 4, 2, 4]), power_W: hourly([3000, 2500, 2500, 1500, 3000]) }),
  ];
};

const jobs = fc.array(
  fc.record({
    gap_s: fc.integer({ min: 0, max: 3000 }), nodes: fc.integer({ min: 1, max: 5 }), accelerators: fc.constantFrom(1, 1, 2), power_W: fc.integer({ min: 0, max: 1000 }),
    estimate_s: fc.integer({ min: 0, max: 20_000 }), over: fc.constantFrom(0.4, 1, 1, 1.7), bytes: fc.constantFrom(0, 0, 3e8), checkpoint: fc.constantFrom(0, 300, 900),
    priority: fc.integer({ min: 0, max: 3 }), due: fc.constantFrom(0, 1, 2), tenant: fc.constantFrom("a/x", "a/y", "b"), after: fc.boolean(), capped: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
);

const jobsOf = (drawn: readonly (typeof jobs extends fc.Arbitrary<infer T> ? (T extends readonly (infer U)[] ? U : never) : never)[]): { readonly jobs: readonly Job[]; readonly run_s: readonly number[] } => {
  let t = 0;
  const made = drawn.map((d, i) => {
    t += d.gap_s;
    return jobOf({ id: `j${i}`, submit_s: t, nodes: d.nodes, acceleratorsPerNode: d.accelerators, power_W: d.power_W, estimate_s: d.estimate_s }, {
      tenant: d.tenant, priority: d.priority, input_B: d.bytes, inputPlace: d.bytes > 0 ? "hall" : null, output_B: d.bytes / 3,
      checkpoint: d.checkpoint === 0 ? null : { interval_s: d.checkpoint, write_s: 30, bytes: 0 }, restart_s: d.checkpoint === 0 ? 0 : 45,
      due_s: d.due === 0 ? null : t + 3 * d.estimate_s, late_usd_per_h: d.due, expires_s: d.due === 2 ? t + 50_000 : null,
      after: d.after && i > 0 ? [`j${i - 1}`] : [], capped: d.capped ? { power_W: 0.6 * d.power_W, speed_frac: 0.8 } : null,
    });
  });
  return { jobs: made, run_s: drawn.map((d) => d.estimate_s * d.over) };
};

const OUTAGES: readonly Outage[] = [
  { pool: "hall", node: 1, down_s: 5000, up_s: 9000, cause: "server failure" },
  { pool: "east", node: 0, down_s: 2000, up_s: 2600, cause: "upset" },
  { pool: "shared", node: 0, down_s: 8000, up_s: 12_000, cause: "server failure" },
];

const END_S = 120 * 3600;

const cases = fc.record({
  drawn: jobs, policy: fc.constantFrom(...POLICIES), placement: fc.constantFrom(...PLACEMENTS),
  prices: fc.array(fc.integer({ min: -20, max: 300 }), { minLength: 24, maxLength: 24 }), cap: fc.array(fc.constantFrom(4000, 2500, 900), { minLength: 6, maxLength: 6 }),
});

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

const flown = ({ drawn, policy, placement, prices, cap }: Case) => {
  const pools = poolsOf(prices.map((price) => price / 1000), cap);
  const supply = prepareSupply(pools);
  const whole = { ...policy, placement };
  const { see, runs } = runCollector();
  const lines: string[] = [journalHead(supply, whole)];
  const workload = jobsOf(drawn);
  const state = simulate({ workload, supply, policy: whole, outages: OUTAGES, end_s: END_S, watch: (event, step) => {
    see(step.state, step.records);
    lines.push(journalLines(event, step));
  } });
  return { state, runs, lines, pools, workload };
};

const at = ({ t_s, value }: Curve, t: number): number => {
  let i = 0;
  while (i + 1 < t_s.length && t_s[i + 1]! <= t) i++;
  return value[i]!;
};

const checkMinutes = ({ state, runs, pools }: ReturnType<typeof flown>): void => {
  const lower = new Map(state.entries.map(({ job }) => [job.id, job]));
  const placed = runs.map((run) => ({ ...run, parts: partsOf(run.where) }));
  const most_s = Math.min(END_S, runs.reduce((most, run) => Math.max(most, run.end_s), 0));
  for (let t = 0; t < most_s; t += MINUTE_S) {
    const active = placed.filter((run) => run.start_s <= t && t < run.end_s);
    if (active.length === 0) continue;
    for (const pool of pools) {
      for (let node = 0; node < pool.nodes; node++) {
        const here = active.filter(({ parts }) => parts.some((part) => part.pool === pool.id && part.nodes.includes(node)));
        if (here.length === 0) continue;
        const accelerators = here.reduce((sum, run) => sum + run.acceleratorsPerNode, 0);
        // A job at its lower power takes less: with capping only that is sure.
        const watts = here.reduce((sum, { job }) => sum + (state.policy.capping ? Math.min(lower.get(job)!.power_W, lower.get(job)!.capped?.power_W ?? Infinity) : lower.get(job)!.power_W), 0);
        expect(accelerators, `${pool.id}:${node} at ${t}`).toBeLessThanOrEqual(at(pool.accelerators, t));
        if (pool.battery === null) expect(watts, `${pool.id}:${node} at ${t}`).toBeLessThanOrEqual(at(pool.power_W, t) + 1e-6);
        expect(t).toBeLessThan(pool.until_s ?? Infinity);
        expect(pool.maintenance.some(({ start_s, end_s }) => t >= start_s && t < end_s)).toBe(false);
        expect(OUTAGES.some((outage) => outage.pool === pool.id && outage.node === node && t >= outage.down_s && t < outage.up_s)).toBe(false);
      }
    }
    if (state.policy.capping) continue;
    const inHall = active.filter((run) => run.where.startsWith("hall:")).reduce((sum, run) => sum + run.nodes * lower.get(run.job)!.power_W, 0);
    expect(inHall, `hall at ${t}`).toBeLessThanOrEqual(at(pools[0]!.cap_W!, t) + 1e-6);
  }
};

const checkSums = (state: State, workload: ReturnType<typeof jobsOf>): void => {
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  expect(state.entries.length).toBeLessThanOrEqual(workload.jobs.length);
  for (const pool of state.pools) {
    const { energy, ready: { pool: { battery, nodes, id } } } = pool;
    expect(energy.direct_J + energy.discharged_J, id).toBeCloseTo(energy.load_J, 2);
    if (battery === null) continue;
    const stored = sum([...pool.charge_J]);
    expect(stored, id).toBeCloseTo(nodes * battery.initial_J + energy.charged_J - energy.lost_J - energy.discharged_J, 2);
    for (const charge_J of pool.charge_J) {
      expect(charge_J).toBeGreaterThanOrEqual(0);
      expect(charge_J).toBeLessThanOrEqual(battery.capacity_J);
    }
  }
  const booked = sum(state.entries.map(({ energy_J }) => energy_J));
  expect(sum(state.pools.map(({ energy }) => energy.load_J))).toBeCloseTo(booked, 2);
  const done = state.entries.filter((entry) => entry.state === "done");
  expect(sum(state.pools.map(({ out }) => out.born_B))).toBeCloseTo(sum(done.map(({ job }) => job.output_B)), 3);
  // What links have sent, by job and by queue, at the end and in the midst of it; no more than they could.
  for (const t_s of [5 * 3600, END_S]) {
    for (const pool of state.pools) {
      for (const way of ["into", "out"] as const) {
        const own = state.entries.flatMap(({ input, output }) => [way === "into" ? input : output]).filter((one) => one !== null && one.pool === pool.index && one.turn_s <= t_s);
        const sent = sum(own.map((one) => sentBy(pool, way, one!, t_s)));
        if (t_s === END_S) expect(sent).toBeCloseTo(pool[way].born_B - leftBy(pool, way, t_s), 3);
        const link = pool.ready[way];
        if (link !== null) expect(sent).toBeLessThanOrEqual(integral(link, -1e9, t_s) * (1 + 1e-9));
      }
    }
  }
  // What was brought in belongs to jobs whose data is not at home.
  const brought = state.entries.filter(({ home, job, state: now }) => home >= 0 && job.input_B > 0 && state.supply.domains[home]!.id !== "hall" && now !== "submitted");
  expect(sum(state.pools.map(({ into }) => into.born_B))).toBeCloseTo(sum(brought.map(({ job }) => job.input_B)), 3);
};

describe("whatever is run", () => {
  test("no job is on a node whose supply is below its need at any minute; jobs, bytes and joules are conserved", () => {
    fc.assert(fc.property(cases, (one) => {
      const got = flown(one);
      checkMinutes(got);
      checkSums(got.state, got.workload);
    }), { numRuns: 40 });
  });

  test("the journal replays to the same state, byte for byte; the same jobs give the same journal", async () => {
    await fc.assert(fc.asyncProperty(cases, async (one) => {
      const [first, second] = [flown(one), flown(one)];
      expect(second.lines).toEqual(first.lines);
      const text = [...first.lines, await journalEnd(first.state)].join("");
      const again = await replay(text);
      expect(snapshot(again.state)).toBe(snapshot(first.state));
      expect(again.hash).toBe(again.expectedHash);
    }), { numRuns: 40 });
  });

  test("every job that was run to its end has done its work, and no more than one state is its last", () => {
    fc.assert(fc.property(cases, (one) => {
      const { state, runs, workload } = flown(one);
      const took = new Map(workload.jobs.map(({ id }, i) => [id, workload.run_s[i]!]));
      for (const entry of state.entries) {
        const own = runs.filter(({ job }) => job === entry.job.id);
        const ends = own.filter(({ outcome }) => outcome !== "requeued");
        expect(ends.length).toBeLessThanOrEqual(1);
        if (entry.state !== "done") continue;
        // All the time on nodes is at least the work; without interruption and checkpoints it is the work.
        const onNodes_s = own.reduce((sum, run) => sum + run.end_s - run.start_s, 0);
        expect(onNodes_s).toBeGreaterThanOrEqual(took.get(entry.job.id)! - 1e-6);
        if (own.length === 1 && entry.job.checkpoint === null && entry.speed === 1) expect(onNodes_s).toBeCloseTo(took.get(entry.job.id)!, 6);
      }
    }), { numRuns: 40 });
  });
});
