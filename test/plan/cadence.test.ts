/** Whole launches keep the rate on offer: rounded up over a quarter, any four quarters and since the start, never quarter by quarter. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { highsSolver } from "../../src/solver/index.ts";
import { solveCase } from "../../src/plan/index.ts";
import { fleet, planCase, problem, vehicle, wants } from "./cases.ts";

const solve = highsSolver({ gap_frac: 0, nodes: 100_000 });

/** Launches by quarter of a rocket that everybody would fly as often as it can. */
const flown = async (slots: readonly number[]): Promise<readonly number[]> => {
  const n = slots.length;
  const c = planCase(problem(n, { vehicles: [vehicle(n, { slots })], fleet: fleet(n, { factory: slots.map(() => 99) }), classes: [wants(n, { wanted_MW: slots.map(() => 99) })] }));
  const { formulation, best } = await solveCase(c, solve);
  return formulation.layout.vehicles[0]!.launch.map((column) => Math.round(best!.decisions.read(column)));
};
const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

test("half a launch a quarter is two a year, not four", async () => {
  const launches = await flown(Array.from({ length: 8 }, () => 0.5));
  expect(total(launches.slice(0, 4))).toBe(2);
  expect(total(launches)).toBe(4);
});

test("an eighth of a launch a quarter is one in two years", async () => {
  expect(total(await flown(Array.from({ length: 8 }, () => 0.125)))).toBe(1);
});

test("no quarter, no four quarters and no time since the start above the rate rounded up", async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 30 }).map((n) => n / 10), { minLength: 8, maxLength: 8 }), async (slots) => {
    const launches = await flown(slots);
    const most = (from: number, to: number): number => Math.ceil(total(slots.slice(from, to)) - 1e-9);
    launches.forEach((n, t) => {
      expect(n).toBeLessThanOrEqual(most(t, t + 1));
      expect(total(launches.slice(Math.max(0, t - 3), t + 1))).toBeLessThanOrEqual(most(Math.max(0, t - 3), t + 1));
      expect(total(launches.slice(0, t + 1))).toBeLessThanOrEqual(most(0, t + 1));
    });
  }), { numRuns: 30 });
});
