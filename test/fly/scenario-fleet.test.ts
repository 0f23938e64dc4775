import { describe, expect, test } from "vitest";
import { fleetPlanes, FLEET_COLUMNS, fly, flyFleet, scenarioPlanes } from "../../src/fly/index.ts";
import { sumLines } from "../../src/ledger/index.ts";
import { julianDate } from "../../src/physics/index.ts";
import { serve } from "../../src/serve/index.ts";
import { size } from "../../src/size/index.ts";
import { JULIAN_YEAR_S } from "../../src/units/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const SHELLS = "{shells: [{id: dusk, pattern: sun-synchronous, altitude: 650 km, satellitesPerPlane: 6, localTimes: [{ltan: 6 h}, {ltan: 18 h}]}, {id: walker, pattern: walker-delta, altitude: 550 km, inclination: 53 deg, planes: 4, satellitesPerPlane: 5}]}";
const START = "2027-06-21";
const given = (...set: readonly string[]) => {
  const scenario = scenarioOf(RACK, `orbit.fleet=${SHELLS}`, `simulate.start=${START}`, "simulate.step=120 s", ...set);
  return { scenario, sizing: size(scenario) };
};

describe("a scenario's fleet, flown", () => {
  test("is flyFleet on its planes, beside the platform, over its own days", async () => {
    const { scenario, sizing } = given("simulate.days=3", "simulate.fleetDays=2");
    const rows: number[] = [];
    const flight = await fly(scenario, sizing, { fleetSink: { write: (columns, count) => { expect(columns).toHaveLength(FLEET_COLUMNS.length); rows.push(count); } } });
    const planes = fleetPlanes(scenarioPlanes(scenario, julianDate(START)));
    const { start_utc_s, step_s } = scenario.simulate;
    expect(flight.fleet).toEqual(await flyFleet({ planes, sized: sizing.platform!, age_yr: 2.5, simulate: { start_utc_s, days: 2, step_s } }));
    expect(rows.reduce((a, b) => a + b, 0)).toBe(2 * 720);
    expect(flight.summary!.duration_s).toBe(3 * 86_400);
    expect(flight.fleet!.shells.map(({ id, planes: count, satellites }) => [id, count, satellites])).toEqual([["dusk", 2, 12], ["walker", 4, 20]]);
    expect(flight.fleet!.planes.map(({ shell }) => shell)).toEqual(["dusk", "dusk", "walker", "walker", "walker", "walker"]);
  });

  test("fleetDays left out, the fleet flies as long as the platform; without a fleet there is none", async () => {
    const { scenario, sizing } = given("simulate.days=2");
    expect((await fly(scenario, sizing)).fleet!.duration_s).toBe(2 * 86_400);
    expect((await fly({ ...scenario, orbit: { ...scenario.orbit!, fleet: null } }, sizing)).fleet).toBeNull();
  });

  test("a shell's sums are those of its planes, and of the fleet's its shells'", async () => {
    const { scenario, sizing } = given("simulate.days=2");
    const fleet = (await fly(scenario, sizing)).fleet!;
    for (const shell of fleet.shells) {
      const planes = fleet.planes.filter((plane) => plane.shell === shell.id);
      expect(planes.reduce((sum, { it_J }) => sum + it_J, 0) / shell.it_J).toBeCloseTo(1, 12);
      expect(Math.min(...planes.map(({ lowestCharge_frac }) => lowestCharge_frac))).toBe(shell.lowestCharge_frac);
      expect(shell.leastLit_frac).toBeLessThanOrEqual(Math.min(...shell.daily.lit_frac));
      const days = shell.daily.lit_frac;
      expect(days.reduce((a, b) => a + b, 0) / days.length).toBeCloseTo(shell.lit_frac, 12);
    }
    expect(fleet.shells.reduce((sum, { generated_J }) => sum + generated_J, 0) / fleet.fleet.generated_J).toBeCloseTo(1, 12);
    const day = (name: "lit_frac" | "delivered_frac", i: number): number => fleet.shells.reduce((sum, shell) => sum + shell.satellites * shell.daily[name][i]!, 0) / fleet.satellites;
    for (const name of ["lit_frac", "delivered_frac"] as const) fleet.daily[name].forEach((share, i) => expect(share).toBeCloseTo(day(name, i), 12));
  });

  test("an interrupt ends it with its own reason", async () => {
    const { scenario, sizing } = given("simulate.days=2");
    const reason = new Error("enough");
    await expect(fly(scenario, sizing, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe("what later stages take as delivered", () => {
  test("the platform's share while the fleet flew less than a year, and the notes say so", async () => {
    const { scenario, sizing } = given("simulate.days=2");
    const { summary, delivered, notes } = await fly(scenario, sizing);
    expect(delivered).toEqual({ delivered_frac: summary!.delivered_frac, origin: "platform" });
    expect(notes.join()).toContain("later stages take the platform's share");
    expect(notes.join()).toContain("Satellites of walker are the platform sized for 650 km");
  });

  test("the fleet's where it flew for 365 days, in serve too", async () => {
    const { scenario, sizing } = given("simulate.days=1", "simulate.fleetDays=365");
    const flight = await fly(scenario, sizing);
    expect(flight.delivered).toEqual({ delivered_frac: flight.fleet!.fleet.delivered_frac, origin: "fleet" });
    expect(flight.delivered!.delivered_frac).not.toBe(flight.summary!.delivered_frac);
    expect(serve(scenario, { sizing, flight }).available_frac.orbit).toBe(flight.fleet!.fleet.delivered_frac);
    expect(flight.notes.join()).toContain("later stages take the fleet's share");
  });
});

test("lines of the fleet stand apart from the platform's, add up to what IT got, and are scaled to a Julian year", async () => {
  const { scenario, sizing } = given("simulate.days=2");
  const { ledger, fleet, summary } = await fly(scenario, sizing);
  const perYear = JULIAN_YEAR_S / (2 * 86_400);
  const year = { period: "fleet-year" } as const;
  expect(sumLines(ledger, { ...year, boundary: "output", unit: "J" }) / (fleet!.fleet.it_J * perYear)).toBeCloseTo(1, 12);
  expect(sumLines(ledger, { ...year, boundary: "energy", unit: "J" }) / (fleet!.fleet.it_J * perYear)).toBeCloseTo(1, 9);
  expect(sumLines(ledger, { ...year, unit: "h" }) / ((fleet!.fleet.throttled_h + fleet!.fleet.dark_h) * perYear)).toBeCloseTo(1, 12);
  expect(sumLines(ledger, { period: "unit-year", boundary: "output", unit: "J" }) / (summary!.energy.it_J * perYear)).toBeCloseTo(1, 12);
  expect(new Set(ledger.map(({ period }) => period))).toEqual(new Set(["unit-year", "fleet-year", "site-year"]));
});

test("a battery sized for 20 min of shadow that goes deeper in 36 min is told", async () => {
  const { scenario, sizing } = given("simulate.days=1", "orbit.platform.depthOfDischarge=30 %");
  const { fleet, notes } = await fly(scenario, sizing);
  const walker = fleet!.shells.find(({ id }) => id === "walker")!;
  expect(walker.lowestCharge_frac).toBeLessThan(0.7);
  expect(notes.join()).toMatch(/Batteries fall to .* in walker, below their allowed depth of discharge \(70\.0 % left\)/);
});

test("a shell filed off the sun-synchronous inclination is kept and told with its drift", async () => {
  const filed = "{shells: [{id: filed, pattern: sun-synchronous, altitude: 725 km, inclination: 97.2 deg, satellitesPerPlane: 2, localTimes: [{ltan: 18 h}]}]}";
  const { scenario, sizing } = given(`orbit.fleet=${filed}`, "simulate.days=1");
  const { fleet, notes } = await fly(scenario, sizing);
  expect(fleet!.shells[0]!.inclination_deg[0]).toBeCloseTo(97.2, 9);
  expect(notes.join()).toMatch(/Shell filed is filed at an inclination that is not exactly sun-synchronous: it is kept, and its local times drift by up to \d+ min a year/);
});
