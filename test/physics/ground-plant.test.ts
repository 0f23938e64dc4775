/** Moist air, sunlight and fields on the ground, cooling and engines, against other programs and by hand. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  airHumidity, clearSky, cloudTransmission_frac, connectedWithin_frac, connectionRamp_frac, connectionWait_month, coolingHour, enoughCapacity_frac, enoughWork_frac, evaporated_L_per_kWh, gasCarbon_g_per_kWh, gasFuel_kJ_per_kWh, gasLimit_frac, humidityFromWetBulb, moistEnthalpy_kJ_per_kg, planeIrradiance_W_per_m2,
  saturationPressure_Pa, solarOutput_frac, splitGlobal, standardPressure_Pa, sunOverhead, trackerAngle_deg, wetBulb_C, julianDate,
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

describe("cooling", () => {
  const air = (dryBulb_C: number, relativeHumidity_frac: number): OutsideAir => {
    const state = { dryBulb_C, relativeHumidity_frac, pressure_Pa: 101_325 };
    return { dryBulb_C, wetBulb_C: wetBulb_C(state), humidity: airHumidity(state), pressure_Pa: 101_325 };
  };
  const loop = (changes: Partial<CoolingLoop>): CoolingPlant => ({
    loops: [{ share_frac: 1, sink: "dry-bulb", supply_C: 27, range_K: 10, approach_K: 5, fan_frac: 0.02, fanFlowMin_frac: 0.1, pump_frac: 0.01, padEffectiveness_frac: 0.8, chiller: { carnot_frac: 0.5, evaporatorApproach_K: 2, condenserApproach_K: 8, liftMin_K: 5 }, ...changes }],
    cyclesOfConcentration: 4, drift_L_per_kWh: 0, electricalFixed_frac: 0, electricalLoad_frac: 0, other_frac: 0,
  });

  it("evaporates what PsychroLib's enthalpies say", () => {
    // From 25 degC, 50 % to saturation at 30 and 20 degC, by GetSatHumRatio and GetMoistAirEnthalpy.
    measure(SUITE, { case: "water a kWh of heat, air leaving at 30 degC", got: evaporated_L_per_kWh(air(25, 0.5), 30), expected: 1.2620529, rel: 1e-6, unit: "L/kWh", source: "PsychroLib" });
    measure(SUITE, { case: "water a kWh of heat, air leaving at 20 degC", got: evaporated_L_per_kWh(air(25, 0.5), 20), expected: 2.4419299, rel: 1e-6, unit: "L/kWh", source: "PsychroLib" });
    expect(() => evaporated_L_per_kWh(air(30, 0.5), 15)).toThrow("cannot reject heat");
  });

  it("is fans by the cube in the cold, Carnot's share in the heat", () => {
    // 10 degC: 17 K below the supply, so 5/17 of the air; 0.02 x (5/17)^3 + 0.01.
    expect(coolingHour(loop({}), air(10, 0.5), 1).pue).toBeCloseTo(1 + 0.02 * (5 / 17) ** 3 + 0.01, 12);
    // 40 degC: nothing is free; evaporator 25 degC, condenser 48: COP 0.5 x 298.15/23; fans in full.
    expect(coolingHour(loop({}), air(40, 0.2), 1).pue).toBeCloseTo(1 + 23 / (0.5 * 298.15) + 0.02 + 0.01, 12);
    // 27 degC: a half is free.
    expect(coolingHour(loop({}), air(27, 0.5), 1).pue).toBeCloseTo(1 + 0.5 * (10 / (0.5 * 298.15)) + 0.03, 12);
    expect(coolingHour(loop({ chiller: null }), air(27, 0.5), 1).cooled_frac).toBeCloseTo(0.5, 12);
  });

  it("wets only as far as needed, and costs more in warmer air", () => {
    expect(coolingHour(loop({ sink: "adiabatic" }), air(20, 0.3), 1).water_L_per_kWh).toBe(0);
    expect(coolingHour(loop({ sink: "adiabatic" }), air(30, 0.3), 1).water_L_per_kWh).toBeGreaterThan(0.5);
    fc.assert(fc.property(fc.double({ min: -20, max: 45, noNaN: true }), fc.double({ min: 0, max: 5, noNaN: true }), (dry, more) => {
      expect(coolingHour(loop({}), air(dry + more, 0.4), 1).pue).toBeGreaterThanOrEqual(coolingHour(loop({}), air(dry, 0.4), 1).pue - 1e-12);
    }));
  });
});

describe("engines, outages and queues", () => {
  const machine: GasMachine = { heatRate_kJ_per_kWh: 9000, noLoad_frac: 0.09, loadMin_frac: 0.3, powerLoss_per_K: 0.009, powerFrom_C: 15, powerMax_frac: 1.05, pressureExponent: 1, heatRateGain_per_K: 0.002 };
  const iso = { dryBulb_C: 15, pressure_Pa: 101_325 };

  it("burn more a kilowatt-hour at part load, as a maker's sheet says", () => {
    // Jenbacher J208 data sheet, 2016-12-14: 38.7 % at full load, 37.6 at 75, 35.3 at 50.
    for (const [load, efficiency] of [[0.75, 37.6], [0.5, 35.3]] as const) {
      measure(SUITE, { case: `gas engine, fuel at ${load} of its load`, got: gasFuel_kJ_per_kWh(machine, iso, load) / gasFuel_kJ_per_kWh(machine, iso, 1), expected: 38.7 / efficiency, rel: 0.01, unit: "1", source: "Jenbacher J208 data sheet" });
    }
  });

  it("lose power in heat and height, and emit by their fuel", () => {
    expect(gasLimit_frac(machine, iso)).toBe(1);
    expect(gasLimit_frac(machine, { dryBulb_C: 40, pressure_Pa: 90_000 })).toBeCloseTo((1 - 0.009 * 25) * (90_000 / 101_325), 12);
    expect(gasLimit_frac(machine, { dryBulb_C: -30, pressure_Pa: 101_325 })).toBe(1.05);
    // 9 MJ of gas at 50.15 g.
    expect(gasCarbon_g_per_kWh(9000, 50.15)).toBeCloseTo(451.35, 9);
  });

  it("carry a load by chance: k of n, and two kinds by hand", () => {
    expect(enoughCapacity_frac([{ unit_MW: 10, units: 12, outage_frac: 0.04 }], 100)).toBeCloseTo(enoughWork_frac({ needed: 10, units: 12, survival_frac: 0.96 }), 12);
    // A grid of 100 MW at 0.01 and two units of 60 at 0.1: enough unless the grid is out and not both work.
    expect(enoughCapacity_frac([{ unit_MW: 100, units: 1, outage_frac: 0.01 }, { unit_MW: 60, units: 2, outage_frac: 0.1 }], 100)).toBeCloseTo(1 - 0.01 * (1 - 0.81), 12);
  });

  it("wait for the grid by a lognormal law", () => {
    const queue = { median_month: 55, spread: 0.45 };
    expect(connectionWait_month(queue, 0.5)).toBeCloseTo(55, 9);
    // One standard deviation: 84.134 %.
    expect(connectionWait_month(queue, 0.8413447460685429)).toBeCloseTo(55 * Math.exp(0.45), 6);
    expect(connectedWithin_frac(queue, connectionWait_month(queue, 0.2))).toBeCloseTo(0.2, 9);
    expect([connectionRamp_frac(-1, 12), connectionRamp_frac(6, 12), connectionRamp_frac(30, 12), connectionRamp_frac(0, 0)]).toEqual([0, 0.5, 1, 1]);
  });

  it("clouds and diffuse light as Kasten & Czeplak and Erbs print them", () => {
    expect(cloudTransmission_frac(0)).toBe(1);
    expect(cloudTransmission_frac(1)).toBe(0.25);
    // Overhead: k = 0.5 gives 0.9511 - 0.0802 + 1.097 - 2.07975 + 0.771 = 0.65915 of it diffuse.
    const sun = { direction_enu: [0, 0, 1], zenith_deg: 0, extraterrestrial_W_per_m2: 1361 } as const;
    expect(splitGlobal(680.5, sun).diffuse_W_per_m2 / 680.5).toBeCloseTo(0.65915, 9);
  });
});
