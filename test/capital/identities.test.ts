import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { balanceSheet, compile, evaluate, fund, sourcesAndUses, type Evaluated, type Instrument } from "../../src/capital/index.ts";
import { incomeTax, npv } from "../../src/money/index.ts";
import { anyBusiness, anyStack } from "./random-stack.ts";
import { QUARTERS } from "./stacks.ts";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const RUNS = { numRuns: 200 };

/** Relative to what moves. Asked a million times: an assertion of its own only where it fails. */
const near = (a: number, b: number, scale: number): void => { if (!(Math.abs(a - b) <= 1e-6 * Math.max(1, scale))) expect.fail(`${a} and ${b}, of ${scale}`); };

describe("whatever the stack and the business", () => {
  test("sources equal uses in every quarter, and none is below zero", () => fc.assert(fc.property(anyStack, anyBusiness, (stack, business) => {
    const { sources, uses } = sourcesAndUses(evaluate(compile(stack, business)));
    for (const { id, usd } of [...sources, ...uses]) expect(Math.min(...usd), id).toBeGreaterThanOrEqual(-1e-6);
    business.quarters.forEach((_, t) => {
      const [from, to] = [sum(sources.map(({ usd }) => usd[t]!)), sum(uses.map(({ usd }) => usd[t]!))];
      near(from, to, from);
    });
  }), RUNS));

  test("the balance sheet balances at the end of every quarter", () => fc.assert(fc.property(anyStack, anyBusiness, (stack, business) => {
    const { assets_usd, claims_usd } = balanceSheet(evaluate(compile(stack, business)));
    assets_usd.forEach((assets, t) => near(assets, claims_usd[t]!, Math.abs(assets) + sum(business.capex_usd)));
  }), RUNS));

  test("cash, reserve, bills and what is owed are never below zero, and the reserve is never above its target", () => fc.assert(fc.property(anyStack, anyBusiness, (stack, business) => {
    const e = evaluate(compile(stack, business));
    for (const column of [e.cash, e.reserve, e.bills, e.balance]) expect(Math.min(0, ...column)).toBeGreaterThanOrEqual(-1e-6);
    e.reserve.forEach((usd, t) => expect(usd).toBeLessThanOrEqual(e.target[t]! + 1e-9));
  }), RUNS));

  test("nobody is drawn beyond the limit or outside the window", () => fc.assert(fc.property(anyStack, anyBusiness, (stack, business) => {
    const { drawn } = evaluate(compile(stack, business));
    stack.instruments.forEach((one, i) => {
      const drawn_usd = [...drawn.subarray(i * QUARTERS, (i + 1) * QUARTERS)];
      expect(sum(drawn_usd)).toBeLessThanOrEqual(one.limit_usd * (1 + 1e-9));
      if ("window" in one) drawn_usd.forEach((usd, t) => { if (usd > 0) expect(t >= one.window.from && t <= one.window.until).toBe(true); });
    });
  }), RUNS));

  test("the waterfall: what comes in is what goes to each rank and what is kept, and a lower one gets nothing while a higher one lacks", () => fc.assert(fc.property(anyStack, anyBusiness, (stack, business) => {
    const e = evaluate(compile(stack, business));
    const { T, senior, junior, instruments } = e.compiled;
    const of = (column: Float64Array, ids: readonly number[], t: number): number => ids.reduce((total, i) => total + column[i * T + t]!, 0);
    const all = instruments.map((_, i) => i);
    business.quarters.forEach((_, t) => {
      const seniorShort = of(e.due, senior, t) - of(e.paid, senior, t) - of(e.repaid, senior, t) > 1e-6;
      if (seniorShort) {
        expect(of(e.paid, junior, t) + of(e.repaid, junior, t) + e.reserve[t]!).toBeLessThan(1e-6);
        expect(e.billsPaid[t]! + e.distributed[t]! + of(e.swept, all, t)).toBeLessThan(1e-6);
      }
      if (e.bills[t]! > 1e-6) expect(e.distributed[t]! + of(e.swept, all, t) + e.cash[t]!).toBeLessThan(1e-6);
    });
  }), RUNS));

  test("tax is what incomeTax asks of the same income", () => fc.assert(fc.property(anyStack, anyBusiness, (stack, business) => {
    const e = evaluate(compile(stack, business));
    const income_usd = business.ebitda_usd.map((usd, t) => usd + business.proceeds_usd[t]! - business.taxDepreciation_usd[t]! - e.compiled.promised[t]! - e.expense[t]!);
    const { tax_usd } = incomeTax({ quarters: business.quarters, income_usd, ...business.tax });
    tax_usd.forEach((usd, t) => near(e.tax[t]!, usd, Math.abs(usd)));
  }), RUNS));

  test("NPV at a provider's return is zero", () => fc.assert(fc.property(anyStack, anyBusiness, (stack, business) => {
    for (const { flows_usd, irr_per_yr } of fund(stack, business).providers) {
      for (const root of irr_per_yr.roots) if (root > -0.9 && root < 10) near(npv({ rate_per_period: (1 + root) ** 0.25 - 1, flows_usd, firstFlowAt_periods: 0 }), 0, sum(flows_usd.map(Math.abs)) * Math.max(1, (1 + root) ** (-QUARTERS / 4)));
    }
  }), { numRuns: 30 }));

  test("an instrument in two parts changes nothing", () => fc.assert(fc.property(anyStack, anyBusiness, fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.nat(), (stack, business, part, pick) => {
    if (stack.instruments.length === 0) return;
    const at = pick % stack.instruments.length;
    const [whole, split] = [evaluate(compile(stack, business)), evaluate(compile({ ...stack, instruments: inTwo(stack.instruments, at, part) }, business))];
    const columns = (one: Evaluated): readonly Float64Array[] => [one.cash, one.reserve, one.bills, one.paidIn, one.distributed, one.tax, one.cfads, one.service, one.short, one.retained];
    const scale = sum(business.capex_usd) + sum(business.ebitda_usd.map(Math.abs));
    columns(whole).forEach((column, k) => column.forEach((usd, t) => near(columns(split)[k]![t]!, usd, scale)));
  }), RUNS));
});

const inTwo = (instruments: readonly Instrument[], at: number, part: number): readonly Instrument[] => instruments.flatMap((one, i) => (i === at ? [shareOf(one, part), { ...shareOf(one, 1 - part), id: `${one.id}-b` }] : [one]));

const shareOf = (one: Instrument, part: number): Instrument => {
  if (one.kind === "prepayment" || one.kind === "vendor" || one.kind === "lease") return { ...one, limit_usd: one.limit_usd * part, share_frac: one.share_frac * part };
  return { ...one, limit_usd: one.limit_usd * part };
};
