/** The network over the days of jobs: clouds over stations, satellites away, ways over other satellites. */
import { describe, expect, test } from "vitest";
import { jobsNetwork } from "../../../src/run/index.ts";
import type { Scenario } from "../../../src/scenario/index.ts";
import { scenarioOf } from "../../support/scenario.ts";
import { daysOf, stagesOf, type Days } from "./days.ts";

const FLEET = `
dawndusk: 1
name: eight over two stations
horizon: { start: 2027-Q1, years: 1 yr }
demand: { classes: [{ id: work, kind: batch, power: 300 kW, deferralMax: 24 h, tiers: orbit }] }
orbit:
  type: circular
  altitude: 1200 km
  inclination: 53 deg
  factoryRate: 8 /yr
  platform: { server: gb200-nvl72, array: rosa-blanket, bus: starlink-v2-mini-class, eclipse: shed }
launch: { vehicles: [{ id: falcon-9, vehicle: falcon-9 }] }
network:
  stationRate: 1 Gb/s
  stations: [{ id: dubai, station: ksat-dubai }, { id: singapore, station: ksat-singapore }]
simulate: { start: 2027-03-20, days: 2 }
serve: { start: 2027-03-20, days: 2, platforms: 8, places: 4, jobs: { length: 2 h, spread: 0 } }
`;

const seen = async (...set: readonly string[]): Promise<Days> => {
  const scenario = scenarioOf(FLEET, ...set);
  return daysOf(scenario, await stagesOf(scenario));
};
const room = ({ simulated }: Days): number => simulated.links!.stations.reduce((sum, { room_B }) => sum + room_B, 0);
const windowOf = (scenario: Scenario) => ({ start_utc_s: scenario.serve!.start_utc_s, days: 3 });

describe("stations, clouds and failures", () => {
  test("two antennas at a gigabit carry what the time in reach says; both closed for good, nothing leaves and the class is late or not done", async () => {
    const open = await seen();
    for (const { room_B, reached_frac, closed_frac } of open.simulated.links!.stations) {
      expect(closed_frac).toBe(0);
      expect(room_B / (reached_frac * 3 * 86_400 * 1.25e8)).toBeCloseTo(1, 12);
    }
    const closed = await seen("network.stations.dubai.up=0.01 h", "network.stations.dubai.down=100000 h", "network.stations.singapore.up=0.01 h", "network.stations.singapore.down=100000 h");
    expect(room(closed)).toBeLessThan(0.01 * room(open));
    expect(open.simulated.classes[0]!.onTime).toBeGreaterThan(0);
    expect(closed.simulated.classes[0]!.onTime).toBe(0);
    // The same jobs were asked for.
    expect(closed.simulated.classes[0]!.wanted_Wh).toBe(open.simulated.classes[0]!.wanted_Wh);
  });

  test("clouds close each station for about the share of time that the downlink found; the same seed closes the same hours", async () => {
    const scenario = scenarioOf(FLEET, "network.downlink={kind: optical, terminal: mynaric-condor-mk3, weatherSpell: 0.5 h}");
    const { service } = await stagesOf(scenario);
    const asked = { service, places: [2, 2, 2, 2], window: { start_utc_s: scenario.serve!.start_utc_s, days: 300 } };
    const { closed_s } = await jobsNetwork(scenario, asked);
    scenario.network.stations.forEach(({ id }, s) => {
      const edges = closed_s![s]!;
      let closed = 0;
      for (let i = 0; i < edges.length; i += 2) closed += edges[i + 1]! - edges[i]!;
      const { available_frac } = service.downlink!.byStation.find((one) => one.id === id)!;
      // 300 days are some thousands of spells: a standard error of a hundredth.
      expect(Math.abs(closed / (300 * 86_400) - (1 - available_frac))).toBeLessThan(0.04);
    });
    expect((await jobsNetwork(scenario, asked)).closed_s).toEqual(closed_s);
  });

  test("by radio, elevation by elevation: the room of one platform over the days that were flown is what the downlink's mean says of them", async () => {
    const days = await seen("serve.platforms=1", "serve.places=1", "simulate.days=3", "network.downlink={kind: radio, frequency: 26 GHz, bandwidth: 500 MHz, eirp: 40 dBW, gOverT: 33 dB/K}");
    // The same three days; acquisition by the minute of a rise, and a percent of rain in spells, stand for their means.
    const { B_per_day, byStation } = days.service.downlink!;
    expect(byStation.every(({ rate_Gbps }) => rate_Gbps > 0.5)).toBe(true);
    expect(Math.abs(room(days) / (3 * B_per_day) - 1)).toBeLessThan(0.03);
  });

  test("satellites that are away half of the time leave half of what the relay carries", async () => {
    const days = await seen("network.relayRate=1 Gb/s", "network.stations=[]", "network.routes={access: users, satelliteUp: 1 h, satelliteDown: 1 h}");
    // Eight platforms at a gigabit over three days; 8 x 72 hours of spells of an hour each.
    expect(Math.abs(days.simulated.links!.relay_B / (8 * 1.25e8 * 3 * 86_400) - 0.5)).toBeLessThan(0.15);
  });
});

describe("ways over other satellites", () => {
  const SHELL = ["orbit.fleet={shells: [{id: ring, pattern: walker-delta, altitude: 1200 km, inclination: 53 deg, planes: 1, satellitesPerPlane: 12, phasing: 0}]}", "simulate.fleetDays=1"] as const;
  const over = async (...set: readonly string[]) => {
    const scenario = scenarioOf(FLEET, ...SHELL, ...set);
    const { over: reached } = await jobsNetwork(scenario, { service: { downlink: null }, places: [2, 2, 2, 2], window: windowOf(scenario) });
    return reached;
  };

  test("a ring whose neighbours are linked reaches a station whenever any of it does; without links nothing is reached over others", async () => {
    expect(await over("network.routes={links: none}")).toBeNull();
    const reached = (await over("network.routes={links: grid, step: 5 min}"))!;
    // All places of one linked shell reach the same stations at once.
    for (const place of reached) for (const id of ["dubai", "singapore"]) expect(Array.from(place[id]!)).toEqual(Array.from(reached[0]![id]!));
    // Streets of coverage (Wertz & Larson 1999, section 7.2): at 1,200 km and 10 degrees a satellite reaches 24.0 degrees of arc, twelve in a ring at
    // least 19.0 on both sides of their plane. A station at 25.25 north has a plane of 53 degrees within those for 32.8 to 43.7 % of a turn.
    const share = reached[0]!["dubai"]!.reduce((a, b) => a + b, 0) / reached[0]!["dubai"]!.length;
    expect(share).toBeGreaterThan(0.328);
    expect(share).toBeLessThan(0.437);
  });
});
