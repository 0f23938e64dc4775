import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assertFrame, assertSameEpoch, assertSameFrame, atEpoch, EpochError, FrameError, inItrf, planeTrajectory } from "../../src/ephemeris/index.ts";
import type { Trajectory } from "../../src/ephemeris/index.ts";
import { circularJ2Positions } from "../../src/kernel/index.ts";
import { circularOrbit } from "../../src/physics/index.ts";
import { goldenCsv } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";

const epoch_s = Date.UTC(2027, 0, 1) / 1000;
const orbit = circularOrbit({ altitude_km: 650, inclination_deg: 97.99, raan_deg: 190, argumentOfLatitude_deg: 25 });
const span = { start_s: 0, end_s: 86_400 };
const plane = planeTrajectory({ name: "one", objectId: null, orbit, phase_rad: 0.5, epoch_s, span });

const stateOf = ({ sample }: Trajectory, t_s: number): number[] => {
  const out = new Float64Array(6);
  expect(sample(t_s, out, 0)).toBe(true);
  return [...out];
};
const apart = (a: readonly number[], b: readonly number[]): number => Math.hypot(...[0, 1, 2].map((k) => a[k]! - b[k]!));

/** Rate of the positions by central differences of the fourth order; error of rounding 1e-9 km/s at this step. */
const rateOf = (trajectory: Trajectory, t_s: number): number[] => {
  const h = 4;
  const [a, b, c, d] = [-2, -1, 1, 2].map((k) => stateOf(trajectory, t_s + k * h));
  return [0, 1, 2].map((k) => (a![k]! - 8 * b![k]! + 8 * c![k]! - d![k]!) / (12 * h));
};

describe("a satellite of a plane", () => {
  test("stands where the kernel has it, its phase ahead", () => {
    const ahead = { ...orbit, argumentOfLatitude_rad: orbit.argumentOfLatitude_rad + 0.5 };
    const xyz = new Float64Array(3 * 1440);
    circularJ2Positions(ahead, { start_s: 0, step_s: 60, count: 1440 }, xyz);
    const worst = Math.max(...Array.from({ length: 1440 }, (_, k) => apart(stateOf(plane, 60 * k), [...xyz.subarray(3 * k, 3 * k + 3)])));
    expect(worst).toBeLessThan(1e-6);
  });

  test("its velocity is the rate of its positions, the node's turning with it, in either frame", () => {
    for (const trajectory of [plane, inItrf(plane)])
      fc.assert(fc.property(fc.double({ min: 100, max: 86_000, noNaN: true }), (t_s) => apart(stateOf(trajectory, t_s).slice(3), rateOf(trajectory, t_s)) < 2e-8));
  });

  test("has no position outside its span, and its ends are within it after any rebasing", () => {
    const out = new Float64Array(6);
    expect([plane.sample(-1, out, 0), plane.sample(86_401, out, 0)]).toEqual([false, false]);
    fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (later_s) => {
      const moved = atEpoch(plane, epoch_s + later_s);
      return moved.sample(moved.span.start_s, out, 0) && moved.sample(moved.span.end_s, out, 0);
    }));
  });

  test("a number that is none is named", () => {
    expect(() => planeTrajectory({ name: "one", objectId: null, orbit: { ...orbit, node_rad: NaN }, phase_rad: 0, epoch_s, span })).toThrow(/node_rad of "one" is NaN/);
    expect(() => planeTrajectory({ name: "one", objectId: null, orbit, phase_rad: 0, epoch_s, span: { start_s: 1, end_s: 0 } })).toThrow(RangeError);
  });
});

test("another epoch, the same places", () => {
  const moved = atEpoch(plane, epoch_s + 3600);
  expect(moved).toMatchObject({ epoch_s: epoch_s + 3600, span: { start_s: -3600, end_s: 82_800 }, name: "one", frame: "TEME" });
  expect(stateOf(moved, 100)).toEqual(stateOf(plane, 3700));
  expect(atEpoch(moved, moved.epoch_s)).toBe(moved);
  expect(() => atEpoch(plane, NaN)).toThrow(RangeError);
});

