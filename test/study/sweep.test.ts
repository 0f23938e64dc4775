import { describe, expect, test } from "vitest";
import { loadScenario, scenarioReader, ScenarioError, type Scenario } from "../../src/scenario/index.ts";
import { spansOf, sweep, type Evaluation, type Sweep, type SweepPorts } from "../../src/study/index.ts";
import { RACK } from "../support/scenario.ts";

const FILE = "scenario.yaml";
const read = scenarioReader({ path: FILE, files: { read: (path) => (path === FILE ? RACK : undefined) } });

/** A closed form in place of a model: area of the sphere at the altitude, and none below 500 km. */
const evaluate = (scenario: Scenario): Evaluation => {
  const altitude_km = scenario.orbit!.altitude_km!;
  const possible = altitude_km >= 500;
  return {
    status: possible ? "feasible" : "infeasible",
    why: possible ? [] : [`${altitude_km} km is too low`],
    measures: [
      { key: "area_km2", name: "area", unit: "km2", better: "low", value: possible ? 4 * Math.PI * altitude_km ** 2 : null },
      { key: "life_yr", name: "life", unit: "yr", better: "high", value: scenario.orbit!.life_yr },
    ],
  };
};

const swept = (given: readonly string[], more: Partial<SweepPorts> = {}): Promise<Sweep> => sweep(spansOf("--sweep", given), { read, evaluate, pointsMax: 100, ...more });

describe("sweep", () => {
  test("measures every design of the grid, the first field slowest", async () => {
    const { fields, measures, points, interrupted } = await swept(["orbit.altitude=500,600km", "orbit.life=3..5yr/2"]);
    expect(fields).toEqual([{ path: "orbit.altitude", unit: "km", scale: "list", values: [500, 600] }, { path: "orbit.life", unit: "yr", scale: "linear", values: [3, 4, 5] }]);
    expect(measures.map(({ key }) => key)).toEqual(["area_km2", "life_yr"]);
    expect(points.map(({ values }) => values)).toEqual([[500, 3], [500, 4], [500, 5], [600, 3], [600, 4], [600, 5]]);
    expect(points[4]).toEqual({ values: [600, 4], status: "feasible", why: [], measures: [4 * Math.PI * 360_000, 4] });
    expect(interrupted).toBe(false);
  });

  test("keeps designs that are not possible, and those that are no scenario, with their reasons", async () => {
    const { points } = await swept(["orbit.altitude=400..500km/1", "orbit.type=sun-synchronous,circular"]);
    expect(points.map(({ status }) => status)).toEqual(["infeasible", "invalid", "feasible", "invalid"]);
    expect(points[0]!.why).toEqual(["400 km is too low"]);
    expect(points[1]!.why[0]).toContain("found a circular orbit without an inclination");
    expect(points[1]!.measures).toEqual([null, null]);
  });

  test("is refused where no design is a scenario", async () => {
    await expect(swept(["orbit.type=circular"])).rejects.toThrow(ScenarioError);
  });

  test("says how many points are too many", async () => {
    await expect(swept(["orbit.altitude=300..2000km/49", "orbit.life=1..9yr/2"])).rejects.toThrow("found 150 points (50 x 3), expected at most 100");
  });

  test("keeps what was measured when it is interrupted", async () => {
    const controller = new AbortController();
    const { points, interrupted } = await swept(["orbit.altitude=500..600km"], { signal: controller.signal, onPoint: (done) => done === 3 && controller.abort() });
    expect([points.length, interrupted]).toEqual([3, true]);
  });

  test("stops at a measure that is no number, with its name and design", async () => {
    await expect(swept(["orbit.altitude=500,600km"], { evaluate: () => ({ status: "feasible", why: [], measures: [{ key: "x_km", name: "x", unit: "km", better: null, value: Number.NaN }] }) })).rejects.toThrow("x_km is NaN at orbit.altitude=500 km");
  });
});

describe("scenarioReader", () => {
  test("gives what loading anew gives, in any order of settings", () => {
    for (const set of [["orbit.altitude=700 km"], ["orbit.life=7 yr", "orbit.altitude=800 km"], [], ["orbit.altitude=700 km"], ["orbit.altitude=7 km"]]) {
      expect(read(set)).toEqual(loadScenario({ path: FILE, files: { read: (path) => (path === FILE ? RACK : undefined) }, set }));
    }
  });
});
