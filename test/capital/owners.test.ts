/** What owners get and leave, how far debt goes, and what a ratio counts. Expected values are worked out by hand beside each. */
import { describe, expect, test } from "vitest";
import { fund } from "../../src/capital/index.ts";
import { businessOf } from "./business.ts";
import { debt, equity, instalments, prepayment, stackWith } from "./stacks.ts";

const years = (count: number, of: (t: number) => number): readonly number[] => Array.from({ length: count }, (_, t) => of(t));
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe("owners", () => {
  test("are not paid what they would be called for when a coming payment asks more than the quarter brings", () => {
    // 1000 bought with 600 of debt; 100 a quarter come, but nothing in every fourth: its service is kept from the quarters before.
    const business = businessOf(16, { capex_usd: years(16, (t) => (t === 0 ? 1000 : 0)), ebitda_usd: years(16, (t) => (t === 0 || t % 4 === 0 ? 0 : 100)) });
    const loan = debt({ limit_usd: 600, window: { from: 0, until: 0 }, repayFrom: 1, maturity: 12 });
    const { instruments, distributed_usd } = fund(stackWith({ instruments: [loan, equity()], keepAhead_quarters: 4 }), business);
    expect(instruments[1]!.drawn_usd[0]).toBeCloseTo(400, 9);
    expect(sum(instruments[1]!.drawn_usd)).toBeCloseTo(400, 9);
    expect(sum(distributed_usd)).toBeGreaterThan(0);
  });

  test("leave what customers paid ahead for and are never served, and a note says so", () => {
    // 100 paid ahead, a tenth of 40 a quarter served from the second on: 10 quarters of 4, 60 are owed at the end.
    const business = businessOf(12, { ebitda_usd: years(12, (t) => (t < 2 ? 0 : 40)) });
    const got = fund(stackWith({ instruments: [prepayment({ limit_usd: 100, paidAt: 0, servedFrom: 2, share_frac: 0.1, rate_per_yr: 0 }), equity({ limit_usd: 1, atOnce: true, window: { from: 0, until: 0 } })] }), business);
    expect(got.balance.prepaid_usd.at(-1)).toBeCloseTo(60, 9);
    expect(got.balance.cash_usd.at(-1)).toBeCloseTo(60, 9);
    expect(Math.min(...got.balance.cash_usd)).toBeGreaterThanOrEqual(60 - 1e-9);
    expect(got.notes.join(" ")).toContain("not served by the end (2029-Q4)");
  });
});

describe("gearing", () => {
  test("is kept with the interest that is added to the loan while it is built", () => {
    // 8 % a year added over quarters 1 to 7: a dollar grows to 1.02^7; half of what is then owed and paid in: X 1.02^7 = 1000 - X.
    const business = businessOf(16, { capex_usd: years(16, (t) => (t === 0 ? 1000 : 0)), ebitda_usd: years(16, (t) => (t < 8 ? 0 : 150)) });
    const { ratios, instruments } = fund(stackWith({ gearingMax_frac: 0.5, payoutFrom: 8, instruments: [debt({ limit_usd: 5000, window: { from: 0, until: 0 }, capitaliseUntil: 8, repayFrom: 8, maturity: 15 }), equity()] }), business);
    expect(instruments[0]!.drawn_usd[0]).toBeCloseTo(1000 / (1 + 1.02 ** 7), 6);
    expect(ratios.maxGearing_frac).toBeCloseTo(0.5, 9);
  });

  test("above its bound is told: instalments do not ask", () => {
    const business = businessOf(12, { capex_usd: years(12, (t) => (t === 0 ? 1000 : 0)), ebitda_usd: years(12, (t) => (t === 0 ? 0 : 150)) });
    const { notes } = fund(stackWith({ gearingMax_frac: 0.2, instruments: [instalments({ share_frac: 0.6 }), equity()] }), business);
    expect(notes.join(" ")).toContain("above capital.gearingMax (20.00 %)");
  });
});

// A loan sculpted to a ratio beside senior instalments: cash over all senior service is the ratio in every quarter, and so is the ratio of their values.
test("LLCR counts senior instalments, and the mean DSCR the quarters in which the loan is served", () => {
  const business = businessOf(20, { capex_usd: years(20, (t) => (t === 0 ? 1000 : 0)), ebitda_usd: years(20, (t) => (t === 0 ? 0 : 120)) });
  const loan = debt({ limit_usd: Infinity, repayment: "sculpted", dscr: 1.5, window: { from: 0, until: 0 }, repayFrom: 1, maturity: 12 });
  const { ratios } = fund(stackWith({ instruments: [loan, instalments({ share_frac: 0.3, term_quarters: 16 }), equity()] }), business);
  expect(ratios.minDscr).toBeCloseTo(1.5, 9);
  expect(ratios.meanDscr).toBeCloseTo(1.5, 9);
  expect(ratios.llcr).toBeCloseTo(1.5, 9);
});
