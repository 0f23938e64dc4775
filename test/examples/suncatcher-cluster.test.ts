import { beforeAll, describe, expect, test } from "vitest";
import type { Run } from "../../src/run/index.ts";
import { runExample } from "../support/run-example.ts";

describe("suncatcher-cluster", () => {
  let got: Run;
  beforeAll(async () => {
    got = await runExample("suncatcher-cluster");
  });

  test("81 satellites fly, and all of them train together", () => {
    const { build } = got.plan!;
    expect(got.plan!.status).toBe("optimal");
    const orbit = build.find(({ option }) => option === "orbit/starship")!;
    expect(orbit.built.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(81 - 1e-6);
    expect(got.service!.classes[0]!.training!.platforms).toBe(81);
  });

  test("200 $ a kilogram are what launch costs, and launch is not what costs most", () => {
    const option = got.plan!.options.find(({ id }) => id === "orbit/starship")!;
    const launch = option.capital.filter(({ line }) => line.boundary === "launch").reduce((sum, { line }) => sum + line.quantity, 0);
    // As packed into a payload of whole satellites.
    expect(launch / option.unitMass_kg!).toBeGreaterThanOrEqual(200 - 1e-6);
    expect(launch / option.unitMass_kg!).toBeLessThan(230);
    const items = new Map(got.finance!.orbit!.items.map(({ item, usd_per_kW_yr }) => [item, usd_per_kW_yr]));
    expect(items.get("launch")!).toBeLessThan(items.get("structure")!);
  });
});
