/**
 * A site's year by the hour: load, sources, store and outages put together. Columns are MW, means over each hour and over the drawn years.
 *
 *   1. planned: sources and store at least cost over the whole year, as if every hour were known ahead (kernel/convex-store)
 *   2. outages laid over it (site-outages), in which the store leaves its plan
 *   3. supplied = load - short - shed; IT = IT planned x supplied/load, overhead likewise
 *
 * Peak charges do not steer the dispatch; they are paid on what it takes. A store is half full at the start and is planned to hold no less at the end.
 */
import { convexStore } from "../kernel/index.ts";
import type { StorePath } from "../kernel/index.ts";
import { idList } from "../scenario/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { SiteSizing } from "../size/index.ts";
import { HOUR_S } from "../units/index.ts";
import { siteAir } from "./site-air.ts";
import { siteHours } from "./site-hours.ts";
import type { Site, SiteHours } from "./site-hours.ts";
import { siteLoad } from "./site-load.ts";
import type { SiteLoad } from "./site-load.ts";
import type { DatedOutage } from "./site-draws.ts";
import { siteOutages } from "./site-outages.ts";
import type { SiteDelivery } from "./site-outages.ts";
import { siteSources } from "./site-sources.ts";
import type { SiteContext, SiteSources } from "./site-sources.ts";

export interface SiteYearFlown extends SiteContext {
  readonly load: SiteLoad;
  readonly sources: SiteSources;
  readonly delivery: SiteDelivery;
  /** Power run, after what is short and shed. */
  readonly it_MW: Float64Array;
  readonly overhead_MW: Float64Array;
  readonly water_m3: Float64Array;
}

/** Load is never given up for money but by the site's own limit of price: above any price of electricity that there was. */
const LOST_COST = 1e6;
const START_FRAC = 0.5;
const CLOSE = 1e-9;

/** Flies one site of the scenario by the hour; `index` is its place among the sites. */
export const siteYear = (scenario: Scenario, { site, sized, index }: { readonly site: Site; readonly sized: SiteSizing; readonly index: number }): SiteYearFlown => {
  const hours = siteHours(scenario, site);
  const air = siteAir(scenario, site, sized, hours);
  const context: SiteContext = { scenario, site, sized, hours, air };
  const load = siteLoad(site, sized, { hours, air });
  const sources = siteSources(context);
  const load_MW = load.it_MW.map((it, h) => it + load.overhead_MW[h]!);
  const delivery = siteOutages({
    sources, dated: datedOutages(site, hours).flown, planned: planned(context, { sources, load_MW }), load_MW, it_MW: load.it_MW, up_MW: load.up_MW, month: hours.month, index,
    store: sized.storage === null ? null : { power_MW: sized.storage.power_MW, way_frac: Math.sqrt(sized.storage.roundTrip_frac) },
    backup: site.plant === null ? null : { share_frac: site.plant.backup_frac, start_frac: site.plant.backupStart_frac },
    years: scenario.simulate.outageYears, seed: scenario.uncertainty.seed,
  });
  const supplied = load_MW.map((wanted, h) => suppliedOf(wanted, delivery, h));
  const it_MW = load.it_MW.map((it, h) => it * supplied[h]!);
  return { ...context, load, sources, delivery, it_MW, overhead_MW: load.overhead_MW.map((overhead, h) => overhead * supplied[h]!), water_m3: it_MW.map((it, h) => it * load.water_L_per_kWh[h]!) };
};

/** Share of an hour's load that finds power; throws where it is none, by more than rounding. */
const suppliedOf = (wanted_MW: number, { short_MW, shed_MW }: Pick<SiteDelivery, "short_MW" | "shed_MW">, h: number): number => {
  if (wanted_MW === 0) return 1;
  const share = (wanted_MW - short_MW[h]! - shed_MW[h]!) / wanted_MW;
  if (!(share >= -CLOSE && share <= 1 + CLOSE)) throw new Error(`fly: hour ${h} of a site is supplied with ${share} of its load`);
  return Math.max(0, share);
};

/** Outages of `plant.outages` in hours of the flown year, cut to it, and the ids of those that lie outside. */
export const datedOutages = ({ plant }: Pick<Site, "plant">, { start_utc_s, hours }: Pick<SiteHours, "start_utc_s" | "hours">): { readonly flown: readonly DatedOutage[]; readonly outside: readonly string[] } => {
  const all = (plant?.outages ?? []).map(({ id, holds, from_utc_s, duration_h }) => {
    const from_h = (from_utc_s - start_utc_s) / HOUR_S;
    return { id, holds: idList(holds), from_h: Math.max(0, from_h), to_h: Math.min(hours, from_h + duration_h) };
  });
  const isFlown = ({ from_h, to_h }: DatedOutage): boolean => to_h > from_h;
  return { flown: all.filter(isFlown), outside: all.filter((one) => !isFlown(one)).map(({ id }) => id) };
};

/** Equation 1. */
const planned = ({ sized, hours }: SiteContext, { sources, load_MW }: { readonly sources: SiteSources; readonly load_MW: Float64Array }): StorePath => {
  const { storage } = sized;
  const way_frac = storage === null ? 1 : Math.sqrt(storage.roundTrip_frac);
  const energy = storage === null ? 0 : storage.energy_MWh / way_frac;
  return convexStore({
    steps: hours.hours, sources: sources.of.length, load: load_MW, cost: sources.cost_usd_per_MWh, limit: sources.limit_MW, lostCost: LOST_COST,
    energy, power: storage === null ? 0 : storage.power_MW, charge_frac: way_frac, discharge_frac: way_frac, start: energy * START_FRAC,
  });
};
