/** A site in the plan is the site that was sized and flown: by the megawatt, and over time. */
import { describe, expect, it } from "vitest";
import { flySites } from "../../../src/fly/index.ts";
import { siteLimits, siteOption, type SiteInput } from "../../../src/plan/case/site-case.ts";
import type { OptionCase } from "../../../src/plan/index.ts";
import { serve } from "../../../src/serve/index.ts";
import { size } from "../../../src/size/index.ts";
import { HOURS_PER_YEAR } from "../../../src/units/index.ts";
import { scenarioOf } from "../../support/scenario.ts";

const PLANT = "plant: { climate: phoenix, cooling: liquid-adiabatic, works: { begin: 2027-Q1 }, queue: { requested: 2025-Q1, wait: 30 month, ramp: 6 month }, grid: { delivery: 10 $/MWh, demandCharge: 5 $/kW }, generators: [{ id: gas, generator: gas-engine, units: 2, ordered: 2027-Q1 }] }";
const site = (fields: string): SiteInput => {
  const scenario = scenarioOf(`
dawndusk: 1
name: one site
horizon: { start: 2027-Q1, years: 5 yr }
demand: { classes: [{ id: work, kind: batch, power: 1 MW, deferralMax: 12 h }] }
ground: { sites: [{ id: here, site: arizona-phoenix, server: gb200-nvl72, phases: [{ id: a, online: 2027-Q1, power: 40 MW }, { id: b, online: 2029-Q1, power: 60 MW }], ${fields} }] }`);
  const sizing = size(scenario);
  const flight = { summary: null, fleet: null, sites: flySites(scenario, sizing).sites, delivered: null, ledger: [], notes: [] };
  const service = serve(scenario, { sizing, flight });
  const means = service.siteMeans["here"]!;
  return { site: scenario.ground.sites[0]!, sized: sizing.sites[0]!, means, flown: means.origin === "flown" ? flight.sites[0]! : null, name: "here", quarters: service.quarters, pool: 0, index: 0, price_factor: 1 };
};
const optionOf = (input: SiteInput): OptionCase => siteOption(scenarioOf(`
dawndusk: 1
name: any
horizon: { start: 2027-Q1, years: 5 yr }
demand: { classes: [{ id: work, kind: batch, power: 1 MW, deferralMax: 12 h }] }
ground: { sites: [{ id: here, site: arizona-phoenix, phases: [{ id: a, online: 2027-Q1, power: 1 MW }] }] }`), input);
const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe("a site in the plan", () => {
  const input = site(`powerPrice: 60 $/MWh, ${PLANT}`);
  const option = optionOf(input);

  it("costs by the megawatt what it costs whole, and stands at what it stands at", () => {
    expect(total(option.capital.map(({ usd }) => usd[0]!)) * 100 / total(input.sized.parts.map(({ capital_usd }) => capital_usd))).toBeCloseTo(1, 9);
    expect(total(option.standing.map(({ usd }) => usd[0]!)) * 100 / total(input.sized.standing.map(({ usd_per_yr }) => usd_per_yr))).toBeCloseTo(1, 9);
    expect(new Set(option.capital.map(({ subsystem }) => subsystem)).size).toBe(option.capital.length);
  });

  it("pays for a megawatt that runs all year what the flown year paid", () => {
    const [energy, water] = option.running;
    expect(energy!.usd[0]! / (input.flown!.money.energy_usd_per_MWh * HOURS_PER_YEAR)).toBeCloseTo(1, 9);
    expect(water!.usd[0]! / ((input.flown!.money.water_usd / input.flown!.energy.it_MWh) * HOURS_PER_YEAR)).toBeCloseTo(1, 9);
    // Dear hours move the grid's energy alone.
    const dear = optionOf({ ...input, price_factor: 1.5 }).running[0]!.usd[0]!;
    expect((dear - energy!.usd[0]!) / (0.5 * (input.flown!.money.gridEnergy_usd / input.flown!.energy.it_MWh) * HOURS_PER_YEAR)).toBeCloseTo(1, 9);
  });

  it("can stand when works, queue and engines have power for it", () => {
    // Works from 2027-Q1 take 12 months; the grid comes from 2027-Q3 over two quarters; 19 MW of engines 15 months after their order.
    const [grid] = siteLimits(input);
    const months = [0, 0, 0, 0, 40, 40, 40, 40, 100];
    expect(grid!.amount.slice(0, 9)).toEqual(months);
    const late = siteLimits(site(PLANT.replace("wait: 30 month", "wait: 54 month")))[0]!.amount;
    // Nothing of the grid until mid-2029: engines alone from 2028-Q2.
    expect(late.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 19]);
    expect(late.at(-1)).toBe(100);
  });

  it("follows prices over time where no hours are written", () => {
    const falling = optionOf(site(`powerPrice: { schedule: { 2027-Q1: 60 $/MWh, 2031-Q1: 30 $/MWh } }, serverPrice: { schedule: { 2027-Q1: 3 M$, 2031-Q1: 1.5 M$ } }, ${PLANT}`));
    const servers = falling.capital.find(({ boundary }) => boundary === "it")!.usd;
    expect(servers[16]! / servers[0]!).toBeCloseTo(0.5, 6);
    const rest = (input.flown!.money.energy_usd_per_MWh - input.flown!.money.gridEnergy_usd / input.flown!.energy.it_MWh) * HOURS_PER_YEAR;
    const [energy] = falling.running;
    expect(energy!.usd[17]!).toBeLessThan(energy!.usd[0]!);
    expect(energy!.usd[17]!).toBeGreaterThan(rest * 0.5);
    expect(falling.capital.find(({ boundary }) => boundary === "structure")!.usd[16]).toBe(falling.capital.find(({ boundary }) => boundary === "structure")!.usd[0]);
  });

  it("by its means alone is what it always was: price x PUE, servers of the power over PUE", () => {
    const plain = site("powerPrice: 60 $/MWh, pue: 1.25");
    expect(plain.flown).toBeNull();
    const bare = optionOf(plain);
    expect(bare.running[0]!.usd[0]).toBeCloseTo(60 * 1.25 * HOURS_PER_YEAR, 3);
    expect(bare.unit.itNameplate_W).toBeCloseTo(1e6 / 1.25, 3);
    expect(siteLimits(plain)[0]!.amount.slice(0, 9)).toEqual([40, 40, 40, 40, 40, 40, 40, 40, 100]);
  });
});
