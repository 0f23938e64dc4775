import { describe, expect, test } from "vitest";
import { say } from "./command-line.ts";

const FLEET = `
dawndusk: 1
horizon: { start: 2027-Q1, years: 1 yr }
orbit:
  altitude: 650 km
  factoryRate: 4 /yr
  platform: { server: gb200-nvl72, array: rosa-blanket, battery: space-li-ion-pack, radiator: deployable-aluminium }
  fleet: { shells: [{ id: a, pattern: walker-delta, altitude: 550 km, inclination: 53 deg, planes: 3, satellitesPerPlane: 700 }] }
launch: { vehicles: [{ id: falcon, vehicle: falcon-9 }] }
simulate: { start: 2027-01-01, days: 1 }
`;

describe("--workers", () => {
  test("the record of a fleet is the same for any number of threads", async () => {
    const [one, two, own] = await Promise.all([["--workers", "1"], ["--workers", "2"], []].map((words) => say(["fly", "-", "--json", "--quiet", ...words], { input: FLEET })));
    expect(JSON.parse(own!.out)).toMatchObject({ flight: { fleet: { satellites: 2100 } } });
    expect(one!.out).toBe(own!.out);
    expect(two!.out).toBe(own!.out);
    // Each thread compiles the sources anew, which on a busy machine takes seconds.
  });

  test("is a whole number of threads, of commands that fly", async () => {
    for (const words of [["fly", "-", "--workers", "0"], ["run", "-", "--workers", "1.5"], ["fly", "-", "--workers", ""], ["size", "-", "--workers", "2"]]) {
      const { exit, out } = await say(words, { input: FLEET });
      expect([exit, out], words.join(" ")).toEqual([2, ""]);
    }
  });
});
