/** A plan made again after an event, on small cases by hand and on random ones. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { highsSolver } from "../../src/solver/index.ts";
import { pastOf, replanCase, solveCase } from "../../src/plan/index.ts";
import type { PlanCase } from "../../src/plan/index.ts";
import { fleet, planCase, problem, site, supply, vehicle, wants } from "./cases.ts";

const solve = highsSolver({ gap_frac: 0, nodes: 100_000 });

const again = async (before: PlanCase, after: PlanCase, n: number) => {
  const { best } = await solveCase(before, solve);
  const past = pastOf(best!.decisions, n);
  return { first: best!, past, found: await replanCase({ before, after, past }, solve) };
};

const fill = (n: number, value: number): readonly number[] => Array.from({ length: n }, () => value);

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
  test("never launches less than it has, where the rate falls", async () => {
    // 0.4 a quarter: one each in the third and fourth, the two of the first five. None on offer after: both stay, and bring 2 MW of 2 wanted,
    // a tenth less in the second year of each: short 2, 2, 1, 0, 0, 0, 0.1, 0.2 MW. Launches 12, platforms 12, upkeep 2 x 0.1 x (6 + 5).
    const of = (later: number): PlanCase => planCase(problem(8, { vehicles: [vehicle(8, { slots: [...fill(4, 0.4), ...fill(4, later)], reliability: 1 })], fleet: fleet(8, { factory: [0, 0, 4, 4, 4, 4, 4, 4] }), classes: [wants(8)] }));
    const { past, found } = await again(of(0.4), of(0), 4);
    expect(past.launches["starship"]).toEqual([0, 0, 1, 1]);
    expect("why" in found ? null : found.objective_usd / 1e6).toBeCloseTo(12 + 12 + 2.2 + 530, 5);
  });
  test("finds room for every launch it has made, whatever rates come", async () => {
    const rate = fc.integer({ min: 0, max: 9 }).map((tenths) => tenths / 10);
    const owned = (slots: readonly number[], sold: number | null): PlanCase => planCase(problem(8, {
      vehicles: [vehicle(8, { slots, reliability: 1, ...(sold === null ? {} : { others: { launches: slots.map((n) => Math.min(n, sold)), givenUp: { subsystem: "sales given up", boundary: "launch", source: "test", usd: fill(8, 2e6) } } }) })],
      fleet: fleet(8), classes: [wants(8)],
    }));
    await fc.assert(fc.asyncProperty(rate, rate, fc.option(rate), fc.integer({ min: 1, max: 7 }), async (first, then, sold, n) => {
      const slots = (later: number): readonly number[] => [...fill(n, first), ...fill(8 - n, later)];
      const { first: best, past, found } = await again(owned(slots(first), sold), owned(slots(then), sold), n);
      if ("why" in found) throw new Error(found.why.join());
      expect(found.build[0]!.launches.slice(0, n)).toEqual(past.launches["starship"]);
      if (then <= first && sold === null) expect(found.objective_usd).toBeGreaterThanOrEqual(best.objective_usd - 10);
    }), { numRuns: 20 });
  });
  test("leaves what was paid as it was", async () => {
    // Nothing is wanted from the third quarter on: other prices for all quarters change nothing.
    const n = 2;
    const made = planCase(problem(4, {
      salvage: true, sites: [site(4, { grid_MW: fill(4, 1) })], vehicles: [vehicle(4, { reliability: 1, slots: fill(4, 0.6) })], fleet: fleet(4, { data: { subsystem: "data", boundary: "links", source: "", usd: fill(4, 1) } }), cargo: [supply(4)],
      classes: [wants(4, { wanted_MW: [2, 3, 0, 0], data_B_per_J: 1e-4 })],
      cash: { own_usd: fill(4, 40e6), debtMax_usd: fill(4, 1e6), interest_per_quarter: 0.01, earned_usd_per_MWh: [fill(4, 10)] },
    }));
    const times = <T extends { readonly usd: readonly number[] }>(line: T, f: number): T => ({ ...line, usd: line.usd.map((usd) => usd * f) });
    const dearer = (c: PlanCase, f: number): PlanCase => ({
      ...c,
      options: c.options.map((option) => ({ ...option, capital: option.capital.map((one) => times(one, f)), running: option.running.map((one) => times(one, f)) })),
      pools: c.pools.map((pool) => (pool.link === null ? pool : { ...pool, link: { ...pool.link, data: times(pool.link.data, f) } })),
      vehicles: c.vehicles.map((one) => ({ ...one, launch: times(one.launch, f) })),
      cargo: c.cargo.map((one) => ({ ...one, price: times(one.price, f) })),
      classes: c.classes.map((one) => ({ ...one, unserved_usd_per_MWh: one.unserved_usd_per_MWh.map((usd) => usd * f) })),
      cash: { ...c.cash!, interest_per_quarter: 0.01 * f, earned_usd_per_MWh: [fill(4, 10 * f)] },
    });
    await fc.assert(fc.asyncProperty(fc.double({ min: 0.1, max: 10, noNaN: true }), async (f) => {
      const { first, found } = await again(made, dearer(made, f), n);
      expect("why" in found ? null : found.objective_usd / 1e6).toBeCloseTo(first.objective_usd / 1e6, 5);
    }), { numRuns: 8 });
  });
  test("serves the past as it was served", async () => {
    // 2.5 MW stand from the first quarter and no more can be built. Peaks double in the second: half of the 2 MW are short then, none before.
    const of = (peakToMean: number): PlanCase => planCase(problem(2, { sites: [site(2, { build_MW: [2.5, 0] })], classes: [wants(2, { smoothing: [{ deferral_h: 0, peakToMean }] })] }));
    const { found } = await again(of(1), of(2), 1);
    expect("why" in found ? null : found.classes[0]!.unserved_W.map((watts) => watts / 1e6)).toEqual([expect.closeTo(0, 6), expect.closeTo(1, 6)]);
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
