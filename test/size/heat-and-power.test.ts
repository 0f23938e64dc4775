import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heatStep } from "../../src/kernel/index.ts";
import { bestCoolant, ISCR_ENERGY, leakageThrough, radiatorCases } from "../../src/physics/index.ts";
import { size } from "../../src/size/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const sized = (...set: readonly string[]) => size(scenarioOf(RACK, ...set));
type Sized = NonNullable<ReturnType<typeof sized>["platform"]>;
const platform = (...set: readonly string[]) => sized(...set).platform!;

/** Fin of 0.92 at 330 K elsewhere: tanh(mL)/(mL) with (mL)^2 as T^3; mL at 330 K by bisection. */
const finAt = (kelvin: number): number => {
  let [low, high] = [0.01, 2];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (Math.tanh(middle) / middle > 0.92) low = middle;
    else high = middle;
  }
  const ml = low * (kelvin / 330) ** 1.5;
  return Math.tanh(ml) / ml;
};

describe("radiator by its hot and cold case", () => {
  it("is the same radiator on both bases", () => {
    const { radiator } = platform();
    expect(radiator.basis.panel_m2).toBe(radiator.area_m2);
    expect(radiator.basis.face_m2).toBe(2 * radiator.area_m2);
    expect(radiator.basis.face_W_per_m2 * radiator.basis.face_m2).toBeCloseTo(radiator.heat_W, 6);
    expect(platform("orbit.platform.radiator=iscr-vapour-chamber-claimed").radiator.basis.face_m2).toBe(platform("orbit.platform.radiator=iscr-vapour-chamber-claimed").radiator.area_m2);
  });

  // The closed form of physics, which knows faces one by one, and freezing points of CoolProp 8.0.0.
  it.each([["ammonia", 195.5], ["water", 273.16], ["r134a", 169.85], ["r245fa", 171.05], ["glycol-water", 240.96]])("cold case of %s is the physics'", (coolant, freezing_K) => {
    const { radiator } = platform(`orbit.platform.coolant=${coolant}`);
    expect(radiator.coolant.freezing_K).toBe(freezing_K);
    expect(radiator.cold.lowest_K).toBeCloseTo(freezing_K + 10, 9);
    const view = radiator.absorbedShadow_W_per_m2 / (2 * 0.9 * 237);
    const fin = finAt(radiator.cold.lowest_K);
    const emission = 2 * 0.9 * fin;
    const cases = radiatorCases({
      coating: { emittance_frac: 0.9, absorptanceBol_frac: 0.14, absorptanceEol_frac: 0.22, finEfficiency_frac: fin },
      hot: { heat_W: radiator.heat_W, temperature_K: radiator.temperature_K, views: [{ earthView_frac: 0, sunCosine: 0 }, { earthView_frac: 0, sunCosine: 0 }], environment: { solarFlux_W_per_m2: 0, earthInfrared_W_per_m2: 0, albedo_frac: 0, sunlitEarth_frac: 0 } },
      cold: { heat_W: radiator.cold.heat_W, lowest_K: radiator.cold.lowest_K, views: [{ earthView_frac: view, sunCosine: 0 }, { earthView_frac: view, sunCosine: 0 }], environment: { solarFlux_W_per_m2: 0, earthInfrared_W_per_m2: 237, albedo_frac: 0, sunlitEarth_frac: 0 }, fed_frac: radiator.area_m2 / (radiator.heat_W / (emission * 5.670374419e-8 * radiator.temperature_K ** 4)) },
    });
    expect(cases.unheated_K).toBeCloseTo(radiator.cold.unheated_K, 6);
    const held_W = radiator.cold.heater_W - radiator.area_m2 * emission * 5.670374419e-8 * ((radiator.cold.lowest_K + radiator.cold.preheat_K) ** 4 - radiator.cold.lowest_K ** 4);
    expect(cases.heater_W).toBeCloseTo(radiator.cold.heater_W === 0 ? 0 : held_W, 4);
  });

  // The kernel's exact step of a radiating body: heat of safe mode and of the Earth, no heater, over the longest shadow.
  it.each([400, 650, 1100])("warmed beforehand, the panel is above its floor at the end of the shadow at %i km", (altitude) => {
    const { radiator, orbit } = platform(`orbit.altitude=${altitude} km`);
    const { cold, area_m2 } = radiator;
    expect(cold.preheat_K > 0 || cold.heater_W === 0).toBe(true);
    const body = { temperature_K: cold.lowest_K + cold.preheat_K, capacity_J_per_K: radiator.heatCapacity_J_per_K, emission_W_per_K4: area_m2 * 2 * 0.9 * finAt(cold.lowest_K) * 5.670374419e-8 };
    const { temperature_K } = heatStep(body, cold.heat_W + area_m2 * radiator.absorbedShadow_W_per_m2, orbit.shadowMax_s);
    expect(temperature_K).toBeGreaterThanOrEqual(cold.lowest_K);
  });

  it("else the battery carries the heater, and what is drained needs none", () => {
    const [fed, drained] = ["orbit.platform.coldFed=1", "orbit.platform.coldFed=1 %"].map((share) => platform("orbit.platform.coolant=water", share)) as [Sized, Sized];
    expect(fed.radiator.cold.preheat_K).toBe(0);
    expect(fed.loadShadow_W - fed.busAsleep_W / fed.conversion_frac).toBeCloseTo(fed.radiator.cold.heater_W / fed.conversion_frac, 6);
    expect(drained.radiator.cold.heater_W).toBe(0);
    expect(drained.mass.wet_kg).toBeLessThan(fed.mass.wet_kg);
    expect(fed.closure.residual_frac).toBeLessThan(1e-9);
  });

  it("a heater beyond the servers' power is a reason", () => {
    const { status, why } = sized("orbit.platform.coolant=water", "orbit.platform.freezingMargin=45 K");
    expect(status).toBe("infeasible");
    expect(why.join()).toContain("freezing point of its water");
  });

  it("a colder-freezing coolant never needs more heater", () => {
    const heaters = ["r134a", "r245fa", "ammonia", "glycol-water", "water"].map((coolant) => platform(`orbit.platform.coolant=${coolant}`).radiator.cold.heater_W);
    expect(heaters).toEqual(heaters.toSorted((a, b) => a - b));
  });
});

