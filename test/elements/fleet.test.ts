import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { elementFleet, fleetState, readOmmJson, readTle, stateSinceEpoch } from "../../src/elements/index.ts";
import type { ElementFleet, ElementSet } from "../../src/elements/index.ts";
import { measure } from "../golden/measure.ts";
import { worstAgainstSatelliteJs } from "./against-satellite-js.ts";

const golden = (name: string): string => readFileSync(new URL(`../golden/astro/${name}`, import.meta.url), "utf8");

const fleetAtEpoch = (set: ElementSet): { readonly fleet: ElementFleet; readonly messages: readonly string[] } => {
  const { fleet, problems } = elementFleet([set], { start_s: set.epoch_s, end_s: set.epoch_s });
  return { fleet, messages: problems.map(({ message }) => message) };
};

describe("SGP4 against the published verification run", () => {
  const { sets, problems } = readTle(golden("SGP4-VER.TLE"), { checksum: "report" });
  const blocks = golden("tcppver.out").split(/^(?=\d+ xx)/m).map((block) => block.trim().split("\n"));

  test("all sets are read; those altered by hand have wrong checksums", () => {
    expect(sets.map(({ catalogNumber }) => `${catalogNumber} xx`)).toEqual(blocks.map(([head]) => head!.trim()));
    expect(problems.map(({ object }) => object)).toEqual(["33333", "33333", "33334", "33335", "33335"]);
  });

  test("every row to 1e-6 km, near-earth and deep; a row that is an error there is one here", () => {
    const worst = { near: { km: 0, km_per_s: 0, rows: 0 }, deep: { km: 0, km_per_s: 0, rows: 0 } };
    const out = new Float64Array(6);
    sets.forEach((set, k) => {
      const { fleet, messages } = fleetAtEpoch(set);
      // "try and check error code 2": 1e-5 revolutions a day have no state; the one row is what the set before it left behind.
      if (set.catalogNumber === 33_334) {
        expect(messages.join()).toMatch(/no position at 2006-06-23.*its eccentricity leaves 0..1/);
        expect(blocks[k]!.length).toBe(2);
        return;
      }
      expect(messages).toEqual([]);
      const kind = worst[fleet.deep[0] === null ? "near" : "deep"];
      for (const row of blocks[k]!.slice(1)) {
        const numbers = row.trim().split(/\s+/).map(Number);
        expect(stateSinceEpoch(fleet, 0, numbers[0]!, out, 0), `${set.catalogNumber} at ${numbers[0]} min`).toBe(0);
        const off = (from: number): number => Math.hypot(...[0, 1, 2].map((axis) => out[from + axis]! - numbers[1 + from + axis]!));
        kind.km = Math.max(kind.km, off(0));
        kind.km_per_s = Math.max(kind.km_per_s, off(3));
        kind.rows++;
      }
    });
    // 667 rows, less the one left behind; deep space begins at 225 minutes, 6.4 revolutions a day.
    const rows = (deep: boolean): number => sets.reduce((sum, set, k) => sum + (set.meanMotion_rev_per_d < 6.4 === deep ? blocks[k]!.length - 1 : 0), 0);
    expect([worst.near.rows, worst.deep.rows]).toEqual([rows(false), rows(true) - 1]);
    expect(rows(false) + rows(true)).toBe(667);
    const source = "tcppver.out, Vallado et al. 2006 (AIAA 2006-6753), test/golden/astro";
    for (const name of ["near", "deep"] as const) {
      measure("elements", { case: `SGP4 ${name}, largest position error over ${worst[name].rows} states`, got: worst[name].km, expected: 0, abs: 1e-6, unit: "km", source });
      measure("elements", { case: `SGP4 ${name}, largest velocity error`, got: worst[name].km_per_s, expected: 0, abs: 1e-8, unit: "km/s", source });
    }
  });

  // The verification run ends a block where its program reports an error: the next step has no state.
  test.each([
    [28_872, 55, 6, "decayed: \"lost in 50 minutes\""],
    [29_141, 440, 6, "last stage of decay"],
    [33_333, 25, 4, "check error code 4"],
  ])("%i has no state at %i min: error %i, %s", (catalogNumber, minutes, code) => {
    const out = new Float64Array(6);
    const { fleet } = fleetAtEpoch(sets.find((set) => set.catalogNumber === catalogNumber)!);
    expect(stateSinceEpoch(fleet, 0, minutes, out, 0)).toBe(code);
    expect([...out].every(Number.isNaN)).toBe(true);
  });
});

