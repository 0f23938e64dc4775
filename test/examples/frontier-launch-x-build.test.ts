import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { frontierOf, type Frontier } from "../../src/risk/index.ts";
import { riskOf, type Drawn } from "../support/risk-of.ts";

const [BUILD, LAUNCH] = ["orbit.platform.busPrice", "launch.vehicles.starship.pricePerKg"] as const;

describe("frontier-launch-x-build", () => {
  let got: Drawn;
  let frontier: Frontier;
  beforeAll(async () => {
    got = await riskOf("frontier-launch-x-build", 1);
    const { evaluator, correlations } = got;
    frontier = frontierOf({ evaluator, correlations, choice: evaluator.choices[0]!, between: [1, 0], drivers: [BUILD, LAUNCH], steps: 2, draws: 8, seed: 1 });
  });

  test("its scenarios are those of the examples beside it", () => {
    expect(readFileSync("examples/frontier-launch-x-build/hopes.yaml", "utf8")).toBe(readFileSync("examples/what-must-be-true/scenario.yaml", "utf8"));
    expect(readFileSync("examples/frontier-launch-x-build/published.yaml", "utf8")).toBe(readFileSync("examples/orbit-or-ground/scenario.yaml", "utf8"));
  });

  test("orbit leads below the frontier, which falls as a platform gets dearer", () => {
    expect(frontier.leads).toBe("below");
    const of = (share: number): readonly number[] => frontier.points.map(({ band }) => {
      const one = band.find((quantile) => quantile.share === share)!;
      return one.value ?? (one.beyond === "above" ? Infinity : -Infinity);
    });
    for (const share of [0.1, 0.5, 0.9]) of(share).reduce((before, here) => { expect(here).toBeLessThanOrEqual(before); return here; });
    expect(of(0.9)[0]).toBeGreaterThan(100);
    expect(of(0.5).at(-1)).toBe(-Infinity);
  });

  test("on it a kilowatt-year costs the same; beside it, launch pays for build at the platform's ratio of masses", () => {
    const { evaluator } = got;
    const x = Float64Array.from(evaluator.inputs, ({ distribution }) => (distribution.distribution === "uniform" ? (distribution.low + distribution.high) / 2 : distribution.distribution === "triangular" ? distribution.mode : Number.NaN));
    const ratioAt = (build: number, launch: number): number => {
      const y = new Float64Array(evaluator.outcomes.length);
      x[evaluator.inputs.findIndex(({ path }) => path === BUILD)] = build;
      x[evaluator.inputs.findIndex(({ path }) => path === LAUNCH)] = launch;
      evaluator.evaluate(x, y);
      return y[evaluator.outcomes.findIndex(({ key }) => key === "ratio")]!;
    };
    // Levelised cost is linear in both prices: three points give the plane, and the fourth lies on it.
    const [a, b, c, d] = [ratioAt(100, 50), ratioAt(300, 50), ratioAt(100, 150), ratioAt(300, 150)];
    expect((d! - a!) / (b! - a! + c! - a!)).toBeCloseTo(1, 3);
  });
});
