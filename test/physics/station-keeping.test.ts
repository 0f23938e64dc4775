import { expect, test } from "vitest";
import { geostationaryKeeping_m_per_s_per_yr, graveyardBurn_m_per_s, lightPressure_m_per_s_per_yr } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";

test("geostationary, north-south alone: 45 m/s a year for 0.85 deg", () => {
  // Over a stable longitude there is no east-west part. Wikipedia, 'Orbital station-keeping'.
  measure("station-keeping", { case: "north-south a year", got: geostationaryKeeping_m_per_s_per_yr(75), expected: 45, rel: 0.02, unit: "m/s", source: "Wikipedia, 'Orbital station-keeping': 0.85 deg, 45 m/s a year" });
});

test("east-west is worst between the stable longitudes, by 1.715 m/s a year", () => {
  expect(geostationaryKeeping_m_per_s_per_yr(120) - geostationaryKeeping_m_per_s_per_yr(75)).toBeCloseTo(1.715, 6);
  expect(geostationaryKeeping_m_per_s_per_yr(-105)).toBeCloseTo(geostationaryKeeping_m_per_s_per_yr(75), 2);
});

test("light pressure at 1 au: 4.57e-6 N/m2 on absorbing area", () => {
  // Vallado 2013, section 8.6.4: 4.57e-6 N/m2 (1,367 W/m2 over c), here with Cr 1.3 on 1 m2/kg for a Julian year.
  measure("station-keeping", { case: "light pressure a year", got: lightPressure_m_per_s_per_yr({ areaToMass_m2_per_kg: 1, distance_au: 1 }), expected: 1.3 * 4.57e-6 * 31_557_600, rel: 0.01, unit: "m/s", source: "Vallado 2013, section 8.6.4: 4.57e-6 N/m2" });
});

test("graveyard: some 11 m/s for 300 km", () => {
  // IADC's rule with Cr A/m of 0.065: 300 km; two burns of n da/4 each, together 0.5 x 7.292e-5 x 300 km = 10.9 m/s.
  expect(graveyardBurn_m_per_s(0.05)).toBeCloseTo(10.9, 0);
});
