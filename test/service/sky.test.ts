import { describe, expect, test } from "vitest";
import { fleetPlanes, flyFleet, scenarioPlanes } from "../../src/fly/index.ts";
import { julianDate, stationEarthFixed_km } from "../../src/physics/index.ts";
import { findSatellites, geodetic, openLinks, satelliteName, satellitePlace, satelliteState, skyFrame, skyOf, skyPoints, stationSights, traceOf } from "../../src/service/index.ts";
import { size } from "../../src/size/index.ts";
import { formatUtc, HOUR_S } from "../../src/units/index.ts";
import { say } from "../cli/command-line.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const FLEET = `${RACK.replace("factoryRate: 4 /yr", `factoryRate: 4 /yr
  fleet:
    shells:
      - { id: dawn, pattern: sun-synchronous, altitude: 560 km, satellitesPerPlane: 37, localTimes: [{ ltan: 6 h }, { ltan: 18 h }] }
      - { id: delta, pattern: walker-delta, altitude: 550 km, inclination: 53 deg, planes: 12, satellitesPerPlane: 11, phasing: 5 }`)}
network: { stations: [{ id: svalbard, station: ksat-svalbard }, { id: punta-arenas, station: aws-punta-arenas }] }
simulate: { start: 2027-11-20, days: 3, fleetDays: 1 }
`;

describe("a sky", () => {
  const scenario = scenarioOf(FLEET);
  const sky = skyOf(scenario);
  const points = skyPoints(sky.satellites, 1);

  test("has every satellite of the fleet", () => {
    expect(sky.kind).toBe("fleet");
    expect(sky.satellites).toBe(2 * 37 + 12 * 11);
    expect(sky.stations.map(({ id }) => id)).toEqual(["svalbard", "punta-arenas"]);
    expect(sky.sites.map(({ id }) => id)).toEqual(["texas"]);
  });

  test("counts as many in light at the middle of a step as the flown fleet has", async () => {
    const { start_utc_s, step_s } = scenario.simulate;
    const lit: number[] = [];
    const planes = fleetPlanes(scenarioPlanes(scenario, julianDate(formatUtc(start_utc_s))));
    await flyFleet({ planes, sized: size(scenario).platform!, age_yr: 2.5, simulate: { start_utc_s, step_s, days: 1 } }, { sink: { write: (columns, rows) => lit.push(...columns[1]!.slice(0, rows)) } });
    expect(lit).toHaveLength(1440);
    expect(new Set(lit).size).toBeGreaterThan(5);
    expect(lit.map((_, step) => skyFrame(sky, start_utc_s + (step + 0.5) * step_s, points).lit)).toEqual(lit);
  });

  test("draws every so many and counts all", () => {
    const t_s = sky.epoch_s + HOUR_S;
    const all = skyFrame(sky, t_s, points);
    const some = skyPoints(sky.satellites, 7);
    expect(skyFrame(sky, t_s, some).lit).toBe(all.lit);
    for (let k = 0; k < some.lit.length; k++) expect([...some.xyz.subarray(3 * k, 3 * k + 3), some.lit[k]]).toEqual([...points.xyz.subarray(21 * k, 21 * k + 3), points.lit[7 * k]]);
    const { r_km, lit } = satelliteState(sky, 100, t_s);
    expect(r_km.map(Math.fround)).toEqual([...points.xyz.subarray(300, 303)].map((x) => expect.closeTo(x, 2)));
    expect(lit).toBe(points.lit[100] === 1);
  });

  test("calls satellites as the commands do", async () => {
    const { out } = await say(["export", "-", "--format", "czml", "--hours", "0.05"], { input: FLEET });
    const names = [...new Set([...out.matchAll(/"name":\s*"((?:dawn|delta) plane \d+ satellite \d+)"/g)].map(([, name]) => name))];
    expect(names).toEqual(Array.from({ length: sky.satellites }, (_, i) => satelliteName(sky, i)));
  });

  test("finds them by number, name and part of a name", () => {
    const name = satelliteName(sky, 100);
    expect(findSatellites(sky, "101", 5)[0]).toBe(100);
    expect(findSatellites(sky, name.toUpperCase(), 5)[0]).toBe(100);
    expect(findSatellites(sky, "delta", 50)).toHaveLength(12);
    expect(findSatellites(sky, "nobody", 5)).toEqual([]);
    expect(findSatellites(sky, "0", 5)).toEqual([]);
  });

  test("knows whom stations see and which links are open", async () => {
    const t_s = sky.epoch_s + 5 * HOUR_S;
    const { gmst_rad } = skyFrame(sky, t_s, points);
    const seen = stationSights(sky.stations, points, gmst_rad);
    const pairs = Array.from({ length: seen.length / 2 }, (_, k) => `${sky.stations[seen[2 * k]!]!.id} ${satelliteName(sky, seen[2 * k + 1]!)}`).toSorted();
    // Whatever the command lists as under way at that instant.
    const { out } = await say(["passes", "-", "--start", formatUtc(t_s), "--hours", "0.01", "--json"], { input: FLEET });
    const listed = (JSON.parse(out) as { events: { satellite: string; partner: string; openAtStart: boolean }[] }).events.filter(({ openAtStart }) => openAtStart).map(({ partner, satellite }) => `${partner} ${satellite}`);
    expect(pairs.length).toBeGreaterThan(3);
    expect(pairs).toEqual(listed.toSorted());
    const open = openLinks(sky.links!, points);
    // The rings of the dawn shell, and the grid of the Walker shell: two links a satellite at most.
    expect(open.length / 2).toBeGreaterThan(12 * 11);
    expect(open.length / 2).toBeLessThanOrEqual(sky.links!.pairs.length / 2);
  });
});

