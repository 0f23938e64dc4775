import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entries, figureOf, opticalModulations } from "../../src/catalog/index.ts";
import {
  arrayRange_m,
  arrayRate,
  beamDivergence_rad,
  beamsPerSide,
  coherentPhotonsPerBit,
  friisNumber,
  gridColours,
  jitterForWander_rad,
  opticalRange_m,
  opticalRate,
  opticalReceivedShaken,
  opticalReceived_W,
  photonsPerBit,
  pointingMargin_dB,
  pointingMean_frac,
  pointingOutageBothEnds_frac,
  pointingOutage_frac,
  pointingStability,
  receivedPower_W,
  terminalRate,
} from "../../src/physics/index.ts";
import type { ArrayTerminal, OpticalLink } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";
import { physicsCases, publishedCase } from "./golden-case.ts";

const paper = "Aguera y Arcas et al., Project Suncatcher, arXiv 2511.19468v2";
/** Suncatcher's terminal: 5 W, 10 cm, 80 % of the aperture at either end, 3 dB of other losses. */
const suncatcher: OpticalLink = { transmit_W: 5, transmitDiameter_m: 0.1, receiveDiameter_m: 0.1, transmitOptics_frac: 0.8, receiveOptics_frac: 0.8, other_dB: -3, wavelength_m: 1.55e-6 };

describe("light received", () => {
  // The paper rounds 105.17 dB of gain at either end to 105.1, which is 3 % of its light.
  test("Suncatcher at 5,000 km", () => {
    const { outputs, source } = publishedCase<object, { pr_w: number }>("suncatcher_isl_5000km");
    measure("optical-link", { case: "Suncatcher received power at 5,000 km, focused beam", got: opticalReceived_W(suncatcher, 5e6), expected: outputs.pr_w, rel: 0.03, unit: "W", source });
  });

  test("far away it is Friis's", () => {
    fc.assert(fc.property(fc.double({ min: 2e5, max: 1e7, noNaN: true }), (distance_m) => {
      const gain_dB = 10 * Math.log10(0.8 * ((Math.PI * 0.1) / 1.55e-6) ** 2);
      const friis = receivedPower_W({ transmit_W: 5, transmitGain_dB: gain_dB, receiveGain_dB: gain_dB, other_dB: -3, distance_m, wavelength_m: 1.55e-6 });
      expect(opticalReceived_W(suncatcher, distance_m) / friis).toBeCloseTo(1, 3);
    }));
  });

  // Goubau & Schwering's curve at tau = 1, 2: 63.2 and 98.2 % of what the optics pass; F = tau^2.
  test.each([[1, 0.63212], [2, 0.98168]])("close by it is the optics' (tau %d)", (tau, share) => {
    const distance_m = (Math.PI * 0.05 ** 2) / 1.55e-6 / tau;
    expect(friisNumber(suncatcher, distance_m)).toBeCloseTo(tau ** 2, 9);
    expect(opticalReceived_W(suncatcher, distance_m) / (5 * 0.8 ** 2 * 10 ** -0.3)).toBeCloseTo(share, 5);
  });

  test("the range for some light receives that light", () => {
    fc.assert(fc.property(fc.double({ min: 1e-9, max: 1.6, noNaN: true }), (light_W) => {
      expect(opticalReceived_W(suncatcher, opticalRange_m(suncatcher, light_W)!) / light_W).toBeCloseTo(1, 9);
    }));
    expect(opticalRange_m(suncatcher, 1.7)).toBeUndefined();
  });
});

