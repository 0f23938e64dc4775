import fc from "fast-check";
import { Body, GeoVector, MakeTime, RotateVector, Rotation_EQJ_EQD } from "astronomy-engine";
import { describe, expect, test } from "vitest";
import { evenPlanes, FLEET_COLUMNS, fleetPlanes, fly, flyFleet, inPlaceCrew, satellitesOf } from "../../src/fly/index.ts";
import type { FleetDesign, FleetPlane } from "../../src/fly/index.ts";
import { referenceKernel } from "../../src/kernel/index.ts";
import { circularOrbit, filedSatellites, julianDate, raanFromLtan_deg, sunSynchronousInclination_deg, walkerDelta } from "../../src/physics/index.ts";
import { ASTRONOMICAL_UNIT_KM, EARTH_RADIUS_KM, parseUtc } from "../../src/units/index.ts";
import { measure } from "../golden/measure.ts";
import { FILED_CAP, FILED_SHELLS, filedFleet } from "./fleet-filed.ts";
import { scenarioOf, sizingOf } from "./fixture.ts";
import type { Rack } from "./fixture.ts";

const START = "2027-01-01";
const sized = (rack: Rack = {}) => sizingOf(rack).platform!;
const design = (planes: readonly FleetPlane[], { days = 1, step_s = 60, rack = {} }: { readonly days?: number; readonly step_s?: number; readonly rack?: Rack } = {}): FleetDesign => ({
  planes, sized: sized(rack), age_yr: 2.5, simulate: { start_utc_s: parseUtc(START)!, days, step_s },
});

const dawnDusk = (altitude_km: number, satellites: number, ltan_h: number) =>
  evenPlanes([{ satellites, orbit: circularOrbit({ altitude_km, inclination_deg: sunSynchronousInclination_deg(altitude_km), raan_deg: raanFromLtan_deg({ ltan_h, jd: julianDate(START) }), argumentOfLatitude_deg: 0 }) }]);
const walker = (planes: number, satellitesPerPlane: number, inclination_deg = 53, altitude_km = 550) =>
  fleetPlanes(walkerDelta({ altitude_km, inclination_deg, planes, satellites: planes * satellitesPerPlane, phasing: planes > 1 ? 1 : 0, raan_deg: 20 }));

/** astronomy-engine's Sun of date in the middle of every hour of the year: asked once for all planes. */
const sunByHour = Array.from({ length: 8760 }, (_, hour) => {
  const time = MakeTime(new Date(1000 * (parseUtc(START)! + 3600 * (hour + 0.5))));
  return RotateVector(Rotation_EQJ_EQD(time), GeoVector(Body.Sun, time, true));
});

/** Mean over a year of a whole turn's share outside the cone of half light, acos(edge / cos beta) / pi off it, with astronomy-engine's Sun of date. */
function yearInHalfLight(plane: FleetPlane): number {
  const { semiMajorAxis, inclination_rad: i, node_rad, nodeRate_rad_per_s } = plane.orbit;
  const edge = Math.cos(Math.asin(EARTH_RADIUS_KM / semiMajorAxis) + Math.asin(EARTH_RADIUS_KM / ASTRONOMICAL_UNIT_KM));
  let dark = 0;
  for (let hour = 0; hour < 8760; hour++) {
    const s = sunByHour[hour]!;
    const w = node_rad + nodeRate_rad_per_s * 3600 * (hour + 0.5);
    const sinBeta = (s.x * Math.sin(i) * Math.sin(w) - s.y * Math.sin(i) * Math.cos(w) + s.z * Math.cos(i)) / Math.hypot(s.x, s.y, s.z);
    const cosBeta = Math.sqrt(1 - sinBeta * sinBeta);
    if (cosBeta > edge) dark += Math.acos(edge / cosBeta) / Math.PI;
  }
  return 1 - dark / 8760;
}

describe("a fleet's light", () => {
  for (const [name, planes] of [["650 km dawn-dusk", dawnDusk(650, 25, 18)], ["550 km, 53 deg", walker(3, 11)], ["1000 km, 30 deg", walker(2, 13, 30, 1000)]] as const) {
    test(`${name}: the year's lit share of each plane is the closed form's`, async () => {
      const flown = await flyFleet(design(planes, { days: 365 }));
      flown.planes.forEach((plane, p) => {
        measure("fleet-flight", { case: `lit share of a year, ${name}, plane ${p}`, got: plane.lit_frac, expected: yearInHalfLight(planes[p]!), abs: 3e-5, unit: "1", source: "acos(edge / cos beta) / pi with astronomy-engine's Sun" });
      });
    });
  }

  test("a fleet split over LTAN 6 and 18 never loses both halves", async () => {
    const flown = await flyFleet(design([...dawnDusk(650, 24, 6), ...dawnDusk(650, 24, 18)], { days: 365 }));
    // 650 km, worst day outside the umbra 0.803 (eclipse_dawn_dusk.csv): half a fleet at 0.80 and the other at 1.
    expect(Math.min(...flown.daily.lit_frac)).toBeCloseTo((0.803 + 1) / 2, 2);
    for (const lit of flown.daily.lit_frac) expect(lit).toBeGreaterThan(0.5 + 0.5 * 0.79);
  });
});

