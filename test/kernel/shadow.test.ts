import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coneIllumination, visibleSunFraction } from "../../src/kernel/index.ts";

const RE = 6378.137;
const RS = 695_700;
const AU = 149_597_870.7;

/** Sun along +x; satellite at radius r, `angle` from the anti-Sun direction. */
function seen(r: number, angle: number): number {
  return visibleSunFraction(-r * Math.cos(angle), r * Math.sin(angle), 0, AU, 0, 0, RE, RS);
}

/** Ray count over the solar disc seen from the satellite: a ray at angle q from the Earth's centre is blocked when q < b. */
function rays(r: number, angle: number): number {
  const sat = [-r * Math.cos(angle), r * Math.sin(angle), 0] as const;
  const toSun = [AU - sat[0], -sat[1], 0] as const;
  const d = Math.hypot(...toSun);
  const w = [toSun[0] / d, toSun[1] / d, 0] as const;
  const u = [-w[1], w[0], 0] as const;
  const cosA = Math.cos(Math.asin(RS / d));
  const cosB = Math.cos(Math.asin(RE / r));
  const rings = 400;
  const spokes = 720;
  let open = 0;
  for (let i = 0; i < rings; i++) {
    const c = 1 - ((i + 0.5) / rings) * (1 - cosA);
    const s = Math.sqrt(1 - c * c);
    for (let j = 0; j < spokes; j++) {
      const p = (2 * Math.PI * (j + 0.5)) / spokes;
      const ray = [c * w[0] + s * Math.cos(p) * u[0], c * w[1] + s * Math.cos(p) * u[1]] as const;
      if (-(sat[0] * ray[0] + sat[1] * ray[1]) / r < cosB) open++;
    }
  }
  return open / (rings * spokes);
}

describe("visibleSunFraction", () => {
  // The shadow's edges in closed form: sin(b) = Re/r, half angles of the two cones.
  test.each([6928.137, 7378.137, 42_164])("turns 0 and 1 at the cones' edges, r = %d km", (r) => {
    const umbra = Math.asin(RE / r) - Math.asin((RS - RE) / AU);
    const penumbra = Math.asin(RE / r) + Math.asin((RS + RE) / AU);
    expect(seen(r, umbra - 1e-7)).toBe(0);
    expect(seen(r, umbra + 1e-7)).toBeGreaterThan(0);
    expect(seen(r, penumbra - 1e-7)).toBeLessThan(1);
    expect(seen(r, penumbra + 1e-7)).toBe(1);
  });

  test("equals a ray count over the disc", () => {
    for (const r of [6828.137, 7778.137, 42_164]) {
      for (const step of [-0.9, -0.5, 0, 0.4, 0.8]) {
        const angle = Math.asin(RE / r) + step * 0.00465;
        expect(Math.abs(seen(r, angle) - rays(r, angle))).toBeLessThan(1e-3);
      }
    }
  });

  test("beyond the umbra's tip the Earth leaves a ring of light: 1 - (b/a)^2 for small discs", () => {
    const r = 1.5e6;
    const far = visibleSunFraction(-r, 0, 0, AU, 0, 0, RE, RS);
    expect(far).toBeCloseTo(1 - (RE / r / (RS / (AU + r))) ** 2, 4);
  });

  test("is in [0, 1] and rises away from the shadow axis", () => {
    fc.assert(
      fc.property(fc.double({ min: 6500, max: 60_000, noNaN: true }), fc.double({ min: 0, max: 3.1, noNaN: true }), (r, angle) => {
        const here = seen(r, angle);
        expect(here).toBeGreaterThanOrEqual(0);
        expect(here).toBeLessThanOrEqual(1);
        expect(seen(r, angle + 1e-3)).toBeGreaterThanOrEqual(here - 1e-9);
      }),
    );
  });

  test("coneIllumination names the three states", () => {
    const at = (angle: number) => coneIllumination({ satellite: [-7000 * Math.cos(angle), 7000 * Math.sin(angle), 0], sun: [AU, 0, 0], earthRadius: RE, sunRadius: RS });
    expect(at(0)).toEqual({ umbra: true, penumbra: false, lit_frac: 0 });
    expect(at(Math.asin(RE / 7000))).toMatchObject({ umbra: false, penumbra: true });
    expect(at(3)).toEqual({ umbra: false, penumbra: false, lit_frac: 1 });
  });
});
