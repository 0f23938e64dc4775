import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groundRoundTrip, relayRoundTrip, stationRoundTrip } from "../../src/serve/latency.ts";
import { USERS } from "../../src/serve/users.ts";

const LIGHT_KM_PER_MS = 299.792458;
const NULL_ISLAND = { latitude_deg: 0, longitude_deg: 0 };
const POLE = { latitude_deg: 90, longitude_deg: 0 };
/** Round trip up to 650 km and along an arc there. */
const arc_ms = (theta_deg: number): number => (2 * (650 + ((6378.137 + 650) * theta_deg * Math.PI) / 180)) / LIGHT_KM_PER_MS;
const polar = { altitude_km: 650, inclination_deg: 90 };
const within = (frac: number, actual: number, expected: number): void => expect(Math.abs(actual / expected - 1)).toBeLessThan(frac);

describe("ground", () => {
  test("the nearest site counts: a quarter of the mean sphere is 10,007.6 km", () => {
    const trip = groundRoundTrip([NULL_ISLAND], { places: [POLE, { latitude_deg: 0, longitude_deg: 180 }], distance_km: null, stretch: 1 });
    // IUGG mean radius 6371.0088 km x pi/2; index 1.468.
    expect(trip.median_ms).toBeCloseTo((2 * 6371.0088 * (Math.PI / 2) * 1.468) / LIGHT_KM_PER_MS, 6);
  });
  test("nearest rank: of a hundred users the 50th and the 95th", () => {
    // 0.01, 0.02 ... 1.00 deg east of the site.
    const users = Array.from({ length: 100 }, (_, i) => ({ latitude_deg: 0, longitude_deg: (i + 1) / 100 }));
    const trip = groundRoundTrip(users, { places: [NULL_ISLAND], distance_km: null, stretch: 2 });
    const degree_ms = (2 * 2 * ((6371.0088 * Math.PI) / 180) * 1.468) / LIGHT_KM_PER_MS;
    expect(trip.median_ms).toBeCloseTo(0.5 * degree_ms, 6);
    expect(trip.p95_ms).toBeCloseTo(0.95 * degree_ms, 6);
  });
  test("the hundred cities from Abilene: median 11,433.5 km, 95 % 14,953.9 km (own numpy run of the same file, unrounded)", () => {
    const trip = groundRoundTrip(USERS, { places: [{ latitude_deg: 32.45, longitude_deg: -99.73 }], distance_km: null, stretch: 2.1 });
    within(1e-3, trip.median_ms, 235.14);
    within(1e-3, trip.p95_ms, 307.54);
  });
  test("more sites are never farther", () => {
    const place = fc.record({ latitude_deg: fc.double({ min: -90, max: 90, noNaN: true }), longitude_deg: fc.double({ min: -180, max: 180, noNaN: true }) });
    fc.assert(fc.property(fc.array(place, { minLength: 1, maxLength: 5 }), place, (places, more) => {
      const [few, many] = [places, [...places, more]].map((list) => groundRoundTrip(USERS, { places: list, distance_km: null, stretch: 1.5 }));
      expect(many!.median_ms).toBeLessThanOrEqual(few!.median_ms);
      expect(many!.p95_ms).toBeLessThanOrEqual(few!.p95_ms);
    }), { numRuns: 50 });
  });
});

describe("orbit over a relay", () => {
  // One user alone meets the grid of 24 phases and 36 nodes bare: the answer is within half a step of it, 1/48 of the way or 2.5 deg.
  const step_ms = (deg: number): number => arc_ms(deg) - arc_ms(0) + 1e-9;
  // A polar orbit passes the pole: the nearest of N is uniform over 0..180/N deg.
  test.each([1, 2, 20])("from the pole to the nearest of %d", (platforms) => {
    const trip = relayRoundTrip([POLE], { ...polar, platforms });
    expect(Math.abs(trip.median_ms - arc_ms(90 / platforms))).toBeLessThanOrEqual(step_ms(3.75 / platforms));
    expect(Math.abs(trip.p95_ms - arc_ms(171 / platforms))).toBeLessThanOrEqual(step_ms(3.75 / platforms));
  });
  // From the equator a full polar ring is as far as its node, uniform over 0..90 deg.
  test("from the equator to a ring", () => {
    const trip = relayRoundTrip([NULL_ISLAND], { ...polar, platforms: 1e4 });
    expect(Math.abs(trip.median_ms - arc_ms(45))).toBeLessThanOrEqual(step_ms(2.5));
    expect(Math.abs(trip.p95_ms - arc_ms(85.5))).toBeLessThanOrEqual(step_ms(2.5));
  });
  test("an equatorial ring is overhead on the equator: light up 650 km and down", () => {
    expect(relayRoundTrip([NULL_ISLAND], { altitude_km: 650, inclination_deg: 0, platforms: 1e6 }).p95_ms).toBeCloseTo(1300 / LIGHT_KM_PER_MS, 3);
  });
  test("a larger fleet is nearer", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 180, noNaN: true }), (platforms, inclination_deg) => {
      const [few, many] = [platforms, platforms + 1].map((n) => relayRoundTrip(USERS.slice(0, 5), { altitude_km: 650, inclination_deg, platforms: n }));
      expect(many!.p95_ms).toBeLessThanOrEqual(few!.p95_ms);
    }), { numRuns: 50 });
  });
});

test("no place to reach, no trip", () => {
  expect(groundRoundTrip(USERS, { places: [], distance_km: null, stretch: 2 })).toEqual({ median_ms: 0, p95_ms: 0 });
  expect(stationRoundTrip(USERS, { places: [], stretch: 2, altitude_km: 650, elevation_deg: 10 })).toEqual({ median_ms: 0, p95_ms: 0 });
});
