/** Plans for several futures: a newsvendor worked out by hand, and what must hold of every one. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { highsSolver } from "../../src/solver/index.ts";
import { planFutures, pastOf, solveCase } from "../../src/plan/index.ts";
import type { Future, PlanCase, UncertainPlan } from "../../src/plan/index.ts";
import { meanCase } from "../../src/plan/uncertain/index.ts";
import { measure } from "../golden/measure.ts";
import { fleet, planCase, problem, site, START, vehicle, wants } from "./cases.ts";
import { newsvendor, orderedBefore } from "./uncertain-cases.ts";

const solve = highsSolver({ gap_frac: 0, nodes: 100_000 });

/** First decisions of the plan for one problem, and the plan for all. */
const planned = async (futures: readonly Future[], central: PlanCase, risk = { tail_frac: 0.9, weight_frac: 0 }): Promise<UncertainPlan> => {
  const { best } = await solveCase(central, solve);
  return planFutures({ futures, central: pastOf(best!.decisions, 1), risk }, solve);
};

const M = 1e6;

describe("a newsvendor", () => {
  // A megawatt of IT costs 10 / 0.8 to buy and 2 x 1 / 0.8 to keep for two quarters: 15; it can be bought in the first quarter only, and is
  // wanted in the second: 1, 2 or 3 MW with chances 0.3, 0.3, 0.4. A megawatt that runs saves 30.5 and costs 0.5. So one more pays where the
  // chance that it is wanted is above 15/30: 2 MW. Cost 15 x + 0.5 served + 30.5 short.
  const futures = newsvendor([1, 2, 3], [0.3, 0.3, 0.4]);
  const source = "newsvendor with three demands, by hand: buy while the chance of demand above is more than cost over what is saved";

  test("buys what the critical ratio says, at the hand's cost, against the plan for the largest demand", async () => {
    const got = await planned(futures, futures[2]!.problem);
    const check = (name: string, value: number, expected: number): void => measure("plan-uncertain", { case: name, got: value, expected, abs: 1e-5, unit: "M$", source });
    expect(got.first[0]!.units[0]! * 0.8).toBeCloseTo(2, 6);
    check("newsvendor, expected cost", got.hedged.expected_usd / M, 30 + 0.5 * (0.3 + 0.7 * 2) + 30.5 * 0.4);
    check("newsvendor, planned for the largest demand", got.central!.expected_usd / M, 45 + 0.5 * 2.1);
    check("newsvendor, demand known", got.known.expected_usd / M, 15.5 * 2.1);
    check("newsvendor, value of the stochastic solution", got.valueOfHedging_usd! / M, 46.05 - 43.05);
    check("newsvendor, value of perfect information", got.valueOfKnowing_usd / M, 43.05 - 32.55);
    // The worst tenth lies in the highest demand: 30 + 1 + 30.5.
    check("newsvendor, mean of the worst tenth", got.hedged.tail_usd / M, 61.5);
  });
  test("buys for the tail when it weighs more than a sixth", async () => {
    // With 3 MW: expected 46.05, worst 46.5. Equal at 3 (1 - w) = 15 w.
    const units = async (weight_frac: number): Promise<number> => (await planned(futures, futures[2]!.problem, { tail_frac: 0.9, weight_frac })).first[0]!.units[0]! * 0.8;
    expect(await units(0.16)).toBeCloseTo(2, 6);
    expect(await units(0.17)).toBeCloseTo(3, 6);
    expect(await units(1)).toBeCloseTo(3, 6);
  });
  test("knows that a tail may cut a future in two", async () => {
    // Costs 30.5, 31, 61.5 (chances 0.3, 0.3, 0.4): worst half = 0.4 of 61.5 and 0.1 of 31.
    const got = await planned(futures, futures[2]!.problem, { tail_frac: 0.5, weight_frac: 0 });
    expect(got.hedged.tail_usd / M).toBeCloseTo((0.4 * 61.5 + 0.1 * 31) / 0.5, 5);
  });
});

