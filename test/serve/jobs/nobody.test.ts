/** Days of jobs without a server on either tier are told before a run. */
import { expect, test } from "vitest";
import { loadScenario } from "../../../src/scenario/index.ts";
import { TWO_TIER } from "./days.ts";

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
