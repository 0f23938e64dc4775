import { describe, expect, test } from "vitest";
import { ladderOf, type Evaluator, type UncertainInput } from "../../../src/risk/index.ts";

const input = (path: string, low: number, high: number): UncertainInput => ({ path, unit: "1", distribution: { distribution: "uniform", low, high } });

/** y = 10 - 2 a - b + c: by hand, a is worth 2 a unit, b 1, c the other way. */
const linear: Evaluator = {
  inputs: [input("a", 0, 3), input("b", 0, 4), input("c", -1, 1)],
  outcomes: [{ key: "y", name: "y", unit: "", better: "low" }],
  choices: [], notes: [],
  evaluate: (x, y) => {
    y[0] = 10 - 2 * x[0]! - x[1]! + x[2]!;
  },
};

describe("what must be true", () => {
  test("the strongest goes first, the last only as far as it must", () => {
    const { from, steps, reached } = ladderOf({ evaluator: linear, centre: [0, 0, 0], outcome: "y", goal: 1 });
    expect([from, reached]).toEqual([10, true]);
    expect(steps.map(({ path }) => path)).toEqual(["a", "b"]);
    expect(steps[0]).toMatchObject({ from: 0, to: 3, outcome: 4 });
    // 10 - 6 - b = 1
    expect(steps[1]!.to).toBeCloseTo(3, 9);
    expect(steps[1]!.outcome).toBeLessThanOrEqual(1);
  });

  test("one alone meets a goal within its range, or not at all", () => {
    const { alone } = ladderOf({ evaluator: linear, centre: [0, 0, 0], outcome: "y", goal: 5 });
    expect(alone.map(({ path }) => path)).toEqual(["a", "b", "c"]);
    expect(alone[0]!.meets).toBeCloseTo(2.5, 9);
    expect(alone.slice(1).map(({ meets }) => meets)).toEqual([null, null]);
  });

  test("what cannot be reached says how far it goes", () => {
    const { steps, reached } = ladderOf({ evaluator: linear, centre: [0, 0, 0], outcome: "y", goal: -5 });
    expect([reached, steps.length, steps.at(-1)!.outcome]).toEqual([false, 3, -1]);
  });

  test("an end at which the outcome does not exist is no way down", () => {
    const broken: Evaluator = { ...linear, evaluate: (x, y) => {
      y[0] = x[0]! > 1 ? Number.NaN : 10 - x[1]!;
    } };
    expect(ladderOf({ evaluator: broken, centre: [0, 0, 0], outcome: "y", goal: 8 }).steps.map(({ path }) => path)).toEqual(["b"]);
    expect(() => ladderOf({ evaluator: broken, centre: [2, 0, 0], outcome: "y", goal: 8 })).toThrow('"y" does not exist at the centre');
    expect(() => ladderOf({ evaluator: linear, centre: [0, 0, 0], outcome: "z", goal: 1 })).toThrow('no outcome "z"');
  });
});
