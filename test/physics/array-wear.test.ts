import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arrayAtDistance,
  arrayChain_frac,
  cellFluence_per_cm2_yr,
  GAAS_DEGRADATION,
  PVWATTS_LOSSES,
  remainingAfterFluence_frac,
  remainingAfterOrbit_frac,
  XTJ_DEGRADATION,
  type ArrayMake,
  type CellOrbit,
  type DamageKind,
  type SolarPhase,
} from "../../src/physics/index.ts";
import { goldenCsv } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";

const SUITE = "array-wear";
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const MIL_G_PER_CM2 = 2.54e-3 * 2.2;

describe("damage by orbit", () => {
  // Orbits that are not nodes of the table, by the program that made the table: what interpolating costs.
  const rows = goldenCsv("./physics/cell_fluence.csv");
  test.each(rows)("$altitude_km km, $inclination_deg deg, $cell, $solar, $cover_mil mil", (row) => {
    const orbit: CellOrbit = { altitude_km: Number(row["altitude_km"]), inclination_deg: Number(row["inclination_deg"]), solar: row["solar"] as SolarPhase };
    const got = cellFluence_per_cm2_yr(orbit, row["cell"] as DamageKind, { front_g_per_cm2: Number(row["cover_mil"]) * MIL_G_PER_CM2, back_g_per_cm2: null });
    measure(SUITE, { case: `1 MeV fluence, ${Object.values(row).slice(0, 5).join(" ")} mil`, got, expected: Number(row["fluence_per_cm2_yr"]), rel: 0.14, unit: "1/cm2/yr", source: "AP-8 and AE-8 folded with JPL 96-9, separate program" });
  });

  test("interpolation errs by 4 % in the mean", () => {
    const errors = rows.map((row) => {
      const orbit: CellOrbit = { altitude_km: Number(row["altitude_km"]), inclination_deg: Number(row["inclination_deg"]), solar: row["solar"] as SolarPhase };
      return Math.abs(cellFluence_per_cm2_yr(orbit, row["cell"] as DamageKind, { front_g_per_cm2: Number(row["cover_mil"]) * MIL_G_PER_CM2, back_g_per_cm2: null }) / Number(row["fluence_per_cm2_yr"]) - 1);
    });
    expect(errors.reduce((a, b) => a + b, 0) / errors.length).toBeLessThan(0.04);
  });

  test("a thicker cover never lets more through, nor a bare back less; silicon takes more than GaAs", () => {
    fc.assert(
      fc.property(number(400, 2000), number(30, 105), number(0.0168, 0.3), number(0, 0.03), fc.constantFrom("min" as const, "max" as const), (altitude_km, inclination_deg, cover, more, solar) => {
        const orbit = { altitude_km, inclination_deg, solar };
        const of = (front_g_per_cm2: number, back_g_per_cm2: number | null, kind: DamageKind = "gaas") => cellFluence_per_cm2_yr(orbit, kind, { front_g_per_cm2, back_g_per_cm2 });
        expect(of(cover + more, null)).toBeLessThanOrEqual(of(cover, null) * (1 + 1e-12));
        expect(of(cover, 0.3)).toBeGreaterThan(of(cover, null));
        expect(of(cover, null, "silicon")).toBeGreaterThan(of(cover, null));
      }),
    );
  });

  test("outside the table it refuses, and at its ends it does not", () => {
    const cover = { front_g_per_cm2: 0.02, back_g_per_cm2: null };
    expect(() => cellFluence_per_cm2_yr({ altitude_km: 35_786, inclination_deg: 50, solar: "min" }, "gaas", cover)).toThrow(/altitude_km/);
    expect(() => cellFluence_per_cm2_yr({ altitude_km: 600, inclination_deg: 5, solar: "min" }, "gaas", cover)).toThrow(/inclination_deg/);
    expect(() => cellFluence_per_cm2_yr({ altitude_km: 600, inclination_deg: 50, solar: "min" }, "gaas", { ...cover, front_g_per_cm2: 1e-3 })).toThrow(/cover_g_per_cm2/);
    expect(cellFluence_per_cm2_yr({ altitude_km: 2000, inclination_deg: 105, solar: "max" }, "gaas", { front_g_per_cm2: 60 * MIL_G_PER_CM2, back_g_per_cm2: 3 * MIL_G_PER_CM2 })).toBeGreaterThan(0);
  });
});

