/**
 * Planned placement where supply is scarce: light that pauses, lateness that is dear, and a hall that is too small to wait for cheap hours.
 * Rivals are run here on the same jobs and pools; jobs are drawn by a generator of the test's own (mulberry32).
 */
import { describe, expect, test } from "vitest";
import { constantCurve as c, EASY, jobOf, measuresOf, PLANNED, prepareSupply, simulate, totalCost, type Job, type Policy, type Pool } from "../../src/schedule/index.ts";
import { flashes, hall } from "./pools.ts";

const HOUR_S = 3600;
const DAYS = 8;
const price = (usd_per_kWh: Pool["price"]["energy_usd_per_kWh"], in_usd_per_B = 0): Pool["price"] => ({ ...hall(1).price, energy_usd_per_kWh: usd_per_kWh, in_usd_per_B, out_usd_per_B: 2e-10 });
const run = (jobs: readonly Job[], pools: readonly Pool[], policy: Policy, end_s = DAYS * 24 * HOUR_S) =>
  simulate({ workload: { jobs, run_s: jobs.map(({ estimate_s }) => estimate_s) }, supply: prepareSupply(pools), policy, outages: [], end_s, watch: () => {} });

const RIVALS: Readonly<Record<string, Policy>> = {
  "ground first": { ...EASY, placement: { kind: "tier", first: "ground", spill: true } },
  "orbit first": { ...EASY, placement: { kind: "tier", first: "orbit", spill: true } },
  threshold: { ...EASY, placement: { kind: "threshold", groundMost_usd_per_MWh: 50 } },
};

describe("supply that pauses", () => {
  // Lit 61 of 96 minutes: ten hours of work take 17 in orbit, 12 are left. The hall takes them at 5 cents a kilowatt-hour: half a dollar and its checkpoints.
  const lit = flashes({ lit_min: 61, turn_min: 96, phase_min: 0, turns: 200, power_W: 1000 });
  const pools = [hall(4, { id: "ground", power_W: c(1000), price: price(c(0.05)) }), hall(4, { id: "orbit", tier: "orbit", power_W: lit })];
  const job = (due_h: number): Job => jobOf({ id: "a", submit_s: 0, nodes: 1, acceleratorsPerNode: 1, power_W: 1000, estimate_s: 10 * HOUR_S }, { due_s: due_h * HOUR_S, late_usd_per_h: 50, checkpoint: { interval_s: 600, write_s: 10, bytes: 1 }, restart_s: 30 });
  const placements: Readonly<Record<string, Policy>> = { planned: PLANNED, cost: { ...EASY, placement: { kind: "cost", carbon_usd_per_t: 0, wait_usd_per_h: 0, lookahead_s: 24 * HOUR_S } } };

  test.each(Object.entries(placements))("%s: ten hours that are due in twelve go to the hall, due in twenty to orbit", (_, policy) => {
    const soon = run([job(12)], pools, policy);
    expect(soon.entries[0]).toMatchObject({ state: "done", requeues: {} });
    expect(measuresOf(soon).late_usd).toBe(0);
    const later = measuresOf(run([job(20)], pools, policy));
    expect(later.late_usd).toBe(0);
    expect(later.price_usd).toBe(0);
  });
});

const drawn = (seed: number): (() => number) => {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

interface Kind {
  readonly late_usd_per_h: number;
  /** Whether orbit has shadows, its links contacts, and jobs checkpoints and data. */
  readonly pauses: boolean;
}

/** Eight nodes on the ground with a price that swings by the day, and a storm of 18 h in some; two groups of three in orbit. About ten nodes are asked for on the mean, of 12 with light that pauses, of 14 without. */
const caseOf = (seed: number, { late_usd_per_h, pauses }: Kind): { readonly jobs: readonly Job[]; readonly pools: readonly Pool[] } => {
  const r = drawn(seed);
  const storm = Math.floor(r() * 96);
  const value = Array.from({ length: 24 * DAYS }, (_, h) => 0.03 + 0.03 * Math.sin(((h - 9) / 12) * Math.PI) + 0.02 * (r() - 0.5) + (h >= storm && h < storm + 18 && seed % 2 === 1 ? 3 : 0));
  const power_W = (i: number) => (pauses ? flashes({ lit_min: 61, turn_min: 96, phase_min: 40 * i, turns: 400, power_W: 1e4 }) : c(1e4));
  const rate = (i: number) => (pauses ? flashes({ lit_min: 8, turn_min: 96, phase_min: 30 * i, turns: 400, power_W: 1e8 }) : null);
  const orbit = [0, 1].map((i) => hall(3, { id: `o${i}`, tier: "orbit", from_s: 0, power_W: power_W(i), in_B_per_s: rate(i), out_B_per_s: rate(i), price: price(c(0), pauses ? 2e-10 : 0) }));
  const ground = hall(8, { id: "home", from_s: 0, power_W: c(1e4), price: { ...price({ t_s: value.map((_, h) => h * HOUR_S), value }), out_usd_per_B: 0 } });
  const jobs: Job[] = [];
  for (let t = 0; t < 5 * 24 * HOUR_S; ) {
    t -= Math.log(1 - r()) * 4800;
    const estimate_s = HOUR_S * (0.3 + 40 * r() * r());
    const patience_s = HOUR_S * (1 + 20 * r());
    const input_B = 1e9 * Math.floor(1 + 20 * r() * r());
    jobs.push(jobOf({ id: `j${jobs.length}`, submit_s: t, nodes: 1 + Math.floor(3 * r() * r()), acceleratorsPerNode: 1, power_W: 1e4, estimate_s }, {
      input_B, inputPlace: "home", output_B: input_B / 2, due_s: t + patience_s + estimate_s, late_usd_per_h, checkpoint: pauses ? { interval_s: 600, write_s: 20, bytes: 0 } : null, restart_s: pauses ? 30 : 0,
    }));
  }
  return { jobs, pools: [ground, ...orbit] };
};

describe("three quarters of all nodes asked for: planned costs less than the best of ground first, orbit first and a threshold", () => {
  const KINDS: Readonly<Record<string, Kind>> = { "light and links that pause": { late_usd_per_h: 2, pauses: true }, "dear lateness": { late_usd_per_h: 50, pauses: false }, "cheap lateness": { late_usd_per_h: 2, pauses: false } };
  const cases = Object.entries(KINDS).flatMap(([name, kind]) => [1, 2, 3, 4, 5].map((seed) => [name, seed, kind] as const));

  test.each(cases)("%s, %i", (_, seed, kind) => {
    const { jobs, pools } = caseOf(seed, kind);
    const cost = (policy: Policy): number => totalCost(measuresOf(run(jobs, pools, policy)), { carbon_usd_per_t: 0, unserved_usd: 500 });
    expect(cost(PLANNED)).toBeLessThanOrEqual(Math.min(...Object.values(RIVALS).map(cost)));
  });
});
