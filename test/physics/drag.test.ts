import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  airSpeedRatio,
  decayRate_km_per_s,
  differentialDrag_m_per_s_per_yr,
  differentialDrift_m,
  dragArea_m2,
  dragDeceleration_m_per_s2,
  dragMakeup_m_per_s_per_yr,
  dragPerMass_m2_per_kg,
  orbitMeanDensity_kg_per_m3,
  solarFluxRepeated_sfu,
  solarFlux_sfu,
  sunEdgeRam_frac,
  sunFacingRamYear,
  sunFacingRam_frac,
  sunSynchronousInclination_deg,
  TUMBLING_PLATE_RAM_FRAC,
} from "../../src/physics/index.ts";
import { EARTH_MU_KM3_PER_S2, EARTH_RADIUS_KM, parseUtc } from "../../src/units/index.ts";
import { goldenCsv } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";
import { physicsCases } from "./golden-case.ts";

const NRLMSISE = "NRLMSISE-00 orbit means, test/golden/physics/density_nrlmsise00_orbit_average.csv";
const NOTES = "project notes on drag (own program on NRLMSISE-00, two figures), 2026-11";
const LEVELS = [70, 100, 130, 150, 200, 250];
const rows = goldenCsv("./physics/density_nrlmsise00_orbit_average.csv").map((row) => Object.values(row).map(Number));
const altitudes = rows.map((row) => row[0]!);
/** Still air: no component of the turning along a polar orbit. */
const POLAR = { inclination_deg: 90 };