test("all 651 OneWeb satellites over 3 days by the minute are those of satellite.js", () => {
  const { worst_km, worst_km_per_s, satellites } = worstAgainstSatelliteJs(golden("oneweb_tle.txt"));
  expect(satellites).toBe(651);
  const source = "satellite.js 7.1.0, test/golden/astro/oneweb_tle.txt";
  measure("elements", { case: "SGP4, 651 OneWeb satellites over 3 days, position", got: worst_km, expected: 0, abs: 1e-7, unit: "km", source });
  measure("elements", { case: "SGP4, 651 OneWeb satellites over 3 days, velocity", got: worst_km_per_s, expected: 0, abs: 1e-10, unit: "km/s", source });
});

describe("fleets", () => {
  const { sets } = readTle(golden("oneweb_tle.txt"));
  const start_s = Date.UTC(2024, 10, 18) / 1000;

  test("near and deep satellites side by side, by time and by minutes from the epoch", () => {
    const deep = readTle(golden("SGP4-VER.TLE"), { checksum: "report" }).sets.find(({ catalogNumber }) => catalogNumber === 28_129)!;
    const at = { ...deep, epoch_s: start_s - 3600 };
    const { fleet, problems } = elementFleet([sets[0]!, at, sets[1]!], { start_s, end_s: start_s + 86_400 });
    expect(problems).toEqual([]);
    expect(fleet.deep.map((deep) => deep !== null)).toEqual([false, true, false]);
    const [byTime, byMinutes] = [new Float64Array(6), new Float64Array(6)];
    for (const i of [0, 1, 2]) {
      expect(fleetState(fleet, i, start_s, byTime, 0)).toBe(0);
      expect(stateSinceEpoch(fleet, i, (start_s - fleet.sets[i]!.epoch_s) / 60, byMinutes, 0)).toBe(0);
      expect(byTime).toEqual(byMinutes);
    }
    // A GPS orbit: 26,560 km.
    fleetState(fleet, 1, start_s, byTime, 0);
    expect(Math.hypot(byTime[0]!, byTime[1]!, byTime[2]!)).toBeGreaterThan(26_300);
  });

  test("what has decayed is left out with its reason, what decays within the span or is old is used and reported", () => {
    // The Minotaur of the verification set is lost 50 minutes after its epoch.
    const minotaur = readTle(golden("SGP4-VER.TLE")).sets.find(({ catalogNumber }) => catalogNumber === 28_872)!;
    const placed = (record: number, epoch_s: number): ElementSet => ({ ...minotaur, epoch_s, place: { record, line: record } });
    const old = { ...sets[0]!, epoch_s: start_s - 100 * 86_400 };
    const { fleet, problems } = elementFleet([placed(900, start_s - 7200), placed(901, start_s), old, sets[1]!], { start_s, end_s: start_s + 7200 });
    expect(fleet.sets).toHaveLength(3);
    expect(problems.map(({ used, place, message }) => [used, place.record, message.replace(/\d{4}-.*?Z/g, "T")])).toEqual([
      [false, 900, "no position at T: it has decayed; epoch T"],
      [true, 901, "no position at T: it has decayed"],
      [true, sets[0]!.place.record, "flown 100 days from its epoch T; SGP4 is good for days"],
    ]);
    expect(() => elementFleet(sets, { start_s, end_s: start_s - 1 })).toThrow(RangeError);
  });

  test("a deep-space set with more digits than two lines hold flies beside one that fits", () => {
    const set = readTle(golden("SGP4-VER.TLE"), { checksum: "report" }).sets.find(({ catalogNumber }) => catalogNumber === 8195)!;
    const state = (changed: ElementSet): readonly number[] => {
      const out = new Float64Array(6);
      expect(stateSinceEpoch(fleetAtEpoch(changed).fleet, 0, 1000, out, 0)).toBe(0);
      return [...out];
    };
    const [exact, finer] = [state(set), state({ ...set, epoch_s: set.epoch_s + 3e-4, raan_deg: set.raan_deg + 1e-9 })];
    const off_km = Math.hypot(...[0, 1, 2].map((axis) => exact[axis]! - finer[axis]!));
    expect(off_km).toBeGreaterThan(0);
    expect(off_km).toBeLessThan(1e-4);
  });

  test("a deep-space object of OMM with nine digits flies", () => {
    const text = golden("sample_omm.json").replace("10.85873516", "2.00562768").replace('"NORAD_CAT_ID": 5', '"NORAD_CAT_ID": 799501234');
    const { fleet, messages } = fleetAtEpoch(readOmmJson(text).sets[0]!);
    expect([messages, fleet.deep[0] === null, fleet.sets[0]!.catalogNumber]).toEqual([[], false, 799_501_234]);
  });
});