describe("jitter", () => {
  test("stabilities of two terminals", () => {
    const [golden] = physicsCases("stability ratios") as unknown as readonly { readonly input: { readonly div_urad: readonly number[]; readonly sigma_urad: number }; readonly expected: readonly number[]; readonly rel_tol: number }[];
    const { input: { div_urad, sigma_urad }, expected, rel_tol } = golden!;
    expect(div_urad).toHaveLength(2);
    div_urad.forEach((microradians, i) => {
      const got = pointingStability({ divergence_rad: microradians * 1e-6, jitter_rad: sigma_urad * 1e-6 });
      measure("optical-link", { case: `stability, ${microradians} urad beam, ${sigma_urad} urad jitter`, got, expected: expected[i]!, rel: rel_tol, unit: "1", source: "project physics notes, worked out before this code" });
    });
  });

  // Pr(two independent powers x1 x2 < 1/M) by adding up the definition over a million slices of the first.
  test.each([[13.3, 39.1], [5, 5.0001], [5, 5]])("both ends, %d and %d", (one, other) => {
    const slices = 1_000_000;
    const margin_dB = 1.5;
    let below = 0;
    for (let i = 0; i < slices; i++) {
      const first = ((i + 0.5) / slices) ** (1 / one);
      const needed = 10 ** (-margin_dB / 10) / first;
      below += (needed >= 1 ? 1 : needed ** other) / slices;
    }
    expect(pointingOutageBothEnds_frac([one, other], margin_dB) / below).toBeCloseTo(1, 5);
  });

  test("one end, its margin and its mean", () => {
    fc.assert(fc.property(fc.double({ min: 0.5, max: 100, noNaN: true }), fc.double({ min: 1e-6, max: 0.5, noNaN: true }), (stability, outage) => {
      expect(pointingOutage_frac(stability, pointingMargin_dB(stability, outage)) / outage).toBeCloseTo(1, 9);
      expect(pointingOutageBothEnds_frac([stability, 1e9], 3) / pointingOutage_frac(stability, 3)).toBeCloseTo(1, 6);
    }));
    // Mean of a power law on 0..1 with exponent 3: 3/4.
    expect(pointingMean_frac(3)).toBe(0.75);
  });

  test("a beam as wide as jitter asks is the best of all beams", () => {
    const shaking = { jitter_rad: 5e-6, outage_frac: 1e-3 };
    for (const distance_m of [2e3, 2e4, 2e6]) {
      const best = opticalReceivedShaken(suncatcher, distance_m, shaking);
      const tried = Array.from({ length: 2000 }, (_, i) => {
        const transmitDiameter_m = (0.1 * (i + 1)) / 2000;
        const stability = pointingStability({ divergence_rad: beamDivergence_rad({ diameter_m: transmitDiameter_m, wavelength_m: 1.55e-6 }), jitter_rad: shaking.jitter_rad });
        return opticalReceived_W({ ...suncatcher, transmitDiameter_m }, distance_m) * 10 ** (-pointingMargin_dB(stability, shaking.outage_frac) / 10);
      });
      expect(best.received_W / Math.max(...tried)).toBeCloseTo(1, 5);
      expect(best.binds).toBe("jitter");
    }
  });

  test("Suncatcher's microradian", () => {
    const got = jitterForWander_rad({ radius_m: 0.05, distance_m: 5000, wander_frac: 0.1 }) * 1e6;
    measure("optical-link", { case: "pointing for a wander of a tenth, 5 km", got, expected: 1, rel: 0.01, unit: "urad", source: `${paper}, section 4.2` });
  });
});

