import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crf, excelNpv, fv, ipmt, mirr, nper, npv, pmt, ppmt, pv, xnpv } from "../../src/money/index.ts";
import { agree, goldenCase } from "./golden.ts";

const SUITE = "money-time-value";
const end = { when: "end" } as const;

describe("present value", () => {
  it("numpy-financial npv, first flow today", () => {
    const golden = goldenCase<{ rate: number; cashflows: number[] }, { npv: number }>("npv-npf-1");
    const got = npv({ rate_per_period: golden.inputs.rate, flows_usd: golden.inputs.cashflows, firstFlowAt_periods: 0 });
    agree(SUITE, golden, "npv", got, golden.expected.npv, "USD");
  });
  it("Excel NPV, first flow after one period", () => {
    const golden = goldenCase<{ rate: number; cashflows_from_t1: number[] }, { excel_npv: number }>("npv-excel-1");
    const got = excelNpv({ rate_per_period: golden.inputs.rate, flows_usd: golden.inputs.cashflows_from_t1 });
    agree(SUITE, golden, "npv", got, golden.expected.excel_npv, "USD");
  });
  it("Excel XNPV, actual/365", () => {
    const golden = goldenCase<{ amounts: number[]; dates: string[]; rate: number }, { xnpv: number }>("xirr-excel");
    const flows = golden.inputs.amounts.map((amount_usd, k) => ({ amount_usd, date: golden.inputs.dates[k]! }));
    agree(SUITE, golden, "xnpv", xnpv({ rate_per_year: golden.inputs.rate, flows }), golden.expected.xnpv, "USD");
  });
  it("falls as the rate rises when all receipts come later", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 30 }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (flows_usd, rate) => {
          const at = (rate_per_period: number) => excelNpv({ rate_per_period, flows_usd });
          expect(at(rate + 0.01)).toBeLessThanOrEqual(at(rate));
        },
      ),
    );
  });
  it("names what is wrong", () => {
    expect(() => npv({ rate_per_period: -1, flows_usd: [1], firstFlowAt_periods: 0 })).toThrow(
      "rate_per_period must be above -1, found -1",
    );
    expect(() => npv({ rate_per_period: 0.1, flows_usd: [1, Number.NaN], firstFlowAt_periods: 0 })).toThrow(
      "flows_usd[1] must be a finite number, found NaN",
    );
    expect(() => npv({ rate_per_period: 0.1, flows_usd: [], firstFlowAt_periods: 0 })).toThrow("flows_usd must not be empty");
    expect(() => xnpv({ rate_per_year: 0.1, flows: [{ date: "2027-02-29", amount_usd: 1 }] })).toThrow("no such day: 2027-02-29");
    expect(() =>
      xnpv({
        rate_per_year: 0.1,
        flows: [
          { date: "2027-03-01", amount_usd: 1 },
          { date: "2027-02-01", amount_usd: 1 },
        ],
      }),
    ).toThrow("before the first flow");
  });
});

