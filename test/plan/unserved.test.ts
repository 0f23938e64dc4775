/** Demand that cannot be met is priced as not served, or the plan is infeasible with its reasons: never dropped. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { highsSolver } from "../../src/solver/index.ts";
import { reasonsFor } from "../../src/plan/infeasible.ts";
import { classesOf } from "../../src/plan/interpret.ts";
import { solveCase } from "../../src/plan/index.ts";
import { unservableNotes } from "../../src/plan/notes.ts";
import { fleet, planCase, problem, site, vehicle, wants } from "./cases.ts";

const solve = highsSolver({ gap_frac: 0, nodes: 100_000 });
const why = { ground: "its 95th percentile is 20 ms, latencyMax 1 ms", orbit: "its 95th percentile is 30 ms, latencyMax 1 ms" };

describe("a class that nothing may serve", () => {
  const neither = planCase(problem(2, { sites: [site(2)], classes: [wants(2), wants(2, { id: "hot", name: "hot", ground: false, orbit: false })] }));
  test("has a note with each tier's reason and its price", () => {
    // 2 MW for two quarters at 100 M$ a megawatt and quarter.
    expect(unservableNotes(neither, [{ id: "chat", why }, { id: "hot", why }])).toEqual([
      `Nothing may serve hot (ground: ${why.ground}; orbit: ${why.orbit}). All of it counts as not served, at its price: 400.0 M$ of present value.`,
    ]);
  });
  test("is all unserved in the plan, at that price", async () => {
    const { best } = await solveCase(neither, solve);
    const [, hot] = classesOf(best!.decisions);
    expect(hot!.unserved_W).toEqual([2e6, 2e6]);
    expect(hot!.shortfall_usd.reduce((a, b) => a + b, 0)).toBeCloseTo(400e6, 0);
    // Case "ground" of golden-cases.ts besides.
    expect(best!.objective_usd / 1e6).toBeCloseTo(432, 5);
  });
  test("may run where nothing can be built", () => {
    const nowhere = planCase(problem(2, { classes: [wants(2)] }));
    expect(unservableNotes(nowhere, [{ id: "chat", why: { ground: "", orbit: "" } }])[0]).toMatch(/^Nothing may serve chat \(ground: it may run there, and nothing of the scenario can be built; /);
  });
});

const N = 3;
const amount = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((n) => n / 10);
const series = (min: number, max: number) => fc.array(amount(min, max), { minLength: N, maxLength: N });

test("whatever is wanted is served, priced or the reason for no plan", async () => {
  await fc.assert(fc.asyncProperty(fc.record({
    grid: series(0, 3), slots: series(0, 2), integer: fc.boolean(), wanted: series(0, 4), later: series(0, 4), ground: fc.boolean(), orbit: fc.boolean(), price: amount(1, 50),
    target: fc.option(series(0, 3)), own: fc.option(series(0, 30)),
  }), async (r) => {
    const one = planCase(problem(N, {
      sites: [site(N, { grid_MW: r.grid })], vehicles: [vehicle(N, { slots: r.slots, integer: r.integer })], fleet: fleet(N, { target: r.target }),
      classes: [wants(N, { wanted_MW: r.wanted }), wants(N, { id: "other", name: "other", wanted_MW: r.later, ground: r.ground, orbit: r.orbit, shortfall_usd_per_MWh: (r.price * 1e6) / 2191.5 })],
      cash: r.own === null ? null : { own_usd: r.own.map((n) => n * 1e6), debtMax_usd: [0, 0, 0], interest_per_quarter: 0, earned_usd_per_MWh: [[0, 0, 0], [0, 0, 0]] },
    }));
    const { best } = await solveCase(one, solve);
    if (best === null) {
      const reasons = await reasonsFor(one, solve);
      expect(reasons.some((reason) => /is out of reach in 2027-Q/.test(reason))).toBe(true);
      expect(reasons.at(-1)).toMatch(/cannot hold/);
      return;
    }
    classesOf(best.decisions).forEach((c, k) => c.wanted_W.forEach((wanted, t) => {
      expect(c.ground_W[t]! + c.orbit_W[t]! + c.unserved_W[t]!).toBeCloseTo(wanted, 0);
      expect(c.shortfall_usd[t]!).toBeCloseTo((c.unserved_W[t]! / 1e6) * [100e6, r.price * 1e6][k]!, 0);
    }));
    const mute = !r.ground && !r.orbit && r.later.some((MW) => MW > 0);
    expect(unservableNotes(one, [{ id: "chat", why }, { id: "other", why }])).toHaveLength(mute ? 1 : 0);
  }), { numRuns: 60 });
});
