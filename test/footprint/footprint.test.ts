import { beforeAll, describe, expect, it } from "vitest";
import type { FootprintRecord, TierFootprint } from "../../src/footprint/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { sumLines } from "../../src/ledger/index.ts";
import { terminalReport } from "../../src/report/index.ts";
import { run, type Run } from "../../src/run/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const runOf = (...set: readonly string[]): Promise<Run> => run(scenarioOf(RACK, "plan.alternatives=0", ...set), { solve: solveHighs });

let done: Run;
let record: FootprintRecord;
let ground: TierFootprint;
let orbit: TierFootprint;
beforeAll(async () => {
  done = await runOf();
  record = done.footprint!;
  ground = record.ground!;
  orbit = record.orbit!;
});
const kg = (tier: TierFootprint, name: string): number => tier.parts.find((part) => part.name === name)!.carbon_kg.value;

describe("carbon and water of both tiers", () => {
  it("counts on the ground servers bought over and over, the building and the grid (ERCOT 317 g/kWh, PUE 1.2)", () => {
    // A megawatt of site: 1000/1.2/120 racks of 72; 14 years over 5, and 4 % a year again, those lost for good.
    const accelerators = (1000 / 1.2 / 120) * 72 * (14 / 5 + 0.04 * 14);
    expect(kg(ground, "accelerators") / (284 * accelerators)).toBeCloseTo(1, 9);
    // Two Grace processors and four GPUs a tray.
    expect(kg(ground, "hosts") / ((1523 * accelerators) / 4)).toBeCloseTo(1, 9);
    expect(kg(ground, "building") / (525 * (1000 / 1.2))).toBeCloseTo(1, 9);
    expect((1000 * kg(ground, "grid electricity")) / ground.delivered_kWh).toBeCloseTo(1.2 * 317, 6);
    // WUE of the site and the grid's 3.1 L a kWh (Li et al. 2023).
    const wue = done.scenario.assumptions.find(({ path }) => path === "ground.sites.texas.water")!.value;
    expect(ground.water_L_per_kWh).toBeCloseTo(wue + 1.2 * 3.1, 9);
  });

  it("counts in orbit what Falcon 9 burns, worked out from stoichiometry by hand", () => {
    // 503.2 t at 2.36: 149.76 t of kerosene (3.149 burnt, 0.68 made) and 353.44 t of oxygen at 0.475 kWh/kg and 317 g/kWh.
    const fuel_kg = 503_200 / 3.36;
    const launch_kg = fuel_kg * (3.149 + 0.68) + (503_200 - fuel_kg) * 0.475 * 0.317;
    const { perLaunch } = done.plan!.options.find(({ id }) => id === orbit.option)!;
    expect(kg(orbit, "launch") / (launch_kg / perLaunch!)).toBeCloseTo(1, 9);
  });

  it("counts the platform by its masses and areas", () => {
    const { array, battery, mass } = done.sizing!.platform!;
    expect(kg(orbit, "array") / (1400 * array.area_m2)).toBeCloseTo(1, 9);
    expect(kg(orbit, "battery") / ((120 * battery.capacity_J) / 3.6e6)).toBeCloseTo(1, 9);
    expect(kg(orbit, "radiator") / (15.1 * mass.parts_kg.radiator!)).toBeCloseTo(1, 9);
    expect(kg(orbit, "accelerators")).toBeCloseTo(72 * 284, 6);
    expect(orbit.water_L_per_kWh).toBe(0);
  });

  it("divides by what the option delivers: an accelerator-hour is the nameplate over the accelerators", () => {
    for (const tier of [ground, orbit]) {
      expect(tier.carbon_g_per_acceleratorHour! / (tier.carbon_g_per_kWh! * (120 / 72))).toBeCloseTo(1, 9);
      expect(tier.parts.reduce((sum, part) => sum + part.carbon_g_per_kWh.value, 0) / tier.carbon_g_per_kWh!).toBeCloseTo(1, 9);
    }
    const option = done.plan!.options.find(({ id }) => id === orbit.option)!;
    expect(orbit.delivered_kWh / (120 * 8766 * option.available_frac.reduce((a, b) => a + b, 0))).toBeCloseTo(1, 9);
  });

  it("stands in lines of kg CO2e that sum to it, and none of them is money", () => {
    const orbitLines = record.ledger.filter(({ id }) => id.startsWith(`footprint/${orbit.option}/`));
    expect((1000 * sumLines(orbitLines, { unit: "kg CO2e" })) / orbit.delivered_kWh / orbit.carbon_g_per_kWh!).toBeCloseTo(1, 9);
    expect(record.ledger.filter(({ unit }) => unit === "$")).toEqual([]);
  });

  it("has no total where a figure is missing, and says which", async () => {
    const other = (await runOf("orbit.platform.array=thin-film-target")).footprint!;
    expect(other.orbit!.carbon_g_per_kWh).toBeNull();
    expect(other.orbit!.missing.join(" ")).toContain("arrays/thin-film-target");
    expect(other.orbit!.known_g_per_kWh).toBeGreaterThan(0);
    expect(other.notes.join(" ")).toContain("footprint.array");
    expect((await runOf("orbit.platform.array=thin-film-target", "footprint.array=10 kg/m2")).footprint!.orbit!.carbon_g_per_kWh).toBeGreaterThan(0);
  });

  it("prints totals and what is left out", () => {
    const text = terminalReport(done, { width: 100, colour: false });
    expect(text).toContain("Carbon and water");
    expect(text).toContain("total, g CO2e per accelerator-hour");
    expect(text.replaceAll(/\s+/g, " ")).toContain("soot, water, nitrogen oxides and alumina high in the air");
  });
});

