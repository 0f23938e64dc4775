import { beforeAll, describe, expect, it } from "vitest";
import { find, figureOf } from "../../../src/catalog/index.ts";
import { solveHighs } from "../../../src/solver/index.ts";
import { run, type Run } from "../../../src/run/index.ts";
import { siteOption } from "../../../src/plan/case/site-case.ts";
import { siteDrives } from "../../../src/plan/case/site-drives.ts";
import { sizeSites } from "../../../src/size/index.ts";
import { RACK, scenarioOf } from "../../support/scenario.ts";

const DATA = "ground.sites.texas.data={stored: 20 PB, written: 100 TB/day, read: 1 PB/day}";
const drive = (name: string): number => figureOf(find("storage", "solidigm-d5-p5336-122")!, name).value;

describe("data of a ground site", () => {
  let bare: Run;
  let held: Run;
  beforeAll(async () => {
    bare = await run(scenarioOf(RACK, "simulate.days=3"), { solve: solveHighs });
    held = await run(scenarioOf(RACK, "simulate.days=3", DATA), { solve: solveHighs });
  });

  it("takes drives by room, shards and spares until the next visit, and their watts", () => {
    const scenario = scenarioOf(RACK, DATA);
    const { drives, power_W, price_usd, storage } = siteDrives(scenario, scenario.ground.sites[0]!)!;
    const groups = Math.ceil(Math.ceil(20e15 / (0.8 * drive("capacity") * 1e12)) / 8);
    expect(storage.plan.groups).toBe(groups);
    expect(drives).toBe(groups * (11 + storage.plan.sparesPerGroup));
    expect(power_W).toBeGreaterThanOrEqual(drives * drive("idle"));
    expect(power_W).toBeLessThan(drives * drive("power"));
    expect(price_usd).toBeCloseTo(drives * drive("price"), 6);
    expect(siteDrives(scenarioOf(RACK), scenarioOf(RACK).ground.sites[0]!)).toBeNull();
  });

  it("is money of the boundary storage, and power that holds no servers", () => {
    const scenario = scenarioOf(RACK, DATA);
    const inputOf = (of: typeof scenario) => {
      const site = of.ground.sites[0]!;
      const means = { origin: "written" as const, available_frac: 1, nameplate_frac: 1 / site.pue, pue: site.pue, water_L_per_kWh: site.water_L_per_kWh, carbon_g_per_kWh: null, energy_usd_per_MWh: null };
      return { site, sized: sizeSites(of)[0]!, means, flown: null, name: "texas", quarters: [8108, 8109], pool: 0, index: 0, price_factor: 1 };
    };
    const input = inputOf(scenario);
    const { drives, power_W, price_usd, replaced_usd_per_yr } = siteDrives(scenario, input.site)!;
    const b = siteOption(scenario, input);
    const a = siteOption(scenarioOf(RACK), inputOf(scenarioOf(RACK)));
    // One megawatt is the whole site.
    expect(a.capital.some(({ subsystem }) => subsystem === "drives")).toBe(false);
    const line = b.capital.find(({ subsystem }) => subsystem === "drives")!;
    expect(line).toMatchObject({ boundary: "storage" });
    expect(line.usd[0]).toBeCloseTo(price_usd, 6);
    expect(line.source).toContain(`${drives} drives`);
    expect(a.unit.itNameplate_W - b.unit.itNameplate_W).toBeCloseTo(power_W, 6);
    expect(b.standing.find(({ subsystem }) => subsystem === "drive replacement")!.usd[0]).toBeCloseTo(replaced_usd_per_yr, 6);
    expect(replaced_usd_per_yr).toBeCloseTo(0.0105 * price_usd, 6);
    // Texas: kilowatts x pue x $/MWh x 8,766 h.
    const { pue } = input.site;
    const power = b.standing.find(({ subsystem }) => subsystem === "electricity of drives")!;
    const plain = a.running.find(({ subsystem }) => subsystem === "electricity")!;
    expect(power.usd[0]).toBeCloseTo((plain.usd[0]! * power_W) / 1e6, 6);
    expect(pue).toBeGreaterThan(1);
    expect(held.finance!.ground!.usd_per_kW_yr).toBeGreaterThan(bare.finance!.ground!.usd_per_kW_yr);
  });

  it("that cannot be read fast enough leaves the site out, with the reason", async () => {
    const slow = await run(scenarioOf(RACK, "simulate.days=3", DATA.replace("1 PB/day", "1000000 PB/day")), { solve: solveHighs });
    expect(slow.plan!.notes.concat(slow.plan!.why).join("\n")).toContain("texas cannot hold its data");
  });
});
