import { describe, expect, test } from "vitest";
import { randomDoubles } from "../../../src/kernel/index.ts";
import { arrivalTimes, drawLength, rateOver } from "../../../src/serve/jobs/index.ts";

const draw = (index: number): (() => number) => randomDoubles({ seed: 7, stream: 1, index });

describe("what is drawn", () => {
  test("arrivals follow a rate that changes: counts of each step by Poisson's mean and variance", () => {
    const mean = [5, 0, 20];
    const counts = Array.from({ length: 2000 }, (_, i) => {
      const times = arrivalTimes({ mean, step_s: 10 }, draw(i));
      expect(times.every((t, k) => t >= 0 && t < 30 && (k === 0 || t >= times[k - 1]!))).toBe(true);
      return mean.map((_m, step) => times.filter((t) => Math.floor(t / 10) === step).length);
    });
    mean.forEach((lambda, step) => {
      const own = counts.map((count) => count[step]!);
      const average = own.reduce((a, b) => a + b, 0) / own.length;
      const variance = own.reduce((a, b) => a + (b - average) ** 2, 0) / own.length;
      // Four standard errors of the mean; of the variance sqrt((lambda + 2 lambda^2)/n).
      expect(Math.abs(average - lambda)).toBeLessThanOrEqual(4 * Math.sqrt(lambda / 2000));
      expect(Math.abs(variance - lambda)).toBeLessThanOrEqual(4 * Math.sqrt((lambda + 2 * lambda * lambda) / 2000));
    });
  });

  test("lengths are log-normal: the mean of their logarithm is ln m - s2/2 and its variance s2 = ln(1 + c2)", () => {
    const next = draw(0);
    const logs = Array.from({ length: 20_000 }, () => Math.log(drawLength({ mean: 2.27, spread: 2.16 }, next)));
    const s2 = Math.log(1 + 2.16 ** 2);
    const average = logs.reduce((a, b) => a + b, 0) / logs.length;
    expect(Math.abs(average - (Math.log(2.27) - s2 / 2))).toBeLessThan(4 * Math.sqrt(s2 / 20_000));
    const variance = logs.reduce((a, b) => a + (b - average) ** 2, 0) / logs.length;
    expect(Math.abs(variance - s2)).toBeLessThan(4 * s2 * Math.sqrt(2 / 20_000));
    expect(drawLength({ mean: 3, spread: 0 }, next)).toBe(3);
  });
});

describe("rate over a slice", () => {
  const shape = { start_utc_s: 0, step_s: 3600, value: [1, 3], source: "" };
  test("by the parts of the hours that it covers", () => {
    expect(rateOver({ shape }, 0, 5400)).toBeCloseTo((1 * 3600 + 3 * 1800) / 5400, 12);
    expect(rateOver({ shape }, 1800, 3600)).toBeCloseTo(2, 12);
    expect(rateOver({ shape }, 3600, 900)).toBeCloseTo(3, 12);
  });
});
