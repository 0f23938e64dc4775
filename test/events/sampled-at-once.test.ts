import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { elementFleet, elementTrajectory, readTle } from "../../src/elements/index.ts";
import { atEpoch } from "../../src/ephemeris/index.ts";
import type { Trajectory } from "../../src/ephemeris/index.ts";
import { allPairs, betaZeros, eclipses, linkGrid, linkWindows, passes } from "../../src/events/index.ts";

// Kept by what must hold: a trajectory that gives many states at once is asked no other questions than one that does not.
const golden = (name: string): string => readFileSync(new URL(`../golden/astro/${name}`, import.meta.url), "utf8");
const start_s = Date.UTC(2024, 10, 18) / 1000;
const day = { start_s, end_s: start_s + 86_400 };
const oneweb = readTle(golden("oneweb_tle.txt")).sets;
const verification = readTle(golden("SGP4-VER.TLE"), { checksum: "report" }).sets;

interface Counted {
  readonly trajectory: Trajectory;
  /** States asked for one by one, and at once. */
  readonly asked: { one: number; many: number };
}
const counted = (trajectory: Trajectory): Counted => {
  const asked = { one: 0, many: 0 };
  const { sample, sampleMany } = trajectory;
  return {
    asked,
    trajectory: {
      ...trajectory,
      sample: (...words) => (asked.one++, sample(...words)),
      sampleMany: (times_s, out) => ((asked.many += times_s.length), sampleMany!(times_s, out)),
    },
  };
};
const singly = ({ sampleMany, ...trajectory }: Trajectory): Trajectory => {
  expect(sampleMany).toBeDefined();
  return trajectory;
};

const flown = oneweb.filter((_, i) => i % 65 === 0);
const { fleet } = elementFleet(flown, day);
const satellites = fleet.sets.map((_, i) => atEpoch(elementTrajectory(fleet, i), start_s));
const stations = [-60, 5, 51.5, 78].map((latitude_deg, k) => ({ latitude_deg, longitude_deg: 77 * k - 140, height_km: 0, elevationMin_deg: 5 }));

describe("rows sampled at once", () => {
  test("passes: the same, and no row is sampled twice", () => {
    const one = counted(satellites[0]!);
    const found = passes([one.trajectory], stations, day);
    expect(found).toEqual(passes([singly(satellites[0]!)], stations, day));
    expect(found.passes.length).toBeGreaterThan(20);
    // 13.2 revolutions by 20 rows; a rise, a set and a culmination take a few states each.
    expect(one.asked.many).toBeGreaterThan(260);
    expect(one.asked.many).toBeLessThan(300);
    expect(one.asked.one).toBeLessThan(12 * found.passes.length);
    expect(passes(satellites, stations, day)).toEqual(passes(satellites.map(singly), stations, day));
  });

  test("eclipses and zeros of beta", () => {
    expect(satellites.map((one) => eclipses(one, day))).toEqual(satellites.map((one) => eclipses(singly(one), day)));
    expect(satellites.map((one) => betaZeros(one, day))).toEqual(satellites.map((one) => betaZeros(singly(one), day)));
  });

  test("link windows of a list and of a pair", () => {
    const some = satellites.slice(0, 5);
    const limits = { altitudeMin_km: 80, rangeMax_km: 6000 };
    const found = linkGrid(some, allPairs(5), day, limits);
    expect(found.length).toBeGreaterThan(20);
    expect(found).toEqual(linkGrid(some.map(singly), allPairs(5), day, limits));
    expect(linkWindows(some[0]!, some[1]!, day, limits)).toEqual(linkWindows(singly(some[0]!), singly(some[1]!), day, limits));
  });

  test("one that decays, and one of deep space", () => {
    for (const number of [28_872, 21_897, 11_801]) {
      const set = verification.find(({ catalogNumber }) => catalogNumber === number)!;
      const span = { start_s: set.epoch_s, end_s: set.epoch_s + 14_400 };
      const one = elementTrajectory(elementFleet([set], span).fleet, 0);
      expect(passes([one], stations, span)).toEqual(passes([singly(one)], stations, span));
      // The first comes down within the span, where no shadow can be told.
      if (number !== 28_872) expect(eclipses(one, span)).toEqual(eclipses(singly(one), span));
    }
  });
});
