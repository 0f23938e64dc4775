import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { elementFleet, elementTrajectory, readTle } from "../../src/elements/index.ts";
import { atEpoch, inItrf, oemFileName, oemText, planeTrajectory } from "../../src/ephemeris/index.ts";
import type { Trajectory } from "../../src/ephemeris/index.ts";
import { circularOrbit } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";
import { interpolated, readOem } from "./oem-reader.ts";

const golden = (name: string): string => readFileSync(new URL(`../golden/astro/${name}`, import.meta.url), "utf8");
const start_s = Date.UTC(2024, 10, 18) / 1000;
const span = { start_s, end_s: start_s + 21_600 };
const options = { step_s: 60, creationDate: "2026-11-22T05:00:00Z", originator: "DAWNDUSK" };

const oneweb = atEpoch(elementTrajectory(elementFleet(readTle(golden("oneweb_tle.txt")).sets.slice(0, 1), span).fleet, 0), start_s);
const orbit = circularOrbit({ altitude_km: 650, inclination_deg: 97.99, raan_deg: 190, argumentOfLatitude_deg: 25 });
const plane = planeTrajectory({ name: "shell-1 plane 3 satellite 12", objectId: null, orbit, phase_rad: 0, epoch_s: start_s, span: { start_s: 0, end_s: 21_600 } });
// Molniya 1-83 of the verification run, e = 0.74.
const molniya = (() => {
  const set = readTle(golden("SGP4-VER.TLE"), { checksum: "report" }).sets.find(({ catalogNumber }) => catalogNumber === 21_897)!;
  const { fleet } = elementFleet([set], { start_s: set.epoch_s, end_s: set.epoch_s + 86_400 });
  return elementTrajectory(fleet, 0);
})();

const textOf = (trajectory: Trajectory, step_s = 60): string => [...oemText(trajectory, { ...options, step_s })].join("");
const segmentOf = (trajectory: Trajectory, step_s = 60) => readOem(textOf(trajectory, step_s)).segments[0]!;

describe("the reader of these tests", () => {
  // 502.0-B-3, annex G3.
  const example = `CCSDS_OEM_VERS = 3.0
CREATION_DATE  = 2002-06-20T14:25:52
ORIGINATOR     = GSFC

META_START
OBJECT_NAME    = Fictitious Satellite
OBJECT_ID      = 2000-052A
CENTER_NAME    = EARTH
REF_FRAME      = EME2000
TIME_SYSTEM    = UTC
START_TIME     = 2002-06-20T14:18:23.136
STOP_TIME      = 2002-06-20T14:28:23.136
META_STOP

2002-06-20T14:18:23.136 5102.5093 6123.0114 6378.1363 -4.743219 0.782314 5.085236
2002-06-20T14:23:23.136 5502.5093 6523.0114 6778.1363 -4.743219 0.782314 5.085236
2002-06-20T14:28:23.136 5902.5093 6923.0114 7178.1363 -4.743219 0.782314 5.085236
`;

  test("takes the standard's own example", () => {
    const { segments } = readOem(example);
    expect(segments[0]!.rows).toHaveLength(3);
    expect(segments[0]!.rows[1]).toEqual({ t_s: Date.UTC(2002, 5, 20, 14, 23, 23, 136) / 1000, state: [5502.5093, 6523.0114, 6778.1363, -4.743219, 0.782314, 5.085236] });
  });

  test("refuses what the standard does not allow", () => {
    const broken: readonly (readonly [string, string, RegExp])[] = [
      ["REF_FRAME      = EME2000", "REF_FRAME = J2000", /REF_FRAME = J2000/],
      ["OBJECT_ID      = 2000-052A\n", "", /OBJECT_ID is missing/],
      ["META_STOP", "", /no keyword and value/],
      ["TIME_SYSTEM    = UTC", "TIME_SYSTEM = UTC\nCOMMENT late", /comment in the wrong place/],
      ["TIME_SYSTEM    = UTC", "TIME_SYSTEM = UTC\nCOLOUR = red", /COLOUR is unknown/],
      ["14:23:23.136 5502", "14:18:23.136 5502", /times do not rise/],
      ["-4.743219 0.782314 5.085236\n", "-4.743219 0.782314\n", /no state/],
      ["STOP_TIME      = 2002-06-20T14:28:23.136", "STOP_TIME = 2002-06-20T14:28:23.136\nINTERPOLATION = HERMITE\nINTERPOLATION_DEGREE = 7", /3 rows are too few/],
      ["GSFC", "GSFÇ", /not printable ASCII/],
    ];
    for (const [from, to, message] of broken) expect(() => readOem(example.replace(from, to)), to).toThrow(message);
  });
});

