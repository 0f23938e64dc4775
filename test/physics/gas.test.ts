import fc from "fast-check";
import { expect, test } from "vitest";
import { REFERENCE_AIR, gasAttenuation_dB, gasSpecificAttenuation_dB_per_km } from "../../src/physics/index.ts";
import { goldenCsv } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";

const numbers = (file: string): readonly Readonly<Record<string, number>>[] =>
  goldenCsv(`./itu/${file}`).map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, Number(cell)])));

test("loss per kilometre, every row of P.676-12 to 350 GHz", () => {
  // Oxygen and vapour stand in the file to nine decimals or seven digits: half a last digit is 5e-9.
  const off = numbers("p676-12_gamma.csv").flatMap(({ f, P, T, rho, gamma0, gammaw }) => {
    const { oxygen, vapour } = gasSpecificAttenuation_dB_per_km({ pressure_hPa: P!, temperature_K: T!, vapour_g_per_m3: rho! }, f!);
    return [[oxygen, gamma0!], [vapour, gammaw!]].map(([got, expected]) => Math.max(0, Math.abs(got! - expected!) - 5e-9) / expected!);
  });
  measure("gas", { case: "P.676-12 loss per km, largest relative error of 710", got: Math.max(...off), expected: 0, abs: 1e-6, unit: "1", source: "ITU-R Study Group 3 examples, P.676-12" });
});

test("slant path, every row of P.676-12", () => {
  for (const { el, f, rho, T, P, V_t, h, A_gas } of numbers("p676-12_slant.csv")) {
    const { oxygen, vapour } = gasAttenuation_dB({ pressure_hPa: P!, temperature_K: T!, vapour_g_per_m3: rho!, vapourColumn_kg_per_m2: V_t!, stationHeight_km: h! }, { frequency_GHz: f!, elevation_deg: el! });
    measure("gas", { case: `P.676-12 slant path, ${f} GHz, ${el} deg, ${V_t} kg/m2`, got: oxygen + vapour, expected: A_gas!, rel: 1e-6, unit: "dB", source: "ITU-R Study Group 3 examples, P.676-12" });
  }
});

test("more vapour or a lower sight never loses less", () => {
  const path = { ...REFERENCE_AIR, stationHeight_km: 0 };
  fc.assert(fc.property(fc.double({ min: 1, max: 55, noNaN: true }), fc.double({ min: 5, max: 90, noNaN: true }), fc.double({ min: 1, max: 60, noNaN: true }), fc.double({ min: 1, max: 1.5, noNaN: true }), (frequency_GHz, elevation_deg, column, more) => {
    const loss = (vapourColumn_kg_per_m2: number, at_deg: number) => {
      const { oxygen, vapour } = gasAttenuation_dB({ ...path, vapourColumn_kg_per_m2 }, { frequency_GHz, elevation_deg: at_deg });
      return oxygen + vapour;
    };
    expect(loss(column * more, elevation_deg)).toBeGreaterThanOrEqual(loss(column, elevation_deg) * (1 - 1e-9));
    expect(loss(column, Math.max(5, elevation_deg / more))).toBeGreaterThanOrEqual(loss(column, elevation_deg));
  }));
  expect(() => gasAttenuation_dB({ ...path, vapourColumn_kg_per_m2: 20 }, { frequency_GHz: 60, elevation_deg: 10 })).toThrow(/frequency_GHz 60/);
  expect(() => gasAttenuation_dB({ ...path, vapourColumn_kg_per_m2: Number.NaN }, { frequency_GHz: 20, elevation_deg: 10 })).toThrow(/vapourColumn_kg_per_m2 is NaN/);
});
