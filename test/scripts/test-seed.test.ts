import fc from "fast-check";
import { expect, test } from "vitest";
import { testSeed } from "../../scripts/test-seed.ts";

test("without a word it is the same every time, a number is taken as it stands, and a drawn one is a seed", () => {
  expect(testSeed(undefined)).toBe(testSeed(undefined));
  expect([testSeed("0"), testSeed("7")]).toEqual([0, 7]);
  const drawn = testSeed("random");
  expect(testSeed(String(drawn))).toBe(drawn);
});

test.each(["", "seven", "-1", "0.5", "2147483648", "1e3"])("%j is named", (asked) => {
  expect(() => testSeed(asked)).toThrow(`DAWNDUSK_TEST_SEED is ${asked}: a whole number below 2^31, or random`);
});

test("property tests draw from the run's seed", () => {
  expect(fc.readConfigureGlobal().seed).toBe(Number(process.env["DAWNDUSK_TEST_SEED"]));
  const drawn = (): readonly number[] => fc.sample(fc.integer(), 20);
  expect(drawn()).toEqual(drawn());
});
