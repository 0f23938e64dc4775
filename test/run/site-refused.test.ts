/** Sites that gates refuse and actors that are allotted nothing: infeasible with a reason in every stage, in no option, twin or verdict. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { openMarket, withAccess } from "../../src/market/index.ts";
import { siteTables } from "../../src/report/tables/site-tables.ts";
import { run, type Run } from "../../src/run/index.ts";
import { size } from "../../src/size/index.ts";
import { scenarioOf } from "../support/scenario.ts";

const HEAD = `
dawndusk: 1
name: refused
horizon: { start: 2027-Q1, years: 3 yr }
demand: { classes: [{ id: batch, kind: batch, power: 20 MW, deferralMax: 24 h }] }
`;
const PLANT = "plant: { climate: dallas-2020, cooling: liquid-dry }";
const site = (id: string, plant: boolean): string => `    - { id: ${id}, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: a, online: 2027-Q2, power: 30 MW }]${plant ? `, ${PLANT}` : ""} }`;
const refused = (id: string): string => `  - { id: permit-${id}, kind: site-permit, holds: site/${id}, at: 2027-Q3, chance: 100 %, fallback: without }`;
const REASON = /no power: .*gate refuses it or the market allots it nothing/;

const finished = async (yaml: string): Promise<Run> => run(scenarioOf(yaml), { solve: solveHighs });

/** Nothing that a reader takes for a price comes from the site. */
const holdsNothingOf = (done: Run, id: string): void => {
  expect(done.sizing!.sites.find((one) => one.id === id)).toMatchObject({ status: "infeasible", site_W: 0, parts: [], why: [expect.stringMatching(REASON) as string] });
  expect(done.plan!.options.map((option) => option.id)).not.toContain(`ground/${id}`);
  expect(done.plan!.twins.flatMap(({ built }) => built.map(({ option }) => option))).not.toContain(`ground/${id}`);
  expect(done.plan!.notes.join(" ")).toMatch(new RegExp(`${id} cannot be built: no power`));
  expect(JSON.stringify(done.finance)).not.toContain(`"ground/${id}"`);
};

describe("a refused site", () => {
  for (const plant of [true, false]) {
    it(`beside one that stands is left out${plant ? ", with a plant" : ""}`, async () => {
      const done = await finished(`${HEAD}ground:\n  sites:\n${site("s", plant)}\n${site("o", plant)}\ngates:\n${refused("s")}\n`);
      holdsNothingOf(done, "s");
      expect(JSON.parse(JSON.stringify(done.market))).toEqual(done.market);
      expect(done.finance!.verdict.text).not.toBe("");
      expect(done.plan!.options.map((option) => option.id)).toEqual(["ground/o"]);
      const [first, , items] = siteTables(done.sizing);
      expect(first!.rows.flat().join(" ")).toMatch(REASON);
      expect(items!.columns.map(({ name }) => name)).toEqual(["item", "o"]);
    });

    it(`leaves nothing where it is all there is${plant ? ", with a plant" : ""}`, async () => {
      const done = await finished(`${HEAD}ground:\n  sites:\n${site("s", plant)}\ngates:\n${refused("s")}\n`);
      holdsNothingOf(done, "s");
      expect(siteTables(done.sizing)).toHaveLength(1);
    });
  }
});

describe("an actor that is allotted nothing", () => {
  const shared = (own_MW: number, other_MW: number): string => `${HEAD}
actors: [{ id: a, kind: ai-lab }, { id: b, kind: rival }]
market:
  self: a
  capacities: [{ id: mw, kind: power, of: s, owner: b, rule: priority }]
  claims:
    - { id: cb, actor: b, capacity: mw, power: ${other_MW} MW }
    - { id: ca, actor: a, capacity: mw, power: ${own_MW} MW, priority: 2 }
ground:
  sites:
${site("s", true)}
`;
  it("has no site to build", async () => {
    const done = await finished(shared(10, 30));
    holdsNothingOf(done, "s");
  });

  // A site has power where and only where something of it is left.
  it("or any share of a site closes, or says why", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 30 }), fc.boolean(), (other_MW, isRefused) => {
      const scenario = scenarioOf(`${shared(30, other_MW)}${isRefused ? `gates:\n${refused("s")}\n` : ""}`);
      const { sites: [one] } = size(withAccess(scenario, openMarket(scenario).views[0]!));
      const left_MW = isRefused ? 0 : 30 - other_MW;
      expect(one!.site_W).toBeCloseTo(left_MW * 1e6, 3);
      expect(one!.status).toBe(left_MW > 0 ? "feasible" : "infeasible");
      for (const { quantity } of one!.ledger) expect(Number.isFinite(quantity)).toBe(true);
    }), { numRuns: 12 });
  });
});