describe("what the sky bears", () => {
  it("replaces a fleet once a life, by launches that succeed 525 times in 528", () => {
    const sky = record.sky!;
    const { wet_kg, dry_kg } = done.sizing!.platform!.mass;
    expect(sky.replacements_per_yr).toBeCloseTo(sky.satellites / 5, 9);
    expect(sky.upmass_kg_per_yr! / ((sky.satellites / 5) * wet_kg * (528 / 525))).toBeCloseTo(1, 9);
    expect(sky.entering_kg_per_yr / ((sky.satellites / 5) * dry_kg)).toBeCloseTo(1, 9);
    expect(sky.alumina_kg_per_yr / sky.entering_kg_per_yr).toBeCloseTo(0.12, 9);
  });

  it("sends more up when platforms fail: the renewal theorem", async () => {
    const sky = (await runOf("footprint.platformFailure=10 %/yr")).footprint!.sky!;
    // 0.1/(1 - exp(-0.5)) a satellite and year.
    expect(sky.replacements_per_yr / sky.satellites).toBeCloseTo(0.25415, 4);
  });

  // How fast it falls is held against others in test/physics/decay.test.ts; air ends at 1,000 km.
  it("loses to the air what falls without being brought down, and nothing from where drag is none", async () => {
    const left = (altitude: string) => runOf(`orbit.altitude=${altitude}`, "orbit.disposal.way=none");
    const low = await left("450 km");
    const { descent, entering_kg_per_yr, satellites } = low.footprint!.sky!;
    const fall = low.sizing!.platform!.life.fallFromEnd!;
    if (fall.kind !== "decays") throw new Error("stays at 450 km");
    expect(descent).toEqual({ by: "drag", after_yr: fall.life_yr });
    expect(fall.life_yr).toBeLessThan(2);
    expect(entering_kg_per_yr / ((satellites / 5) * low.sizing!.platform!.mass.dry_kg)).toBeCloseTo(1, 9);
    expect(terminalReport(low, { width: 200, colour: false }).replace(/\s+/g, " ")).toContain("nobody brings it down: drag does");
    const high = await left("1200 km");
    expect(high.footprint!.sky).toMatchObject({ descent: { by: "nothing" }, entering_kg_per_yr: 0, alumina_kg_per_yr: 0 });
    expect(high.footprint!.sky!.avoidance!.perSatellite_per_yr).toBe(41);
    expect(record.sky!.descent).toEqual({ by: "disposal" });
    const ring = await runOf("orbit.altitude=null", "orbit.type=geostationary");
    expect(ring.footprint!.sky === null || ring.footprint!.sky.avoidance === null).toBe(true);
  });

  it("manoeuvres at the published 41 a year, and is brighter than the IAU asks", () => {
    const { avoidance, brightness, satellites } = record.sky!;
    expect(avoidance!.perSatellite_per_yr).toBe(41);
    expect(avoidance!.fleet_per_day).toBeCloseTo((41 * satellites) / 365.25, 9);
    expect(avoidance!.deltaV_m_per_s).toBeCloseTo(41 * 5 * 0.03, 9);
    expect(brightness!.limit_mag).toBeCloseTo(7.18, 2);
    expect(brightness!.meets).toBe("neither");
    expect(brightness!.undimmed_mag).toBeLessThan(brightness!.dimmed_mag);
  });

  it("holes the radiator at Grün's flux, for which the panel is sized", () => {
    const { smallest_m, flux_per_m2_yr, punctures, loops, left_frac } = record.sky!.meteoroids;
    const area_m2 = done.sizing!.platform!.radiator.area_m2;
    // 2 mm of 6061-T6 are pierced by 0.415 mm (NASA/TM-2009-214785, eq. 4-6), 9.37e-5 g at 2.5 g/cm3; the formula of ECSS-E-ST-10-04C, 10.2.4.1, on it.
    expect(smallest_m).toBeCloseTo(0.000415, 6);
    const g = (Math.PI / 6) * 2.5 * (100 * smallest_m) ** 3;
    const grun = 3.15576e7 * ((2.2e3 * g ** 0.306 + 15) ** -4.38 + 1.3e-9 * (g + 1e11 * g ** 2 + 1e27 * g ** 4) ** -0.36 + 1.3e-16 * (g + 1e6 * g ** 2) ** -0.85);
    expect(flux_per_m2_yr / grun).toBeCloseTo(0.89, 2);
    expect(punctures / (flux_per_m2_yr * 2 * area_m2 * 0.08 * 5)).toBeCloseTo(1, 9);
    expect(loops).toBeCloseTo(area_m2 / 15, 9);
    expect(left_frac).toBeCloseTo(Math.exp(-punctures / loops), 9);
  });

  it("is null without a platform", async () => {
    const one = (await run(scenarioOf(RACK.replace(/orbit:[\s\S]*?launch:.*\n/, "")), { solve: solveHighs })).footprint!;
    expect(one.sky).toBeNull();
    expect(one.orbit).toBeNull();
    expect(one.ground!.carbon_g_per_kWh).toBeCloseTo(ground.carbon_g_per_kWh!, 9);
  });
});
