import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  apportion,
  circularOrbit,
  filedPlanes,
  filedSatellites,
  geostationaryRing,
  heliocentricRing,
  julianDate,
  lightTime_s,
  ltanDrift_min_per_yr,
  planeLight,
  positionAt_km,
  raanFromLtan_deg,
  shadowYear,
  solarFlux_W_per_m2,
  sunEarthL1_km,
  sunFacingPlate_K,
  sunSynchronousInclination_deg,
  sunSynchronousPlanes,
  walkerDelta,
  walkerStar,
} from "../../src/physics/index.ts";
import type { FiledShells, Plane } from "../../src/physics/index.ts";
import { ASTRONOMICAL_UNIT_KM, SUN_OVER_EARTH_MOON } from "../../src/units/index.ts";
import { goldenJson } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";

const NOTES = "project notes on orbits (own program: J2, Almanac Sun), 2026-11";
const YEAR = { epoch_utc: "2027-01-01", days: 365 };
const total = (planes: readonly Plane[]): number => planes.reduce((sum, plane) => sum + plane.satellites, 0);

describe("Walker", () => {
  // Galileo, 56 deg: 24/3/1. Its reference slots are at node + 120 (plane - 1) and u + 45 (slot - 1) + 15 (plane - 1) degrees (European GNSS Service Centre).
  test("delta: Galileo's reference constellation", () => {
    const planes = walkerDelta({ altitude_km: 23_222, inclination_deg: 56, satellites: 24, planes: 3, phasing: 1, raan_deg: 317.632 });
    expect(planes.map((plane) => plane.satellites)).toEqual([8, 8, 8]);
    [317.632, 77.632, 197.632].forEach((node, k) => expect(planes[k]!.raan_deg).toBeCloseTo(node, 9));
    [0, 15, 30].forEach((phase, k) => expect(planes[k]!.phase_deg).toBeCloseTo(phase, 9));
  });

  // Iridium, 86.4 deg: 66/6/2 star; nodes 30 deg apart, satellites 360/11 apart, planes by 2 x 360/66 (test of space_base "beyond", test_constellation).
  test("star: Iridium", () => {
    const planes = walkerStar({ altitude_km: 780, inclination_deg: 86.4, satellites: 66, planes: 6, phasing: 2, raan_deg: 0 });
    expect(planes.map((plane) => Math.round(plane.raan_deg * 1e9) / 1e9)).toEqual([0, 30, 60, 90, 120, 150]);
    expect(planes[0]!.satellites).toBe(11);
    expect(planes[1]!.phase_deg).toBeCloseTo(10.909090909, 8);
  });

  test("the planes of a delta are alike", () => {
    const distances = (planes: readonly Plane[]): string[] => {
      const places = planes.flatMap((plane) =>
        Array.from({ length: plane.satellites }, (_, k) =>
          positionAt_km(circularOrbit({ ...plane, argumentOfLatitude_deg: plane.phase_deg + (360 * k) / plane.satellites }), 0),
        ),
      );
      // F = 0: a turn about the pole takes each plane into the next.
      return planes.map((_, p) => {
        const at = places[p * planes[0]!.satellites]!;
        return places
          .map(([x, y, z]) => Math.round(Math.hypot(x - at[0], y - at[1], z - at[2])))
          .toSorted((a, b) => a - b)
          .join();
      });
    };
    const planes = walkerDelta({ altitude_km: 550, inclination_deg: 53, satellites: 60, planes: 5, phasing: 0, raan_deg: 12 });
    expect(new Set(distances(planes)).size).toBe(1);
  });

  test("refuses what does not divide", () => {
    const walker = { altitude_km: 550, inclination_deg: 53, satellites: 24, planes: 3, phasing: 1, raan_deg: 0 };
    expect(() => walkerDelta({ ...walker, satellites: 25 })).toThrow(/satellites 25 do not divide into planes 3/);
    expect(() => walkerDelta({ ...walker, phasing: 3 })).toThrow(/phasing 3/);
    expect(() => walkerStar({ ...walker, planes: 0 })).toThrow(/planes 0/);
  });
});

