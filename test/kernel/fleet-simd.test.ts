import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { accelerated, fleetKernel, planeSun, POWER_COLUMNS, powerRules, referenceKernel, shadowEdge, simdKernel } from "../../src/kernel/index.ts";
import type { FleetKernel, PowerDesign } from "../../src/kernel/index.ts";
import { EARTH_RADIUS_KM } from "../../src/units/index.ts";
import { circle, evenPhases, flags, orbitColumns, planeColumns, RACK, turnsAt, yearlySun } from "./fleet.ts";

/** Equal by ===, number for number; both hold numbers. */
function same(a: ArrayLike<number>, b: ArrayLike<number>): void {
  expect(a.length).toBe(b.length);
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) expect.fail(`differ at ${i}: ${a[i]} and ${b[i]}`);
}

const STEPS = 200;

function flown(kernel: FleetKernel, given: { readonly satellites: number; readonly altitude_km: number; readonly inclination_rad: number; readonly design: PowerDesign; readonly start_s: number }) {
  const { satellites, design, start_s } = given;
  const plane = circle(given);
  const span = { start_s, step_s: 60, count: STEPS };
  const path = planeColumns(STEPS);
  const out = flags(satellites, STEPS);
  planeSun(plane, span, yearlySun(span), path);
  kernel.darkInPlane(evenPhases(satellites), path, { steps: STEPS, edge: shadowEdge(plane.semiMajorAxis, EARTH_RADIUS_KM) }, out);
  const state = { stored_J: Float64Array.from({ length: satellites }, (_, j) => ((j * 7) % 41) * 1e6), temperature_K: Float64Array.from({ length: satellites }, (_, j) => 300 + ((j * 13) % 70)) };
  const rows = new Float64Array(STEPS * POWER_COLUMNS.length);
  const source_W = Float64Array.from({ length: STEPS }, (_, i) => 150_000 + 100 * i);
  kernel.storeAndHeat(powerRules(design, { step_s: 60, hottest_K: 400 }), { source_W, dark: out.dark }, state, rows);
  return { ...out, ...state, rows };
}

const anyFleet = fc.record({
  satellites: fc.integer({ min: 1, max: 140 }),
  altitude_km: fc.double({ min: 250, max: 36_000, noNaN: true }),
  inclination_rad: fc.double({ min: 0, max: Math.PI, noNaN: true }),
  start_s: fc.integer({ min: 0, max: 31_000_000 }),
  design: fc.constantFrom(RACK, { ...RACK, reserve_J: 20e6, refillBelow_J: 20e6 }, { ...RACK, capacity_J: 0 }, { ...RACK, heatCapacity_J_per_K: 3e4 }, { ...RACK, hotSlope_W_per_K: Number.MAX_VALUE }),
});

describe("the accelerated kernel", () => {
  test("runs here", () => {
    expect(accelerated).toBe(true);
    expect(fleetKernel).not.toBe(referenceKernel);
  });

  test("planes, stores and temperatures are equal to the reference's by ===", () => {
    const simd = simdKernel()!;
    fc.assert(
      fc.property(anyFleet, (fleet) => {
        const a = flown(simd, fleet);
        const b = flown(referenceKernel, fleet);
        for (const name of ["dark", "count", "stored_J", "temperature_K", "rows"] as const) same(a[name], b[name]);
        expect(b.rows.some(Number.isNaN)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test("satellites without planes are equal to the reference's by ===", () => {
    const simd = simdKernel()!;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 0, max: 31_000_000 }), (satellites, start_s) => {
        const orbits = orbitColumns(Array.from({ length: satellites }, (_, j) => circle({ altitude_km: 300 + 97 * j, inclination_rad: 0.04 * j, node_rad: j, argumentOfLatitude_rad: 3 * j })));
        const sun = yearlySun({ start_s, step_s: 60, count: STEPS });
        const [a, b] = [simd, referenceKernel].map((kernel) => {
          const turns = turnsAt(orbits, start_s, 60);
          const out = flags(satellites, STEPS);
          for (let block = 0; block < 2; block++) kernel.darkSatellites(turns, sun, out);
          return { ...turns, ...out };
        });
        for (const name of Object.keys(a!) as (keyof NonNullable<typeof a>)[]) same(a![name], b![name]);
      }),
      { numRuns: 30 },
    );
  });

  test("is missing without error where WebAssembly or its SIMD is", async () => {
    expect(simdKernel({ ...WebAssembly, validate: () => false })).toBeUndefined();
    const forbidden = function (): never {
      throw new EvalError("forbidden by a content security policy");
    } as unknown as typeof WebAssembly.Module;
    expect(simdKernel({ validate: () => true, Module: forbidden, Instance: WebAssembly.Instance })).toBeUndefined();
    vi.stubGlobal("WebAssembly", undefined);
    vi.resetModules();
    try {
      const bare = await import("../../src/kernel/index.ts");
      expect(bare.accelerated).toBe(false);
      expect(bare.fleetKernel).toBe(bare.referenceKernel);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
