import { describe, expect, test } from "vitest";
import { constantCurve, EASY, emptyState, explain, jobOf, prepareSupply, simulate, snapshot, step, type Job, type Policy, type Pool, type State } from "../../src/schedule/index.ts";
import { flashes, hall } from "./pools.ts";

/** Explains a job that comes at time 0 to an idle supply. */
const explained = (pools: readonly Pool[], job: Partial<Job>) => {
  const plain = jobOf({ id: "j", submit_s: 0, nodes: 1, acceleratorsPerNode: 1, power_W: 700, estimate_s: 3000 });
  const { state } = step(emptyState(prepareSupply(pools), EASY), { kind: "submit", t_s: 0, job: { ...plain, ...job } });
  return explain(state, "j");
};

/** One node each, lit 60 of 95 minutes, each 5 minutes later than the one before: any four have 60 - 15 = 45 minutes in common, three 50. */
const four = [0, 5, 10, 15].map((phase_min, i) => hall(1, { id: `s${i}`, tier: "orbit", domain: "plane", power_W: flashes({ lit_min: 60, turn_min: 95, phase_min, turns: 20, power_W: 1000 }) }));

describe("why a job waits", () => {
  test("no common gap is long enough: its length, and what would fit", () => {
    const { tiers } = explained(four, { nodes: 4, estimate_s: 3000 });
    expect(tiers.orbit).toMatchObject({ earliest_s: null, binds: "needs 50 min on 4 lit nodes; longest common gap 45.0 min; fits on 3 nodes or with a checkpoint" });
  });

  test("with a checkpoint the same job starts when all are lit", () => {
    const { tiers } = explained(four, { nodes: 4, estimate_s: 3000, checkpoint: { interval_s: 600, write_s: 0, bytes: 0 } });
    expect(tiers.orbit?.earliest_s).toBe(900);
  });

  test("a price for each tier: hours times dollars by hand", () => {
    const price = { ...hall(1).price, accelerator_usd_per_h: constantCurve(2), energy_usd_per_kWh: constantCurve(0.1) };
    const { tiers, text } = explained([hall(4, { price }), ...four], { nodes: 2, estimate_s: 1800 });
    // 2 accelerators for half an hour at 2 $/h, and 0.7 kWh at 0.1 $.
    expect(tiers.ground?.cost_usd).toBeCloseTo(2 + 0.07, 9);
    expect(tiers.ground?.earliest_s).toBe(0);
    expect(text).toContain("ground, hall: could start now, 2.07 $");
    expect(tiers.orbit).toMatchObject({ earliest_s: 300, cost_usd: 0 });
  });

  test("what no waiting changes is said as such", () => {
    const binds = (job: Partial<Job>, pool: Partial<Pool> = {}): string | null | undefined => explained([hall(2, { jurisdictions: ["US"], latency_ms: 80, ...pool })], job).tiers.ground?.binds;
    expect(binds({ nodes: 3 })).toBe("needs 3 nodes, 2 nodes in all");
    expect(binds({ tiers: ["orbit"] })).toBe("it may run on orbit only");
    expect(binds({ jurisdiction: "DE" })).toBe("it must stay under the law of DE");
    expect(binds({ latencyMax_ms: 50 })).toBe("80 ms of latency are above 50 ms");
    expect(binds({ acceleratorsPerNode: 8 })).toBe("a node has 1 accelerators, it needs 8");
    expect(binds({}, { power_W: constantCurve(500) })).toBe("needs 50 min on 1 supplied node, 700 W each; never that many at once");
  });

  test("data on its way: bytes over the contact's rate", () => {
    const link = flashes({ lit_min: 10, turn_min: 95, phase_min: 20, turns: 5, power_W: 1e6 });
    const { tiers } = explained([hall(1, { id: "sat", tier: "orbit", in_B_per_s: link })], { input_B: 9e8, inputPlace: "hall" });
    // 600 s of the first contact carry 6e8 B, 300 s of the second the rest.
    expect(tiers.orbit?.earliest_s).toBe(60 * (20 + 95) + 300);
  });
});

