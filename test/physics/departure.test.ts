import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ascentSpeed_m_per_s, climb, escapeSpeed_m_per_s, geostationaryAltitude_km, heliocentricTransfer, ownWayAboutSun, payloadBeyond_kg, SUN_EARTH_L1_C3_KM2_PER_S2 } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";

const CAPE = 28.5;
const RING = geostationaryAltitude_km();
const ring = (latitude_deg: number) => climb({ altitude_km: RING, inclination_deg: 0, latitude_deg });

describe("climb to the geostationary ring", () => {
  // Industry names transfer orbits by what is left to do: "GTO-1800" from the Cape, "GTO-1500" from Kourou.
  // Closed form by hand: v_a 1,600 m/s (185 x 35,786 km), v_c 3,075 m/s; 28.5 deg: sqrt(1600^2 + 3075^2 - 2 x 1600 x 3075 cos 28.5).
  test("burn at the apogee from the Cape and from Kourou", () => {
    const source = "industry's names of transfer orbits, GTO-1800 and GTO-1500 (user's guides of Falcon 9 and Ariane 5)";
    measure("departure", { case: "apogee burn from 28.5 deg", got: ring(CAPE).insertion_m_per_s, expected: 1800, rel: 0.025, unit: "m/s", source });
    measure("departure", { case: "apogee burn from 5.2 deg", got: ring(5.24).insertion_m_per_s, expected: 1500, rel: 0.025, unit: "m/s", source });
  });

  test("a plane that the pad reaches costs what a direct ascent does", () => {
    const orbit = { altitude_km: 650, inclination_deg: 97.99, latitude_deg: 34.6 };
    const { transfer_m_per_s, insertion_m_per_s } = climb(orbit);
    expect(transfer_m_per_s + insertion_m_per_s).toBeCloseTo(ascentSpeed_m_per_s(orbit), 9);
  });

  test("a lower plane never costs less", () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 90, noNaN: true }), fc.double({ min: 0, max: 90, noNaN: true }), (a, b) => {
      const at = (inclination_deg: number): number => climb({ altitude_km: 2000, inclination_deg, latitude_deg: CAPE }).insertion_m_per_s;
      expect(at(Math.min(a, b))).toBeGreaterThanOrEqual(at(Math.max(a, b)) - 1e-9);
    }));
  });
});

describe("published payloads beyond low orbit, by the last stage alone", () => {
  // Low-orbit payloads and stages as the catalogue has them (src/catalog/vehicles*.ts); transfer and Mars payloads: SpaceX capabilities as
  // copied by space.stackexchange.com q 22444 and infogalactic 'Falcon Heavy'; Ariane: askanews 2023-11-30 (ESA), generation-nt 2022.
  const falcon = { dry_kg: 4300, isp_s: 348 };
  const ariane = { dry_kg: 6000, isp_s: 457 };
  const cases = [
    { name: "Falcon 9 expended", last: falcon, leo_kg: 22_800, from: [200, CAPE, CAPE], gto_kg: 8300, mars_kg: 4020 },
    { name: "Falcon Heavy expended", last: falcon, leo_kg: 63_800, from: [200, CAPE, CAPE], gto_kg: 26_700, mars_kg: 16_800 },
    { name: "Ariane 64", last: ariane, leo_kg: 21_650, from: [300, 6, 5.24], gto_kg: 11_500, mars_kg: null },
    { name: "Ariane 62", last: ariane, leo_kg: 10_350, from: [300, 6, 5.24], gto_kg: 4500, mars_kg: null },
  ] as const;

  // The short form keeps the last stage's start mass, though a lighter payload lets the stages below do more and a longer burn loses
  // more: errors of both signs are its price, and stated.
  test.each(cases)("$name", ({ name, last, leo_kg, from: [altitude_km, inclination_deg, latitude_deg], gto_kg, mars_kg }) => {
    const low = climb({ altitude_km, inclination_deg, latitude_deg });
    const beyond = (speed: number): number => payloadBeyond_kg(last, { referencePayload_kg: leo_kg, extra_m_per_s: speed - low.transfer_m_per_s - low.insertion_m_per_s });
    measure("departure", { case: `${name} to geostationary transfer`, got: beyond(ring(latitude_deg).transfer_m_per_s), expected: gto_kg, rel: 0.25, unit: "kg", source: "published payloads, see test" });
    if (mars_kg === null) return;
    // C3 to Mars of 8 to 12 by year; Hohmann's 8.7 flatters it.
    const mars = escapeSpeed_m_per_s({ c3_km2_per_s2: heliocentricTransfer(1.523679).c3_km2_per_s2, latitude_deg });
    measure("departure", { case: `${name} to Mars`, got: beyond(mars), expected: mars_kg, rel: 0.3, unit: "kg", source: "published payloads, see test" });
    // From the published transfer payload instead, as the plan does where it knows it.
    const onward = payloadBeyond_kg(last, { referencePayload_kg: gto_kg, extra_m_per_s: mars - ring(latitude_deg).transfer_m_per_s });
    measure("departure", { case: `${name} to Mars, from its transfer payload`, got: onward, expected: mars_kg, rel: 0.17, unit: "kg", source: "published payloads, see test" });
  });
});

