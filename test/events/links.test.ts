import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { elementFleet, elementTrajectory, readTle } from "../../src/elements/index.ts";
import { atEpoch, EpochError, FrameError, inItrf, planeTrajectory } from "../../src/ephemeris/index.ts";
import type { Trajectory } from "../../src/ephemeris/index.ts";
import { allPairs, grazingAltitude_km, gridPairs, linkGrid, linkWindows } from "../../src/events/index.ts";
import type { LinkLimits } from "../../src/events/index.ts";
import type { CircularJ2 } from "../../src/kernel/index.ts";
import { measure } from "../golden/measure.ts";

const RE_KM = 6378.137;
const MU = 398_600.4418;
const epoch_s = Date.UTC(2027, 0, 1) / 1000;
const span = { start_s: epoch_s, end_s: epoch_s + 86_400 };

interface Circle {
  readonly altitude_km: number;
  readonly inclination_deg?: number;
  readonly raan_deg?: number;
  readonly u_deg?: number;
}

/** A circular orbit without J2: closed forms hold for it to the last bit. */
function circle({ altitude_km, inclination_deg = 0, raan_deg = 0, u_deg = 0 }: Circle, name = `${altitude_km} km`): Trajectory {
  const a = RE_KM + altitude_km;
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const orbit: CircularJ2 = { semiMajorAxis: a, inclination_rad: radians(inclination_deg), node_rad: radians(raan_deg), argumentOfLatitude_rad: radians(u_deg), nodeRate_rad_per_s: 0, argumentOfLatitudeRate_rad_per_s: Math.sqrt(MU / a ** 3) };
  return planeTrajectory({ name, objectId: null, orbit, phase_rad: 0, epoch_s, span: { start_s: 0, end_s: 10 * 86_400 } });
}

describe("two satellites of one plane", () => {
  const at = (degrees: number): Trajectory => circle({ altitude_km: 650, inclination_deg: 97.9, u_deg: degrees });
  // Closed form: the chord of an angle d grazes at a cos(d / 2), which is the limit at d = 2 acos((Re + 80) / a); its length is 2 a sin(d / 2).
  const limit_deg = (2 * Math.acos((RE_KM + 80) / (RE_KM + 650)) * 180) / Math.PI;

  test("see each other always or never", () => {
    const [window, ...others] = linkWindows(at(0), at(limit_deg - 0.01), span, { altitudeMin_km: 80 });
    expect(others).toEqual([]);
    expect(window).toMatchObject({ ...span, openAtStart: true, openAtEnd: true });
    const length_km = 2 * (RE_KM + 650) * Math.sin(((limit_deg - 0.01) * Math.PI) / 360);
    expect(window!.rangeLeast_km).toBeCloseTo(length_km, 7);
    expect(window!.rangeMost_km).toBeCloseTo(length_km, 7);
    expect(linkWindows(at(0), at(limit_deg + 0.01), span, { altitudeMin_km: 80 })).toEqual([]);
    expect(linkWindows(at(0), at(20), span, { altitudeMin_km: 80, rangeMax_km: 2 * (RE_KM + 650) * Math.sin(Math.PI / 18) - 1e-6 })).toEqual([]);
  });

  test("a satellite sees itself", () => {
    expect(linkWindows(at(0), at(0), span, { altitudeMin_km: 649 })).toMatchObject([{ ...span, rangeLeast_km: 0, rangeMost_km: 0 }]);
  });
});

// Closed form: the angle between two coplanar circles grows as (n1 - n2) t; they see each other while it is below acos(R / a1) + acos(R / a2),
// R = Re + limit, and stand nearest, a2 - a1, when it is 0. The window comes again each synodic turn 2 pi / (n1 - n2).
test("coplanar orbits of different height meet by the synodic turn", () => {
  const [low, high] = [RE_KM + 550, RE_KM + 1200];
  const limit = RE_KM + 80;
  const rate = Math.sqrt(MU / low ** 3) - Math.sqrt(MU / high ** 3);
  const half_s = (Math.acos(limit / low) + Math.acos(limit / high)) / rate;
  const turn_s = (2 * Math.PI) / rate;
  const long = { start_s: epoch_s, end_s: epoch_s + 3.5 * turn_s };
  const found = linkWindows(circle({ altitude_km: 550, inclination_deg: 53, u_deg: 180 }), circle({ altitude_km: 1200, inclination_deg: 53 }), long, { altitudeMin_km: 80 });
  expect(found).toHaveLength(3 + 1);
  let worst_s = 0;
  found.slice(0, 3).forEach((window, k) => {
    const middle_s = epoch_s + (k + 0.5) * turn_s;
    worst_s = Math.max(worst_s, Math.abs(window.start_s - (middle_s - half_s)), Math.abs(window.end_s - (middle_s + half_s)));
    expect(window.rangeLeast_km).toBeCloseTo(650, 6);
    // At the edges the line touches the limit's sphere: two tangents.
    expect(window.rangeMost_km).toBeCloseTo(Math.sqrt(low ** 2 - limit ** 2) + Math.sqrt(high ** 2 - limit ** 2), 2);
  });
  expect(found[3]).toMatchObject({ openAtStart: false, openAtEnd: true, end_s: long.end_s });
  measure("links", { case: "edges of coplanar windows, largest error", got: worst_s, expected: 0, abs: 1e-3, unit: "s", source: "closed form: acos(R/a1) + acos(R/a2) over the difference of mean motions" });
});

