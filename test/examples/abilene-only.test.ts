import { beforeAll, describe, expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { run, type Run } from "../../src/run/index.ts";
import { HOURS_PER_YEAR } from "../../src/units/index.ts";
import { measure } from "../golden/measure.ts";
import { heldAgainst } from "../support/held-against.ts";
import { loadTables } from "../support/run-example.ts";

const SUITE = "example-abilene-only";
const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe("abilene-only", () => {
  let got: Run;
  beforeAll(async () => {
    got = await run(await loadTables("abilene-only"), { solve: solveHighs });
    heldAgainst("abilene-only", got);
  });

  test("the campus costs what the Financial Times printed, and holds more than the accelerators that it names", () => {
    const [site] = got.sizing!.sites;
    const facility = total(site!.parts.filter(({ id }) => id.startsWith("facility/")).map(({ capital_usd }) => capital_usd));
    measure(SUITE, { case: "facility of 1,200 MW", got: facility / 1e9, expected: 15, rel: 1e-9, unit: "B$", source: "Financial Times via mixedtimes.com, 2025" });
    expect(site!.accelerators).toBeGreaterThan(400_000);
    measure(SUITE, { case: "land", got: site!.footprint.land_m2 / 4046.86, expected: 1000, abs: 100, unit: "acre", source: "900 (techrepublic.com) to 1,100 acres (themilliondollarway.blogspot.com)" });
  });

  // compute.institute, 2026: building began 2024-06, 200 MW energised 2025-06-30.
  test("its first building is in time, and would not be a quarter earlier", async () => {
    expect(got.sizing!.sites[0]!.late).toEqual([]);
    const sooner = await loadTables("abilene-only", "ground.sites.abilene.phases.buildings-1-2.online=2025-Q2", "horizon.start=2025-Q2");
    const { sizeSites } = await import("../../src/size/index.ts");
    expect(sizeSites(sooner)[0]!.late[0]).toContain("all of it from 2025-Q3");
    expect(sizeSites(sooner)[0]!.online_MW.slice(0, 2)).toEqual([0, 200]);
  });

  test("what the megawatts run on is paid at the hours of ERCOT 2023, all year alike in plan and flight", () => {
    const [year] = got.flight!.sites;
    measure(SUITE, { case: "ERCOT 2023 mean", got: year!.price.mean_usd_per_MWh, expected: 55.9, abs: 0.05, unit: "$/MWh", source: "US-TEX-ERCO as gathered by HewlettPackard/sustain-cluster; mean of the file by Python" });
    // Cooling takes more in the dear heat of August: the site pays more than the mean and its delivery.
    expect(year!.price.paid_usd_per_MWh).toBeGreaterThan(year!.price.mean_usd_per_MWh + 10.1);
    const energy = got.finance!.ground!.items.find(({ item }) => item === "energy")!.usd_per_kW_yr;
    expect(energy / ((year!.money.energy_usd_per_MWh * HOURS_PER_YEAR) / 1000)).toBeCloseTo(1, 6);
  });

  test("nothing stands before its phase, and what is wanted is served or told", () => {
    const { build, quarters, classes } = got.plan!;
    build[0]!.inService.forEach((MW, t) => expect(MW).toBeLessThanOrEqual((quarters[t]! < 2026 * 4 + 2 ? 200 : 1200) + 1e-6));
    classes[0]!.wanted_W.forEach((wanted, t) => expect(classes[0]!.ground_W[t]! + classes[0]!.unserved_W[t]!).toBeCloseTo(wanted, 0));
    // 500 MW are wanted from 2026-Q1, and two buildings of 200 MW are all there is.
    expect(classes[0]!.unserved_W[2]! / 1e6).toBeGreaterThan(300);
    expect(classes[0]!.unserved_W.at(-1)).toBeCloseTo(0, 0);
  });

  test("without orbit there is nothing to compare with, and nothing of orbit in the record", () => {
    expect(got.finance!.orbit).toBeNull();
    expect(got.finance!.verdict).toMatchObject({ ratio: null, breakEvenLaunch_usd_per_kg: null });
    expect(got.plan!.ledger.every(({ tier }) => tier === "ground")).toBe(true);
  });
});