describe("a message", () => {
  test("is one that a strict reader takes, with what table 5-3 asks for", () => {
    const { header, segments } = readOem(textOf(oneweb));
    expect([...header]).toEqual([["CCSDS_OEM_VERS", "2.0"], ["CREATION_DATE", "2026-11-22T05:00:00"], ["ORIGINATOR", "DAWNDUSK"]]);
    expect(Object.fromEntries(segments[0]!.words)).toEqual({
      OBJECT_NAME: "ONEWEB-0012 (44057)", OBJECT_ID: "2019-010A", CENTER_NAME: "EARTH", REF_FRAME: "TEME", TIME_SYSTEM: "UTC",
      START_TIME: "2024-11-18T00:00:00.000", USEABLE_START_TIME: "2024-11-18T00:00:00.000", USEABLE_STOP_TIME: "2024-11-18T06:00:00.000", STOP_TIME: "2024-11-18T06:00:00.000",
      INTERPOLATION: "LAGRANGE", INTERPOLATION_DEGREE: "7",
    });
    expect(segments[0]!.rows).toHaveLength(361);
    expect(textOf(oneweb)).toContain("COMMENT Flown by SGP4.\n");
  });

  test("names the frame, and an object without designator is UNKNOWN", () => {
    const { words } = segmentOf(inItrf(plane));
    expect([words.get("REF_FRAME"), words.get("OBJECT_ID"), words.get("OBJECT_NAME")]).toEqual(["ITRF2000", "UNKNOWN", "shell-1 plane 3 satellite 12"]);
    expect(segmentOf({ ...plane, objectId: "44057" }).words.get("OBJECT_ID")).toBe("UNKNOWN");
  });

  test("holds the states of its printed times, to their digits", () => {
    const state = new Float64Array(6);
    for (const trajectory of [oneweb, inItrf(oneweb), molniya])
      for (const { t_s, state: read } of segmentOf(trajectory).rows) {
        trajectory.sample(t_s - trajectory.epoch_s, state, 0);
        read.forEach((value, k) => expect(Math.abs(value - state[k]!)).toBeLessThan(k < 3 ? 5.1e-7 + 2.4e-7 * 10 : 5.1e-10 + 1e-8));
      }
  });

  test("whatever the step, rows rise to the end, and none crowds the one before", () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 30_000, noNaN: true }), fc.double({ min: 1, max: 21_600, noNaN: true }), (step_s, end_s) => {
      const { rows, words } = segmentOf({ ...plane, span: { start_s: 0, end_s } }, step_s);
      const gaps = rows.slice(1).map((row, i) => row.t_s - rows[i]!.t_s);
      expect(gaps.every((gap) => gap <= 1.1 * step_s + 1e-5 && gap >= Math.min(0.1 * step_s, end_s) - 1e-5)).toBe(true);
      expect(Math.abs(rows.at(-1)!.t_s - start_s - end_s)).toBeLessThan(2e-6);
      expect(Number(words.get("INTERPOLATION_DEGREE"))).toBe(Math.min(7, 2 * rows.length - 1));
    }), { numRuns: 50 });
  });

  test("no name can break out of its line", () => {
    fc.assert(fc.property(fc.string({ maxLength: 400, unit: "binary" }), (name) => {
      expect(segmentOf({ ...plane, name, span: { start_s: 0, end_s: 600 } }).rows).toHaveLength(11);
      expect(oemFileName({ name })).toMatch(/^[A-Za-z0-9.-][A-Za-z0-9._-]*\.oem$/);
    }));
    expect(segmentOf({ ...plane, name: "A=B\nMETA_STOP" }).words.get("OBJECT_NAME")).toBe("A_B_META_STOP");
  });

  test("comes piece by piece", () => {
    const sizes = [...oemText({ ...plane, span: { start_s: 0, end_s: 21_600 } }, { ...options, step_s: 1 })].map(({ length }) => length);
    expect(sizes.length).toBeGreaterThan(40);
    expect(Math.max(...sizes)).toBeLessThan(65_536);
  });

  test("what cannot be written is told by name", () => {
    const lost: Trajectory = { ...plane, sample: (t_s, out, at) => t_s < 600 && plane.sample(t_s, out, at) };
    const gone: Trajectory = { ...plane, sample: (_, out, at) => (out.fill(NaN, at, at + 6), true) };
    expect(() => textOf(lost)).toThrow(/"shell-1 plane 3 satellite 12" has no position at 2024-11-18T00:10:00Z/);
    expect(() => textOf(gone)).toThrow(/has no position/);
    expect(() => textOf(plane, 0)).toThrow(/step_s is 0/);
    expect(() => textOf({ ...plane, span: { start_s: 5, end_s: 5 } })).toThrow(/has no span/);
    expect(() => [...oemText(plane, { ...options, creationDate: "today" })]).toThrow(/creationDate is "today"/);
  });
});

