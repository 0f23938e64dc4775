import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  apertureGain_dB,
  confocalRange_m,
  dataCeiling_GB_per_kWh,
  diffractionRadius_m,
  earthCentralAngle_rad,
  fibreRoundTrip_ms,
  freeSpaceLoss_dB,
  greatCircle_km,
  lightTime_ms,
  longestPass_min,
  passRate_Mb_per_s,
  receivedPower_W,
  satelliteRoundTrip_ms,
  slantRange_km,
} from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";
import { physicsCases, publishedCase } from "./golden-case.ts";

const notes = "project physics notes, worked out before this code";
const SEATTLE = { latitude_deg: 47.6062, longitude_deg: -122.3321 };
const NEW_YORK = { latitude_deg: 40.7128, longitude_deg: -74.006 };
const LONDON = { latitude_deg: 51.5074, longitude_deg: -0.1278 };

describe("geometry", () => {
  test.each([[10, 2045, 9], [20, 1489, 6.2]])("650 km at %d degrees", (elevation_deg, slant, pass) => {
    measure("link", { case: `slant range, 650 km, ${elevation_deg} deg`, got: slantRange_km({ altitude_km: 650, elevation_deg }), expected: slant, abs: 1, unit: "km", source: notes });
    measure("link", { case: `longest pass, 650 km, ${elevation_deg} deg`, got: longestPass_min({ altitude_km: 650, elevation_deg }), expected: pass, abs: 0.05, unit: "min", source: notes });
  });

  test("the sine rule gives the same slant", () => {
    fc.assert(
      fc.property(fc.double({ min: 200, max: 40_000, noNaN: true }), fc.double({ min: 0, max: 89, noNaN: true }), (altitude_km, elevation_deg) => {
        const e = (elevation_deg * Math.PI) / 180;
        const angle = earthCentralAngle_rad({ altitude_km, elevation_deg });
        const bySines = ((6378.137 + altitude_km) * Math.sin(angle)) / Math.cos(e);
        expect(slantRange_km({ altitude_km, elevation_deg }) / bySines).toBeCloseTo(1, 7);
      }),
    );
  });
});

describe("delay", () => {
  test("Seattle-New York over fibre", () => {
    const [golden] = physicsCases("Seattle-New York great-circle fibre RTT");
    const got = fibreRoundTrip_ms({ distance_km: greatCircle_km(SEATTLE, NEW_YORK), stretch: 1 });
    measure("link", { case: golden!.name, got, expected: golden!.expected, rel: golden!.rel_tol, unit: "ms", source: golden!.source });
  });

  test("New York-London over fibre and over satellites", () => {
    const distance_km = greatCircle_km(NEW_YORK, LONDON);
    measure("link", { case: "New York-London fibre round trip", got: fibreRoundTrip_ms({ distance_km, stretch: 1 }), expected: 54.6, abs: 0.1, unit: "ms", source: notes });
    measure("link", { case: "New York-London over satellites at 550 km", got: satelliteRoundTrip_ms({ distance_km, altitude_km: 550 }), expected: 47.7, abs: 0.1, unit: "ms", source: notes });
  });

  // Light time of 1 au is 499.005 s (IAU).
  test("light time", () => {
    expect(lightTime_ms(149_597_870.7) / 1000).toBeCloseTo(499.0048, 4);
  });
});

describe("optical terminals", () => {
  test("Suncatcher's 5,000 km link", () => {
    type Inputs = { pt_w: number; gt_db: number; gr_db: number; lambda_m: number; d_m: number; other_db: number };
    const { inputs: i, outputs: o, source } = publishedCase<Inputs, { pr_w: number; spot_radius_m: number }>("suncatcher_isl_5000km");
    const got = receivedPower_W({ transmit_W: i.pt_w, transmitGain_dB: i.gt_db, receiveGain_dB: i.gr_db, other_dB: i.other_db, distance_m: i.d_m, wavelength_m: i.lambda_m });
    measure("link", { case: "Suncatcher received power, 5,000 km", got, expected: o.pr_w, rel: 0.02, unit: "W", source });
    const spot = diffractionRadius_m({ diameter_m: 0.1, distance_m: i.d_m, wavelength_m: i.lambda_m });
    measure("link", { case: "Suncatcher spot radius, 5,000 km", got: spot, expected: o.spot_radius_m, rel: 0.02, unit: "m", source });
  });

  test("gain of a 10 cm aperture", () => {
    const { inputs: i, outputs: o, source } = publishedCase<{ diameter_m: number; aperture_eff: number; lambda_m: number }, { gain_db: number }>("suncatcher_antenna_gain");
    const got = apertureGain_dB({ diameter_m: i.diameter_m, wavelength_m: i.lambda_m, efficiency_frac: i.aperture_eff });
    measure("link", { case: "Suncatcher aperture gain", got, expected: o.gain_db, abs: 0.1, unit: "dB", source });
  });

  test("confocal ranges", () => {
    const { inputs: i, outputs: o, source } = publishedCase<{ beam_radius_m: number[]; lambda_m: number }, { range_km: number[] }>("suncatcher_isl_confocal");
    i.beam_radius_m.forEach((radius_m, k) => {
      measure("link", { case: `confocal range, beam radius ${radius_m} m`, got: confocalRange_m({ radius_m, wavelength_m: i.lambda_m }) / 1000, expected: o.range_km[k]!, rel: 0.02, unit: "km", source });
    });
  });

  // 20 log10(d km) + 20 log10(f GHz) + 92.45: the engineer's form (ITU-R P.525).
  test("free-space loss", () => {
    expect(freeSpaceLoss_dB({ distance_m: 2e6, wavelength_m: 299_792_458 / 20e9 })).toBeCloseTo(20 * Math.log10(2000) + 20 * Math.log10(20) + 92.45, 2);
  });
});

test("data a link can carry per kilowatt-hour", () => {
  const [golden] = physicsCases("Gamma ceiling");
  const got = dataCeiling_GB_per_kWh({ rate_Gb_per_s: golden!.input["Gbps"]!, power_MW: golden!.input["MW"]! });
  measure("link", { case: "data ceiling at 32.9 Gb/s and 1 MW", got, expected: golden!.expected, rel: golden!.rel_tol, unit: golden!.unit, source: golden!.source });
  const { inputs, outputs, source } = publishedCase<{ pass_min: number; gb: number }, { mbps: number }>("cae_pass");
  measure("link", { case: "7.5 GB in a 10 min pass", got: passRate_Mb_per_s({ data_GB: inputs.gb, duration_min: inputs.pass_min }), expected: outputs.mbps, rel: 0.05, unit: "Mb/s", source });
});