describe("TEME to ITRF", () => {
  const rows = goldenCsv("./astro/teme_itrs.csv");
  const numbers = (row: Record<string, string>, frame: string): number[] => ["x", "y", "z"].map((axis) => Number(row[`${frame}_${axis}`]));

  test("against astropy, days from the epoch too", () => {
    for (const days of [0, 300]) {
      const worst = Math.max(...rows.map((row) => {
        const at_s = Date.parse(row["utc"]!.replace(/Z?$/, "Z")) / 1000;
        const still: Trajectory = { ...plane, epoch_s: at_s - days * 86_400, sample: (_, out, at) => (out.set([...numbers(row, "teme"), 0, 0, 0], at), true) };
        return apart(stateOf(inItrf(still), days * 86_400), numbers(row, "itrs"));
      }));
      measure("ephemeris frames", { case: `TEME to ITRF, largest error, epoch ${days} days before`, got: worst, expected: 0, abs: 0.025, unit: "km", source: "python-sgp4 2.26 + astropy 5.2.1, test/golden/astro" });
    }
  });

  test("turns about the pole alone: height and distance stay", () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 86_400, noNaN: true }), (t_s) => {
      const [a, b] = [stateOf(plane, t_s), stateOf(inItrf(plane), t_s)];
      return a[2] === b[2] && a[5] === b[5] && Math.abs(apart(a, [0, 0, 0]) - apart(b, [0, 0, 0])) < 1e-9;
    }));
  });

  test("what is in ITRF stays as it is", () => {
    const fixed = inItrf(plane);
    expect(fixed.frame).toBe("ITRF");
    expect(inItrf(fixed)).toBe(fixed);
  });
});

describe("mixing is an error that names both", () => {
  const fixed = { ...inItrf(plane), name: "two" };
  const celestial: Trajectory = { ...plane, name: "three", frame: "GCRF" };
  const caught = (work: () => void): unknown => {
    try {
      work();
    } catch (error) {
      return error;
    }
    return undefined;
  };

  test("frames", () => {
    expect(() => assertSameFrame(plane, plane)).not.toThrow();
    const error = caught(() => assertSameFrame(plane, fixed));
    expect(error).toBeInstanceOf(FrameError);
    expect(error).toMatchObject({ name: "FrameError", expected: "TEME", found: "ITRF", message: '"one" is given in TEME, "two" in ITRF: inItrf(trajectory) turns TEME into ITRF' });
    expect((caught(() => assertSameFrame(fixed, plane)) as FrameError).message).toMatch(/"two" is given in ITRF, "one" in TEME: inItrf/);
    expect((caught(() => assertSameFrame(celestial, plane)) as FrameError).message).toMatch(/GCRF.*TEME.*nothing here turns TEME into GCRF/);
    expect(caught(() => assertFrame(plane, "ITRF"))).toMatchObject({ found: "TEME", expected: "ITRF", message: '"one" is given in TEME, where ITRF is wanted: inItrf(trajectory) turns TEME into ITRF' });
    expect(caught(() => inItrf(celestial))).toMatchObject({ name: "FrameError", found: "GCRF", expected: "TEME" });
  });

  test("epochs, also such as print alike", () => {
    expect(() => assertSameEpoch(plane, fixed)).not.toThrow();
    const error = caught(() => assertSameEpoch(plane, { ...atEpoch(plane, epoch_s + 60), name: "two" }));
    expect(error).toBeInstanceOf(EpochError);
    expect(error).toMatchObject({ name: "EpochError", left: { name: "one", epoch_s }, right: { name: "two", epoch_s: epoch_s + 60 } });
    expect((error as EpochError).message).toBe('"one" counts from 2027-01-01T00:00:00Z, "two" from 2027-01-01T00:01:00Z: atEpoch(trajectory, epoch_s) brings one to the other\'s');
    const near = caught(() => assertSameEpoch(plane, { name: "two", epoch_s: epoch_s + 1e-5 }));
    expect((near as EpochError).message).toContain("000010 s");
  });
});
