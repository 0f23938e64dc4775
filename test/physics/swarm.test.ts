import { expect, test } from "vitest";
import { growthTime_yr, kardashevNumber, SUN_LUMINOSITY_W, swarmLight } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";

test("all the light of the sphere at 1 au is the Sun's", () => {
  const one = swarmLight({ area_m2: 1, distance_au: 1 });
  measure("swarm", { case: "S0 over the sphere of 1 au", got: one.sunShare_frac * one.areasToSphere * SUN_LUMINOSITY_W, expected: 3.828e26, rel: 2e-4, unit: "W", source: "IAU 2015 Resolution B3, nominal luminosity" });
});

test("Kardashev's numbers of mankind, a terawatt and the Sun", () => {
  // 2e13 W 0.73, 1 TW 0.60, Sun 2.058 (Sagan 1973, and notes of this project computed apart).
  expect(kardashevNumber(2e13)).toBeCloseTo(0.73, 2);
  expect(kardashevNumber(1e12)).toBeCloseTo(0.6, 12);
  expect(kardashevNumber(SUN_LUMINOSITY_W)).toBeCloseTo(2.058, 3);
});

test("the share of the Sun that an area takes falls with the square of the distance", () => {
  expect(swarmLight({ area_m2: 1e9, distance_au: 0.5 }).sunShare_frac / swarmLight({ area_m2: 1e9, distance_au: 1 }).sunShare_frac).toBeCloseTo(4, 12);
});

test("growth: what a rate that doubles makes, summed in small steps by hand, and a rate that does not", () => {
  const years = growthTime_yr({ platforms: 1e6, rate_per_yr: 1000, doubling_yr: 2 });
  const step = years / 1e5;
  const made = Array.from({ length: 1e5 }, (_, i) => 1000 * 2 ** (((i + 0.5) * step) / 2) * step).reduce((a, b) => a + b, 0);
  expect(made / 1e6).toBeCloseTo(1, 8);
  expect(growthTime_yr({ platforms: 1e6, rate_per_yr: 1000, doubling_yr: null })).toBe(1000);
  expect(growthTime_yr({ platforms: 1e6, rate_per_yr: 1000, doubling_yr: 1e9 }) / 1000).toBeCloseTo(1, 5);
});
