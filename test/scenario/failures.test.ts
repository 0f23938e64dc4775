import { describe, expect, test } from "vitest";
import { RACK, scenarioOf } from "../support/scenario.ts";

const assumed = (path: string) => scenarioOf(RACK).assumptions.find((one) => one.path === path)!;
// Llama 3 (arXiv 2407.21783v3, table 5): 148 GPU, 72 HBM, 19 SRAM and 17 processor interruptions of 419 on 16,384 H100 in 54 days.
const perYear = (events: number): number => (events / 16_384) * (365.25 / 54);

describe("failures of both tiers", () => {
  test("are interrupted at one rate, restarts included", () => {
    for (const path of ["ground.sites.texas.interruptions", "orbit.radiation.interruptions"]) {
      expect(assumed(path)).toMatchObject({ value: expect.closeTo(perYear(148 + 72 + 19 + 17), 4), low: expect.closeTo(perYear(148 + 72), 4), high: expect.closeTo(perYear(419), 4) });
    }
  });

  test("are lost for good at one rate: 2.5 % to all GPUs that Llama 3 counts as faulty", () => {
    const [ground, orbit] = [assumed("ground.sites.texas.failureRate"), assumed("orbit.platform.failureRate")];
    expect([ground.value, ground.low, orbit.value, orbit.low]).toEqual([0.04, 0.025, 0.04, 0.025]);
    expect(ground.high).toBeCloseTo(perYear(148), 3);
    expect(orbit.high).toBe(0.2);
    expect(ground.value).toBeLessThan(assumed("ground.sites.texas.interruptions").low!);
  });
});