describe("level payments", () => {
  it("pmt at a rate and at none", () => {
    const loan = goldenCase<{ nper: number; pv: number }, { pmt: number; begin: number }>("pmt-1");
    const terms = { rate_per_period: 0.08 / 12, periods: loan.inputs.nper, pv_usd: loan.inputs.pv, fv_usd: 0 };
    agree(SUITE, loan, "end", pmt({ ...terms, ...end }), loan.expected.pmt, "USD");
    agree(SUITE, loan, "begin", pmt({ ...terms, when: "begin" }), loan.expected.begin, "USD");
    const zero = goldenCase<{ nper: number; pv: number }, { pmt: number }>("pmt-zero");
    agree(
      SUITE,
      zero,
      "pmt",
      pmt({ rate_per_period: 0, periods: zero.inputs.nper, pv_usd: zero.inputs.pv, fv_usd: 0, ...end }),
      zero.expected.pmt,
      "USD",
    );
  });
  it("pv and fv of an annuity", () => {
    const present = goldenCase<{ rate: number; nper: number; pmt: number }, { pv: number }>("pv-1");
    agree(
      SUITE,
      present,
      "pv",
      pv({ rate_per_period: present.inputs.rate, periods: present.inputs.nper, pmt_usd: present.inputs.pmt, fv_usd: 0, ...end }),
      present.expected.pv,
      "USD",
    );
    const future = goldenCase<{ rate: number; nper: number; pmt: number }, { fv_end: number; fv_begin: number }>("fv-1");
    const terms = { rate_per_period: future.inputs.rate, periods: future.inputs.nper, pmt_usd: future.inputs.pmt, pv_usd: 0 };
    agree(SUITE, future, "end", fv({ ...terms, ...end }), future.expected.fv_end, "USD");
    agree(SUITE, future, "begin", fv({ ...terms, when: "begin" }), future.expected.fv_begin, "USD");
  });
  it("nper at a rate and at none", () => {
    const golden = goldenCase<{ rate: number; pmt: number; pv: number; fv: number }, { nper: number; rate0: number }>("nper-1");
    const terms = { pmt_usd: golden.inputs.pmt, pv_usd: golden.inputs.pv, fv_usd: golden.inputs.fv, ...end };
    agree(SUITE, golden, "nper", nper({ rate_per_period: golden.inputs.rate, ...terms }), golden.expected.nper, "periods");
    agree(SUITE, golden, "zero rate", nper({ rate_per_period: 0, ...terms }), golden.expected.rate0, "periods");
    expect(() => nper({ rate_per_period: 0.1, pmt_usd: -5, pv_usd: 1000, fv_usd: 0, ...end })).toThrow("never turn");
  });
  it("principal of the first payment; the parts add up and the principals repay the loan", () => {
    const golden = goldenCase<{ nper: number; pv: number }, { ppmt: number }>("ppmt-ipmt-1");
    const loan = { rate_per_period: 0.1 / 12, periods: golden.inputs.nper, pv_usd: golden.inputs.pv, fv_usd: 0 };
    agree(SUITE, golden, "ppmt", ppmt({ ...loan, ...end, period: 1 }), golden.expected.ppmt, "USD");
    for (const when of ["end", "begin"] as const) {
      const periods = Array.from({ length: loan.periods }, (_, k) => k + 1);
      const repaid = periods.reduce((sum, period) => sum + ppmt({ ...loan, when, period }), 0);
      expect(repaid).toBeCloseTo(-loan.pv_usd, 6);
      expect(ipmt({ ...loan, when, period: 7 }) + ppmt({ ...loan, when, period: 7 })).toBeCloseTo(pmt({ ...loan, when }), 9);
    }
    expect(() => ppmt({ ...loan, ...end, period: 61 })).toThrow("period must be a whole number from 1 to 60, found 61");
  });
  it("pv inverts pmt at any rate, tiny ones included", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.05, max: 0.3, noNaN: true }),
        fc.integer({ min: 1, max: 240 }),
        fc.constantFrom("end" as const, "begin" as const),
        (rate_per_period, periods, when) => {
          const pmt_usd = pmt({ rate_per_period, periods, pv_usd: 1000, fv_usd: 250, when });
          expect(pv({ rate_per_period, periods, pmt_usd, fv_usd: 250, when })).toBeCloseTo(1000, 4);
        },
      ),
    );
  });
});

describe("capital recovery and modified return", () => {
  it("crf", () => {
    const golden = goldenCase<{ rate: number; years: number }, { crf: number }>("crf-1");
    agree(SUITE, golden, "crf", crf({ rate_per_year: golden.inputs.rate, life_years: golden.inputs.years }), golden.expected.crf, "1/y");
    expect(crf({ rate_per_year: 0, life_years: 8 })).toBe(0.125);
    // Limit: CRF = 1/n + r (n + 1)/(2 n) + O(r^2).
    expect(crf({ rate_per_year: 1e-9, life_years: 8 })).toBeCloseTo(0.125 + 1e-9 * (9 / 16), 15);
  });
  it.each(["mirr-1", "mirr-2"])("%s", (id) => {
    const golden = goldenCase<{ values: number[]; finance_rate: number; reinvest_rate: number }, { mirr: number }>(id);
    const { values, finance_rate, reinvest_rate } = golden.inputs;
    const got = mirr({ flows_usd: values, financeRate_per_period: finance_rate, reinvestRate_per_period: reinvest_rate });
    agree(SUITE, golden, "mirr", got, golden.expected.mirr, "1/period");
  });
  it("mirr refuses flows of one sign", () => {
    expect(() => mirr({ flows_usd: [-1, -2], financeRate_per_period: 0.1, reinvestRate_per_period: 0.1 })).toThrow(
      "one outlay and one receipt",
    );
  });
});
