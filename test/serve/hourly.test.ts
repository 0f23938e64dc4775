import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hourlyProfile, hourlyRate, peakToMean } from "../../src/serve/index.ts";

const profile = (value: readonly number[], step_s: number, start_utc_s = 0) => ({ start_utc_s, step_s, value, source: "test" });

describe("by the hour", () => {
  // Six steps of ten minutes an hour: (6 x 1 + 0)/6 = 1 in the first hour, 0.5 and 1.5 by hand in the others.
  test("ten-minute steps become the means of clock hours", () => {
    const steps = [6, 0, 0, 0, 0, 0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 3, 3, 3, 0, 0, 0];
    expect(hourlyProfile(profile(steps, 600))).toMatchObject({ step_s: 3600, start_utc_s: 0, value: [1, 0.5, 1.5] });
    expect(peakToMean(profile(steps, 600), 0)).toBe(6);
    expect(peakToMean(hourlyProfile(profile(steps, 600)), 0)).toBe(1.5);
  });
  test("steps of an hour or longer stand", () => {
    for (const step_s of [3600, 5400, 86_400]) expect(hourlyProfile(profile([0, 2], step_s)).value).toEqual([0, 2]);
  });
  test("a period of an hour and a half comes round after three hours", () => {
    // 1, 1, 4 | 1, 1, 4 in half hours: (1 + 1)/2, (4 + 1)/2, (1 + 4)/2.
    expect(hourlyProfile(profile([1, 1, 4], 1800)).value).toEqual([1, 2.5, 2.5]);
  });
  test("hours are of the clock, whenever the profile starts", () => {
    // From 00:30: half an hour of the last step before, then the first.
    expect(hourlyProfile(profile([1, 3, 5, 7], 1800, 1800))).toMatchObject({ start_utc_s: 0, value: [(7 + 1) / 2, (3 + 5) / 2] });
  });
  test("steps of a tenth of a second keep their values: none is read twice", () => {
    const value = Array.from({ length: 36_000 }, (_, i) => i % 7);
    expect(hourlyRate(profile(value, 0.1), 0)).toBeCloseTo(value.reduce((a, b) => a + b, 0) / value.length, 6);
  });
  test("the mean stays, the peak does not grow", () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: 1, maxLength: 40 }), fc.constantFrom(60, 100, 600, 1000, 1800), fc.integer({ min: -1e6, max: 1e6 }), (value, step_s, start_s) => {
      const hourly = hourlyProfile(profile(value, step_s, start_s)).value;
      const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
      expect(mean(hourly)).toBeCloseTo(mean(value), 9);
      expect(Math.max(...hourly)).toBeLessThanOrEqual(Math.max(...value) * (1 + 1e-9));
    }));
  });
});
