import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carrierToNoise_dBHz, freeSpaceLoss_dB, passData_GB, passElevation_deg, rfRate, skyNoise_K, slantRange_km, terminalDuty } from "../../src/physics/index.ts";
import type { RfLink, SeenPass } from "../../src/physics/index.ts";
import { goldenCsv } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";
import { publishedCase } from "./golden-case.ts";

const pass = fc.record({
  duration_s: fc.double({ min: 30, max: 1200, noNaN: true }), altitude_km: fc.double({ min: 300, max: 2000, noNaN: true }),
  elevationMin_deg: fc.double({ min: 0, max: 30, noNaN: true }), above: fc.double({ min: 0.1, max: 60, noNaN: true }),
}).map(({ above, ...rest }): SeenPass => ({ ...rest, elevationMax_deg: rest.elevationMin_deg + above }));

describe("elevation within a pass", () => {
  test("against Skyfield on twelve passes of OneWeb satellites", () => {
    const off = goldenCsv("./astro/pass_elevation_skyfield.csv").map((row) => {
      const seen = { duration_s: Number(row["duration_s"]), altitude_km: Number(row["height_km"]), elevationMin_deg: 10, elevationMax_deg: Number(row["elevationMax_deg"]) };
      return Math.abs(passElevation_deg(seen)(Number(row["time_s"])) - Number(row["elevation_deg"]));
    });
    measure("pass-bytes", { case: "elevation within a pass, largest error of 108", got: Math.max(...off), expected: 0, abs: 0.6, unit: "deg", source: "Skyfield 1.55, test/golden/astro/pass_elevation_skyfield.csv" });
    measure("pass-bytes", { case: "elevation within a pass, mean error of 108", got: off.reduce((a, b) => a + b) / off.length, expected: 0, abs: 0.12, unit: "deg", source: "Skyfield 1.55, test/golden/astro/pass_elevation_skyfield.csv" });
  });

  test("begins and ends at the mask and is highest in the middle", () => {
    fc.assert(fc.property(pass, (seen) => {
      const elevation = passElevation_deg(seen);
      expect(elevation(0)).toBeCloseTo(seen.elevationMin_deg, 6);
      expect(elevation(seen.duration_s)).toBeCloseTo(seen.elevationMin_deg, 6);
      expect(elevation(seen.duration_s / 2)).toBeCloseTo(seen.elevationMax_deg, 6);
    }));
  });
});

describe("data of a pass", () => {
  // 6.2 min at 200 Gb/s are 9.35 TB in the project's notes (6.23 min).
  test("constant rate", () => {
    const seen = { duration_s: 6.233 * 60, altitude_km: 650, elevationMin_deg: 20, elevationMax_deg: 90 };
    measure("pass-bytes", { case: "200 Gb/s over the longest pass at 650 km above 20 deg", got: passData_GB(seen, { rate_Gb_per_s: () => 200, acquisition_s: 0 }) / 1000, expected: 9.35, abs: 0.01, unit: "TB", source: "project physics notes, worked out before this code" });
    const { inputs, outputs, source } = publishedCase<{ pass_min: number; gb: number }, { mbps: number }>("cae_pass");
    const got = passData_GB({ ...seen, duration_s: inputs.pass_min * 60 }, { rate_Gb_per_s: () => outputs.mbps / 1000, acquisition_s: 0 });
    measure("pass-bytes", { case: "100 Mb/s over 10 min", got, expected: inputs.gb, rel: 1e-9, unit: "GB", source });
  });

  test("a rate by the inverse square of the slant, against a fine sum", () => {
    const seen = { duration_s: 540, altitude_km: 650, elevationMin_deg: 10, elevationMax_deg: 75 };
    const rate = (elevation_deg: number) => 10 * (650 / slantRange_km({ altitude_km: 650, elevation_deg })) ** 2;
    const elevation = passElevation_deg(seen);
    let sum = 0;
    for (let i = 0; i < 200_000; i++) sum += rate(elevation(30 + (510 * (i + 0.5)) / 200_000));
    expect(passData_GB(seen, { rate_Gb_per_s: rate, acquisition_s: 30 }) / ((sum * 510) / 200_000 / 8)).toBeCloseTo(1, 6);
  });

  test("waiting longer for acquisition never brings more; a pass shorter than that brings nothing", () => {
    fc.assert(fc.property(pass, fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (seen, wait, more) => {
      const data = (acquisition_s: number) => passData_GB(seen, { rate_Gb_per_s: (e) => 1 + e / 90, acquisition_s });
      expect(data(wait + more)).toBeLessThanOrEqual(data(wait) * (1 + 1e-9));
      expect(data(seen.duration_s)).toBe(0);
    }));
  });
});

