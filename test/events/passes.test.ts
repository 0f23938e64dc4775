import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { elementFleet, elementTrajectory, readTle } from "../../src/elements/index.ts";
import type { ElementFleet } from "../../src/elements/index.ts";
import { atEpoch, inItrf } from "../../src/ephemeris/index.ts";
import type { Trajectory } from "../../src/ephemeris/index.ts";
import { grazingAltitude_km, inSight, passes } from "../../src/events/index.ts";
import type { Pass } from "../../src/events/index.ts";
import { toTurningFrame } from "../../src/kernel/index.ts";
import { elevation_deg, gmst_rad, julianDate } from "../../src/physics/index.ts";
import { goldenCsv } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";

const golden = (name: string): string => readFileSync(new URL(`../golden/astro/${name}`, import.meta.url), "utf8");
const start_s = Date.UTC(2024, 10, 18) / 1000;
const day = { start_s, end_s: start_s + 86_400 };
const flownBy = (fleet: ElementFleet): readonly Trajectory[] => fleet.sets.map((_, i) => elementTrajectory(fleet, i));

describe("OneWeb satellites over nine stations against Skyfield", () => {
  const rows = goldenCsv("./astro/passes_skyfield.csv");
  const ids = [...new Set(rows.map((row) => Number(row["norad"])))];
  const places = [...new Set(rows.map((row) => `${row["latitude_deg"]},${row["longitude_deg"]}`))];
  const stations = places.map((place) => {
    const [latitude_deg, longitude_deg] = place.split(",").map(Number);
    return { latitude_deg: latitude_deg!, longitude_deg: longitude_deg!, height_km: 0, elevationMin_deg: 10 };
  });
  const { fleet, problems } = elementFleet(readTle(golden("oneweb_tle.txt")).sets.filter(({ catalogNumber }) => ids.includes(catalogNumber)), day);
  const found = passes(flownBy(fleet), stations, day);

  test("every pass is found, none else, and edges are within 0.5 s", () => {
    expect(problems).toEqual([]);
    expect(found.partly).toEqual([]);
    const worst = { rise: 0, culmination: 0, set: 0 };
    const key = ({ satellite, station }: Pass): string => `${fleet.sets[satellite]!.catalogNumber},${places[station]}`;
    const names = ids.flatMap((id) => places.map((place) => `${id},${place}`));
    for (const name of names) {
      const theirs = rows.filter((row) => `${row["norad"]},${row["latitude_deg"]},${row["longitude_deg"]}` === name);
      const mine = found.passes.filter((pass) => key(pass) === name);
      expect(mine.length, name).toBe(theirs.length);
      theirs.forEach((row, i) => {
        const pass = mine[i]!;
        expect([pass.openAtStart, pass.openAtEnd], name).toEqual([row["rise"] === "", row["set"] === ""]);
        const off = (column: string, t_s: number): number => (row[column] === "" ? 0 : Math.abs(t_s - Date.parse(`2024-11-18T${row[column]}Z`) / 1000));
        worst.rise = Math.max(worst.rise, off("rise", pass.start_s));
        worst.set = Math.max(worst.set, off("set", pass.end_s));
        worst.culmination = Math.max(worst.culmination, off("culmination", pass.culmination_s));
      });
    }
    const source = "Skyfield 1.45 and 1.55, 936 passes, test/golden/astro";
    measure("passes", { case: "rise, largest error", got: worst.rise, expected: 0, abs: 0.5, unit: "s", source });
    measure("passes", { case: "set, largest error", got: worst.set, expected: 0, abs: 0.5, unit: "s", source });
    measure("passes", { case: "culmination, largest error", got: worst.culmination, expected: 0, abs: 0.5, unit: "s", source });
  });

  test("edges are where the elevation crosses the mask to a millisecond, and the culmination is the highest point", () => {
    const state = new Float64Array(6);
    for (const pass of found.passes.filter((_, i) => i % 9 === 0)) {
      const { sample } = inItrf(atEpoch(elementTrajectory(fleet, pass.satellite), start_s));
      const elevation = (t_s: number): number => {
        sample(t_s - start_s, state, 0);
        return elevation_deg(stations[pass.station]!, [state[0]!, state[1]!, state[2]!]);
      };
      if (!pass.openAtStart) expect([elevation(pass.start_s - 1e-3) < 10, elevation(pass.start_s + 1e-3) > 10]).toEqual([true, true]);
      if (!pass.openAtEnd) expect([elevation(pass.end_s - 1e-3) > 10, elevation(pass.end_s + 1e-3) < 10]).toEqual([true, true]);
      for (let k = 0; k <= 20; k++) expect(elevation(pass.start_s + (k / 20) * (pass.end_s - pass.start_s))).toBeLessThan(pass.elevationMax_deg + 1e-9);
      expect(elevation(pass.culmination_s)).toBeCloseTo(pass.elevationMax_deg, 6);
    }
  });
});

