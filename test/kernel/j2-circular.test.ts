import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { circularJ2Positions, j2Rates } from "../../src/kernel/index.ts";
import type { CircularJ2 } from "../../src/kernel/index.ts";
import { EARTH_J2, EARTH_MU_KM3_PER_S2, EARTH_RADIUS_KM } from "../../src/units/index.ts";

const field = { mu: EARTH_MU_KM3_PER_S2, radius: EARTH_RADIUS_KM, j2: EARTH_J2 };

function orbitAt(semiMajorAxis: number, inclination_rad: number): CircularJ2 {
  return { semiMajorAxis, inclination_rad, node_rad: 1.2, argumentOfLatitude_rad: -0.7, ...j2Rates(field, { semiMajorAxis, inclination_rad }) };
}

// The plain twin: equation 3 with sine and cosine at each instant.
function direct(o: CircularJ2, t_s: number): [number, number, number] {
  const u = o.argumentOfLatitude_rad + o.argumentOfLatitudeRate_rad_per_s * t_s;
  const w = o.node_rad + o.nodeRate_rad_per_s * t_s;
  const across = Math.sin(u) * Math.cos(o.inclination_rad);
  return [
    o.semiMajorAxis * (Math.cos(u) * Math.cos(w) - across * Math.sin(w)),
    o.semiMajorAxis * (Math.cos(u) * Math.sin(w) + across * Math.cos(w)),
    o.semiMajorAxis * Math.sin(u) * Math.sin(o.inclination_rad),
  ];
}

describe("circularJ2Positions", () => {
  test("a year of minutes stays within 1 mm of direct trigonometry", () => {
    const orbit = orbitAt(EARTH_RADIUS_KM + 650, 1.7101);
    const count = 525_960;
    const out = new Float64Array(3 * count);
    circularJ2Positions(orbit, { start_s: 0, step_s: 60, count }, out);
    let worst_km = 0;
    for (let i = 0; i < count; i++) {
      const [x, y, z] = direct(orbit, 60 * i);
      worst_km = Math.max(worst_km, Math.hypot(out[3 * i]! - x, out[3 * i + 1]! - y, out[3 * i + 2]! - z));
    }
    expect(worst_km * 1e6).toBeLessThan(1);
  });

  test("blocks join: starting later gives the same instants", () => {
    const orbit = orbitAt(7000, 0.9);
    const whole = new Float64Array(600);
    const part = new Float64Array(300);
    circularJ2Positions(orbit, { start_s: 0, step_s: 37, count: 200 }, whole);
    circularJ2Positions(orbit, { start_s: 3700, step_s: 37, count: 100 }, part);
    for (let i = 0; i < 300; i++) expect(part[i]!).toBeCloseTo(whole[300 + i]!, 8);
  });

  test("the radius is kept", () => {
    fc.assert(
      fc.property(fc.double({ min: 6700, max: 50_000, noNaN: true }), fc.double({ min: 0, max: Math.PI, noNaN: true }), (a, i) => {
        const out = new Float64Array(3 * 1500);
        circularJ2Positions(orbitAt(a, i), { start_s: 0, step_s: 60, count: 1500 }, out);
        for (let s = 0; s < 1500; s += 97) expect(Math.hypot(out[3 * s]!, out[3 * s + 1]!, out[3 * s + 2]!) / a).toBeCloseTo(1, 12);
      }),
    );
  });

  test("a short array is refused", () => {
    expect(() => circularJ2Positions(orbitAt(7000, 1), { start_s: 0, step_s: 1, count: 3 }, new Float64Array(8))).toThrow(/needs 9/);
  });
});