describe("density of the orbit", () => {
  test("the table holds the file, every node", () => {
    for (const [altitude, ...values] of rows) {
      values.forEach((value, j) => expect(orbitMeanDensity_kg_per_m3(altitude!, LEVELS[j]!) / value).toBeCloseTo(1, 12));
    }
  });

  // The published cases are of one place and hour, the table is a mean around an orbit: it must fall between night and afternoon, and near their mean.
  test("between NRLMSISE-00's published afternoon and night at 400 km", () => {
    const at = (lst: number): number =>
      physicsCases("NRLMSISE-00 gtd7")
        .filter(({ input: i }) => i["alt_km"] === 400 && i["lst"] === lst && i["doy"] === 172 && i["lat"] === 60 && i["f107A"] === 150 && i["ap"] === 4)
        .map(({ expected }) => 1000 * (expected as unknown as { rho_g_cm3: number }).rho_g_cm3)[0]!;
    const [afternoon, night] = [at(16), at(4)];
    const got = orbitMeanDensity_kg_per_m3(400, 150);
    expect(got).toBeGreaterThan(night);
    expect(got).toBeLessThan(afternoon);
    measure("drag", { case: "density at 400 km, F10.7 150, against the mean of 4 h and 16 h local time", got, expected: (afternoon + night) / 2, rel: 0.1, unit: "kg/m3", source: "NRLMSISE-00 documentation, section 7: latitude 60, Ap 4; the table's Ap is 12" });
  });

  // Simpler models of the same air, both without solar activity of the day: a factor, no percentage.
  test("within a factor of 2.5 of Harris-Priester and the exponential atmosphere at F10.7 150", () => {
    const cases = [...physicsCases("Harris-Priester n=4"), ...physicsCases("exponential (Vallado Ex 8-4)")];
    expect(cases).toHaveLength(3);
    for (const { name, input, expected, source } of cases) {
      const ratio = orbitMeanDensity_kg_per_m3(input["alt_km"]!, 150) / expected;
      measure("drag", { case: `ln of the density at ${input["alt_km"]!} km over ${name}'s, F10.7 150`, got: Math.log(ratio), expected: 0, abs: Math.log(2.5), unit: "1", source });
    }
  });

  // The interpolation of the source, tried on the nodes of the file with one of them hidden: an upper bound, since the gap is doubled.
  const lagrange = (xs: number[], ys: number[], x: number): number =>
    ys.reduce((sum, y, i) => sum + y * xs.reduce((w, o, k) => (k === i ? w : (w * (x - o)) / (xs[i]! - o)), 1), 0);
  const hidden = (xs: number[], ys: number[], at: number): number => {
    const [keptX, keptY] = [xs.filter((_, i) => i !== at), ys.filter((_, i) => i !== at).map(Math.log)];
    const first = Math.min(Math.max(keptX.filter((x) => x <= xs[at]!).length - 2, 0), keptX.length - 4);
    return Math.abs(Math.exp(lagrange(keptX.slice(first, first + 4), keptY.slice(first, first + 4), xs[at]!)) / ys[at]! - 1);
  };
  const summary = (errors: number[]) => ({ mean: errors.reduce((a, b) => a + b, 0) / errors.length, worst: Math.max(...errors) });

  test("interpolation between altitudes, at twice the spacing", () => {
    const { mean, worst } = summary(
      LEVELS.flatMap((_, j) =>
        altitudes.slice(1, -1).map((_km, i) =>
          hidden(
            altitudes,
            rows.map((row) => row[j + 1]!),
            i + 1,
          ),
        ),
      ),
    );
    measure("drag", {
      case: "density between altitudes, twice the spacing, mean",
      got: mean,
      expected: 0,
      abs: 0.0025,
      unit: "frac",
      source: NRLMSISE,
    });
    measure("drag", {
      case: "density between altitudes, twice the spacing, worst",
      got: worst,
      expected: 0,
      abs: 0.013,
      unit: "frac",
      source: NRLMSISE,
    });
  });

  test("interpolation between solar levels, with a level hidden", () => {
    const { mean, worst } = summary(rows.flatMap((row) => [1, 2, 3, 4].map((at) => hidden(LEVELS, row.slice(1), at))));
    measure("drag", {
      case: "density between solar levels, a level hidden, mean",
      got: mean,
      expected: 0,
      abs: 0.0105,
      unit: "frac",
      source: NRLMSISE,
    });
    measure("drag", {
      case: "density between solar levels, a level hidden, worst",
      got: worst,
      expected: 0,
      abs: 0.06,
      unit: "frac",
      source: NRLMSISE,
    });
  });

  test("what going on past the levels costs, tried 30 units below and 50 above", () => {
    const past = (from: number, at: number) =>
      summary(
        rows.map((row) =>
          Math.abs(
            Math.exp(lagrange(LEVELS.slice(from, from + 4), row.slice(1 + from, 5 + from).map(Math.log), LEVELS[at]!)) / row[at + 1]! - 1,
          ),
        ),
      );
    measure("drag", {
      case: "density 30 units below the levels, worst",
      got: past(1, 0).worst,
      expected: 0,
      abs: 0.08,
      unit: "frac",
      source: NRLMSISE,
    });
    measure("drag", {
      case: "density 50 units above the levels, worst",
      got: past(1, 5).worst,
      expected: 0,
      abs: 0.26,
      unit: "frac",
      source: NRLMSISE,
    });
  });

  test("thins upwards and swells with the Sun", () => {
    const altitude = fc.double({ min: 200, max: 999, noNaN: true });
    fc.assert(
      fc.property(altitude, fc.double({ min: 65, max: 289, noNaN: true }), (h, f) => {
        expect(orbitMeanDensity_kg_per_m3(h + 1, f)).toBeLessThan(orbitMeanDensity_kg_per_m3(h, f));
      }),
    );
    fc.assert(
      fc.property(altitude, fc.double({ min: 65, max: 259, noNaN: true }), (h, f) => {
        expect(orbitMeanDensity_kg_per_m3(h, f + 1)).toBeGreaterThan(orbitMeanDensity_kg_per_m3(h, f));
      }),
    );
  });

  test("refuses what it does not know", () => {
    for (const h of [199.9, 1000.1, Number.NaN]) expect(() => orbitMeanDensity_kg_per_m3(h, 150)).toThrow(/altitude_km/);
    for (const f of [64.9, 290.1, Number.NaN]) expect(() => orbitMeanDensity_kg_per_m3(500, f)).toThrow(/f107_sfu/);
  });
});

