import { beforeAll, describe, expect, test } from "vitest";
import type { Simulated } from "../../src/serve/index.ts";
import { loadExample } from "../support/run-example.ts";
import { daysOf, stagesOf } from "../serve/jobs/days.ts";

const seen = async (deferral: string): Promise<Simulated> => {
  const scenario = loadExample("batch-24h-in-orbit", `demand.classes.batch.deferralMax=${deferral}`, "simulate.days=2");
  return (await daysOf(scenario, await stagesOf(scenario))).simulated;
};

describe("batch-24h-in-orbit", () => {
  let day: Simulated;
  beforeAll(async () => { day = await seen("24 h"); });

  test("light for jobs is what a circle in the Sun's plane has outside the shadow", () => {
    // 1 - asin(Re/a)/pi at 550 km (Wertz & Larson 1999, section 5.1): 0.6277; minutes at the edges and a week's drift of the plane move it.
    const lit = 1 - Math.asin(6378.137 / 6928.137) / Math.PI;
    for (const { supplied_frac } of day.pools) expect(Math.abs(supplied_frac - lit)).toBeLessThan(0.006);
    for (const { used_frac, supplied_frac } of day.pools) expect(used_frac).toBeLessThan(supplied_frac);
  });

  test("a day is enough: all whose time was up were on time, through hundreds of shadows", () => {
    const [batch] = day.classes;
    expect(batch!.slo_frac).toBe(1);
    expect(batch!.onTime).toBeGreaterThan(200);
    expect(batch!.requeues["supply ends"]).toBeGreaterThan(300);
    expect(batch!.useful_frac.orbit!).toBeGreaterThan(0.9);
    expect(batch!.useful_frac.orbit!).toBeLessThan(1);
  });

  test("an hour is not: no station is that near, and the work is shed whole", async () => {
    const { classes: [batch] } = await seen("1 h");
    expect(batch!.slo_frac).toBe(0);
    expect(batch!.shed_Wh).toBe(batch!.wanted_Wh);
  });
});
