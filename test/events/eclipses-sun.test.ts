/** What the house's Sun moves an edge by: as far as the Sun is off over the rate of the orbit, so the higher the more. */
import { AstroTime, Body, GeoVector, Rotation_EQJ_EQD, RotateVector, SiderealTime } from "astronomy-engine";
import { gstime } from "satellite.js";
import { describe, expect, test } from "vitest";
import { planeTrajectory } from "../../src/ephemeris/index.ts";
import { eclipses, type Eclipse, type SunPort } from "../../src/events/index.ts";
import { circularOrbit } from "../../src/physics/index.ts";
import { ASTRONOMICAL_UNIT_KM } from "../../src/units/index.ts";
import { measure } from "../golden/measure.ts";

/** astronomy-engine's apparent Sun in TEME: true equator of date, turned back by the equation of the equinoxes. */
const apparentInTeme: SunPort = (t_s) => {
  const date = new Date(t_s * 1000);
  const time = new AstroTime(date);
  const { x, y, z } = RotateVector(Rotation_EQJ_EQD(time), GeoVector(Body.Sun, time, true));
  const equinoxes = (SiderealTime(time) * Math.PI) / 12 - gstime(date);
  const [cos, sin] = [Math.cos(equinoxes) * ASTRONOMICAL_UNIT_KM, Math.sin(equinoxes) * ASTRONOMICAL_UNIT_KM];
  return [cos * x + sin * y, cos * y - sin * x, z * ASTRONOMICAL_UNIT_KM];
};

const DAY_S = 86_400;
/** Days about every equinox of the years for which the Sun's 36 arcsec are measured (test/golden/astro/sun_teme.csv): there an equatorial orbit crosses the shadow's middle. */
const EQUINOXES = Array.from({ length: 10 }, (_, k) => 2023 + k).flatMap((year) => [Date.UTC(year, 2, 20) / 1000, Date.UTC(year, 8, 22) / 1000]);

const edgesOf = (altitude_km: number, around_s: number, sun?: SunPort): readonly Eclipse[] => {
  const orbit = circularOrbit({ altitude_km, inclination_deg: 0, raan_deg: 0, argumentOfLatitude_deg: 0 });
  const span = { start_s: around_s - 2 * DAY_S, end_s: around_s + 4 * DAY_S };
  const trajectory = planeTrajectory({ name: "equator", objectId: null, orbit, phase_rad: 0, epoch_s: span.start_s, span: { start_s: 0, end_s: 6 * DAY_S } });
  return eclipses(trajectory, span, sun ? { sun } : {}).eclipses;
};

describe("the house's Sun against the apparent one of another program", () => {
  test.each([650, 35_786, 100_000])("%i km: edges to 36 arcsec over the rate", (altitude_km) => {
    let worst = 0;
    for (const equinox of EQUINOXES) {
      const [house, theirs] = [edgesOf(altitude_km, equinox), edgesOf(altitude_km, equinox, apparentInTeme)];
      expect(house.map(({ kind }) => kind)).toEqual(theirs.map(({ kind }) => kind));
      house.forEach(({ start_s, end_s }, i) => {
        for (const moved of [start_s - theirs[i]!.start_s, end_s - theirs[i]!.end_s]) if (Math.abs(moved) > Math.abs(worst)) worst = moved;
      });
    }
    // Revolutions of 97.7 min, 23.93 h and 95.9 h by Kepler's third law: 0.16, 2.4 and 9.6 s.
    const abs = (36 / (360 * 3600)) * 2 * Math.PI * Math.sqrt((6378.137 + altitude_km) ** 3 / 398_600.4418);
    measure("eclipse-sun", { case: `worst edge about the equinoxes of 2023-2032, equatorial orbit at ${altitude_km} km, the house's Sun`, got: worst, expected: 0, abs, unit: "s", source: "astronomy-engine 2.1.19, apparent Sun; 36 arcsec over the rate of the orbit" });
  });
});
