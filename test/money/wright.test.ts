import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lotCost, lotCostUnits, wrightExponent, wrightMassForPrice, wrightPrice } from "../../src/money/index.ts";
import { agree, goldenCase } from "./golden.ts";

const SUITE = "money-wright";

describe("Wright's law", () => {
  it("mass for a launch price (arXiv 2511.19468)", () => {
    const golden = goldenCase<{ P0: number; M0_t: number; learning: number; targets: number[] }, { b: number; mass_t: number[] }>(
      "wright-suncatcher",
    );
    const curve = { price_usd_per_unit: golden.inputs.P0, cumulative: golden.inputs.M0_t, learning_frac: golden.inputs.learning };
    agree(SUITE, golden, "exponent", wrightExponent(curve.learning_frac), golden.expected.b, "-");
    golden.inputs.targets.forEach((price, k) => {
      agree(SUITE, golden, `mass for ${price}`, wrightMassForPrice(curve, price), golden.expected.mass_t[k]!, "t");
    });
  });
  const curves = fc.record({
    price_usd_per_unit: fc.double({ min: 1, max: 1e5, noNaN: true }),
    cumulative: fc.double({ min: 1, max: 1e6, noNaN: true }),
    learning_frac: fc.double({ min: 0.01, max: 0.6, noNaN: true }),
  });
  it("price and mass invert each other, and a doubling costs the learning share", () => {
    fc.assert(
      fc.property(curves, fc.double({ min: 1, max: 1e7, noNaN: true }), (curve, mass) => {
        const price = wrightPrice(curve, mass);
        expect(wrightMassForPrice(curve, price) / mass).toBeCloseTo(1, 7);
        expect(wrightPrice(curve, 2 * mass) / price).toBeCloseTo(1 - curve.learning_frac, 10);
      }),
    );
  });
  it("lots add up, and their average lies between the prices at their ends", () => {
    fc.assert(
      fc.property(curves, (curve) => {
        const [a, b, c] = [10, 400, 90_000];
        const whole = lotCost(curve, { from: a, to: c });
        const parts = lotCost(curve, { from: a, to: b }).total_usd + lotCost(curve, { from: b, to: c }).total_usd;
        expect(parts / whole.total_usd).toBeCloseTo(1, 10);
        expect(whole.average_usd_per_unit).toBeLessThan(wrightPrice(curve, a));
        expect(whole.average_usd_per_unit).toBeGreaterThan(wrightPrice(curve, c));
      }),
    );
  });
  it("is flat without learning and logarithmic at one half", () => {
    expect(lotCost({ price_usd_per_unit: 7, cumulative: 3, learning_frac: 0 }, { from: 5, to: 15 }).average_usd_per_unit).toBeCloseTo(
      7,
      12,
    );
    // b = 1: p = p0 Q0/Q, integral p0 Q0 ln(Q2/Q1).
    expect(lotCost({ price_usd_per_unit: 10, cumulative: 2, learning_frac: 0.5 }, { from: 1, to: Math.E }).total_usd).toBeCloseTo(20, 12);
    expect(() => wrightMassForPrice({ price_usd_per_unit: 7, cumulative: 3, learning_frac: 0 }, 6)).toThrow("the price never changes");
  });
  it("sums whole units as Crawford does, close to the midpoint integral", () => {
    // Units 1 to 4 at an 80 % curve from 100: 100 + 80 + 100 * 3^-b + 64; 3^-0.321928 = 0.70210 (any cost-estimating handbook).
    const curve = { price_usd_per_unit: 100, cumulative: 1, learning_frac: 0.2 };
    expect(lotCostUnits(curve, { from: 0, to: 4 }).total_usd).toBeCloseTo(314.21, 2);
    const integral = lotCost(curve, { from: 100.5, to: 1100.5 }).total_usd;
    expect(lotCostUnits(curve, { from: 100, to: 1100 }).total_usd / integral).toBeCloseTo(1, 5);
    expect(() => lotCostUnits(curve, { from: 3, to: 3 })).toThrow("0 <= from < to");
  });
});
