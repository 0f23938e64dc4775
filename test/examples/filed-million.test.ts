/** With 20,000 of the million, so that it takes a second; test/full flies them all. */
import { beforeAll, describe, expect, test } from "vitest";
import { fly, type Flight } from "../../src/fly/index.ts";
import { size } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { outsideCylinder } from "../support/cylinder.ts";
import { heldAgainst } from "../support/held-against.ts";
import { loadExample } from "../support/run-example.ts";

const CAP = 20_000;
/** Satellites of the rows as filed (FCC SAT-LOA-20260108-00016, Schedule S): shells x planes x satellites a plane. */
const FILED = { "low-inclined": 10 * 30 * 333, "low-dusk": 10 * 2 * 4999, "middle-inclined": 25 * 30 * 333, "middle-dusk": 22 * 2 * 5565, "high-inclined": 25 * 30 * 333, "high-dusk": 22 * 2 * 5770 };

describe("filed-million", () => {
  let flight: Flight;
  beforeAll(async () => {
    const scenario = loadExample("filed-million", `orbit.fleet.cap=${CAP}`, "simulate.days=1");
    flight = await fly(scenario, size(scenario));
    heldAgainst("filed-million", { flight });
  });

  test("1,908 planes, taken from alike", () => {
    const { shells, planes, satellites } = flight.fleet!;
    expect(satellites).toBe(CAP);
    expect(planes).toHaveLength(1908);
    const filed = Object.values(FILED).reduce((a, b) => a + b, 0);
    measure("example-filed-million", { case: "satellites of all rows as filed", got: filed, expected: 1_198_120, abs: 0, unit: "1", source: "filing, sum of Schedule S" });
    // Each plane's share is rounded: at most one satellite a plane.
    for (const shell of shells) expect(Math.abs(shell.satellites - (FILED[shell.id as keyof typeof FILED] * CAP) / filed)).toBeLessThanOrEqual(shell.planes);
  });

  test("light of the June solstice, shell by shell, is the closed form's", () => {
    const { shells, planes, start_utc } = flight.fleet!;
    const lit = outsideCylinder(planes, { start_utc, hours: 24 });
    for (const shell of shells) {
      const own = planes.flatMap((plane, p) => (plane.shell === shell.id ? [{ satellites: plane.satellites, lit: lit[p]! }] : []));
      const expected = own.reduce((sum, plane) => sum + plane.satellites * plane.lit, 0) / shell.satellites;
      measure("example-filed-million", { case: `satellites in the Sun on 2027-06-21, ${shell.id}`, got: shell.lit_frac, expected, abs: 1e-3, unit: "1", source: "acos(edge / cos beta) / pi with astronomy-engine's Sun" });
    }
  });

  test("what is filed at 97.2 deg is kept and told", () => {
    expect(flight.fleet!.shells.find(({ id }) => id === "middle-dusk")!.inclination_deg.map((i) => i.toFixed(6))).toEqual(["97.200000", "97.200000"]);
    expect(flight.notes.join()).toContain("Shell middle-dusk is filed at an inclination that is not exactly sun-synchronous");
  });

  test("a day of the fleet does not stand for a year: the platform's share goes on", () => {
    expect(flight.delivered!.origin).toBe("platform");
  });
});
