/**
 * A ground site as the planner sees it, for one megawatt of site power.
 *
 *   1. IT power = site power / PUE; servers = IT power / nameplate
 *   2. energy of a megawatt of IT that runs all year = PUE x 8766 h x price; water = 8766 MWh x litres a kWh x price
 *   3. failed accelerators are bought again: failure rate x price of the servers, a year
 *
 * The facility's one price is split so that it pairs with orbit's parts: electrical 5.25, mechanical 3.0, civil 2.5 and network
 * 1.75 of 12.5 $/W (McCalip, "Economics of orbital vs terrestrial data centres", andrewmccalip/thoughts math.js e59571e, 2026-02).
 * Energy is paid for work that runs: idle servers are taken to draw nothing.
 */
import type { Item } from "../ledger/index.ts";
import { entryOf, entryValue } from "../scenario/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { HOURS_PER_YEAR } from "../units/index.ts";
import { countMeanByQuarter, meanByQuarter, QUARTERS_PER_YEAR, quartersOfLife, startByQuarter } from "./by-quarter.ts";
import type { CapitalPrice, PricedLine, SiteCase } from "./plan-case.ts";

export type Site = Scenario["ground"]["sites"][number];

const MCCALIP = "split after McCalip, math.js e59571e (2026-02)";
export const FACILITY_SPLIT: readonly { readonly subsystem: string; readonly boundary: Item; readonly share: number }[] = [
  { subsystem: "electrical plant", boundary: "power", share: 5.25 / 12.5 },
  { subsystem: "cooling plant", boundary: "heat-rejection", share: 3 / 12.5 },
  { subsystem: "land and shell", boundary: "structure", share: 2.5 / 12.5 },
  { subsystem: "site network", boundary: "links", share: 1.75 / 12.5 },
];

/** What a megawatt of site power holds. */
export interface SiteUnit {
  readonly it_W: number;
  readonly servers: number;
}

export const siteUnit = (scenario: Scenario, site: Site): SiteUnit => {
  const it_W = 1e6 / site.pue;
  return { it_W, servers: it_W / (1000 * entryValue(entryOf(scenario, { kind: "servers", id: site.server }), "nameplate")) };
};

/** One site, with prices by quarter. */
export const siteCase = (scenario: Scenario, { site, name, quarters, available_frac, price_factor }: { readonly site: Site; readonly name: string; readonly quarters: readonly number[]; readonly available_frac: number; readonly price_factor: number }): SiteCase => ({
  id: site.id,
  name,
  grid_MW: quarters.map((q) => site.phases.reduce((sum, phase) => (phase.online_quarter <= q ? sum + phase.power_MW : sum), 0)),
  build_MW: countMeanByQuarter(site.buildRate_MW_per_yr, quarters).map((rate) => rate / QUARTERS_PER_YEAR),
  it_MW_per_MW: available_frac / site.pue,
  life: quartersOfLife(site.facilityLife_yr),
  capital: capitalLines(site, { quarters, servers: siteUnit(scenario, site).servers }),
  standing: standingLines(site, { quarters, servers: siteUnit(scenario, site).servers }),
  running: runningLines(site, { quarters, price_factor }),
});

interface SiteContext {
  readonly quarters: readonly number[];
  readonly servers: number;
}

const capitalLines = (site: Site, { quarters, servers }: SiteContext): readonly CapitalPrice[] => {
  const facility = startByQuarter(site.facilityCost_usd_per_W, quarters);
  return [
    {
      subsystem: "servers", boundary: "it", life: quartersOfLife(site.serverLife_yr), source: `ground.sites.${site.id}.serverPrice, ${site.server}`,
      usd: startByQuarter(site.serverPrice_usd, quarters).map((price) => price * servers),
    },
    ...FACILITY_SPLIT.map(({ subsystem, boundary, share }) => ({
      subsystem, boundary, life: quartersOfLife(site.facilityLife_yr), source: `ground.sites.${site.id}.facilityCost, ${MCCALIP}`,
      usd: facility.map((usd_per_W) => usd_per_W * 1e6 * share),
    })),
  ];
};

const standingLines = (site: Site, { quarters, servers }: SiteContext): readonly PricedLine[] => [
  { subsystem: "staff and upkeep", boundary: "operations", source: `ground.sites.${site.id}.operations`, usd: quarters.map(() => site.operations_usd_per_W * 1e6) },
  {
    subsystem: "server replacement", boundary: "it", source: `ground.sites.${site.id}.failureRate x serverPrice`,
    usd: startByQuarter(site.serverPrice_usd, quarters).map((price) => price * servers * site.failureRate_per_yr),
  },
];

const runningLines = (site: Site, { quarters, price_factor }: { readonly quarters: readonly number[]; readonly price_factor: number }): readonly PricedLine[] => [
  {
    subsystem: "electricity", boundary: "energy", source: `ground.sites.${site.id}.powerPrice x priceShape at the demand's hours x pue`,
    usd: meanByQuarter(site.powerPrice_usd_per_MWh, quarters).map((price) => price * price_factor * site.pue * HOURS_PER_YEAR),
  },
  {
    // Litres a kilowatt-hour are cubic metres a megawatt-hour.
    subsystem: "water", boundary: "water", source: `ground.sites.${site.id}.water x waterPrice`,
    usd: quarters.map(() => site.water_L_per_kWh * site.waterPrice_usd_per_m3 * HOURS_PER_YEAR),
  },
];
