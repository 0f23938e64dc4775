import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brentRoot, grazingRadius, sightWindows, trackOf } from "../../src/kernel/index.ts";
import type { Observer, Sampler } from "../../src/kernel/index.ts";

describe("Brent's root", () => {
  const root = (f: (x: number) => number, a: number, b: number, tolerance = 1e-12): number => brentRoot(f, { a, fa: f(a), b, fb: f(b) }, tolerance);

  test("closed forms, from either side", () => {
    expect(root(Math.cos, 0, 3)).toBeCloseTo(Math.PI / 2, 11);
    expect(root((x) => x * x - 2, 2, 0)).toBeCloseTo(Math.SQRT2, 11);
    expect(root((x) => (x - 1) ** 9, 0, 3, 1e-6)).toBeCloseTo(1, 5);
    expect(root((x) => x, 0, 1)).toBe(0);
    expect(root((x) => (x < 0.3 ? -1 : 1), 0, 1, 1e-9)).toBeCloseTo(0.3, 8);
  });

  test("needs few steps for a smooth function and says when there is no root", () => {
    let calls = 0;
    root((x) => (calls++, Math.exp(x) - 5), 0, 10, 1e-9);
    expect(calls).toBeLessThan(16);
    expect(() => root((x) => x * x + 1, -1, 1)).toThrow(/no change of sign/);
  });

  test("the root lies within the tolerance, always", () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true }), fc.constantFrom(1e-3, 1e-9), (x0, span, tolerance) => {
        const f = (x: number): number => Math.atan(20 * (x - x0)) + 0.1 * (x - x0);
        return Math.abs(root(f, x0 - span, x0 + 2 * span, tolerance) - x0) <= tolerance;
      }),
    );
  });
});

// A circle about the z axis, tilted, around a body that does not turn; radius 7000, observer on the sphere of 6378 at the x axis.
const R = 7000;
const S = 6378;
const rate = 0.001;
const circle =
  (tilt: number, phase = 0): Sampler =>
  (t, out, at) => {
    const u = rate * t + phase;
    const [x, y, vx, vy] = [R * Math.cos(u), R * Math.sin(u), -R * rate * Math.sin(u), R * rate * Math.cos(u)];
    out.set([x * Math.cos(tilt), y, x * Math.sin(tilt), vx * Math.cos(tilt), vy, vx * Math.sin(tilt)], at);
    return true;
  };
const observerAt = (mask_deg: number): Observer => ({ position: [S, 0, 0], zenith: [1, 0, 0], sinMask: Math.sin((mask_deg * Math.PI) / 180) });
const period = (2 * Math.PI) / rate;
/** Angle at the centre at which a circle of radius R stands at an elevation: closed form from the triangle centre, observer, satellite. */
const arc = (elevation_deg: number): number => Math.acos((S / R) * Math.cos((elevation_deg * Math.PI) / 180)) - (elevation_deg * Math.PI) / 180;
const windows = (sample: Sampler, mask_deg: number, start: number, end: number) =>
  sightWindows(trackOf(sample, { start, end, stepMax: period / 20 }), observerAt(mask_deg), 1e-6);