describe("what else is in the way", () => {
  const unit = (id: string, more: Partial<Job> = {}): Job => ({ ...jobOf({ id, submit_s: 0, nodes: 1, acceleratorsPerNode: 1, power_W: 700, estimate_s: 3000 }), ...more });
  /** Jobs that all come at 0, as they stand after the decision then. */
  const decided = (pools: readonly Pool[], jobs: readonly Job[], policy: Policy = EASY): State =>
    simulate({ workload: { jobs, run_s: jobs.map(({ estimate_s }) => estimate_s) }, supply: prepareSupply(pools), policy, outages: [], end_s: 0, watch: () => {} });
  const ground = (state: State, id = "j") => explain(state, id).tiers.ground;

  test("a cap: until what runs under it ends, or it rises; never, where it does neither", () => {
    const under = (cap_W: Pool["cap_W"]) => ground(decided([hall(4, { cap_W })], [unit("a"), unit("j")]));
    expect(under(constantCurve(1000))).toMatchObject({ earliest_s: 3000, binds: "needs 700 W under the cap of hall, 300 W left" });
    expect(under({ t_s: [0, 1200], value: [1000, 1400] })).toMatchObject({ earliest_s: 1200 });
    // It will have to stop at 600: by then there is no room for an hour.
    expect(under({ t_s: [0, 600, 4000], value: [2000, 900, 1400] })).toMatchObject({ earliest_s: 3000 });
    expect(ground(decided([hall(4, { cap_W: constantCurve(600) })], [unit("j")]))).toMatchObject({ earliest_s: null, binds: "needs 700 W under the cap of hall, 600 W left" });
    expect(ground(decided([hall(4, { cap_W: { t_s: [0, 600], value: [2000, 0] } })], [unit("j")]))).toMatchObject({ earliest_s: null, binds: "needs 700 W under the cap of hall, 0 W left within 50 min" });
  });

  test("nodes that are kept for data on its way", () => {
    // 30 s on the link, then 50 min of work.
    const state = decided([hall(2, { in_B_per_s: constantCurve(1e6) })], [unit("brings", { nodes: 2, input_B: 3e7, inputPlace: "far" }), unit("j", { nodes: 1 })]);
    expect(ground(state)).toMatchObject({ earliest_s: 3030, binds: "needs 1 node; of 2 free, 2 are kept for data on its way" });
  });

  test("data that would come when the job has expired", () => {
    const state = decided([hall(2, { in_B_per_s: constantCurve(1e6) })], [unit("j", { input_B: 3.6e9, inputPlace: "far", expires_s: 900 })]);
    expect(ground(state)).toMatchObject({ earliest_s: null, binds: "its input of 3600000000 B would be there in 60 min, when it has expired" });
  });

  test("a store that fills: the time at which it carries the job", () => {
    const battery = { capacity_J: 3e6, charge_W: 100, discharge_W: 1000, roundTrip_frac: 1, initial_J: 0 };
    const lit = hall(1, { power_W: flashes({ lit_min: 40, turn_min: 100, phase_min: 0, turns: 5, power_W: 1000 }), from_s: 0, battery });
    // In the first light it takes 0.24 MJ; from 5,700 s on 300 s of dark take 0.21, the next 2,400 s of light bring 0.24, the last 300 s take 0.21. 300 s earlier it
    // would be empty before the light.
    expect(ground(decided([lit], [unit("j")]))).toMatchObject({ earliest_s: 5700, binds: expect.stringContaining("which have less left now") });
  });

  test("full power, where it may run on less", () => {
    const low = hall(1, { power_W: constantCurve(500), from_s: 0 });
    const busy = decided([low], [unit("a", { power_W: 100 }), unit("j", { capped: { power_W: 400, speed_frac: 0.5 } })], { ...EASY, capping: true });
    expect(ground(busy)).toMatchObject({ earliest_s: 3000, binds: "needs 1 node, 0 free" });
  });

  test("to ask changes nothing", () => {
    const battery = { capacity_J: 3e6, charge_W: 300, discharge_W: 1000, roundTrip_frac: 0.9, initial_J: 1e5 };
    const supply = prepareSupply([hall(2, { from_s: 0, power_W: { t_s: [0, 1111], value: [900, 333] }, battery })]);
    const { state } = step(emptyState(supply, EASY), { kind: "submit", t_s: 1234.5, job: unit("j", { estimate_s: 300 }) });
    const before = snapshot(state);
    expect(explain(state, "j").tiers.ground).toMatchObject({ earliest_s: 1234.5 });
    expect(snapshot(state)).toBe(before);
  });
});