describe("rate", () => {
  test("photons per bit", () => {
    const { outputs, source } = publishedCase<object, { ppb_shannon: number; ppb_pm16qam: number }>("suncatcher_ppb_shannon");
    const [golden] = physicsCases("photons per bit PM-16QAM");
    const { dBm, Gbps } = golden!.input;
    const got = photonsPerBit({ received_W: 10 ** (dBm! / 10) / 1000, rate_Gb_per_s: Gbps!, wavelength_m: 1.55e-6 });
    measure("optical-link", { case: `photons per bit, ${Gbps} Gb/s at ${dBm} dBm`, got, expected: golden!.expected, rel: golden!.rel_tol, unit: "1", source: `${paper}, section 4.2` });
    expect(golden!.expected).toBeCloseTo(outputs.ppb_pm16qam, 0);
    measure("optical-link", { case: "Shannon's photons per bit", got: coherentPhotonsPerBit({ bits: 1e-9, noisePhotons: 2 }), expected: outputs.ppb_shannon, abs: 0.01, unit: "1", source });
    // One bit a symbol at one noise photon: log2(1 + 1) = 1 with one photon.
    expect(coherentPhotonsPerBit({ bits: 1, noisePhotons: 1 })).toBeCloseTo(1, 12);
    for (const { figures } of opticalModulations) expect(figures.photonsPerBit.value).toBeGreaterThan(coherentPhotonsPerBit({ bits: 4, noisePhotons: 2 }));
  });

  // The definition, in watts: 1.6e-6 W at 1.55 um are 1.248e13 photons a second; at 71 a bit 176 Gb/s.
  test("by light or by the modem", () => {
    const light = { received_W: 1.6e-6, wavelength_m: 1.55e-6 };
    expect(opticalRate({ photonsPerBit: 71, rateMax_Gb_per_s: 1000 }, light)).toMatchObject({ binds: "light" });
    measure("optical-link", { case: "on-off keying over 5,000 km", got: opticalRate({ photonsPerBit: 71, rateMax_Gb_per_s: 1000 }, light).rate_Gb_per_s, expected: 175.8, rel: 0.005, unit: "Gb/s", source: `1.6 uW and 71 photons a bit of ${paper}, section 4.2, by hand` });
    expect(opticalRate({ photonsPerBit: 71, rateMax_Gb_per_s: 100 }, light)).toEqual({ rate_Gb_per_s: 100, binds: "modem" });
  });

  test("a smaller aperture, more distance or more jitter never raises it", () => {
    const diameter = fc.double({ min: 0.01, max: 0.5, noNaN: true });
    const less = fc.double({ min: 0.1, max: 1, noNaN: true });
    fc.assert(fc.property(diameter, diameter, less, fc.double({ min: 100, max: 1e7, noNaN: true }), fc.double({ min: 1e-7, max: 1e-4, noNaN: true }), (transmitDiameter_m, receiveDiameter_m, smaller, distance_m, jitter_rad) => {
      const link = { ...suncatcher, transmitDiameter_m, receiveDiameter_m };
      const rate = (of: OpticalLink, distance: number, jitter: number) =>
        opticalRate({ photonsPerBit: 71, rateMax_Gb_per_s: 400 }, { received_W: opticalReceivedShaken(of, distance, { jitter_rad: jitter, outage_frac: 1e-3 }).received_W, wavelength_m: 1.55e-6 }).rate_Gb_per_s;
      const most = rate(link, distance_m, jitter_rad) * (1 + 1e-12);
      expect(rate({ ...link, transmitDiameter_m: transmitDiameter_m * smaller }, distance_m, jitter_rad)).toBeLessThanOrEqual(most);
      expect(rate({ ...link, receiveDiameter_m: receiveDiameter_m * smaller }, distance_m, jitter_rad)).toBeLessThanOrEqual(most);
      expect(rate(link, distance_m / smaller, jitter_rad)).toBeLessThanOrEqual(most);
      expect(rate(link, distance_m, jitter_rad / smaller)).toBeLessThanOrEqual(most);
    }));
  });

  test("every terminal of the catalogue holds its rate to its range, and a quarter of it at twice that", () => {
    for (const entry of entries("terminals")) {
      const terminal = { rate_Gb_per_s: figureOf(entry, "rate").value, range_km: figureOf(entry, "range").value };
      expect(terminalRate(terminal, terminal.range_km)).toEqual({ rate_Gb_per_s: terminal.rate_Gb_per_s, binds: "modem" });
      expect(terminalRate(terminal, 2 * terminal.range_km).rate_Gb_per_s).toBeCloseTo(terminal.rate_Gb_per_s / 4, 9);
    }
  });

  test("nonsense is refused by name", () => {
    expect(() => opticalReceived_W({ ...suncatcher, transmit_W: Number.NaN }, 1)).toThrow(/transmit_W is NaN/);
    expect(() => opticalReceived_W(suncatcher, 0)).toThrow(/distance_m is 0/);
    expect(() => opticalReceivedShaken(suncatcher, 1, { jitter_rad: 0, outage_frac: 0.1 })).toThrow(/jitter_rad 0/);
  });
});