describe("sun-synchronous planes", () => {
  const jd = julianDate("2027-03-20");

  test("half at 6 h, half at 18 h: opposite nodes, one inclination, everybody placed", () => {
    const planes = sunSynchronousPlanes({
      altitude_km: 650,
      satellites: 1001,
      jd,
      mix: [
        { ltan_h: 6, share: 1 },
        { ltan_h: 18, share: 1 },
      ],
    });
    expect(planes.map((plane) => plane.satellites)).toEqual([501, 500]);
    expect(Math.abs(planes[1]!.raan_deg - planes[0]!.raan_deg)).toBeCloseTo(180, 9);
    expect(planes[0]!.inclination_deg).toBe(sunSynchronousInclination_deg(650));
    expect(planes[1]!.raan_deg).toBe(raanFromLtan_deg({ ltan_h: 18, jd }));
  });

  test("such a fleet never loses both halves: the worst day of the mix is better than that of either", () => {
    const at = (ltan_h: number, epoch_utc: string) =>
      shadowYear({ altitude_km: 650, ltan_h, epoch_utc, days: 1 }).worstDayOutsideUmbra_frac;
    const dates = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10));
    const mixed = dates.map((date) => (at(6, date) + at(18, date)) / 2);
    expect(Math.min(...mixed)).toBeGreaterThan(0.9);
    for (const date of dates) expect(Math.max(at(6, date), at(18, date))).toBe(1);
  });
});

test("parts are whole, all given out, each within one of its share", () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 50 }).filter((w) => w.some((x) => x > 0)),
      (whole, weights) => {
        const parts = apportion(whole, weights);
        const sum = weights.reduce((a, b) => a + b, 0);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(whole);
        parts.forEach((part, i) => expect(Math.abs(part - (whole * weights[i]!) / sum)).toBeLessThan(1));
      },
    ),
  );
  expect(() => apportion(10, [0, 0])).toThrow(/sum above 0/);
  expect(() => apportion(10, [2, -1])).toThrow(/negative/);
});

describe("the million-satellite filing", () => {
  const filing = goldenJson<{ about: string; shells: FiledShells[] }>("./physics/filed-shells.json");
  const fleet = { rows: filing.shells, cap: 1_000_000, jd: julianDate("2027-01-01"), ltans_h: [6, 18] };
  const source = "SpaceX FCC SAT-LOA-20260108-00016, Schedule S";

  test("rows sum to 1,198,120 and are capped at 1,000,000, in 1,908 planes", () => {
    measure("constellation", {
      case: "satellites of all filed rows",
      got: fleet.rows.reduce((sum, row) => sum + filedSatellites(row), 0),
      expected: 1_198_120,
      abs: 0,
      unit: "",
      source,
    });
    const planes = filedPlanes(fleet);
    measure("constellation", { case: "satellites under the cap", got: total(planes), expected: 1_000_000, abs: 0, unit: "", source });
    expect(planes.length).toBe(10 * 30 + 10 * 2 + 25 * 30 + 22 * 2 + 25 * 30 + 22 * 2);
    expect(total(filedPlanes({ ...fleet, cap: 2_000_000 }))).toBe(1_198_120);
  });

  test("each row keeps its share, its altitudes and its inclinations", () => {
    const planes = filedPlanes(fleet);
    let at = 0;
    for (const row of fleet.rows) {
      const own = planes.slice(at, (at += row.shells * row.planes));
      const share = (filedSatellites(row) * 1_000_000) / 1_198_120;
      expect(Math.abs(total(own) - share)).toBeLessThanOrEqual(own.length);
      const range = (of: (plane: Plane) => number) => [Math.min(...own.map(of)), Math.max(...own.map(of))];
      expect(range((plane) => plane.altitude_km)).toEqual([row.altitude_km].flat());
      const filedInclination = [row.inclination_deg].flat();
      expect(range((plane) => plane.inclination_deg)).toEqual([filedInclination[0], filedInclination.at(-1)]);
    }
  });

  // 565-585 and 967-1002 km are filed at sun-synchronous inclinations; 707-744 km at 97.2 deg is not: 98.3 deg would be.
  test("whether the retrograde rows keep their local time", () => {
    const drift = ([low, high]: readonly [number, number], inclination_deg: number) =>
      ltanDrift_min_per_yr({ altitude_km: (low + high) / 2, inclination_deg });
    const retrograde = fleet.rows.filter((row) => typeof row.inclination_deg === "number" && row.inclination_deg > 90);
    const drifts = retrograde.map((row) => drift(row.altitude_km as [number, number], row.inclination_deg as number));
    expect(Math.abs(drifts[0]!)).toBeLessThan(5);
    expect(Math.abs(drifts[2]!)).toBeLessThan(5);
    expect(drifts[1]!).toBeLessThan(-150);
  });

  test("refuses planes without a local time", () => {
    expect(() => filedPlanes({ ...fleet, ltans_h: [6] })).toThrow(/1 local times for 2 planes/);
  });
});

