import { beforeAll, describe, expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { runUntil, type Run } from "../../src/run/index.ts";
import { parseQuarter } from "../../src/units/index.ts";
import { loadExample, runExample } from "../support/run-example.ts";

describe("gigawatt-by-2035", () => {
  let got: Run;
  beforeAll(async () => {
    got = await runExample("gigawatt-by-2035");
  });

  test("8,334 platforms of 120 kW are launched by the end of 2035, on no more than nine tenths of 180 flights a year", () => {
    const { build, quarters, manifest } = got.plan!;
    const orbit = build.find(({ option }) => option === "orbit/starship")!;
    const until = quarters.indexOf(parseQuarter("2035-Q4")!);
    expect(orbit.built.slice(0, until + 1).reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(8334 - 1e-3);
    // 1 GW over 120 kW.
    expect(8334).toBe(Math.ceil(1e9 / 120e3));
    for (const { launches } of manifest) expect(launches).toBeLessThanOrEqual((0.9 * 180) / 4 + 1e-6);
  });

  test("four fifths of the flights do not do, and the plan says what stands in the way", async () => {
    const less = await runUntil(loadExample("gigawatt-by-2035", "launch.vehicles.starship.share=80 %"), "plan", { solve: solveHighs });
    expect(less.plan!.status).toBe("infeasible");
    expect(less.plan!.why.join(" ")).toMatch(/launches of starship/);
  });
});
