import { describe, expect, test } from "vitest";
import { pairWindows, trackOf } from "../../src/kernel/index.ts";
import type { Sampler } from "../../src/kernel/index.ts";

const along = (x: (t: number) => readonly [number, number]): Sampler => (t, out, at) => {
  const [place, rate] = x(t);
  out.set([place, 0, 0, rate, 0, 0], at);
  return true;
};
const still = along(() => [7000, 0]);
const rows = { start: 100, end: 200, stepMax: 100 };

describe("two points on a line from the centre", () => {
  // Apart by 100 + u^3 - u / 2, u = (t - 150) / 50: it rises at both rows, and turns twice between them, at u = -+1 / sqrt 6.
  const wave = along((t) => {
    const u = (t - 150) / 50;
    return [7100 + u ** 3 - u / 2, (3 * u * u - 0.5) / 50];
  });
  /** Roots of u^3 - u / 2 = y by trigonometry (Viete): y within -+ (1 / sqrt 6) / 3. */
  const roots = (y: number): readonly number[] => [2, 1, 0].map((k) => 150 + 50 * 2 * Math.sqrt(1 / 6) * Math.cos(Math.acos(3 * y * Math.sqrt(6)) / 3 - (2 * Math.PI * k) / 3)).toSorted((a, b) => a - b);

  test("a short window between two rows is found where the distance turns twice there", () => {
    const [first, second, third] = roots(-0.1);
    const found = pairWindows(trackOf(still, rows), trackOf(wave, rows), { grazing: 6500, range: 99.9 }, 1e-6);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({ start: 100, openAtStart: true, openAtEnd: false });
    expect(found[0]!.end).toBeCloseTo(first!, 5);
    expect(found[1]!.start).toBeCloseTo(second!, 5);
    expect(found[1]!.end).toBeCloseTo(third!, 5);
    expect(found[1]!.rangeLeast).toBeCloseTo(100 - (2 / 3) * 0.5 * Math.sqrt(1 / 6), 6);
    expect(found[1]!.rangeMost).toBeCloseTo(99.9, 6);
  });

  test("and a short gap", () => {
    const [first, second, third] = roots(0.1);
    const found = pairWindows(trackOf(still, rows), trackOf(wave, rows), { grazing: 6500, range: 100.1 }, 1e-6);
    expect(found).toHaveLength(2);
    expect(found[0]!.end).toBeCloseTo(first!, 5);
    expect(found[1]!.start).toBeCloseTo(second!, 5);
    expect(found[1]!.end).toBeCloseTo(third!, 5);
  });

  test("the nearer one's own height is the line's", () => {
    expect(pairWindows(trackOf(still, rows), trackOf(wave, rows), { grazing: 7000.001, range: Infinity }, 1e-6)).toEqual([]);
    expect(pairWindows(trackOf(still, rows), trackOf(wave, rows), { grazing: 6999.999, range: Infinity }, 1e-6)).toMatchObject([{ start: 100, end: 200, openAtStart: true, openAtEnd: true }]);
  });
});

test("rows that differ are refused; what has no position has no window", () => {
  expect(() => pairWindows(trackOf(still, rows), trackOf(still, { ...rows, stepMax: 50 }), { grazing: 0, range: Infinity }, 1e-6)).toThrow(/rows from 100 by 100 and from 100 by 50/);
  expect(pairWindows(trackOf(still, rows), trackOf(() => false, rows), { grazing: 0, range: Infinity }, 1e-6)).toEqual([]);
  // One that is lost after the third row of five: the window ends there, and is open.
  const lost: Sampler = (t, out, at) => t <= 150 && still(t, out, at);
  const five = { ...rows, stepMax: 25 };
  expect(pairWindows(trackOf(still, five), trackOf(lost, five), { grazing: 6500, range: 10 }, 1e-6)).toEqual([{ start: 100, end: 150, openAtStart: true, openAtEnd: true, rangeLeast: 0, rangeMost: 0 }]);
});
