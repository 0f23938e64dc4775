import { describe, expect, test } from "vitest";
import type { ScenarioError } from "../../src/scenario/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const MONEY = "money: { inflation: 2 %/yr, priceIndex: us-cpi-u, currencies: [{ id: EUR, usd: { schedule: { 2026-Q1: 1.1 $, 2029-Q1: 1.2 $ } } }, { id: GBP, usd: 1.3 $ }] }\n";
const site = (price: string, more = ""): string => `${RACK}${MONEY}`.replace("phases: [", `powerPrice: ${price}, ${more}phases: [`);
const problemsOf = (text: string): string => {
  try {
    scenarioOf(text);
    return "";
  } catch (error) {
    return (error as ScenarioError).message;
  }
};

describe("prices in other money", () => {
  // CPI-U, annual averages: 255.657 in 2019, 313.689 in 2024 (BLS CUUR0000SA0); two more years at 2 %.
  const level = (313.689 / 255.657) * 1.02 ** 2;

  test("of another year: the series as far as it goes, inflation from there; bounds and the list of assumptions with it", () => {
    const scenario = scenarioOf(site("{ value: 50 $/MWh, low: 40 $/MWh, priceYear: 2019 }"));
    expect(scenario.ground.sites[0]!.powerPrice_usd_per_MWh).toEqual({ kind: "constant", value: expect.closeTo(50 * level, 9) });
    const told = scenario.assumptions.find(({ path }) => path === "ground.sites.texas.powerPrice")!;
    expect([told.value, told.low]).toEqual([expect.closeTo(50 * level, 9), expect.closeTo(40 * level, 9)]);
    expect(scenario.notes.join()).toContain("ground.sites.texas.powerPrice: 50 $/MWh of 2019 by us-cpi-u, inflation beyond it counts as 63.82");
  });

  test("without a series by inflation alone", () => {
    const scenario = scenarioOf(site("{ value: 50 $/MWh, priceYear: 2019 }").replace("priceIndex: us-cpi-u, ", ""));
    expect(scenario.ground.sites[0]!.powerPrice_usd_per_MWh).toEqual({ kind: "constant", value: expect.closeTo(50 * 1.02 ** 7, 9) });
  });

  test("of another currency: a price that may move follows its curve, a price that may not takes the price year's middle", () => {
    const scenario = scenarioOf(site("{ value: 50 $/MWh, currency: EUR }", "waterPrice: { value: 2 $/m3, currency: EUR }, "));
    expect(scenario.ground.sites[0]!.powerPrice_usd_per_MWh).toMatchObject({ kind: "schedule", value: [expect.closeTo(55, 9), expect.closeTo(60, 9)] });
    expect(scenario.ground.sites[0]!.waterPrice_usd_per_m3).toBeCloseTo(2.2, 12);
  });

  test("of a schedule each point at its own date; of a constant rate every one the same", () => {
    const points = "schedule: { 2027-Q1: 50 $/MWh, 2030-Q1: 60 $/MWh }";
    expect(scenarioOf(site(`{ ${points}, currency: EUR }`)).ground.sites[0]!.powerPrice_usd_per_MWh).toMatchObject({ value: [expect.closeTo(55, 9), expect.closeTo(72, 9)] });
    expect(scenarioOf(site(`{ ${points}, currency: GBP, priceYear: 2026 }`)).ground.sites[0]!.powerPrice_usd_per_MWh).toMatchObject({ value: [expect.closeTo(65, 9), expect.closeTo(78, 9)] });
  });

  test("what is no price, no year, no currency and no constant is refused with its place", () => {
    expect(problemsOf(site("{ value: 50 $/MWh, currency: CHF }"))).toContain("ground.sites.texas.powerPrice: found currency CHF, expected a currency of money.currencies: EUR, GBP");
    expect(problemsOf(site("{ value: 50 $/MWh, priceYear: last }"))).toContain("expected a year from 1950 to 2100");
    expect(problemsOf(site("55 $/MWh", "pue: { value: 1.2, priceYear: 2020 }, "))).toContain("ground.sites.texas.pue.priceYear: found");
    expect(problemsOf(site("{ distribution: uniform, low: 40 $/MWh, high: 60 $/MWh, priceYear: 2020 }"))).toContain("found a distribution in other money");
  });
});
