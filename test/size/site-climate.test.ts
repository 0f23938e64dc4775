/** Climates of Europe against the monthly means that they stand for, and what a hall makes of them. */
import { describe, expect, it } from "vitest";
import { find, figureOf } from "../../src/catalog/index.ts";
import { climateAir } from "../../src/physics/index.ts";
import { sizeSites, type SiteSizing } from "../../src/size/index.ts";
import { scenarioOf } from "../support/scenario.ts";

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Dry bulb by month, degC, as the weather statistics print it. */
const PRINTED = {
  // DEU_Frankfurt.am.Main.106370_IWEC.stat, "Daily Avg".
  frankfurt: [2.4, 1.7, 5.5, 9.2, 14.7, 16.4, 19.5, 18.6, 15.0, 10.7, 4.8, 1.7],
  // NOR_OS_Oslo.Blindern.014920_TMYx.2007-2021.stat, "Daily Avg".
  oslo: [-2.2, -1.5, 2.6, 7.7, 11.3, 15.3, 17.9, 16.3, 12.6, 7.2, 2.8, -1.4],
} as const;

const hall = (climate: string, cooling: string): SiteSizing => sizeSites(scenarioOf(`
dawndusk: 1
name: hall
horizon: { start: 2027-Q1, years: 5 yr }
demand: { classes: [{ id: work, kind: batch, power: 1 MW, deferralMax: 12 h }] }
ground: { sites: [{ id: here, site: frankfurt, phases: [{ id: all, online: 2027-Q1, power: 10 MW }], plant: { climate: ${climate}, cooling: ${cooling} } }] }
`))[0]!;

describe("climates of Europe", () => {
  it.each(["frankfurt", "oslo"] as const)("%s: the harmonic misses no month by more than the catalogue says", (id) => {
    const value = (name: string): number => figureOf(find("climates", id)!, name).value;
    const climate = {
      dryBulbMean_C: value("dryBulbMean"), dryBulbSwing_K: value("dryBulbSwing"), dewPointMean_C: value("dewPointMean"), dewPointSwing_K: value("dewPointSwing"),
      dailyRange_K: value("dailyRange"), warmestDay: value("warmestDay"), pressure_Pa: 100_000,
    };
    let begin = 0;
    PRINTED[id].forEach((printed, month) => {
      const middle = begin + DAYS[month]! / 2;
      begin += DAYS[month]!;
      const mean = Array.from({ length: 24 }, (_, h) => climateAir(climate, { day: middle, solarTime_h: h + 0.5 }).dryBulb_C).reduce((a, b) => a + b, 0) / 24;
      expect(Math.abs(mean - printed), `month ${month + 1}`).toBeLessThanOrEqual(value("fit") + 0.05);
    });
  });

  it("need no chiller for liquid at 45 degC, and less water than Phoenix", () => {
    for (const id of ["frankfurt", "oslo"]) {
      expect(hall(id, "liquid-dry").why).toEqual([]);
      expect(hall(id, "liquid-dry").cooling.pueMean).toBeLessThan(hall("phoenix", "liquid-adiabatic").cooling.pueMean);
      expect(hall(id, "chilled-evaporative").cooling.waterMean_L_per_kWh).toBeLessThan(hall("phoenix", "chilled-evaporative").cooling.waterMean_L_per_kWh);
    }
  });
});
