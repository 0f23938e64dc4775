import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { nodeFiles } from "../../src/io/index.ts";
import { formatProblem, loadScenario, type Files, type Problem } from "../../src/scenario/index.ts";

const folder = new URL("./broken/", import.meta.url).pathname;
const names = readdirSync(folder).filter((name) => /\.(yaml|json)$/.test(name));

/** What messages.txt, reviewed by hand, says of each file. */
const expected = new Map(
  readFileSync(`${folder}messages.txt`, "utf8").split(/^## /m).slice(1).map((block) => {
    const end = block.indexOf("\n");
    return [block.slice(0, end), block.slice(end + 1).trimEnd()];
  }),
);

const problemsOf = (path: string, files: Files, set: readonly string[] = []): readonly Problem[] => {
  const loaded = loadScenario({ path, files, set });
  return loaded.ok ? [] : loaded.problems;
};
const ofText = (text: string): readonly Problem[] => problemsOf("s.yaml", { read: (path) => (path === "s.yaml" ? text : undefined) });
const said = (problems: readonly Problem[]): string => problems.map(formatProblem).join("\n");

test("every broken scenario has its message, and every message its scenario", () => {
  expect(names.length).toBeGreaterThan(60);
  expect([...expected.keys()].sort()).toEqual([...names].sort());
});

describe("broken scenarios are refused with the message that was agreed", () => {
  const atFolder = nodeFiles(`${folder}any.yaml`);
  const files: Files = { read: (path) => atFolder.read(folder + path) };
  test.each(names)("%s", (name) => {
    const problems = problemsOf(name, files);
    expect(said(problems)).toBe(expected.get(name));
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      for (const part of [problem.found, problem.expected, problem.hint]) expect(part).not.toBe("");
      expect(problem.line).toBeGreaterThan(0);
      expect(problem.column).toBeGreaterThan(0);
    }
  });
});

/** Each limit answers before what it guards against is done: without it, many of these would not end. */
describe("hostile sizes are refused by a limit that says its number", () => {
  const keys = (count: number): string => Array.from({ length: count }, (_, i) => `key${i}: ${i}`).join("\n");
  const cases: readonly (readonly [string, string, string])[] = [
    ["258 kB of keys", keys(18_000), "a map of 18000 keys"],
    ["a thousand unknown keys", keys(1000), "803 more problems follow"],
    ["258 kB of one key", "key: 1\n".repeat(37_000), "a map of 37000 keys"],
    ["258 kB of anchors and aliases", Array.from({ length: 12_000 }, (_, i) => `- &a${i} [*a${i - 1}]`).join("\n"), "aliases"],
    ["a bomb of nine levels", `a0: &a0 x\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`).join("\n")}`, "100000 values"],
    ["258 kB of brackets", "[".repeat(258_000), "32 levels"],
    ["258 kB of braces", "{a: ".repeat(64_500), "32 levels"],
    ["nested dashes", "- ".repeat(100_000), "32 levels"],
    ["nested keys", Array.from({ length: 700 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), "32 levels"],
    ["a megabyte of empty lines", `${"\n".repeat(900_000)}a: 1`, "tokens"],
    ["two megabytes of no text", `\u0000${"x".repeat(2_000_000)}`, "bytes that are not text"],
    ["two megabytes", `name: ${"x".repeat(2_000_000)}`, "2000006 characters"],
    ["a long number", `dawndusk: ${"9".repeat(900_000)}`, "exactly 1"],
    ["a long text", `name: ${"x".repeat(900_000)}`, "4000 characters"],
  ];
  test.each(cases)("%s", (_, text, message) => {
    const problems = ofText(text);
    expect(said(problems)).toContain(message);
    expect(problems.length).toBeLessThanOrEqual(200);
  });

  test("a CSV file of more than 20 MB", () => {
    const text = "extends: template:two-tier\norbit:\n  factoryRate: {file: big.csv, column: rate, unit: 1/yr, time: utc}\n";
    const big = `utc,rate\n${"2027-01-01,1\n".repeat(1_700_000)}`;
    expect(said(problemsOf("s.yaml", { read: (path) => (path === "s.yaml" ? text : path === "big.csv" ? big : undefined) }))).toContain("big.csv:1:1: orbit.factoryRate: found 22100009 characters");
  });
});

describe("--set", () => {
  const base = "extends: template:two-tier\n";
  const set = (...settings: readonly string[]): string => said(problemsOf("s.yaml", { read: (path) => (path === "s.yaml" ? base : undefined) }, settings));
  const cases: readonly (readonly [string, string])[] = [
    ["orbit.altitude=55 km", '--set orbit.altitude=55 km: orbit.altitude: found 55 km, expected a length from 200 to 100000 km\n    is the unit right? For example "650 km"'],
    ["orbit.altitude", "--set orbit.altitude: found orbit.altitude, expected path=value\n    for example --set orbit.altitude='550 km'"],
    ["orbit.altitde=650 km", '--set orbit.altitde=650 km: orbit.altitde: found unknown key altitde, expected one of type, altitude, ltan, inclination, raan, longitude, solarDistance, phase, insertion, life, fleetMax, target, firstLaunch, factoryRate, …\n    did you mean "altitude"?'],
    ["ground.sites.abilen.pue=1.2", '--set ground.sites.abilen.pue=1.2: ground.sites.abilen.pue: found no item "abilen", expected one of abilene\n    did you mean "abilene"?'],
    ["ground.sites.abilene=1.2", "--set ground.sites.abilene=1.2: ground.sites.abilene: found ground.sites.abilene, expected a field of the item, such as ground.sites.abilene.site\n    an item is changed field by field"],
    ["orbit.altitude.value=1 km", "--set orbit.altitude.value=1 km: orbit.altitude.value: found orbit.altitude.value, expected a path that ends at `altitude`\n    to write a schedule or a distribution, set the whole field: path={distribution: uniform, low: ..., high: ...}"],
    ["orbit.altitude={distribution: uniform, low: 700 km, high: 600 km}", "--set orbit.altitude={distribution: uniform, low: 700 km, high: 600 km}: orbit.altitude: found low 700 km and high 600 km, expected low below high\n    swap them; a number that is certain is written as a constant"],
    ["orbit.altitude=", '--set orbit.altitude=: orbit.altitude: found an orbit of the Earth without an altitude, expected a length from 200 km to 100000 km\n    add altitude: 650 km, or write a type that has none: geostationary, sun-earth-l1 or heliocentric'],
    ["name=[", '--set name=[: found a bracket that is never closed, expected its closing bracket\n    close it, or indent the lines that stand inside it'],
    ["__proto__.polluted=1", "--set __proto__.polluted=1: __proto__: found unknown key __proto__, expected one of dawndusk, name, note, horizon, money, demand, ground, orbit, launch, network, plan, finance, capital, options, …\n    remove it, or see `dawndusk explain` for all fields"],
  ];
  test.each(cases)("%s", (setting, message) => expect(set(setting)).toBe(message));
});

test("no prototype is reached", () => {
  ofText('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "orbit": {"__proto__": {"polluted": 1}}, "dawndusk": {"value": 1, "__proto__": {"polluted": 1}}}');
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});
