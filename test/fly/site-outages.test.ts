import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flySites, SITE_COLUMNS, type SiteFlight } from "../../src/fly/index.ts";
import { uptime } from "../../src/fly/site-uptime.ts";
import { sitesLedger } from "../../src/fly/site-ledger.ts";
import { sumLines } from "../../src/ledger/index.ts";
import { load, type Scenario } from "../../src/scenario/index.ts";
import { size } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";

const SUITE = "site-outages";
const TEXT = `
dawndusk: 1
name: site
horizon: { start: 2027-Q1, years: 5 yr }
demand: { classes: [{ id: work, kind: batch, power: 100 kW }] }
ground:
  sites:
    - { id: texas, site: stargate-abilene, server: gb200-nvl72, powerPrice: 50 $/MWh, phases: [{ id: hall, online: 2027-Q1, power: 100 MW }] }
`;
/** Half the price from 04:00 to 08:00, twice from 16:00 to 20:00: a store is filled in the one and emptied in the other. */
const HOURLY = "ground.sites.texas.priceShape={hourly: [1,1,1,1,0.5,0.5,0.5,0.5,1,1,1,1,1,1,1,1,2,2,2,2,1,1,1,1]}";
const scenario = (plant: string, ...set: readonly string[]): Scenario =>
  load({ path: "s.yaml", files: { read: () => TEXT }, set: ["simulate.year=2027", HOURLY, `ground.sites.texas.plant={climate: dallas-2020, cooling: liquid-dry, ${plant}}`, ...set] });
type Columns = Readonly<Record<(typeof SITE_COLUMNS)[number], Float64Array>>;
interface Flown { readonly site: SiteFlight; readonly columns: Columns; readonly notes: string }
const flown = (from: Scenario): Flown => {
  let got: Record<string, Float64Array> = {};
  // What does not close by its means is flown all the same.
  const { sites, notes } = flySites(from, { sites: size(from).sites.map((sized) => ({ ...sized, status: "feasible" as const })) }, () => ({ write: (columns) => { got = Object.fromEntries(SITE_COLUMNS.map((name, i) => [name, columns[i]!.slice()])); } }));
  if (sites[0] === undefined) throw new Error(notes.join(" "));
  return { site: sites[0], columns: got as Columns, notes: notes.join(" ") };
};
const DAY = 45 * 24;
/** Load of some hours from the 15th of February. */
const loadOf = ({ site_MW, short_MW }: Columns, from: number, hours: number): number => Array.from({ length: hours }, (_, i) => site_MW[DAY + from + i]! + short_MW[DAY + from + i]!).reduce((a, b) => a + b, 0);
const storm = (holds: string, { at, hours }: { readonly at: string; readonly hours: number }): string => `outages: [{id: storm, holds: "${holds}", from: "2027-02-15T${at}Z", duration: ${hours} h}]`;
const STORE = "storage: {energy: 200 MWh, power: 50 MW}";

describe("an outage with a date that drawn ones meet", () => {
  test("is one outage with them: engines that it holds give nothing in it, and everything around it", () => {
    const { site, columns } = flown(scenario(`backup: 100 %, backupStart: 100 %, grid: {outages: 1000 1/yr, outage: 1 h}, ${storm("grid, backup", { at: "13:00", hours: 54 })}`));
    for (let h = 13; h < 13 + 54; h++) expect(columns.it_MW[DAY + h]).toBeCloseTo(0, 9);
    measure(SUITE, { case: "54 hours without grid and engines, many outages drawn beside them", got: site.outages.shedMean_MWh, expected: loadOf(columns, 13, 54), rel: 1e-12, unit: "MWh", source: "load of those hours, by hand" });
    expect([site.dark_h, site.usable_h]).toEqual([expect.closeTo(54, 6), expect.closeTo(8760 - 54, 6)]);
    expect(sumLines(sitesLedger([site]), { boundary: "output", unit: "h" })).toBeCloseTo((54 * 8766) / 8760, 6);
    // Up for 8,766/1,000 - 1 h and out for one: 999 in a year of 8,760 h, less those that end in the storm.
    expect(site.outages.grid_per_yr).toBeGreaterThan(985);
    expect(site.outages.grid_per_yr).toBeLessThan(999);
  });
  test("of two with dates that overlap, one", () => {
    const { site, columns } = flown(scenario('backup: 0 %, grid: {outages: 0 1/yr}, outages: [{id: a, holds: grid, from: "2027-02-15T06:00Z", duration: 10 h}, {id: b, holds: grid, from: "2027-02-15T12:00Z", duration: 10 h}]'));
    expect([site.dark_h, site.outages.grid_per_yr]).toEqual([expect.closeTo(16, 9), 1]);
    expect(site.outages.shedMean_MWh).toBeCloseTo(loadOf(columns, 6, 16), 6);
  });
});

