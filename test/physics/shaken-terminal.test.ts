import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { belowRated_frac, pointingMarginBothEnds_dB, shakenRange_km, terminalRate } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";

const scot80 = { range_km: 8000, aperture_m: 0.08, wavelength_m: 1.55e-6 };

describe("a terminal that shakes", () => {
  // By hand: theta = 2 sqrt 2 x 1.55e-6/(pi x 0.08) = 17.443 urad, phi = (17.443/8)^2 = 4.754; 30 dB/4.754 = 6.310 dB, 8,000 km x 10^(-6.310/20) = 3,869 km.
  test("one end of 80 mm at 4 urad and 0.1 %", () => {
    const range_km = shakenRange_km(scot80, { jitter_rad: 4e-6, outage_frac: 1e-3, ends: "one" });
    measure("shaken-terminal", { case: "range of 80 mm, one end shaking by 4 urad", got: range_km, expected: 3869, rel: 5e-4, unit: "km", source: "Toyoshima et al. 2002, by hand" });
    expect(terminalRate({ rate_Gb_per_s: 10, range_km }, 2 * range_km).rate_Gb_per_s).toBeCloseTo(2.5, 9);
    expect(shakenRange_km(scot80, { jitter_rad: 0, outage_frac: 1e-3, ends: "both" })).toBe(8000);
  });

  // Two powers U1^(1/phi) and U2^(1/phi), drawn evenly: the share of a million pairs whose product is below 1/M.
  test("both ends, by their definition", () => {
    const stability = 4.754;
    const margin_dB = pointingMarginBothEnds_dB(stability, 1e-2);
    const least = 10 ** (-margin_dB / 10);
    const slices = 1_000_000;
    let below = 0;
    for (let i = 0; i < slices; i++) {
      const needed = least / ((i + 0.5) / slices) ** (1 / stability);
      below += (needed >= 1 ? 1 : needed ** stability) / slices;
    }
    measure("shaken-terminal", { case: "outage at the margin for 1 %, both ends shaking", got: below, expected: 0.01, rel: 1e-4, unit: "", source: "Toyoshima et al. 2002, by its definition over a million slices" });
  });

  test("more shake, more ends or a rarer outage never reach farther; nearer is never below its rate more often", () => {
    const jitter = fc.double({ min: 0.1, max: 20, noNaN: true });
    fc.assert(fc.property(jitter, jitter, fc.double({ min: 1e-8, max: 0.4, noNaN: true }), fc.double({ min: 10, max: 7900, noNaN: true }), (a_urad, more_urad, outage_frac, distance_km) => {
      const range = (urad: number, ends: "one" | "both", out = outage_frac) => shakenRange_km(scot80, { jitter_rad: urad * 1e-6, outage_frac: out, ends });
      expect(range(a_urad + more_urad, "both")).toBeLessThanOrEqual(range(a_urad, "both"));
      expect(range(a_urad, "both")).toBeLessThanOrEqual(range(a_urad, "one"));
      expect(range(a_urad, "one")).toBeLessThanOrEqual(8000);
      expect(range(a_urad, "both", outage_frac / 2)).toBeLessThanOrEqual(range(a_urad, "both"));
      const below = (at_km: number) => belowRated_frac(scot80, { jitter_rad: a_urad * 1e-6, ends: "both" }, at_km);
      expect(below(distance_km / 2)).toBeLessThanOrEqual(below(distance_km));
      expect(below(range(a_urad, "both")) / outage_frac).toBeCloseTo(1, 6);
    }));
    expect(belowRated_frac(scot80, { jitter_rad: 1e-6, ends: "one" }, 8000)).toBe(1);
  });

  test("nonsense is refused by name", () => {
    expect(() => shakenRange_km(scot80, { jitter_rad: Number.NaN, outage_frac: 0.1, ends: "one" })).toThrow(/jitter_rad NaN/);
    expect(() => shakenRange_km(scot80, { jitter_rad: 1e-6, outage_frac: 0, ends: "one" })).toThrow(/outage_frac 0/);
  });
});
