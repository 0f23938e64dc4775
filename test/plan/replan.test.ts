/** A plan made again after an event, on small cases by hand and on random ones. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { highsSolver } from "../../src/io/index.ts";
import { pastOf, replanCase, solveCase } from "../../src/plan/index.ts";
import type { PlanCase } from "../../src/plan/index.ts";
import { fleet, planCase, problem, site, vehicle, wants } from "./cases.ts";

const solve = highsSolver({ gap_frac: 0, nodes: 100_000 });

const again = async (before: PlanCase, after: PlanCase, n: number) => {
  const { best } = await solveCase(before, solve);
  const past = pastOf(best!.decisions, n);
  return { first: best!, past, found: await replanCase({ before, after, past }, solve) };
};

const lost = (slots: readonly number[]): PlanCase => planCase(problem(3, { vehicles: [vehicle(3, { slots, reliability: 1 })], fleet: fleet(3), classes: [wants(3)] }));

describe("a plan made again", () => {
  test("keeps what was launched and does without what was lost", async () => {
    // A launch a quarter brings two platforms of 0.5 MW, of the 2 MW wanted: two launches. The pad is lost after the first: 6 + 6 to buy,
    // 0.2 upkeep three times, 1 MW short three times.
    const { found } = await again(lost([1, 1, 1]), lost([1, 0, 0]), 1);
    if ("why" in found) throw new Error(found.why.join());
    expect(found.objective_usd / 1e6).toBeCloseTo(12 + 0.6 + 300, 5);
    expect(found.build[0]!.launches).toEqual([1, 0, 0]);
  });
  test("makes good on the ground what it can", async () => {
    // The same with a site of 2.5 MW a quarter: 1 MW of IT for two quarters is 12.5 + 1.25 x 2 + 0.5 x 2 = 16, below the price of 200 short.
    const both = (slots: readonly number[], grid_MW: readonly number[]): PlanCase => planCase(problem(3, { sites: [site(3, { grid_MW })], vehicles: [vehicle(3, { slots, reliability: 1 })], fleet: fleet(3), classes: [wants(3)] }));
    const { found } = await again(both([1, 1, 1], [0, 0, 0]), both([1, 0, 0], [0, 5, 5]), 1);
    if ("why" in found) throw new Error(found.why.join());
    expect(found.objective_usd / 1e6).toBeCloseTo(12 + 0.6 + 100 + 16, 5);
  });
  test("goes on in parts of launches where so few are left that they would be whole", async () => {
    // 0.4 launches a quarter as they are billed, then none on offer but one whole: the first quarter keeps its 0.4, two platforms each.
    const of = (slots: readonly number[], integer: boolean): PlanCase => planCase(problem(3, { vehicles: [vehicle(3, { slots, integer, reliability: 1 })], fleet: fleet(3), classes: [wants(3)] }));
    const { found } = await again(of([0.4, 0.4, 0.4], false), of([0, 0, 1], true), 1);
    if ("why" in found) throw new Error(found.why.join());
    expect(found.build[0]!.launches).toEqual([expect.closeTo(0.4, 6), 0, expect.closeTo(1, 6)]);
  });
  test("after nothing is the plan", async () => {
    const { first, found } = await again(lost([1, 1, 1]), lost([1, 1, 1]), 2);
    expect("why" in found ? null : found.objective_usd).toBeCloseTo(first.objective_usd, 2);
  });
  test("says why a target is out of reach after it", async () => {
    const due = (slots: readonly number[]): PlanCase => planCase(problem(3, { vehicles: [vehicle(3, { slots })], fleet: fleet(3, { target: [0, 0, 4] }) }));
    const { found } = await again(due([1, 1, 1]), due([1, 0, 0]), 1);
    expect("why" in found ? found.why[0] : "").toMatch(/^the target \(orbit.target\) is out of reach in 2027-Q3: 4.000 platforms are wanted/);
  });
  test("never gains by a loss, and never changes what was", async () => {
    const series = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 });
    await fc.assert(fc.asyncProperty(series, series, series, fc.integer({ min: 1, max: 3 }), async (slots, down, wanted_MW, n) => {
      const of = (on: readonly number[]): PlanCase => planCase(problem(4, { sites: [site(4, { build_MW: [1, 1, 1, 1] })], vehicles: [vehicle(4, { slots: on })], fleet: fleet(4), classes: [wants(4, { wanted_MW })] }));
      const { first, past, found } = await again(of(slots), of(slots.map((on, t) => Math.max(0, on - down[t]!))), n);
      if ("why" in found) throw new Error(found.why.join());
      expect(found.objective_usd).toBeGreaterThanOrEqual(first.objective_usd - 10);
      for (const { option, built } of found.build) built.slice(0, n).forEach((units, t) => expect(units).toBeCloseTo(past.bought[option]![t]!, 6));
    }), { numRuns: 15 });
  });
});
