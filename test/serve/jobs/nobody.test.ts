/** Days of jobs without a server on either tier are told before a run. */
import { expect, test } from "vitest";
import { loadScenario } from "../../../src/scenario/index.ts";
import { scenarioOf } from "../../support/scenario.ts";
import { daysOf, stagesOf, TWO_TIER } from "./days.ts";

const problemsOf = (...set: readonly string[]): readonly string[] => {
  const loaded = loadScenario({ path: "scenario.yaml", files: { read: (path) => (path === "scenario.yaml" ? TWO_TIER : undefined) }, set });
  return loaded.ok ? [] : loaded.problems.map(({ path, found, expected }) => `${path}: ${found}, expected ${expected}`);
};

test("no platform and no site is a problem; either alone is none", () => {
  expect(problemsOf("ground=null", "serve.platforms=0")).toEqual(["serve.platforms: 0 platforms, and no ground.sites, expected some servers to run jobs on"]);
  expect(problemsOf("ground=null", "serve.platforms=null")).toEqual(["serve.platforms: neither platforms nor orbit.target, and no ground.sites, expected some servers to run jobs on"]);
  expect(problemsOf("serve.platforms=0")).toEqual([]);
  expect(problemsOf("ground=null")).toEqual([]);
});

test("nor is a fleet that comes after the days of jobs a fault of ours: it is told with its quarter", async () => {
  const scenario = scenarioOf(TWO_TIER, "ground=null", "serve.platforms=null", "serve.quarter=2027-Q1", "orbit.target={schedule: {2027-Q4: 4}}", "simulate.days=1");
  await expect(stagesOf(scenario).then((stages) => daysOf(scenario, stages))).rejects.toThrow(/^serve: found no site that closes and no platform at work in 2027-Q1/);
});
