import { describe, expect, test } from "vitest";
import { size } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const GEO = ["orbit.type=geostationary", "orbit.altitude=null"];
const L1 = ["orbit.type=sun-earth-l1", "orbit.altitude=null"];
const sun = (au: number): readonly string[] => ["orbit.type=heliocentric", "orbit.altitude=null", `orbit.solarDistance=${au} au`];
const platformOf = (...set: readonly string[]) => size(scenarioOf(RACK, ...set)).platform!;

describe("platforms beyond low Earth orbit", () => {
  test("geostationary: one sidereal day, shadows of some 70 minutes on 90 days", () => {
    const p = platformOf(...GEO);
    const source = "notes of this project, cylinder: 69.4 min, 91 days; sidereal day 86,164.1 s";
    measure("size-deep", { case: "geostationary period", got: p.orbit.period_s, expected: 86_164.1, abs: 0.5, unit: "s", source });
    // Umbra and penumbra: the cylinder's and half the Sun's disc, 0.53 deg of 360, more.
    measure("size-deep", { case: "geostationary shadow with penumbra", got: p.orbit.shadowMax_s / 60, expected: 69.4 + 0.533 * 4, abs: 0.2, unit: "min", source });
    // The penumbra adds half the Sun's disc, 0.27 deg, at four edges of the seasons, which declination crosses at 0.4 deg a day: 2.7 days.
    measure("size-deep", { case: "geostationary shadows a year", got: p.battery.cycles_per_yr, expected: 91 + 2.7, abs: 1.5, unit: "1/yr", source });
  });

  test("the Earth warms no panel from L1, and hardly one from the ring", () => {
    // Edge-on to a sphere at H = 6.61: two faces see some 2 x 0.0015 of 237 W/m2 x 0.9; at L1 nothing but the Sun at its attitude error.
    const shadow = (set: readonly string[]): number => platformOf(...set).radiator.absorbedShadow_W_per_m2;
    expect(shadow(GEO)).toBeGreaterThan(0);
    expect(shadow(GEO)).toBeLessThan(2.5);
    expect(shadow(L1)).toBe(0);
  });

  test("array area falls as the flux grows, but for hotter cells", () => {
    const one = platformOf(...sun(1));
    const near = platformOf(...sun(0.7));
    const ratio = near.array.area_m2 / one.array.area_m2;
    expect(ratio).toBeGreaterThan(0.49);
    // T of a panel of 9 % to 30 % loss a hundred kelvin: at most a fifth more area than 0.49.
    expect(ratio).toBeLessThan(0.6);
    expect(near.array.cellTemperature_K).toBeGreaterThan(one.array.cellTemperature_K);
  });

  test("a plate's temperature goes with the square root of 1/r", () => {
    // Radiative balance: T^4 ~ 1/r^2, times the share that is not electricity: colder by 160 K, cells take a third more, which leaves 0.87 of the heat: x 0.966.
    const t = (au: number): number => platformOf(...sun(au)).array.cellTemperature_K;
    measure("size-deep", { case: "cells at 4 au over cells at 1 au", got: t(4) / t(1), expected: 0.5 * 0.966, rel: 0.01, unit: "1", source: "radiative balance of a plate" });
  });

  test("the farther from the Sun, the larger: nothing is let pass", () => {
    const areas = [0.7, 1, 1.5, 3].map((au) => platformOf(...sun(au)).array.area_m2);
    expect(areas).toEqual([...areas].sort((a, b) => a - b));
    expect(size(scenarioOf(RACK, ...sun(0.2))).why[0]).toMatch(/cells run at \d+\.\d K, above their limit/);
  });

  test("no shadow, no battery at L1 and about the Sun", () => {
    for (const set of [L1, sun(0.8)]) expect(platformOf(...set).battery.capacity_J).toBe(0);
  });

  test("the platform's own burn: chemical an apogee burn, electric 1.4 of it, the vehicle's none", () => {
    const propellant = (...set: readonly string[]): number => platformOf(...GEO, ...set).mass.propellant_kg;
    expect(propellant("orbit.insertion=platform")).toBeGreaterThan(propellant("orbit.insertion=vehicle"));
  });

  const far = (...set: readonly string[]) => size(scenarioOf(RACK, ...sun(30), ...set));
  const more = /^reaching, holding and leaving the orbit takes .* kg of it are for (.*)$/;

  test("too far for the platform's own burn: named, with what would help, and no word of air", () => {
    // v_E = 29.785 km/s: 29.785 (1 - 1/sqrt 30) = 24.347 km/s, 2.70 times the dry mass at start against 2 that are borne.
    measure("size-deep", { case: "spiral to 30 au", got: far().platform!.life.deltaV.byPurpose.insertion_m_per_s, expected: 29_785 * (1 - 1 / Math.sqrt(30)), rel: 2e-4, unit: "m/s", source: "circular speeds about the Sun, mean 29.785 km/s at 1 au" });
    expect(far().why).toHaveLength(1);
    expect(more.exec(far().why[0]!)![1]).toBe("the platform's own burn into its orbit, 24,350 m/s: take another orbit.solarDistance, orbit.insertion: vehicle, or a bus with more than 2,500 s of Isp");
    expect(far().why[0]).not.toMatch(/drag|altitude/);
  });

  test("what it advises helps: the vehicle's burn, and a distance to which the burn is exhaust speed times ln 2 and less", () => {
    expect(far("orbit.insertion=vehicle").why).toEqual([]);
    // 9.80665 x 2500 ln 2 = 16,994 m/s, |29.785 (1 - 1/sqrt r)|: r = 5.42 au.
    const at = (au: number): string => size(scenarioOf(RACK, ...sun(au))).status;
    expect(at(5.3)).toBe("feasible");
    expect(at(5.5)).toBe("infeasible");
  });

  test("a written speed does not answer for insertion, which comes beside it", () => {
    expect(more.exec(far("orbit.platform.deltaV=100 m/s").why[0]!)![1]).toContain("the platform's own burn");
  });
});
