/** What one more is worth, worked out by hand on the cases of lp.test.ts. */
import { describe, expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { bindingOf, fixIntegers, formulate, limitsOf, pricesAtMargin, solveCase } from "../../src/plan/index.ts";
import type { Limit, Priced } from "../../src/plan/index.ts";
import { fleet, problem, site, START, vehicle, wants, planCase } from "./cases.ts";
import type { ProblemTest } from "./cases.ts";

const atBest = async (given: ProblemTest): Promise<Priced> => {
  const c = planCase(given);
  const { model, layout } = formulate(c);
  const fixed = fixIntegers(model, (await solveHighs(model)).primal);
  return { problem: c, layout, model: fixed, solution: await solveHighs(fixed) };
};
const limits = async (c: ProblemTest): Promise<readonly Limit[]> => limitsOf(await atBest(c));
const margins = async (c: ProblemTest): Promise<readonly Limit[]> => {
  const best = await atBest(c);
  return pricesAtMargin(best, { limits: limitsOf(best), solve: solveHighs });
};
const binding = async (c: ProblemTest): Promise<readonly string[]> => {
  const best = await atBest(c);
  return bindingOf(best, { limits: limitsOf(best), solve: solveHighs });
};
const worth = (found: readonly Limit[], limit: string, t: number): number => found.find((l) => l.limit === limit && l.quarter === START + t)?.value_usd ?? 0;

describe("shadow prices", () => {
  test("ground", async () => {
    const found = await limits(problem(2, { sites: [site(2, { grid_MW: [2, 4], build_MW: [1.5, 1.5] })], classes: [wants(2)] }));
    // One megawatt a quarter earlier: 0.8 MW served that cost 100 M$ a quarter unserved, less 0.8 x 0.5 of energy and 1 of staff.
    expect(worth(found, "build/abilene", 0)).toBeCloseTo(78.6e6, 0);
    // A watt that is there: 100 $ less 0.5 $ of energy.
    expect(worth(found, "capacity/ground", 0)).toBeCloseTo(99.5, 6);
    expect(worth(found, "grid/abilene", 0)).toBe(0);
  });
  test("grid from then on", async () => {
    const found = await limits(problem(2, { sites: [site(2, { grid_MW: [1, 1] })], classes: [wants(2)] }));
    // Both quarters 0.8 x (100 - 0.5) less 1 of staff, less 10 to buy; from the second quarter on: once that, less 10.
    expect(worth(found, "grid/abilene", 0)).toBeCloseTo((2 * 78.6 - 10) * 1e6, 0);
  });
  test("whole launches", async () => {
    const found = await limits(problem(2, { vehicles: [vehicle(2)], fleet: fleet(2), classes: [wants(2)] }));
    // One more launch brings one platform (two built, half arrive): 0.5 MW for two quarters (100), less 6 + 6 and 0.2 of operations; then for one.
    expect(worth(found, "launches/starship", 0)).toBeCloseTo(87.8e6, 0);
    expect(worth(found, "launches/starship", 1)).toBeCloseTo(37.9e6, 0);
    expect(worth(found, "capacity/orbit", 0)).toBeCloseTo(100, 6);
    expect(worth(found, "factory", 0)).toBe(0);
  });
  test("the factory, and launches that are not used up are worth nothing", async () => {
    const found = await limits(problem(2, { vehicles: [vehicle(2, { slots: [3, 3] })], fleet: fleet(2), classes: [wants(2)] }));
    expect(worth(found, "launches/starship", 0)).toBe(0);
    const shares = await limits(problem(2, { vehicles: [vehicle(2, { slots: [3, 3], integer: false })], fleet: fleet(2), classes: [wants(2)] }));
    // One more platform in the first quarter, half of which arrives: 0.25 MW served (25), and one less in the second, when all is served: what
    // it costs more is a quarter of operations, 0.05.
    expect(worth(shares, "factory", 0)).toBeCloseTo(24.95e6, 0);
    expect(worth(shares, "launches/starship", 0)).toBe(0);
  });
  test("discounting: dollars of the quarter", async () => {
    const c = problem(2, { sites: [site(2, { grid_MW: [2, 4], build_MW: [1.5, 1.5] })], classes: [wants(2)] });
    const found = await limits({ ...c, factor: [0.5, 0.25] });
    expect(worth(found, "capacity/ground", 0)).toBeCloseTo(99.5, 6);
  });
});

describe("prices at the margin, solved again", () => {
  test("a grid from the second quarter on is worth what that quarter saves, wherever its dual stands", async () => {
    const found = await margins(problem(2, { sites: [site(2, { grid_MW: [1, 1] })], classes: [wants(2)] }));
    expect(worth(found, "grid/abilene", 0)).toBeCloseTo((2 * 78.6 - 10) * 1e6, -1);
    expect(worth(found, "grid/abilene", 1)).toBeCloseTo((78.6 - 10) * 1e6, -1);
  });
  test("whole launches that the rules allow one more of", async () => {
    const found = await margins(problem(2, { vehicles: [vehicle(2)], fleet: fleet(2), classes: [wants(2)] }));
    expect(worth(found, "launches/starship", 0)).toBeCloseTo(87.8e6, 0);
    expect(worth(found, "launches/starship", 1)).toBeCloseTo(37.9e6, 0);
  });
  test("launches that nobody wants are worth nothing, however few are on offer and however tight the target", async () => {
    // Two quarters of half a launch, rounded up to one in both together; the target asks for all that the one launch of the last quarter brings.
    const c = problem(3, { vehicles: [vehicle(3, { slots: [0.5, 0.5, 1] })], fleet: fleet(3, { target: [0, 0, 2] }) });
    const found = await margins(c);
    for (const t of [0, 1]) expect(worth(found, "launches/starship", t)).toBe(0);
  });
});

describe("what one more saves, solved again", () => {
  test("ground, of which only a part is used", async () => {
    // 2 MW of IT need 2.5 MW: of one more than 2.2 only 0.3 is used: 0.3 x (2 x 78.6 - 10), and from the second quarter on 0.3 x (78.6 - 10).
    const c = problem(2, { sites: [site(2, { grid_MW: [2.2, 2.2] })], classes: [wants(2)] });
    expect(worth(await limits(c), "grid/abilene", 0)).toBeCloseTo(147.2e6, 0);
    expect(await binding(c)).toEqual([
      "grid/abilene (2.200 MW): one more MW of site power from then on saves 44.16 M$",
      "grid/abilene (2.200 MW): one more MW of site power from then on saves 20.58 M$",
    ]);
  });
  test("launches, whole ones that are worth it and one that is not", async () => {
    expect((await binding(problem(2, { vehicles: [vehicle(2)], fleet: fleet(2), classes: [wants(2)] })))[0]).toBe("launches/starship (1.000 launches): one more launch saves 87.80 M$");
    // All but 0.02 MW is served: 2 x 2 M$ of shortfall are less than a launch.
    const enough = problem(2, { vehicles: [vehicle(2, { slots: [1, 0] })], fleet: fleet(2), classes: [wants(2, { wanted_MW: [0.52, 0.52] })] });
    expect((await binding(enough))[0]).toBe("launches/starship (1.000 launches): one more launch saves nothing: only a part of it would be used");
  });
  test("a target, by one less", async () => {
    // One launch of two holds both: one platform less saves its 3 and 0.1 of upkeep; the launch stays.
    const due = problem(2, { vehicles: [vehicle(2)], fleet: fleet(2, { target: [2, 2] }) });
    expect((await binding(due))[0]).toBe("target (2.000 platforms): one less platform in service from then on saves 3.100 M$");
  });
});

describe("a lead", () => {
  const found = async (held: number): Promise<{ readonly leads: readonly Limit[]; readonly texts: readonly string[] }> => {
    const c = planCase(problem(4, { vehicles: [vehicle(4, { reliability: 1, slots: [3, 3, 3, 3] })], fleet: fleet(4, { order: { lead: 2, deposit_frac: 0.5, held } }), classes: [wants(4)] }));
    const { fixed, priced, decisions } = (await solveCase(c, solveHighs)).best!;
    const best = { problem: c, layout: decisions.layout, model: fixed, solution: priced };
    const all = await pricesAtMargin(best, { limits: limitsOf(best), solve: solveHighs });
    return { leads: all.filter(({ limit }) => limit === "order/platforms"), texts: await bindingOf(best, { limits: all, solve: solveHighs }) };
  };
  test("binds until what is ordered can be had", async () => {
    // One more platform of 0.5 MW on order for the first quarter serves two quarters before what is ordered now: 2 x 50 of shortfall, less 0.1 of
    // upkeep each, and spares the deposit of 1.5 on one of the four that come then; for the second 50 - 0.1 + 1.5.
    const { leads, texts } = await found(0);
    expect(leads.map(({ quarter, value_usd }) => [quarter - START, value_usd / 1e6])).toEqual([[0, expect.closeTo(101.3, 5)], [1, expect.closeTo(51.4, 5)]]);
    const text = (usd: string): string => `order/platforms (0 platforms on order at the start): worth ${usd} per unit on order for the quarter at the margin`;
    expect(texts).toEqual([text("101.3 M$"), text("51.40 M$"), "", ""]);
  });
  test("does not where enough is held", async () => {
    expect((await found(4)).leads).toEqual([]);
  });
});
