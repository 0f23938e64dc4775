/** Gates on vehicles and sites that only an actor's own file has, and one draw for all files. */
import { describe, expect, test } from "vitest";
import { openMarket, settleLaunch, withAccess } from "../../src/market/index.ts";
import { loadScenario, type Loaded } from "../../src/scenario/index.ts";
import { sizeSite } from "../../src/size/index.ts";
import { RACK } from "../support/scenario.ts";

const FIRST = 2027 * 4;
const RIVAL = `extends: base.yaml
launch: { vehicles: [{ id: own-rocket, vehicle: falcon-9, cadence: 8 1/yr, share: 100 % }] }
ground:
  sites:
    - { id: campus, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: a, online: 2027-Q1, power: 40 MW }] }
    - { id: spare, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: b, online: 2027-Q1, power: 10 MW }] }
    - { id: queued, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: c, online: 2027-Q1, power: 10 MW }], plant: { climate: dallas-2020, cooling: liquid-dry, queue: { requested: 2024-Q1 } } }
`;
const main = (gates: readonly string[]): string => `${RACK}
actors: [{ id: lab, kind: ai-lab }, { id: rival, kind: rival, scenario: rival.yaml }]
market: { self: lab }
${gates.length === 0 ? "" : `gates:\n${gates.map((gate) => `  - ${gate}`).join("\n")}\n`}`;
const BASE = "extends: scenario.yaml\nlaunch: { vehicles: [] }\nground: { sites: [] }\n";

const read = (gates: readonly string[], ...set: readonly string[]): Loaded =>
  loadScenario({ path: "scenario.yaml", files: { read: (path) => ({ "scenario.yaml": main(gates), "rival.yaml": RIVAL, "base.yaml": BASE })[path] }, set });

const views = (gates: readonly string[]) => {
  const loaded = read(gates);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return openMarket(loaded.scenario).views;
};

describe("gates on what an actor's own file has", () => {
  test("hold its vehicle, and leave the main scenario's alone", () => {
    const [lab, rival] = views(["{ id: licence, kind: launch-licence, holds: vehicle/rival/own-rocket, at: 2028-Q1, fallback: without }"]);
    expect(lab!.vehicles).toEqual([]);
    expect(rival!.vehicles[0]!.launches.slice(0, 6)).toEqual([0, 0, 0, 0, 2, 2]);
  });

  test("hold its site, whose phases may go to another of its sites", () => {
    const [lab, rival] = views(["{ id: permit, kind: site-permit, holds: site/rival/campus, at: 2028-Q1, chance: 90 %, fallback: instead, instead: site/rival/spare }"]);
    expect(lab!.sites).toEqual([]);
    const online = Object.fromEntries(rival!.sites.map(({ site, online_MW }) => [site, online_MW.slice(0, 5)]));
    expect(online).toEqual({ campus: [0, 0, 0, 0, 0], spare: [10, 10, 10, 10, 50] });
  });

  test.each([
    ["site/rival/campsu", 'did you mean "site/rival/campus"?'],
    ["vehicle/rival/falcon-9", "names are those of launch.vehicles in its file"],
    ["site/rivel/campus", "rival"],
    ["site/lab/abilene", "a site of an actor that has a scenario of its own"],
  ])("are refused where %s leads nowhere", (holds, hint) => {
    const loaded = read([`{ id: g, kind: custom, holds: ${holds}, at: 2028-Q1, fallback: without }`]);
    expect(loaded.ok).toBe(false);
    if (loaded.ok) return;
    expect(loaded.problems).toHaveLength(1);
    expect(loaded.problems[0]).toMatchObject({ path: "gates.g.holds", file: "scenario.yaml" });
    expect(JSON.stringify(loaded.problems[0]).replaceAll('\\"', '"')).toContain(hint);
  });
});

test("the draw and the seed are those of the scenario with the market", () => {
  const dates = (...set: readonly string[]): readonly number[] => {
    const loaded = read([], ...set);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const settled = settleLaunch(loaded.scenario);
    const own = withAccess(settled.rivals["rival"]!, openMarket(settled).views[1]!);
    return sizeSite(own, own.ground.sites[2]!).online_MW.map((power, t) => (power > 0 ? FIRST + t : 0)).filter((quarter) => quarter > 0).slice(0, 1);
  };
  const drawn = Array.from({ length: 6 }, (_, n) => dates(`uncertainty.draw=${n + 1}`));
  expect(new Set(drawn.map(String)).size).toBeGreaterThan(1);
  expect(dates("uncertainty.draw=1", "uncertainty.seed=5")).not.toEqual(dates("uncertainty.draw=1", "uncertainty.seed=6"));
});
