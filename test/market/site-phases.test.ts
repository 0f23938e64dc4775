/** Phases past a permit: which they are, when their works begin, when they run; dates counted by hand from the works' months. */
import { describe, expect, it } from "vitest";
import { openMarket, withAccess } from "../../src/market/index.ts";
import { load } from "../../src/scenario/index.ts";
import { size, type SiteSizing } from "../../src/size/index.ts";
import { formatQuarter } from "../../src/units/index.ts";
import { scenarioOf } from "../support/scenario.ts";

const WORKS = "works: { begin: 2027-Q1, land: 3 month, shell: 3 month, electrical: 3 month, cooling: 3 month, fitOut: 3 month, it: 3 month }";
const PLANT = `plant: { climate: dallas-2020, cooling: liquid-dry, ${WORKS} }`;
const yaml = (gate: string, more = ""): string => `
dawndusk: 1
name: permit
horizon: { start: 2027-Q1, years: 6 yr }
demand: { classes: [{ id: batch, kind: batch, power: 20 MW, deferralMax: 24 h }] }
ground:
  sites:
    - { id: s, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: a, online: 2028-Q1, power: 10 MW }, { id: b, online: 2028-Q2, power: 30 MW }], ${PLANT} }
    - { id: o, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: seed, online: 2028-Q1, power: 1 MW }], ${PLANT} }
${more}${gate === "" ? "" : `gates:\n  - { id: permit, kind: site-permit, holds: site/s, at: 2029-Q4, ${gate} }\n`}`;

const sites = (text: string): readonly SiteSizing[] => {
  const scenario = scenarioOf(text);
  return size(scenario.gates.length === 0 ? scenario : withAccess(scenario, openMarket(scenario).views[0]!)).sites;
};
const told = ({ phases }: SiteSizing): readonly unknown[] => phases.map(({ id, power_MW, begin_quarter, ready_quarter }) => [id, power_MW, formatQuarter(begin_quarter!), formatQuarter(ready_quarter!)]);

describe("works of a phase", () => {
  // 3 months of land, 3 of shell, fit-out 3 after it, 3 of IT: 12 months, four quarters.
  it("are each phase's own, without a gate from the site's begin", () => {
    const [s] = sites(yaml(""));
    expect(told(s!)).toEqual([["a", 10, "2027-Q1", "2028-Q1"], ["b", 30, "2027-Q1", "2028-Q2"]]);
    for (const phase of s!.phases) expect([phase.works.length, phase.lead_months]).toEqual([6, 12]);
  });

  it("begin no earlier than the permit, so that power comes a year after it", () => {
    const [s] = sites(yaml("fallback: without"));
    expect(told(s!)).toEqual([["a", 10, "2029-Q4", "2030-Q4"], ["b", 30, "2029-Q4", "2030-Q4"]]);
    // Quarters from 2027-Q1: nothing in the first fifteen.
    expect(s!.online_MW.slice(14, 17)).toEqual([0, 40, 40]);
    expect(s!.late[0]).toContain("works begun in 2029-Q4 take 12.00 months, 12.00 more than there are");
  });

  it("that move to another site begin when they move, and leave what stands there alone", () => {
    const [s, o] = sites(yaml("chance: 100 %, fallback: instead, instead: site/o"));
    expect(s!.status).toBe("infeasible");
    expect(told(o!).map((row) => (row as readonly unknown[]).slice(0, 3))).toEqual([["seed", 1, "2027-Q1"], ["s/a", 10, "2029-Q4"], ["s/b", 30, "2029-Q4"]]);
    expect(o!.online_MW.slice(3, 5)).toEqual([0, 1]);
    expect(o!.online_MW.slice(14, 16)).toEqual([1, 41]);
  });

  it("of a later phase begin where it says so", () => {
    const [s] = sites(yaml("").replace("online: 2028-Q2, power: 30 MW", "online: 2028-Q2, power: 30 MW, begin: 2028-Q1"));
    expect(s!.online_MW.slice(3, 9)).toEqual([0, 10, 10, 10, 10, 40]);
    expect(s!.phases[1]).toMatchObject({ binds: "works" });
  });

  it("are not held by a gate of another kind, which holds power alone", () => {
    const [s] = sites(yaml("").concat("gates:\n  - { id: line, kind: custom, holds: site/s, at: 2029-Q4, fallback: without }\n"));
    expect(told(s!)).toEqual([["a", 10, "2027-Q1", "2029-Q4"], ["b", 30, "2027-Q1", "2029-Q4"]]);
  });

  it("have no begin at a site without a plant", () => {
    const text = yaml("").replace("power: 1 MW }]", "power: 1 MW, begin: 2027-Q2 }]").replace(new RegExp(`, ${PLANT.replace(/[{}]/g, "\\$&")} }\n$`), " }\n");
    expect(() => load({ path: "s.yaml", files: { read: () => text }, set: [] })).toThrow(/begin/);
  });
});

describe("a share of a site", () => {
  it("is of the phase that comes online, part by part", () => {
    const shared = `
actors: [{ id: me, kind: ai-lab }, { id: other, kind: rival }]
market:
  self: me
  capacities: [{ id: mw, kind: power, of: s, owner: other, rule: priority }]
  claims: [{ id: c, actor: me, capacity: mw, power: 25 MW }]
`;
    const text = yaml("", shared);
    const scenario = scenarioOf(text);
    const [s] = size(withAccess(scenario, openMarket(scenario).views[0]!)).sites;
    expect(s!.phases.map(({ id, power_MW }) => [id, power_MW])).toEqual([["a", 10], ["b", 15]]);
  });
});
