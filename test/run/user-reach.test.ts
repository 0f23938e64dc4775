/** What a scenario has routed, against the command that routes the same network otherwise built; weather, failures, and images by hand. */
import { describe, expect, test } from "vitest";
import type { Service } from "../../src/serve/index.ts";
import { compileEvaluator, evaluatorBase, OUTCOMES, run, userReach, type UserReach } from "../../src/run/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { scenarioOf } from "../support/scenario.ts";
import { say } from "../cli/command-line.ts";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";

const ROUTED = `
dawndusk: 1
name: routed
horizon: { start: 2027-Q1, years: 1 yr }
demand: { classes: [{ id: chat, kind: interactive, weeklyUsers: 1 million, users: { regions: [{ id: north, region: canada }] } }] }
ground: { sites: [{ id: texas, site: stargate-abilene, phases: [{ id: hall, online: 2027-Q1, power: 1 MW }] }] }
orbit:
  altitude: 650 km
  factoryRate: 4 /yr
  platform: { server: gb200-nvl72, array: rosa-blanket, bus: starlink-v2-mini-class }
  fleet: { shells: [{ id: s, pattern: walker-delta, altitude: 650 km, inclination: 60 deg, planes: 6, satellitesPerPlane: 8, phasing: 1 }] }
launch: { vehicles: [{ id: falcon-9, vehicle: falcon-9 }] }
network:
  stations: [{ id: ohio, station: aws-ohio }]
  downlink: { weatherSpell: 3 h }
  routes: { access: users, cities: 1, step: 10 min, days: 0.0416666666666667, made: 1 Gb/s, image: 500 MB, work: 1 Wh, kept: 10 %, store: 10 TB }
simulate: { start: 2027-01-01 }
`;

type Weather = readonly { readonly id: string; readonly available_frac: number; readonly rate_Gbps: number }[];
const reachOf = (weather: Weather | null, ...set: readonly string[]): UserReach => {
  const scenario = scenarioOf(ROUTED, ...set);
  const downlink = weather === null ? null : { byStation: weather };
  return userReach(scenario, { downlink, replay: { quarter: scenario.horizon.start_quarter } } as unknown as Service)!;
};
const clear = (available_frac: number): Weather => [{ id: "ohio", available_frac, rate_Gbps: 2 }];

describe("routes", () => {
  test("to a given satellite: the longest trip that `latency` finds over the same fleet, grid and gate", async () => {
    const folder = mkdtempSync(`${tmpdir()}/dawndusk-routes-`);
    try {
      const path = `${folder}/scenario.yaml`;
      writeFileSync(path, ROUTED);
      const { out } = await say(["latency", "Toronto", "s plane 1 satellite 1", "--scenario", path, "--hours", "1", "--step", "10 min", "--relay", "ohio", "--json", "--quiet"]);
      const { satellites, roundTrip_ms } = JSON.parse(out) as { satellites: { max_ms: number; min_ms: number }; roundTrip_ms: readonly (number | null)[] };
      expect(roundTrip_ms.length).toBe(6);
      const own = reachOf(null, "network.pathStretch=10").classes[0]!.all.given!;
      if (roundTrip_ms.every((ms) => ms !== null)) expect(own.outage_frac).toBe(0);
      expect(own.p95_ms).toBeCloseTo(satellites.max_ms, 6);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("without access by users or stations nobody reaches orbit; a closed station moves nothing, an open one as much as without weather", () => {
    expect(reachOf(clear(0), "network.routes.access=stations").classes[0]!.all.nearest).toBeNull();
    const moved = (weather: Weather | null): number => reachOf(weather, "network.stationRate=2 Gb/s").routed!.moved!.flows.reduce((sum, { delivered_GB }) => sum + delivered_GB, 0);
    expect(moved(clear(0))).toBe(0);
    expect(moved(clear(1))).toBeGreaterThan(0);
    expect(moved(clear(1))).toBe(moved(null));
  });

  test("failing links and satellites never help, and the seed decides", () => {
    const median = (...set: readonly string[]): number => reachOf(null, "network.routes.access=stations", ...set).classes[0]!.all.nearest?.median_ms ?? Infinity;
    expect(median("network.routes.satelliteUp=1 h", "network.routes.satelliteDown=1 h")).toBeGreaterThanOrEqual(median());
    expect(reachOf(null, "network.routes.linkUp=1 h")).toEqual(reachOf(null, "network.routes.linkUp=1 h"));
  });

  test("images by hand: a gigabit a second is 250 of 500 MB in a thousand, each tenth sent down", () => {
    const { images } = reachOf(null).routed!;
    expect(images!.perDay).toBeCloseTo((48 * 86_400) / 4, 6);
    expect(images!.work_J).toBeCloseTo(3600, 9);
    expect(images!.it_W).toBeCloseTo(900, 9);
    expect(images!.onBoard.sent_B).toBeCloseTo(50e6, 3);
    expect(images!.bentPipe.sent_B).toBe(500e6);
  });

  test("nothing is routed where there is no such orbit: infeasible, in a run and at a point, is an answer", async () => {
    const alone = ROUTED.replace(/ {2}fleet: .*\n/, "");
    const high = scenarioOf(alone, "orbit.altitude=6200 km");
    expect(userReach(high, { downlink: null } as unknown as Service)!.routed).toBeNull();
    const done = await run(high, { solve: solveHighs });
    expect(done.sizing!.why.join()).toContain("no circular orbit at 6200 km");
    const inputs = [{ path: "orbit.altitude", unit: "km", distribution: { distribution: "discrete", values: [650, 6200], weights: [1, 1] } }] as const;
    const near = scenarioOf(alone);
    const outcomes = new Float64Array(OUTCOMES.length);
    compileEvaluator(near, await evaluatorBase(near, { inputs, plan: "frozen", flight: "flown" }, { solve: solveHighs })).evaluate(Float64Array.of(6200), outcomes);
    expect(outcomes[OUTCOMES.findIndex(({ key }) => key === "closes")]).toBe(0);
  });

  test("nothing is routed without routes, but the ground is told; nothing at all without users", () => {
    const bare = ROUTED.replace(/ {2}routes: .*\n/, "");
    const scenario = scenarioOf(bare);
    const service = { downlink: null, replay: { quarter: scenario.horizon.start_quarter } } as unknown as Service;
    const reach = userReach(scenario, service)!;
    expect(reach.routed).toBeNull();
    expect(reach.classes[0]!.all.ground!.median_ms).toBeGreaterThan(0);
    expect(userReach(scenarioOf(bare.replace(/, users: \{.*?\}\] \}/, "")), service)).toBeNull();
  });
});
