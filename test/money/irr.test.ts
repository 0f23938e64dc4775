import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { irr, npv, xirr } from "../../src/money/index.ts";
import { measure } from "../golden/measure.ts";
import { agree, goldenCase } from "./golden.ts";

const SUITE = "money-irr";
const LONG_ANNUITY_ROOT = 0.01773018384016651406;

describe("irr", () => {
  it.each(["irr-npf-1", "irr-npf-2", "irr-npf-3", "irr-npf-5"])("%s has one root", (id) => {
    const golden = goldenCase<{ cashflows: number[] }, { irr: number }>(id);
    const { roots, chosen, rule } = irr(golden.inputs.cashflows);
    agree(SUITE, golden, "irr", chosen!, golden.expected.irr, "1/period");
    expect(roots).toEqual([chosen]);
    expect(rule).toBe("the only root");
  });
  it.each(["irr-multi-1", "irr-gh39"])("%s gives every root and the conventional one", (id) => {
    const golden = goldenCase<{ cashflows: number[] }, { roots: number[]; conventional_pick: number }>(id);
    const { roots, chosen, rule } = irr(golden.inputs.cashflows);
    expect(roots).toHaveLength(golden.expected.roots.length);
    golden.expected.roots.forEach((root, k) => agree(SUITE, golden, `root ${k}`, roots[k]!, root, "1/period"));
    agree(SUITE, golden, "chosen", chosen!, golden.expected.conventional_pick, "1/period");
    expect(rule).toBe("smallest non-negative of several roots");
  });
  it("says so when there is none", () => {
    const golden = goldenCase<{ cashflows: number[] }, { roots: number[] }>("irr-none-1");
    expect(irr(golden.inputs.cashflows)).toEqual({ roots: golden.expected.roots, chosen: null, rule: "no real root" });
    expect(irr([100, 200])).toEqual({ roots: [], chosen: null, rule: "no real root" });
    expect(irr([0, 0])).toEqual({ roots: [], chosen: null, rule: "every flow is zero: any rate fits" });
  });
  // Scaled to the largest, 1e-320 is below the least double: a zero that counted as a change of sign for ever.
  it("flows of a few atoms of a cent beside billions are no flows", () => {
    expect(irr([-5e9, 1e-320, -1e-320, 6e9]).roots).toHaveLength(1);
    expect(irr([-5e9, 3e-308, -2e-308, 1e-308, 6e9]).chosen).toBeCloseTo(irr([-5e9, 0, 0, 0, 6e9]).chosen!, 12);
  });
  it("SSC Single Owner, 26 flows: the exact root, not SSC's early stop", () => {
    const golden = goldenCase<{ cashflows: number[] }, { irr: number; ssc_reported: number }>("irr-singleowner");
    const { chosen } = irr(golden.inputs.cashflows);
    measure(SUITE, {
      case: `${golden.id} exact`,
      got: chosen!,
      expected: golden.expected.irr,
      abs: 1e-11,
      unit: "1/y",
      source: golden.source,
    });
    measure(SUITE, {
      case: `${golden.id} SSC reported`,
      got: chosen!,
      expected: golden.expected.ssc_reported,
      abs: golden.tolerance,
      unit: "1/y",
      source: golden.source,
    });
  });
  it("hard cases on which packages fail", () => {
    // -1000, 50: closed form 50/1000 - 1. -5e11 then 239 of 9e9: the annuity equation solved with 60-digit decimal (1.773 %).
    measure(SUITE, {
      case: "-1000, 50",
      got: irr([-1000, 50]).chosen!,
      expected: -0.95,
      abs: 1e-15,
      unit: "1/period",
      source: "closed form",
    });
    const long = irr([-5e11, ...Array<number>(239).fill(9e9)]);
    measure(SUITE, {
      case: "-5e11, 239 x 9e9",
      got: long.chosen!,
      expected: LONG_ANNUITY_ROOT,
      abs: 1e-14,
      unit: "1/period",
      source: "bisection in 60-digit decimal",
    });
    expect(long.roots).toHaveLength(1);
  });
  it("counts a touch of zero once", () => {
    // (1 - 1.1 v)^2: a double root at 10 %.
    expect(irr([-100, 220, -121]).roots).toHaveLength(1);
    measure(SUITE, {
      case: "double root",
      got: irr([-100, 220, -121]).chosen!,
      expected: 0.1,
      abs: 1e-7,
      unit: "1/period",
      source: "closed form",
    });
    expect(irr([-100, 220, -121.001]).roots).toEqual([]);
    expect(irr([-100, 220, -120.999]).roots).toHaveLength(2);
  });
  it("finds all roots of products of known factors", () => {
    // prod (v - v_i): roots known beforehand, as rates 1/v_i - 1 at least 2 % apart.
    const rates = fc.uniqueArray(fc.integer({ min: -40, max: 60 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rates, fc.boolean(), (percents, flip) => {
        const wanted = percents.map((percent) => percent / 50).toSorted((a, b) => a - b);
        const flows = wanted.reduce((poly, rate) => timesFactor(poly, 1 / (1 + rate)), [flip ? -1000 : 1000]);
        const { roots } = irr(flows);
        expect(roots).toHaveLength(wanted.length);
        wanted.forEach((rate, k) => expect(roots[k]).toBeCloseTo(rate, 6));
      }),
    );
  });
  it("each root zeroes the present value, and sign changes bound their number", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 }), (flows) => {
        const { roots } = irr(flows);
        expect(roots.length).toBeLessThanOrEqual(signChanges(flows));
        for (const rate_per_period of roots) {
          const net = npv({ rate_per_period, flows_usd: flows, firstFlowAt_periods: 0 });
          const gross = npv({ rate_per_period, flows_usd: flows.map(Math.abs), firstFlowAt_periods: 0 });
          expect(Math.abs(net)).toBeLessThanOrEqual(1e-12 * gross);
        }
      }),
    );
  });
  it("stays quick when every flow changes sign", () => {
    const flows = Array.from({ length: 240 }, (_, k) => (k % 2 === 0 ? -1 : 1) * (1000 + 37 * ((k * k) % 11)));
    expect(irr(flows).roots.length).toBeLessThanOrEqual(239);
  });
  it("does not depend on the currency", () => {
    const flows = [-5, 10.5, 1, -8, 1];
    const cents = irr(flows.map((flow) => flow * 1e14)).roots;
    irr(flows).roots.forEach((root, k) => expect(cents[k]).toBeCloseTo(root, 12));
  });
  it("names what is wrong", () => {
    expect(() => irr([])).toThrow("flows_usd must not be empty");
    expect(() => irr([-1, Number.NaN])).toThrow("flows_usd[1] must be a finite number, found NaN");
  });
});