// The limit of range alone: cos(angle) = (a1^2 + a2^2 - range^2) / (2 a1 a2).
test("range ends a window before the Earth does", () => {
  const [low, high] = [RE_KM + 550, RE_KM + 560];
  const rate = Math.sqrt(MU / low ** 3) - Math.sqrt(MU / high ** 3);
  const half_s = Math.acos((low ** 2 + high ** 2 - 500 ** 2) / (2 * low * high)) / rate;
  const at_s = (10 * Math.PI) / 180 / rate;
  const found = linkWindows(circle({ altitude_km: 550 }), circle({ altitude_km: 560, u_deg: 10 }), { start_s: epoch_s, end_s: epoch_s + 2 * at_s }, { altitudeMin_km: 80, rangeMax_km: 500 });
  expect(found).toHaveLength(1);
  expect(Math.abs(found[0]!.start_s - epoch_s - at_s + half_s)).toBeLessThan(1e-3);
  expect(Math.abs(found[0]!.end_s - epoch_s - at_s - half_s)).toBeLessThan(1e-3);
  expect(found[0]!.rangeLeast_km).toBeCloseTo(10, 6);
  expect(found[0]!.rangeMost_km).toBeCloseTo(500, 4);
});

interface Scan {
  readonly edges: readonly number[];
  readonly least_km: number;
  readonly most_km: number;
}

/** By brute force: every step asked, edges known to a step. */
function scanned(a: Trajectory, b: Trajectory, { altitudeMin_km, rangeMax_km = Infinity }: LinkLimits, { end_s, step_s }: { readonly end_s: number; readonly step_s: number }): Scan {
  const [left, right] = [new Float64Array(6), new Float64Array(6)];
  const edges: number[] = [];
  let before: boolean | undefined;
  let [least_km, most_km] = [Infinity, 0];
  for (let k = 0; k * step_s <= end_s; k++) {
    a.sample(k * step_s, left, 0);
    b.sample(k * step_s, right, 0);
    const [p, q] = [[left[0]!, left[1]!, left[2]!] as const, [right[0]!, right[1]!, right[2]!] as const];
    const range_km = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
    const clear = range_km <= rangeMax_km && grazingAltitude_km(p, q) >= altitudeMin_km;
    if (clear !== (before ?? clear)) edges.push(k * step_s);
    before = clear;
    if (clear) [least_km, most_km] = [Math.min(least_km, range_km), Math.max(most_km, range_km)];
  }
  return { edges, least_km, most_km };
}

function expectAsScanned(a: Trajectory, b: Trajectory, limits: LinkLimits, { end_s, step_s }: { readonly end_s: number; readonly step_s: number }): number {
  const found = linkWindows(a, b, { start_s: epoch_s, end_s: epoch_s + end_s }, limits);
  const scan = scanned(a, b, limits, { end_s, step_s });
  const edges = found.flatMap((window) => [...(window.openAtStart ? [] : [window.start_s]), ...(window.openAtEnd ? [] : [window.end_s])]);
  expect(edges.length).toBe(scan.edges.length);
  edges.forEach((edge, i) => {
    expect(scan.edges[i]! - (edge - epoch_s)).toBeGreaterThan(-1e-3);
    expect(scan.edges[i]! - (edge - epoch_s)).toBeLessThan(step_s + 1e-3);
  });
  if (found.length > 0) {
    expect(Math.min(...found.map((window) => window.rangeLeast_km))).toBeLessThan(scan.least_km + 1e-9);
    expect(Math.max(...found.map((window) => window.rangeMost_km))).toBeGreaterThan(scan.most_km - 1e-9);
    // 15 km/s for a step at most, when they meet head on.
    expect(Math.min(...found.map((window) => window.rangeLeast_km))).toBeGreaterThan(scan.least_km - 16 * step_s);
  }
  return edges.length;
}