describe("temperature of the panel", () => {
  it("written, it is as written, with the optimum beside it", () => {
    const { radiator, itPeak_W, itNameplate_W } = platform();
    expect([radiator.temperature_K, itPeak_W]).toEqual([312, itNameplate_W]);
    expect(radiator.choice!.saved_kg).toBeGreaterThan(0);
  });

  // The optimum of the physics' own search (33 points and golden section of whole designs) for the same plant.
  it("lightest, it is where physics puts it", () => {
    const set = ["orbit.platform.radiatorTemperatureBy=lightest", "orbit.platform.leakage=20 %"];
    const scenario = scenarioOf(RACK, ...set);
    const one = platform(...set);
    const fields = scenario.orbit!.platform;
    const curve = leakageThrough(...ISCR_ENERGY, 0.2);
    const panel = { faces: [0, 0].map(() => ({ emittance_frac: 0.9, absorptance_frac: 0, earthView_frac: one.radiator.absorbedHot_W_per_m2 / (2 * 0.9 * 237), sunCosine: 0 })), finEfficiency_frac: 0.92 };
    const rated_J = curve.energyPerToken_J * (0.8 + 0.2 * 2 ** ((312 + fields.loopDrop_K - curve.reference_K) / curve.doubling_K));
    const bus_W = one.bus_W - one.radiator.pump_W;
    const worst_W_per_m2 = (1.2 * (one.loadPeak_W + (one.loadShadow_W * one.orbit.shadowMax_s) / (0.9 * (one.orbit.period_s - one.orbit.shadowMax_s)))) / one.array.area_m2;
    const power = (1.2 * fields.arrayAreal_kg_per_m2) / worst_W_per_m2 + fields.powerElectronics_kg_per_kW / 1000;
    // 2 mm of wall where 1.5 are in the panel's mass: 8 % of two faces at 2,713 kg/m3.
    const areal = fields.radiatorAreal_kg_per_m2 + 2713 * 0.08 * 2 * 0.0005;
    const best = bestCoolant(
      {
        tokens_per_s: one.itNameplate_W / rated_J, curve, overhead_ratio: 1, pump_frac: 0.02, loopDrop_K: fields.loopDrop_K, chipRise_K: 0, junctionMax_K: 400, panel,
        environment: { solarFlux_W_per_m2: 0, earthInfrared_W_per_m2: 237, albedo_frac: 0, sunlitEarth_frac: 0 }, radiator_kg_per_m2: areal, power_kg_per_W: power,
      },
      // The fin's efficiency falls with temperature, and part of the panel is lost by the end of life: neither is in the physics' panel.
      ({ chips_W, coolant_K }) => {
        const panel_K = coolant_K - fields.loopDrop_K;
        const net = 1.8 * finAt(panel_K) * 5.670374419e-8 * panel_K ** 4 - one.radiator.absorbedHot_W_per_m2;
        return (chips_W + bus_W) * (areal / (net * one.radiator.holes.left_frac) + power);
      },
      { low: 250, high: 360 },
    );
    expect(Math.abs(one.radiator.temperature_K - (best.coolant_K - fields.loopDrop_K))).toBeLessThan(0.03);
    expect(one.itPeak_W / one.itNameplate_W).toBeCloseTo(best.energyPerToken_J / rated_J, 4);
    expect(one.tokens_per_s).toBe(platform().tokens_per_s);
    expect(one.mass.dry_kg).toBeLessThan(platform().mass.dry_kg);
  });

  it("junction and inlet keep their limits, whatever leaks", () => {
    fc.assert(fc.property(fc.double({ min: 0.02, max: 1, noNaN: true }), fc.constantFrom("h100", "iscr"), (leakage, curve) => {
      const { why, platform: one } = sized("orbit.platform.radiatorTemperatureBy=lightest", `orbit.platform.leakage=${leakage.toFixed(4)}`, `orbit.platform.leakageCurve=${curve}`);
      expect(why).toEqual([]);
      expect(one!.chain.junction_K).toBeLessThanOrEqual(one!.chain.junctionMax_K);
    }), { numRuns: 20 });
  });
});