describe("a fleet's power and heat", () => {
  for (const eclipse of ["shed", "ride-through"] as const) {
    test(`${eclipse}: a plane of many delivers what fly's one platform does`, async () => {
      const rack: Rack = { eclipse, capacity_J: eclipse === "shed" ? 40e6 : 250e6 };
      const { summary } = await fly(scenarioOf({ start: START, age_yr: 2.5 }), sizingOf(rack));
      const { fleet } = await flyFleet(design(dawnDusk(650, 24, 18), { days: 365, rack }));
      const row = (name: string, got: number, expected: number, abs: number, unit = "1") => measure("fleet-flight", { case: `${eclipse}, ${name}, year at 650 km`, got, expected, abs, unit, source: "fly: one platform, cones" });
      row("lit share", fleet.lit_frac, summary!.light.discInView_frac, 1e-3);
      row("delivered", fleet.delivered_frac, summary!.delivered_frac, 1e-3);
      row("curtailed of generated", fleet.curtailed_J / fleet.generated_J, summary!.energy.curtailed_J / summary!.energy.generated_J, 2e-3);
      row("lowest charge", fleet.lowestCharge_frac, summary!.battery.lowestCharge_frac, 0.02);
      row("hottest panel", fleet.hottest_K, summary!.radiator.hottest_K, 0.2, "K");
      row("coldest panel", fleet.coldest_K, summary!.radiator.coldest_K, 2, "K");
    });
  }

  test("energies balance, shares lie in 0..1, and the plain kernel gives the same record", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          planes: fc.integer({ min: 1, max: 20 }), each: fc.integer({ min: 1, max: 9 }), inclination_deg: fc.double({ min: 0, max: 110, noNaN: true }),
          eclipse: fc.constantFrom("shed", "ride-through"), bol_W: fc.double({ min: 20_000, max: 400_000, noNaN: true }),
          capacity_J: fc.constantFrom(0, 1e6, 4e7), heatCapacity_J_per_K: fc.constantFrom(5e4, 2e6), step_s: fc.constantFrom(30, 60, 120),
        }),
        async ({ planes, each, inclination_deg, step_s, ...rack }) => {
          const fleet = design(walker(planes, each, inclination_deg), { days: 0.2, step_s, rack });
          const flown = await flyFleet(fleet);
          for (const totals of [flown.fleet, ...flown.planes]) {
            expect(totals.residual_frac).toBeLessThan(1e-9);
            for (const share of [totals.lit_frac, totals.delivered_frac, totals.lowestCharge_frac]) expect(share >= 0 && share <= 1 + 1e-12).toBe(true);
          }
          expect(await flyFleet(fleet, { crew: inPlaceCrew(referenceKernel) })).toEqual(flown);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("a fleet's cones and hours", () => {
  test("shares outside umbra and penumbra and the disc in view are those of fly's year, and the flown bits hold the last", async () => {
    for (const ltan_h of [18, 12]) {
      const { light } = (await fly(scenarioOf({ start: START, age_yr: 2.5, orbit: { ltan_h } }), sizingOf())).summary!;
      const { fleet } = await flyFleet(design(dawnDusk(650, 24, ltan_h), { days: 365, rack: {} }));
      const row = (name: string, got: number, expected: number, abs: number) => measure("fleet-flight", { case: `${name}, year at 650 km, LTAN ${ltan_h}`, got, expected, abs, unit: "1", source: "fly: one platform, cones" });
      row("outside umbra", fleet.outsideUmbra_frac, light.outsideUmbra_frac, 5e-5);
      row("outside penumbra", fleet.outsidePenumbra_frac, light.outsidePenumbra_frac, 5e-5);
      row("disc in view", fleet.discInView_frac, light.discInView_frac, 5e-5);
      measure("fleet-flight", { case: `lit share as flown, year at 650 km, LTAN ${ltan_h}`, got: fleet.lit_frac, expected: fleet.discInView_frac, abs: 3e-5, unit: "1", source: "mean disc in view between the cones, closed form" });
    }
  });

  for (const [name, rack] of [
    ["shed", { capacity_J: 40e6 }],
    ["ride-through", { eclipse: "ride-through", capacity_J: 120e6 }],
    ["an array that falls short", { bol_W: 130_000 }],
    ["a battery too small for the bus", { capacity_J: 4e6 }],
    ["a junction that holds IT back", { junctionMax_K: 350 }],
  ] as const) {
    test(`${name}: hours of a satellite are those of fly, but for steps that are partly lit`, async () => {
      const [days, step_s, satellites] = [3, 10, 24];
      const orbit = { ltan_h: 12 };
      const { summary } = await fly(scenarioOf({ start: START, age_yr: 2.5, days, step_s, orbit }), sizingOf(rack));
      const { fleet } = await flyFleet(design(dawnDusk(650, satellites, 12), { days, step_s, rack }));
      // 44 shadows in three days, each with two edges in parts of a step, and a state up to a step apart after either.
      const apart_h = (44 * 4 * step_s) / 3600;
      for (const hours of ["throttled_h", "dark_h", "heatLimited_h", "busShort_h"] as const) {
        expect(Math.abs(fleet[hours] / satellites - summary![hours]), `${hours}: ${fleet[hours] / satellites} and ${summary![hours]}`).toBeLessThan(apart_h);
      }
      measure("fleet-flight", { case: `full cycles a year, ${name}`, got: fleet.fullCycles_per_yr, expected: summary!.battery.fullCycles_per_yr, rel: 0.5 / 44, unit: "1/yr", source: "fly: one platform, which may meet half a shadow more or less" });
      // A quarter of the time and more in shadow: something is to be counted.
      expect(fleet.dark_h + fleet.throttled_h).toBeGreaterThan(0);
    });
  }

  test("hours are whole steps, of one kind at a time, and a plane's add up to the fleet's", async () => {
    const flown = await flyFleet(design(walker(9, 14), { rack: { bol_W: 150_000 } }));
    for (const hours of ["throttled_h", "dark_h", "heatLimited_h", "busShort_h"] as const) {
      expect(Number.isInteger(Math.round(flown.fleet[hours] * 6e7) / 1e6)).toBe(true);
      expect(flown.planes.reduce((sum, plane) => sum + plane[hours], 0)).toBeCloseTo(flown.fleet[hours], 9);
    }
    expect(flown.fleet.throttled_h + flown.fleet.dark_h).toBeLessThanOrEqual(24 * 126);
  });
});

describe("a fleet's books", () => {
  test("a plane's totals do not depend on its neighbours", async () => {
    const planes = [...walker(37, 5), ...walker(4, 33, 97)];
    const whole = await flyFleet(design(planes));
    for (const p of [0, 15, 16, 36, 40]) expect((await flyFleet(design([planes[p]!]))).planes[0]).toEqual(whole.planes[p]);
    expect(whole.fleet.satellites).toBe(satellitesOf(planes));
    expect(whole.planes.reduce((sum, plane) => sum + plane.it_J, 0) / whole.fleet.it_J).toBeCloseTo(1, 12);
  });

  test("the series adds up to the totals", async () => {
    const planes = walker(20, 7);
    const sums = Object.fromEntries(FLEET_COLUMNS.map((name) => [name, 0])) as Record<(typeof FLEET_COLUMNS)[number], number>;
    let rows = 0;
    let lowest = 1;
    const flown = await flyFleet(design(planes, { days: 1.5 }), { sink: {
      write(columns, count) {
        FLEET_COLUMNS.forEach((name, c) => {
          for (let i = 0; i < count; i++) sums[name] += columns[c]![i]!;
        });
        for (let i = 0; i < count; i++) lowest = Math.min(lowest, columns[5]![i]!);
        rows += count;
      },
    } });
    expect(rows).toBe(2160);
    expect(sums.t_s).toBe((60 * 2160 * 2159) / 2);
    expect(sums.lit / (140 * 2160)).toBeCloseTo(flown.fleet.lit_frac, 12);
    expect((sums.array_W * 60) / flown.fleet.generated_J).toBeCloseTo(1, 12);
    expect((sums.it_W * 60) / flown.fleet.it_J).toBeCloseTo(1, 12);
    expect(lowest).toBe(flown.fleet.lowestCharge_frac);
    expect(flown.daily.lit_frac).toHaveLength(2);
  });

  test("no planes, or a plane of none, is refused", async () => {
    await expect(flyFleet(design([]))).rejects.toThrow(/no planes/);
    expect(() => evenPlanes([{ orbit: walker(1, 1)[0]!.orbit, satellites: 0 }])).toThrow(/0 satellites/);
  });
});

describe("fleets", () => {
  test("Walker 24/3/1: planes 120 deg apart, each 15 deg ahead of its western neighbour", () => {
    const planes = fleetPlanes(walkerDelta({ altitude_km: 600, inclination_deg: 60, planes: 3, satellites: 24, phasing: 1, raan_deg: 0 }));
    expect(planes.map(({ orbit }) => (orbit.node_rad * 180) / Math.PI).map(Math.round)).toEqual([0, 120, 240]);
    expect(planes.map(({ orbit }) => (orbit.argumentOfLatitude_rad * 180) / Math.PI).map(Math.round)).toEqual([0, 15, 30]);
    expect(planes[2]!.phases.cos[2]).toBeCloseTo(0, 15);
  });

  test("the filed million: rows sum to 1,198,120, the fleet flown is the cap", async () => {
    expect(FILED_SHELLS.reduce((sum, row) => sum + filedSatellites(row), 0)).toBe(1_198_120);
    const planes = filedFleet({ cap: FILED_CAP, jd: julianDate(START) });
    expect(planes).toHaveLength(1908);
    expect(satellitesOf(planes)).toBe(FILED_CAP);
    expect((await flyFleet(design(planes, { days: 3 / 1440 }))).satellites).toBe(FILED_CAP);
  });
});
