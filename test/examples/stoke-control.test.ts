import { beforeAll, describe, expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { runUntil, type Run } from "../../src/run/index.ts";
import { measure } from "../golden/measure.ts";
import { heldAgainst } from "../support/held-against.ts";
import { loadExample } from "../support/run-example.ts";

const SUITE = "example-stoke-control";

describe("stoke-control", () => {
  let got: Run;
  beforeAll(async () => {
    got = await runUntil(loadExample("stoke-control"), "finance", { solve: solveHighs, ways: true });
    heldAgainst("stoke-control", got);
  });

  test("has what was published of the company before the deals", () => {
    const paid = (id: string): number => got.deals!.steps.find((step) => step.id === id)!.company_usd;
    measure(SUITE, { case: "raised until Series C", got: paid("raised-to-c") / 1e6, expected: 480, abs: 1e-6, unit: "M$", source: "SpaceNews, 2025-01-15, after africaflying.com: 480 M$ to date" });
    measure(SUITE, { case: "raised in all", got: (paid("raised-to-c") + paid("raised-in-d")) / 1e9, expected: 1.34, abs: 1e-9, unit: "B$", source: "SpaceNews, 2026-02, after newsbeep.com" });
  });

  test("reaches control by the option, past the review, with all that was paid before at risk", () => {
    const { thresholds, control_quarter: control, payments, approvals } = got.deals!;
    const [, half] = thresholds;
    expect(half!.event).toBe("option-to-control");
    expect(control).toBe(Math.max(half!.reached_quarter!, approvals[0]!.quarter!));
    expect(payments.reduce((sum, { usd }) => sum + usd, 0)).toBeCloseTo(half!.paid_usd, 0);
    expect(half!.atRisk_usd).toBeCloseTo(payments.filter(({ quarter }) => quarter < control!).reduce((sum, { usd }) => sum + usd, 0), 0);
    const odds = got.controlOdds!;
    expect(odds.p10_quarter!).toBeLessThanOrEqual(odds.p50_quarter!);
    // Refused in one of ten draws: four standard errors of 400.
    expect(Math.abs(odds.never_frac - 0.1)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / odds.draws));
  });

  test("the right to control later is worth no less than control now, and is used where others pay more", () => {
    const [decision] = got.realOptions!.decisions;
    expect(decision!.value_usd).toBeGreaterThanOrEqual(Math.max(0, decision!.now_usd!, decision!.fixed!.value_usd) - 3 * decision!.standardError_usd);
    expect(decision!.value_usd).toBeLessThanOrEqual(decision!.foresight_usd);
    // At the first date nothing has moved: what is owned then is what the deals buy, on parts of launches.
    const way = (id: string) => got.ways!.find((one) => one.way === id)!;
    const gained = way("buy").npv_usd! - way("customer").npv_usd!;
    expect(Math.sign(decision!.now_usd!)).toBe(Math.sign(gained));
    for (const { driver, when } of decision!.rule.slice(1)) expect([["price-to-others", "above"], ["price-to-others", "never"], ["price-to-others", "always"]]).toContainEqual([driver, when]);
  });

  test("on the same plan the four ways differ in what they pay and may launch", () => {
    const ways = Object.fromEntries(got.ways!.map((one) => [one.way, one]));
    expect(Object.keys(ways)).toEqual(["customer", "partner", "buy", "build"]);
    expect(ways["customer"]).toMatchObject({ gained_usd: 0, stake_usd: 0, launchesGained: 0 });
    // The scenario's own terms are a customer's: one of the four is its plan. Solved apart, to the gap of the search.
    expect(ways["customer"]!.npv_usd! / got.finance!.cash.npv_usd).toBeCloseTo(1, 3);
    expect(ways["buy"]!.from_quarter).toBe(got.deals!.control_quarter);
    expect(ways["buy"]!.stake_usd).toBeCloseTo(got.deals!.payments.reduce((sum, { real_usd }) => sum + real_usd, 0), 0);
    expect(ways["build"]!.atRisk_usd).toBeCloseTo(4e9, 0);
    for (const way of ["partner", "buy", "build"] as const) expect(ways[way]!.launchesGained).toBeGreaterThan(0);
  });
});
