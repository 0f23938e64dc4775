import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { worstAgainstSatelliteJs } from "../elements/against-satellite-js.ts";

test("all 651 OneWeb satellites over 3 days by the minute are those of satellite.js to 1e-7 km", () => {
  const text = readFileSync(new URL("../golden/astro/oneweb_tle.txt", import.meta.url), "utf8");
  const { worst_km, worst_km_per_s, satellites } = worstAgainstSatelliteJs(text, { every: 1, step_min: 1 });
  expect(satellites).toBe(651);
  expect(worst_km).toBeLessThan(1e-7);
  expect(worst_km_per_s).toBeLessThan(1e-10);
});
