/**
 * A ground site as the planner sees it, for one megawatt of site power.
 *
 *   1. IT power = site power / PUE; servers = IT power / nameplate
 *   2. energy of a megawatt of IT that runs all year = PUE x 8766 h x price; water = 8766 MWh x litres a kWh x price
 *   2a. drives of the site's data (site-drives): their watts are IT power that holds no servers; price and replacement by the megawatt
 *   3. failed accelerators are bought again: failure rate x price of the servers, a year
 *
 * The facility's one price is split so that it pairs with orbit's parts: electrical 5.25, mechanical 3.0, civil 2.5 and network
 * 1.75 of 12.5 $/W (McCalip, "Economics of orbital vs terrestrial data centres", andrewmccalip/thoughts math.js e59571e, 2026-02).
 * Energy is paid for work that runs: idle servers are taken to draw nothing.
 */
import type { Item } from "../../ledger/index.ts";
import { entryOf, entryValue } from "../../scenario/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { formatNumber, HOURS_PER_YEAR } from "../../units/index.ts";
import { countMeanByQuarter, meanByQuarter, QUARTERS_PER_YEAR, quartersOfLife, startByQuarter } from "../by-quarter.ts";
import { drivesText, siteDrives, type SiteDrives } from "./site-drives.ts";
import type { CapitalPrice, LimitCase, OptionCase, PricedLine } from "../plan-case.ts";

export type Site = Scenario["ground"]["sites"][number];

const MCCALIP = "split after McCalip, math.js e59571e (2026-02)";
export const FACILITY_SPLIT: readonly { readonly subsystem: string; readonly boundary: Item; readonly share: number }[] = [
  { subsystem: "electrical plant", boundary: "power", share: 5.25 / 12.5 },
  { subsystem: "cooling plant", boundary: "heat-rejection", share: 3 / 12.5 },
  { subsystem: "land and shell", boundary: "structure", share: 2.5 / 12.5 },
  { subsystem: "site network", boundary: "links", share: 1.75 / 12.5 },
];

const NOTHING: OptionCase["nothing"] = [
  { item: "storage", why: "in the price of the servers" },
  { item: "control", why: "in the facility's price" },
  { item: "launch", why: "none on the ground" },
  { item: "disposal", why: "none taken" },
];

/** What a megawatt of site power holds. */
export interface SiteUnit {
  readonly it_W: number;
  readonly servers: number;
}

export const siteUnit = (scenario: Scenario, site: Site): SiteUnit => {
  const drives = siteDrives(scenario, site);
  const it_W = 1e6 / site.pue - (drives === null ? 0 : perMegawatt(drives, drives.power_W));
  return { it_W, servers: it_W / (1000 * entryValue(entryOf(scenario, { kind: "servers", id: site.server }), "nameplate")) };
};

const perMegawatt = ({ site_MW }: SiteDrives, quantity: number): number => (site_MW === 0 ? 0 : quantity / site_MW);

export interface SiteInput {
  readonly site: Site;
  readonly name: string;
  readonly quarters: readonly number[];
  /** Index of the pool it stands in, and its own among the options. */
  readonly pool: number;
  readonly index: number;
  readonly available_frac: number;
  readonly price_factor: number;
}

/** One site as an option, with prices by quarter. */
export const siteOption = (scenario: Scenario, input: SiteInput): OptionCase => {
  const { site, name, quarters, pool, available_frac, price_factor } = input;
  const { it_W, servers } = siteUnit(scenario, site);
  const entry = entryOf(scenario, { kind: "servers", id: site.server });
  const drives = siteDrives(scenario, site);
  const life = quartersOfLife(site.facilityLife_yr);
  return {
    id: site.id, name, tier: "ground", counted: "MW", nothing: drives === null ? NOTHING : NOTHING.filter(({ item }) => item !== "storage"), pool, life, premium_per_yr: 0, charge: 1, link_B_per_s: 0, ownLink_B_per_s: 0,
    unit: {
      name: "1 MW of site power", itNameplate_W: it_W, accelerators: servers * entryValue(entry, "chips"), bf16_PFLOP_per_s: servers * entryValue(entry, "bf16"),
      tokens_per_s: it_W * entryValue(entry, "tokens"), mass_kg: null,
    },
    run_MW: Array.from({ length: Math.ceil(life / QUARTERS_PER_YEAR) }, () => drives === null ? available_frac / site.pue : (available_frac * it_W) / 1e6),
    ways: [{ id: `ground/${site.id}`, name, arrives_frac: 1, launch: null, limits: limitsText(siteLimits(input)) }],
    capital: capitalLines(site, { quarters, servers, drives }),
    standing: standingLines(site, { quarters, servers, drives }),
    running: runningLines(site, { quarters, price_factor }),
  };
};

