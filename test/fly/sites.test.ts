import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { flySites, SITE_COLUMNS, type SiteFlight } from "../../src/fly/index.ts";
import { sumLines } from "../../src/ledger/index.ts";
import { sitesLedger } from "../../src/fly/site-ledger.ts";
import { load, type Scenario } from "../../src/scenario/index.ts";
import { size } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";

const SUITE = "site-year";
const TEXT = `
dawndusk: 1
name: site
horizon: { start: 2027-Q1, years: 5 yr }
demand: { classes: [{ id: work, kind: batch, power: 100 kW }] }
ground:
  sites:
    - { id: texas, site: stargate-abilene, server: gb200-nvl72, powerPrice: 50 $/MWh, phases: [{ id: hall, online: 2027-Q1, power: 100 MW }] }
`;
const scenario = (...set: readonly string[]): Scenario => load({ path: "s.yaml", files: { read: () => TEXT }, set });
const flown = (from: Scenario): SiteFlight => {
  const { sites, notes } = flySites(from, size(from));
  if (sites[0] === undefined) throw new Error(notes.join(" "));
  return sites[0];
};
const PLANT = "climate: dallas-2020, cooling: liquid-dry";
const plant = (text: string): string => `ground.sites.texas.plant={${PLANT}, ${text}}`;
const columnsOf = (from: Scenario): Readonly<Record<(typeof SITE_COLUMNS)[number], Float64Array>> => {
  let got: Record<string, Float64Array> = {};
  flySites(from, size(from), () => ({ write: (columns) => { got = Object.fromEntries(SITE_COLUMNS.map((name, i) => [name, columns[i]!.slice()])); } }));
  return got as Readonly<Record<(typeof SITE_COLUMNS)[number], Float64Array>>;
};
const sum = (column: Float64Array): number => column.reduce((a, b) => a + b, 0);

describe("a site of means", () => {
  let got: SiteFlight;
  beforeAll(() => { got = flown(scenario("simulate.year=2027")); });
  test("is its PUE, its price and its repair", () => {
    // 100 MW at PUE 1.2 (Abilene's entry), servers up 1/(1 + 0.04 x 96/8766) of the time, 8,760 hours at 50 $/MWh.
    const up = 1 / (1 + (0.04 * 96) / 8766);
    measure(SUITE, { case: "energy of 100 MW", got: got.energy.site_MWh, expected: 876_000 * up, rel: 1e-12, unit: "MWh", source: "by hand" });
    measure(SUITE, { case: "its price", got: got.money.gridEnergy_usd, expected: 876_000 * up * 50, rel: 1e-12, unit: "$", source: "by hand" });
    expect([got.pue, got.delivered_frac]).toEqual([expect.closeTo(1.2, 12), expect.closeTo(up, 12)]);
    expect(got.lost).toMatchObject({ outage_MWh: 0, cooling_MWh: 0, limit_MWh: 0, short_MWh: 0 });
    expect([got.hours, got.usable_h, got.dark_h]).toEqual([8760, 8760, 0]);
  });
  test("its lines of energy add up to what IT got, per Julian year", () => {
    const ledger = sitesLedger([got]);
    const output_J = sumLines(ledger, { boundary: "output", unit: "J" });
    expect(output_J).toBeCloseTo((got.energy.it_MWh * 3.6e9 * 8766) / 8760, -6);
    expect(sumLines(ledger, { boundary: "energy", unit: "J" }) / output_J).toBeCloseTo(1, 9);
  });
});

