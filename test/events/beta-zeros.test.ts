import { describe, expect, test } from "vitest";
import { FrameError, inItrf, planeTrajectory } from "../../src/ephemeris/index.ts";
import { almanacSun, betaZeros } from "../../src/events/index.ts";
import { betaAngle_deg, circularOrbit } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";
import { keplerTrajectory, unit } from "./kepler.ts";
import { EPOCH_S, geometricSun, houseSun, OREKIT, OREKIT_ORBIT } from "./orekit.ts";

describe("Orekit's beta angle detector", () => {
  const trajectory = keplerTrajectory(OREKIT_ORBIT, { epoch_s: EPOCH_S, span_s: 3e6 });
  test.each([{ name: "astronomy-engine's geometric Sun", sun: geometricSun, abs: 10 }, { name: "the house's Sun", sun: houseSun, abs: 900 }])("zero with $name", ({ name, sun, abs }) => {
    const { zeros } = betaZeros(trajectory, { start_s: EPOCH_S, end_s: EPOCH_S + 30 * 86_400 }, { sun });
    expect(zeros.length).toBe(1);
    measure("beta-zeros", { case: `beta zero, ${name}`, got: zeros[0]!.t_s - EPOCH_S, expected: OREKIT.orekit_beta.expect.beta_zero_crossing_s[0], abs, unit: "s", source: "CS-SI/Orekit BetaAngleDetectorTest, test/golden/astro" });
  });
});

describe("beta of a shell", () => {
  const epoch_s = Date.UTC(2027, 0, 1) / 1000;
  const days = 365;
  const span = { start_s: epoch_s, end_s: epoch_s + days * 86_400 };
  const orbit = circularOrbit({ altitude_km: 550, inclination_deg: 53, raan_deg: 40, argumentOfLatitude_deg: 0 });
  const trajectory = planeTrajectory({ name: "shell", objectId: null, orbit, phase_rad: 0, epoch_s, span: { start_s: 0, end_s: days * 86_400 } });
  const beta = (t_s: number): number => {
    const raan_deg = ((orbit.node_rad + orbit.nodeRate_rad_per_s * (t_s - epoch_s)) * 180) / Math.PI;
    return betaAngle_deg({ inclination_deg: 53, raan_deg, sunDirection: unit(almanacSun(t_s)) });
  };

  // The angle's own formula (physics/orbit, eq. 3), which takes node and inclination where this takes states.
  test("every zero of a year where the closed form changes sign, and on its side", () => {
    const { zeros, flown } = betaZeros(trajectory, span);
    expect(flown).toEqual(span);
    let changes = 0;
    for (let t = span.start_s + 3600; t <= span.end_s; t += 3600) if (beta(t) > 0 !== beta(t - 3600) > 0) changes++;
    expect(zeros.length).toBe(changes);
    expect(changes).toBeGreaterThan(10);
    for (const { t_s, rising } of zeros) {
      // The node's own turn tilts r x v by nodeRate / rate: some 2e-4 rad, minutes.
      expect(Math.abs(beta(t_s))).toBeLessThan(0.1);
      expect(beta(t_s + 7200) > beta(t_s - 7200)).toBe(rising);
    }
  });

  test("another frame is a typed error", () => {
    expect(() => betaZeros(inItrf(trajectory), span)).toThrow(FrameError);
  });
});
