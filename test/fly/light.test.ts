import { describe, expect, test } from "vitest";
import { fly } from "../../src/fly/index.ts";
import { circularJ2Positions, coneIllumination } from "../../src/kernel/index.ts";
import { circularOrbit, julianDate, raanFromLtan_deg, sunSynchronousInclination_deg, sunVector_km } from "../../src/physics/index.ts";
import { EARTH_RADIUS_KM, SUN_RADIUS_KM } from "../../src/units/index.ts";
import { goldenCsv } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";
import { scenarioOf, sizingOf, type Case } from "./fixture.ts";

const flownLight = async (given: Case) => (await fly(scenarioOf(given), sizingOf())).summary!;

// The table's own sampling, found by fit: see test/golden/physics/README.md. Its fractions are rounded to 1e-4, its days are one orbit
// of 3600 instants each, its durations whole instants.
const TABLE = { start: "2027-01-01", days: 366 };
// Light does not depend on the step (last describe), so the table is flown in coarse ones and one row by the minute.
const COARSE = { ...TABLE, step_s: 300 };

describe("a flown year against eclipse_dawn_dusk.csv", () => {
  test.each(goldenCsv("./physics/eclipse_dawn_dusk.csv"))("$altitude_km km, LTAN $ltan_h", async (row) => {
    const of = (column: string) => Number(row[column]);
    const { light, daily } = await flownLight({ orbit: { altitude_km: of("altitude_km"), ltan_h: of("ltan_h") }, ...COARSE });
    const instant_min = of("period_min") / 3600;
    const check = (what: string, got: number, column: string, abs: number, unit: string) =>
      measure("fly-light", { case: `${what}, ${of("altitude_km")} km, LTAN ${of("ltan_h")}`, got, expected: of(column), abs, unit, source: "eclipse_dawn_dusk.csv" });
    check("year outside umbra", light.outsideUmbra_frac, "annual_sunlit_fraction_umbra_conical", 1.2e-4, "1");
    check("worst day outside umbra", light.worstDayOutsideUmbra_frac, "worst_day_sunlit_fraction", 4e-4, "1");
    check("longest umbra", light.longestUmbra_min, "max_umbra_min_conical", 2 * instant_min, "min");
    check("longest shadow", light.longestShadow_min, "max_umbra_plus_penumbra_min", 2 * instant_min, "min");
    // The table asks once a day, the flight all day long: a season may begin and end one day earlier and later.
    check("days with shadow", light.daysWithShadow, "days_with_any_shadow", 2, "d");
    check("least beta", daily.beta_deg.reduce((least, beta) => Math.min(least, Math.abs(beta)), 90), "min_abs_beta_deg", 0.01, "deg");
  });

  test("650 km, LTAN 18: 0.962 of the year and 0.803 of the worst day, which is the June solstice", async () => {
    const { light } = await flownLight({ days: 365, step_s: 60 });
    measure("fly-light", { case: "650 km LTAN 18, year", got: light.outsideUmbra_frac, expected: 0.962, abs: 5e-4, unit: "1", source: "eclipse_dawn_dusk.csv" });
    measure("fly-light", { case: "650 km LTAN 18, worst day", got: light.worstDayOutsideUmbra_frac, expected: 0.803, abs: 6e-4, unit: "1", source: "eclipse_dawn_dusk.csv" });
    expect(light.worstDay_utc).toBe("2027-06-21");
  });
});

describe("light of a flight", () => {
  test("agrees with the cone sampled by the second on the propagated orbit, whatever the step", async () => {
    const jd = julianDate("2027-06-20");
    const altitude_km = 650;
    const elements = { altitude_km, inclination_deg: sunSynchronousInclination_deg(altitude_km), raan_deg: raanFromLtan_deg({ ltan_h: 18, jd }), argumentOfLatitude_deg: 0 };
    const count = 86_400;
    const xyz = new Float64Array(3 * count);
    circularJ2Positions(circularOrbit(elements), { start_s: 0.5, step_s: 1, count }, xyz);
    const sum = { umbra: 0, shadow: 0, lit: 0 };
    for (let i = 0; i < count; i++) {
      const satellite = [xyz[3 * i]!, xyz[3 * i + 1]!, xyz[3 * i + 2]!] as const;
      const seen = coneIllumination({ satellite, sun: sunVector_km(jd + (i + 0.5) / 86_400), earthRadius: EARTH_RADIUS_KM, sunRadius: SUN_RADIUS_KM });
      sum.umbra += seen.umbra ? 1 : 0;
      sum.shadow += seen.umbra || seen.penumbra ? 1 : 0;
      sum.lit += seen.lit_frac;
    }
    for (const step_s of [10, 60, 300, 600]) {
      const { light } = await flownLight({ start: "2027-06-20", days: 1, step_s });
      // 30 edges, each known to half a second when sampled: 1.7e-4 if all err alike, a few 1e-5 as they fall.
      expect(light.outsideUmbra_frac).toBeCloseTo(1 - sum.umbra / count, 4);
      expect(light.outsidePenumbra_frac).toBeCloseTo(1 - sum.shadow / count, 4);
      expect(light.discInView_frac).toBeCloseTo(sum.lit / count, 4);
    }
  });

  // Closed form at the equinox: half arcs asin(Re/r) -+ asin((Rs -+ Re)/d); the season lasts while |declination| is below the outer one.
  test("geostationary: two seasons, as long as the declination of the Sun allows", async () => {
    const { light } = await flownLight({ orbit: { type: "circular", altitude_km: 35_786, inclination_deg: 0 } });
    const deg = Math.PI / 180;
    const limb = Math.asin(EARTH_RADIUS_KM / (EARTH_RADIUS_KM + 35_786));
    const day_min = 1436.07; // sidereal day
    const umbra = limb - Math.asin((SUN_RADIUS_KM - EARTH_RADIUS_KM) / 149_597_871);
    const shadow = limb + Math.asin((SUN_RADIUS_KM + EARTH_RADIUS_KM) / 149_597_871);
    const source = "closed form at the equinox";
    measure("fly-light", { case: "longest umbra, geostationary", got: light.longestUmbra_min, expected: (umbra / Math.PI) * day_min, rel: 3e-3, unit: "min", source });
    measure("fly-light", { case: "longest shadow, geostationary", got: light.longestShadow_min, expected: (shadow / Math.PI) * day_min, rel: 3e-3, unit: "min", source });
    // Each of the two seasons may touch a day more at either end.
    const season_d = (365.25 * 2 * Math.asin(Math.sin(shadow) / Math.sin(23.44 * deg))) / (2 * Math.PI);
    measure("fly-light", { case: "days with shadow, geostationary", got: light.daysWithShadow, expected: 2 * season_d + 2, abs: 2, unit: "d", source });
  });

  test("a flight of part of a day names whole days only", async () => {
    const { light, daily } = await flownLight({ days: 1.25 });
    expect(daily.outsideUmbra_frac).toHaveLength(2);
    expect(light.worstDay_utc).toBe("2027-01-01");
  });
});