const limitsText = ([grid, build]: readonly LimitCase[]): string => {
  const most = (limit: LimitCase): string => formatNumber(Math.max(0, ...limit.amount));
  return `grid up to ${most(grid!)} MW, at most ${most(build!)} MW more a quarter`;
};

/** What limits a site: the power of its phases online by then, and what can be built in a quarter. */
export const siteLimits = ({ site, name, quarters, index }: SiteInput): readonly LimitCase[] => {
  const uses = [{ index, each: 1 }];
  return [
    {
      id: `grid/${site.id}`, name: `grid_${name}`, of: "standing", sense: "most", uses, counted: "MW", per: "MW of site power from then on",
      amount: quarters.map((q) => site.phases.reduce((sum, phase) => (phase.online_quarter <= q ? sum + phase.power_MW : sum), 0)),
      words: { what: `the phases of ${site.id}`, field: "ground.sites.phases", rate: false },
    },
    {
      id: `build/${site.id}`, name: `rate_${name}`, of: "bought", sense: "most", uses, counted: "MW", per: "MW built in the quarter",
      amount: countMeanByQuarter(site.buildRate_MW_per_yr, quarters).map((rate) => rate / QUARTERS_PER_YEAR),
      words: { what: `building at ${site.id}`, field: "ground.sites.buildRate", rate: true },
    },
  ];
};

interface SiteContext {
  readonly quarters: readonly number[];
  readonly servers: number;
  readonly drives: SiteDrives | null;
}

const capitalLines = (site: Site, { quarters, servers, drives }: SiteContext): readonly CapitalPrice[] => {
  const facility = startByQuarter(site.facilityCost_usd_per_W, quarters);
  return [
    {
      subsystem: "servers", boundary: "it", life: quartersOfLife(site.serverLife_yr), source: `ground.sites.${site.id}.serverPrice, ${site.server}`,
      usd: startByQuarter(site.serverPrice_usd, quarters).map((price) => price * servers),
    },
    ...(drives === null ? [] : [{
      subsystem: "drives", boundary: "storage" as const, life: quartersOfLife(site.serverLife_yr), source: `ground.sites.${site.id}.data: ${drivesText(drives)} in all`,
      usd: quarters.map(() => perMegawatt(drives, drives.price_usd)),
    }]),
    ...FACILITY_SPLIT.map(({ subsystem, boundary, share }) => ({
      subsystem, boundary, life: quartersOfLife(site.facilityLife_yr), source: `ground.sites.${site.id}.facilityCost, ${MCCALIP}`,
      usd: facility.map((usd_per_W) => usd_per_W * 1e6 * share),
    })),
  ];
};

const standingLines = (site: Site, { quarters, servers, drives }: SiteContext): readonly PricedLine[] => [
  { subsystem: "staff and upkeep", boundary: "operations", source: `ground.sites.${site.id}.operations`, usd: quarters.map(() => site.operations_usd_per_W * 1e6) },
  {
    subsystem: "server replacement", boundary: "it", source: `ground.sites.${site.id}.failureRate x serverPrice`,
    usd: startByQuarter(site.serverPrice_usd, quarters).map((price) => price * servers * site.failureRate_per_yr),
  },
  ...(drives === null ? [] : [{
    subsystem: "electricity of drives", boundary: "energy" as const, source: `ground.sites.${site.id}.powerPrice x pue x ${drivesText(drives)} in all, all year`,
    usd: meanByQuarter(site.powerPrice_usd_per_MWh, quarters).map((price) => price * site.pue * HOURS_PER_YEAR * perMegawatt(drives, drives.power_W / 1e6)),
  }, {
    subsystem: "drive replacement", boundary: "storage" as const, source: `ground.sites.${site.id}.data: failed and worn drives x price`,
    usd: quarters.map(() => perMegawatt(drives, drives.replaced_usd_per_yr)),
  }]),
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
