import { describe, expect, test } from "vitest";
import { circularJ2Positions, visibleSunFraction } from "../../src/kernel/index.ts";
import {
  betaAngle_deg,
  circularOrbit,
  criticalBeta_deg,
  eclipseFreeDawnDuskAltitude_km,
  julianDate,
  keplerianPeriod_s,
  nodeRate_deg_per_d,
  raanFromLtan_deg,
  shadowFractions,
  shadowYear,
  sunAt,
  sunSynchronousInclination_deg,
  sunVector_km,
} from "../../src/physics/index.ts";
import { EARTH_RADIUS_KM, SUN_RADIUS_KM } from "../../src/units/index.ts";
import { goldenCsv } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";
import { physicsCases, publishedCase } from "./golden-case.ts";

// The table's own sampling, found by fit: see test/golden/physics/README.md.
const TABLE = { epoch_utc: "2027-01-01", days: 366 };

describe("a year of shadow against eclipse_dawn_dusk.csv", () => {
  const source = "eclipse_dawn_dusk.csv";
  test.each(goldenCsv("./physics/eclipse_dawn_dusk.csv"))("$altitude_km km, LTAN $ltan_h", (row) => {
    const of = (column: string) => Number(row[column]);
    const year = shadowYear({ altitude_km: of("altitude_km"), ltan_h: of("ltan_h"), ...TABLE });
    const name = `${row["altitude_km"]} km, LTAN ${row["ltan_h"]}`;
    // Durations are whole steps of T/3600 (0.03 min); a duration may miss one at each end.
    const step_min = year.period_min / 3600;
    const check = (what: string, got: number, column: string, abs: number, unit: string) => measure("eclipse", { case: `${what}, ${name}`, got, expected: of(column), abs, unit, source });
    check("annual sunlit fraction", year.annualSunlitOutsideUmbra_frac, "annual_sunlit_fraction_umbra_conical", 2e-4, "1");
    check("worst-day sunlit fraction", year.worstDayOutsideUmbra_frac, "worst_day_sunlit_fraction", 1e-3, "1");
    check("longest umbra", year.longestUmbra_min, "max_umbra_min_conical", 2 * step_min, "min");
    check("longest shadow", year.longestShadow_min, "max_umbra_plus_penumbra_min", 2 * step_min, "min");
    check("longest cylinder", year.longestCylinder_min, "max_umbra_min_cyl", 2 * step_min, "min");
    check("days with shadow", year.daysWithShadow, "days_with_any_shadow", 0, "d");
    check("inclination", year.inclination_deg, "inclination_deg", 0.001, "deg");
    check("period", year.period_min, "period_min", 0.001, "min");
    check("least |beta|", year.minAbsBeta_deg, "min_abs_beta_deg", 0.01, "deg");
  });

  test("the headline: 650 km, LTAN 18 is sunlit 0.962 of any year and 0.803 of its worst day", () => {
    for (const epoch_utc of ["2024-01-01", "2027-07-01", "2031-03-15"]) {
      const year = shadowYear({ altitude_km: 650, ltan_h: 18, epoch_utc, days: 365 });
      expect(Math.abs(year.annualSunlitOutsideUmbra_frac - 0.962)).toBeLessThan(1e-3);
      expect(Math.abs(year.worstDayOutsideUmbra_frac - 0.803)).toBeLessThan(1e-3);
      expect(year.annualSunlitOutsidePenumbra_frac).toBeLessThan(year.annualSunlitOutsideUmbra_frac);
    }
  });
});