describe("money", () => {
  test("peaks are paid each month on the highest hour, delivery on every megawatt-hour", () => {
    const from = scenario("simulate.year=2027", plant("grid: {demandCharge: 10 $/kW, delivery: 7 $/MWh, outages: 0 1/yr}"));
    const got = flown(from);
    const { grid_MW } = columnsOf(from);
    const month = Array.from(grid_MW.keys(), (h) => new Date(Date.UTC(2027, 0, 1, h)).getUTCMonth());
    const peaks = Array.from({ length: 12 }, (_, m) => Math.max(...grid_MW.filter((_, h) => month[h] === m)));
    expect(got.money.demand_usd).toBeCloseTo(10_000 * peaks.reduce((a, b) => a + b, 0), 2);
    expect(got.money.delivery_usd).toBeCloseTo(7 * sum(grid_MW), 3);
    expect(got.price.paid_usd_per_MWh).toBeCloseTo(57, 9);
  });
  test("a curtailable contract takes its share in the dearest hours", () => {
    const hourly = "ground.sites.texas.priceShape={hourly: [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,2,1,1,1,1,1,1]}";
    const firm = columnsOf(scenario("simulate.year=2027", hourly, plant("grid: {outages: 0 1/yr}")));
    const got = flown(scenario("simulate.year=2027", hourly, plant("grid: {outages: 0 1/yr, curtailable: 60 %, curtailedTime: 50 h}")));
    // The dearest hours are the first fifty at 17:00 UTC; the site's limit is 100 MW, of which 40 stay.
    const lost = Array.from({ length: 50 }, (_, day) => day * 24 + 17).reduce((all, h) => all + firm.it_MW[h]! * (1 - 40 / firm.site_MW[h]!), 0);
    expect(got.lost.contract_MWh).toBeCloseTo(lost, 6);
    expect(got.usable_h).toBe(8710);
  });
  test("above its own limit of price a site stops", () => {
    const got = flown(scenario("simulate.year=2027", "ground.sites.texas.priceStop=60 $/MWh", "ground.sites.texas.priceShape={hourly: [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,2,1,1,1,1,1,1]}"));
    expect([got.dark_h, got.usable_h]).toEqual([365, 8395]);
    expect(got.lost.price_MWh).toBeCloseTo(got.energy.it_MWh / 23, 3);
  });
});

