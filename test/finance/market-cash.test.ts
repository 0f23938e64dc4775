import { describe, expect, test } from "vitest";
import { withMarketLines } from "../../src/finance/cash.ts";
import type { Finance } from "../../src/finance/index.ts";
import type { Item, LedgerLine } from "../../src/ledger/index.ts";
import { fixture } from "../report/fixture.ts";

const counted: Finance = fixture.finance;
const line = (period: string, boundary: Item, quantity: number): LedgerLine =>
  ({ id: `market/${period}/${boundary}`, actor: "lab", tier: "orbit", subsystem: "f9/block", boundary, period, quantity, unit: "$", source: "test" });
const settled = (...lines: readonly LedgerLine[]): Finance["cash"] => withMarketLines(counted.cash, lines, 1.12 / 1.025 - 1);

describe("what the market settles beside the plan", () => {
  test("enters cash by quarter and the net present value, in the middle of the quarter at the real rate", () => {
    const cash = settled(line("2027-Q1", "launch", 35e6), line("2028-Q1", "revenue", -60e6));
    expect([cash.market!.paid_usd[0], cash.market!.earned_usd[0], cash.market!.paid_usd[4], cash.market!.earned_usd[4]]).toEqual([35e6, 0, 0, 60e6]);
    // Fisher: 1.12/1.025; half a quarter and four and a half quarters away.
    const [now, later] = [(1.12 / 1.025) ** (-0.5 / 4), (1.12 / 1.025) ** (-4.5 / 4)];
    expect(cash.market!.paid_pv_usd).toBeCloseTo(35e6 * now, 4);
    expect(cash.market!.earned_pv_usd).toBeCloseTo(60e6 * later, 4);
    expect(cash.npv_usd - counted.cash.npv_usd).toBeCloseTo(60e6 * later - 35e6 * now, 4);
    // The plan's own stay what they were.
    expect([cash.cost_pv_usd, cash.revenue_pv_usd, cash.orbit_usd]).toEqual([counted.cash.cost_pv_usd, counted.cash.revenue_pv_usd, counted.cash.orbit_usd]);
  });

  test("nothing settled, nothing changed; a quarter that the plan does not have is refused", () => {
    expect(settled()).toEqual(counted.cash);
    expect(() => settled(line("2050-Q1", "launch", 1))).toThrow('market line "market/2050-Q1/launch" is of 2050-Q1');
  });
});
