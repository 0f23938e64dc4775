import { beforeAll, describe, expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { stageReport } from "../../src/report/index.ts";
import { runUntil, type Run } from "../../src/run/index.ts";
import { formatQuarter } from "../../src/units/index.ts";
import { heldAgainst } from "../support/held-against.ts";
import { loadExample } from "../support/run-example.ts";

describe("example new-glenn-first", () => {
  let got: Run;
  beforeAll(async () => {
    got = await runUntil(loadExample("new-glenn-first"), "plan", { solve: solveHighs });
    heldAgainst("new-glenn-first", got, "plan");
  });

  test("three futures whose chances come to one, each with its commitment met", () => {
    const { status, futures, before_quarter } = got.uncertain!;
    expect(status).toBe("optimal");
    expect(formatQuarter(before_quarter)).toBe("2028-Q1");
    expect(futures.map(({ id }) => id)).toEqual(["two-years-later", "larger-too", "as written"]);
    expect(futures.reduce((sum, { chance_frac }) => sum + chance_frac, 0)).toBeCloseTo(1, 12);
    for (const { built } of futures) expect(built.filter(({ option }) => option.startsWith("orbit/")).reduce((sum, { units }) => sum + units, 0)).toBeGreaterThanOrEqual(40 - 1e-6);
  });
  test("waiting costs, a larger rocket beside it does not, and none costs less than had it been known", () => {
    const cost = Object.fromEntries(got.uncertain!.futures.map(({ id, known_usd }) => [id, known_usd]));
    const slack = 1e-4 * cost["as written"]!;
    expect(cost["two-years-later"]).toBeGreaterThanOrEqual(cost["as written"]! - slack);
    expect(cost["larger-too"]).toBeLessThanOrEqual(cost["as written"]! + slack);
    for (const { cost_usd, known_usd } of got.uncertain!.futures) expect(cost_usd).toBeGreaterThanOrEqual(known_usd - slack);
    expect(got.uncertain!.valueOfKnowing_usd).toBeGreaterThanOrEqual(-slack);
    expect(got.uncertain!.hedged.tail_usd).toBeGreaterThanOrEqual(got.uncertain!.hedged.expected_usd - slack);
    expect(got.plan!.solver.objective_usd / cost["as written"]!).toBeCloseTo(1, 3);
  });
  test("beside New Glenn it reserves Falcon 9, without which a slip breaks the commitment", () => {
    const { first, central, mean, valueOfStochasticSolution_usd, notes } = got.uncertain!;
    const ordered = (id: string): readonly [number, number] => {
      const { units, centralUnits } = first.find(({ option }) => option === id)!;
      return [units.reduce((a, b) => a + b, 0), centralUnits.reduce((a, b) => a + b, 0)];
    };
    // A New Glenn brings four, a Falcon 9 one; four are due before New Glenn is back.
    expect(ordered("order/platforms")).toEqual([expect.closeTo(4, 6), expect.closeTo(4, 6)]);
    expect(ordered("order/falcon-9")).toEqual([expect.closeTo(4, 6), 0]);
    expect(ordered("order/new-glenn")[1]).toBeCloseTo(1, 6);
    expect([central, mean, valueOfStochasticSolution_usd]).toEqual([null, null, null]);
    expect(notes).toContain("two-years-later cannot meet a target after what the plan for one future decides before.");
    expect(got.uncertain!.valueOfKnowing_usd).toBeGreaterThan(10e6);
  });
  test("nothing is launched before 2028, and at most half of what flies", () => {
    const { launches } = got.plan!.build.find(({ option }) => option === "orbit/new-glenn")!;
    launches.forEach((n, t) => expect(n).toBeLessThanOrEqual(t < 4 ? 0 : t < 8 ? 1 : t < 16 ? 2 : 3));
  });
  test("is told on the terminal", () => {
    const text = stageReport(got, "plan", { width: 120, colour: false });
    for (const words of ["Decided before 2028-Q1, for all futures", "What each future costs", "What deciding for all futures is worth", "value of the stochastic solution"]) expect(text.replaceAll("\n", " ")).toContain(words);
  });
});
