import { GeoVector, Body, RotateVector, Rotation_EQJ_EQD } from "astronomy-engine";
import { describe, expect, test } from "vitest";
import { fly, SERIES_COLUMNS } from "../../src/fly/index.ts";
import { sunAt, julianDate } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";
import { scenarioOf, sizingOf } from "./fixture.ts";

const DEG = 180 / Math.PI;

/** Apparent Sun from astronomy-engine 2.1.19, unit vector in the equator of date. */
function sunOfDate(time: Date): readonly [number, number, number] {
  const v = RotateVector(Rotation_EQJ_EQD(time), GeoVector(Body.Sun, time, true));
  const length = Math.hypot(v.x, v.y, v.z);
  return [v.x / length, v.y / length, v.z / length];
}

describe("the Sun of a flight", () => {
  test("direction of date within 0.01 deg of astronomy-engine over the flown year", () => {
    let most_deg = 0;
    const start = Date.UTC(2027, 0, 1);
    for (let hour = 0; hour < 365 * 24; hour += 7) {
      const time = new Date(start + hour * 3_600_000);
      const a = sunOfDate(time);
      const b = sunAt(julianDate("2027-01-01") + hour / 24).direction_mod;
      const cross = Math.hypot(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]);
      most_deg = Math.max(most_deg, Math.asin(cross) * DEG);
    }
    measure("fly-sun", { case: "Sun direction of date, 2027", got: most_deg, expected: 0, abs: 0.01, unit: "deg", source: "astronomy-engine 2.1.19" });
  });

  // Orbit normal from the node: right ascension of the mean Sun plus 90 deg (LTAN 18) turning 360 deg a tropical year; the mean longitude of
  // the Sun at 2027-01-01 from Meeus 1998, eq. 25.2 (280.46646 + 36000.76983 T).
  test("beta of the series within 0.03 deg of the angle to astronomy-engine's Sun", async () => {
    const times: number[] = [];
    const betas: number[] = [];
    await fly(scenarioOf({ days: 365, step_s: 600 }), sizingOf(), {
      sink: { write: (columns, rows) => {
        for (let i = 0; i < rows; i += 144) {
          times.push(columns[SERIES_COLUMNS.indexOf("t_s")]![i]! + 300);
          betas.push(columns[SERIES_COLUMNS.indexOf("beta_deg")]![i]!);
        }
      } },
    });
    expect(times).toHaveLength(365);
    const centuries = (Date.UTC(2027, 0, 1) - Date.UTC(2000, 0, 1, 12)) / 86_400_000 / 36_525;
    const inclination = 97.986 / DEG; // eclipse_dawn_dusk.csv, 650 km
    const worst = times.reduce((most, t_s, i) => {
      const node = (280.46646 + 36_000.76983 * centuries + 90 + (360 * t_s) / (365.2421897 * 86_400)) / DEG;
      const [x, y, z] = sunOfDate(new Date(Date.UTC(2027, 0, 1) + 1000 * t_s));
      const beta = Math.asin(Math.sin(inclination) * (Math.sin(node) * x - Math.cos(node) * y) + Math.cos(inclination) * z) * DEG;
      return Math.max(most, Math.abs(beta - betas[i]!));
    }, 0);
    measure("fly-sun", { case: "beta of a dawn-dusk orbit, 2027", got: worst, expected: 0, abs: 0.03, unit: "deg", source: "astronomy-engine 2.1.19 and Meeus 1998" });
  });
});
