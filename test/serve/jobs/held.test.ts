import { beforeAll, describe, expect, test } from "vitest";
import { partsOf, replay, type Pool, type ScheduleEvent, type Transition } from "../../../src/schedule/index.ts";
import { scenarioOf } from "../../support/scenario.ts";
import { daysOf, stagesOf, TWO_TIER, type Days, type Stages } from "./days.ts";

type Line = { readonly kind: "journal"; readonly pools: readonly Pool[] } | { readonly kind: "event"; readonly event: ScheduleEvent } | ({ readonly kind: "transition" } & Transition) | { readonly kind: "end"; readonly hash: string };

const linesOf = (journal: string): readonly Line[] => journal.trimEnd().split("\n").map((text) => JSON.parse(text) as Line);

/** Value of a step curve, by plain search. */
const at = ({ t_s, value }: Pool["power_W"], t: number): number => {
  let i = 0;
  while (i + 1 < t_s.length && t_s[i + 1]! <= t) i++;
  return value[i]!;
};

interface Run { readonly job: string; readonly pool: string; readonly node: number; readonly from_s: number; to_s: number; readonly power_W: number }

/** Runs on single nodes, read from the transitions alone. */
const runsOf = (lines: readonly Line[], end_s: number): readonly Run[] => {
  const power = new Map<string, number>();
  const open = new Map<string, Run[]>();
  const runs: Run[] = [];
  for (const line of lines) {
    if (line.kind === "event" && line.event.kind === "submit") power.set(line.event.job.id, line.event.job.power_W);
    if (line.kind !== "transition") continue;
    if (line.to === "running") {
      const own = partsOf(line.where!).flatMap(({ pool, nodes }) => nodes.map((node): Run => ({ job: line.job, pool, node, from_s: line.t_s, to_s: end_s, power_W: power.get(line.job)! })));
      open.set(line.job, own);
      runs.push(...own);
    }
    if (["done", "failed", "requeued"].includes(line.to)) {
      for (const run of open.get(line.job) ?? []) run.to_s = line.t_s;
      open.delete(line.job);
    }
  }
  return runs;
};

