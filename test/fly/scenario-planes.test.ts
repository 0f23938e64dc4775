import fc from "fast-check";
import { eciToGeodetic, gstime } from "satellite.js";
import { describe, expect, test } from "vitest";
import { fleetPlanes, flownOrbit, scenarioPlanes, type ShellPlane } from "../../src/fly/index.ts";
import { filedPlanes, geostationaryAltitude_km, julianDate, positionAt_km, raanFromLtan_deg, sunSynchronousInclination_deg, type FiledShells } from "../../src/physics/index.ts";
import { goldenJson } from "../golden/golden-file.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const JD = julianDate("2027-01-01");
const planesOf = (fleet: string, ...set: readonly string[]): readonly ShellPlane[] => scenarioPlanes(scenarioOf(RACK, `orbit.fleet=${fleet}`, ...set), JD);
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

  describe("geostationary ring", () => {
    const RING = "{shells: [{id: ring, pattern: geostationary, satellitesPerPlane: 4}]}";

    test("one plane over the equator", () => {
      expect(planesOf(RING)).toMatchObject([{ shell: "ring", altitude_km: geostationaryAltitude_km(), inclination_deg: 0, raan_deg: 0, satellites: 4 }]);
    });

    // Longitudes by satellite.js, which turns by its own sidereal time; a place over the Earth is the same all year, but for precession (0.0155 deg).
    test.each([
      { name: "the orbit's longitude", planes: () => planesOf(RING, "orbit.type=geostationary", "orbit.altitude=null", "orbit.longitude=62 deg"), first_deg: 62 },
      { name: "its own", planes: () => planesOf(RING.replace("ring,", "ring, longitude: -100 deg,"), "orbit.type=geostationary", "orbit.altitude=null", "orbit.longitude=62 deg"), first_deg: -100 },
      { name: "none written: the reference meridian", planes: () => planesOf(RING), first_deg: 0 },
    ])("each satellite stands over one longitude for a year, the first over $name", ({ planes, first_deg }) => {
      const [{ orbit, phases }] = fleetPlanes(planes()) as [ReturnType<typeof fleetPlanes>[number]];
      expect(phases.cos).toHaveLength(4);
      for (let j = 0; j < 4; j++) {
        const phase_rad = Math.atan2(phases.sin[j]!, phases.cos[j]!);
        for (let day = 0; day <= 365; day += 7.3) {
          const [x, y, z] = positionAt_km({ ...orbit, argumentOfLatitude_rad: orbit.argumentOfLatitude_rad + phase_rad }, day * 86_400);
          const { longitude, latitude, height } = eciToGeodetic({ x, y, z }, gstime(JD + day));
          const off_deg = (((longitude * 180) / Math.PI - first_deg - 90 * j + 720 + 180) % 360) - 180;
          expect(Math.abs(off_deg)).toBeLessThan(1e-6 + 0.0156 * (day / 365.25));
          expect(latitude).toBeCloseTo(0, 9);
          expect(Math.abs(height - 35_786)).toBeLessThan(1);
        }
      }
    });

    test("its first satellite flies as the representative platform does", () => {
      const scenario = scenarioOf(RACK, `orbit.fleet=${RING}`, "orbit.type=geostationary", "orbit.altitude=null", "orbit.longitude=62 deg");
      expect(scenarioPlanes(scenario, JD)[0]!.orbit).toEqual(flownOrbit(scenario.orbit!, JD));
    });
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
    expect(written.map(({ shell, orbit: { semiMajorAxis }, ...plane }) => (expect([shell, semiMajorAxis]).toEqual([expect.stringMatching(/^row\d$/), 6378.137 + plane.altitude_km]), plane))).toEqual(filedPlanes({ rows: shells, cap: 1_000_000, jd: JD, ltans_h: [6, 18] }));
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
