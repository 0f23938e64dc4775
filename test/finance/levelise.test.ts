import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annuityFactor, levelise, levelisedShare } from "../../src/finance/index.ts";
import type { Item, LedgerLine } from "../../src/ledger/index.ts";
import { crf } from "../../src/money/index.ts";
import type { PlanOption } from "../../src/plan/index.ts";
import { measure } from "../golden/measure.ts";
import { EPOCH } from "../support/epoch.ts";

const line = (boundary: Item, quantity: number): LedgerLine => ({
  id: `x/${boundary}`, actor: "own", tier: "ground", subsystem: boundary, boundary, period: "unit", quantity, unit: "$", source: "test",
});

/** One megawatt of IT with 800 accelerators: a building of 14 years, servers of 5, an energy bill. */
const option = (changes: Partial<PlanOption> = {}): PlanOption => ({
  id: "ground/test",
  tier: "ground",
  unit: "1 MW",
  itNameplate_W: 1e6,
  accelerators: 800,
  bf16_PFLOP_per_s: 2000,
  tokens_per_s: 2.5e6,
  life_yr: 14, premium_per_yr: 0,
  available_frac: Array.from({ length: 14 }, () => 0.95),
  capital: [{ line: line("structure", 12.5e6), life_yr: 14 }, { line: line("it", 25e6), life_yr: 5 }],
  yearly: [line("energy", 0.5e6)],
  priceQuarter: 2027 * 4,
  unitMass_kg: null,
  launchedOn: null,
  orders: null,
  perLaunch: null,
  limits: "",
  ...changes,
});

describe("levelised cost", () => {
  test("constant output: capital recovery factors plus yearly cost over output (closed form)", () => {
    const annual = 12.5e6 * crf({ rate_per_year: 0.08, life_years: 14 }) + 25e6 * crf({ rate_per_year: 0.08, life_years: 5 }) + 0.5e6;
    const got = levelise(option(), 0.08)!;
    expect(got.usd_per_kW_yr / (annual / 950)).toBeCloseTo(1, 12);
    expect(got.usd_per_GPU_h / (annual / (800 * 0.95 * 8766))).toBeCloseTo(1, 12);
    expect(got.usd_per_PFLOP_day / (annual / (2000 * 0.95 * 365.25))).toBeCloseTo(1, 12);
    expect(got.usd_per_Mtoken / (annual / (2.5 * 0.95 * 31_557_600))).toBeCloseTo(1, 12);
    expect(got.capex_usd_per_W).toBeCloseTo(37.5, 12);
  });

  // The rate is fitted at 5 years of IT life; 3 and 7 are checks.
  const epoch = (it_yr: number): number => {
    const { capital_usd, it_usd, running_usd, facility_yr, rate_per_yr } = EPOCH;
    const gigawatt = option({
      itNameplate_W: 1e9, available_frac: Array.from({ length: 14 }, () => 1),
      capital: [{ line: line("it", it_usd), life_yr: it_yr }, { line: line("structure", capital_usd - it_usd), life_yr: facility_yr }],
      yearly: [line("operations", running_usd)],
    });
    return levelise(gigawatt, rate_per_yr)!.usd_per_kW_yr / 1e3;
  };
  test("Epoch's gigawatt costs 8.5 B$ a year, to which the rate is fitted", () => expect(Math.abs(epoch(EPOCH.fitted.it_yr) - EPOCH.fitted.busd)).toBeLessThan(0.05));
  test.each(EPOCH.checks)("Epoch's gigawatt at an IT life of $it_yr years: $busd B$ a year", ({ it_yr, busd }) => {
    measure("finance", { case: `Epoch 1 GW, IT life ${it_yr} years, rate fitted at 5`, got: epoch(it_yr), expected: busd, abs: EPOCH.rounding_busd, unit: "B$/yr", source: EPOCH.source });
  });

  test("items sum to the total", () => {
    const got = levelise(option(), 0.1)!;
    expect(got.items.reduce((sum, { usd_per_kW_yr }) => sum + usd_per_kW_yr, 0)).toBeCloseTo(got.usd_per_kW_yr, 9);
  });

  test("output that falls with age is worth its discounted mean", () => {
    const falling = option({ life_yr: 2, available_frac: [1, 0.5] });
    // (1/1.1 + 0.5/1.21) / (1/1.1 + 1/1.21)
    expect(levelisedShare(falling, 0.1)).toBeCloseTo((1 / 1.1 + 0.5 / 1.21) / (1 / 1.1 + 1 / 1.21), 12);
  });

  test("a life that is not whole counts its last year in part", () => {
    expect(annuityFactor(0, 2.5)).toBe(2.5);
    expect(annuityFactor(0.1, 1.5)).toBeCloseTo(1 / 1.1 + 0.5 / 1.21, 12);
  });

  test("nothing delivered is no cost, not an infinite one", () => {
    expect(levelise(option({ available_frac: Array.from({ length: 14 }, () => 0) }), 0.1)).toBeNull();
  });

  test("a missing year is an error that names the option", () => {
    expect(() => levelise(option({ available_frac: [1] }), 0.1)).toThrow("ground/test has no available_frac for year 1");
  });

  test("dearer capital, later output and a higher rate never make it cheaper", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.3, noNaN: true }), fc.double({ min: 1, max: 3, noNaN: true }), (rate, dearer) => {
        const base = levelise(option(), rate)!.usd_per_kW_yr;
        const raised = option({ capital: option().capital.map((one) => ({ ...one, line: { ...one.line, quantity: one.line.quantity * dearer } })) });
        expect(levelise(raised, rate)!.usd_per_kW_yr).toBeGreaterThanOrEqual(base);
        expect(levelise(option(), rate + 0.01)!.usd_per_kW_yr).toBeGreaterThan(base);
      }),
    );
  });
});
