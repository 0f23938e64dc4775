/**
 * A ground site as the planner sees it, for one megawatt of site power.
 *
 *   1. IT power and servers as the site is sized: the design hour's PUE, or the written one; what runs of it, PUE and water as serve has them
 *   2. parts and standing costs = those of the sized site over its power, generation and battery among them; servers and facility follow
 *      their prices over time, the rest is at the price of the horizon's start
 *   3. energy of a megawatt of IT that runs all year = 8766 h x dollars a megawatt-hour of IT: written price x PUE; or of the flown year:
 *      grid energy x what the demand's hours cost over the mean, and delivery, peaks, fuel and upkeep as they were. Where the flown year has
 *      no prices by the hour, grid energy follows the written price over time
 *   3a. drives of the site's data (site-drives): their watts are IT power that holds no servers; price and replacement by the megawatt
 *   4. what can stand in a quarter = what the sized site has online by then: phases, works, queue and generation
 *
 * Energy is paid for work that runs: idle servers are taken to draw nothing. Sources are dispatched for full load in the flown year.
 */
import type { SiteFlight } from "../../fly/index.ts";
import { amountAt, entryOf, entryValue, partOf, runAll } from "../../scenario/index.ts";
import type { Keep, Scenario } from "../../scenario/index.ts";
import type { Service } from "../../serve/index.ts";
import type { SiteSizing } from "../../size/index.ts";
import { formatNumber, HOURS_PER_YEAR } from "../../units/index.ts";
import { countMeanByQuarter, meanByQuarter, QUARTERS_PER_YEAR, quartersOfLife, startByQuarter, steady } from "../by-quarter.ts";
import type { Words } from "./words.ts";
import { drivesText, siteDrives, type SiteDrives } from "./site-drives.ts";
import type { CapitalPrice, LimitCase, OptionCase, PricedLine } from "../plan-case.ts";

export type Site = Scenario["ground"]["sites"][number];

const NOTHING: OptionCase["nothing"] = [
  { item: "storage", why: "in the price of the servers" },
  { item: "control", why: "in the facility's price" },
  { item: "launch", why: "none on the ground" },
  { item: "disposal", why: "none taken" },
];

const perMegawatt = ({ site_MW }: SiteDrives, quantity: number): number => {
  if (site_MW === 0) throw new Error("plan: drives of a site without power have no price a megawatt");
  return quantity / site_MW;
};

export interface SiteInput {
  readonly site: Site;
  readonly name: string;
  readonly quarters: readonly number[];
  /** Index of the pool it stands in, and its own among the options. */
  readonly pool: number;
  readonly index: number;
  readonly sized: SiteSizing;
  readonly means: Service["siteMeans"][string];
  /** Null where it was not flown, or serve took its constants. */
  readonly flown: SiteFlight | null;
  readonly price_factor: number;
}

/** One site as an option, with prices by quarter. */
export const siteOption = (scenario: Scenario, input: SiteInput, { words, keep }: { readonly words: Words; readonly keep: Keep } = { words: "told", keep: runAll }): OptionCase => {
  const { site, name, pool, means } = input;
  const drives = siteDrives(scenario, site);
  const it_W = 1e6 * means.nameplate_frac - (drives === null ? 0 : perMegawatt(drives, drives.power_W));
  const entry = entryOf(scenario, { kind: "servers", id: site.server });
  const servers = it_W / (1000 * entryValue(entry, "nameplate"));
  const life = quartersOfLife(site.facilityLife_yr);
  const context: SiteContext = { input, drives, full_frac: it_W / (1e6 * means.nameplate_frac), energy: energyPrice(input) };
  return {
    id: site.id, name, tier: "ground", counted: "MW", nothing: drives === null ? NOTHING : NOTHING.filter(({ item }) => item !== "storage"), pool, life, premium_per_yr: 0, charge: 1, order: null, link_B_per_s: 0, ownLink_B_per_s: 0,
    unit: {
      name: "1 MW of site power", itNameplate_W: it_W, accelerators: servers * entryValue(entry, "chips"), bf16_PFLOP_per_s: servers * entryValue(entry, "bf16"),
      tokens_per_s: it_W * entryValue(entry, "tokens"), mass_kg: null, volume_m3: null,
    },
    run_MW: steady((means.available_frac * it_W) / 1e6, { length: Math.ceil(life / QUARTERS_PER_YEAR) }),
    ways: [{ id: `ground/${site.id}`, name, arrives_frac: 1, launch: null, paid: [], limits: words === "told" ? limitsText(siteLimits(input)) : "" }],
    ...(words === "told" ? linesOf(context) : sumsOf(context, keep)),
  };
};