describe("light of a plane", () => {
  test.each([
    [550, 53, 0.689],
    [559, 30, 0.647],
    [702, 30, 0.663],
  ])("Walker %d km, %d deg", (altitude_km, inclination_deg, expected) => {
    const nodes = Array.from({ length: 12 }, (_, k) => 30 * k);
    const lights = nodes.map((raan_deg) => planeLight({ altitude_km, inclination_deg, raan_deg, ...YEAR }));
    const mean = lights.reduce((sum, light) => sum + light.umbra.sunlit_frac, 0) / nodes.length;
    measure("constellation", {
      case: `sunlit, Walker ${altitude_km} km ${inclination_deg} deg`,
      got: mean,
      expected,
      abs: 0.003,
      unit: "frac",
      source: NOTES,
    });
  });

  test("longest shadow at 550 km, 53 deg", () => {
    const light = planeLight({ altitude_km: 550, inclination_deg: 53, raan_deg: 0, ...YEAR });
    measure("constellation", {
      case: "longest shadow, 550 km 53 deg",
      got: light.cylinder.longest_min,
      expected: 35.6,
      abs: 0.05,
      unit: "min",
      source: NOTES,
    });
    expect(light.umbra.longest_min).toBeLessThan(light.cylinder.longest_min);
    expect(light.shadow.longest_min).toBeGreaterThan(light.cylinder.longest_min);
  });

  test("the geostationary seasons", () => {
    const ring = geostationaryRing(36);
    measure("constellation", {
      case: "geostationary altitude",
      got: ring.altitude_km,
      expected: 35_786,
      abs: 1,
      unit: "km",
      source: "Vallado 2013, table D-3: a = 42,164 km",
    });
    // Asked once a day; by the quarter hour the two seasons last 90.7 days.
    const { cylinder } = planeLight({ ...ring, ...YEAR });
    measure("constellation", {
      case: "geostationary, longest shadow",
      got: cylinder.longest_min,
      expected: 69.4,
      abs: 0.05,
      unit: "min",
      source: NOTES,
    });
    measure("constellation", {
      case: "geostationary, days with shadow",
      got: cylinder.daysWith,
      expected: 91,
      abs: 1,
      unit: "d",
      source: NOTES,
    });
    measure("constellation", {
      case: "geostationary, sunlit",
      got: cylinder.sunlit_frac,
      expected: 0.9906,
      abs: 5e-5,
      unit: "frac",
      source: NOTES,
    });
  });

  test("agrees with the sun-synchronous year", () => {
    const jd = julianDate(YEAR.epoch_utc);
    const plane = { altitude_km: 650, inclination_deg: sunSynchronousInclination_deg(650), raan_deg: raanFromLtan_deg({ ltan_h: 18, jd }) };
    const known = shadowYear({ altitude_km: 650, ltan_h: 18, ...YEAR });
    const light = planeLight({ ...plane, ...YEAR });
    expect(light.umbra.sunlit_frac).toBeCloseTo(known.annualSunlitOutsideUmbra_frac, 9);
    expect(light.shadow.longest_min).toBeCloseTo(known.longestShadow_min, 6);
    expect(light.umbra.worstDaySunlit_frac).toBeCloseTo(known.worstDayOutsideUmbra_frac, 9);
    expect(() => planeLight({ ...plane, epoch_utc: "2027-01-01", days: 0 })).toThrow(/days 0/);
  });
});

