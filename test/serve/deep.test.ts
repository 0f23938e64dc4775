import { describe, expect, test } from "vitest";
import { deepRoundTrip, ringRoundTrip, stationRate_Gbps } from "../../src/serve/deep.ts";
import type { PlatformSizing } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const orbitOf = (...set: readonly string[]) => scenarioOf(RACK, "orbit.altitude=null", ...set);
const EQUATOR = [{ latitude_deg: 0, longitude_deg: 0 }];

describe("light time", () => {
  test("geostationary overhead: 2 x 35,786 km; from the other side round the sphere", () => {
    const ring = { altitude_km: 35_786.03, longitude_deg: 0, platforms: 1 };
    measure("serve-deep", { case: "geostationary overhead, there and back", got: ringRoundTrip(EQUATOR, ring).median_ms, expected: (2 * 35_793.2) / 299.792458, rel: 1e-5, unit: "ms", source: "altitude over the mean sphere of 6,371 km / c" });
    // Tangent 41,680 km and 180 - 81.3 deg of the sphere, 10,974 km.
    const far = ringRoundTrip([{ latitude_deg: 0, longitude_deg: 180 }], ring).median_ms;
    measure("serve-deep", { case: "geostationary from the antipode", got: far, expected: (2 * (Math.sqrt(42_164.17 ** 2 - 6371.009 ** 2) + 6371.009 * (Math.PI - Math.acos(6371.009 / 42_164.17)))) / 299.792458, rel: 1e-6, unit: "ms", source: "tangent and arc" });
    // Three evenly spaced: nobody on the equator is farther than 60 deg.
    expect(ringRoundTrip([{ latitude_deg: 0, longitude_deg: 180 }], { ...ring, platforms: 3 }).median_ms).toBeLessThan(far);
  });

  test("L1: 10 s there and back", () => {
    const trip = deepRoundTrip(EQUATOR, { orbit: orbitOf("orbit.type=sun-earth-l1").orbit!, stations: [], stretch: 2 });
    measure("serve-deep", { case: "L1 there and back", got: trip.median_ms / 1000, expected: 10, rel: 0.002, unit: "s", source: "1,497,621 km (Szebehely) / c = 4.996 s" });
  });

  test("0.5 au over twenty years: half at less than the distance of a right angle, 95 % under nearly 1.5 au", () => {
    const orbit = orbitOf("orbit.type=heliocentric", "orbit.solarDistance=0.5 au", "orbit.life=20 yr").orbit!;
    const trip = deepRoundTrip(EQUATOR, { orbit, stations: [], stretch: 2 });
    measure("serve-deep", { case: "0.5 au, median there and back", got: trip.median_ms / 1000, expected: 2 * 499.005 * Math.sqrt(1.25), rel: 0.005, unit: "s", source: "sqrt(1 + r^2) at a right angle" });
    measure("serve-deep", { case: "0.5 au, 95th percentile", got: trip.p95_ms / 1000, expected: 2 * 499.005 * Math.sqrt(1.25 - Math.cos(0.95 * Math.PI)), rel: 0.005, unit: "s", source: "phase of 171 deg" });
  });
});

describe("rate of a link", () => {
  test("NASA's optical terminal on Psyche: 267 Mb/s at 33 million miles, 6.25 at 240 million", () => {
    // A place 240 million miles away for a whole life: 1 au, phase 180 deg would be 186; at 1.58185 au in opposition to the Sun, kept by a short life.
    const au = 240 * 1.609344e6 / 149_597_870.7 - 1;
    const scenario = orbitOf("orbit.type=heliocentric", `orbit.solarDistance=${au} au`, "orbit.phase=180 deg", "orbit.life=0.25 yr", "network.stationRate=0.267 Gb/s", `network.rateDistance=${33 * 1.609344e6} km`);
    const got = stationRate_Gbps(scenario, { orbit: { altitude_km: null } } as unknown as PlatformSizing);
    measure("serve-deep", { case: "Psyche's downlink from 240 million miles", got: 1000 * got, expected: 6.25, rel: 0.25, unit: "Mb/s", source: "NASA via executivegov.com, 2024-10-04" });
  });

  test("as written without a distance, and up to it", () => {
    const platform = { orbit: { altitude_km: null } } as unknown as PlatformSizing;
    expect(stationRate_Gbps(orbitOf("orbit.type=sun-earth-l1"), platform)).toBe(1);
    expect(stationRate_Gbps(orbitOf("orbit.type=sun-earth-l1", "network.rateDistance=2000000 km"), platform)).toBe(1);
    // 2,000 km against 1.4976 million: (1/748.8)^2.
    expect(stationRate_Gbps(orbitOf("orbit.type=sun-earth-l1", "network.rateDistance=2000 km"), platform)).toBeCloseTo(1.7835e-6, 9);
  });
});
