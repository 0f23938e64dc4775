import { Observer, ObserverVector } from "astronomy-engine";
import { describe, expect, test } from "vitest";
import { fly, SERIES_COLUMNS } from "../../src/fly/index.ts";
import { nodalPeriod_s } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";
import { scenarioOf, sizingOf } from "./fixture.ts";

const DEG = 180 / Math.PI;
const AU_KM = 149_597_870.7;
const RE = 6378.137;

describe("ground contacts", () => {
  // Closed form: over a pole every pass of a polar orbit culminates in the zenith and the Earth's turn does not matter.
  // sin eta = Rp cos el / r, half arc = 90 - el - eta (Wertz & Larson 1999, eqs 5-26, 5-28), Rp = 6356.752 km the polar radius of WGS 84.
  test.each([10, 0, 30])("a pole under a polar orbit at 650 km, mask %d deg", async (el_deg) => {
    const r = RE + 650;
    const eta = Math.asin((6356.752314 * Math.cos(el_deg / DEG)) / r);
    const period_s = nodalPeriod_s({ altitude_km: 650, inclination_deg: 90 });
    const pass_min = ((2 * (Math.PI / 2 - el_deg / DEG - eta)) / (2 * Math.PI)) * (period_s / 60);
    const given = { orbit: { type: "circular", altitude_km: 650, inclination_deg: 90 } as const, days: 20, step_s: 10, elevationMin_deg: el_deg, stations: [{ id: "pole", latitude_deg: 90, longitude_deg: 0 }] };
    const { contact } = (await fly(scenarioOf(given), sizingOf())).summary!;
    const pole = contact.byStation[0]!;
    const source = "closed form, Wertz & Larson 1999 eqs 5-26, 5-28";
    measure("fly-contacts", { case: `mean polar pass above ${el_deg} deg`, got: pole.minutes_per_day / pole.passes_per_day, expected: pass_min, rel: 2e-3, unit: "min", source });
    measure("fly-contacts", { case: `polar passes a day above ${el_deg} deg`, got: pole.passes_per_day, expected: 86_400 / period_s, abs: 1 / 20, unit: "1/d", source });
    measure("fly-contacts", { case: `gap between polar passes above ${el_deg} deg`, got: contact.longestGap_min, expected: period_s / 60 - pass_min, abs: 20 / 60, unit: "min", source });
    expect(contact.minutes_per_day).toBe(pole.minutes_per_day);
  });

  test("an overhead pass at 650 km above 10 deg is 9.0 min long", async () => {
    const stations = [{ id: "svalbard", latitude_deg: 78.23, longitude_deg: 15.39 }];
    const rises: number[] = [];
    let up = 0;
    let longest = 0;
    await fly(scenarioOf({ days: 30, step_s: 10, stations }), sizingOf(), {
      sink: { write: (columns, rows) => {
        for (let i = 0; i < rows; i++) {
          up = columns[8]![i]! > 0 ? up + 1 : 0;
          if (up === 1) rises.push(columns[0]![i]!);
          longest = Math.max(longest, up);
        }
      } },
    });
    // PHYSICS: "650 km: el 10, 9.0 min max pass"; retrograde over a high-latitude station the Earth's turn takes 1 % away or adds it.
    measure("fly-contacts", { case: "longest pass, 650 km, 10 deg", got: (longest * 10) / 60, expected: 9.0, abs: 0.2, unit: "min", source: "closed form 2 (90 - el - eta) T / 360" });
    expect(rises.length).toBeGreaterThan(300);
  });

  // Independent: orbit by direct trigonometry, station and its zenith from astronomy-engine's own Earth (ellipsoid, sidereal time, nutation).
  test("stations in view by the minute as astronomy-engine's observers see them", async () => {
    const stations = [
      { id: "north", latitude_deg: 71.29, longitude_deg: -149.9 },
      { id: "middle", latitude_deg: 40.43, longitude_deg: -4.25 },
      { id: "south", latitude_deg: -46.52, longitude_deg: 168.38 },
    ];
    const series: number[] = [];
    await fly(scenarioOf({ orbit: { type: "circular", altitude_km: 650, inclination_deg: 97.986, raan_deg: 10 }, days: 3, stations }), sizingOf(), {
      sink: { write: (columns, rows) => { for (let i = 0; i < rows; i++) series.push(columns[SERIES_COLUMNS.indexOf("stations")]![i]!); } },
    });
    const minutes = series.map((counted, i) => ({ counted, elevations: stations.map((place) => elevation_deg(place, (i + 0.5) * 60)) }));
    // At the mask itself the two may differ by the nutation that the flight leaves out.
    const clear = minutes.filter(({ elevations }) => elevations.every((el) => Math.abs(el - 10) >= 0.03));
    expect(clear.filter(({ counted, elevations }) => counted !== elevations.filter((el) => el > 10).length)).toEqual([]);
    expect(minutes.length - clear.length).toBeLessThan(5);
    expect(series.reduce((sum, counted) => sum + counted, 0)).toBeGreaterThan(200);
  });
});

/** Elevation of the test's satellite, node 10 deg at 2027-01-01. */
function elevation_deg(place: { latitude_deg: number; longitude_deg: number }, t_s: number): number {
  const a = RE + 650;
  const i = 97.986 / DEG;
  const n = Math.sqrt(398_600.4418 / a ** 3);
  const k = 1.08262668e-3 * (RE / a) ** 2;
  const u = n * (1 + 1.5 * k * (4 * Math.cos(i) ** 2 - 1)) * t_s;
  const w = 10 / DEG - 1.5 * k * n * Math.cos(i) * t_s;
  const sat = [
    a * (Math.cos(u) * Math.cos(w) - Math.sin(u) * Math.sin(w) * Math.cos(i)),
    a * (Math.cos(u) * Math.sin(w) + Math.sin(u) * Math.cos(w) * Math.cos(i)),
    a * Math.sin(u) * Math.sin(i),
  ] as const;
  const time = new Date(Date.UTC(2027, 0, 1) + 1000 * t_s);
  const at = (height_m: number) => {
    const v = ObserverVector(time, new Observer(place.latitude_deg, place.longitude_deg, height_m), true);
    return [v.x * AU_KM, v.y * AU_KM, v.z * AU_KM] as const;
  };
  const ground = at(0);
  const above = at(10_000);
  const up = above.map((x, axis) => (x - ground[axis]!) / 10);
  const sight = sat.map((x, axis) => x - ground[axis]!);
  const along = sight.reduce((sum, x, axis) => sum + x * up[axis]!, 0);
  return Math.asin(along / Math.hypot(...sight)) * DEG;
}
