import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { earthDistance_au, heliocentricPlace_km, julianDate, lightTimes_s, phaseAfter_deg, sunAt, sunEarthL1Place_km } from "../../src/physics/index.ts";
import { ASTRONOMICAL_UNIT_KM } from "../../src/units/index.ts";

const START = julianDate("2027-01-01");
const length = (v: readonly number[]): number => Math.hypot(...v);

describe("seen from the Earth", () => {
  test("L1 lies towards the Sun, 1.47 to 1.52 million km away over the year", () => {
    // 1,497,621 km at 1 au (Szebehely's series, test/physics/constellation) times 0.9833 and 1.0167.
    const year = Array.from({ length: 366 }, (_, day) => length(sunEarthL1Place_km(START + day)));
    expect(Math.min(...year)).toBeCloseTo(1_497_621 * 0.98331, -3);
    expect(Math.max(...year)).toBeCloseTo(1_497_621 * 1.01668, -3);
    const place = sunEarthL1Place_km(START + 40);
    const { direction_mod } = sunAt(START + 40);
    expect(place.reduce((sum, x, i) => sum + x * direction_mod[i]!, 0) / length(place)).toBeCloseTo(1, 12);
  });

  test("a platform at phase 0 lies on the line to the Sun; one at half a turn behind it", () => {
    const at = (phase_deg: number) => heliocentricPlace_km({ radius_au: 0.7, phase_deg, start_jd: START }, START);
    const sun = sunAt(START);
    expect(length(at(0)) / ASTRONOMICAL_UNIT_KM).toBeCloseTo(sun.distance_au - 0.7, 9);
    expect(length(at(180)) / ASTRONOMICAL_UNIT_KM).toBeCloseTo(sun.distance_au + 0.7, 9);
  });

  test("the ring at 1 au keeps its place to the Earth but for the Earth's ellipse", () => {
    // The equation of the centre swings the Earth by up to 1.92 deg from a circle's motion, 0.0335 au at right angles.
    const circle = earthDistance_au({ radius_au: 1, phase_deg: 60 });
    for (let day = 0; day < 366; day += 7) {
      const real = length(heliocentricPlace_km({ radius_au: 1, phase_deg: 60, start_jd: START }, START + day)) / ASTRONOMICAL_UNIT_KM;
      expect(Math.abs(real - circle)).toBeLessThan(0.06);
    }
  });
});

describe("light time over a life", () => {
  test("0.5 au: between half and one and a half of 499 s, mean as the ellipse integral has it", () => {
    const all = lightTimes_s({ radius_au: 0.5, phase_deg: 0 }, 20);
    const mean = all.reduce((a, b) => a + b, 0) / all.length;
    // Mean of sqrt(1 + r^2 - 2 r cos p) over p = 1 + r^2/4 + r^4/64 + r^6/256 + ... (2 (1 + r) E/pi by series): 1.06354 au for r = 1/2.
    expect(mean / 499.005).toBeCloseTo(1.06354, 4);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0.5 * 499);
    expect(Math.max(...all)).toBeLessThanOrEqual(1.5 * 499.01);
  });

  test("Venus laps the Earth every 583.9 days", () => {
    const day_yr = 1 / 365.25;
    expect(phaseAfter_deg({ radius_au: 0.723332, phase_deg: 0 }, 583.92 * day_yr)).toBeCloseTo(360, 0);
  });

  test("never nearer than |1 - r|, never farther than 1 + r", () => {
    fc.assert(fc.property(fc.double({ min: 0.05, max: 50, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }), (radius_au, phase_deg) => {
      const d = earthDistance_au({ radius_au, phase_deg });
      expect(d).toBeGreaterThanOrEqual(Math.abs(1 - radius_au) * (1 - 1e-12));
      expect(d).toBeLessThanOrEqual((1 + radius_au) * (1 + 1e-12));
    }));
  });
});