describe("through the shadow", () => {
  it("written, nothing is chosen", () => expect(platform().eclipseChoice).toBeNull());

  it("auto takes the less mass per energy, and is the platform that was written so", () => {
    for (const set of [[], ["orbit.altitude=1300 km"], ["orbit.platform.eclipseRestart=2 h", "orbit.altitude=1000 km"], ["orbit.type=geostationary", "orbit.altitude=null"]]) {
      const one = platform("orbit.platform.eclipse=auto", ...set);
      const { rideThrough, shed } = one.eclipseChoice!;
      expect(one.eclipse).toBe(rideThrough.kg_per_W < shed.kg_per_W ? "ride-through" : "shed");
      expect(one.mass.dry_kg).toBe(platform(`orbit.platform.eclipse=${one.eclipse}`, ...set).mass.dry_kg);
      expect([rideThrough.dry_kg, shed.dry_kg]).toEqual(["ride-through", "shed"].map((eclipse) => platform(`orbit.platform.eclipse=${eclipse}`, ...set).mass.dry_kg));
    }
  });

  it("goes either way: the shorter the shadow against what stopping costs, the rather through it", () => {
    const ways = [0, 2 * 3600].map((restart) => platform("orbit.platform.eclipse=auto", `orbit.platform.eclipseRestart=${restart} s`).eclipse);
    expect(ways).toEqual(["shed", "ride-through"]);
  });
});

describe("wear of the battery", () => {
  // Through all cycles of its curve a pack has what its test ended at; half of the depth's cycles use 2^-2.42 of them (catalogue's exponent).
  it("sizes it by the capacity left at the end of life", () => {
    const [plain, worn] = [platform("orbit.platform.batteryTestEnd=1"), platform()];
    expect(worn.battery.endCapacity_frac).toBeCloseTo(0.8, 9);
    expect(worn.battery.capacity_J).toBeCloseTo(plain.battery.capacity_J / 0.8, -3);
    const half = platform(`orbit.platform.depthOfDischarge=${worn.battery.depthOfDischarge_frac / 2}`);
    expect(half.battery.endCapacity_frac).toBeCloseTo(1 - 0.2 * 2 ** -2.42, 6);
  });

  // Naumann 2018: 4.25 % in the first year, with the root of time.
  it("counts calendar fade where the entry has it", () => {
    const { battery } = platform("orbit.platform.battery=lfp-commercial-pack", "orbit.platform.batteryTestEnd=1");
    expect(battery.endCapacity_frac).toBeCloseTo(1 - 0.0425 * Math.sqrt(5), 9);
  });

  it("nothing left is a reason", () => {
    const { status, why } = sized("orbit.platform.depthOfDischarge=90 %", "orbit.life=50 yr");
    expect(status).toBe("infeasible");
    expect(why.join()).toContain("capacity left");
  });
});