describe("terminals", () => {
  test("two passes at once need two terminals", () => {
    const passes = [{ start_s: 100, end_s: 200 }, { start_s: 0, end_s: 120 }, { start_s: 210, end_s: 300 }];
    expect(terminalDuty(passes, { terminals: 1, slew_s: 0, span_s: 1000 })).toEqual({ duty_frac: 0.21, served: [1, 2], missed: [0] });
    expect(terminalDuty(passes, { terminals: 2, slew_s: 10, span_s: 1000 })).toMatchObject({ served: [1, 0, 2], missed: [] });
    expect(terminalDuty(passes, { terminals: 1, slew_s: 100, span_s: 1000 })).toMatchObject({ served: [1], missed: [0, 2] });
  });

  // Raw data of a burst duty: rate x duty x day.
  test("duty times rate", () => {
    const { inputs, outputs, source } = publishedCase<{ burst_gb_s: number; duty: number }, { raw_gb_per_day: number }>("orbitplan_downlink");
    const { duty_frac } = terminalDuty([{ start_s: 0, end_s: inputs.duty * 86_400 }], { terminals: 1, slew_s: 0, span_s: 86_400 });
    measure("pass-bytes", { case: "data of a day at a duty", got: duty_frac * 86_400 * inputs.burst_gb_s, expected: outputs.raw_gb_per_day, rel: 1e-12, unit: "GB/d", source });
  });

  test("more terminals never miss more, and none is busier than always", () => {
    const list = fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 600 })), { maxLength: 40 });
    fc.assert(fc.property(list, fc.integer({ min: 1, max: 5 }), (raw, terminals) => {
      const passes = raw.map(([start_s, length]) => ({ start_s, end_s: start_s + length }));
      const few = terminalDuty(passes, { terminals, slew_s: 20, span_s: 5620 });
      expect(terminalDuty(passes, { terminals: terminals + 1, slew_s: 20, span_s: 5620 }).missed.length).toBeLessThanOrEqual(few.missed.length);
      expect(few.duty_frac).toBeLessThanOrEqual(1);
      expect(few.served.length + few.missed.length).toBe(passes.length);
    }));
  });
});

describe("radio", () => {
  const link: RfLink = { eirp_dBW: 40, receiveGain_dB: 55, noise_K: 200, otherLoss_dB: 2, wavelength_m: 0.015 };

  // The same in plain numbers, by Friis: Pr/(k T).
  test("carrier over noise", () => {
    const received_W = 1e4 * 10 ** 5.5 * (0.015 / (4 * Math.PI * 1e6)) ** 2 * 10 ** -0.2;
    const expected = 10 * Math.log10(received_W / (1.380649e-23 * 200));
    measure("pass-bytes", { case: "C/N0 of a clear sky", got: carrierToNoise_dBHz(link, { distance_m: 1e6, rain_dB: 0 }), expected, abs: 1e-9, unit: "dBHz", source: "Friis 1946, in watts" });
    expect(freeSpaceLoss_dB({ distance_m: 1e6, wavelength_m: 0.015 })).toBeGreaterThan(170);
    const rain = carrierToNoise_dBHz(link, { distance_m: 1e6, rain_dB: 3 });
    expect(expected - rain).toBeCloseTo(3 + 10 * Math.log10((200 + skyNoise_K(3)) / 200), 9);
  });

  // Shannon: at C/N = 1 a bit a second and hertz; at -1.59 dB per bit the band without end (ln 2).
  test("Shannon's rate", () => {
    const modem = { bandwidth_MHz: 500, gap_dB: 0, efficiencyMax_b_per_s_Hz: 5.9 };
    const got = rfRate(modem, 10 * Math.log10(500e6));
    expect(got.binds).toBe("noise");
    expect(got.rate_Mb_per_s).toBeCloseTo(500, 9);
    expect(rfRate({ ...modem, bandwidth_MHz: 1e9 }, 80).rate_Mb_per_s / (1e8 / Math.LN2 / 1e6)).toBeCloseTo(1, 6);
    expect(rfRate(modem, 120)).toEqual({ rate_Mb_per_s: 2950, binds: "modem" });
  });

  test("more rain never gives a higher rate", () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 60, noNaN: true }), fc.double({ min: 0, max: 30, noNaN: true }), (rain_dB, more) => {
      const rate = (dB: number) => rfRate({ bandwidth_MHz: 500, gap_dB: 2, efficiencyMax_b_per_s_Hz: 5.9 }, carrierToNoise_dBHz(link, { distance_m: 1e6, rain_dB: dB })).rate_Mb_per_s;
      expect(rate(rain_dB + more)).toBeLessThanOrEqual(rate(rain_dB));
    }));
  });
});
