import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Profile } from "../../src/scenario/index.ts";
import { peakToMean } from "../../src/serve/index.ts";

const HOUR_S = 3600;
const profile = (value: readonly number[]): Profile => {
  const mean = value.reduce((a, b) => a + b, 0) / value.length;
  return { start_utc_s: 0, step_s: HOUR_S, value: value.map((v) => v / mean), source: "test" };
};

/** Equation 2 of peak-to-mean.ts, over every window of up to two periods. */
const byWindows = ({ value, step_s }: Profile, deferral_h: number): number => {
  let most = 1;
  for (let from = 0; from < value.length; from++) {
    let work = 0;
    for (let steps = 1; steps <= 2 * value.length; steps++) {
      work += value[(from + steps - 1) % value.length]! * step_s;
      most = Math.max(most, work / (steps * step_s + deferral_h * HOUR_S));
    }
  }
  return most;
};

/** Longest wait in a queue served at a constant rate, in order of arrival, by steps of a minute over six periods. */
const longestWait_h = ({ value }: Profile, capacity: number): number => {
  let backlog = 0;
  let longest = 0;
  for (let minute = 0; minute < value.length * 60 * 6; minute++) {
    backlog = Math.max(0, backlog + (value[Math.floor(minute / 60) % value.length]! - capacity) / 60);
    longest = Math.max(longest, backlog / capacity);
  }
  return longest;
};

const shapes = fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: 1, maxLength: 30 });

describe("peakToMean", () => {
  test("is the peak when nothing waits", () => expect(peakToMean(profile([1, 3, 2, 2]), 0)).toBe(1.5));
  // Twelve hours at 2 and twelve at 0: 24 units of work come in 12 h and may take 12 + D: 24/(12 + 6), and 1 from 12 h on.
  test.each([[0, 2], [6, 4 / 3], [12, 1], [24, 1]])("square wave, %d h", (deferral_h, expected) => {
    const square = profile([...Array.from({ length: 12 }, () => 2), ...Array.from({ length: 12 }, () => 0)]);
    expect(peakToMean(square, deferral_h)).toBeCloseTo(expected, 12);
  });
  test("a flat profile needs no more than its mean", () => expect(peakToMean(profile([5]), 0)).toBe(1));
  test("is the largest ratio over every window", () => {
    fc.assert(fc.property(shapes, fc.integer({ min: 0, max: 40 }), (value, deferral_h) => {
      expect(peakToMean(profile(value), deferral_h)).toBeCloseTo(byWindows(profile(value), deferral_h), 9);
    }));
  });
  test("falls as work may wait longer, and never below the mean", () => {
    fc.assert(fc.property(shapes, fc.integer({ min: 0, max: 40 }), (value, deferral_h) => {
      const longer = peakToMean(profile(value), deferral_h + 1);
      expect(longer).toBeGreaterThanOrEqual(1);
      expect(longer).toBeLessThanOrEqual(peakToMean(profile(value), deferral_h));
    }));
  });
  test("a queue at that capacity waits as long as allowed, and no longer", () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: 2, maxLength: 12 }), fc.integer({ min: 1, max: 10 }), (value, deferral_h) => {
      const capacity = peakToMean(profile(value), deferral_h);
      expect(longestWait_h(profile(value), capacity)).toBeLessThanOrEqual(deferral_h + 1e-6);
      if (capacity > 1.001) expect(longestWait_h(profile(value), capacity - 1e-3)).toBeGreaterThan(deferral_h);
    }), { numRuns: 50 });
  });
});