describe("platforms ordered before the launches are known", () => {
  // A platform costs 1.5 with the order; where it flies 1.5 more, 3 of its launch and 0.1, and saves 15: 10.4 to be had with the chance that it
  // flies, above 1.5 at one in two. Two launches or none: known, 4 ordered: 6 + 6 + 12 + 0.4 = 24.4, or none: 60. For both: 4, 24.4 or 66.
  // Mean values fly one launch and order 2: 3 + 3 + 6 + 0.2 + 30 = 42.2, or 63.
  const futures = orderedBefore([2, 0], [0.5, 0.5]);
  const source = "two quarters with a lead of one, by hand: docs/theory/plan.md";

  test("are ordered for the chance of launches, and what that is worth is the hand's", async () => {
    const got = await planned(futures, futures[0]!.problem);
    const check = (name: string, value: number, expected: number): void => measure("plan-uncertain", { case: name, got: value, expected, abs: 1e-5, unit: "M$", source });
    const order = got.first.find(({ option }) => option === "order/platforms")!;
    expect([order.units[0], order.centralUnits[0], order.meanUnits![0]]).toEqual([expect.closeTo(4, 6), expect.closeTo(4, 6), expect.closeTo(2, 6)]);
    check("order with a lead, here and now", got.hedged.expected_usd / M, (24.4 + 66) / 2);
    check("order with a lead, wait and see", got.known.expected_usd / M, (24.4 + 60) / 2);
    check("order with a lead, plan for mean values", got.mean!.expected_usd / M, (42.2 + 63) / 2);
    check("order with a lead, value of the stochastic solution", got.valueOfStochasticSolution_usd! / M, 7.4);
    check("order with a lead, value of perfect information", got.valueOfKnowing_usd / M, 3);
    expect(got.hedged.tail_usd / M).toBeCloseTo(66, 5);
    expect(got.valueOfHedging_usd).toBeCloseTo(0, 2);
  });
  test("are not where launches are unlikely, or their loss weighs", async () => {
    const ordered = async (chance: number, weight_frac: number): Promise<number> => {
      const unlikely = orderedBefore([2, 0], [chance, 1 - chance]);
      return (await planned(unlikely, unlikely[0]!.problem, { tail_frac: 0.9, weight_frac })).first.find(({ option }) => option === "order/platforms")!.units[0]!;
    };
    // Worth it above 1.5/10.4 = 14.4 %.
    expect(await ordered(0.13, 0)).toBeCloseTo(0, 6);
    expect(await ordered(0.16, 0)).toBeCloseTo(4, 6);
    // The tail is the future without launches: 1.5 a platform. (1 - w)(10.4 x 0.16 - 1.5) = 1.5 w at w = 0.0988.
    expect(await ordered(0.16, 0.09)).toBeCloseTo(4, 6);
    expect(await ordered(0.16, 0.11)).toBeCloseTo(0, 6);
  });
});

describe("launches", () => {
  const orbit = (slots: readonly number[]): PlanCase => planCase(problem(2, { vehicles: [vehicle(2, { slots })], fleet: fleet(2), classes: [wants(2)] }));
  const futures: readonly Future[] = [{ id: "flies", chance_frac: 0.5, what: "", problem: orbit([1, 1]) }, { id: "stands", chance_frac: 0.5, what: "", problem: orbit([1, 0]) }];

  test("of the first quarter are the same in all futures, those after as each can", async () => {
    const got = await planned(futures, futures[0]!.problem);
    // "orbit" of golden-cases: 274.3 where it flies twice; once: 6 + 6 + 0.1 x 2 upkeep, 1.5 MW short twice: 312.2.
    expect(got.futures.map(({ known_usd }) => known_usd / M)).toEqual([expect.closeTo(274.3, 5), expect.closeTo(312.2, 5)]);
    expect(got.futures.map(({ built }) => built[0]!.launches)).toEqual([2, 1]);
    expect(got.first[0]!.launches).toEqual([1]);
    expect(got.valueOfKnowing_usd).toBeCloseTo(0, 3);
  });
  test("that one future does not have before the quarter nobody has, and it says so", async () => {
    const late = { id: "late", chance_frac: 0.5, what: "", problem: orbit([0, 1]) };
    const got = await planned([{ ...futures[0]!, chance_frac: 0.5 }, late], futures[0]!.problem);
    expect(got.first[0]!.launches).toEqual([0]);
    expect(got.central).toBeNull();
    expect(got.notes.join()).toContain("late has not on offer what the plan for one future buys before: orbit/starship, starship");
  });
  test("of which one future has fewer are no more than that for all", async () => {
    const more = orbit([2, 1]);
    const got = await planned([{ id: "two", chance_frac: 0.5, what: "", problem: more }, { ...futures[0]!, chance_frac: 0.5 }], more);
    expect(got.first[0]!.launches).toEqual([1]);
    expect(got.central).toBeNull();
    expect(got.notes.join()).toContain("flies has not on offer");
  });
  test("that a target needs and a future lacks: which future, and why", async () => {
    const due = (slots: readonly number[]): PlanCase => planCase(problem(2, { vehicles: [vehicle(2, { slots })], fleet: fleet(2, { target: [0, 4] }) }));
    const got = await planned([{ id: "flies", chance_frac: 0.5, what: "", problem: due([1, 1]) }, { id: "stands", chance_frac: 0.5, what: "", problem: due([1, 0]) }], due([1, 1]));
    expect(got.status).toBe("infeasible");
    expect(got.why[0]).toMatch(/^stands: .*target/);
  });
});

