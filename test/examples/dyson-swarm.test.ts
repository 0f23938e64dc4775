import { beforeAll, describe, expect, test } from "vitest";
import type { Run } from "../../src/run/index.ts";
import { size } from "../../src/size/index.ts";
import { loadExample, runExample } from "../support/run-example.ts";

const AU_S = 499.005;

describe("dyson-swarm", () => {
  let got: Run;
  beforeAll(async () => {
    got = await runExample("dyson-swarm");
  });

  test("mass, power and Kardashev's number of 800,000 collectors", () => {
    const swarm = got.sizing!.swarm!;
    expect(swarm.mass_kg).toBeCloseTo(800_000 * got.sizing!.platform!.mass.wet_kg, -3);
    // Sagan 1973: (log10 W - 6)/10.
    expect(swarm.kardashev).toBeCloseTo((Math.log10(swarm.electric_W) - 6) / 10, 12);
    expect(swarm.met_W).toBeLessThan(3.828e26);
    expect(swarm.electric_W / swarm.met_W).toBeLessThan(0.32);
  });

  test("growth: doublings by hand", () => {
    const { growth, satellitesToSphere, satellites } = got.sizing!.swarm!;
    // 25,000 to 200,000 a year in 7.5 years: three doublings.
    expect(growth!.doubling_yr).toBeCloseTo(2.5, 12);
    expect(growth!.atThatRate_yr).toBeCloseTo((satellitesToSphere - satellites) / 200_000, -3);
    // After n doublings d R (2^n - 1)/ln 2 are made.
    const doublings = growth!.doublingOn_yr! / 2.5;
    expect((2.5 * 200_000 * (2 ** doublings - 1)) / Math.LN2 / (satellitesToSphere - satellites)).toBeCloseTo(1, 9);
  });

  test("light there and back lies between conjunction and opposition", () => {
    const { range } = got.flight!.summary!;
    expect(range!.roundTripLeast_s).toBeGreaterThan(2 * (0.9833 - 0.723) * AU_S);
    expect(range!.roundTripMost_s).toBeLessThan(2 * (1.0167 + 0.723) * AU_S);
  });

  test("from 0.3 to 1 au: heat, then the way there, says no; farther out it closes", () => {
    const at = (...set: readonly string[]) => size(loadExample("dyson-swarm", ...set));
    expect(at("orbit.solarDistance=0.3 au").why[0]).toMatch(/^the array's cells run at 5\d\d/);
    const tilted = at("orbit.solarDistance=0.3 au", "orbit.platform.pointing=75 deg");
    expect(tilted.why[0]).toMatch(/propellant .* more than its own weight/);
    // The same power by other areas: the sphere's share goes as area x cos over r^2.
    expect(tilted.swarm!.electric_W / got.sizing!.swarm!.electric_W).toBeCloseTo(1, 2);
    expect(at("orbit.solarDistance=1 au").status).toBe("feasible");
  });
});
