import { describe, expect, test } from "vitest";
import { destinationOf } from "../../../src/plan/case/destination.ts";
import { ascentSpeed_m_per_s, heliocentricTransfer } from "../../../src/physics/index.ts";
import { liftOf } from "../../../src/plan/case/lift.ts";
import { size } from "../../../src/size/index.ts";
import { measure } from "../../golden/measure.ts";
import { RACK, scenarioOf } from "../../support/scenario.ts";

const CAPE = 28.5;
const HALL_S = 2000;
const orbitOf = (...set: readonly string[]) => scenarioOf(RACK, ...set).orbit!;
const to = (set: readonly string[], isp_s = HALL_S) => destinationOf(orbitOf("orbit.altitude=null", ...set), { altitude_km: null, inclination_deg: 0, latitude_deg: CAPE, isp_s });

describe("where a vehicle lets platforms go", () => {
  test("in low orbit the speed is the direct ascent's", () => {
    const shell = { altitude_km: 650, inclination_deg: 97.99, latitude_deg: CAPE };
    expect(destinationOf(orbitOf(), { ...shell, isp_s: HALL_S }).speed_m_per_s).toBeCloseTo(ascentSpeed_m_per_s(shell), 9);
  });

  test("whoever burns last, the ring takes the same in all from chemical engines", () => {
    const vehicle = to(["orbit.type=geostationary", "orbit.insertion=vehicle"], 320);
    const platform = to(["orbit.type=geostationary", "orbit.insertion=platform"], 320);
    // GTO-1800 from the Cape.
    expect(vehicle.speed_m_per_s - platform.speed_m_per_s).toBeGreaterThan(1800);
    expect(vehicle.speed_m_per_s - platform.speed_m_per_s).toBeLessThan(1850);
    expect(platform.nameOf()).toBe("a geostationary transfer orbit with 1,837 m/s left to the platform");
  });

  test("L1 asks for a hair less than escape; 1 au for escape itself", () => {
    const l1 = to(["orbit.type=sun-earth-l1"]).speed_m_per_s;
    const ring = to(["orbit.type=heliocentric", "orbit.solarDistance=1 au"]).speed_m_per_s;
    // d(v^2) = 0.7 km2/s2 at 11.02 km/s: 32 m/s, and the turning Earth.
    expect(ring - l1).toBeGreaterThan(25);
    expect(ring - l1).toBeLessThan(40);
  });

  test("about the Sun: with a chemical platform the vehicle gives Hohmann's C3, with an electric one escape", () => {
    const set = ["orbit.type=heliocentric", "orbit.solarDistance=0.7 au"];
    const chemical = to(set, 320);
    expect(chemical.nameOf()).toMatch(new RegExp(`C3 ${heliocentricTransfer(0.7).c3_km2_per_s2.toFixed(3)}`));
    expect(to(set).nameOf()).toMatch(/C3 0 km2\/s2, 5,81\d m\/s left to the platform/);
    expect(to([...set, "orbit.insertion=vehicle"]).speed_m_per_s).toBeGreaterThan(chemical.speed_m_per_s);
  });
});

describe("what a vehicle lifts beyond low orbit", () => {
  const lift_kg = (vehicle: string, ...set: readonly string[]): number => {
    const scenario = scenarioOf(RACK, "orbit.altitude=null", `launch.vehicles.falcon-9.vehicle=${vehicle}`, ...set);
    return liftOf(scenario, { vehicle: scenario.launch.vehicles[0]!, platform: size(scenario).platform! }).payload_kg;
  };

  test("to the transfer orbit: the maker's own figure", () => {
    expect(lift_kg("falcon-9-expendable", "orbit.type=geostationary")).toBeCloseTo(8300, 6);
    expect(lift_kg("falcon-heavy", "orbit.type=geostationary")).toBeCloseTo(26_700, 6);
  });

  const circle_kg = (vehicle: string, altitude_km: number, inclination_deg: number): number =>
    lift_kg(vehicle, "orbit.type=circular", `orbit.altitude=${altitude_km} km`, `orbit.inclination=${inclination_deg} deg`);

  test.each(["falcon-heavy", "falcon-9-expendable", "falcon-9"])("%s: the ring is the ring, written as a circle of 35,786 km or as geostationary", (vehicle) => {
    const ring_kg = lift_kg(vehicle, "orbit.type=geostationary", "orbit.insertion=vehicle");
    expect(circle_kg(vehicle, 35_786.0345, 0) / ring_kg).toBeCloseTo(1, 5);
  });

  test("a high circle is the maker's transfer payload less the burn at its apogee", () => {
    // SpaceX, Falcon Heavy: 26,700 kg to the transfer orbit; vis-viva by hand: v_a = 1.5958, v_c = 3.0747 km/s; stage 4.3 t, 348 s.
    const expected = (26_700 + 4300) * Math.exp(-(3074.7 - 1595.8) / (9.80665 * 348)) - 4300;
    measure("plan-lift", { case: "Falcon Heavy to a circle of 35,786 km, 28.61 deg", got: circle_kg("falcon-heavy", 35_786, 28.61), expected, rel: 0.001, unit: "kg", source: "maker's 26,700 kg to the transfer orbit and vis-viva" });
  });

  test("Falcon 9 over the poles: within 6 % of the heaviest flown with a landing", () => {
    // der-orion.com, launch log: Starlink 3-1 (2022-07-11), 46 satellites to 308 x 320 km, 97.6 deg, booster landed; Starlink 4-23 (2022-08-28), 54 of the same, over 16.7 t.
    measure("plan-lift", { case: "Falcon 9, 314 km, 97.6 deg, booster landed", got: circle_kg("falcon-9", 314, 97.6), expected: (46 / 54) * 16_700, rel: 0.06, unit: "kg", source: "Starlink 3-1, by the mass of Starlink 4-23 (der-orion.com, 2022)" });
  });

  test("low circles start from the low orbit, and higher is never more", () => {
    // As quoted: 63,800 kg to 200 km, 28.7 deg.
    expect(circle_kg("falcon-heavy", 200, 28.7)).toBeCloseTo(63_800, 6);
    const payloads = [200, 650, 1500, 2500, 3000, 3500, 4000, 6000, 10_000, 20_000, 36_000].map((altitude_km) => circle_kg("falcon-heavy", altitude_km, 28.7));
    expect(payloads).toEqual([...payloads].sort((a, b) => b - a));
  });
});