describe("outages", () => {
  test("of a grid without engines: their share of the time is shed", () => {
    const got = flown(scenario("simulate.year=2027", "simulate.outageYears=400", plant("backup: 0 %, grid: {outages: 6 1/yr, outage: 5 h}")));
    const q = (6 * 5) / 8766;
    measure(SUITE, { case: "grid out 30 h a year", got: got.outages.shedMean_MWh / (got.energy.site_MWh + got.outages.shedMean_MWh), expected: q, abs: (4 * got.outages.shedError_MWh) / got.energy.site_MWh, unit: "1", source: "stationary alternating renewal process (Barlow & Proschan 1965)" });
    expect(got.outages.grid_per_yr).toBeCloseTo(6, 0);
    expect(got.energy.backup_MWh).toBe(0);
  });
  test("engines that start carry all of it; those that do not, nothing", () => {
    const at = (start: string): SiteFlight => flown(scenario("simulate.year=2027", plant(`backup: 100 %, backupStart: ${start}, grid: {outages: 6 1/yr, outage: 5 h}`)));
    expect(at("100 %").outages.shedMean_MWh).toBe(0);
    const none = at("0 %");
    expect([none.energy.backup_MWh, none.outages.failedStarts_per_yr]).toEqual([0, none.outages.grid_per_yr]);
  });
  test("engines burn what their sheet says, and their carbon is the fuel's", () => {
    const at = (backup: string): SiteFlight => flown(scenario("simulate.year=2027", "ground.sites.texas.carbon=0 g/kWh", "ground.sites.texas.powerPrice=0 $/MWh", plant(`${backup}, grid: {outages: 6 1/yr, outage: 5 h}`)));
    const got = at("backup: 100 %, backupStart: 100 %");
    const { backup_MWh } = got.energy;
    // 36.2 gal/h at 500 kW (Caterpillar LEHE2011), 10.16 kg of CO2 a gallon (EIA), 3.50 $ a gallon (EIA for 2026).
    const gallons = (backup_MWh * 1000 * 36.2) / 500;
    measure(SUITE, { case: "carbon of the engines of the house", got: got.carbon_t, expected: (gallons * 10.16) / 1000, rel: 2e-3, unit: "t", source: "Caterpillar LEHE2011, 36.2 gal/h at 500 kW; EIA, 10.16 kg a gallon" });
    measure(SUITE, { case: "their fuel", got: got.money.fuel_usd, expected: gallons * 3.5, rel: 2e-3, unit: "$", source: "the same; EIA, 3.50 $ a gallon in 2026" });
    expect([got.backup.carbon_t, got.backup.usd]).toEqual([expect.closeTo(got.carbon_t, 9), expect.closeTo(got.money.fuel_usd, 6)]);
    expect(sumLines(sitesLedger([got]), { boundary: "energy", unit: "$" })).toBeCloseTo((got.backup.usd * 8766) / 8760, 3);
    expect(at("backup: 0 %").backup).toEqual({ fuel_GJ: 0, usd: 0, carbon_t: 0 });
  });
  describe("with a date", () => {
    const storm = (holds: string, more = "backup: 0 %"): Scenario => scenario("simulate.year=2027", plant(`${more}, grid: {outages: 0 1/yr}, outages: [{id: storm, holds: "${holds}", from: "2027-02-15T07:30Z", duration: 10 h}]`));
    // Hours from the start of the year to the 15th of February, 07:30.
    const from_h = 45 * 24 + 7.5;
    const shedOf = (from: Scenario): { readonly shed_MWh: number; readonly wanted_MWh: number } => {
      const { site_MW, short_MW } = columnsOf(from);
      return { shed_MWh: sum(short_MW), wanted_MWh: Array.from(site_MW.keys()).reduce((all, h) => all + (site_MW[h]! + short_MW[h]!) * Math.max(0, Math.min(h + 1, from_h + 10) - Math.max(h, from_h)), 0) };
    };
    test("take all of the load over their hours, in every drawn year alike", () => {
      const { shed_MWh, wanted_MWh } = shedOf(storm("grid"));
      measure(SUITE, { case: "ten hours without grid", got: shed_MWh, expected: wanted_MWh, rel: 1e-12, unit: "MWh", source: "load of those hours, by hand" });
      expect(flown(storm("grid")).outages).toMatchObject({ shedError_MWh: expect.closeTo(0, 6) as number, grid_per_yr: 1 });
    });
    test("leave the engines of the house their part, unless they are out too", () => {
      const carried = flown(storm("grid", "backup: 60 %, backupStart: 100 %"));
      const { wanted_MWh } = shedOf(storm("grid"));
      expect(carried.energy.backup_MWh).toBeCloseTo(0.6 * wanted_MWh, 6);
      expect(flown(storm("grid, backup", "backup: 60 %, backupStart: 100 %")).energy.backup_MWh).toBe(0);
    });
    test("of grid and gas together leave nothing, where either alone is carried by the other", () => {
      const gas = "generators: [{id: gas, generator: gas-engine, units: 16}], backup: 0 %";
      const dry = (holds: string): number => flown(scenario("simulate.year=2027", "simulate.outageYears=200", plant(`${gas}, grid: {outages: 0 1/yr}, outages: [{id: storm, holds: "${holds}", from: 2027-02-15, duration: 48 h}]`))).outages.shedMean_MWh;
      const [neither, grid, fuel, both] = [dry("backup"), dry("grid"), dry("gas"), dry("grid, gas")];
      expect(fuel).toBeCloseTo(neither, 6);
      // Sixteen engines of 9.5 MW, each out 3 % of the time, carry 100 MW but for one draw in a thousand.
      expect(grid - neither).toBeLessThan(0.02 * 48 * 100);
      expect(both - neither).toBeGreaterThan(0.95 * 48 * 90);
    });
    test("outside the flown year are told, and what they hold must be there", () => {
      const late = scenario("simulate.year=2027", plant("outages: [{id: storm, holds: grid, from: 2028-02-15, duration: 48 h}]"));
      expect(flySites(late, size(late)).notes.join(" ")).toContain("lie outside the flown year are not in it: storm");
      expect(() => scenario(plant("outages: [{id: storm, holds: gird, from: 2027-02-15, duration: 48 h}]"))).toThrow(/did you mean "grid"/);
      expect(() => scenario(plant("gridConnected: no, outages: [{id: storm, holds: grid, from: 2027-02-15, duration: 48 h}]"))).toThrow(/at a site without one/);
    });
  });
  test("of units one more than needed: by the binomial distribution", () => {
    // Fourteen units with some to spare, each out for its share of the time (catalogue): what is shed follows from how many are.
    const from = scenario("simulate.year=2027", "simulate.outageYears=400", plant("gridConnected: no, generators: [{id: engines, generator: gas-engine, units: 14}]"));
    const got = flown(from);
    const { sources } = size(from).sites[0]!;
    const gas = sources.find((source) => source.kind === "gas")!;
    const { it_MW, site_MW, short_MW } = columnsOf(from);
    const q = gas.outage_frac;
    // Load and what the air leaves of a unit hardly move: the expectation is taken hour by hour.
    const load = Array.from(site_MW, (power, h) => power + short_MW[h]!);
    const chance = (out: number): number => binomial(gas.units, out) * q ** out * (1 - q) ** (gas.units - out);
    const expected = load.reduce((all, need) => all + Array.from({ length: gas.units + 1 }, (_, out) => chance(out) * Math.max(0, need - (gas.units - out) * gas.unit_MW)).reduce((a, b) => a + b, 0), 0);
    expect(it_MW.length).toBe(8760);
    measure(SUITE, { case: "shed with units to spare", got: got.outages.shedMean_MWh, expected, abs: 4 * got.outages.shedError_MWh + 0.03 * expected, unit: "MWh", source: "capacity outage table, binomial" });
  });
});

