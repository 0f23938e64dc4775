import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countCycles } from "../../src/kernel/index.ts";

const byRange = (series: number[]): Record<string, number> => {
  const { range, count } = countCycles(Float64Array.from(series));
  const sums: Record<string, number> = {};
  range.forEach((value, i) => (sums[value] = (sums[value] ?? 0) + count[i]!));
  return sums;
};

describe("countCycles", () => {
  // ASTM E1049-85, figure 6, and its table of counts.
  test("the standard's example", () => {
    expect(byRange([-2, 1, -3, 5, -1, 3, -4, 4, -2])).toEqual({ 3: 0.5, 4: 1.5, 6: 0.5, 8: 1, 9: 0.5 });
  });

  test("points on the way and rests change nothing", () => {
    expect(byRange([-2, 0, 1, 1, -1, -3, 5, -1, 1, 3, -4, -4, 4, -2])).toEqual(byRange([-2, 1, -3, 5, -1, 3, -4, 4, -2]));
    expect(byRange([1, 1, 1])).toEqual({});
    expect(byRange([])).toEqual({});
  });

  test("equal swings from the top are one cycle each, the way down and up", () => {
    expect(byRange([1, 0.7, 1, 0.7, 1, 0.7, 1])[1 - 0.7]).toBe(3);
  });

  test("half of all the way travelled is ranges times counts", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 }), (series) => {
        const travelled = series.slice(1).reduce((sum, value, i) => sum + Math.abs(value - series[i]!), 0);
        const { range, count } = countCycles(Float64Array.from(series));
        expect(2 * range.reduce((sum, value, i) => sum + value * count[i]!, 0)).toBe(travelled);
      }),
    );
  });
});
