import { describe, expect, test } from "vitest";
import { nodeFiles } from "../../src/io/index.ts";
import { futureSettings, knownLater, loadScenario } from "../../src/scenario/index.ts";

const path = "examples/talks-fail/scenario.yaml";
const problemsOf = (...set: readonly string[]): string => {
  const loaded = loadScenario({ path, files: nodeFiles(path), set });
  return loaded.ok ? "" : loaded.problems.map((problem) => `${problem.path}: ${problem.found}`).join("\n");
};

describe("futures of a scenario", () => {
  test("are the scenario with their gates gone badly and their settings", () => {
    expect(futureSettings({ gates: "a, b", set: "launch.vehicles.x.price=1 M$; demand.classes.chat.power=2 MW" })).toEqual(["gates.a.chance=1", "gates.b.chance=1", "launch.vehicles.x.price=1 M$", "demand.classes.chat.power=2 MW"]);
    const loaded = loadScenario({ path, files: nodeFiles(path), set: [] });
    if (!loaded.ok) throw new Error("the example does not load");
    expect(loaded.scenario.futures["talks-fail"]!.gates[0]!.chance_frac).toBe(1);
    expect(loaded.scenario.gates[0]!.chance_frac).toBe(0.4);
  });
  test("change nothing that was designed before", () => {
    for (const later of ["launch.vehicles.starship.available", "demand.classes.chat.power", "orbit.factoryRate", "gates.partner-talks.delay"]) expect([later, knownLater(later)]).toEqual([later, true]);
    for (const before of ["orbit.altitude", "orbit.platform.servers", "simulate.days", "horizon.years", "no.such.field"]) expect([before, knownLater(before)]).toEqual([before, false]);
    expect(problemsOf("plan.uncertain.futures.talks-fail.set=orbit.altitude=500 km")).toMatch(/plan\.uncertain\.futures\.talks-fail\.set: .*which is there before the future is known/);
  });
  test("have chances that come to one at most, a date within, and settings that hold", () => {
    expect(problemsOf("plan.uncertain.futures.talks-fail.chance=1", "plan.uncertain.draws=3")).toContain("draws without a chance");
    expect(problemsOf("plan.uncertain.before=2027-Q1")).toContain("plan.uncertain.before: 2027-Q1");
    expect(problemsOf("plan.uncertain.draws=16")).toContain("17 futures");
    expect(problemsOf("plan.uncertain.futures.talks-fail.set=launch.vehicles.starship.share=3")).toContain("launch.vehicles.starship.share");
  });
});
