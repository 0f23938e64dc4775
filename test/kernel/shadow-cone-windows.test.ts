import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { windowsBelow, windowTimes } from "../../src/kernel/index.ts";

const found = (f: (t: number) => number, span: { start: number; end: number; stepMax: number }) => {
  const times = windowTimes(span);
  return windowsBelow(f, times, times.map(f), 1e-7);
};

describe("windows of a function below 0", () => {
  // k - cos t is below 0 within acos k of every whole turn.
  test("every window of a cosine, edges as in closed form, grazing ones too", () => {
    fc.assert(
      fc.property(fc.double({ min: -0.99, max: 1 - 1e-9, noNaN: true }), fc.double({ min: 0, max: 0.3, noNaN: true }), (k, shift) => {
        const half = Math.acos(k);
        const start = -Math.PI + shift;
        const windows = found((t) => k - Math.cos(t), { start, end: start + 12 * Math.PI, stepMax: 0.31 });
        expect(windows.filter((w) => !w.openAtStart && !w.openAtEnd).length).toBeGreaterThanOrEqual(5);
        for (const { start: a, end: b, openAtStart, openAtEnd, deepest } of windows) {
          const turn = 2 * Math.PI * Math.round((a + b) / 4 / Math.PI);
          if (!openAtStart) expect(Math.abs(a - (turn - half))).toBeLessThan(1e-6);
          if (!openAtEnd) expect(Math.abs(b - (turn + half))).toBeLessThan(1e-6);
          if (!openAtStart && !openAtEnd) expect(Math.abs(deepest - turn)).toBeLessThan(1e-6);
        }
      }),
    );
  });

  test("one window a turn, none lost or doubled, whatever the rows", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 0.31, noNaN: true }), fc.double({ min: 1e-8, max: 1, noNaN: true }), (stepMax, depth) => {
        expect(found((t) => 1 - depth - Math.cos(t), { start: -Math.PI, end: 39 * Math.PI, stepMax }).length).toBe(20);
      }),
    );
  });

  test("a dip between the first two rows, and between the last two", () => {
    const dip = (at: number) => (t: number) => 1 - 1e-4 - Math.cos(t - at);
    const first = found(dip(0.1), { start: 0, end: 3, stepMax: 0.3 });
    const last = found(dip(2.9), { start: 0, end: 3, stepMax: 0.3 });
    const half = Math.acos(1 - 1e-4);
    expect(first.map(({ openAtStart, openAtEnd }) => [openAtStart, openAtEnd])).toEqual([[false, false]]);
    expect(first[0]!.start).toBeCloseTo(0.1 - half, 6);
    expect(last.map(({ openAtStart, openAtEnd }) => [openAtStart, openAtEnd])).toEqual([[false, false]]);
    expect(last[0]!.end).toBeCloseTo(2.9 + half, 6);
  });

  test("a gap between two rows parts two windows that are open at the ends", () => {
    const windows = found((t) => Math.cos(t - 1.01) - 1 + 1e-4, { start: 0, end: 2, stepMax: 0.3 });
    expect(windows.map(({ openAtStart, openAtEnd }) => [openAtStart, openAtEnd])).toEqual([[true, false], [false, true]]);
    expect(windows[1]!.start - windows[0]!.end).toBeCloseTo(2 * Math.acos(1 - 1e-4), 6);
    // The least of a window that is open stands at its open end.
    expect(windows.map(({ deepest }) => deepest)).toEqual([0, 2]);
  });

  test("all below, none below, no rows", () => {
    expect(found(() => -1, { start: 3, end: 4, stepMax: 1 })).toEqual([{ start: 3, end: 4, openAtStart: true, openAtEnd: true, deepest: 3 }]);
    expect(found(() => 1, { start: 3, end: 4, stepMax: 1 })).toEqual([]);
    expect(windowsBelow(() => 1, new Float64Array(0), new Float64Array(0), 1)).toEqual([]);
  });
});
