import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scenarioPlanes, type ShellPlane } from "../../src/fly/index.ts";
import { filedPlanes, geostationaryAltitude_km, julianDate, raanFromLtan_deg, sunSynchronousInclination_deg, type FiledShells } from "../../src/physics/index.ts";
import { goldenJson } from "../golden/golden-file.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const JD = julianDate("2027-01-01");
const planesOf = (fleet: string): readonly ShellPlane[] => scenarioPlanes(scenarioOf(RACK, `orbit.fleet=${fleet}`), JD);
const total = (planes: readonly ShellPlane[]): number => planes.reduce((sum, { satellites }) => sum + satellites, 0);

describe("a scenario's fleet as planes", () => {
  test("no fleet, no planes", () => {
    expect(scenarioPlanes(scenarioOf(RACK), JD)).toEqual([]);
  });

  // Galileo, 56 deg: 24/3/1; reference slots at node + 120 (plane - 1) and u + 45 (slot - 1) + 15 (plane - 1) degrees (European GNSS Service Centre).
  test("Walker delta: Galileo", () => {
    const planes = planesOf("{shells: [{id: galileo, pattern: walker-delta, altitude: 23222 km, inclination: 56 deg, planes: 3, satellitesPerPlane: 8, phasing: 1, raan: 317.632 deg}]}");
    expect(planes.map(({ satellites, shell }) => [satellites, shell])).toEqual([[8, "galileo"], [8, "galileo"], [8, "galileo"]]);
    [317.632, 77.632, 197.632].forEach((node, k) => expect(planes[k]!.raan_deg).toBeCloseTo(node, 9));
    [0, 15, 30].forEach((phase, k) => expect(planes[k]!.phase_deg).toBeCloseTo(phase, 9));
  });

  // Iridium, 86.4 deg: 66/6/2 star, nodes 30 deg apart.
  test("Walker star: Iridium; one plane has no phasing", () => {
    const iridium = (planes: number): readonly ShellPlane[] => planesOf(`{shells: [{id: iridium, pattern: walker-star, altitude: 780 km, inclination: 86.4 deg, planes: ${planes}, satellitesPerPlane: 11}]}`);
    expect(iridium(6).map(({ raan_deg }) => Math.round(raan_deg * 1e9) / 1e9)).toEqual([0, 30, 60, 90, 120, 150]);
    expect(iridium(1)).toMatchObject([{ phase_deg: 0, satellites: 11 }]);
  });

  test("sun-synchronous: one plane a local time, satellites by share, inclination from the altitude or as filed", () => {
    const planes = (more: string): readonly ShellPlane[] => planesOf(`{shells: [{id: dusk, pattern: sun-synchronous, altitude: 650 km, satellitesPerPlane: 50, localTimes: [{ltan: 6 h, share: 1}, {ltan: 18 h, share: 3}]${more}}]}`);
    expect(planes("").map(({ satellites, raan_deg, inclination_deg }) => ({ satellites, raan_deg, inclination_deg }))).toEqual(
      [{ ltan_h: 6, satellites: 25 }, { ltan_h: 18, satellites: 75 }].map(({ ltan_h, satellites }) => ({ satellites, raan_deg: raanFromLtan_deg({ ltan_h, jd: JD }), inclination_deg: sunSynchronousInclination_deg(650) })),
    );
    expect(planes(", inclination: 97.2 deg").map(({ inclination_deg }) => inclination_deg)).toEqual([97.2, 97.2]);
  });

  test("geostationary ring", () => {
    expect(planesOf("{shells: [{id: ring, pattern: geostationary, satellitesPerPlane: 7}]}")).toEqual([{ shell: "ring", altitude_km: geostationaryAltitude_km(), inclination_deg: 0, raan_deg: 0, satellites: 7, phase_deg: 0 }]);
  });

  test("the filed million, row by row as a scenario, is physics' filing", () => {
    const { shells } = goldenJson<{ shells: FiledShells[] }>("./physics/filed-shells.json");
    const range = (value: FiledShells["altitude_km"], name: string, unit: string): string => (typeof value === "number" ? `${name}: ${value} ${unit}` : `${name}: ${value[0]} ${unit}, ${name}To: ${value[1]} ${unit}`);
    const row = (one: FiledShells, i: number): string => {
      const dusk = [one.inclination_deg].flat()[0]! > 90;
      const pattern = dusk ? "pattern: sun-synchronous, localTimes: [{ltan: 6 h}, {ltan: 18 h}]" : `pattern: walker-delta, planes: ${one.planes}`;
      return `{id: row${i}, ${pattern}, shells: ${one.shells}, satellitesPerPlane: ${one.satellitesPerPlane}, ${range(one.altitude_km, "altitude", "km")}, ${range(one.inclination_deg, "inclination", "deg")}}`;
    };
    const written = planesOf(`{cap: 1 million, shells: [${shells.map(row).join(", ")}]}`);
    expect(written.map(({ shell, ...plane }) => (expect(shell).toMatch(/^row\d$/), plane))).toEqual(filedPlanes({ rows: shells, cap: 1_000_000, jd: JD, ltans_h: [6, 18] }));
    expect(total(written)).toBe(1_000_000);
  });

  test("a cap takes from every plane alike and leaves nobody out of the count", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 3000 }), (planes, each, cap) => {
        const flown = planesOf(`{cap: ${cap}, shells: [{id: a, pattern: walker-delta, altitude: 550 km, inclination: 53 deg, planes: ${planes}, satellitesPerPlane: ${each}, phasing: 0}]}`);
        expect(total(flown)).toBe(Math.min(cap, planes * each));
        const counts = flown.map(({ satellites }) => satellites);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });
});
