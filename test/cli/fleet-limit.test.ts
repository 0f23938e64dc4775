import { describe, expect, test } from "vitest";
import { guardFleet } from "../../src/cli/fleet-limit.ts";
import { fleetExtent, scenarioPlanes } from "../../src/fly/index.ts";
import { julianDate } from "../../src/physics/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";
import { say } from "./command-line.ts";

const SCENARIO = "examples/one-rack/scenario.yaml";
const walker = (planes: number, each: number, rest = ""): string => `orbit.fleet={${rest}shells: [{id: w, pattern: walker-delta, altitude: 550 km, altitudeTo: 560 km, inclination: 53 deg, planes: ${planes}, satellitesPerPlane: ${each}, shells: 2}]}`;
const MIXED =
  "orbit.fleet={shells: [{id: w, pattern: walker-star, altitude: 550 km, altitudeTo: 600 km, inclination: 87 deg, planes: 5, satellitesPerPlane: 7, shells: 3}, {id: g, pattern: geostationary, satellitesPerPlane: 11}, " +
  "{id: s, pattern: sun-synchronous, altitude: 650 km, altitudeTo: 660 km, satellitesPerPlane: 13, shells: 2, localTimes: [{ltan: 6 h, share: 2}, {ltan: 18 h}]}]}";

describe("a fleet", () => {
  test("is counted as its planes are made, without making them", () => {
    for (const [set, ...more] of [[MIXED], [walker(3, 4)], [walker(3, 4, "cap: 10, ")], [MIXED, "simulate.fleetDays=2", "simulate.step=30 s"]]) {
      const scenario = scenarioOf(RACK, set!, "simulate.days=5", ...more);
      const satellites = scenarioPlanes(scenario, julianDate("2027-01-01")).reduce((sum, plane) => sum + plane.satellites, 0);
      expect(fleetExtent(scenario)).toMatchObject({ satellites, steps: more.length > 0 ? 2 * 2880 : 5 * 1440 });
    }
    expect(fleetExtent(scenarioOf(RACK))).toBeNull();
  });

  test("that outlasts all patience is refused before it is flown, with a way out", async () => {
    const { exit, out, err } = await say(["fly", SCENARIO, "--set", walker(2, 1_000_000), "--set", "simulate.days=365"]);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain("2,102,400,000,000 satellite-steps (4,000,000 satellites over 525,600 steps), where 1,000,000,000,000 are flown at most");
    expect(err).toContain("orbit.fleet.cap");
  });

  test("that takes long says so beforehand", () => {
    const told = (quiet: boolean): string => {
      let text = "";
      const terminal = { write: () => {}, tell: (more: string) => void (text += more), readInput: () => Promise.resolve(""), look: { width: 80, colour: false }, live: false, debug: false };
      guardFleet(scenarioOf(RACK, walker(1, 25_000), "simulate.days=1", "simulate.fleetDays=15"), { quiet }, terminal);
      return text;
    };
    // 50,000 x 15 x 1440 at 12.5 ns.
    expect(told(false)).toBe("note: the fleet takes about 9 s of one core: 50,000 satellites over 21,600 steps\n");
    expect(told(true)).toBe("");
  });

  test("shows its days on a terminal", async () => {
    const words = ["fly", SCENARIO, "--set", walker(1, 5), "--set", "simulate.days=1", "--set", "simulate.fleetDays=3"];
    const { exit, err } = await say(words, { live: true });
    expect(exit).toBe(0);
    expect(err.match(/the fleet: day \d+ of \d+/g)).toEqual([1, 2, 3].map((day) => `the fleet: day ${day} of 3`));
    expect(err).not.toContain("note:");
    expect((await say(words)).err).toBe("");
  });
});
