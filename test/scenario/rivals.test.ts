import { describe, expect, test } from "vitest";
import { loadScenario, type Problem } from "../../src/scenario/index.ts";
import { RACK } from "../support/scenario.ts";

const MAIN = `${RACK}
actors:
  - { id: lab, kind: ai-lab }
  - { id: rival, kind: rival, scenario: rival.yaml }
market:
  self: lab
  capacities: [{ id: f9, kind: launches, of: falcon-9, owner: rival, cost: 20 M$ }]
  claims: [{ id: mine, actor: lab, capacity: f9 }, { id: theirs, actor: rival, capacity: f9, priority: 2 }]
gates:
  - { id: permit, kind: site-permit, holds: site/texas, at: 2027-Q2, fallback: without }
`;
const OWN_SITE = "{ id: tulsa, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: hall, online: 2027-Q1, power: 1 MW }] }";
const BASE = "extends: scenario.yaml\nground: { sites: [] }\n";
const RIVAL = `extends: base.yaml\nground: { sites: [${OWN_SITE}] }\n`;

const problems = (texts: Readonly<Record<string, string>>, ...set: readonly string[]): readonly Problem[] => {
  const files: Readonly<Record<string, string>> = { "scenario.yaml": MAIN, "base.yaml": BASE, "rival.yaml": RIVAL, ...texts };
  const loaded = loadScenario({ path: "scenario.yaml", files: { read: (path) => files[path] }, set });
  return loaded.ok ? [] : loaded.problems;
};

describe("what two actors use is a capacity, or has two ids", () => {
  test("a vehicle that a capacity lists and sites of two ids are accepted", () => expect(problems({})).toEqual([]));

  test("an inherited site is refused, and accepted as a capacity", () => {
    const inherits = { "rival.yaml": "extends: scenario.yaml\nname: rival\n" };
    expect(problems(inherits).map(({ path, found }) => [path, found])).toEqual([["actors.rival.scenario", "site texas of ground.sites, which lab has too and no capacity shares"]]);
    const listed = MAIN.replace("cost: 20 M$ }]", "cost: 20 M$ }, { id: grid, kind: power, of: texas, owner: lab }]");
    expect(problems({ ...inherits, "scenario.yaml": listed })).toEqual([]);
  });

  test("so is a vehicle, of the scenario's own actor or of a third", () => {
    const vehicles = "launch: { vehicles: [{ id: ship, vehicle: starship-v3-claimed }] }\n";
    expect(problems({ "scenario.yaml": MAIN.replace("vehicle: falcon-9 }] }", "vehicle: falcon-9 }, { id: ship, vehicle: starship-v3-claimed }] }") }).map(({ found }) => found)).toEqual(["vehicle ship of launch.vehicles, which lab has too and no capacity shares"]);
    const three = MAIN.replace("scenario: rival.yaml }", "scenario: rival.yaml }\n  - { id: third, kind: rival, scenario: third.yaml }");
    const own = (id: string): string => `extends: base.yaml\nground: { sites: [${OWN_SITE.replace("tulsa", id)}] }\n${vehicles}`;
    expect(problems({ "scenario.yaml": three, "rival.yaml": own("tulsa"), "third.yaml": own("omaha") }).map(({ path, found }) => [path, found])).toEqual([["actors.third.scenario", "vehicle ship of launch.vehicles, which rival has too and no capacity shares"]]);
  });

  test("a vehicle is not used without an orbit", () => {
    expect(problems({ "scenario.yaml": MAIN.replace("vehicle: falcon-9 }] }", "vehicle: falcon-9 }, { id: ship, vehicle: starship-v3-claimed }] }"), "rival.yaml": `${RIVAL}orbit: null\n` })).toEqual([]);
  });
});

describe("gates of an actor's own file", () => {
  test("are refused where they stand; inherited ones are the scenario's", () => {
    const own = problems({ "rival.yaml": `${RIVAL}gates: [{ id: mine, kind: site-permit, holds: site/tulsa, at: 2027-Q2, fallback: without }]\n` });
    expect(own.map(({ file, line, path, hint }) => [file, line, path, hint])).toEqual([["rival.yaml", 3, "gates.mine", "write it there; holds: fleet/rival is the actor's fleet, vehicle/rival/<id> and site/rival/<id> what its own file has"]]);
    expect(problems({ "rival.yaml": `${RIVAL}gates: [{ id: permit, chance: 90 % }]\n` })).toHaveLength(1);
    expect(problems({}, "gates.permit.chance=0.9")).toEqual([]);
  });
});

describe("a gate on an actor's fleet", () => {
  const licence = (holds: string): string => MAIN.replace("gates:\n", `gates:\n  - { id: licence, kind: launch-licence, holds: ${holds}, at: 2027-Q2, fallback: without }\n`);
  test("holds that of the scenario's own actor or of one with a scenario", () => {
    for (const holds of ["fleet", "fleet/lab", "fleet/rival", "\"fleet, fleet/rival\""]) expect(problems({ "scenario.yaml": licence(holds) })).toEqual([]);
  });
  test("is refused for an actor that plans nothing here", () => {
    const three = licence("fleet/third").replace("market:\n", "  - { id: third, kind: commercial }\nmarket:\n");
    expect(problems({ "scenario.yaml": three }).map(({ path, found, expected }) => [path, found, expected])).toEqual([["gates.licence.holds", "fleet/third", "the fleet of an actor that has a scenario: fleet/lab, fleet/rival"]]);
  });
});

describe("who plans here and owns launches says what one costs it", () => {
  const without = MAIN.replace(", cost: 20 M$", "");
  test("an actor with a scenario, as the scenario's own", () => {
    expect(problems({ "scenario.yaml": without }).map(({ path, found, expected }) => [path, found, expected])).toEqual([["market.capacities.f9", "launches of rival, whose scenario is planned too, without a cost", "`cost`: what a launch costs its owner at the margin"]]);
    expect(problems({ "scenario.yaml": without.replace("owner: rival", "owner: lab") }).map(({ found }) => found)).toEqual(["launches of one's own without a cost"]);
  });
  test("not an actor without one", () => expect(problems({ "scenario.yaml": without.replace(", scenario: rival.yaml", "") })).toEqual([]));
});
