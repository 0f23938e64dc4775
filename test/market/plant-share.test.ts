/** A site's plant is shared with its megawatts: no turbine is built twice, and a megawatt costs the same whoever has it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openMarket, withAccess } from "../../src/market/index.ts";
import { load, type Scenario } from "../../src/scenario/index.ts";
import { sizeSite } from "../../src/size/index.ts";

const SITE = `{ id: texas, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: one, online: 2027-Q1, power: 100 MW }, { id: two, online: 2028-Q1, power: 140 MW }],
        plant: { climate: dallas-2020, cooling: liquid-dry, grid: { limit: 150 MW }, generators: [{ id: gas, generator: gas-aeroderivative, units: 10 }], solar: { power: 90 MW }, storage: { energy: 200 MWh, power: 50 MW } },
        buildRate: { schedule: { 2027-Q1: 120 MW/yr, 2028-Q1: 200 MW/yr }, source: test }, data: { stored: 40 PB, written: 1 PB/day, read: 2 PB/day } }`;
const BASE = `dawndusk: 1
name: shared plant
horizon: { start: 2027-Q1, years: 3 yr }
demand: { classes: [{ id: work, kind: batch, power: 10 MW, deferralMax: 12 h }] }
ground:
  sites:
    - ${SITE}
`;
const SHARED = (lab_frac: number, more = ""): string => `${BASE}actors: [{ id: lab, kind: ai-lab }, { id: rival, kind: rival, scenario: rival.yaml }]
market:
  self: lab
  capacities: [{ id: grid, kind: power, of: texas, owner: lab${more} }]
  contracts: [{ id: mine, actor: lab, capacity: grid, share: ${lab_frac} }]
  claims: [{ id: theirs, actor: rival, capacity: grid }]
`;

const scenarioOf = (main: string): Scenario => load({ path: "scenario.yaml", files: { read: (path) => ({ "scenario.yaml": main, "rival.yaml": "extends: scenario.yaml\nname: rival\n" })[path] }, set: [] });

type Site = Scenario["ground"]["sites"][number];
const sitesOf = (scenario: Scenario): readonly Site[] => openMarket(scenario).views.map((view) => withAccess(scenario.rivals[view.actor] ?? scenario, view).ground.sites[0]!);
const sizesOf = ({ plant }: Site) => ({ grid: plant!.grid.limit_MW!, gas: plant!.generators[0]!.units * plant!.generators[0]!.power_MW, solar: plant!.solar!.power_MW, store: plant!.storage!.energy_MWh, rate: plant!.storage!.power_MW, cooling: plant!.coolingUnit_MW });

describe("a shared site", () => {
  const written = sizesOf(scenarioOf(BASE).ground.sites[0]!);

  test("is built once: all actors' plants come to what is written, each in proportion to its megawatts", () => {
    fc.assert(fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), (lab_frac) => {
      const sites = sitesOf(scenarioOf(SHARED(lab_frac)));
      const plants = sites.map(sizesOf);
      for (const key of ["grid", "gas", "solar", "store", "rate"] as const) expect((plants[0]![key] + plants[1]![key]) / written[key]).toBeCloseTo(1, 9);
      const power = sites.map(({ phases }) => phases.reduce((sum, { power_MW }) => sum + power_MW, 0));
      for (const [i, plant] of plants.entries()) expect(plant.gas / written.gas).toBeCloseTo(power[i]! / 240, 9);
    }), { numRuns: 20 });
  });

  test("is built at its pace and holds its data once", () => {
    fc.assert(fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), (lab_frac) => {
      const sites = sitesOf(scenarioOf(SHARED(lab_frac)));
      const rates = sites.map(({ buildRate_MW_per_yr: rate }) => (rate.kind === "schedule" ? rate.value : []));
      expect([0, 1].map((i) => rates[0]![i]! + rates[1]![i]!)).toEqual([expect.closeTo(120, 9), expect.closeTo(200, 9)]);
      const sum = (key: "stored_B" | "written_B_per_day" | "read_B_per_day"): number => sites.reduce((all, { data }) => all + data![key], 0);
      expect([sum("stored_B") / 40e15, sum("written_B_per_day") / 1e15, sum("read_B_per_day") / 2e15]).toEqual([1, 1, 1].map((whole) => expect.closeTo(whole, 9)));
    }), { numRuns: 20 });
  });

  test("costs, runs and emits the same a megawatt as the whole does", () => {
    const whole = scenarioOf(BASE);
    const all = sizeSite(whole, whole.ground.sites[0]!);
    const part = sizeSite(whole, sitesOf(scenarioOf(SHARED(0.4)))[0]!);
    expect(part.site_W / all.site_W).toBeCloseTo(0.4, 9);
    const capital = (site: typeof all): number => site.parts.reduce((sum, { capital_usd }) => sum + capital_usd, 0) / site.site_W;
    expect(capital(part) / capital(all)).toBeCloseTo(1, 9);
    expect(part.year.running_usd / part.site_W / (all.year.running_usd / all.site_W)).toBeCloseTo(1, 6);
    expect([part.redundancy.available_frac, part.cooling.pueMean]).toEqual([all.redundancy.available_frac, all.cooling.pueMean].map((value) => expect.closeTo(value, 9)));
  });

  test("whose capacity says its power has its plant written for that", () => {
    const [lab] = sitesOf(scenarioOf(SHARED(0.5, ", power: { schedule: { 2027-Q1: 60 MW, 2028-Q1: 120 MW }, source: test }")));
    expect(sizesOf(lab!).gas / written.gas).toBeCloseTo(0.5, 9);
  });
});

describe("a site under a cap", () => {
  const capped = (cap: number): Site => sitesOf(scenarioOf(`${BASE}gates: [{ id: permit, kind: site-permit, effect: cap, holds: site/texas, at: 2027-Q1, cap: ${cap}, fallback: cap }]\n`))[0]!;
  test("has the plant of what it may have", () => expect(sizesOf(capped(60)).gas / sizesOf(scenarioOf(BASE).ground.sites[0]!).gas).toBeCloseTo(0.25, 12));
  test("builds no slower and holds its data", () => {
    const [site, whole] = [capped(60), scenarioOf(BASE).ground.sites[0]!];
    expect([site.buildRate_MW_per_yr, site.data]).toEqual([whole.buildRate_MW_per_yr, whole.data]);
  });
  test("above all phases, has its plant as written", () => expect(capped(500).plant).toEqual(scenarioOf(BASE).ground.sites[0]!.plant));
});