describe("always", () => {
  const amount = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((n) => n / 10);
  const series = (min: number, max: number) => fc.array(amount(min, max), { minLength: 3, maxLength: 3 });
  const one = fc.record({ grid: series(0, 5), slots: series(1, 3), wanted: series(0, 5), weight: fc.integer({ min: 1, max: 5 }) });
  type Order = PlanCase["options"][number]["order"];
  const order: fc.Arbitrary<Order> = fc.option(fc.record({ lead: fc.integer({ min: 1, max: 2 }), deposit_frac: amount(0, 1), held: fc.integer({ min: 0, max: 2 }) }));
  const caseOf = ({ grid, slots, wanted, platforms = null, launches = null }: { readonly grid: readonly number[]; readonly slots: readonly number[]; readonly wanted: readonly number[]; readonly platforms?: Order; readonly launches?: Order }): PlanCase => planCase(problem(3, {
    sites: [site(3, { grid_MW: grid.map((_, t) => Math.max(...grid.slice(0, t + 1))), build_MW: [2, 2, 2] })],
    vehicles: [vehicle(3, { slots, reliability: 1, order: launches })], fleet: fleet(3, { order: platforms }), classes: [wants(3, { wanted_MW: wanted })],
  }));

  test("hedging and knowing are worth no less than nothing, and all futures begin alike", async () => {
    await fc.assert(fc.asyncProperty(fc.array(one, { minLength: 2, maxLength: 3 }), amount(0, 1), fc.constantFrom(0, 0.5, 0.8), order, order, async (all, weight_frac, tail_frac, platforms, launches) => {
      const sum = all.reduce((a, { weight }) => a + weight, 0);
      const futures = all.map((each, i): Future => ({ id: `f${i}`, chance_frac: each.weight / sum, what: "", problem: caseOf({ ...each, platforms, launches }) }));
      const got = await planned(futures, futures[0]!.problem, { tail_frac, weight_frac });
      expect(got.status).toBe("optimal");
      const slack = 1e-5 * Math.max(M, Math.abs(got.hedged.sought_usd));
      if (got.valueOfHedging_usd !== null) expect(got.valueOfHedging_usd).toBeGreaterThanOrEqual(-slack);
      if (got.valueOfStochasticSolution_usd !== null) expect(got.valueOfStochasticSolution_usd).toBeGreaterThanOrEqual(-slack);
      expect(got.valueOfKnowing_usd).toBeGreaterThanOrEqual(-slack);
      expect(got.hedged.tail_usd).toBeGreaterThanOrEqual(got.hedged.expected_usd - slack);
      for (const { cost_usd, known_usd } of got.futures) expect(cost_usd).toBeGreaterThanOrEqual(known_usd - slack);
    }), { numRuns: 15 });
  });
  test("one future is the plan for it", async () => {
    const only = caseOf({ grid: [1, 2, 3], slots: [1, 1, 1], wanted: [3, 4, 5] });
    const got = await planned([{ id: "only", chance_frac: 1, what: "", problem: only }], only);
    expect(got.valueOfHedging_usd).toBeCloseTo(0, 2);
    expect(got.before_quarter).toBe(START + 1);
    expect(got.hedged.tail_usd).toBeCloseTo(got.hedged.expected_usd, 2);
  });
});

describe("whole launches on offer in the plan for mean values", () => {
  const flies = async (futures: readonly (readonly [chance_frac: number, slots: readonly number[]])[]) => {
    const n = futures[0]![1].length;
    const mean = meanCase(futures.map(([chance_frac, slots]) => ({ chance_frac, problem: planCase(problem(n, { vehicles: [vehicle(n, { slots, reliability: 1 })], fleet: fleet(n, { factory: slots.map(() => 20) }), classes: [wants(n, { wanted_MW: slots.map(() => 20) })] })) })));
    const { best } = await solveCase(mean!, solve);
    return best!.decisions.layout.vehicles[0]!.launch.map(best!.decisions.read);
  };
  test("are the nearest to the mean, not the next above it", async () => {
    // Two with a chance of 2 %: 0.04. Two with one of 49 %: 0.98. One of two: half is one.
    expect(await flies([[0.02, [0, 2]], [0.98, [0, 0]]])).toEqual([0, 0]);
    expect(await flies([[0.49, [0, 2]], [0.51, [0, 0]]])).toEqual([0, 1]);
    expect(await flies([[0.5, [0, 1]], [0.5, [0, 0]]])).toEqual([0, 1]);
    // 0.4 a quarter: 0.4, 0.8, 1.2, 1.6, 2 and 2.4 up to each: 0, 1, 1, 2, 2, 2.
    const rare = await flies([[0.2, [2, 2, 2, 2, 2, 2]], [0.8, [0, 0, 0, 0, 0, 0]]]);
    expect(rare.map((_, t) => rare.slice(0, t + 1).reduce((a, b) => a + b, 0))).toEqual([0, 1, 1, 2, 2, 2]);
  });
  test("are those of every future until they part", async () => {
    // 0.4 in the first quarter of both: one, as in each.
    expect(await flies([[0.5, [0.4, 3]], [0.5, [0.4, 1]]])).toEqual([1, 1]);
    expect(await flies([[0.5, [0.4, 0.4]], [0.5, [0.4, 0.4]]])).toEqual([1, 0]);
  });
});
