/** The same demand with one tier alone, worked out by hand on the cases of lp.test.ts. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { highsSolver } from "../../src/solver/index.ts";
import { solveCase, twinsOf } from "../../src/plan/index.ts";
import type { PlanTwin } from "../../src/plan/index.ts";
import { fleet, planCase, problem, site, vehicle, wants } from "./cases.ts";
import type { ProblemTest } from "./cases.ts";

const solve = highsSolver({ gap_frac: 0, nodes: 100_000 });

const twins = async (given: ProblemTest): Promise<{ readonly objective_usd: number; readonly twins: readonly PlanTwin[] }> => {
  const c = planCase(given);
  const solved = await solveCase(c, solve);
  const best = solved.best!;
  return { objective_usd: best.objective_usd, twins: await twinsOf({ problem: c, solved, best }, { solve, others: [] }) };
};

describe("twins", () => {
  test("each tier alone, against the cases worked out by hand", async () => {
    // Ground alone is case "ground-limits", 110.6 M$; orbit alone is "orbit", 274.3 M$. Together: orbit could serve the 0.8 MW that the ground
    // leaves short in the first quarter (80 M$): a launch of 6 brings 0.5 MW for 6 of platforms and 0.1 + 0.1 of upkeep; 50 M$ less short. In the
    // second it also spares ground: 0.5 MW of IT is 0.625 MW of site: 6.25 + 0.625 + 0.25 run; and in the first the grid gives all it can.
    // 110.6 - 50 - 7.125 + 12.2 = 65.675.
    const got = await twins(problem(2, { sites: [site(2, { grid_MW: [2, 4], build_MW: [1.5, 1.5] })], vehicles: [vehicle(2)], fleet: fleet(2), classes: [wants(2)] }));
    expect(got.objective_usd / 1e6).toBeCloseTo(65.675, 6);
    expect(got.twins.map(({ id }) => id)).toEqual(["ground only", "orbit only"]);
    expect(got.twins.map((twin) => twin.objective_usd / 1e6)).toEqual([expect.closeTo(110.6, 6), expect.closeTo(274.3, 6)]);
    expect(got.twins.map((twin) => twin.difference_usd / 1e6)).toEqual([expect.closeTo(110.6 - 65.675, 6), expect.closeTo(274.3 - 65.675, 6)]);
    // 0.8 of 4 MW-quarters; 1.5 + 1 of 4.
    expect(got.twins.map((twin) => twin.unserved_frac)).toEqual([expect.closeTo(0.2, 9), expect.closeTo(0.625, 9)]);
    expect(got.twins[1]!.built).toEqual([{ option: "orbit/starship", units: expect.closeTo(4, 6), launches: 2 }]);
  });
  test("a target goes with what it is on: then a twin may cost less", async () => {
    // Case "orbit-target" asks for a platform that nobody needs: 9.1 M$ on top of the ground's 32.
    const got = await twins(problem(2, { sites: [site(2)], vehicles: [vehicle(2)], fleet: fleet(2, { target: [1, 1], fleetMax: [1, 2] }), classes: [wants(2, { orbit: false })] }));
    expect(got.objective_usd / 1e6).toBeCloseTo(41.1, 6);
    expect(got.twins[0]!.difference_usd / 1e6).toBeCloseTo(-9.1, 6);
  });
  test("a launcher goes with what it brings: the ground alone pays no stake in it", async () => {
    // The ground's 32, which serve all, beside a stake of 50 and a fee of 1 a quarter for a rocket that nothing needs.
    const line = (usd: number) => ({ subsystem: "fee", boundary: "launch", source: "test", usd: [usd, usd] }) as const;
    const got = await twins(problem(2, { sites: [site(2)], vehicles: [vehicle(2, { committed: [line(1e6)], stake: { at: [0], line: { ...line(50e6), subsystem: "stake", life: 20 } } })], fleet: fleet(2), classes: [wants(2)] }));
    expect(got.objective_usd / 1e6).toBeCloseTo(32 + 52, 6);
    expect(got.twins.map(({ objective_usd }) => objective_usd / 1e6)).toEqual([expect.closeTo(32, 6), expect.closeTo(274.3 + 52, 6)]);
  });
  test("one tier is its own twin", async () => {
    const got = await twins(problem(2, { sites: [site(2)], classes: [wants(2)] }));
    expect(got.twins).toEqual([expect.objectContaining({ id: "ground only", difference_usd: 0 })]);
  });
  test("leaving options out never costs less without a target", async () => {
    const series = fc.array(fc.integer({ min: 0, max: 40 }).map((n) => n / 10), { minLength: 3, maxLength: 3 });
    await fc.assert(fc.asyncProperty(series, series, series, async (grid_MW, wanted_MW, factory) => {
      const got = await twins(problem(3, { sites: [site(3, { grid_MW: grid_MW.toSorted((a, b) => a - b) })], vehicles: [vehicle(3)], fleet: fleet(3, { factory }), classes: [wants(3, { wanted_MW })] }));
      for (const twin of got.twins) expect(twin.difference_usd).toBeGreaterThanOrEqual(-1e-6 * Math.max(1e6, got.objective_usd));
    }), { numRuns: 15 });
  });
});