describe("time of use", () => {
  const hour = { up_MW: Float64Array.of(10), it_MW: Float64Array.of(10), load_MW: Float64Array.of(12) };
  test("an hour with less than 1 % of its load shed is usable, one with nothing is dark", () => {
    expect(uptime(hour, 0, 12 * 0.009)).toEqual({ isUsable: true, isDark: false });
    expect(uptime(hour, 0, 12 * 0.011)).toEqual({ isUsable: false, isDark: false });
    expect(uptime(hour, 0, 12)).toEqual({ isUsable: false, isDark: true });
    expect(uptime({ ...hour, up_MW: Float64Array.of(0), it_MW: Float64Array.of(0) }, 0, 0)).toEqual({ isUsable: false, isDark: false });
  });
  test("a grid that is out 30 h a year leaves a site without engines dark as long", () => {
    const { site } = flown(scenario("backup: 0 %, grid: {outages: 6 1/yr, outage: 5 h}", "simulate.outageYears=400"));
    measure(SUITE, { case: "hours dark, grid out 30 h a year", got: site.dark_h, expected: (30 * 8760) / 8766, abs: (4 * site.outages.shedError_MWh) / 96, unit: "h", source: "stationary alternating renewal process (Barlow & Proschan 1965)" });
    expect(site.outages.shedMean_h).toBeCloseTo(site.dark_h, 6);
    expect(site.usable_h).toBeCloseTo(8760 - site.dark_h, 6);
  });
});

describe("a store in an outage", () => {
  const at = (more: string): Flown => flown(scenario(`grid: {limit: 200 MW, outages: 0 1/yr}, ${STORE}, ${more}`));
  test("gives what it holds, and is charged back after it", () => {
    // Full at 08:00: 200 MWh less of five hours' load; the store is full again before 16:00 and gives then what it had.
    const { site, columns } = at(`backup: 0 %, ${storm("grid", { at: "10:00", hours: 5 })}`);
    measure(SUITE, { case: "five hours without grid, a store of 200 MWh", got: site.outages.shedMean_MWh, expected: loadOf(columns, 10, 5) - 200, rel: 1e-9, unit: "MWh", source: "load of those hours less what the store holds, by hand" });
    expect(Array.from({ length: 5 }, (_, i) => columns.store_MW[DAY + 10 + i]!)).toEqual([-50, -50, -50, -50, 0].map((v) => expect.closeTo(v, 6) as number));
    expect(columns.store_MW[DAY + 15]).toBeCloseTo(50, 9);
    expect([site.dark_h, site.energy.storage!.change_MWh]).toEqual([expect.closeTo(1, 9), expect.closeTo(0, 6)]);
  });
  test("is not charged while power lacks, and stands behind engines that carry the load", () => {
    const night = at(`backup: 0 %, ${storm("grid", { at: "04:00", hours: 4 })}`);
    for (let h = 4; h < 8; h++) expect(night.columns.store_MW[DAY + h]).toBeLessThanOrEqual(1e-9);
    expect(night.site.outages.shedMean_MWh).toBeLessThanOrEqual(loadOf(night.columns, 4, 4));
    const carried = at(`backup: 100 %, backupStart: 100 %, ${storm("grid", { at: "04:00", hours: 4 })}`);
    expect([carried.site.outages.shedMean_MWh, carried.site.usable_h]).toEqual([0, 8760]);
    expect(carried.site.energy.backup_MWh).toBeCloseTo(loadOf(carried.columns, 4, 4), 6);
  });
  test("that is out itself neither gives nor takes, and ends the year as planned", () => {
    const day = at(`backup: 0 %, ${storm("store", { at: "17:00", hours: 3 })}`);
    for (let h = 17; h < 20; h++) expect(day.columns.store_MW[DAY + h]).toBeCloseTo(0, 9);
    // What it still holds is not charged again the next night.
    expect(Array.from({ length: 4 }, (_, i) => day.columns.store_MW[DAY + 28 + i]!).reduce((a, b) => a + b, 0)).toBeLessThan(100);
    expect([day.site.outages.shedMean_MWh, day.site.energy.storage!.change_MWh]).toEqual([0, expect.closeTo(0, 6)]);
    const both = at(`backup: 0 %, ${storm("grid, store", { at: "10:00", hours: 5 })}`);
    expect(both.site.outages.shedMean_MWh).toBeCloseTo(loadOf(both.columns, 10, 5), 6);
  });
  test("field and store are named in an outage where there are any", () => {
    const { columns, site } = flown(scenario(`backup: 0 %, grid: {outages: 0 1/yr}, solar: {power: 50 MW}, ${storm("solar", { at: "00:00", hours: 48 })}`));
    for (let h = 0; h < 48; h++) expect(columns.solar_MW[DAY + h]).toBeCloseTo(0, 9);
    expect(site.outages.shedMean_MWh).toBe(0);
    expect(() => scenario(storm("solar", { at: "00:00", hours: 48 }))).toThrow(/no plant.solar is written/);
    expect(() => scenario(storm("store", { at: "00:00", hours: 48 }))).toThrow(/no plant.storage is written/);
  });
});