describe("transfers about the Sun", () => {
  // spacecalcs.com 'Hohmann transfer' (Earth to Mars): 2,942 and 2,657 m/s, 259 days; Curtis, Orbital Mechanics for Engineering Students, chapter 8: v_inf 2.943 km/s.
  test("to Mars", () => {
    const mars = heliocentricTransfer(1.523679);
    const source = "spacecalcs.com, Hohmann transfer Earth to Mars; Curtis, chapter 8";
    measure("departure", { case: "excess to Mars", got: mars.excess_km_per_s, expected: 2.943, rel: 0.002, unit: "km/s", source });
    measure("departure", { case: "arrival at Mars' circle", got: mars.arrival_m_per_s, expected: 2657, rel: 0.01, unit: "m/s", source });
    measure("departure", { case: "way to Mars", got: mars.duration_d, expected: 259, abs: 0.5, unit: "d", source });
  });

  test("the Earth's own circle asks for nothing but escape", () => {
    expect(heliocentricTransfer(1).c3_km2_per_s2).toBe(0);
    expect(heliocentricTransfer(1).arrival_m_per_s).toBe(0);
  });

  // Both ways along one ellipse: what is gained at one end is lost at the other (angular momentum r v is kept).
  test("departure and arrival lie on one ellipse", () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), (r) => {
      const { excess_km_per_s, arrival_m_per_s } = heliocentricTransfer(r);
      const earth = 29.7847;
      const sign = r >= 1 ? 1 : -1;
      const here = earth + sign * excess_km_per_s;
      const there = earth / Math.sqrt(r) - (sign * arrival_m_per_s) / 1000;
      expect(there * r).toBeCloseTo(here, 3);
    }));
  });

  test("escape from a circle at 185 km: (sqrt 2 - 1) v_c above it, turning Earth apart", () => {
    // v_c at 185 km 7.793 km/s (Vallado); on the pole the Earth's turn gives nothing.
    expect(escapeSpeed_m_per_s({ c3_km2_per_s2: 0, latitude_deg: 90 })).toBeCloseTo(7793 * Math.SQRT2, -1);
    expect(escapeSpeed_m_per_s({ c3_km2_per_s2: SUN_EARTH_L1_C3_KM2_PER_S2, latitude_deg: CAPE })).toBeLessThan(escapeSpeed_m_per_s({ c3_km2_per_s2: 0, latitude_deg: CAPE }));
  });

  // Edelbaum 1961: a slow spiral between circles takes the difference of their speeds; Venus 35.02, Earth 29.78 km/s (NASA fact sheets, means).
  test("an electric engine spirals by the difference of the circles' speeds, from escape", () => {
    const own = ownWayAboutSun(0.723332, 2000);
    expect(own.c3_km2_per_s2).toBe(0);
    measure("departure", { case: "spiral to Venus' circle", got: own.platform_m_per_s, expected: 1000 * (35.02 - 29.78), rel: 0.005, unit: "m/s", source: "Edelbaum 1961; mean speeds of NASA's planetary fact sheets" });
    expect(ownWayAboutSun(0.723332, 320).platform_m_per_s).toBe(heliocentricTransfer(0.723332).arrival_m_per_s);
  });
});
