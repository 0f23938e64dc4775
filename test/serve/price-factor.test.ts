import { expect, test } from "vitest";
import { priceFactor } from "../../src/serve/price-factor.ts";

const profile = (value: readonly number[], step_s = 3600) => ({ step_s, value, start_utc_s: 0, source: "test" });

test("flat demand pays the mean, whatever the price does", () => {
  expect(priceFactor(profile([0.2, 1.8]), [{ mean_W: 5, shape: null }])).toBe(1);
});

test("by hand: load 3:1 on prices 1.5:0.5 pays (3 x 1.5 + 1 x 0.5)/4 = 1.25", () => {
  expect(priceFactor(profile([1.5, 0.5]), [{ mean_W: 7, shape: profile([1.5, 0.5]) }])).toBeCloseTo(1.25, 12);
});

test("half of the mix flat halves the excess", () => {
  expect(priceFactor(profile([1.5, 0.5]), [{ mean_W: 7, shape: profile([1.5, 0.5]) }, { mean_W: 7, shape: null }])).toBeCloseTo(1.125, 12);
});

test("a storm's price weighs only on who runs through it", () => {
  const storm = profile([10, ...Array.from({ length: 9 }, () => 0)]);
  expect(priceFactor(storm, [{ mean_W: 1, shape: profile([0, ...Array.from({ length: 9 }, () => 10 / 9)]) }])).toBeCloseTo(0, 12);
});

test("nothing wanted on the ground: no weight, factor 1", () => {
  expect(priceFactor(profile([1.5, 0.5]), [{ mean_W: 0, shape: profile([1.5, 0.5]) }])).toBe(1);
});