describe("solar flux", () => {
  const days = goldenCsv("./physics/f107_daily.csv");
  const monthStart_s = (month: string): number => parseUtc(`${month}-01`)!;

  test.each(["1957-12", "2008-07", "2026-04", "2034-06"])("mean of %s", (month) => {
    const values = days.filter((day) => day["date"]!.startsWith(month)).map((day) => Number(day["f107_observed_sfu"]));
    const expected = values.reduce((a, b) => a + b, 0) / values.length;
    measure("drag", {
      case: `F10.7, ${month}`,
      got: solarFlux_sfu(monthStart_s(month)),
      expected,
      abs: 0.051,
      unit: "sfu",
      source: "CelesTrak CSSI space weather, file of 2026-04-12, rows of the month",
    });
  });

  // The notes give the mean over the file's rows; for 2026 (rows a day to May, a month after) that is 133, the year's mean is 126.
  test.each([
    [2028, 89],
    [2030, 72],
    [2034, 148],
  ])("year %d", (year, expected) => {
    const months = Array.from({ length: 12 }, (_, m) => solarFlux_sfu(Date.UTC(year, m, 15) / 1000));
    const got = months.reduce((a, b) => a + b, 0) / 12;
    measure("drag", { case: `F10.7, mean of ${year}`, got, expected, abs: 0.5, unit: "sfu", source: NOTES });
  });

  test("a month is one value, to its last second", () => {
    expect(solarFlux_sfu(parseUtc("2008-07-31T23:59:59")!)).toBe(solarFlux_sfu(monthStart_s("2008-07")));
    expect(solarFlux_sfu(parseUtc("2008-08-01")!)).not.toBe(solarFlux_sfu(monthStart_s("2008-07")));
  });

  test("refuses months that it does not have; the repeated one goes on 11 years later", () => {
    for (const month of ["1957-09", "1956-01", "2041-11", "2060-01"])
      expect(() => solarFlux_sfu(monthStart_s(month))).toThrow(/no solar flux for/);
    expect(() => solarFlux_sfu(Number.NaN)).toThrow(/NaN/);
    expect(() => solarFluxRepeated_sfu(monthStart_s("1957-09"))).toThrow(/no solar flux for/);
    expect(solarFluxRepeated_sfu(monthStart_s("2041-10"))).toBe(solarFlux_sfu(monthStart_s("2041-10")));
    expect(solarFluxRepeated_sfu(monthStart_s("2041-11"))).toBe(solarFlux_sfu(monthStart_s("2030-11")));
    expect(solarFluxRepeated_sfu(monthStart_s("2052-10"))).toBe(solarFlux_sfu(monthStart_s("2041-10")));
    expect(solarFluxRepeated_sfu(monthStart_s("2052-11"))).toBe(solarFlux_sfu(monthStart_s("2030-11")));
  });
});

describe("drag", () => {
  const DRAG = { dragPerMass_m2_per_kg: 0.022, ...POLAR };

  // Printed to one or two figures: half a unit of the last one is the tolerance, and two figures of the density where it is larger.
  test.each([
    [500, 70, 1.6, 0.05],
    [500, 150, 14, 0.5],
    [500, 250, 53, 0.5],
    [550, 70, 0.7, 0.05],
    [550, 150, 7, 0.5],
    [550, 250, 29, 0.5],
    [650, 70, 0.18, 0.005],
    [650, 150, 1.8, 0.05],
    [650, 250, 9.1, 0.05],
    [800, 70, 0.05, 0.005],
    [800, 150, 0.33, 0.005],
    [800, 250, 1.9, 0.05],
  ])("a year at %d km, F10.7 %d", (altitude_km, f107, expected, abs) => {
    const got = dragMakeup_m_per_s_per_yr({ ...DRAG, altitude_km, density_kg_per_m3: orbitMeanDensity_kg_per_m3(altitude_km, f107) });
    measure("drag", {
      case: `speed a year, ${altitude_km} km, F10.7 ${f107}, Cd A/m 0.022`,
      got,
      expected,
      abs,
      unit: "m/s",
      source: NOTES,
    });
  });

  test("the altitude falls as a numerical orbit under drag does", () => {
    const [altitude_km, density] = [400, 3.4093e-12];
    const k = 0.5 * density * 1000 * 22 * 0.022; // per km, 22 m2/kg: strong drag, so that the fall stands out
    const field = ([x, y, u, v]: readonly number[]): number[] => {
      const m = -EARTH_MU_KM3_PER_S2 / Math.hypot(x!, y!) ** 3;
      const drag = -k * Math.hypot(u!, v!);
      return [u!, v!, m * x! + drag * u!, m * y! + drag * v!];
    };
    const add = (a: readonly number[], b: readonly number[], f: number) => a.map((value, i) => value + f * b[i]!);
    const r = EARTH_RADIUS_KM + altitude_km;
    let s: readonly number[] = [r, 0, 0, Math.sqrt(EARTH_MU_KM3_PER_S2 / r)];
    const energy = () => (s[2]! ** 2 + s[3]! ** 2) / 2 - EARTH_MU_KM3_PER_S2 / Math.hypot(s[0]!, s[1]!);
    const a0 = -EARTH_MU_KM3_PER_S2 / 2 / energy();
    for (let t = 0; t < 3000; t += 5) {
      const k1 = field(s);
      const k2 = field(add(s, k1, 2.5));
      const k3 = field(add(s, k2, 2.5));
      const k4 = field(add(s, k3, 5));
      s = s.map((value, i) => value + (5 / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!));
    }
    const expected = (-EARTH_MU_KM3_PER_S2 / 2 / energy() - a0) / 3000;
    const got = decayRate_km_per_s({ ...POLAR, altitude_km, density_kg_per_m3: density, dragPerMass_m2_per_kg: 22 * 0.022 });
    measure("drag", {
      case: "rate of altitude, 400 km",
      got,
      expected,
      rel: 1e-3,
      unit: "km/s",
      source: "RK4 of gravity and drag, 3,000 s",
    });
  });

  test("force and energy agree: da/dt = -2 a_d / n", () => {
    const drag = { altitude_km: 567, inclination_deg: 53, density_kg_per_m3: 2.7e-13, dragPerMass_m2_per_kg: 0.3 };
    const n = Math.sqrt(EARTH_MU_KM3_PER_S2 / (EARTH_RADIUS_KM + 567) ** 3);
    expect((decayRate_km_per_s(drag) * 1000 * n) / (-2 * dragDeceleration_m_per_s2(drag))).toBeCloseTo(1, 12);
  });

  // Equator, eastward: 7.6127 - 0.5058 km/s at 500 km; polar: still air.
  test("air turns with the Earth", () => {
    expect(airSpeedRatio({ altitude_km: 500, inclination_deg: 0 })).toBeCloseTo(1 - (7.292115e-5 * 6878.137) / 7.61268, 5);
    expect(airSpeedRatio({ altitude_km: 500, inclination_deg: 90 })).toBeCloseTo(1, 15);
    expect(airSpeedRatio({ altitude_km: 650, inclination_deg: sunSynchronousInclination_deg(650) })).toBeGreaterThan(1);
  });

  test("areas add by what they show; a difference of one per cent costs one per cent", () => {
    expect(
      dragArea_m2([
        { area_m2: 600, ram_frac: 0.175 },
        { area_m2: 10, ram_frac: TUMBLING_PLATE_RAM_FRAC },
      ]),
    ).toBeCloseTo(110, 12);
    expect(dragPerMass_m2_per_kg({ dragCoefficient: 2.2, area_m2: 400, mass_kg: 3000 })).toBeCloseTo(2.2 * 0.13333333, 7);
    expect(differentialDrag_m_per_s_per_yr(9.1, -0.01)).toBeCloseTo(0.091, 12);
    expect(differentialDrift_m(1e-9, 86_400)).toBeCloseTo(11.197, 3);
  });
});