describe("published shadow figures", () => {
  test("the cylinder table of rMcDonald17/Orbital-Datacenters", () => {
    type Columns = Record<"beta_crit_deg" | "max_eclipse_pct" | "max_eclipse_min" | "eclipse_days" | "sunlit_pct" | "beta_min_deg", number[]>;
    const { inputs, outputs, source } = publishedCase<{ alt_km: number[] }, Columns>("sso_eclipse_table");
    inputs.alt_km.forEach((altitude_km, i) => {
      const year = shadowYear({ altitude_km, ltan_h: 6, epoch_utc: "2026-01-01", days: 365 });
      const dark = year.longestCylinder_min / year.period_min;
      const check = (what: string, got: number, column: keyof Columns, abs: number, unit: string) => measure("eclipse", { case: `${what}, ${altitude_km} km (cylinder)`, got, expected: outputs[column][i]!, abs, unit, source });
      check("critical beta", criticalBeta_deg(altitude_km), "beta_crit_deg", 0.01, "deg");
      check("least |beta|", year.minAbsBeta_deg, "beta_min_deg", 0.02, "deg");
      check("longest eclipse", 100 * dark, "max_eclipse_pct", 0.2, "%");
      check("longest eclipse in minutes", year.longestCylinder_min, "max_eclipse_min", 0.2, "min");
      check("days with eclipse", year.daysWithCylinder, "eclipse_days", 2, "d");
      // "Sunlit" there is outside the cylinder, which lies between umbra and penumbra.
      check("annual sunlit (umbra cone)", 100 * year.annualSunlitOutsideUmbra_frac, "sunlit_pct", 0.2, "%");
    });
  });

  test("eclipse-free dawn-dusk altitude", () => {
    const [golden] = physicsCases("eclipse-free dawn-dusk threshold");
    measure("eclipse", { case: golden!.name, got: eclipseFreeDawnDuskAltitude_km(julianDate("2026-01-01")), expected: golden!.expected, rel: golden!.rel_tol, unit: "km", source: golden!.source });
  });

  test("Hinode's longest eclipse", () => {
    const [golden] = physicsCases("dawn-dusk peak eclipse");
    const got = shadowYear({ altitude_km: golden!.input["altitude_km"]!, ltan_h: 18, epoch_utc: "2026-01-01", days: 365 }).longestShadow_min;
    measure("eclipse", { case: "dawn-dusk peak eclipse, 680 km (Hinode)", got, expected: golden!.expected, rel: golden!.rel_tol, unit: "min", source: golden!.source });
  });

  // Elements and values printed in SatelliteAnalysis.jl docs/src/man/eclipse_time.md (MIT), J2 propagator, one orbit a day of 2021.
  test("Amazonia-1: longest shadow of 2021 and the first day", () => {
    const shell = { altitude_km: 7130.982 - EARTH_RADIUS_KM, inclination_deg: 98.405 };
    const jd0 = julianDate("2021-01-01");
    const minutes = Array.from({ length: 365 }, (_, day) => {
      const sun = sunAt(jd0 + day);
      const raan_deg = 78.4021 + nodeRate_deg_per_d(shell) * day;
      const beta_deg = betaAngle_deg({ inclination_deg: shell.inclination_deg, raan_deg, sunDirection: sun.direction_mod });
      const { umbra_frac, shadow_frac } = shadowFractions({ altitude_km: shell.altitude_km, beta_deg, sunDistance_au: sun.distance_au });
      const period_min = keplerianPeriod_s(shell.altitude_km) / 60;
      return { umbra: umbra_frac * period_min, shadow: shadow_frac * period_min };
    });
    const [golden] = physicsCases("max penumbra+umbra in a year");
    const longest = Math.max(...minutes.map((day) => day.shadow));
    measure("eclipse", { case: "Amazonia-1, longest shadow", got: longest, expected: golden!.expected, rel: golden!.rel_tol, unit: "min", source: golden!.source });
    measure("eclipse", { case: "Amazonia-1, umbra on 2021-01-01", got: minutes[0]!.umbra, expected: 33.4493, abs: 0.07, unit: "min", source: golden!.source });
    measure("eclipse", { case: "Amazonia-1, penumbra on 2021-01-01", got: minutes[0]!.shadow - minutes[0]!.umbra, expected: 0.340195, abs: 0.01, unit: "min", source: golden!.source });
  });
});

describe("closed form against the kernels, stepped", () => {
  // The flown orbit: J2 positions every 10 s, Sun of date, visible disc. Two independent routes to one number.
  test.each([{ altitude_km: 550, day: "2027-06-21" }, { altitude_km: 1200, day: "2027-06-21" }, { altitude_km: 650, day: "2027-05-20" }])("$altitude_km km on $day", ({ altitude_km, day }) => {
    const jd = julianDate(day);
    const inclination_deg = sunSynchronousInclination_deg(altitude_km);
    const raan_deg = raanFromLtan_deg({ ltan_h: 18, jd });
    const count = 8640;
    const out = new Float64Array(3 * count);
    circularJ2Positions(circularOrbit({ altitude_km, inclination_deg, raan_deg, argumentOfLatitude_deg: 0 }), { start_s: 0, step_s: 10, count }, out);
    let umbra = 0;
    let shadow = 0;
    for (let i = 0; i < count; i++) {
      const sun = sunVector_km(jd + (i * 10) / 86_400);
      const lit = visibleSunFraction(out[3 * i]!, out[3 * i + 1]!, out[3 * i + 2]!, ...sun, EARTH_RADIUS_KM, SUN_RADIUS_KM);
      if (lit === 0) umbra++;
      if (lit < 1) shadow++;
    }
    const noon = sunAt(jd + 0.5);
    const beta_deg = betaAngle_deg({ inclination_deg, raan_deg: raan_deg + 180 / 365.2422, sunDirection: noon.direction_mod });
    const closed = shadowFractions({ altitude_km, beta_deg, sunDistance_au: noon.distance_au });
    // 8,640 steps hold 14.x revolutions: a revolution begun in the shadow and not ended shifts the count by a few 1e-3 of it.
    expect(Math.abs(umbra / count - closed.umbra_frac)).toBeLessThan(0.01);
    expect(Math.abs(shadow / count - closed.shadow_frac)).toBeLessThan(0.01);
  });
});
