import { describe, expect, it } from "vitest";
import { entryOf } from "../../src/scenario/index.ts";
import { size } from "../../src/size/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

/** 6 mil of fused silica before the cells, 12 mil behind. */
const COVERS = ["orbit.platform.arrayCover=0.3353 kg/m2", "orbit.platform.arrayBack=0.6706 kg/m2", "orbit.platform.arrayOtherLoss=0 1/yr"];
const array = (...set: readonly string[]) => {
  const sized = size(scenarioOf(RACK, ...set));
  return { ...sized.platform!.array, why: sized.why };
};
const left = (one: { readonly bol_W: number; readonly eol_W: number }): number => one.eol_W / one.bol_W;

describe("wear of the array", () => {
  // 1 MeV electrons a year and what is left after five behind 6 and 12 mil: the program that made the table (docs/theory/heat-and-power.md).
  // A worn cell turns less light into power and runs hotter, hence the 4e-3.
  it.each([[550, 2.2e12, 0.996], [650, 3.7e12, 0.993], [800, 7.2e12, 0.986], [1000, 1.6e13, 0.973]])("by the particles of its orbit at %i km: %f a year, %f left after five", (altitude_km, fluence, expected) => {
    const one = array(`orbit.altitude=${altitude_km} km`, ...COVERS);
    if (one.wear.by !== "dose") throw new Error("dose expected");
    expect(Math.abs(one.wear.fluence_per_cm2_yr / fluence - 1)).toBeLessThan(0.05);
    expect(Math.abs(left(one) - expected)).toBeLessThan(4e-3);
    expect(left(one)).toBeLessThan(expected);
  });

  it("all but particles multiplies it, year by year; the hotter cell takes a little more", () => {
    const ratio = left(array(...COVERS, "orbit.platform.arrayOtherLoss=5 %/yr")) / left(array(...COVERS));
    expect(ratio).toBeLessThan(0.95 ** 5);
    expect(ratio).toBeGreaterThan(0.95 ** 5 - 0.015);
  });

  it("falls back on the yearly loss, and says why", () => {
    const silicon = array("orbit.platform.array=starlink-v2-mini-silicon");
    expect(silicon.wear).toEqual({ by: "yearly", loss_per_yr: entryOf(scenarioOf(RACK, "orbit.platform.array=starlink-v2-mini-silicon"), { kind: "arrays", id: "starlink-v2-mini-silicon" }).figures["degradation"]!.value });
    expect(silicon.notByDose).toContain("no damage curve");
    expect(array("orbit.type=geostationary", "orbit.altitude=null").notByDose).toContain("400-2,000 km");
    expect(array("orbit.type=circular", "orbit.inclination=10 deg").notByDose).toContain("30-105 deg");
    expect(array("orbit.platform.arrayWear=yearly").notByDose).toBeNull();
  });

  it("asked for where it cannot be computed, is a reason", () => {
    const { status, why } = size(scenarioOf(RACK, "orbit.platform.array=starlink-v2-mini-silicon", "orbit.platform.arrayWear=dose"));
    expect(status).toBe("infeasible");
    expect(why.join()).toContain("arrayWear");
  });

  it("more cover never leaves less", () => {
    const covers = [0.17, 0.335, 0.67, 1.5, 3.3].map((cover) => left(array("orbit.altitude=1400 km", "orbit.life=1 yr", `orbit.platform.arrayCover=${cover} kg/m2`)));
    expect(covers).toEqual(covers.toSorted((a, b) => a - b));
  });
});
