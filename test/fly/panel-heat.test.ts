import { describe, expect, it } from "vitest";
import { fly } from "../../src/fly/index.ts";
import { size } from "../../src/size/index.ts";
import { RACK, scenarioOf as realScenario } from "../support/scenario.ts";
import { measure } from "../golden/measure.ts";
import { scenarioOf, sizingOf, type Case, type Rack } from "./fixture.ts";

const flown = async (given: Case, rack: Rack) => (await fly(scenarioOf(given), sizingOf(rack))).summary!;
const real = async (...set: readonly string[]) => {
  const scenario = realScenario(RACK, "simulate.fleetDays=1", ...set);
  const sizing = size(scenario);
  return { sized: sizing.platform!, summary: (await fly(scenario, sizing)).summary! };
};

describe("panel as its loops go", () => {
  // January at 650 km dawn-dusk is in full light (eclipse_dawn_dusk.csv): 140 kW on 200 m2 that take in 60 W/m2 stand at 318 K.
  it("stands as hot as what is left of it must", async () => {
    for (const [age_yr, closed_per_yr] of [[0, 0.06], [3, 0.06], [5, 0.1]] as const) {
      const { radiator } = await flown({ days: 2, age_yr }, { closed_per_yr, bol_W: 400_000 });
      const left = Math.exp(-closed_per_yr * age_yr);
      const expected = 318 * ((140_000 / (200 * left) + 60) / (140_000 / 200 + 60)) ** 0.25;
      measure("panel-heat", { case: `panel with ${(100 * left).toFixed(1)} % of its loops`, got: radiator.hottest_K, expected, rel: 1e-4, unit: "K", source: "T^4 in proportion to heat over fed area, closed form" });
    }
  });

  it("at the end of life, nearest the Sun, comes to what it was sized for and no further", async () => {
    const { sized, summary } = await real("simulate.start=2027-01-01", "simulate.days=3", "simulate.age=5 yr");
    expect(summary.radiator.hottest_K).toBeLessThanOrEqual(sized.radiator.temperature_K + 1e-6);
    expect(summary.radiator.hottest_K).toBeGreaterThan(sized.radiator.temperature_K - 2);
    const young = await real("simulate.start=2027-01-01", "simulate.days=3", "simulate.age=0 yr");
    expect(young.summary.radiator.hottest_K).toBeLessThan(summary.radiator.hottest_K - 5);
  });

  it("of one loop is flown whole", async () => {
    const [young, old] = [await real("simulate.days=1", "simulate.age=0 yr", "orbit.platform.radiatorLoop=1000 m2", "orbit.platform.radiatorWall=3 mm"), await real("simulate.days=1", "simulate.age=5 yr", "orbit.platform.radiatorLoop=1000 m2", "orbit.platform.radiatorWall=3 mm")];
    expect(old.summary.radiator.hottest_K).toBeCloseTo(young.summary.radiator.hottest_K, 9);
  });
});

describe("what the panel takes in", () => {
  // At L1 in the first days of 2027: 0.98999 of the Earth's 0.98333 au (Astronomical Almanac, perihelion of 2027-01-03); sine of 1 deg on white paint.
  it("at L1 is sunlight by the distance of the day", async () => {
    const { sized, summary } = await real("orbit.type=sun-earth-l1", "orbit.altitude=null", "simulate.start=2027-01-01", "simulate.days=3", "simulate.age=0 yr");
    const absorptance = sized.radiator.absorbed.sun_W_per_m2 / 1361;
    const expected = (absorptance * 1361 * Math.sin(Math.PI / 180)) / (0.98999 * 0.98333) ** 2;
    measure("panel-heat", { case: "sunlight on an edge at L1", got: summary.heat.absorbed_J / summary.duration_s / sized.radiator.area_m2, expected, rel: 1e-4, unit: "W/m2", source: "inverse square, perihelion of 2027 (Astronomical Almanac)" });
  });

  // Mean over an orbit of max(0, cos) is 1/pi; a noon orbit in January has sin beta = sin(-23 deg) cos(98 deg), the Sun at 0.9833 au.
  it("of a noon orbit is the day side's albedo, a pi-th of its height", async () => {
    const summary = await flown({ orbit: { ltan_h: 12 }, days: 2 }, { bol_W: 400_000, absorbed: { infrared_W_per_m2: 0, albedo_W_per_m2: 100, array_W_per_m2: 0 } });
    measure("panel-heat", { case: "albedo over a noon orbit", got: summary.heat.absorbed_J / summary.duration_s / 200, expected: (100 / Math.PI / 0.9833 ** 2) * Math.sqrt(1 - (Math.sin((23 * Math.PI) / 180) * Math.cos((98 * Math.PI) / 180)) ** 2), rel: 0.005, unit: "W/m2", source: "mean of the half wave, closed form" });
  });
});

describe("pump with the servers off", () => {
  it("is the bus's own in the dark, and with the servers on what they ask", async () => {
    // 6 kW asleep, 8 kW with 120 kW of IT: noon orbit sheds in every shadow.
    const summary = await flown({ orbit: { ltan_h: 12 }, days: 2 }, { bol_W: 400_000, capacity_J: 100e6, bus_W: 8000, shadowMax_s: 36 * 60 });
    const { bus_J, it_J } = summary.energy;
    expect(summary.dark_h).toBeGreaterThan(10);
    expect(bus_J).toBeCloseTo(6000 * summary.duration_s + (2000 / 120_000) * it_J, -3);
    expect(summary.busShort_h).toBe(0);
  });
});
