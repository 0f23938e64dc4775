import { describe, expect, test } from "vitest";
import { dealsOf } from "../../src/deals/index.ts";
import { loadExample } from "../support/run-example.ts";

describe("exit-waterfall", () => {
  const deals = dealsOf(loadExample("exit-waterfall"), [])!;
  const exit = (id: string) => deals.exits.find((one) => one.id === id)!.waterfall;

  test("pays out exactly the proceeds", () => {
    for (const { waterfall } of deals.exits) expect(waterfall.byHolder.reduce((sum, { usd }) => sum + usd, waterfall.debt_usd)).toBeCloseTo(waterfall.proceeds_usd, 3);
  });

  test("by hand: the note and then Series C come first, and common nothing, where money is short", () => {
    const { byHolder, payouts, unpaid_usd } = exit("fire-sale");
    // 60 M$ at 8 % for the 365 days of 2027.
    expect(byHolder.find(({ holder }) => holder === "bank")!.usd).toBeCloseTo(64.8e6, 0);
    // 300 - 40 - 64.8 = 195.2 M$ for Series C, whose preference is 1.5 times 350 M$: six sevenths of it the laboratory's.
    expect(byHolder.find(({ holder }) => holder === "lab")!.usd).toBeCloseTo((195.2e6 * 6) / 7, 0);
    expect(payouts.filter(({ claim }) => claim.kind === "common").every(({ usd }) => usd === 0)).toBe(true);
    // Preferences: note 64.8, C 525, B 150 and the seed's pro rata, A 25 and the SAFE's 5.
    const seedInB = deals.steps.find(({ id }) => id === "b")!.company_usd - 150e6;
    expect(unpaid_usd).toBeCloseTo(64.8e6 + 525e6 + 150e6 + seedInB + 30e6 - 260e6, 0);
  });

  test("at a great price everybody converts and all shares get the same", () => {
    const { payouts, perShare_usd } = exit("great");
    for (const { claim, usd, does } of payouts) {
      if (claim.kind === "preferred" || claim.kind === "capped") expect(does).toBe("converts");
      expect(usd / claim.shares).toBeCloseTo(perShare_usd - claim.strike_usd, 6);
    }
  });

  test("the buyer's third and more of the votes is no control, and nothing is for sale", () => {
    expect(deals.explained.find(({ path }) => path === "deals.target")!.found).toContain("nothing else is for sale");
  });
});
