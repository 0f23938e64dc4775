/** `latencyMax` held against routed times, where users are routed. */
import { beforeAll, describe, expect, test } from "vitest";
import { fly, type Flight } from "../../src/fly/index.ts";
import { routedClasses, routedUsers, servedWhole } from "../../src/run/index.ts";
import { serve, type RoutedTrip } from "../../src/serve/index.ts";
import { size } from "../../src/size/index.ts";
import { scenarioOf } from "../support/scenario.ts";

const SCENARIO = `
dawndusk: 1
name: routed promises
horizon: { start: 2027-Q1, years: 1 yr }
demand: { classes: [{ id: chat, kind: interactive, weeklyUsers: 1 million, latencyMax: 100 ms, users: { regions: [{ id: north, region: canada }] } }] }
ground: { sites: [{ id: texas, site: stargate-abilene, phases: [{ id: hall, online: 2027-Q1, power: 1 MW }] }] }
orbit:
  altitude: 650 km
  factoryRate: 4 /yr
  platform: { server: gb200-nvl72, array: rosa-blanket, bus: starlink-v2-mini-class }
  fleet: { shells: [{ id: s, pattern: walker-delta, altitude: 650 km, inclination: 60 deg, planes: 6, satellitesPerPlane: 8, phasing: 1 }] }
launch: { vehicles: [{ id: falcon-9, vehicle: falcon-9 }] }
network: { relayRate: 1 Gb/s, stations: [{ id: ohio, station: aws-ohio }], routes: { access: users, cities: 1, step: 10 min, days: 0.0416666666666667 } }
simulate: { days: 1, fleetDays: 1 }
`;

const sizing = size(scenarioOf(SCENARIO));
let flight: Flight;
beforeAll(async () => {
  flight = await fly(scenarioOf(SCENARIO), sizing);
});

const trip = (within95_ms: number | null, outage_frac = 0): RoutedTrip => ({ median_ms: 10, p95_ms: 20, within95_ms, outage_frac });
const tierOf = (orbit: RoutedTrip | null, ...set: readonly string[]) =>
  serve(scenarioOf(SCENARIO, ...set), { sizing, flight, routed: { chat: { ground: trip(30), orbit } } }).classes[0]!.tier;

describe("against what is handed in", () => {
  test("in time, too late, and without a way for more than one in twenty", () => {
    expect(tierOf(trip(99)).orbit).toMatchObject({ eligible: true, latency_ms: 99, latencyMedian_ms: 10 });
    expect(tierOf(trip(99)).ground.latency_ms).toBe(30);
    expect(tierOf(trip(101)).orbit).toMatchObject({ eligible: false, why: "round trip of 101.0 ms (95th percentile) is above the 100.0 ms that the class accepts" });
    expect(tierOf(trip(null, 0.2)).orbit).toMatchObject({ eligible: false, why: "20.00 % of its users' requests find no way to a platform (network.routes)" });
    expect(tierOf(null).orbit).toMatchObject({ eligible: false, why: "100.0 % of its users' requests find no way to a platform (network.routes)" });
  });

  test("work that may wait is not closed for its way", () => {
    expect(tierOf(trip(null, 0.2), "demand.classes.chat.kind=batch", "demand.classes.chat.latencyMax=null", "demand.classes.chat.deferralMax=24 h").orbit.eligible).toBe(true);
  });
});

test("a run's promises stand on its own users' ways, to the digit; without routes on the closed form", async () => {
  const scenario = scenarioOf(SCENARIO);
  const users = routedUsers(scenario, { downlink: null })!;
  const { service } = await servedWhole(scenario, { sizing, flight, models: [] });
  const { nearest, ground } = users.classes[0]!.all;
  expect(service.classes[0]!.tier.orbit.latency_ms).toBe(nearest!.within95_ms ?? nearest!.p95_ms);
  expect(service.classes[0]!.tier.ground.latency_ms).toBe(ground!.p95_ms);
  // Of 48 satellites one is above 10 degrees over Toronto most of the time: light alone from 650 to 1,900 km of slant takes 4 to 13 ms there and back, fibre to Ohio some more.
  expect(nearest!.median_ms).toBeGreaterThan((2 * 650) / 299.792458);
  const bare = scenarioOf(SCENARIO, "network.routes=null");
  const closed = serve(bare, { sizing, flight });
  expect((await servedWhole(bare, { sizing, flight, models: [] })).service.classes).toEqual(closed.classes);
  expect(routedClasses(routedUsers(bare, { downlink: null }))).toEqual({});
});