const limitsText = ([grid, build]: readonly LimitCase[]): string => {
  const most = (limit: LimitCase): string => formatNumber(Math.max(0, ...limit.amount));
  return `grid up to ${most(grid!)} MW, at most ${most(build!)} MW more a quarter`;
};

/** What limits a site: the power that is online by then, and what can be built in a quarter. */
export const siteLimits = ({ site, sized, name, quarters, index }: SiteInput): readonly LimitCase[] => {
  const uses = [{ index, each: 1 }];
  return [
    {
      id: `grid/${site.id}`, name: `grid_${name}`, of: "standing", sense: "most", uses, counted: "MW", per: "MW of site power from then on",
      amount: sized.online_MW,
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
  readonly input: SiteInput;
  readonly drives: SiteDrives | null;
  /** Servers over those of the sized site: less than one where drives take some of its power. */
  readonly full_frac: number;
  /** Dollars a megawatt-hour of IT by quarter, for a load that pays so much more than the mean for the grid's energy. */
  readonly energy: (price_factor: number) => readonly number[];
}

/** Dollars of one thing: a number where it is the same in each quarter. */
type Price = number | readonly number[];

type Priced = Pick<SiteSizing["parts"][number], "pricedBy"> & { readonly usd: number };

/** For one megawatt of site power: what moves with a price follows it. */
const priceOf = ({ input: { site, sized, quarters }, full_frac }: SiteContext, { pricedBy, usd }: Priced): Price => {
  const site_MW = sized.site_W / 1e6;
  if (site_MW === 0) throw new Error(`plan: site ${site.id} has no power, so nothing of it has a price a megawatt`);
  if (pricedBy === null) return usd / site_MW;
  const share = pricedBy.field === "serverPrice_usd" ? full_frac : 1;
  const amount = site[pricedBy.field];
  const at = (price: number): number => (price * pricedBy.units * share) / site_MW;
  return amount.kind === "schedule" ? startByQuarter(amount, quarters).map(at) : at(amountAt(amount, 0));
};

const pricedByQuarter = (context: SiteContext, priced: Priced): readonly number[] => {
  const price = priceOf(context, priced);
  return typeof price === "number" ? steady(price, context.input.quarters) : price;
};

type Lines = Pick<OptionCase, "capital" | "standing" | "running">;

const linesOf = (context: SiteContext): Lines => ({ capital: capitalLines(context), standing: standingLines(context), running: runningLines(context.input, context.energy(context.input.price_factor)) });

/** The same without their names: what lives as long is one line. */
const sumsOf = (context: SiteContext, keep: Keep): Lines => {
  const { input: { site, sized, quarters, means, flown, price_factor }, drives, energy } = context;
  const byLife: { readonly life: number; readonly prices: Price[] }[] = [];
  const bought = (life_yr: number, price: Price): void => {
    const life = quartersOfLife(life_yr);
    const same = byLife.find((one) => one.life === life);
    if (same === undefined) byLife.push({ life, prices: [price] });
    else same.prices.push(price);
  };
  for (const { life_yr, pricedBy, capital_usd } of sized.parts) bought(life_yr, priceOf(context, { pricedBy, usd: capital_usd }));
  const standing = sized.standing.map(({ pricedBy, usd_per_yr }) => priceOf(context, { pricedBy, usd: usd_per_yr }));
  if (drives !== null) {
    bought(site.serverLife_yr, perMegawatt(drives, drives.price_usd));
    const MWh_per_yr = HOURS_PER_YEAR * perMegawatt(drives, drives.power_W / 1e6);
    standing.push(energy(1).map((price) => price * MWh_per_yr), perMegawatt(drives, drives.replaced_usd_per_yr));
  }
  return {
    capital: byLife.map(({ life, prices }) => ({ subsystem: "parts", boundary: "it", source: "", life, usd: together(prices, quarters) })),
    standing: [{ subsystem: "standing", boundary: "operations", source: "", usd: together(standing, quarters) }],
    running: [{ subsystem: "running", boundary: "energy", source: "", usd: keep(partOf("running costs of", site.id), runningSum, { site, means, flown, quarters, price_factor }) }],
  };
};

const runningSum = (input: EnergyInput & Pick<SiteInput, "price_factor">): readonly number[] => together([energyPrice(input)(input.price_factor).map((price) => price * HOURS_PER_YEAR), waterPrice(input)], input.quarters);

const together = (prices: readonly Price[], quarters: readonly number[]): readonly number[] => {
  let same = 0;
  for (const price of prices) if (typeof price === "number") same += price;
  const usd = steady(same, quarters);
  for (const price of prices) if (typeof price !== "number") for (let t = 0; t < usd.length; t++) usd[t]! += price[t]!;
  return usd;
};

const capitalLines = (context: SiteContext): readonly CapitalPrice[] => {
  const { input: { site, sized, quarters }, drives } = context;
  return [
    ...sized.parts.map(({ subsystem, boundary, source, life_yr, pricedBy, capital_usd }) => ({ subsystem, boundary, source, life: quartersOfLife(life_yr), usd: pricedByQuarter(context, { pricedBy, usd: capital_usd }) })),
    ...(drives === null ? [] : [{
      subsystem: "drives", boundary: "storage" as const, life: quartersOfLife(site.serverLife_yr), source: `ground.sites.${site.id}.data: ${drivesText(drives)} in all`,
      usd: steady(perMegawatt(drives, drives.price_usd), quarters),
    }]),
  ];
};

const standingLines = (context: SiteContext): readonly PricedLine[] => {
  const { input: { site, sized, quarters }, drives, energy } = context;
  return [
    ...sized.standing.map(({ subsystem, boundary, source, pricedBy, usd_per_yr }) => ({ subsystem, boundary, source, usd: pricedByQuarter(context, { pricedBy, usd: usd_per_yr }) })),
    ...(drives === null ? [] : [{
      subsystem: "electricity of drives", boundary: "energy" as const, source: `ground.sites.${site.id}: energy of ${drivesText(drives)} in all, all year`,
      usd: energy(1).map((price) => price * HOURS_PER_YEAR * perMegawatt(drives, drives.power_W / 1e6)),
    }, {
      subsystem: "drive replacement", boundary: "storage" as const, source: `ground.sites.${site.id}.data: failed and worn drives x price`,
      usd: steady(perMegawatt(drives, drives.replaced_usd_per_yr), quarters),
    }]),
  ];
};

type EnergyInput = Pick<SiteInput, "site" | "means" | "flown" | "quarters">;

/** Equation 3. */
const energyPrice = ({ site, means, flown, quarters }: EnergyInput): SiteContext["energy"] => {
  const written = meanByQuarter(site.powerPrice_usd_per_MWh, quarters);
  if (flown === null) return (factor) => written.map((price) => price * factor * means.pue);
  const { energy, money, price, of } = flown;
  const grid = money.gridEnergy_usd / energy.it_MWh;
  const rest = money.energy_usd_per_MWh - grid;
  const moves = of.price !== "hours" && price.mean_usd_per_MWh !== 0;
  return (factor) => written.map((now) => grid * factor * (moves ? now / price.mean_usd_per_MWh : 1) + rest);
};

const runningLines = (input: SiteInput, energy: readonly number[]): readonly PricedLine[] => {
  const { site, flown, quarters } = input;
  return [
    {
      subsystem: "electricity", boundary: "energy", usd: energy.map((price) => price * HOURS_PER_YEAR),
      source: flown === null ? `ground.sites.${site.id}.powerPrice x priceShape at the demand's hours x pue` : `ground.sites.${site.id}: flown year ${flown.year}, grid at the demand's hours, delivery, peaks, fuel and upkeep`,
    },
    {
      subsystem: "water", boundary: "water", source: `ground.sites.${site.id}.${flown === null ? "water" : `plant: flown year ${flown.year}`} x waterPrice`,
      usd: steady(waterPrice(input), quarters),
    },
  ];
};

/** Dollars a year for a megawatt of IT. Litres a kilowatt-hour are cubic metres a megawatt-hour. */
const waterPrice = ({ site, means }: Pick<SiteInput, "site" | "means">): number => means.water_L_per_kWh * site.waterPrice_usd_per_m3 * HOURS_PER_YEAR;