describe("arrays of beams", () => {
  const { transmitDiameter_m, receiveDiameter_m: _, ...optics } = suncatcher;
  const terminal: ArrayTerminal = { ...optics, diameter_m: transmitDiameter_m, colours: gridColours({ band_GHz: 2400, grid_GHz: 100 }), colour_Gb_per_s: 400, colourNeeds_W: 1e-5, transceivers: Infinity, shaking: null };

  test("Suncatcher's ranges of 1, 2 x 2 and 4 x 4 beams", () => {
    const { outputs, source } = publishedCase<object, { range_km: number[] }>("suncatcher_isl_confocal");
    [1, 2, 4].forEach((side, i) => {
      const range_m = arrayRange_m({ diameter_m: 0.1, wavelength_m: 1.55e-6 }, side);
      measure("optical-link", { case: `range of ${side} x ${side} beams in 10 cm`, got: range_m / 1000, expected: outputs.range_km[i]!, rel: 0.02, unit: "km", source });
      expect(beamsPerSide({ diameter_m: 0.1, wavelength_m: 1.55e-6 }, range_m * 0.999)).toBe(side);
    });
  });

  test("confocal ranges of one beam and of one of 4 x 4", () => {
    for (const [name, side] of [["confocal range", 1], ["confocal range 4x4", 4]] as const) {
      const [golden] = physicsCases(name);
      const range_m = arrayRange_m({ diameter_m: golden!.input["aperture_m"]! * side, wavelength_m: 1.55e-6 }, side);
      measure("optical-link", { case: `${name}, ${golden!.input["aperture_m"]} m a beam`, got: range_m, expected: golden!.expected, rel: golden!.rel_tol, unit: "m", source: `${paper}, section 4.2` });
    }
  });

  test("Suncatcher's 9.6 and 12.8 Tb/s an aperture", () => {
    const rate = (grid_GHz: number) => arrayRate({ ...terminal, colours: gridColours({ band_GHz: 2400, grid_GHz }) }, 5000).rate_Gb_per_s;
    measure("optical-link", { case: "24 colours in one aperture, 5 km", got: rate(100), expected: 9600, rel: 1e-12, unit: "Gb/s", source: `${paper}, section 4.2` });
    measure("optical-link", { case: "75 GHz grid in one aperture, 5 km", got: rate(75), expected: 12_800, rel: 1e-12, unit: "Gb/s", source: `${paper}, section 4.2` });
    expect(arrayRate(terminal, 1250)).toMatchObject({ beams: 4, coloursLit: 24, rate_Gb_per_s: 38_400, binds: "aperture" });
  });

  // The paper: "up to about 300 km". With all 5 W in 24 colours and no margin it is 414 km; 2.8 dB of margin make it 300.
  test("24 colours up to hundreds of kilometres", () => {
    expect(arrayRate(terminal, 300e3)).toMatchObject({ beams: 1, coloursLit: 24 });
    expect(arrayRate(terminal, 420e3)).toMatchObject({ beams: 1, binds: "light" });
    expect(arrayRate(terminal, 5e6).coloursLit).toBe(0);
  });

  test("a smaller aperture or more distance never raises it", () => {
    const less = fc.double({ min: 0.2, max: 1, noNaN: true });
    fc.assert(fc.property(fc.double({ min: 0.02, max: 0.2, noNaN: true }), fc.double({ min: 50, max: 1e6, noNaN: true }), less, (diameter_m, distance_m, smaller) => {
      const most = arrayRate({ ...terminal, diameter_m }, distance_m).rate_Gb_per_s;
      expect(arrayRate({ ...terminal, diameter_m: diameter_m * smaller }, distance_m).rate_Gb_per_s).toBeLessThanOrEqual(most);
      expect(arrayRate({ ...terminal, diameter_m }, distance_m / smaller).rate_Gb_per_s).toBeLessThanOrEqual(most);
    }));
  });
});
