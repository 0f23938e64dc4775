/** Moist air, sunlight and fields on the ground, cooling and engines, against other programs and by hand. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  airHumidity, clearSky, coolingHour, evaporated_L_per_kWh, gasFuel_kJ_per_kWh, gasLimit_frac, humidityFromWetBulb, moistEnthalpy_kJ_per_kg, planeIrradiance_W_per_m2,
  saturationPressure_Pa, solarOutput_frac, standardPressure_Pa, sunOverhead, trackerAngle_deg, wetBulb_C, julianDate,
} from "../../src/physics/index.ts";
import type { CoolingLoop, CoolingPlant, GasMachine, OutsideAir, SolarField } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";

type Numbers = readonly number[];
const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(new URL(`../golden/ground/${name}.json`, import.meta.url), "utf8")) as Record<string, unknown>;
const SUITE = "ground-plant";

describe("moist air", () => {
  const golden = read("psychrolib") as { air: readonly Numbers[]; saturation: readonly Numbers[]; pressure: readonly Numbers[] };

  it("has PsychroLib's wet bulb, humidity and enthalpy", () => {
    let [worst, worstHumidity, worstEnthalpy] = [0, 0, 0];
    for (const [dryBulb, relativeHumidity, pressure, wet, humidity, enthalpy] of golden.air) {
      const air = { dryBulb_C: dryBulb!, relativeHumidity_frac: relativeHumidity!, pressure_Pa: pressure! };
      worst = Math.max(worst, Math.abs(wetBulb_C(air) - wet!));
      worstHumidity = Math.max(worstHumidity, Math.abs(airHumidity(air) / humidity! - 1));
      worstEnthalpy = Math.max(worstEnthalpy, Math.abs(moistEnthalpy_kJ_per_kg(dryBulb!, humidity!) - enthalpy! / 1000));
    }
    // PsychroLib bisects to 1e-3 K, with humidity ratios of at least 1e-7.
    measure(SUITE, { case: "wet bulb, worst of 94 states", got: worst, expected: 0, abs: 2e-3, unit: "K", source: "PsychroLib (MIT), commit 3066345" });
    measure(SUITE, { case: "humidity ratio, worst of 94", got: worstHumidity, expected: 0, abs: 1e-4, unit: "1", source: "PsychroLib (MIT), commit 3066345" });
    measure(SUITE, { case: "enthalpy, worst of 94", got: worstEnthalpy, expected: 0, abs: 1e-6, unit: "kJ/kg", source: "PsychroLib (MIT), commit 3066345" });
  });

  it("saturates and thins as there", () => {
    for (const [temperature, pressure] of golden.saturation) measure(SUITE, { case: `saturation at ${temperature} degC`, got: saturationPressure_Pa(temperature!), expected: pressure!, rel: 1e-6, unit: "Pa", source: "PsychroLib" });
    for (const [elevation, pressure] of golden.pressure) measure(SUITE, { case: `air at ${elevation} m`, got: standardPressure_Pa(elevation!), expected: pressure!, rel: 1e-9, unit: "Pa", source: "PsychroLib" });
  });

  it("wet bulb never passes the dry bulb and undoes itself", () => {
    fc.assert(fc.property(fc.double({ min: -25, max: 50, noNaN: true }), fc.double({ min: 0.03, max: 1, noNaN: true }), fc.double({ min: 7e4, max: 1.05e5, noNaN: true }), (dryBulb_C, relativeHumidity_frac, pressure_Pa) => {
      const wet = wetBulb_C({ dryBulb_C, relativeHumidity_frac, pressure_Pa });
      expect(wet).toBeLessThanOrEqual(dryBulb_C);
      expect(humidityFromWetBulb({ dryBulb_C, wetBulb_C: wet, pressure_Pa })).toBeCloseTo(airHumidity({ dryBulb_C, relativeHumidity_frac, pressure_Pa }), 4);
    }));
    expect(() => wetBulb_C({ dryBulb_C: 20, relativeHumidity_frac: 60, pressure_Pa: 1e5 })).toThrow("60");
  });
});

describe("sunlight and fields", () => {
  const golden = read("pvlib") as { rows: readonly (readonly [string, number, number, number, number, string, number, number, number, number, number, number, "fixed" | "single-axis", number, number, number])[] };
  const field = (mount: "fixed" | "single-axis"): SolarField => ({ mount, tilt_deg: 25, azimuth_deg: 180, stop_deg: 60, groundCover_frac: 0.4, albedo_frac: 0.2, temperature_per_K: -0.0035, loss_frac: 0.14, inverter_frac: 1, acOverDc: 10 });

  it("follow pvlib from the Sun's place to the power of a field", () => {
    const worst = { zenith: 0, ghi: 0, dni: 0, turn: 0, plane: 0, dc: 0 };
    // Turns are about an axis to the north there: positive to the east.
    for (const [, latitude_deg, longitude_deg, elevation_m, turbidity, utc, zenith, , , ghi, dni, , mount, theta, poa, dc] of golden.rows) {
      const place = { latitude_deg, longitude_deg, elevation_m };
      const sun = sunOverhead(place, julianDate(utc));
      const light = clearSky(place, sun, turbidity);
      const plane = planeIrradiance_W_per_m2(field(mount), sun, light);
      worst.zenith = Math.max(worst.zenith, Math.abs(sun.zenith_deg - zenith));
      worst.ghi = Math.max(worst.ghi, Math.abs(light.global_W_per_m2 - ghi));
      worst.dni = Math.max(worst.dni, Math.abs(light.direct_W_per_m2 - dni));
      if (mount === "single-axis" && zenith < 85) worst.turn = Math.max(worst.turn, Math.abs(trackerAngle_deg(field(mount), sun) + theta));
      worst.plane = Math.max(worst.plane, Math.abs(plane - poa));
      worst.dc = Math.max(worst.dc, Math.abs(solarOutput_frac(field(mount), plane, { dryBulb_C: 20, wind_m_per_s: 3 }) - dc));
    }
    const source = "pvlib (BSD-3-Clause), commit 6382338, 176 hours of five places";
    measure(SUITE, { case: "Sun's zenith angle, worst", got: worst.zenith, expected: 0, abs: 0.03, unit: "deg", source });
    measure(SUITE, { case: "clear global irradiance, worst", got: worst.ghi, expected: 0, abs: 5, unit: "W/m2", source: `${source}; its solar constant is 1366.1 W/m2, ours 1361: 0.4 %` });
    measure(SUITE, { case: "clear direct irradiance, worst", got: worst.dni, expected: 0, abs: 8, unit: "W/m2", source });
    measure(SUITE, { case: "tracker's turn, worst", got: worst.turn, expected: 0, abs: 0.2, unit: "deg", source });
    measure(SUITE, { case: "irradiance on the plane, worst", got: worst.plane, expected: 0, abs: 8, unit: "W/m2", source });
    measure(SUITE, { case: "dc power over nameplate, worst", got: worst.dc, expected: 0, abs: 0.006, unit: "1", source });
  });
});
