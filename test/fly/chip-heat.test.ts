import { describe, expect, it } from "vitest";
import { fly } from "../../src/fly/index.ts";
import { steadyTemperatures } from "../../src/physics/index.ts";
import { size } from "../../src/size/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const flown = async (...set: readonly string[]) => {
  const scenario = scenarioOf(RACK, "simulate.days=3", "simulate.fleetDays=3", ...set);
  const sizing = size(scenario);
  return { scenario, sized: sizing.platform!, summary: (await fly(scenario, sizing)).summary! };
};

describe("chips by network", () => {
  it("lumped, there is none", async () => expect((await flown()).summary.thermal).toBeNull());

  // June at 650 km dawn-dusk is in shadow (eclipse_dawn_dusk.csv), January in full light.
  it("balances to 1e-9, and takes in what the lumped panel does", async () => {
    for (const start of ["2027-01-01", "2027-06-20"]) {
      const { summary } = await flown("simulate.thermal=network", `simulate.start=${start}`);
      const thermal = summary.thermal!;
      expect(Math.abs(thermal.residual_frac)).toBeLessThan(1e-9);
      expect(Math.abs(thermal.in_J / (summary.heat.dissipated_J + summary.heat.absorbed_J) - 1)).toBeLessThan(1e-9);
    }
  });

  // The algebraic steady state of physics/thermal-network, which the flight must reach in full light at constant load.
  it("in full light settles at the algebraic steady state", async () => {
    const { summary, sized } = await flown("simulate.thermal=network", "orbit.type=sun-earth-l1", "orbit.altitude=null");
    const { chain, radiator, itPeak_W } = sized;
    const days_s = summary.duration_s;
    // What the holes of 2.5 of 5 years leave of the loops: the root of what five leave.
    expect(summary.age_yr).toBe(2.5);
    const fed_m2 = radiator.area_m2 * Math.sqrt(radiator.holes.left_frac);
    const face = (radiator.emission_frac * fed_m2 * 5.670374419e-8) / 2;
    const rise = chain.junction_K - chain.coolant_K;
    const it_W = summary.energy.it_J / days_s;
    const rest_W = (summary.heat.dissipated_J - summary.energy.it_J) / days_s;
    const absorbed_W = summary.heat.absorbed_J / days_s;
    // Bus heat enters at the coolant: the chain above it carries IT alone.
    const steady = steadyTemperatures(
      {
        chip_J_per_K: 1, plate_J_per_K: 1, coolant_J_per_K: 1, panel_J_per_K: 1, chipToPlate_W_per_K: Infinity, plateToCoolant_W_per_K: Infinity,
        coolantToPanel_W_per_K: radiator.heat_W / (chain.coolant_K - chain.panel_K), acrossPanel_W_per_K: 90 * fed_m2, faceEmission_W_per_K4: [face, face],
      },
      { chipHeat_W: it_W + rest_W, absorbed_W: [absorbed_W / 2, absorbed_W / 2] },
    );
    expect(Math.abs(summary.thermal!.coolant.hottest_K - steady.coolant_K)).toBeLessThan(0.05);
    expect(Math.abs(summary.thermal!.chip.hottest_K - (steady.coolant_K + (rise * it_W) / itPeak_W))).toBeLessThan(0.05);
  });

  it("shed in shadow, chips swing by tens of kelvin; riding through, by less", async () => {
    const [shed, through] = [await flown("simulate.thermal=network", "simulate.start=2027-06-20"), await flown("simulate.thermal=network", "simulate.start=2027-06-20", "orbit.platform.eclipse=ride-through")];
    expect(shed.summary.thermal!.chip.swing_K).toBeGreaterThan(30);
    expect(through.summary.thermal!.chip.swing_K).toBeLessThan(shed.summary.thermal!.chip.swing_K / 2);
    expect(shed.summary.thermal!.chip.hottest_K).toBeLessThanOrEqual(shed.sized.chain.junctionMax_K);
  });

  it("one-sided panels radiate from the front alone", async () => {
    const { summary } = await flown("simulate.thermal=network", "orbit.platform.radiator=iscr-vapour-chamber-claimed");
    expect(summary.thermal!.back.hottest_K).toBeGreaterThan(summary.thermal!.front.hottest_K);
  });

  it("names the field it cannot do without", async () => await expect(flown("simulate.thermal=network", "orbit.platform.loopDrop=0 K")).rejects.toThrow("loopDrop"));
});

describe("wear of the flown battery", () => {
  // In steady shadows of one depth D, rainflow is n cycles of D: left = 1 - 0.2 n life / N(D), N of the catalogue's curve. Depths differ by the
  // minute and the season (1 % to the 2.42), and three days hold half a shadow more or less (1 %).
  it("is that of its shadows, scaled to the life", async () => {
    const { summary, sized } = await flown("simulate.start=2027-06-20", "orbit.platform.eclipse=ride-through");
    const shadows = (summary.duration_s / sized.orbit.period_s) * (365.25 / 3) * 5;
    const depth = summary.battery.deepest_frac;
    const left = 1 - (0.2 * shadows) / (30_000 * (depth / 0.25) ** -2.42);
    expect(Math.abs(summary.battery.capacityAtEnd_frac - left)).toBeLessThan(0.04 * (1 - left));
    expect(summary.battery.deepest_frac).toBeCloseTo(1 - summary.battery.lowestCharge_frac, 6);
  });

  it("nothing is worn by cycles where there is no shadow", async () => {
    const { summary } = await flown();
    expect(summary.battery.capacityAtEnd_frac).toBe(1);
  });
});
