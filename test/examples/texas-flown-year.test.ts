import { beforeAll, describe, expect, test } from "vitest";
import { flySites, type SiteFlight } from "../../src/fly/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { runUntil } from "../../src/run/index.ts";
import { size } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { loadTables } from "../support/run-example.ts";

const SUITE = "example-texas-flown-year";
const flown = async (year: number, ...set: readonly string[]): Promise<SiteFlight> => {
  const scenario = await loadTables("texas-flown-year", `simulate.year=${year}`, ...set);
  return flySites(scenario, size(scenario)).sites[0]!;
};

describe("texas-flown-year", () => {
  const years = new Map<number, SiteFlight>();
  beforeAll(async () => { for (const year of [2021, 2022, 2023]) years.set(year, await flown(year)); });

  test.each([[2021, 145.6], [2022, 64.3], [2023, 55.9]])("the mean of ERCOT %i", (year, expected) => {
    const { price, hours } = years.get(year)!;
    expect(hours).toBe(8760);
    measure(SUITE, { case: `ERCOT day-ahead mean of ${year}`, got: price.mean_usd_per_MWh, expected, abs: 0.05, unit: "$/MWh", source: "US-TEX-ERCO as gathered by HewlettPackard/sustain-cluster; mean of the file by Python" });
  });

  test("the storm of February 2021 is seen", () => {
    const { price, monthly } = years.get(2021)!;
    // The file's highest hour and its mean of February by Python.
    measure(SUITE, { case: "dearest hour of 2021", got: price.dearest[0]!.usd_per_MWh, expected: 8994.095, abs: 1e-9, unit: "$/MWh", source: "ercot-2021.csv, highest row" });
    measure(SUITE, { case: "mean of February 2021", got: monthly.price_usd_per_MWh[1]!, expected: 1483.066, abs: 1e-3, unit: "$/MWh", source: "ercot-2021.csv by Python" });
    expect(price.dearest.every(({ start_utc }) => start_utc >= "2021-02-13" && start_utc < "2021-02-20")).toBe(true);
    expect(monthly.energy_usd[1]! / monthly.energy_usd.reduce((a, b) => a + b, 0)).toBeGreaterThan(0.6);
  });

  test("every year balances", () => {
    for (const { energy, lost, money } of years.values()) for (const { residual_frac } of [energy, lost, money]) expect(Math.abs(residual_frac)).toBeLessThan(1e-9);
  });

  test("stopped above 500 $/MWh it would have missed 169 hours of 2021, 164 of them in February", async () => {
    const { dark_h, lost } = await flown(2021, "ground.sites.abilene.priceStop=505 $/MWh");
    // Rows above 500 $/MWh in the file, by Python; delivery is 5 $/MWh.
    expect(dark_h).toBe(169);
    expect(lost.price_MWh).toBeGreaterThan(0);
  });

  test("fly prints it, and serve runs at its means", async () => {
    const scenario = await loadTables("texas-flown-year");
    const { flight, service } = await runUntil(scenario, "serve", { solve: solveHighs });
    const [site] = flight!.sites;
    expect(flight!.sites).toHaveLength(1);
    expect(service!.siteMeans["abilene"]).toMatchObject({ origin: "flown", pue: site!.pue, energy_usd_per_MWh: site!.money.energy_usd_per_MWh });
    expect(service!.siteAvailable_frac["abilene"]).toBeLessThan(site!.plantDelivered_frac);
  });
});
