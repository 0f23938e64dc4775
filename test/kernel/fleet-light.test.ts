import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { circularJ2Positions, darkInPlane, darkSatellites, phaseColumns, planeSun, RESET_STEPS, setTurns, shadowArcLight, shadowEdge } from "../../src/kernel/index.ts";
import { ASTRONOMICAL_UNIT_KM, EARTH_RADIUS_KM, SUN_RADIUS_KM } from "../../src/units/index.ts";
import { measure } from "../golden/measure.ts";
import { circle, evenPhases, flagOf, flags, orbitColumns, planeColumns, stillSun, turnsAt, yearlySun } from "./fleet.ts";

const RE = EARTH_RADIUS_KM;

describe("planeSun", () => {
  test("a year of minutes stays within 1 mm of direct trigonometry", () => {
    const plane = circle({ altitude_km: 650, inclination_rad: 1.7101 });
    const span = { start_s: 0, step_s: 60, count: 525_960 };
    const sun = yearlySun(span);
    const out = planeColumns(span.count);
    planeSun(plane, span, sun, out);
    let worst_mm = 0;
    for (let i = 0; i < span.count; i++) {
      const u = plane.argumentOfLatitude_rad + plane.argumentOfLatitudeRate_rad_per_s * 60 * i;
      const w = plane.node_rad + plane.nodeRate_rad_per_s * 60 * i;
      const [ci, si] = [Math.cos(plane.inclination_rad), Math.sin(plane.inclination_rad)];
      // r.s of phase 0 and of phase 90 deg, from r itself.
      const height = (v: number) =>
        sun.x[i]! * (Math.cos(v) * Math.cos(w) - Math.sin(v) * ci * Math.sin(w)) + sun.y[i]! * (Math.cos(v) * Math.sin(w) + Math.sin(v) * ci * Math.cos(w)) + sun.z[i]! * Math.sin(v) * si;
      worst_mm = Math.max(worst_mm, Math.abs(out.along[i]! - height(u)) * plane.semiMajorAxis * 1e6, Math.abs(out.across[i]! - height(u + Math.PI / 2)) * plane.semiMajorAxis * 1e6);
    }
    measure("fleet-light", { case: "year of minutes by rotation against trigonometry", got: worst_mm, expected: 0, abs: 1, unit: "mm", source: "sine and cosine of each instant" });
  });
});

/** In the cylinder by distances: behind the Earth's centre and nearer than Re to the Sun's axis; and how near the edge in km. */
function cylinder(r: readonly [number, number, number], s: readonly [number, number, number]): { readonly dark: boolean; readonly margin_km: number } {
  const along = r[0] * s[0] + r[1] * s[1] + r[2] * s[2];
  const off = Math.hypot(r[1] * s[2] - r[2] * s[1], r[2] * s[0] - r[0] * s[2], r[0] * s[1] - r[1] * s[0]);
  return { dark: along < 0 && off < RE, margin_km: Math.abs(off - RE) };
}

