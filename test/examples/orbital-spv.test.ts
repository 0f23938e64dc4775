import { beforeAll, describe, expect, test } from "vitest";
import type { Run } from "../../src/run/index.ts";
import { runExample } from "../support/run-example.ts";

describe("orbital-spv", () => {
  let got: Run;
  beforeAll(async () => { got = await runExample("orbital-spv"); });
  const funding = () => got.finance!.funding!;

  test("a fleet is built and paid for, and nothing is missing", () => {
    expect(got.plan!.status).toBe("optimal");
    expect(funding().gap.ends_quarter).toBeNull();
    expect(funding().agreed).toBe(true);
  });

  test("the loan keeps its ratio, its gearing and its term", () => {
    const { ratios, instruments, quarters } = funding();
    const loan = instruments.find(({ id }) => id === "term-loan")!;
    const drawn = loan.drawn_usd.reduce((a, b) => a + b, 0);
    expect(drawn).toBeGreaterThan(0);
    expect(ratios.minDscr!).toBeGreaterThanOrEqual(1.4 - 1e-6);
    // Gearing holds when it is drawn; interest that is added and distributions come after.
    expect(drawn).toBeLessThanOrEqual(0.7 * (drawn + instruments.filter(({ kind }) => kind === "equity").reduce((sum, { drawn_usd }) => sum + drawn_usd.reduce((a, b) => a + b, 0), 0)) * (1 + 1e-9));
    expect(loan.balance_usd[quarters.indexOf(2034 * 4 + 1)]!).toBeLessThan(1e-6 * drawn);
  });

  // Yescombe 2014, ch. 12: LLCR is a mean of the ratios weighted by discounted service: of a sculpted loan it is the ratio.
  test("its LLCR is its ratio", () => expect(funding().ratios.llcr!).toBeCloseTo(funding().ratios.minDscr!, 5));

  test("the sponsor earns more than the plan as a whole, which the lender does not", () => {
    const { providers } = funding();
    const rate = (id: string): number => providers.find((one) => one.id === id)!.irr_per_yr.chosen!;
    expect(rate("sponsor")).toBeGreaterThan(rate("term-loan"));
  });
});
