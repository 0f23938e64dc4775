import { describe, expect, test } from "vitest";
import { constantCurve, EASY, emptyState, explain, jobOf, prepareSupply, step, type Job, type Pool } from "../../src/schedule/index.ts";
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
