import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incomeTax } from "../../src/money/index.ts";

const FIRST = 2027 * 4;
const quartersOf = (n: number): readonly number[] => Array.from({ length: n }, (_, q) => FIRST + q);

describe("income tax by quarter", () => {
  // 26 U.S.C. 172(a)(2): a loss of 100 offsets at most 80 % of the next year's income of 90: 72; 18 are taxed, 28 are left.
  test("losses offset at most four fifths of a year's income, by the statute", () => {
    const { tax_usd, losses_usd } = incomeTax({ quarters: quartersOf(8), income_usd: [-25, -25, -25, -25, 22.5, 22.5, 22.5, 22.5], rate_frac: 0.21, lossLimit_frac: 0.8 });
    expect(tax_usd.slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect(tax_usd.slice(4).reduce((a, b) => a + b, 0)).toBeCloseTo(0.21 * 18, 12);
    expect([losses_usd[3], losses_usd[7]]).toEqual([100, expect.closeTo(28, 12)]);
  });

  test("without a limit the same loss leaves nothing to tax, and 10 of it", () => {
    const { tax_usd, losses_usd } = incomeTax({ quarters: quartersOf(8), income_usd: [-100, 0, 0, 0, 90, 0, 0, 0], rate_frac: 0.21, lossLimit_frac: 1 });
    expect(tax_usd.every((tax) => tax === 0)).toBe(true);
    expect(losses_usd[7]).toBe(10);
  });

  test("a quarter takes back what the year's income no longer owes; a year of the calendar is no year of the plan", () => {
    const { tax_usd } = incomeTax({ quarters: [FIRST + 2, FIRST + 3, FIRST + 4], income_usd: [100, -40, 10], rate_frac: 0.25, lossLimit_frac: 1 });
    expect(tax_usd).toEqual([25, -10, 2.5]);
  });

  test("no tax on a sum of losses, all of the rest at the rate (property)", () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 60 }), (income_usd) => {
      const { tax_usd, losses_usd } = incomeTax({ quarters: quartersOf(income_usd.length), income_usd, rate_frac: 0.3, lossLimit_frac: 1 });
      const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
      expect(Math.abs(sum(tax_usd) - 0.3 * (sum(income_usd) + losses_usd.at(-1)!))).toBeLessThan(1e-9 * (sum(income_usd.map(Math.abs)) + 1));
    }));
  });

  test("what is wrong is named", () => {
    expect(() => incomeTax({ quarters: quartersOf(2), income_usd: [1], rate_frac: 0.2, lossLimit_frac: 1 })).toThrow("income_usd has 1 quarters, quarters 2");
    expect(() => incomeTax({ quarters: quartersOf(1), income_usd: [1], rate_frac: 21, lossLimit_frac: 1 })).toThrow("rate_frac must lie in [0, 1]");
  });
});
