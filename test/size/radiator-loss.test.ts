import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COOLANTS, finEfficiencyAt_frac, finRoot_per_K3, pumpShare_frac } from "../../src/physics/index.ts";
import { size } from "../../src/size/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";
import { measure } from "../golden/measure.ts";

const radiatorOf = (...set: readonly string[]) => size(scenarioOf(RACK, ...set)).platform!.radiator;

describe("panel lost to meteoroids", () => {
  // Grün 1985 as printed in ECSS-E-ST-10-04C: 5.7e-3 a m2 and year above 0.5 mm; 0.89 of it at 650 km; both sides, a fifth exposed, 5 yr, loops of 15 m2.
  // 0.5 mm pierce 2.4334 mm of 6061-T6: TM-2009-214785, eq. 4-1 and 4-5, by hand: 1.8 x 5.24 x 0.05^(19/18) x 95^-0.25 x (2.5/2.713)^0.5 x (20 cos 45 deg/5.069)^(2/3) cm.
  const WALL_mm = 10 * 1.8 * 5.24 * 0.05 ** (19 / 18) * 95 ** -0.25 * (2.5 / 2.713) ** 0.5 * ((20 * Math.SQRT1_2) / 5.069) ** (2 / 3);
  const FIFTH = [`orbit.platform.radiatorWall=${WALL_mm} mm`, "orbit.platform.radiatorExposed=20 %"];
  it("is made up for: the share still fed rejects the heat in the hot case", () => {
    const one = radiatorOf(...FIFTH);
    expect(one.holes.smallest_m).toBeCloseTo(0.0005, 9);
    measure("size-radiator-loss", { case: "panel still fed after 5 yr", got: one.holes.left_frac, expected: Math.exp(-5.7e-3 * 0.89 * 2 * 0.2 * 5 * 15), rel: 0.002, unit: "", source: "ECSS-E-ST-10-04C 10.2.4.1 (Grun 1985), by hand" });
    expect(one.area_m2 * one.holes.left_frac * one.netFlux_W_per_m2).toBeCloseTo(one.heat_W, 6);
    expect(one.holes.punctures).toBeCloseTo(-Math.log(one.holes.left_frac) * one.holes.loops, 9);
    const none = radiatorOf("orbit.platform.radiatorExposed=0");
    expect(none.holes).toMatchObject({ left_frac: 1, punctures: 0 });
    expect(none.area_m2 * none.netFlux_W_per_m2).toBeCloseTo(none.heat_W, 6);
  });

  it("finer loops, thicker walls and shorter lives never need more panel", () => {
    const area = (loop_m2: number, wall_mm: number, life_yr: number) => radiatorOf(`orbit.platform.radiatorLoop=${loop_m2} m2`, `orbit.platform.radiatorWall=${wall_mm} mm`, `orbit.life=${life_yr} yr`).area_m2;
    expect(area(1, 1.5, 5)).toBeLessThan(area(15, 1.5, 5));
    expect(area(15, 3, 5)).toBeLessThan(area(15, 1.5, 5));
    expect(area(15, 1.5, 3)).toBeLessThan(area(15, 1.5, 5));
  });

  it("a wall thicker than areal masses have adds its mass", () => {
    // 1 mm more over 8 % of both faces at 2,713 kg/m3: 0.434 kg a m2.
    const mass = (wall_mm: number) => { const { mass_kg, area_m2 } = radiatorOf(`orbit.platform.radiatorWall=${wall_mm} mm`); return mass_kg / area_m2; };
    expect(mass(2.5) - mass(1.5)).toBeCloseTo(2713 * 2 * 0.08 * 0.001, 9);
    expect(mass(1)).toBeCloseTo(mass(1.5), 12);
  });

  it("of which too little is left is a reason, not an area", () => {
    const got = size(scenarioOf(RACK, "orbit.platform.radiatorWall=0.8 mm"));
    expect(got.status).toBe("infeasible");
    expect(got.why.join()).toMatch(/meteoroids leave \d\.\d+ % of the radiator's loops.* mm pierce/);
    expect(size(scenarioOf(RACK, "orbit.platform.radiatorWall=0.8 mm", "orbit.platform.radiatorLoop=1 m2")).status).toBe("feasible");
  });

  it("a panel smaller than a loop is one loop, which its first hole empties: it is whole or nothing, and no larger for it", () => {
    const one = radiatorOf("orbit.platform.radiatorLoop=1000 m2", "orbit.platform.radiatorWall=3 mm");
    expect(one.holes.loops).toBe(1);
    expect(one.holes.left_frac).toBeCloseTo(Math.exp(-one.holes.punctures), 12);
    expect(one.area_m2 * one.netFlux_W_per_m2 / one.heat_W).toBeCloseTo(1, 12);
    // One loop is no way round the loss: of 0.5 mm pierced a fifth of both faces has 5.7e-3 x 0.89 x 2 x 0.2 x 176 m2 = 0.357 holes a year, whole after 5 yr with exp(-1.79) = 17 %.
    const { status, why } = size(scenarioOf(RACK, ...FIFTH, "orbit.platform.radiatorLoop=1000 m2"));
    expect(status).toBe("infeasible");
    expect(why.join()).toMatch(/one loop whole with 1[67]\.\d+ % chance/);
  });

  it("away from the Earth is that of 1 au, neither focused nor shielded", () => {
    const { holes } = radiatorOf("orbit.altitude=null", "orbit.type=sun-earth-l1", ...FIFTH);
    expect(holes.flux_per_m2_yr).toBeCloseTo(5.7e-3, 5);
  });
});

describe("array in the radiator's view", () => {
  it("sends its heat back to both faces", () => {
    const [none, tenth] = [radiatorOf(), radiatorOf("orbit.platform.arrayView=10 %")];
    expect(none.absorbed.array_W_per_m2).toBe(0);
    // Two faces of emittance 0.9 (AZ-93, Z-93) before a back of 0.87-0.9 at some 340 K, sigma T^4 = 758 W/m2: 2 x 0.9 x 0.1 x 0.88 x 758 = 120.
    expect(tenth.absorbed.array_W_per_m2).toBeGreaterThan(90);
    expect(tenth.absorbed.array_W_per_m2).toBeLessThan(130);
    expect(tenth.absorbedHot_W_per_m2 - none.absorbedHot_W_per_m2).toBeCloseTo(tenth.absorbed.array_W_per_m2, 9);
    expect(tenth.absorbedShadow_W_per_m2).toBe(none.absorbedShadow_W_per_m2);
    expect(tenth.area_m2 / none.area_m2).toBeCloseTo(none.netFlux_W_per_m2 / (none.netFlux_W_per_m2 - tenth.absorbed.array_W_per_m2), 3);
  });
});

describe("pump with the servers off", () => {
  it("turns slowly in shadow and safe mode: the battery is smaller, the heater larger", () => {
    const of = (share: string) => size(scenarioOf(RACK, `orbit.platform.pumpAsleep=${share} %`)).platform!;
    const [slow, full] = [of("25"), of("100")];
    expect(full.busAsleep_W).toBe(full.bus_W);
    expect(slow.bus_W - slow.busAsleep_W).toBeCloseTo(0.75 * slow.radiator.pump_W, 9);
    expect(slow.loadShadow_W).toBeCloseTo((slow.busAsleep_W + slow.radiator.cold.inShadow_W) / slow.conversion_frac, 9);
    expect(slow.battery.capacity_J).toBeLessThan(full.battery.capacity_J);
    expect(slow.radiator.cold.heater_W).toBeGreaterThan(full.radiator.cold.heater_W);
    expect(slow.closure.residual_frac).toBeLessThan(1e-9);
  });
});

describe("fin of a panel by its temperature", () => {
  it("is the rated efficiency at the rated temperature, and tanh(mL)/(mL) elsewhere", () => {
    for (const efficiency_frac of [0.5, 0.9, 0.92, 0.97, 0.999]) {
      const root = finRoot_per_K3({ efficiency_frac, temperature_K: 330 });
      expect(finEfficiencyAt_frac(root, 330)).toBeCloseTo(efficiency_frac, 12);
      const ml = Math.sqrt(root * 330 ** 3) * (280 / 330) ** 1.5;
      expect(finEfficiencyAt_frac(root, 280)).toBeCloseTo(Math.tanh(ml) / ml, 12);
    }
    expect(finEfficiencyAt_frac(finRoot_per_K3({ efficiency_frac: 1, temperature_K: 330 }), 400)).toBe(1);
  });

  it("falls with temperature, and a hotter panel still needs less area", () => {
    fc.assert(fc.property(fc.double({ min: 0.5, max: 1, noNaN: true }), fc.double({ min: 200, max: 500, noNaN: true }), fc.double({ min: 1, max: 1.5, noNaN: true }), (efficiency_frac, temperature_K, hotter) => {
      const root = finRoot_per_K3({ efficiency_frac, temperature_K: 330 });
      const at = (kelvin: number) => finEfficiencyAt_frac(root, kelvin);
      expect(at(temperature_K * hotter)).toBeLessThanOrEqual(at(temperature_K) + 1e-12);
      expect(at(temperature_K * hotter) * hotter ** 4).toBeGreaterThanOrEqual(at(temperature_K) * (1 - 1e-12));
    }));
  });
});

describe("pump by pressure", () => {
  // 100 kPa on water at 312 K, 10 K of rise, 30 %: 1e5 / (992.6 kg/m3 x 4179 J/kg/K x 10 K x 0.3), IAPWS properties.
  it("is pressure over what a cubic metre carries", () => {
    measure("size-radiator-loss", { case: "pump of a water loop, 100 kPa", got: pumpShare_frac(COOLANTS.water, { pressureRise_Pa: 1e5, rise_K: 10, efficiency_frac: 0.3, temperature_K: 312 }), expected: 1e5 / (992.6 * 4179 * 10 * 0.3), rel: 0.005, unit: "", source: "IAPWS-95 water at 312 K, by hand" });
  });

  it("replaces the catalogue's share where it is written, and follows the coolant", () => {
    const share = (coolant: string) => {
      const { pump_W, heat_W } = radiatorOf(`orbit.platform.coolant=${coolant}`, "orbit.platform.pumpPressure=100 kPa", "orbit.platform.coolantRise=10 K");
      return pump_W / heat_W;
    };
    expect(share("water")).toBeCloseTo(pumpShare_frac(COOLANTS.water, { pressureRise_Pa: 1e5, rise_K: 10, efficiency_frac: 0.3, temperature_K: 312 }), 9);
    expect(share("r134a")).toBeGreaterThan(share("water"));
    const { pump_W, heat_W } = radiatorOf();
    expect(pump_W / heat_W).toBeCloseTo(0.02, 9);
  });
});
