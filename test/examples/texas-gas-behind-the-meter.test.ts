import { beforeAll, describe, expect, test } from "vitest";
import { flySites, type SiteFlight } from "../../src/fly/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { run, type Run } from "../../src/run/index.ts";
import { size, sizeSites, type SiteSizing } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { heldAgainst } from "../support/held-against.ts";
import { loadTables } from "../support/run-example.ts";

const SUITE = "example-texas-gas";
const MMBTU_GJ = 1.055056;

describe("texas-gas-behind-the-meter", () => {
  let got: Run;
  beforeAll(async () => {
    got = await run(await loadTables("texas-gas-behind-the-meter"), { solve: solveHighs });
    heldAgainst("texas-gas-behind-the-meter", got);
  });
  const sized = (id: string): SiteSizing => got.sizing!.sites.find((site) => site.id === id)!;
  const flown = (id: string): SiteFlight => got.flight!.sites.find((site) => site.id === id)!;

  test("the turbines are those of the filing", () => {
    const plant = sized("turbines").parts.find(({ id }) => id === "generation/turbines")!;
    measure(SUITE, { case: "turbines filed for Abilene, power", got: plant.power_W! / 1e6, expected: 360.5, rel: 1e-9, unit: "MW", source: "datacenterdynamics.com, 2025-01: ten simple-cycle turbines" });
    measure(SUITE, { case: "turbines filed for Abilene, price", got: plant.capital_usd / 1e6, expected: 500, rel: 0.001, unit: "M$", source: "datacenterdynamics.com, 2025-01: up to 500 M$" });
  });

  test("their energy costs and emits what 39 % of the lower heating value takes", () => {
    const year = flown("turbines");
    const site_MWh = year.energy.site_MWh;
    // Gas at 4.02 $ and 52.91 kg a MMBtu (EIA), 1.108 between the heating values, 6 $/MWh of upkeep; warm air takes some per cent more.
    const fuel_MMBtu = (3.6 / 0.39) * 1.108 / MMBTU_GJ;
    measure(SUITE, { case: "energy from LM2500 turbines", got: year.money.energy_usd_per_MWh * year.energy.it_MWh / site_MWh, expected: fuel_MMBtu * 4.02 + 6, rel: 0.04, unit: "$/MWh", source: "39 % (modusmachineering.net), 4.02 $ a MMBtu (EIA outlook of November 2025)" });
    measure(SUITE, { case: "carbon of LM2500 turbines", got: (1000 * year.carbon_t) / site_MWh, expected: fuel_MMBtu * 52.91, rel: 0.04, unit: "g/kWh", source: "EIA, 52.91 kg a MMBtu" });
  });

  test("engines come first, then turbines, and the grid long after", () => {
    const from = 2026 * 4;
    // Lead times: 15 months (sourcerockep.com, 2026), 24 (S&P Global, 2025); LBNL's median of 55 months and a year of ramp.
    expect(sized("engines").phases[0]!.ready_quarter).toBe(from + 15 / 3);
    expect(sized("turbines").phases[0]!.ready_quarter).toBe(from + 24 / 3);
    expect(sized("grid").phases[0]!.ready_quarter).toBe(from + Math.ceil((55 + 12) / 3));
    for (const id of ["grid", "turbines", "engines"]) {
      const { late, online_MW } = sized(id);
      expect(late).toHaveLength(1);
      const built = got.plan!.build.find(({ option }) => option === `ground/${id}`)!;
      built.inService.forEach((MW, t) => expect(MW, id).toBeLessThanOrEqual(online_MW[t]! + 1e-6));
    }
    // Nothing runs in the first quarter, whatever it would earn.
    expect(got.plan!.classes[0]!.ground_W[0]).toBe(0);
    expect(got.finance!.options.find(({ option }) => option === "ground/grid")!.priceQuarter).toBe(from + Math.ceil(55 / 3));
  });

  test("ten turbines of 360 MW do not carry 300 MW through the heat of Texas", async () => {
    const more = sizeSites(await loadTables("texas-gas-behind-the-meter", "ground.sites.turbines.phases.campus.power=300 MW"))[1]!;
    expect(more.status).toBe("infeasible");
    expect(more.why[0]).toContain("find no power in the typical year");
  });

  test("cheaper gas never makes the energy dearer; Waha's of 2025 saves what it is below the hub", async () => {
    const at = async (usd_per_GJ: number): Promise<SiteFlight> => {
      const scenario = await loadTables("texas-gas-behind-the-meter", `ground.sites.engines.plant.generators.engines.fuelPrice=${usd_per_GJ} $/GJ`);
      return flySites(scenario, size(scenario)).sites[2]!;
    };
    const [waha, hub] = [await at(1.33), await at(3.81)];
    // 48.7 % of the lower heating value (eurekamagazine.co.uk).
    measure(SUITE, { case: "fuel saved at Waha's price", got: (hub.money.energy_usd_per_MWh * hub.energy.it_MWh - waha.money.energy_usd_per_MWh * waha.energy.it_MWh) / hub.energy.site_MWh, expected: (3.6 / 0.487) * 1.108 * (3.81 - 1.33), rel: 0.01, unit: "$/MWh", source: "J920 at 48.7 %; Reuters, 2025-10-09: Waha 1.40 $ a MMBtu" });
  });

  test("carbon follows what was burnt, not the grid", () => {
    for (const id of ["turbines", "engines"]) {
      const parts = got.footprint!.options.find(({ option }) => option === `ground/${id}`)!.parts;
      expect(parts.some(({ name }) => name === "grid electricity")).toBe(false);
      expect(parts.find(({ name }) => name === "gas burnt")!.carbon_g_per_kWh.value / flown(id).carbon_g_per_kWh).toBeCloseTo(1, 9);
    }
  });

  test("the verdict names all three", () => {
    for (const id of ["grid", "turbines", "engines"]) expect(got.finance!.verdict.text).toContain(`ground/${id}`);
  });
});