test("TEME to Earth-fixed without Earth orientation parameters is right to 25 m", () => {
  let worst_km = 0;
  for (const row of goldenCsv("./astro/teme_itrs.csv")) {
    const at = (frame: string): readonly number[] => ["x", "y", "z"].map((axis) => Number(row[`${frame}_${axis}`]));
    const state = Float64Array.from([...at("teme"), 0, 0, 0]);
    const angle = gmst_rad(julianDate(row["utc"]!));
    toTurningFrame(state, 0, { sin: Math.sin(angle), cos: Math.cos(angle), rate: 0 });
    worst_km = Math.max(worst_km, Math.hypot(...at("itrs").map((value, axis) => value - state[axis]!)));
  }
  measure("passes", { case: "TEME to Earth-fixed, largest error", got: worst_km, expected: 0, abs: 0.025, unit: "km", source: "python-sgp4 2.26 + astropy 5.2.1, test/golden/astro" });
});

describe("other orbits", () => {
  const verification = readTle(golden("SGP4-VER.TLE"), { checksum: "report" }).sets;
  const flown = (catalogNumber: number) => {
    const set = verification.find((one) => one.catalogNumber === catalogNumber)!;
    return { ...set, epoch_s: start_s };
  };
  const station = { latitude_deg: 0, longitude_deg: 0, height_km: 0, elevationMin_deg: 5 };

  // 26900, Intelsat 902, stood at 62 deg E; from there a geostationary satellite never sets, at 118 deg W it never rises.
  test("a geostationary satellite is one pass open at both ends, or none", () => {
    const set = verification.find((one) => one.catalogNumber === 26_900)!;
    const span = { start_s: set.epoch_s, end_s: set.epoch_s + 2 * 86_400 };
    const { fleet } = elementFleet([set], span);
    const result = passes(flownBy(fleet), [{ ...station, longitude_deg: 62 }, { ...station, longitude_deg: -118 }], span).passes;
    expect(result).toMatchObject([{ ...span, station: 0, openAtStart: true, openAtEnd: true }]);
    expect(result[0]!.elevationMax_deg).toBeGreaterThan(89);
  });

  test("passes of an eccentric orbit are those seen by the second", () => {
    // Molniya 1-83, e = 0.74, deep space.
    const set = flown(21_897);
    const { fleet } = elementFleet([set], day);
    const stations = [0, 60, 120, 180, -120, -60].map((longitude_deg) => ({ ...station, latitude_deg: 62 - longitude_deg / 2, longitude_deg }));
    const found = passes(flownBy(fleet), stations, day).passes;
    const { sample } = inItrf(atEpoch(elementTrajectory(fleet, 0), start_s));
    const state = new Float64Array(6);
    const crossings = stations.map((): number[] => []);
    const up = stations.map((): boolean | undefined => undefined);
    for (let t = 0; t <= 86_400; t += 5) {
      sample(t, state, 0);
      stations.forEach((place, k) => {
        const now = elevation_deg(place, [state[0]!, state[1]!, state[2]!]) >= 5;
        if (now !== (up[k] ?? now)) crossings[k]!.push(t);
        up[k] = now;
      });
    }
    stations.forEach((_, k) => {
      const edges = found.filter((pass) => pass.station === k).flatMap((pass) => [...(pass.openAtStart ? [] : [pass.start_s]), ...(pass.openAtEnd ? [] : [pass.end_s])]);
      expect(edges.length).toBe(crossings[k]!.length);
      edges.forEach((edge, i) => expect(Math.abs(edge - start_s - crossings[k]![i]!)).toBeLessThan(5.01));
    });
    expect(found.length).toBeGreaterThan(6);
  });

  test("a satellite that decays is seen up to its last position", () => {
    const { fleet } = elementFleet([flown(28_872)], { start_s, end_s: start_s + 7200 });
    const { partly, passes: seen } = passes(flownBy(fleet), [{ ...station, elevationMin_deg: -90 }], { start_s, end_s: start_s + 7200 });
    expect(partly).toHaveLength(1);
    // In the verification run, by 5 minutes up to 60, its last position is that of minute 50 (tcppver.out).
    expect(partly[0]!.end_s - start_s).toBeGreaterThanOrEqual(50 * 60);
    expect(partly[0]!.end_s - start_s).toBeLessThan(55 * 60);
    expect(seen).toMatchObject([{ start_s, end_s: partly[0]!.end_s, openAtStart: true, openAtEnd: true }]);
  });

  test("a station that is no place, and a span that is none, are named", () => {
    const { fleet } = elementFleet([flown(28_129)], day);
    expect(() => passes(flownBy(fleet), [{ ...station, latitude_deg: NaN }], day)).toThrow(/latitude_deg is NaN/);
    expect(() => passes(flownBy(fleet), [station], { start_s, end_s: start_s })).toThrow(/span/);
  });
});

// Closed form: two satellites of radius r, an angle a apart, graze at r cos(a / 2); WGS 84 equatorial radius 6378.137 km.
test("inter-satellite sight", () => {
  const at = (angle_deg: number) => [7028.137 * Math.cos((angle_deg * Math.PI) / 180), 7028.137 * Math.sin((angle_deg * Math.PI) / 180), 0] as const;
  expect(grazingAltitude_km(at(0), at(40))).toBeCloseTo(7028.137 * Math.cos(Math.PI / 9) - 6378.137, 6);
  expect(grazingAltitude_km(at(0), at(0))).toBeCloseTo(650, 9);
  const limit_deg = (2 * Math.acos(6458.137 / 7028.137) * 180) / Math.PI;
  expect([inSight(at(0), at(limit_deg - 0.01), 80), inSight(at(0), at(limit_deg + 0.01), 80), inSight(at(0), at(180), 0)]).toEqual([true, false, false]);
});