describe("what a reader's interpolation adds", () => {
  /** Largest error between rows, in metres, ends of the span included. */
  const worst_m = (trajectory: Trajectory, step_s: number): number => {
    const segment = segmentOf(trajectory, step_s);
    const state = new Float64Array(6);
    return Math.max(...segment.rows.slice(1).flatMap((row, i) => [0.13, 0.5, 0.77].map((part) => {
      const t_s = row.t_s + (part - 1) * (row.t_s - segment.rows[i]!.t_s);
      trajectory.sample(t_s - trajectory.epoch_s, state, 0);
      return 1000 * Math.hypot(...interpolated(segment, t_s).map((value, axis) => value - state[axis]!));
    })));
  };
  const source = "the trajectory itself, by the interpolation that the message names, the tests' own";
  const rows: readonly (readonly [string, Trajectory, number, number])[] = [
    ["OneWeb, SGP4 in TEME, 60 s", oneweb, 60, 0.005],
    ["OneWeb, SGP4 in ITRF, 60 s", inItrf(oneweb), 60, 0.005],
    ["650 km, J2 in ITRF, 60 s", inItrf(plane), 60, 0.002],
    ["650 km, J2 in TEME, 300 s", plane, 300, 0.05],
    ["650 km, J2 in TEME, 600 s", plane, 600, 15],
    ["OneWeb, SGP4 in TEME, 300 s", oneweb, 300, 5],
    ["Molniya, e = 0.74, SDP4 in TEME, 60 s", molniya, 60, 0.05],
  ];
  test.each(rows)("%s", (name, trajectory, step_s, abs) => {
    measure("ephemeris oem", { case: `interpolation of a message, ${name}`, got: worst_m(trajectory, step_s), expected: 0, abs, unit: "m", source });
  });
});

test("the time of every row is that of its instant, over midnights and to the microsecond", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3e9 }), fc.integer({ min: 1, max: 90_000_000 }), (epoch_s, step_ms) => {
      const from = planeTrajectory({ name: "any", objectId: null, orbit, phase_rad: 0, epoch_s: epoch_s + 0.000_25, span: { start_s: 0, end_s: (9 * step_ms) / 1000 } });
      const lines = textOf(from, step_ms / 1000).split("META_STOP\n\n")[1]!.trim().split("\n");
      const first_us = Math.round((epoch_s + 0.000_25) * 1e6);
      // All rows but the last, whose end of the span is rounded down.
      lines.slice(0, -1).forEach((line, row) => {
        const t_us = first_us + row * step_ms * 1000;
        const milliseconds = new Date(Math.floor(t_us / 1000)).toISOString().slice(0, -1);
        expect(line.split(" ")[0]).toBe(t_us % 1000 === 0 ? milliseconds : `${milliseconds}${String(t_us % 1000).padStart(3, "0")}`);
      });
    }),
  );
});