describe("places", () => {
  test("come back from the ellipsoid", () => {
    for (const latitude_deg of [-90, -61.3, -1e-7, 0, 33, 89.9, 90]) {
      for (const height_km of [-0.4, 0, 650, 35_786, 100_000]) {
        const back = geodetic(stationEarthFixed_km({ latitude_deg, longitude_deg: -99.7, height_km }));
        expect(back.latitude_deg).toBeCloseTo(latitude_deg, 6);
        expect(back.height_km).toBeCloseTo(height_km, 4);
        if (Math.abs(latitude_deg) < 90) expect(back.longitude_deg).toBeCloseTo(-99.7, 9);
      }
    }
  });

  test("a geostationary platform stays over its longitude", () => {
    const sky = skyOf(scenarioOf(RACK.replace("altitude: 650 km", "type: geostationary\n  longitude: -100 deg")));
    for (const hours of [0, 7, 19]) {
      const place = satellitePlace(sky, 0, sky.epoch_s + hours * HOUR_S);
      expect(place.longitude_deg).toBeCloseTo(-100, 2);
      expect(place.latitude_deg).toBeCloseTo(0, 9);
      expect(place.altitude_km).toBeCloseTo(35_786, 0);
    }
  });

  test("what does not circle the Earth is told, not drawn", () => {
    const ground = skyOf(scenarioOf(RACK.replace(/orbit:[\s\S]*launch:.*\n/, "")));
    expect(ground).toMatchObject({ kind: "nothing", satellites: 0, told: ["Nothing flies: the scenario has no orbit."] });
    expect(ground.sites).toHaveLength(1);
    expect(skyOf(scenarioOf(RACK, "orbit.altitude=6200 km"))).toMatchObject({ kind: "nothing", satellites: 0 });
  });
});

describe("traces", () => {
  const scenario = scenarioOf(FLEET);
  const { start_utc_s } = scenario.simulate;
  const window = { start_s: start_utc_s + 6 * HOUR_S, end_s: start_utc_s + 9 * HOUR_S };

  test("of the platform are the rows that fly writes", async () => {
    const { out } = await say(["fly", "-", "--json"], { input: FLEET });
    const trace = await traceOf(scenario, { of: { kind: "platform" }, start_s: start_utc_s, end_s: start_utc_s + 3 * 24 * HOUR_S });
    const column = (id: string): Float64Array => trace.columns.find((one) => one.id === id)!.values;
    const { flight } = JSON.parse(out) as { flight: { summary: { light: { discInView_frac: number }; battery: { lowestCharge_frac: number }; radiator: { coldest_K: number } } } };
    expect(trace.t_s).toHaveLength(3 * 1440);
    expect(column("lit_frac").reduce((sum, x) => sum + x, 0) / (3 * 1440)).toBeCloseTo(flight.summary.light.discInView_frac, 12);
    expect(Math.min(...column("charge_frac"))).toBe(flight.summary.battery.lowestCharge_frac);
    expect(Math.min(...column("radiator_K"))).toBe(flight.summary.radiator.coldest_K);
  });

  test("of the fleet are those of its satellites together", async () => {
    const [fleet, ...each] = await Promise.all([traceOf(scenario, { of: { kind: "fleet" }, ...window }), ...[0, 60, 100].map((satellite) => traceOf(scenario, { of: { kind: "satellite", satellite }, ...window }))]);
    expect(fleet.t_s[0]).toBe(window.start_s);
    expect(fleet.t_s).toHaveLength(180);
    const sky = skyOf(scenario);
    each.forEach((one, k) => {
      expect(one.name).toBe(satelliteName(sky, [0, 60, 100][k]!));
      const lit = one.columns.find(({ id }) => id === "lit")!.values;
      expect([...lit]).toEqual(Array.from(one.t_s, (t_s) => (satelliteState(sky, [0, 60, 100][k]!, t_s + 30).lit ? 1 : 0)));
    });
  });
});
