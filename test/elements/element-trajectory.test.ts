import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { elementFleet, elementTrajectory, readTle } from "../../src/elements/index.ts";
import type { FleetSpan } from "../../src/elements/index.ts";
import { atEpoch, inItrf, sampleMany } from "../../src/ephemeris/index.ts";
import type { Trajectory } from "../../src/ephemeris/index.ts";

const golden = (name: string): string => readFileSync(new URL(`../golden/astro/${name}`, import.meta.url), "utf8");
const sets = readTle(golden("SGP4-VER.TLE"), { checksum: "report" }).sets;
const setOf = (catalogNumber: number) => sets.find((set) => set.catalogNumber === catalogNumber)!;
const flown = (catalogNumber: number, hours = 24) => {
  const set = setOf(catalogNumber);
  const span: FleetSpan = { start_s: set.epoch_s, end_s: set.epoch_s + 3600 * hours };
  return elementTrajectory(elementFleet([set], span).fleet, 0);
};

/** Rows of tcppver.out: minutes from the epoch, km, km/s. */
const rowsOf = (catalogNumber: number): readonly (readonly number[])[] => {
  const text = golden("tcppver.out").split(/^(?=\d+ xx)/m).find((part) => part.startsWith(`${catalogNumber} xx`))!;
  return text.trim().split("\n").slice(1).map((line) => line.trim().split(/\s+/).slice(0, 7).map(Number));
};

describe("a satellite of a fleet as a function of time", () => {
  test.each([[5, "SGP4"], [21_897, "SDP4"]])("%i: states of the verification run, by its own epoch and by another", (number, theory) => {
    const own = flown(number);
    expect(own).toMatchObject({ frame: "TEME", theory, epoch_s: setOf(number).epoch_s });
    const moved = atEpoch(own, own.epoch_s + 1800);
    const state = new Float64Array(12);
    for (const [minute, ...wanted] of rowsOf(number)) {
      expect(own.sample(60 * minute!, state, 0)).toBe(true);
      expect(moved.sample(60 * minute! - 1800, state, 6)).toBe(true);
      wanted.forEach((value, k) => {
        expect(Math.abs(state[k]! - value)).toBeLessThan(1e-6);
        expect(Math.abs(state[6 + k]! - value)).toBeLessThan(1e-5);
      });
    }
  });

  test("is called by name and number, its designator in full", () => {
    // 58002B in the set, which has no line for a name.
    expect(flown(5)).toMatchObject({ objectId: "1958-002B" });
    const { fleet } = elementFleet([], { start_s: 0, end_s: 1 });
    expect(() => elementTrajectory(fleet, 0)).toThrow(/satellite 0 of a fleet of 0/);
  });

  test("its revolution is that of its perigee's rate", () => {
    // Closed form: r_p^2 n_p = sqrt(mu p), mean elements of 21897, WGS 72.
    const { meanMotion_rev_per_d, eccentricity: e } = setOf(21_897);
    const n = (2 * Math.PI * meanMotion_rev_per_d) / 86_400;
    const a = Math.cbrt(398_600.8 / n ** 2);
    const atPerigee = Math.sqrt(398_600.8 * a * (1 - e * e)) / (a * (1 - e)) ** 2;
    expect(flown(21_897).revolution_s).toBeCloseTo((2 * Math.PI) / atPerigee, 6);
  });

  test("one that decays ends, and does not come back", () => {
    // 28872: the verification run, by 5 minutes up to 60, has its last position at minute 50.
    const decaying = flown(28_872, 4);
    expect(decaying.span.end_s).toBeGreaterThanOrEqual(50 * 60);
    expect(decaying.span.end_s).toBeLessThan(55 * 60);
    const state = new Float64Array(6);
    expect(decaying.sample(decaying.span.end_s, state, 0)).toBe(true);
    for (let t = decaying.span.end_s + 60; t < 4 * 3600; t += 60) expect(decaying.sample(t, state, 0)).toBe(false);
  });
});

describe("many times at once", () => {
  /** Seconds from the epoch: an odd number of rows, more than the kernel copies at a time. */
  const times_s = Float64Array.from({ length: 1501 }, (_, k) => 57.3 * k);
  const oneByOne = ({ sample }: Trajectory, times: Float64Array): { readonly known: number; readonly states: Float64Array } => {
    const states = new Float64Array(6 * times.length);
    const first = times.findIndex((t, k) => !sample(t, states, 6 * k));
    return { known: first < 0 ? times.length : first, states };
  };
  const sameBits = (trajectory: Trajectory, times: Float64Array): number => {
    const states = new Float64Array(6 * times.length);
    const known = sampleMany(trajectory, times, states);
    const each = oneByOne(trajectory, times);
    expect(known).toBe(each.known);
    expect(states.subarray(0, 6 * known).every((value, k) => value === each.states[k])).toBe(true);
    return known;
  };

  test.each(sets.filter(({ catalogNumber }) => [5, 6251, 8195, 21_897, 25_954, 28_057, 28_350].includes(catalogNumber)).map((set) => [set.catalogNumber]))("%i: the bits of one by one, in any frame and from any epoch", (number) => {
    const own = flown(number);
    expect(own.sampleMany).toBeDefined();
    const moved = atEpoch(own, own.epoch_s + 123.456);
    for (const trajectory of [own, moved, inItrf(own), inItrf(moved), atEpoch(inItrf(own), own.epoch_s - 9.7)]) expect(sameBits(trajectory, times_s)).toBeGreaterThan(1000);
  });

  test("all of OneWeb for a day", () => {
    const oneweb = readTle(golden("oneweb_tle.txt")).sets;
    const start_s = Date.UTC(2024, 10, 18) / 1000;
    const { fleet } = elementFleet(oneweb, { start_s, end_s: start_s + 86_400 });
    const rows = Float64Array.from({ length: 289 }, (_, k) => 300 * k);
    expect(fleet.sets.every((_, i) => sameBits(inItrf(atEpoch(elementTrajectory(fleet, i), start_s)), rows) === rows.length)).toBe(true);
  });

  test("one that decays: up to its end, whatever comes after", () => {
    const decaying = flown(28_872, 4);
    const known = sameBits(decaying, times_s);
    expect(known).toBe(times_s.findIndex((t_s) => t_s > decaying.span.end_s + 1e-3));
    expect(sameBits(inItrf(decaying), times_s)).toBe(known);
    expect(sameBits(decaying, Float64Array.of(NaN, 0))).toBe(0);
    expect(sameBits(decaying, Float64Array.of(decaying.span.end_s))).toBe(1);
  });

  test("room that is too short is refused", () => {
    expect(() => sampleMany(flown(5), times_s, new Float64Array(6))).toThrow(/out has 6 numbers, where 1501 states take 9006/);
  });
});
