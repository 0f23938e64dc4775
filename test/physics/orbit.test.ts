import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  betaAngle_deg,
  circularOrbit,
  circularSpeed_km_per_s,
  ltanDrift_min_per_yr,
  nodalPeriod_s,
  nodeRate_deg_per_d,
  positionAt_km,
  raanFromLtan_deg,
  julianDate,
  semiMajorAxis_km,
  sunAt,
  sunSynchronousInclination_deg,
} from "../../src/physics/index.ts";
import { EARTH_J2, EARTH_MU_KM3_PER_S2, EARTH_RADIUS_KM } from "../../src/units/index.ts";
import { measure } from "../golden/measure.ts";
import { physicsCases, publishedCase } from "./golden-case.ts";

describe("sun-synchronous orbit", () => {
  test.each(physicsCases("SSO inclination"))("inclination at $input.altitude_km km", ({ input, expected, rel_tol, source }) => {
    const got = sunSynchronousInclination_deg(input["altitude_km"]!);
    measure("orbit", { case: `sun-synchronous inclination, ${input["altitude_km"]} km`, got, expected, rel: rel_tol, unit: "deg", source });
  });

  test("inclinations of the published eclipse table", () => {
    const { inputs, outputs, source } = publishedCase<{ alt_km: number[] }, { inc_deg: number[] }>("sso_eclipse_table");
    inputs.alt_km.forEach((altitude_km, i) => {
      const got = sunSynchronousInclination_deg(altitude_km);
      measure("orbit", { case: `sun-synchronous inclination, ${altitude_km} km (table)`, got, expected: outputs.inc_deg[i]!, abs: 0.01, unit: "deg", source });
    });
  });

  test("Vallado example 11-2: 98.6 deg at 800 km", () => {
    measure("orbit", { case: "sun-synchronous inclination, 800 km (Vallado)", got: sunSynchronousInclination_deg(800), expected: 98.6, rel: 1e-4, unit: "deg", source: "Vallado 2013 ex. 11-2, test/golden/astro/vectors.json" });
  });

  test("the mean Sun moves 0.9856 deg a day, and so does the node", () => {
    const shell = { altitude_km: 650, inclination_deg: sunSynchronousInclination_deg(650) };
    expect(nodeRate_deg_per_d(shell)).toBeCloseTo(360 / 365.2421897, 9);
    expect(ltanDrift_min_per_yr(shell)).toBeCloseTo(0, 6);
  });

  test("no sun-synchronous orbit above 5,974 km", () => {
    expect(() => sunSynchronousInclination_deg(6100)).toThrow(/no sun-synchronous orbit at altitude_km 6100/);
    expect(() => sunSynchronousInclination_deg(Number.NaN)).toThrow(/altitude_km NaN/);
  });

  // SatelliteAnalysis.jl, docs/src/man/eclipse_time.md (MIT): ltdn_to_raan(10.5, 2021-01-01) = 78.4021 deg.
  test("node of Amazonia-1 from its local time", () => {
    const got = raanFromLtan_deg({ ltan_h: 22.5, jd: julianDate("2021-01-01") });
    measure("orbit", { case: "RAAN of LTDN 10:30 on 2021-01-01", got, expected: 78.4021, abs: 0.05, unit: "deg", source: "SatelliteAnalysis.jl docs/src/man/eclipse_time.md" });
  });
});

/** Numerical orbit under J2 (RK4), state [x y z vx vy vz]: an independent check of the secular rates. */
function withJ2(s: number[]): number[] {
  const [x, y, z] = [s[0]!, s[1]!, s[2]!];
  const r2 = x * x + y * y + z * z;
  const m = -EARTH_MU_KM3_PER_S2 / r2 ** 1.5;
  const k = (1.5 * EARTH_J2 * EARTH_RADIUS_KM ** 2) / r2;
  const q = (5 * z * z) / r2;
  return [s[3]!, s[4]!, s[5]!, m * x * (1 + k * (1 - q)), m * y * (1 + k * (1 - q)), m * z * (1 + k * (3 - q))];
}

function step(s: number[], h: number): number[] {
  const add = (a: number[], b: number[], f: number) => a.map((v, i) => v + f * b[i]!);
  const k1 = withJ2(s);
  const k2 = withJ2(add(s, k1, h / 2));
  const k3 = withJ2(add(s, k2, h / 2));
  const k4 = withJ2(add(s, k3, h));
  return s.map((v, i) => v + (h / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!));
}

describe("secular J2 rates", () => {
  // Started at u = 45 deg, where the osculating semi-major axis of a circular orbit equals the mean one to first order in J2.
  test.each([{ altitude_km: 650, inclination_deg: 98 }, { altitude_km: 550, inclination_deg: 53 }])("equal a numerical orbit: $inclination_deg deg", (shell) => {
    const orbit = circularOrbit({ ...shell, raan_deg: 0, argumentOfLatitude_deg: 45 });
    const v = circularSpeed_km_per_s(shell.altitude_km);
    const i = (shell.inclination_deg * Math.PI) / 180;
    const c = Math.SQRT1_2;
    let state = [...positionAt_km(orbit, 0), -v * c, v * c * Math.cos(i), v * c * Math.sin(i)];
    let first = -1;
    let last = 0;
    let revolutions = -1;
    let node0 = 0;
    let node = 0;
    for (let t = 0; revolutions < 100; t += 10) {
      const next = step(state, 10);
      if (state[2]! < 0 && next[2]! >= 0) {
        const f = -state[2]! / (next[2]! - state[2]!);
        last = t + 10 * f;
        node = Math.atan2(state[1]! + f * (next[1]! - state[1]!), state[0]! + f * (next[0]! - state[0]!));
        if (++revolutions === 0) [first, node0] = [last, node];
      }
      state = next;
    }
    const name = `${shell.altitude_km} km, ${shell.inclination_deg} deg`;
    const source = "RK4 of the J2 acceleration, 100 revolutions";
    measure("orbit", { case: `nodal period, ${name}`, got: nodalPeriod_s(shell), expected: (last - first) / 100, abs: 0.1, unit: "s", source });
    const drift = (((node - node0) * 180) / Math.PI / (last - first)) * 86_400;
    measure("orbit", { case: `node rate, ${name}`, got: nodeRate_deg_per_d(shell), expected: drift, rel: 2e-3, unit: "deg/d", source });
  });
});

test("beta is the Sun's elevation above the plane", () => {
  const sunDirection = sunAt(julianDate("2026-06-21")).direction_mod;
  expect(betaAngle_deg({ inclination_deg: 0, raan_deg: 40, sunDirection })).toBeCloseTo(23.44, 1);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 180, noNaN: true }), fc.double({ min: 0, max: 360, noNaN: true }), (inclination_deg, raan_deg) => {
      const beta = betaAngle_deg({ inclination_deg, raan_deg, sunDirection });
      expect(betaAngle_deg({ inclination_deg: 180 - inclination_deg, raan_deg: raan_deg + 180, sunDirection })).toBeCloseTo(-beta, 5);
    }),
  );
  expect(semiMajorAxis_km(650)).toBe(EARTH_RADIUS_KM + 650);
});
