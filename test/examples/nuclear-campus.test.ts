import { beforeAll, describe, expect, test } from "vitest";
import { crf } from "../../src/money/index.ts";
import type { SiteFlight } from "../../src/fly/index.ts";
import type { Run } from "../../src/run/index.ts";
import type { SiteSizing } from "../../src/size/index.ts";
import { HOURS_PER_YEAR } from "../../src/units/index.ts";
import { measure } from "../golden/measure.ts";
import { runExample } from "../support/run-example.ts";

const SUITE = "example-nuclear-campus";

describe("nuclear-campus", () => {
  let got: Run;
  beforeAll(async () => { got = await runExample("nuclear-campus"); });
  const sized = (id: string): SiteSizing => got.sizing!.sites.find((site) => site.id === id)!;
  const flown = (id: string): SiteFlight => got.flight!.sites.find((site) => site.id === id)!;

  test("the contract is Crane's", () => {
    const year = flown("contract");
    expect(sized("contract").sources[0]).toMatchObject({ kind: "nuclear", power_MW: 835 });
    measure(SUITE, { case: "price of Crane's energy", got: year.money.energy_usd_per_MWh * year.energy.it_MWh / year.energy.site_MWh, expected: 112.5, rel: 1e-6, unit: "$/MWh", source: "Jefferies: 110-115 $/MWh (dig.watch, 2024)" });
    measure(SUITE, { case: "share of a year that one reactor runs", got: year.plantDelivered_frac, expected: 0.925, abs: 0.02, unit: "1", source: "cei.org, 2024: mean capacity factor of US reactors" });
  });

  test("a new reactor costs what Vogtle cost, and its energy what Lazard finds", () => {
    const plant = sized("new-reactor").parts.find(({ id }) => id === "generation/reactor")!;
    measure(SUITE, { case: "one AP1000", got: plant.capital_usd / 1e9, expected: 17.5, rel: 0.01, unit: "B$", source: "Associated Press, 2024-04-29: nearly 35 B$ for two" });
    const source = sized("new-reactor").sources[0]!;
    if (source.kind !== "nuclear") throw new Error("no reactor");
    const output_MWh = source.power_MW * HOURS_PER_YEAR * (1 - source.refuelling_frac - source.outage_frac);
    const perMWh = (plant.capital_usd * crf({ rate_per_year: 0.077, life_years: plant.life_yr })) / output_MWh + source.variable_usd_per_MWh;
    measure(SUITE, { case: "levelised energy of new reactors", got: perMWh, expected: 182, abs: 40, unit: "$/MWh", source: "Lazard, LCOE+ of June 2024: new nuclear 142-222 $/MWh, at 7.7 % after tax" });
    expect(perMWh).toBeGreaterThan(112.5);
  });

  test("dates: Crane in 2028, a new reactor after ten years", () => {
    expect(sized("contract").phases[0]!.ready_quarter).toBe(2028 * 4 + 1);
    expect(sized("new-reactor").phases[0]!.ready_quarter).toBe(2036 * 4);
    const early = got.plan!.quarters.indexOf(2028 * 4 + 1);
    for (const { inService } of got.plan!.build) inService.slice(0, early).forEach((MW) => expect(MW).toBe(0));
  });

  test("emits nothing directly, and the grid what its region does", () => {
    for (const id of ["contract", "new-reactor"]) {
      expect(flown(id).carbon_t).toBe(0);
      expect(got.footprint!.options.find(({ option }) => option === `ground/${id}`)!.parts.map(({ name }) => name)).toEqual(["accelerators", "hosts", "building"]);
    }
    measure(SUITE, { case: "carbon of PJM", got: (1000 * (flown("grid").carbon_t - flown("grid").backup.carbon_t)) / flown("grid").energy.sources[0]!.used_MWh, expected: 322, rel: 1e-9, unit: "g/kWh", source: "Electricity Maps, US-MIDA-PJM, 2023, direct" });
  });

  test("its capital is in the levelised cost: the new reactor's power item is dearer by its annuity", () => {
    const power = (id: string): number => got.finance!.options.find(({ option }) => option === `ground/${id}`)!.items.find(({ item }) => item === "power")!.usd_per_kW_yr;
    const share = got.finance!.options.find(({ option }) => option === "ground/new-reactor")!.delivered_frac;
    const facility = power("contract") * got.finance!.options.find(({ option }) => option === "ground/contract")!.delivered_frac;
    // 17.5 B$ over 60 years at 7.7 %, over the IT of the campus.
    const annuity = (15.9e9 * 1.1 * crf({ rate_per_year: 0.077, life_years: 60 })) / (sized("new-reactor").it_W / 1000);
    expect((power("new-reactor") * share - facility) / annuity).toBeCloseTo(1, 6);
  });
});
