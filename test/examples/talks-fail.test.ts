import { beforeAll, describe, expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { stageReport } from "../../src/report/index.ts";
import { runUntil, type Run } from "../../src/run/index.ts";
import { heldAgainst } from "../support/held-against.ts";
import { loadExample } from "../support/run-example.ts";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const FAILED = 2028 * 4 + 2;

describe("example talks-fail", () => {
  let got: Run;
  beforeAll(async () => {
    const happened = { asOf_quarter: FAILED, events: ["partner-talks"], scenario: loadExample("talks-fail", "gates.partner-talks.chance=1") };
    got = await runUntil(loadExample("talks-fail"), "plan", { solve: solveHighs, happened });
    heldAgainst("talks-fail", got, "plan");
  });

  test("the plan is a partner's: a third of what flies, from the answer on", () => {
    const { quarters, build } = got.plan!;
    const { launches } = build.find(({ option }) => option === "orbit/starship")!;
    quarters.forEach((quarter, t) => { if (quarter < FAILED) expect(launches[t]).toBe(0); });
    // 12 flights a year for half a year, then 25 for two, 60 for two and 100 for two.
    expect(sum(launches)).toBeLessThanOrEqual(0.33 * (6 + 50 + 120 + 200) + 1);
  });
  test("when they end, it is a customer with four flights a year, and what it has stays", () => {
    const { build, quarters } = got.replan!;
    const { launches } = build.find(({ option }) => option === "orbit/starship")!;
    expect(sum(launches)).toBeLessThanOrEqual(4 * 6.5);
    expect(sum(launches)).toBeLessThan(sum(got.plan!.build.find(({ option }) => option === "orbit/starship")!.launches));
    for (const { option, built } of build) {
      const planned = got.plan!.build.find((one) => one.option === option)!.built;
      quarters.forEach((quarter, t) => { if (quarter < FAILED) expect(built[t]!).toBeCloseTo(planned[t]!, 6); });
    }
    expect(got.replan!.difference_usd).toBeGreaterThan(0);
  });
  test("planning again then is what the plan for several futures says of that future", () => {
    const failed = got.uncertain!.futures.find(({ id }) => id === "talks-fail")!;
    expect(got.uncertain!.before_quarter).toBe(FAILED);
    expect(got.replan!.objective_usd / failed.central_usd!).toBeCloseTo(1, 4);
    const agreed = got.uncertain!.futures.find(({ id }) => id === "as written")!;
    expect(failed.known_usd).toBeGreaterThan(agreed.known_usd);
    expect(got.uncertain!.hedged.expected_usd).toBeCloseTo(0.4 * failed.cost_usd + 0.6 * agreed.cost_usd, 0);
  });
  test("platforms are ordered before the answer, more than for mean values, and that is worth something", () => {
    const { first, valueOfStochasticSolution_usd, valueOfKnowing_usd, hedged, mean, known } = got.uncertain!;
    const order = first.find(({ option }) => option === "order/platforms")!;
    expect(sum(order.units)).toBeGreaterThan(sum(order.meanUnits!) + 1);
    expect(valueOfStochasticSolution_usd).toBeGreaterThan(5e6);
    expect(valueOfKnowing_usd).toBeGreaterThan(5e6);
    expect(mean!.expected_usd - hedged.expected_usd).toBeCloseTo(valueOfStochasticSolution_usd!, 0);
    expect(hedged.expected_usd - known.expected_usd).toBeCloseTo(valueOfKnowing_usd, 0);
    // The worst tenth lies in the future in which they end.
    expect(hedged.tail_usd).toBeCloseTo(got.uncertain!.futures.find(({ id }) => id === "talks-fail")!.cost_usd, 0);
    // Nothing flies before its two years are over.
    for (const { built } of got.plan!.build.filter(({ option }) => option.startsWith("orbit/"))) expect(sum(built.slice(0, 8))).toBe(0);
  });
  test("is told on the terminal", () => {
    const text = stageReport(got, "plan", { width: 120, colour: false }).replaceAll("\n", " ");
    for (const words of ["The plan again, as of 2028-Q3: partner-talks", "Launched and not served by year, planned and planned again"]) expect(text).toContain(words);
  });
});