describe("about the Sun", () => {
  test.each([
    [1, 331],
    [0.5, 468],
    [0.387, 532],
  ])("black plate at %d au", (r, expected) => {
    const got = sunFacingPlate_K({ flux_W_per_m2: solarFlux_W_per_m2(r), absorptance_frac: 1, emittance_frac: 1 });
    measure("constellation", { case: `two-sided plate at ${r} au`, got, expected, abs: 0.5, unit: "K", source: NOTES });
  });

  test("light time, period and spacing of a ring", () => {
    const ring = heliocentricRing({ radius_au: 0.5, satellites: 6 });
    measure("constellation", {
      case: "light time of 1 au",
      got: lightTime_s(1),
      expected: 499.004784,
      abs: 1e-6,
      unit: "s",
      source: "IAU 2012 au over c: 499.004784 s (Astronomical Almanac, K6)",
    });
    measure("constellation", {
      case: "least light time from 0.5 au",
      got: ring.lightTimeLeast_s,
      expected: 0.5 * 499.004784,
      abs: 1e-6,
      unit: "s",
      source: "|1 - r| au",
    });
    measure("constellation", {
      case: "largest light time from 0.5 au",
      got: ring.lightTimeMost_s,
      expected: 1.5 * 499.004784,
      abs: 1e-6,
      unit: "s",
      source: "(1 + r) au",
    });
    // Mercury's and the Earth's mean distances, periods and speeds (NASA fact sheets): 0.387098 au, 87.969 d, 47.36 km/s; 1 au, 365.256 d, 29.78 km/s.
    const mercury = heliocentricRing({ radius_au: 0.387098, satellites: 1 });
    measure("constellation", {
      case: "period at Mercury's distance",
      got: mercury.period_d,
      expected: 87.969,
      abs: 0.001,
      unit: "d",
      source: "NASA planetary fact sheet",
    });
    measure("constellation", {
      case: "speed at the Earth's distance",
      got: heliocentricRing({ radius_au: 1, satellites: 1 }).speed_km_per_s,
      expected: 29.78,
      abs: 0.01,
      unit: "km/s",
      source: "NASA planetary fact sheet",
    });
    expect(ring.spacing_km).toBeCloseTo(0.5 * ASTRONOMICAL_UNIT_KM, 3);
    expect(ring.flux_W_per_m2).toBe(4 * 1361);
    // 1 TW at 30 % takes 2.4e9 m2 at 1 au.
    measure("constellation", {
      case: "area of 1 TW at 30 %, 1 au",
      got: 1e12 / (0.3 * solarFlux_W_per_m2(1)),
      expected: 2.4e9,
      rel: 0.025,
      unit: "m2",
      source: NOTES,
    });
  });

  test("L1", () => {
    // Szebehely's series in (m / (3 (1 - m)))^(1/3), here to the fourth order: a - a^2/3 - a^3/9 - 23 a^4/81.
    const a = Math.cbrt(1 / (3 * SUN_OVER_EARTH_MOON));
    const series = a - a ** 2 / 3 - a ** 3 / 9 - (23 * a ** 4) / 81;
    measure("constellation", {
      case: "distance of L1 over 1 au",
      got: sunEarthL1_km() / ASTRONOMICAL_UNIT_KM,
      expected: series,
      rel: 1e-6,
      unit: "",
      source: "Szebehely 1967, series",
    });
    measure("constellation", {
      case: "light time to L1",
      got: lightTime_s(sunEarthL1_km() / ASTRONOMICAL_UNIT_KM),
      expected: 5,
      abs: 0.05,
      unit: "s",
      source: NOTES,
    });
    // The constant from its parts (IAU 2009, TDB-compatible).
    expect(1.32712440041e20 / (3.986004356e14 * (1 + 1.23000371e-2)) / SUN_OVER_EARTH_MOON).toBeCloseTo(1, 8);
  });

  test("refuses a ring at nothing", () => {
    expect(() => heliocentricRing({ radius_au: 0, satellites: 3 })).toThrow(/radius_au is 0/);
    expect(() => heliocentricRing({ radius_au: 1, satellites: 0 })).toThrow(/satellites 0/);
  });
});
