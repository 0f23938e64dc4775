import { describe, expect, it } from "vitest";
import { size } from "../../src/size/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const arrayOf = (...set: readonly string[]) => size(scenarioOf(RACK, ...set)).platform!;

describe("losses between cells and the array's terminals", () => {
  // Same cells, temperature and load: area as 1/((1 - losses)(1 - strings lost)), new power as its cells less losses.
  it("make the array larger by what is lost at the end of life", () => {
    const bare = arrayOf();
    const lossy = arrayOf("orbit.platform.arrayLosses=4.5 %", "orbit.platform.arrayStringsLost=5 %");
    expect(lossy.loadPeak_W).toBeCloseTo(bare.loadPeak_W, 6);
    expect(lossy.array.area_m2 / bare.array.area_m2).toBeCloseTo(1 / (0.955 * 0.95), 9);
    expect(lossy.array.bol_W / lossy.array.area_m2 / (bare.array.bol_W / bare.array.area_m2)).toBeCloseTo(0.955, 9);
    expect(lossy.array.eol_W).toBeCloseTo(bare.array.eol_W, 6);
    expect(lossy.mass.wet_kg).toBeGreaterThan(bare.mass.wet_kg);
  });
});
