/** The store's exact method against HiGHS on the same linear program, and what must always hold. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { convexStore, randomDoubles, type StorePath, type StoreProblem } from "../../src/kernel/index.ts";
import { dispatchModel } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";

/** Solar by day, a price that swings, gas, a grid that is away at times. */
const problemOf = ({ seed, steps, energy, power, load }: { readonly seed: number; readonly steps: number; readonly energy: number; readonly power: number; readonly load: number }): StoreProblem => {
  const next = randomDoubles({ seed, stream: 0, index: 0 });
  const draws = Float64Array.from({ length: 4 * steps }, next);
  const draw = (i: number): number => draws[i]!;
  const cost = new Float64Array(steps * 3);
  const limit = new Float64Array(steps * 3);
  for (let t = 0; t < steps; t++) {
    limit[3 * t] = Math.max(0, Math.sin((2 * Math.PI * (t - 6)) / 24)) * 250 * (0.3 + 0.7 * draw(4 * t));
    cost[3 * t + 1] = 20 + 60 * draw(4 * t + 1) ** 3;
    limit[3 * t + 1] = draw(4 * t + 2) < 0.05 ? 0 : 80;
    cost[3 * t + 2] = 45 + 5 * draw(4 * t + 3);
    limit[3 * t + 2] = 40;
  }
  return { steps, sources: 3, load: new Float64Array(steps).fill(load), cost, limit, lostCost: 1000, energy, power, charge_frac: 0.92, discharge_frac: 0.95, start: energy / 2 };
};

const balanceOff = (problem: StoreProblem, path: StorePath): number => {
  let worst = 0;
  for (let t = 0; t < problem.steps; t++) {
    let supplied = path.lost[t]! + path.outOf[t]! - path.into[t]!;
    for (let k = 0; k < problem.sources; k++) supplied += path.used[t * problem.sources + k]!;
    const held = path.held[t]! + problem.charge_frac * path.into[t]! - path.outOf[t]! / problem.discharge_frac;
    worst = Math.max(worst, Math.abs(supplied - problem.load[t]!), Math.abs(held - path.held[t + 1]!));
  }
  return worst;
};

describe("the exact store", () => {
  it("costs what HiGHS finds the least on the same rows", async () => {
    for (const [seed, load, energy, power] of [[1, 100, 200, 50], [2, 100, 800, 100], [3, 130, 50, 50], [4, 60, 400, 30], [5, 100, 0, 0], [6, 200, 300, 80]] as const) {
      const problem = problemOf({ seed, steps: 24 * 28, load, energy, power });
      const solved = await solveHighs(dispatchModel(problem, null));
      measure("store-dispatch", { case: `four weeks, store ${energy} MWh, ${power} MW, load ${load} MW`, got: convexStore(problem).cost, expected: solved.objective, rel: 1e-9, unit: "$", source: "HiGHS on dispatchModel" });
    }
  });

  it("balances in each step, keeps within its bounds and never gains by being smaller", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 1, max: 250, noNaN: true }), fc.double({ min: 0, max: 900, noNaN: true }), fc.double({ min: 0, max: 200, noNaN: true }), (seed, load, energy, power) => {
      const problem = problemOf({ seed, steps: 72, load, energy, power });
      const path = convexStore(problem);
      expect(balanceOff(problem, path)).toBeLessThan(1e-9 * (load + power + energy));
      for (const held of path.held) expect(held >= 0 && held <= energy).toBe(true);
      const smaller = convexStore({ ...problem, energy: energy / 2, start: problem.start / 2 });
      const emptier = convexStore({ ...problem, start: problem.start / 2 });
      expect(emptier.cost).toBeLessThanOrEqual(smaller.cost * (1 + 1e-9) + 1e-6);
    }), { numRuns: 60 });
  });

  it("refuses load that is lost for less than a source costs", () => {
    expect(() => convexStore({ ...problemOf({ seed: 1, steps: 2, load: 1, energy: 0, power: 0 }), lostCost: 1 })).toThrow("more than load that is lost");
  });
});
