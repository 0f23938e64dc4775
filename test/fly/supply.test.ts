import { describe, expect, test } from "vitest";
import { fleetSupply, fly, flySites, siteSupplies } from "../../src/fly/index.ts";
import { size } from "../../src/size/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const DAY_S = 86_400;
const sum = (column: ArrayLike<number>): number => Array.prototype.reduce.call(column, (a, b) => (a as number) + (b as number), 0) as number;

describe("what platforms give to jobs", () => {
  const START_S = Date.UTC(2027, 2, 1) / 1000;
  const scenario = scenarioOf(`${RACK}network: { stations: [{ id: hawaii, station: ksat-hawaii }] }\nsimulate: { start: 2027-03-01, days: 3 }\n`, "orbit.ltan=12 h", "orbit.platform.eclipse=shed");
  const sizing = size(scenario);
  const window = { start_utc_s: START_S, days: 3 };

  test("one that sleeps in shadow gives what its flight under full load served, and sees its station as long", async () => {
    const { summary } = await fly(scenario, sizing);
    const { places: [place] } = fleetSupply(scenario, sizing.platform!, { window, places: 1 });
    // The flight sums the same steps by itself.
    expect((sum(place!.power_W) * 60) / summary!.energy.it_J).toBeCloseTo(1, 9);
    const [view] = place!.views;
    expect(sum(view!.bin.map((bin) => Math.min(1, bin))) / 3).toBeCloseTo(summary!.contact.minutes_per_day, 9);
    // Above 10 degrees, in bins of two: none below the sixth, none above the zenith's.
    expect(view!.bin.every((bin) => bin === 0 || (bin >= 6 && bin <= 45))).toBe(true);
    expect(place!.store).toBeNull();
  });

  test("places half a turn apart are dark in turns; the shadow is no deeper for one than for the other", () => {
    const { places } = fleetSupply(scenario, sizing.platform!, { window, places: 2 });
    const dark = places.map(({ power_W }) => power_W.map((W) => (W === 0 ? 1 : 0)));
    const both = sum(dark[0]!.map((d, i) => d * dark[1]![i]!));
    // A shadow is below half of a turn: at no minute are both in it.
    expect(both).toBe(0);
    expect(sum(dark[0]!) / sum(dark[1]!)).toBeCloseTo(1, 1);
  });

  test("one that rides through gives less than its array, and holds its longest shadow", () => {
    const riding = scenarioOf(RACK, "orbit.ltan=12 h", "orbit.platform.eclipse=ride-through");
    const { platform } = size(riding);
    const { places: [place], lifeLeft_s } = fleetSupply(riding, platform!, { window, places: 1 });
    const lit = place!.power_W.filter((W) => W > 0);
    expect(Math.max(...lit)).toBeLessThan(platform!.array.bol_W);
    // Full load through the shadow that it was sized for, from a full store: the sizing's own requirement.
    expect(place!.store!.capacity_J).toBeGreaterThan(platform!.itMean_W * platform!.orbit.shadowMax_s * 0.97);
    // Half of a life of 5 years is left.
    expect(lifeLeft_s / (365.25 * DAY_S)).toBeCloseTo(2.5, 9);
  });
});

describe("what a site gives to jobs", () => {
  test("over a year, hour by hour, the energy and money of the flown year with every server up", () => {
    const scenario = scenarioOf(RACK, "ground.sites.texas.failureRate=0 /yr", "simulate.outageYears=1", "ground.sites.texas.plant={climate: dallas-2020, cooling: liquid-dry, outages: [{id: storm, holds: \"grid, backup\", from: \"2027-02-15T13:00Z\", duration: 54 h}]}");
    const { sites } = size(scenario);
    const [supply] = siteSupplies(scenario, sites, { start_utc_s: Date.UTC(2027, 0, 1) / 1000, days: 365 });
    const { sites: [flown] } = flySites(scenario, { sites });
    const run_MWh = Array.from({ length: 8760 }, (_, h) => (supply!.it_W[h]! * (1 - supply!.out_frac[h]!)) / 1e6);
    expect(sum(run_MWh) / flown!.energy.it_MWh).toBeCloseTo(1, 9);
    expect(run_MWh.reduce((usd, MWh, h) => usd + MWh * 1000 * supply!.energy_usd_per_kWh[h]!, 0) / (flown!.energy.it_MWh * flown!.money.energy_usd_per_MWh - flown!.money.demand_usd)).toBeCloseTo(1, 9);
    expect(run_MWh.reduce((kg, MWh, h) => kg + MWh * supply!.carbon_g_per_kWh[h]!, 0) / 1000 / flown!.carbon_t).toBeCloseTo(1, 9);
    // The 54 hours of the storm are dark, whole; 2027-02-15 13:00 is hour 45 x 24 + 13.
    expect(Array.from(supply!.out_frac.slice(45 * 24 + 13, 45 * 24 + 67)).every((frac) => frac === 1)).toBe(true);
  });

  test("a window of another year meets the same day and hour", () => {
    const scenario = scenarioOf(RACK, "ground.sites.texas.plant={climate: dallas-2020, cooling: liquid-dry}");
    const { sites } = size(scenario);
    const of = (year: number) => siteSupplies(scenario, sites, { start_utc_s: Date.UTC(year, 6, 4, 15) / 1000, days: 1 })[0]!;
    expect(Array.from(of(2027).carbon_g_per_kWh)).toEqual(Array.from(of(2030).carbon_g_per_kWh));
  });
});
