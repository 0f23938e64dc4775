import { beforeAll, describe, expect, test } from "vitest";
import { solveHighs } from "../../src/io/index.ts";
import { stageReport } from "../../src/report/index.ts";
import { runUntil, type Run } from "../../src/run/index.ts";
import { formatQuarter } from "../../src/units/index.ts";
import { loadExample } from "../support/run-example.ts";

describe("example new-glenn-first", () => {
  let got: Run;
  beforeAll(async () => {
    got = await runUntil(loadExample("new-glenn-first"), "plan", { solve: solveHighs });
  }, 300_000);

  test("three futures whose chances come to one, each with its commitment met", () => {
    const { status, futures, before_quarter } = got.uncertain!;
    expect(status).toBe("optimal");
    expect(formatQuarter(before_quarter)).toBe("2029-Q1");
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
  test("nothing is launched before 2028, and at most half of what flies", () => {
    const { launches } = got.plan!.build.find(({ option }) => option === "orbit/new-glenn")!;
    launches.forEach((n, t) => expect(n).toBeLessThanOrEqual(t < 4 ? 0 : t < 8 ? 1 : t < 16 ? 2 : 3));
  });
  test("is told on the terminal", () => {
    const text = stageReport(got, "plan", { width: 120, colour: false });
    for (const words of ["Decided before 2029-Q1, for all futures", "What each future costs", "What deciding for all futures is worth", "Value of the stochastic solution"]) expect(text.replaceAll("\n", " ")).toContain(words);
  });
});