const binomial = (n: number, k: number): number => Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1);

test("energy, IT, water and money balance on any plant", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true }).map((v) => `${(100 * v).toFixed(2)} %`);
  fc.assert(fc.property(
    fc.record({ units: fc.integer({ min: 0, max: 8 }), solar: fc.integer({ min: 0, max: 200 }), store: fc.integer({ min: 0, max: 400 }), curtailable: share, backup: share, hours: fc.integer({ min: 0, max: 500 }), limit: fc.integer({ min: 20, max: 120 }), seed: fc.integer({ min: 0, max: 1e6 }), cooling: fc.constantFrom("liquid-dry", "liquid-adiabatic", "air-economiser", "chilled-evaporative") }),
    (one) => {
      const from = scenario("simulate.year=2028", "simulate.outageYears=4", `uncertainty.seed=${one.seed}`, `ground.sites.texas.plant={climate: dallas-2020, cooling: ${one.cooling}, backup: ${one.backup}, grid: {limit: ${one.limit} MW, curtailable: ${one.curtailable}, curtailedTime: ${one.hours} h, demandCharge: 5 $/kW}, generators: [${one.units === 0 ? "" : `{id: gas, generator: gas-engine, units: ${one.units}}`}]${one.solar === 0 ? "" : `, solar: {power: ${one.solar} MW}`}${one.store === 0 ? "" : `, storage: {energy: ${one.store} MWh, power: ${one.store / 4} MW}`}}`);
      // What does not close by its means is flown all the same: the year must balance whatever it holds.
      const { sites } = flySites(from, { sites: size(from).sites.map((sized) => ({ ...sized, status: "feasible" as const })) });
      const [got] = sites;
      if (got === undefined) return;
      for (const residual of [got.energy.residual_frac, got.lost.residual_frac, got.money.residual_frac]) expect(Math.abs(residual)).toBeLessThan(1e-9);
      for (const [name, value] of Object.entries(got.lost)) if (name !== "residual_frac") expect(value, name).toBeGreaterThanOrEqual(-1e-9);
      expect(got.delivered_frac).toBeGreaterThan(0);
      expect(got.delivered_frac).toBeLessThanOrEqual(1);
      expect(got.hours).toBe(8784);
    },
  ), { numRuns: 12 });
});

test("the same seed draws the same year, another seed another", () => {
  const at = (seed: number): number => flown(scenario(`uncertainty.seed=${seed}`, plant("backup: 0 %"))).outages.shedMean_MWh;
  expect(at(3)).toBe(at(3));
  expect(at(3)).not.toBe(at(4));
});