describe("against a scan", () => {
  test("crossing circular orbits, every tenth of a second of two hours and of a day by the second", () => {
    const a = circle({ altitude_km: 650, inclination_deg: 97.9, raan_deg: 10 });
    const b = circle({ altitude_km: 550, inclination_deg: 53, raan_deg: 130, u_deg: 0 });
    expect(expectAsScanned(a, b, { altitudeMin_km: 80 }, { end_s: 7200, step_s: 0.1 })).toBeGreaterThan(1);
    expect(expectAsScanned(a, b, { altitudeMin_km: 80, rangeMax_km: 5000 }, { end_s: 86_400, step_s: 1 })).toBeGreaterThan(10);
  });

  test("a window of seconds between two rows, and a gap of seconds, are found", () => {
    // One height, two polar planes: the range swings between two values twice a revolution; limits a metre off these.
    const a = circle({ altitude_km: 700, inclination_deg: 90 });
    const b = circle({ altitude_km: 700, inclination_deg: 90, raan_deg: 40, u_deg: 35 });
    const any = { altitudeMin_km: -6000 };
    const [whole] = linkWindows(a, b, span, any);
    expect(whole).toMatchObject({ ...span, openAtStart: true, openAtEnd: true });
    const seconds = (limits: LinkLimits): readonly number[] => linkWindows(a, b, span, limits).map((window) => window.end_s - window.start_s);
    const short = seconds({ ...any, rangeMax_km: whole!.rangeLeast_km + 1e-3 });
    expect(short.length).toBeGreaterThan(25);
    expect(Math.max(...short)).toBeLessThan(10);
    const long = linkWindows(a, b, span, { ...any, rangeMax_km: whole!.rangeMost_km - 1e-3 });
    expect(long.length).toBe(short.length + (long[0]!.openAtStart && long.at(-1)!.openAtEnd ? 1 : 0));
    long.slice(1).forEach((window, i) => expect(window.start_s - long[i]!.end_s).toBeLessThan(10));
  });

  test("whatever the two orbits and limits", () => {
    const angle = fc.double({ min: 0, max: 360, noNaN: true });
    const orbit = fc.record({ altitude_km: fc.double({ min: 300, max: 36_000, noNaN: true }), inclination_deg: fc.double({ min: 0, max: 180, noNaN: true }), raan_deg: angle, u_deg: angle });
    fc.assert(
      fc.property(orbit, orbit, fc.double({ min: 0, max: 1000, noNaN: true }), fc.double({ min: 200, max: 40_000, noNaN: true }), (one, other, altitudeMin_km, rangeMax_km) => {
        expectAsScanned(circle(one), circle(other), { altitudeMin_km, rangeMax_km }, { end_s: 20_000, step_s: 5 });
      }),
      { numRuns: 60 },
    );
  });

  test("real satellites, one of them on an orbit of e = 0.74", () => {
    const text = readFileSync(new URL("../golden/astro/SGP4-VER.TLE", import.meta.url), "utf8");
    const sets = readTle(text, { checksum: "report" }).sets.filter(({ catalogNumber }) => [21_897, 6251].includes(catalogNumber));
    const { fleet } = elementFleet(sets.map((set) => ({ ...set, epoch_s })), span);
    const [a, b] = fleet.sets.map((_, i) => elementTrajectory(fleet, i)) as [Trajectory, Trajectory];
    expect(expectAsScanned(a, b, { altitudeMin_km: 80 }, { end_s: 86_400, step_s: 2 })).toBeGreaterThan(10);
    expect(expectAsScanned(inItrf(a), inItrf(b), { altitudeMin_km: 80, rangeMax_km: 30_000 }, { end_s: 86_400, step_s: 2 })).toBeGreaterThan(10);
  });
});

