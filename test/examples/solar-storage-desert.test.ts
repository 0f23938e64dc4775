import { beforeAll, describe, expect, test } from "vitest";
import { crf } from "../../src/money/index.ts";
import type { SiteFlight } from "../../src/fly/index.ts";
import type { Run } from "../../src/run/index.ts";
import { sizeSites, type SiteSizing } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { loadExample, runExample } from "../support/run-example.ts";

const SUITE = "example-solar-storage-desert";
const NAME = "solar-storage-desert";
const FUEL = "ground.sites.sun-and-engines.plant.generators.engines.fuelPrice";
const solarOf = ({ sources }: SiteSizing): number => sources.reduce((sum, source) => (source.kind === "solar" ? sum + source.dc_MW : sum), 0);

describe("solar-storage-desert", () => {
  let got: Run;
  beforeAll(async () => { got = await runExample(NAME); });
  const flown = (id: string): SiteFlight => got.flight!.sites.find((site) => site.id === id)!;
  /** Of one site: what the others are changes nothing of it. */
  const sized = (id: string, set: string): SiteSizing => {
    const { ground, ...rest } = loadExample(NAME, set);
    return sizeSites({ ...rest, ground: { ...ground, sites: ground.sites.filter((site) => site.id === id) } })[0]!;
  };
  const mixed = (usd_per_GJ: number): SiteSizing => sized("sun-and-engines", `${FUEL}=${usd_per_GJ} $/GJ`);

  // Vernon: 1,477 MW and 18 h of battery carry 100 MW at Tucson all year, the gloomiest day in it; our typical year has no gloomy days.
  test("sun and 18 hours of battery carry the campus through the typical year, but for the night that it begins in", () => {
    const [, , alone] = got.sizing!.sites;
    expect(alone!.status).toBe("feasible");
    measure(SUITE, { case: "100 MW on 1,477 MW of modules and 18 h", got: flown("sun-alone").plantDelivered_frac, expected: 1, abs: 0.002, unit: "1", source: "Austin Vernon, 'How to Make Off Grid Data Centers Affordable', Tucson" });
    expect(alone!.footprint.solar_m2).toBeGreaterThan(50 * alone!.footprint.hall_m2);
  });

  test("fewer modules never lose less, and too few are named", () => {
    const lost = [1477, 800, 500, 300].map((MW) => sized("sun-alone", `ground.sites.sun-alone.plant.solar.power=${MW} MW`));
    lost.slice(1).forEach((one, i) => expect(one.year.lost_MWh).toBeGreaterThanOrEqual(lost[i]!.year.lost_MWh));
    expect(lost.at(-1)!.why[0]).toContain("find no power in the typical year");
  });

  /** The first megawatt of field saves fuel in all its hours: it pays where its annuity and upkeep over its energy are what a megawatt-hour of engine costs. */
  const meetAt = (): number => {
    const { used_MWh, unused_MWh } = flown("sun-alone").energy.sources.find(({ kind }) => kind === "solar")!;
    const yield_MWh_per_MW = (used_MWh + unused_MWh) / 1477;
    const real = 1.12 / (1 + loadExample(NAME).money.inflation_per_yr) - 1;
    const solar = (1.08e6 * crf({ rate_per_year: real, life_years: 30 }) + 0.015e6) / yield_MWh_per_MW;
    return (solar - 8) / 8.19;
  };

  test("engines alone are cheapest at today's hub price, and sun pays above the gas price at which its first megawatt meets the fuel", () => {
    const gas = meetAt();
    expect(gas).toBeGreaterThan(3.81);
    expect(solarOf(got.sizing!.sites[1]!)).toBe(0);
    expect(solarOf(mixed(gas * 0.95))).toBe(0);
    expect(solarOf(mixed(gas * 1.1))).toBeGreaterThan(0);
  });

  test("dearer gas never means less sun, and the mix is never dearer than either alone", () => {
    const mixes = [4, 8, 12, 20].map((price) => ({ price, site: mixed(price), engines: sized("engines", `ground.sites.engines.plant.generators.engines.fuelPrice=${price} $/GJ`) }));
    mixes.slice(1).forEach(({ site }, i) => expect(solarOf(site)).toBeGreaterThanOrEqual(solarOf(mixes[i]!.site) - 15));
    for (const { site, engines } of mixes) expect(site.year.total_usd).toBeLessThanOrEqual(engines.year.total_usd * 1.0001);
    // More modules than the campus draws: the rest of the day goes into the night.
    expect(solarOf(mixes.at(-1)!.site)).toBeGreaterThan(100);
  });

  test("carbon: engines burn, the field was made", () => {
    const parts = (id: string) => got.footprint!.options.find(({ option }) => option === `ground/${id}`)!.parts;
    expect(parts("sun-alone").some(({ name }) => name === "gas burnt")).toBe(false);
    // 750 kg a kilowatt of modules (Fraunhofer ISE, 2021), 14 of their 30 years, for 1/100 of the campus.
    const field = parts("sun-alone").find(({ name }) => name === "solar field")!;
    expect(field.carbon_kg.value / ((750 * 14_770 * 14) / 30)).toBeCloseTo(1, 9);
    expect(parts("engines").find(({ name }) => name === "gas burnt")!.carbon_g_per_kWh.value).toBeGreaterThan(field.carbon_g_per_kWh.value);
  });
});