describe("a panel that faces the Sun", () => {
  test("shows the ram the mean of |cos| around the orbit", () => {
    for (const beta of [0, 30, 75, 90]) {
      const turn = Array.from({ length: 3600 }, (_, i) =>
        Math.abs(Math.cos((beta * Math.PI) / 180) * Math.cos(((i + 0.5) * Math.PI) / 1800)),
      );
      expect(sunFacingRam_frac(beta)).toBeCloseTo(turn.reduce((a, b) => a + b, 0) / 3600, 6);
    }
  });

  test("its radiator, edge to the Sun and normal level, shows the mean of |(Sun x radius) . speed| around the orbit", () => {
    for (const beta of [10, 45, 75, 90]) {
      const [s, c] = [Math.sin((beta * Math.PI) / 180), Math.cos((beta * Math.PI) / 180)];
      // Radius x, speed y, orbit normal z; the Sun at (c cos u, c sin u, s): Sun x radius = (0, s, -c sin u).
      const turn = Array.from({ length: 36_000 }, (_, i) => s / Math.hypot(s, c * Math.sin(((i + 0.5) * Math.PI) / 18_000)));
      expect(sunEdgeRam_frac(beta)).toBeCloseTo(turn.reduce((a, b) => a + b, 0) / 36_000, 6);
    }
    expect(sunEdgeRam_frac(0)).toBe(0);
  });

  test("is feathered in a dawn-dusk orbit", () => {
    const year = sunFacingRamYear({ altitude_km: 567, ltan_h: 18, epoch_utc: "2027-01-01", days: 365 });
    measure("drag", {
      case: "ram share of a Sun-facing array, dawn-dusk, mean of the year",
      got: year.mean_frac,
      expected: 0.175,
      abs: 0.0025,
      unit: "frac",
      source: NOTES,
    });
    measure("drag", {
      case: "ram share of a Sun-facing array, dawn-dusk, highest",
      got: year.highest_frac,
      expected: 0.33,
      abs: 0.005,
      unit: "frac",
      source: NOTES,
    });
    const noon = sunFacingRamYear({ altitude_km: 567, ltan_h: 12, epoch_utc: "2027-01-01", days: 365 });
    expect(noon.mean_frac).toBeGreaterThan(0.6);
  });
});