describe("two days on two tiers, with shadows, stores, upsets, and a storm that takes the hall for five hours", () => {
  let stages: Stages;
  let days: Days;
  let lines: readonly Line[];
  let pools: readonly Pool[];
  let runs: readonly Run[];
  beforeAll(async () => {
    stages = await stagesOf(scenarioOf(TWO_TIER));
    days = await daysOf(scenarioOf(TWO_TIER), stages);
    lines = linesOf(days.journal);
    pools = (lines[0] as { readonly pools: readonly Pool[] }).pools;
    runs = runsOf(lines, 2 * 86_400);
  });

  test("there is something to see: both tiers work, shadows and the storm are there", () => {
    expect(days.simulated.classes.every(({ delivered_Wh }) => delivered_Wh.ground + delivered_Wh.orbit > 0)).toBe(true);
    const orbit = pools.filter(({ tier }) => tier === "orbit");
    expect(orbit.length).toBe(4);
    for (const { power_W, battery } of orbit) {
      expect(Math.min(...Array.from(power_W.value))).toBe(0);
      expect(battery!.capacity_J).toBeGreaterThan(0);
    }
    expect(days.simulated.outages.find(({ cause }) => cause === "site outage")!.node_h).toBe(5 * pools[0]!.nodes);
  });

  test("no node runs two jobs at once, none while it is away, and none beyond the life of its pool", () => {
    const away = new Map<string, { readonly from_s: number; to_s: number }[]>();
    for (const line of lines) {
      if (line.kind !== "event") continue;
      const { event } = line;
      if (event.kind === "down") away.set(`${event.pool}:${event.node}`, [...(away.get(`${event.pool}:${event.node}`) ?? []), { from_s: event.t_s, to_s: Infinity }]);
      if (event.kind === "up") away.get(`${event.pool}:${event.node}`)!.at(-1)!.to_s = event.t_s;
    }
    for (const node of new Set(runs.map((run) => `${run.pool}:${run.node}`))) {
      const own = runs.filter((run) => `${run.pool}:${run.node}` === node);
      const sorted = own.toSorted((a, b) => a.from_s - b.from_s);
      sorted.forEach((run, i) => expect(run.from_s).toBeGreaterThanOrEqual(i === 0 ? 0 : sorted[i - 1]!.to_s));
      for (const gone of away.get(node) ?? []) for (const run of own) expect(run.from_s >= gone.to_s || run.to_s <= gone.from_s).toBe(true);
    }
  });

  test("at every minute each node has its need: of light, of heat room, of its store; and all together are under the cap", () => {
    const wrong: string[] = [];
    const atMost = (what: string, value: number, most: number, t: number): void => {
      if (!(value <= most * (1 + 1e-9) + 1e-9)) wrong.push(`${what} at ${t} s: ${value} of ${most}`);
    };
    for (const pool of pools) {
      const own = runs.filter((run) => run.pool === pool.id);
      const charge_J = new Float64Array(pool.nodes).fill(pool.battery?.initial_J ?? 0);
      for (let t = 0; t < 2 * 86_400; t += 60) {
        // Runs begin and end within minutes: need is counted by their share of it.
        const share = ({ from_s, to_s }: Run): number => Math.max(0, Math.min(to_s, t + 60) - Math.max(from_s, t)) / 60;
        const on = own.filter((run) => run.from_s < t + 60 && run.to_s > t);
        const light_W = at(pool.power_W, t);
        for (const run of on) atMost(`heat of ${run.job}`, run.power_W, at(pool.heat_W, t), t);
        if (pool.cap_W !== null) atMost(`cap of ${pool.id}`, on.reduce((sum, run) => sum + share(run) * run.power_W, 0), at(pool.cap_W, t), t);
        for (let node = 0; node < pool.nodes; node++) {
          const load_W = on.reduce((sum, run) => (run.node === node ? sum + share(run) * run.power_W : sum), 0);
          if (pool.battery === null) atMost(`light of ${pool.id}:${node}`, load_W, light_W, t);
          else {
            const spare_J = (light_W - load_W) * 60;
            charge_J[node] = spare_J >= 0 ? Math.min(pool.battery.capacity_J, charge_J[node]! + Math.min(spare_J, pool.battery.charge_W * 60) * pool.battery.roundTrip_frac) : charge_J[node]! + spare_J;
            atMost(`store of ${pool.id}:${node}`, -charge_J[node]!, 1e-6 * pool.battery.capacity_J, t);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test("jobs, work, joules, bytes and dollars add up", () => {
    const submitted = lines.filter((line) => line.kind === "event" && line.event.kind === "submit").length;
    const { classes, pools: seen, residual } = days.simulated;
    expect(classes.reduce((sum, { jobs }) => sum + jobs, 0)).toBe(submitted);
    for (const c of classes) {
      expect(c.computed_Wh.ground + c.computed_Wh.orbit + c.deferred_Wh + c.shed_Wh).toBeCloseTo(c.wanted_Wh, 3);
      for (const tier of ["ground", "orbit"] as const) {
        expect(c.computed_Wh[tier]).toBeLessThanOrEqual(c.run_Wh[tier] * (1 + 1e-9));
        expect(c.delivered_Wh[tier] + c.waiting_Wh[tier]).toBeLessThanOrEqual(c.computed_Wh[tier] * (1 + 1e-9));
      }
    }
    // From the transitions alone: watts times time of every run on every node.
    for (const pool of seen) {
      const Wh = runs.filter((run) => run.pool === pool.id).reduce((sum, run) => sum + (run.power_W * (run.to_s - run.from_s)) / 3600, 0);
      expect(pool.energy_Wh / Wh).toBeCloseTo(1, 9);
    }
    expect(classes.reduce((sum, c) => sum + c.run_Wh.ground + c.run_Wh.orbit, 0) / seen.reduce((sum, pool) => sum + pool.energy_Wh, 0)).toBeCloseTo(1, 9);
    for (const frac of Object.values(residual)) expect(frac).toBeLessThan(1e-9);
  });

  test("the journal replays to the same state, and the same seed writes the same journal; another seed another", async () => {
    const again = await replay(days.journal);
    expect(again.hash).toBe(again.expectedHash);
    expect(again.unchanged).toBe(true);
    // A decision that brought nothing is no part of the state: only the hash of the lines misses it.
    const silent = days.journal.split("\n").findIndex((line, i, all) => line.includes('"kind":"decide"') && all[i + 1]!.includes('"kind":"event"') && i > 50);
    const without = await replay(days.journal.split("\n").filter((_, i) => i !== silent).join("\n"));
    expect(without.unchanged).toBe(false);
    expect((await daysOf(scenarioOf(TWO_TIER), stages)).journal).toBe(days.journal);
    expect((await daysOf(scenarioOf(TWO_TIER, "uncertainty.seed=2"), stages)).journal).not.toBe(days.journal);
  });
});
