import { describe, expect, test } from "vitest";
import { earthFixed_km, elevation_deg, gmst_rad, julianDate, solarFlux_W_per_m2, stationEarthFixed_km, sunAt } from "../../src/physics/index.ts";
import { ASTRONOMICAL_UNIT_KM } from "../../src/units/index.ts";
import { goldenCsv } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";

describe("Sun of date", () => {
  test("direction and distance against astropy, 2023-2033", () => {
    let worst_arcsec = 0;
    let worst_frac = 0;
    for (const row of goldenCsv("./astro/sun_teme.csv")) {
      const v = [Number(row["sun_teme_x"]), Number(row["sun_teme_y"]), Number(row["sun_teme_z"])] as const;
      const d = Math.hypot(...v);
      const sun = sunAt(Number(row["jd_utc"]));
      const off = Math.hypot(...v.map((c, i) => c / d - sun.direction_mod[i]!));
      worst_arcsec = Math.max(worst_arcsec, (2 * Math.asin(off / 2) * 180 * 3600) / Math.PI);
      worst_frac = Math.max(worst_frac, Math.abs((sun.distance_au * ASTRONOMICAL_UNIT_KM) / d - 1));
    }
    const source = "astropy 5.2.1, 378 dates 2023-2033, test/golden/astro";
    measure("sun", { case: "largest error of the Sun's direction of date, 2023-2033", got: worst_arcsec, expected: 0, abs: 40, unit: "arcsec", source });
    measure("sun", { case: "largest relative error of its distance", got: worst_frac, expected: 0, abs: 3e-4, unit: "1", source });
  });

  test("Julian dates", () => {
    expect(julianDate("2000-01-01T12:00:00Z")).toBe(2_451_545);
    expect(julianDate("2027-01-01")).toBe(2_461_406.5);
    expect(() => julianDate("2027-02-30")).toThrow(/not a UTC date/);
  });

  // 1361 W/m2 at 1 au; +-3.4 % over the year from e = 0.0167 (perihelion 1/(1-e)^2).
  test("irradiance over the year", () => {
    expect(solarFlux_W_per_m2(1)).toBe(1361);
    expect(solarFlux_W_per_m2(sunAt(julianDate("2026-01-03")).distance_au)).toBeCloseTo(1361 / (1 - 0.0167) ** 2, -1);
    expect(solarFlux_W_per_m2(sunAt(julianDate("2026-07-06")).distance_au)).toBeCloseTo(1361 / (1 + 0.0167) ** 2, -1);
  });
});

describe("turning Earth", () => {
  test("TEME to Earth-fixed against astropy", () => {
    let worst_km = 0;
    for (const row of goldenCsv("./astro/teme_itrs.csv")) {
      const at = (frame: string) => ["x", "y", "z"].map((axis) => Number(row[`${frame}_${axis}`])) as [number, number, number];
      const got = earthFixed_km(at("teme"), julianDate(row["utc"]!));
      worst_km = Math.max(worst_km, Math.hypot(...at("itrs").map((c, i) => c - got[i]!)));
    }
    measure("sun", { case: "largest error, TEME to Earth-fixed", got: worst_km, expected: 0, abs: 0.025, unit: "km", source: "python-sgp4 2.26 + astropy 5.2.1, test/golden/astro" });
  });

  // Vallado 2013, example 3-5: 1992-08-20 12:14 UT1, GMST 152.578787810 deg.
  test("sidereal time", () => {
    const got = (gmst_rad(julianDate("1992-08-20T12:14:00")) * 180) / Math.PI;
    measure("sun", { case: "GMST 1992-08-20 12:14", got, expected: 152.57878781, abs: 1e-5, unit: "deg", source: "Vallado 2013 ex. 3-5" });
  });

  test("a satellite straight up stands at 90 degrees, one across the Earth below the horizon", () => {
    const station = { latitude_deg: 45, longitude_deg: 10, height_km: 0.2 };
    const r = stationEarthFixed_km(station);
    const zenith = stationEarthFixed_km({ ...station, height_km: 600 });
    expect(elevation_deg(station, zenith)).toBeCloseTo(90, 4);
    expect(elevation_deg(station, [-r[0] * 1.2, -r[1] * 1.2, -r[2] * 1.2])).toBeLessThan(-80);
    // WGS 84: polar radius 6356.752 km.
    expect(stationEarthFixed_km({ latitude_deg: 90, longitude_deg: 0, height_km: 0 })[2]).toBeCloseTo(6356.7523, 3);
  });
});