describe("lists", () => {
  const plane = (planes: number, each: number): readonly Trajectory[] =>
    Array.from({ length: planes * each }, (_, i) => circle({ altitude_km: 600, inclination_deg: 60, raan_deg: (Math.floor(i / each) * 360) / planes, u_deg: ((i % each) * 360) / each }, `s${i}`));

  test("each pair has the windows it has alone", () => {
    const satellites = [...plane(2, 3), circle({ altitude_km: 1400, inclination_deg: 20 }, "high")];
    const found = linkGrid(satellites, allPairs(satellites.length), span, { altitudeMin_km: 80, rangeMax_km: 6000 });
    for (const pair of allPairs(satellites.length)) {
      const alone = linkWindows(satellites[pair[0]]!, satellites[pair[1]]!, span, { altitudeMin_km: 80, rangeMax_km: 6000 });
      const ours = found.filter((link) => link.pair[0] === pair[0] && link.pair[1] === pair[1]);
      expect(ours.length, pair.join("-")).toBe(alone.length);
      ours.forEach((link, i) => expect(Math.abs(link.start_s - alone[i]!.start_s) + Math.abs(link.end_s - alone[i]!.end_s)).toBeLessThan(2e-3));
    }
    expect(found.length).toBeGreaterThan(20);
  });

  test("a satellite that is lost half way is linked until then", () => {
    const a = circle({ altitude_km: 600 });
    const whole = circle({ altitude_km: 600, u_deg: 5 });
    const lost: Trajectory = { ...whole, span: { start_s: 0, end_s: 40_000 }, sample: (t_s, out, at) => t_s <= 40_000 && whole.sample(t_s, out, at) };
    const end_s = epoch_s + 40_000;
    expect(linkWindows(a, lost, span, { altitudeMin_km: 80 })).toMatchObject([{ start_s: epoch_s, end_s, openAtEnd: true }]);
    expect(linkGrid([a, lost], allPairs(2), span, { altitudeMin_km: 80 })).toMatchObject([{ pair: [0, 1], start_s: epoch_s, end_s, openAtEnd: true }]);
  });

  test("+grid: a ring in each plane, and like numbers across", () => {
    expect(allPairs(3)).toEqual([[0, 1], [0, 2], [1, 2]]);
    const grid = (satellites: readonly number[], closed = true) => gridPairs({ satellites, closed });
    expect(grid([1])).toEqual([]);
    expect(grid([3])).toEqual([[0, 1], [1, 2], [2, 0]]);
    expect(grid([2, 2])).toEqual([[0, 1], [0, 2], [1, 3], [2, 3]]);
    expect(grid([1, 1, 1], false)).toEqual([[0, 1], [1, 2]]);
    expect(grid([4, 2], false)).toEqual([[0, 1], [0, 4], [1, 2], [1, 5], [2, 3], [2, 5], [3, 0], [3, 4], [4, 5]]);
    // Walker 66/6: two links a satellite begins, four it has.
    const pairs = grid(Array.from({ length: 6 }, () => 11));
    expect(pairs).toHaveLength(2 * 66);
    for (let i = 0; i < 66; i++) expect(pairs.filter((pair) => pair.includes(i))).toHaveLength(4);
  });
});

describe("what cannot be linked is named", () => {
  const a = circle({ altitude_km: 600 }, "ALFA");
  const b = circle({ altitude_km: 700 }, "BRAVO");

  test("frames and epochs that differ", () => {
    expect(() => linkWindows(a, inItrf(b), span, { altitudeMin_km: 80 })).toThrow(FrameError);
    expect(() => linkWindows(a, inItrf(b), span, { altitudeMin_km: 80 })).toThrow(/ALFA.*TEME.*BRAVO.*ITRF/);
    expect(() => linkWindows(a, atEpoch(b, epoch_s + 60), span, { altitudeMin_km: 80 })).toThrow(EpochError);
    expect(() => linkGrid([a, atEpoch(b, epoch_s + 60)], allPairs(2), span, { altitudeMin_km: 80 })).toThrow(/ALFA.*BRAVO/);
  });

  test("limits, pairs and spans that are none", () => {
    expect(() => linkWindows(a, b, span, { altitudeMin_km: NaN })).toThrow(/altitudeMin_km is NaN/);
    expect(() => linkWindows(a, b, span, { altitudeMin_km: 80, rangeMax_km: 0 })).toThrow(/rangeMax_km is 0/);
    expect(() => linkWindows(a, b, { start_s: epoch_s, end_s: NaN }, { altitudeMin_km: 80 })).toThrow(/span/);
    expect(() => linkGrid([a, b], [[0, 2]], span, { altitudeMin_km: 80 })).toThrow(/pair 0-2 of 2/);
    expect(() => linkGrid(Array.from({ length: 2000 }, () => a), [], { start_s: epoch_s, end_s: epoch_s + 86_400 * 365 }, { altitudeMin_km: 80 })).toThrow(/2000 satellites .* rows/);
  });
});