describe("windows over an observer", () => {
  test("overhead passes begin and end where the triangle says", () => {
    const found = windows(circle(0), 10, period / 2, 3.5 * period);
    expect(found).toHaveLength(3);
    found.forEach((window, i) => {
      const middle = (i + 1) * period;
      expect(window.start).toBeCloseTo(middle - arc(10) / rate, 5);
      expect(window.end).toBeCloseTo(middle + arc(10) / rate, 5);
      expect(window.peak).toBeCloseTo(middle, 4);
      expect(window.peakSin).toBeCloseTo(1, 9);
      expect(window).toMatchObject({ openAtStart: false, openAtEnd: false });
    });
  });

  test("a pass that is under way at an end of the span is open there", () => {
    const found = windows(circle(0), 10, 0, period);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({ start: 0, openAtStart: true, openAtEnd: false, peak: 0 });
    expect(found[1]).toMatchObject({ end: period, openAtStart: false, openAtEnd: true, peak: period });
    expect(found[0]!.end).toBeCloseTo(arc(10) / rate, 5);
  });

  test("a pass of seconds between two rows is found, and one that stays a hair below the mask is not", () => {
    // Tilted by the arc for 20 degrees, the highest elevation is 20: cos psi = cos tilt cos u.
    const tilt = arc(20);
    const half = (mask_deg: number): number => Math.acos(Math.cos(arc(mask_deg)) / Math.cos(tilt)) / rate;
    const [grazing] = windows(circle(tilt), 19.999, period / 2, 1.5 * period);
    expect(grazing!.end - grazing!.start).toBeCloseTo(2 * half(19.999), 3);
    expect(grazing!.end - grazing!.start).toBeLessThan(10);
    expect((Math.asin(grazing!.peakSin) * 180) / Math.PI).toBeCloseTo(20, 8);
    expect(windows(circle(tilt), 20.001, period / 2, 1.5 * period)).toEqual([]);
  });

  test("what never sets is one window open at both ends; what has no position has none", () => {
    const still: Sampler = (_, out, at) => (out.set([42_164, 0, 0, 0, 0, 0], at), true);
    expect(windows(still, 10, 5, 905)).toEqual([{ start: 5, end: 905, openAtStart: true, openAtEnd: true, peak: 5, peakSin: expect.closeTo(1, 12) }]);
    expect(windows(() => false, 10, 0, 900)).toEqual([]);
    const lost = windows((t, out, at) => t < 20_000 && circle(0)(t, out, at), 10, period / 2, 10 * period);
    expect(lost).toHaveLength(3);
    const gap = trackOf((t, out, at) => Math.abs(t - period) > 100 && circle(0)(t, out, at), { start: period / 2 - 40, end: 1.5 * period, stepMax: period / 20 });
    expect(() => sightWindows(gap, observerAt(10), 1e-6)).toThrow(/no position at/);
  });

  test("windows are in order, apart, and in view in the middle, whatever the orbit", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1.5, noNaN: true }), fc.double({ min: 0, max: 6, noNaN: true }), fc.double({ min: 0, max: 60, noNaN: true }), (tilt, phase, mask_deg) => {
        const sample = circle(tilt, phase);
        const found = windows(sample, mask_deg, 0, 5 * period);
        const state = new Float64Array(6);
        const sinAt = (t: number): number => {
          sample(t, state, 0);
          return (state[0]! - S) / Math.hypot(state[0]! - S, state[1]!, state[2]!);
        };
        const sinMask = Math.sin((mask_deg * Math.PI) / 180);
        const seen = (t: number): boolean => sinAt(t) >= sinMask;
        const covered = (t: number): boolean => found.some(({ start, end }) => t >= start && t <= end);
        for (let t = 0; t < 5 * period; t += period / 333) {
          if (Math.abs(sinAt(t) - sinMask) > 1e-6) expect(covered(t)).toBe(seen(t));
        }
        found.forEach((window, i) => i > 0 && expect(window.start).toBeGreaterThan(found[i - 1]!.end));
      }),
      { numRuns: 60 },
    );
  });
});

// Closed forms: a chord of a circle r with half angle h passes the centre at r cos h.
test("grazing radius of a line of sight", () => {
  expect(grazingRadius([R, 0, 0], [0, R, 0])).toBeCloseTo(R * Math.SQRT1_2, 9);
  expect(grazingRadius([R, 0, 0], [-R, 0, 0])).toBe(0);
  expect(grazingRadius([R, 0, 0], [2 * R, 0, 0])).toBe(R);
  expect(grazingRadius([R, 0, 0], [R, 0, 0])).toBe(R);
  expect(grazingRadius([0, R, 1000], [0, R, -3000])).toBe(R);
});
