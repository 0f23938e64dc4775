/** What stands on the ground in the replayed week: not late phases, not sites that cannot be built. */
import { describe, expect, it } from "vitest";
import { standing_MW } from "../../src/serve/availability.ts";
import { siteTables } from "../../src/report/tables/site-tables.ts";
import { size } from "../../src/size/index.ts";
import { scenarioOf } from "../support/scenario.ts";
import { serve } from "../support/serve-sized.ts";
import { flight, sizing } from "./stages.ts";

// The queue's median of 55 months from 2027-Q1 is past a horizon of two years and within one of six (2031-Q4); a dry cooler of 45 degC fails in Abu Dhabi's design hour.
const scenario = (years: number) => scenarioOf(`
dawndusk: 1
name: late
horizon: { start: 2027-Q1, years: ${years} yr }
demand: { classes: [{ id: work, kind: batch, power: 10 MW, deferralMax: 12 h }] }
ground:
  sites:
    - { id: there, site: stargate-abilene, server: gb200-nvl72, repairTime: 0 h, phases: [{ id: a, online: 2027-Q1, power: 12 MW }] }
    - { id: late, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: a, online: 2027-Q1, power: 30 MW }], plant: { climate: dallas-2020, cooling: liquid-dry, queue: { requested: 2027-Q1, ramp: 0 month } } }
    - { id: none, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: a, online: 2027-Q1, power: 50 MW }], plant: { climate: dallas-2020, cooling: liquid-dry, gridConnected: "no" } }
`);

describe("power that stands", () => {
  it("is none of a site that is late past the horizon, or that has no power", () => {
    const short = scenario(2);
    expect(standing_MW(short, size(short))).toEqual({ there: 12, late: 0, none: 0 });
    expect(standing_MW(scenario(6), size(scenario(6)))).toEqual({ there: 12, late: 30, none: 0 });
  });

  it("is what the replayed week has", () => {
    const short = scenario(2);
    const { available_frac, replay, siteMeans } = serve(short, { sizing: { ...sizing, platform: null }, flight: { ...flight, summary: null } });
    expect(available_frac.ground).toBe(siteMeans["there"]!.available_frac);
    const most_W = Math.max(...replay!.hourly.ground_W);
    expect(most_W).toBeLessThanOrEqual((12e6 / siteMeans["there"]!.pue) * (1 + 1e-6));
  });

  it("is told with the quarter in which it runs", () => {
    const rows = siteTables(size(scenario(6))).find(({ id }) => id === "site-late")!.rows.map((row) => row.join(" "));
    expect(rows.find((row) => row.startsWith("phase a"))).toContain("from 2031-Q4, written for 2027-Q1");
  });

  it("of no sizing stops", () => {
    expect(() => standing_MW(scenario(2), { sites: [] })).toThrow('site "there" was not sized');
  });
});
