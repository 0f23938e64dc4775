import fc from "fast-check";
import { expect, test } from "vitest";
import { countPasses, observerList, seenRows, tallyElevations, turnPositions } from "../../src/kernel/index.ts";

test("turnPositions is the rotation by theta, row by row", () => {
  fc.assert(fc.property(fc.double({ min: -7, max: 7, noNaN: true }), fc.double({ min: -0.1, max: 0.1, noNaN: true }), (start_rad, perRow_rad) => {
    const rows = 1440;
    const xyz = Float64Array.from({ length: 3 * rows }, (_, i) => [7000, -1200, 300][i % 3]!);
    turnPositions(xyz, rows, { start_rad, perRow_rad });
    const angle = start_rad + (rows - 1) * perRow_rad;
    expect(xyz[3 * rows - 3]).toBeCloseTo(7000 * Math.cos(angle) - 1200 * Math.sin(angle), 7);
    expect(xyz[3 * rows - 2]).toBeCloseTo(-1200 * Math.cos(angle) - 7000 * Math.sin(angle), 7);
    expect(xyz[3 * rows - 1]).toBe(300);
  }));
});

test("countPasses counts rises, rows in view and observers a row, across calls", () => {
  const observer = { position: [1, 0, 0], zenith: [1, 0, 0], sinMask: Math.sin(Math.PI / 6) } as const;
  // Elevations by hand above the observer at x = 1: 90, 45, 20, below, 31, 31 degrees.
  const at = (deg: number) => [1 + Math.sin((deg * Math.PI) / 180), Math.cos((deg * Math.PI) / 180), 0];
  const xyz = Float64Array.from([at(90), at(45), at(20), at(-40), at(31), at(31)].flat());
  const inView = new Float64Array(6);
  const count = { up: false, passes: 0, rowsInView: 0 };
  const seen = (rows: number): Uint32Array => {
    const bits = Uint32Array.of(0xffff_ffff);
    seenRows(xyz, rows, observerList([observer]), bits);
    return bits;
  };
  countPasses(seen(6), 6, count, inView);
  expect(count).toEqual({ up: true, passes: 2, rowsInView: 4 });
  expect([...inView]).toEqual([1, 1, 0, 0, 1, 1]);
  const bins = new Float64Array(9);
  tallyElevations(xyz, seen(6), 6, observer, { inView, bins });
  expect([...bins]).toEqual([0, 0, 0, 2, 1, 0, 0, 0, 1]);
  countPasses(seen(2), 2, count, inView);
  expect(count).toEqual({ up: true, passes: 2, rowsInView: 6 });
  expect(inView[0]).toBe(2);
  countPasses(new Uint32Array(1), 3, count, inView);
  expect(count).toEqual({ up: false, passes: 2, rowsInView: 6 });
  countPasses(new Uint32Array(0), 0, count, inView);
  expect(count.up).toBe(false);
});
