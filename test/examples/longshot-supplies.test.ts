import { beforeAll, describe, expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { runUntil, type Run } from "../../src/run/index.ts";
import { heldAgainst } from "../support/held-against.ts";
import { loadExample } from "../support/run-example.ts";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe("example longshot-supplies", () => {
  let got: Run;
  let without: Run;
  beforeAll(async () => {
    got = await runUntil(loadExample("longshot-supplies"), "plan", { solve: solveHighs });
    heldAgainst("longshot-supplies", got, "plan");
    without = await runUntil(loadExample("longshot-supplies", "launch.vehicles.longshot.share=0"), "plan", { solve: solveHighs });
  });

  test("a gun carries supplies from its first year on, and never a platform", () => {
    const { manifest, options, notes } = got.plan!;
    const shots = manifest.filter(({ vehicle }) => vehicle === "longshot");
    expect(shots.length).toBeGreaterThan(0);
    for (const { quarter, aboard, launches } of shots) {
      expect(quarter).toBeGreaterThanOrEqual(2029 * 4);
      expect(launches).toBeLessThanOrEqual(365 / 4 + 1e-6);
      expect(aboard.every(({ kind }) => kind === "cargo")).toBe(true);
    }
    expect(options.map(({ id }) => id)).not.toContain("orbit/longshot");
    expect(notes.join()).toMatch(/longshot carries no platform: acceleration: 300.0 g/);
  });
  test("no launch holds more than its mass and room", () => {
    for (const { hold_kg, hold_m3, aboard } of got.plan!.manifest) {
      expect(sum(aboard.map(({ mass_kg }) => mass_kg))).toBeLessThanOrEqual(hold_kg * (1 + 1e-6));
      expect(sum(aboard.map(({ volume_m3 }) => volume_m3))).toBeLessThanOrEqual(hold_m3 * (1 + 1e-6));
    }
  });
  test("what is used has arrived, half of the shots being lost, and is what those at work need", () => {
    const { cargo, build, quarters } = got.plan!;
    const inService = quarters.map((_, t) => sum(build.filter(({ option }) => option.startsWith("orbit/")).map((one) => one.inService[t]!)));
    const need: Readonly<Record<string, number>> = { krypton: 12, panels: 30 };
    for (const { id, loaded_kg, arrived_kg, used_kg, idle } of cargo) {
      quarters.forEach((_, t) => {
        expect(sum(used_kg.slice(0, t + 1))).toBeLessThanOrEqual(sum(arrived_kg.slice(0, t + 1)) + 1e-2);
        expect(used_kg[t]!).toBeCloseTo((need[id]! / 4) * (inService[t]! - idle[t]!), 2);
      });
      expect(sum(arrived_kg)).toBeLessThan(sum(loaded_kg));
      expect(sum(arrived_kg)).toBeGreaterThan(0.5 * sum(loaded_kg) - 1);
    }
  });
  test("it is worth something, and little", () => {
    const saved = without.plan!.solver.objective_usd - got.plan!.solver.objective_usd;
    expect(saved).toBeGreaterThan(0);
    expect(saved).toBeLessThan(0.01 * got.plan!.solver.objective_usd);
  });
});
