/** A flight record needs flights, its own or the catalogue's. */
import { describe, expect, test } from "vitest";
import { entries } from "../../src/catalog/index.ts";
import { loadScenario } from "../../src/scenario/index.ts";
import { RACK } from "../support/scenario.ts";

const problems = (vehicle: string, record: string): readonly string[] => {
  const text = RACK.replace("{ id: falcon-9, vehicle: falcon-9 }", `{ id: rocket, vehicle: ${vehicle}, record: ${record} }`);
  const loaded = loadScenario({ path: "scenario.yaml", files: { read: () => text } });
  return loaded.ok ? [] : loaded.problems.map(({ path, found }) => `${path}: ${found}`);
};

describe("record: {}", () => {
  test("counts the catalogue's flights of every vehicle that has flown to orbit under its name", () => {
    for (const id of ["falcon-9", "falcon-heavy", "starship-v3-demonstrated", "starship-v3-claimed", "new-glenn", "electron", "firefly-alpha", "vulcan", "ariane-62"]) expect(problems(id, "{}")).toEqual([]);
  });
  test("is told where there are none, at the record", () => {
    expect(problems("stoke-nova", "{}")).toEqual(["launch.vehicles.rocket.record: a record without successes and failures, and the catalogue has none of stoke-nova"]);
    expect(problems("stoke-nova", "{ successes: 0 }")).toEqual(["launch.vehicles.rocket.record: a record without failures, and the catalogue has none of stoke-nova"]);
    expect(problems("stoke-nova", "{ successes: 0, failures: 0 }")).toEqual([]);
  });
  test("both numbers or none stand in the catalogue", () => {
    for (const { id, figures } of entries("vehicles")) expect([id, figures["successes"] === undefined]).toEqual([id, figures["failures"] === undefined]);
  });
});