describe("darkInPlane", () => {
  test("flags are those of positions of circularJ2Positions in the cylinder", () => {
    fc.assert(
      fc.property(
        fc.record({
          altitude_km: fc.double({ min: 250, max: 40_000, noNaN: true }), inclination_rad: fc.double({ min: 0, max: Math.PI, noNaN: true }),
          node_rad: fc.double({ min: -4, max: 4, noNaN: true }), satellites: fc.integer({ min: 1, max: 70 }), start_s: fc.integer({ min: 0, max: 31_000_000 }),
        }),
        ({ satellites, start_s, ...orbit }) => {
          const span = { start_s, step_s: 300, count: 40 };
          const plane = circle(orbit);
          const sun = yearlySun(span);
          const path = planeColumns(span.count);
          const out = flags(satellites, span.count);
          planeSun(plane, span, sun, path);
          darkInPlane(evenPhases(satellites), path, { steps: span.count, edge: shadowEdge(plane.semiMajorAxis, RE) }, out);
          const r = new Float64Array(3 * span.count);
          const counts = new Uint32Array(span.count);
          for (let j = 0; j < satellites; j++) {
            circularJ2Positions({ ...plane, argumentOfLatitude_rad: plane.argumentOfLatitude_rad + (2 * Math.PI * j) / satellites }, span, r);
            for (let i = 0; i < span.count; i++) {
              const { dark, margin_km } = cylinder([r[3 * i]!, r[3 * i + 1]!, r[3 * i + 2]!], [sun.x[i]!, sun.y[i]!, sun.z[i]!]);
              const flag = flagOf(out, satellites, i, j);
              if (flag) counts[i]! += 1;
              if (margin_km > 1e-6) expect(flag).toBe(dark);
            }
          }
          expect(out.count).toEqual(counts);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("share of a full plane in the dark is acos(edge / cos beta) / pi", () => {
    // Wertz & Larson 1999, eq. 5-16: half arc w of the cylinder at beta, cos w = sqrt(1 - (Re/a)^2) / cos beta.
    for (const altitude_km of [400, 550, 1000, 20_000]) {
      for (const beta of [0, 0.3, 0.9]) {
        const plane = circle({ altitude_km, inclination_rad: 0 });
        const edge = shadowEdge(plane.semiMajorAxis, RE);
        const satellites = 20_000;
        const path = planeColumns(1);
        const out = flags(satellites, 1);
        planeSun(plane, { start_s: 1000, step_s: 60, count: 1 }, stillSun([Math.cos(beta), 0, Math.sin(beta)], 1), path);
        darkInPlane(evenPhases(satellites), path, { steps: 1, edge }, out);
        const expected = edge >= Math.cos(beta) ? 0 : Math.acos(edge / Math.cos(beta)) / Math.PI;
        measure("fleet-light", { case: `dark share, ${altitude_km} km, beta ${beta} rad`, got: out.count[0]! / satellites, expected, abs: 1.5 / satellites, unit: "1", source: "Wertz & Larson 1999, 5-16" });
      }
    }
  });

  test("more or less than half of the disc: a full plane's mean light, against the disc between the cones", () => {
    const quarters = 4;
    const disc = (a: number, cosBeta: number): number => {
      const column = () => new Float64Array(quarters);
      const light = { umbra_frac: column(), shadow_frac: column(), lit_frac: column(), turnUmbra_frac: column(), turnShadow_frac: column() };
      const phase_rad = Float64Array.from({ length: quarters + 1 }, (_, q) => -Math.PI + (2 * Math.PI * (q % quarters)) / quarters);
      const ends = (value: number) => new Float64Array(quarters + 1).fill(value);
      shadowArcLight({ orbitRadius: a, earthRadius: RE, sunRadius: SUN_RADIUS_KM }, { phase_rad, cosBeta: ends(cosBeta), sunDistance: ends(ASTRONOMICAL_UNIT_KM) }, quarters, light);
      return light.lit_frac.reduce((sum, lit) => sum + lit, 0) / quarters;
    };
    for (const altitude_km of [300, 550, 1000, 2000, 20_200, 35_786]) {
      const a = RE + altitude_km;
      const edge = shadowEdge(a, RE, ASTRONOMICAL_UNIT_KM);
      const bias = (cosBeta: number): number => (edge >= cosBeta ? 1 : 1 - Math.acos(edge / cosBeta) / Math.PI) - disc(a, cosBeta);
      // Planes of every direction: the mean over sin beta.
      const samples = 20_000;
      let [mean, worst] = [0, 0];
      for (let i = 0; i < samples; i++) {
        const sinBeta = (i + 0.5) / samples;
        const error = bias(Math.sqrt(1 - sinBeta * sinBeta));
        mean += error / samples;
        worst = Math.max(worst, Math.abs(error));
      }
      const row = (name: string, got: number, abs: number) => measure("fleet-light", { case: `lit share less mean disc, ${altitude_km} km, ${name}`, got, expected: 0, abs, unit: "1", source: "disc between umbra and penumbra (shadow-arc)" });
      row("beta 0", bias(1), 1e-5);
      row("planes of every direction", mean, 2e-6);
      row("worst beta, a grazing shadow", worst, 0.018);
    }
  });

  test("a plane whose Sun stands outside the shadow's reach is skipped, not misjudged", () => {
    const edge = 0.5;
    for (const [length, expected] of [[0.5 * (1 - 1e-14), 0], [0.5 * (1 + 1e-14), 1], [0.49, 0], [0.51, 1]] as const) {
      const out = flags(1, 1);
      darkInPlane(phaseColumns(Float64Array.of(Math.PI)), { along: Float64Array.of(length), across: Float64Array.of(0) }, { steps: 1, edge }, out);
      expect(out.count[0]).toBe(expected);
    }
  });
});

describe("darkSatellites", () => {
  test("satellites on their own are flagged as in their plane", () => {
    const plane = circle({ altitude_km: 700, inclination_rad: 1.2 });
    const satellites = 45;
    const span = { start_s: 5e6, step_s: 60, count: RESET_STEPS };
    const sun = yearlySun(span);
    const path = planeColumns(span.count);
    const expected = flags(satellites, span.count);
    planeSun(plane, span, sun, path);
    darkInPlane(evenPhases(satellites), path, { steps: span.count, edge: shadowEdge(plane.semiMajorAxis, RE) }, expected);
    const orbits = orbitColumns(Array.from({ length: satellites }, (_, j) => ({ ...plane, argumentOfLatitude_rad: plane.argumentOfLatitude_rad + (2 * Math.PI * j) / satellites })));
    const out = flags(satellites, span.count);
    darkSatellites(turnsAt(orbits, span.start_s, span.step_s), sun, out);
    expect(out.dark).toEqual(expected.dark);
    expect(out.count).toEqual(expected.count);
  });

  test("the turning state arrives where trigonometry sets it, within 1 mm", () => {
    const orbits = orbitColumns([circle({ altitude_km: 560, inclination_rad: 0.9 }), circle({ altitude_km: 900, inclination_rad: 1.73 })]);
    const turns = turnsAt(orbits, 0, 60);
    darkSatellites(turns, yearlySun({ start_s: 0, step_s: 60, count: RESET_STEPS }), flags(2, RESET_STEPS));
    const expected = turnsAt(orbits, 0, 60);
    setTurns(orbits, { start_s: 60 * RESET_STEPS, step_s: 60 }, expected);
    for (const name of ["cosU", "sinU", "cosW", "sinW"] as const) for (let j = 0; j < 2; j++) expect(Math.abs(turns[name][j]! - expected[name][j]!) * 7e9).toBeLessThan(1);
  });
});
