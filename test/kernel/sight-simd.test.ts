import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { manySightWindows, observerList, PAIR_SIZE, pairWindows, rowWords, sightAccelerated, sightKernel, sightReference, sightSimd, trackOf } from "../../src/kernel/index.ts";
import type { Observer, Sampler, SightKernel } from "../../src/kernel/index.ts";

const simd = sightSimd()!;
const KERNELS = [simd, sightReference] as const;

/** Equal by ===, number for number; NaN equals NaN. */
function same(a: ArrayLike<number>, b: ArrayLike<number>): void {
  expect(a.length).toBe(b.length);
  for (let i = 0; i < a.length; i++) if (!(a[i] === b[i] || (Number.isNaN(a[i]) && Number.isNaN(b[i])))) expect.fail(`differ at ${i}: ${a[i]} and ${b[i]}`);
}

/** Runs both builds and holds what they write together; answers what the plain one wrote. */
function both<Out extends Readonly<Record<string, ArrayLike<number>>>>(run: (kernel: SightKernel) => Out): Out {
  const [fast, plain] = KERNELS.map(run) as [Out, Out];
  for (const name of Object.keys(plain)) same(fast[name]!, plain[name]!);
  return plain;
}

const RE = 6378.137;
const AU = 149_597_870.7;
const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
/** Any finite number, or one that is none. */
const wild = fc.oneof(fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 1e-300, 1e300), number(-1e5, 1e5));

const unit = fc.tuple(number(-1, 1), number(-1, 1), number(-1, 1)).filter((v) => Math.hypot(...v) > 0.1).map((v) => v.map((x) => x / Math.hypot(...v)) as unknown as readonly [number, number, number]);
const observer: fc.Arbitrary<Observer> = fc.record({ up: unit, lean: unit, mask: number(0, 1.5) }).map(({ up, lean, mask }) => {
  const leaning = up.map((x, i) => x + 0.003 * lean[i]!);
  return { position: up.map((x) => RE * x) as unknown as Observer["position"], zenith: leaning.map((x) => x / Math.hypot(...leaning)) as unknown as Observer["zenith"], sinMask: Math.sin(mask) };
});
const state = fc.tuple(unit, unit, number(6500, 45_000)).map(([place, way, r]) => [...place.map((x) => r * x), ...way.map((x) => 7 * x)]);
const rowsOf = (one: fc.Arbitrary<readonly number[]>, maxLength = 75): fc.Arbitrary<Float64Array> => fc.array(one, { maxLength }).map((rows) => Float64Array.from(rows.flat()));
const wildState = fc.array(wild, { minLength: 6, maxLength: 6 });

/** Rounds that find nothing to compare: 240 of 800 (near), 353 (bits), 532 (dark). That all 100 of a test do is one case in 10^17 at most. */
describe("the accelerated scans are equal to the reference's by ===", () => {
  test("levels over masks, near rows and numbers that are none, for any number of rows and observers", () => {
    let near = 0;
    fc.assert(
      fc.property(rowsOf(fc.oneof({ weight: 9, arbitrary: state }, wildState)), fc.array(observer, { maxLength: 5 }), number(-0.5, 1), (states, observers, limit) => {
        const rows = states.length / 6;
        const list = observerList(observers, observers.map((_, o) => (o === 1 ? -Infinity : RE * limit)));
        const { count } = both((kernel) => {
          // What was there before must not matter.
          const out = { near: new Uint32Array(observers.length * rowWords(rows)).fill(0xffff_ffff), levels: new Float64Array(2 * rows * observers.length) };
          return { ...out, count: [kernel.sightLevels(states, rows, list, out)] };
        });
        near += count[0]!;
      }),
      { numRuns: 100 },
    );
    expect(near).toBeGreaterThan(0);
  });

  test("lines between two points", () => {
    const anyRow = fc.oneof({ weight: 5, arbitrary: fc.tuple(state, state) }, fc.tuple(wildState, wildState), fc.tuple(state, fc.constant([0, 0, 0, 1, 2, 3])), state.map((one) => [one, one]));
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 75 }), (rows) => {
        const [a, b] = [0, 1].map((side) => Float64Array.from(rows.flatMap((row) => row[side]!))) as [Float64Array, Float64Array];
        both((kernel) => {
          const out = new Float64Array(PAIR_SIZE * rows.length);
          kernel.pairLevels(a, b, rows.length, out);
          return { out };
        });
      }),
      { numRuns: 100 },
    );
  });

  test("who sees which rows", () => {
    let bits = 0;
    fc.assert(
      fc.property(rowsOf(fc.oneof({ weight: 9, arbitrary: state.map((one) => one.slice(0, 3)) }, wildState.map((one) => one.slice(0, 3)))), fc.array(observer, { maxLength: 5 }), (xyz, observers) => {
        const rows = xyz.length / 3;
        const { seen } = both((kernel) => {
          const found = new Uint32Array(observers.length * rowWords(rows)).fill(0xffff_ffff);
          kernel.seenRows(xyz, rows, observerList(observers), found);
          return { seen: found };
        });
        bits += seen.filter((word) => word !== 0).length;
      }),
      { numRuns: 100 },
    );
    expect(bits).toBeGreaterThan(0);
  });

  test("margins of both cones, sphere and ellipsoid, within the Earth and on its axis", () => {
    const sun = fc.oneof(unit.map((to) => to.map((x) => AU * x)), fc.constant([0, 0, AU]), fc.array(wild, { minLength: 3, maxLength: 3 }));
    const place = fc.oneof({ weight: 9, arbitrary: state.map((one) => one.slice(0, 3)) }, fc.constant([0, 0, 7000]), fc.constant([100, 0, 0]), wildState.map((one) => one.slice(0, 3)));
    let dark = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(place, sun), { maxLength: 75 }), fc.constantFrom(0, 1 / 298.257223563), (rows, flattening) => {
        const [positions, suns] = [0, 1].map((side) => Float64Array.from(rows.flatMap((row) => row[side]!))) as [Float64Array, Float64Array];
        const { umbra } = both((kernel) => {
          const out = { umbra: new Float64Array(rows.length), penumbra: new Float64Array(rows.length) };
          kernel.coneMargins({ earthRadius: RE, flattening, sunRadius: 695_700 }, positions, suns, rows.length, out);
          return out;
        });
        dark += umbra.filter((margin) => margin < 0).length;
      }),
      { numRuns: 100 },
    );
    expect(dark).toBeGreaterThan(0);
  });

  test("more rows than go through its memory at once", () => {
    const rows = 9001;
    const states = Float64Array.from({ length: 6 * rows }, (_, k) => 7000 * Math.sin(0.1 * k + (k % 6)));
    const positions = Float64Array.from({ length: 3 * rows }, (_, k) => 9000 * Math.cos(0.01 * Math.floor(k / 3) + 2 * (k % 3)));
    const suns = Float64Array.from({ length: 3 * rows }, (_, k) => AU * Math.cos(2 * (k % 3)));
    both((kernel) => {
      const out = new Float64Array(PAIR_SIZE * rows);
      kernel.pairLevels(states, states.toReversed(), rows, out);
      const margins = { umbra: new Float64Array(rows), penumbra: new Float64Array(rows) };
      kernel.coneMargins({ earthRadius: RE, flattening: 0, sunRadius: 695_700 }, positions, suns, rows, margins);
      return { out, ...margins };
    });
  });
});

