import { describe, expect, test } from "vitest";
import { size } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const platformOf = (...set: readonly string[]) => size(scenarioOf(RACK, "orbit.platform.radiatorTemperature=300 K", ...set.map((one) => `orbit.platform.${one}`))).platform!;

describe("the sheet between tubes", () => {
  // scipy 1.17, solve_bvp: z 0.5 without sink 0.66343471. z = 2 x 0.9 x 5.670374419e-8 x 300^3 L^2/(k t) at emittance 0.9: the thickness that gives 0.5 for L 0.1 m and k 170.
  test("its exact efficiency is the panel's emission over both faces'", () => {
    const bare = platformOf().radiator.bare_frac;
    const thickness_m = (bare * 5.670374419e-8 * 300 ** 3 * 0.1 ** 2) / (170 * 0.5);
    const { emission_frac } = platformOf(`radiatorFin={thickness: ${thickness_m} m, length: 0.1 m, conductivity: 170 W/m/K}`).radiator;
    measure("radiator-loop", { case: "efficiency of a sheet of z 0.5 in a sized panel", got: emission_frac / bare, expected: 0.66343471, abs: 1e-6, unit: "", source: "scipy 1.17, solve_bvp" });
  });

  test("a thicker sheet never needs more panel; a longer one never less", () => {
    const area = (thickness: string, length: string) => platformOf(`radiatorFin={thickness: ${thickness}, length: ${length}, conductivity: 170 W/m/K}`).radiator.area_m2;
    expect(area("1 mm", "60 mm")).toBeLessThan(area("0.5 mm", "60 mm"));
    expect(area("0.5 mm", "80 mm")).toBeGreaterThan(area("0.5 mm", "60 mm"));
  });
});

describe("the pipe of a loop", () => {
  // Glycol and water at 300 K: 1,035 kg/m3, 4.738 mPa s, 3,557 J/kg/K (CoolProp 8.0.0). Laminar: dp = 128 mu L V/(pi D^4) (Hagen-Poiseuille); pump share = V dp/(0.3 Q).
  test("laminar glycol: the pump's share by hand", () => {
    const pipe = "radiatorPipe={length: 40 m, bore: 60 mm}";
    const { radiator } = platformOf("coolant=glycol-water", "radiatorLoop=1 m2", "coolantRise=10 K", pipe);
    const loop_W = radiator.netFlux_W_per_m2;
    const share = radiator.pump_W / radiator.heat_W;
    const flow_m3_per_s = loop_W / (3557 * 10) / 1035;
    const pressure_Pa = (128 * 4.738e-3 * 40 * flow_m3_per_s) / (Math.PI * 0.06 ** 4);
    measure("radiator-loop", { case: "pump's share of the heat, laminar glycol and water", got: share, expected: (flow_m3_per_s * pressure_Pa) / (0.3 * loop_W), rel: 2e-3, unit: "", source: "Hagen-Poiseuille, by hand" });
  });

  // Liquid ammonia takes more flow than the same heat boiled off; a narrower pipe more pressure.
  test("a narrower pipe, a longer one or a colder film costs more", () => {
    const of = (pipe: string) => platformOf("coolant=ammonia", `radiatorPipe={${pipe}}`);
    const share = (pipe: string) => of(pipe).radiator.pump_W / of(pipe).radiator.heat_W;
    expect(share("length: 100 m, bore: 12 mm")).toBeGreaterThan(share("length: 100 m, bore: 16 mm"));
    expect(share("length: 200 m, bore: 16 mm")).toBeCloseTo(2 * share("length: 100 m, bore: 16 mm"), 12);
    const drop = (pipe: string) => of(pipe).chain.coolant_K - of(pipe).chain.panel_K;
    // Boiling: heat of a loop over h pi D L. Left out, loopDrop alone, 6 K.
    const boiling = of("length: 100 m, bore: 16 mm, quality: 50 %, film: 2000 W/m2/K");
    expect(boiling.chain.coolant_K - boiling.chain.panel_K - 6).toBeCloseTo((boiling.radiator.netFlux_W_per_m2 * 15) / (2000 * Math.PI * 0.016 * 100), 9);
    expect(drop("length: 100 m, bore: 16 mm")).toBeCloseTo(6, 9);
    // A liquid that leaves at the wall's temperature comes with all of its rise: a film without end costs none.
    expect(drop("length: 100 m, bore: 16 mm, film: 1e6 W/m2/K")).toBeCloseTo(6, 6);
    expect(drop("length: 100 m, bore: 16 mm, film: 300 W/m2/K")).toBeGreaterThan(drop("length: 100 m, bore: 16 mm, film: 600 W/m2/K"));
  });

  test("what does not boil as one, and what is written in vain, is told", () => {
    expect(() => platformOf("coolant=glycol-water", "radiatorPipe={length: 1 m, bore: 1 cm, quality: 0.5}")).toThrow(/vapour of glycol-water/);
    expect(scenarioOf(RACK, "orbit.platform.pumpPressure=100 kPa", "orbit.platform.radiatorPipe={length: 1 m, bore: 1 cm}").notes.join(" ")).toContain("pumpPressure is not used");
  });
});