describe("xirr", () => {
  it("Excel's example", () => {
    const golden = goldenCase<{ amounts: number[]; dates: string[] }, { xirr: number }>("xirr-excel");
    const flows = golden.inputs.amounts.map((amount_usd, k) => ({ amount_usd, date: golden.inputs.dates[k]! }));
    agree(SUITE, golden, "xirr", xirr(flows).chosen!, golden.expected.xirr, "1/y");
  });
  it("equals irr on dates 365 days apart", () => {
    const dates = ["2025-01-01", "2026-01-01", "2027-01-01"];
    const flows = [-1000, 600, 700];
    const dated = xirr(flows.map((amount_usd, k) => ({ amount_usd, date: dates[k]! })));
    expect(dated.chosen).toBeCloseTo(irr(flows).chosen!, 14);
  });
  it("refuses a rate no double can hold", () => {
    expect(() =>
      xirr([
        { date: "2027-01-01", amount_usd: -1 },
        { date: "2027-01-02", amount_usd: 10 },
      ]),
    ).toThrow("above the largest double");
  });
});

function timesFactor(poly: readonly number[], root: number): number[] {
  return [...poly, 0].map((coefficient, k) => coefficient - root ** -1 * (poly[k - 1] ?? 0));
}

function signChanges(flows: readonly number[]): number {
  const signs = flows.map(Math.sign).filter((sign) => sign !== 0);
  return signs.filter((sign, k) => k > 0 && sign !== signs[k - 1]).length;
}