test("IT is never below nothing, and a store leaves no hour less power for the load", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true }).map((v) => `${(100 * v).toFixed(2)} %`);
  fc.assert(fc.property(
    fc.record({
      units: fc.integer({ min: 0, max: 9 }), store: fc.integer({ min: 1, max: 800 }), hours: fc.integer({ min: 1, max: 8 }), solar: fc.integer({ min: 0, max: 150 }), backup: share, start: share, curtailable: share, limit: fc.integer({ min: 40, max: 400 }),
      outages: fc.integer({ min: 0, max: 200 }), outage: fc.integer({ min: 1, max: 60 }), day: fc.integer({ min: 1, max: 28 }), duration: fc.integer({ min: 1, max: 2000 }), holds: fc.constantFrom("grid", "backup", "grid, backup"), seed: fc.integer({ min: 0, max: 1e6 }),
    }),
    (one) => {
      const at = (more: string): Flown => flown(scenario(`backup: ${one.backup}, backupStart: ${one.start}, grid: {limit: ${one.limit} MW, curtailable: ${one.curtailable}, curtailedTime: 200 h, outages: ${one.outages} 1/yr, outage: ${one.outage / 10} h}, generators: [${one.units === 0 ? "" : `{id: gas, generator: gas-engine, units: ${one.units}}`}]${one.solar === 0 ? "" : `, solar: {power: ${one.solar} MW}`}, outages: [{id: storm, holds: "${one.holds}", from: "2027-03-${String(one.day).padStart(2, "0")}T05:20Z", duration: ${one.duration / 10} h}]${more}`, "simulate.outageYears=4", `uncertainty.seed=${one.seed}`));
      const [bare, kept] = [at(""), at(`, storage: {energy: ${one.store} MWh, power: ${(one.store / one.hours).toFixed(3)} MW}`)];
      for (const { columns } of [bare, kept]) expect([columns.it_MW.every((power) => power >= 0), columns.short_MW.every((power) => power >= -1e-9)]).toEqual([true, true]);
      const worse = kept.columns.short_MW.findIndex((power, h) => power > bare.columns.short_MW[h]! + 1e-6);
      expect(worse, `hour with less power: ${kept.columns.short_MW[worse]} MW short with a store, ${bare.columns.short_MW[worse]} without`).toBe(-1);
      for (const { site } of [bare, kept]) {
        expect(site.usable_h + site.dark_h).toBeLessThanOrEqual(8760 + 1e-6);
        expect(Math.min(site.usable_h, site.dark_h)).toBeGreaterThanOrEqual(-1e-6);
      }
    },
  ), { numRuns: 10 });
});

describe("what is written wrong", () => {
  test("an outage without length, an instant that is not in UTC, a generator with a name of the ledger's", () => {
    expect(() => scenario(storm("grid", { at: "00:00", hours: 0 }))).toThrow(/duration: found 0 h/);
    expect(() => scenario("outages: [{id: storm, holds: grid, from: 2027-02-15T07:00:00-06:00, duration: 5 h}]")).toThrow(/write it in UTC: 2027-02-15T13:00:00Z/);
    for (const id of ["grid", "backup", "solar", "store", "water", "replacement"]) expect(() => scenario(`generators: [{id: ${id}, generator: gas-engine, units: 3}]`)).toThrow(/a name of its own/);
  });
  test("a mean that few years tell roughly is told so, with the years that tell it better", () => {
    const at = (years: number): Flown => flown(scenario("backup: 0 %, grid: {outages: 1 1/yr, outage: 5 h}", `simulate.outageYears=${years}`));
    const [, wanted] = /simulate\.outageYears of (\d+) would/.exec(at(64).notes)!;
    const many = at(2 * Number(wanted));
    expect(many.site.outages.shedError_MWh / many.site.outages.shedMean_MWh).toBeLessThan(0.05);
    expect(many.notes).not.toContain("would bring it");
  });
});