/** A circle about the centre, seen from a body that does not turn. */
const circle = (radius: number, tilt: number, phase: number): Sampler => {
  const rate = Math.sqrt(398_600.4418 / radius ** 3);
  return (t, out, at) => {
    const u = rate * t + phase;
    const [x, y, vx, vy] = [radius * Math.cos(u), radius * Math.sin(u), -radius * rate * Math.sin(u), radius * rate * Math.cos(u)];
    out.set([x * Math.cos(tilt), y, x * Math.sin(tilt), vx * Math.cos(tilt), vy, vx * Math.sin(tilt)], at);
    return true;
  };
};

describe("windows found by either are the same", () => {
  test("of many observers, by more rows and observers than are taken at once; each as if it were alone", () => {
    const track = trackOf(circle(7000, 1, 0), { start: 0, end: 8e5, stepMax: 290 });
    const observers = Array.from({ length: 70 }, (_, k): Observer => {
      const [lat, lon] = [1.5 * Math.sin(k), 2 * k];
      const up = [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)] as const;
      return { position: up.map((x) => RE * x) as unknown as Observer["position"], zenith: up, sinMask: 0.1 + 0.005 * k };
    });
    const [fast, plain] = KERNELS.map((kernel) => manySightWindows(track, observers, 1e-4, kernel));
    expect(track.rows).toBeGreaterThan(2048);
    expect(fast).toEqual(plain);
    expect(plain!.flat().length).toBeGreaterThan(500);
    for (const k of [0, 33, 69]) expect(manySightWindows(track, [observers[k]!], 1e-4)).toEqual([plain![k]]);
  });

  test("of two satellites", () => {
    const span = { start: 0, end: 86_400, stepMax: 240 };
    const [a, b] = [trackOf(circle(7000, 0.3, 0), span), trackOf(circle(7600, 1.2, 2), span)];
    const [fast, plain] = KERNELS.map((kernel) => pairWindows(a, b, { grazing: RE + 80, range: 4000 }, 1e-3, kernel));
    expect(fast).toEqual(plain);
    expect(plain!.length).toBeGreaterThan(5);
  });
});

describe("the module", () => {
  test("runs here", () => {
    expect(sightAccelerated).toBe(true);
    expect(sightKernel).not.toBe(sightReference);
  });

  test("is missing without error where WebAssembly or its SIMD is", async () => {
    expect(sightSimd({ ...WebAssembly, validate: () => false })).toBeUndefined();
    vi.stubGlobal("WebAssembly", undefined);
    vi.resetModules();
    try {
      const bare = await import("../../src/kernel/index.ts");
      expect([bare.sightAccelerated, bare.sgp4Accelerated, bare.accelerated]).toEqual([false, false, false]);
      expect(bare.sightKernel).toBe(bare.sightReference);
      const track = bare.trackOf(circle(7000, 0, 0), { start: 0, end: 20_000, stepMax: 290 });
      expect(bare.sightWindows(track, { position: [RE, 0, 0], zenith: [1, 0, 0], sinMask: 0.1 }, 1e-4).length).toBeGreaterThan(2);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
