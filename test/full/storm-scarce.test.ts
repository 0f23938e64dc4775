/** examples/storm-uri with a hall that is too small for its work, six days of June 2021: planned placement against the rivals. */
import { describe, expect, test } from "vitest";
import { serveJobs } from "../../src/run/index.ts";
import type { Simulated } from "../../src/serve/index.ts";
import { stagesOf } from "../serve/jobs/days.ts";
import { loadExample } from "../support/run-example.ts";

/** A queue's luck on one trace (docs/theory/schedule.md, Limits). */
const LUCK = 1.05;

/** Energy, data and lateness a megawatt-hour that was worked. */
const usd_per_MWh = ({ classes }: Simulated): number => {
  const usd = classes.reduce((sum, { cost, late_usd }) => sum + cost.ground.energy_usd + cost.ground.data_usd + cost.orbit.data_usd + late_usd, 0);
  return (1e6 * usd) / classes.reduce((sum, { computed_Wh }) => sum + computed_Wh.ground + computed_Wh.orbit, 0);
};

describe("six days of June with a small hall: cheapest costs no more than the best greedy placement, but for the luck of a trace", () => {
  test.each([5, 8])("%i MW", async (MW) => {
    const sets = ["serve.start=2021-06-01", "serve.days=6", "simulate.days=6", `ground.sites.abilene.phases=[{id: hall, online: 2027-Q1, power: ${MW} MW}]`];
    const stages = await stagesOf(loadExample("storm-uri", ...sets));
    const cost = async (placement: string): Promise<number> => usd_per_MWh((await serveJobs(loadExample("storm-uri", ...sets, `serve.placement=${placement}`), stages, {})).simulated!);
    const rivals = [await cost("ground-first"), await cost("orbit-first"), await cost("threshold")];
    expect(await cost("cheapest")).toBeLessThanOrEqual(LUCK * Math.min(...rivals));
  });
});