describe("power left", () => {
  // Points of the GaAs Solar Cell Radiation Handbook, GaAs/Ge, maximum power, 1 MeV electrons at normal incidence, as tabulated in the-aerospace-corporation/solarpy.
  test.each([[5e13, 0.95925], [1e14, 0.94323], [5e14, 0.88123], [1e15, 0.83905]])("GaAs/Ge after %d", (fluence, expected) => {
    measure(SUITE, { case: `GaAs/Ge after ${fluence} e/cm2`, got: remainingAfterFluence_frac(fluence, GAAS_DEGRADATION), expected, abs: 0.006, unit: "1", source: "Anspaugh 1996, JPL 96-9" });
  });

  test("a curve is not stretched", () => {
    expect(() => remainingAfterFluence_frac(4e15, XTJ_DEGRADATION)).toThrow(/outside/);
    expect(() => remainingAfterFluence_frac(-1, XTJ_DEGRADATION)).toThrow(/outside/);
    expect(remainingAfterFluence_frac(0, XTJ_DEGRADATION)).toBe(1);
  });

  // The published yearly losses span 0.15 to 2.66 %: trapped particles alone, behind 3 mil, are at the low end of it at 650 km and above it at 1,600.
  test("altitude decides: 650 km against 1,600 km", () => {
    const cover = { front_g_per_cm2: 3 * MIL_G_PER_CM2, back_g_per_cm2: null };
    const left = (altitude_km: number, years: number) => remainingAfterOrbit_frac({ altitude_km, inclination_deg: 98, solar: "min" }, cover, XTJ_DEGRADATION, years);
    expect(1 - left(650, 5)).toBeGreaterThan(0.005);
    expect(1 - left(650, 5)).toBeLessThan(0.02);
    expect(1 - left(1600, 5)).toBeGreaterThan(0.08);
    expect(left(800, 10)).toBeLessThan(left(800, 5));
  });
});

describe("array", () => {
  test("losses multiply", () => {
    expect(arrayChain_frac(PVWATTS_LOSSES)).toBeCloseTo(0.98 * 0.98 * 0.995, 12);
  });

  // PHYSICS of the project, section 8: a two-sided black plate without electricity, 331 K at 1 au, 468 at 0.5, 532 at 0.387.
  test.each([[1, 331], [0.5, 468], [0.387, 532]])("plate at %d au", (distance_au, expected) => {
    const plate: ArrayMake = { cosIncidence: 1, absorptance_frac: 1, frontEmittance_frac: 1, backEmittance_frac: 1, packing_frac: 0, cell: { efficiency28_frac: 0.3, temperatureCoefficient_per_K: 0 }, remaining_frac: 1, earthAbsorbed_W_per_m2: 0 };
    measure(SUITE, { case: `plate at ${distance_au} au`, got: arrayAtDistance(plate, distance_au).temperature_C + 273.15, expected, abs: 0.6, unit: "K", source: "project physics notes" });
  });

  test("nearer the Sun cells are hotter, and gain less than the light", () => {
    const make: ArrayMake = { cosIncidence: 1, absorptance_frac: 0.9, frontEmittance_frac: 0.85, backEmittance_frac: 0.85, packing_frac: 0.85, cell: { efficiency28_frac: 0.307, temperatureCoefficient_per_K: -0.0022 }, remaining_frac: 1, earthAbsorbed_W_per_m2: 0 };
    fc.assert(
      fc.property(number(0.6, 3), number(1.01, 1.5), (r, further) => {
        const near = arrayAtDistance(make, r);
        const far = arrayAtDistance(make, r * further);
        expect(near.temperature_C).toBeGreaterThan(far.temperature_C);
        expect(near.output_W_per_m2 / far.output_W_per_m2).toBeLessThan(further ** 2);
      }),
    );
  });
});
