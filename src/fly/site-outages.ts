/**
 * Outages of a site's power over many drawn years, laid over the year as planned.
 *
 *   1. each unit alternates: up for an exponential time of mean d (1 - q)/q, out for one of mean d; q the share of the time that it is out,
 *      d the mean length; its state at the start by q (a stationary alternating renewal process, Barlow & Proschan 1965)
 *   2. what a source cannot give of its plan in an hour: of one unit, its plan over the time that it is out; of several, its plan less what the
 *      others of its kind can give. It is given by what is left of the other sources over that time, cheapest first; when it was the grid,
 *      then by the engines of the house: their share of the site's load, once for each outage, if they start
 *   3. what is left is shed: IT and overhead in the proportion of the hour
 *   4. every column is then the mean of the drawn years, in which each hour balances; so does their mean
 *
 * The store keeps to its plan: it is not held back for outages, nor does it help in them. Cooling units' failures are in the sizing's redundancy
 * and not drawn. Streams of random numbers: one a source and drawn year (kernel/rng), so that sources and years do not share draws.
 */
import { randomDoubles } from "../kernel/index.ts";
import type { PowerSource } from "../size/index.ts";
import type { SiteSources } from "./site-sources.ts";

/** Columns as they are drawn on: the mean of the drawn years. */
export interface SiteDelivery {
  /** hours x sources, MW. */
  readonly used_MW: Float64Array;
  /** By the engines of the house. */
  readonly backup_MW: Float64Array;
  /** Site load that no source gives: planned, and by outages. */
  readonly short_MW: Float64Array;
  readonly shed_MW: Float64Array;
  /** Mean of the years' highest hour of each month, of the grid. */
  readonly gridPeak_MW: Float64Array;
  readonly draws: OutageDraws;
}

export interface OutageDraws {
  /** 0 where nothing can be out. */
  readonly years: number;
  /** Site energy shed in each drawn year, MWh, and hours in which any is. */
  readonly shed_MWh: Float64Array;
  readonly shed_h: Float64Array;
  /** Outages a year of the grid and how many of them the engines did not carry, means. */
  readonly gridOutages_per_yr: number;
  readonly failedStarts_per_yr: number;
}

export interface OutageAsked {
  readonly sources: SiteSources;
  /** hours x sources, as planned. */
  readonly planned_MW: Float64Array;
  readonly load_MW: Float64Array;
  readonly short_MW: Float64Array;
  readonly month: Uint8Array;
  /** Engines of the house; null where nothing is said of them. */
  readonly backup: { readonly share_frac: number; readonly start_frac: number } | null;
  readonly years: number;
  readonly seed: number;
  /** Of the site among the scenario's. */
  readonly index: number;
}

const STREAM = 0x51_7e_00_00;
const MOST_SOURCES = 256;
const MONTHS = 12;

export const siteOutages = (asked: OutageAsked): SiteDelivery => {
  const { sources, planned_MW, load_MW } = asked;
  const n = load_MW.length;
  const years = sources.of.some(canFail) ? asked.years : 0;
  const delivery: SiteDelivery = {
    used_MW: planned_MW.slice(), backup_MW: new Float64Array(n), short_MW: asked.short_MW, shed_MW: new Float64Array(n), gridPeak_MW: new Float64Array(MONTHS),
    draws: { years, shed_MWh: new Float64Array(years), shed_h: new Float64Array(years), gridOutages_per_yr: 0, failedStarts_per_yr: 0 },
  };
  const grid = sources.of.findIndex(({ kind }) => kind === "grid");
  if (years === 0) return { ...delivery, gridPeak_MW: peaks(planned_MW, { asked, grid }) };
  let [outages, failed] = [0, 0];
  for (let year = 0; year < years; year++) {
    const drawn = drawnYear(asked, { year, grid });
    outages += drawn.gridOutages / years;
    failed += drawn.failedStarts / years;
    layOver(asked, delivery, { drawn, year, grid });
  }
  return { ...delivery, draws: { ...delivery.draws, gridOutages_per_yr: outages, failedStarts_per_yr: failed } };
};

/** A field is many small parts: what is out of it is out all the time, and in its limit. */
const canFail = ({ kind, outage_frac, outage_h }: PowerSource): boolean => kind !== "solar" && outage_frac > 0 && outage_h > 0;

const unitsOf = (source: PowerSource): number => (source.kind === "gas" || source.kind === "nuclear" ? source.units : 1);

interface DrawnYear {
  /** sources x hours: share of the source that is out. */
  readonly out_frac: readonly (Float64Array | null)[];
  /** Share of the hour in which the grid is out and the engines run. */
  readonly engines_frac: Float64Array;
  readonly gridOutages: number;
  readonly failedStarts: number;
}

const drawnYear = ({ sources, load_MW, backup, seed, index }: OutageAsked, { year, grid }: { readonly year: number; readonly grid: number }): DrawnYear => {
  const n = load_MW.length;
  const engines_frac = new Float64Array(n);
  let [gridOutages, failedStarts] = [0, 0];
  const out_frac = sources.of.map((source, k) => {
    if (!canFail(source)) return null;
    const random = randomDoubles({ seed, stream: STREAM + index * MOST_SOURCES + k, index: year });
    const units = unitsOf(source);
    const out = new Float64Array(n);
    for (let unit = 0; unit < units; unit++) {
      drawOutages(source, { hours: n, random }, (from_h, to_h) => {
        addOver(out, { from_h, to_h }, 1 / units);
        if (k !== grid) return;
        gridOutages++;
        if (backup === null || backup.share_frac === 0) return;
        if (random() < backup.start_frac) addOver(engines_frac, { from_h, to_h }, 1);
        else failedStarts++;
      });
    }
    return out;
  });
  return { out_frac, engines_frac, gridOutages, failedStarts };
};

/** Equation 1. */
const drawOutages = ({ outage_frac: q, outage_h }: PowerSource, { hours, random }: { readonly hours: number; readonly random: () => number }, each: (from_h: number, to_h: number) => void): void => {
  const up_h = (outage_h * (1 - q)) / q;
  const exponential = (mean: number): number => -mean * Math.log(1 - random());
  let t = random() < q ? 0 : exponential(up_h);
  while (t < hours) {
    const end = t + exponential(outage_h);
    each(t, Math.min(end, hours));
    t = end + exponential(up_h);
  }
};

const addOver = (column: Float64Array, { from_h, to_h }: { readonly from_h: number; readonly to_h: number }, value: number): void => {
  for (let h = Math.floor(from_h); h < to_h; h++) column[h] = column[h]! + value * (Math.min(h + 1, to_h) - Math.max(h, from_h));
};

/** Equations 2 and 3 over the hours in which anything is out, added to the means. */
const layOver = (asked: OutageAsked, delivery: SiteDelivery, { drawn, year, grid }: { readonly drawn: DrawnYear; readonly year: number; readonly grid: number }): void => {
  const { sources, planned_MW, load_MW, month, years } = asked;
  const { used_MW, backup_MW, shed_MW, gridPeak_MW, draws } = delivery;
  const count = sources.of.length;
  const peak = new Float64Array(MONTHS);
  const changed = new Float64Array(count);
  for (let h = 0; h < load_MW.length; h++) {
    const lacking = lackOf(asked, drawn, { h, changed });
    const lack = lacking.lack_MW;
    if (lack > 0) {
      const rest = redispatch(asked, drawn, { h, changed, ...lacking });
      const engines = asked.backup === null ? 0 : Math.min(rest, asked.backup.share_frac * load_MW[h]! * drawn.engines_frac[h]!);
      const shed = rest - engines;
      backup_MW[h] = backup_MW[h]! + engines / years;
      shed_MW[h] = shed_MW[h]! + shed / years;
      draws.shed_MWh[year] = draws.shed_MWh[year]! + shed;
      if (shed > 0) draws.shed_h[year] = draws.shed_h[year]! + 1;
      for (let k = 0; k < count; k++) used_MW[h * count + k] = used_MW[h * count + k]! + changed[k]! / years;
    }
    if (grid >= 0) peak[month[h]!] = Math.max(peak[month[h]!]!, planned_MW[h * count + grid]! + (lack > 0 ? changed[grid]! : 0));
  }
  for (let m = 0; m < MONTHS; m++) gridPeak_MW[m] = gridPeak_MW[m]! + peak[m]! / years;
};

interface Hour { readonly h: number; readonly changed: Float64Array }
/** What lacks over the hour, and the share of the hour in which it does. */
interface Lacking { readonly lack_MW: number; readonly time_frac: number }

/** What the plan takes from sources that cannot give it; `changed` is set to what each gives less. */
const lackOf = ({ sources: { of, limit_MW }, planned_MW }: OutageAsked, { out_frac }: DrawnYear, { h, changed }: Hour): Lacking => {
  const count = of.length;
  let [lack_MW, time_frac] = [0, 0];
  for (let k = 0; k < count; k++) {
    const out = out_frac[k]?.[h] ?? 0;
    const [planned, limit] = [planned_MW[h * count + k]!, limit_MW[h * count + k]!];
    const single = unitsOf(of[k]!) === 1;
    const less = single ? planned * out : Math.max(0, planned - limit * (1 - out));
    changed[k] = -less;
    lack_MW += less;
    if (less > 0) time_frac = Math.max(time_frac, single ? out : 1);
  }
  return { lack_MW, time_frac };
};

/** Fills from the others, cheapest first; answers what is left. */
const redispatch = ({ sources: { of, limit_MW, cost_usd_per_MWh }, planned_MW }: OutageAsked, { out_frac }: DrawnYear, { h, changed, lack_MW, time_frac }: Hour & Lacking): number => {
  const count = of.length;
  const order = Array.from({ length: count }, (_, k) => k).sort((a, b) => cost_usd_per_MWh[h * count + a]! - cost_usd_per_MWh[h * count + b]! || a - b);
  let rest = lack_MW;
  for (const k of order) {
    if (changed[k]! < 0) continue;
    const spare = limit_MW[h * count + k]! * (1 - (out_frac[k]?.[h] ?? 0)) - planned_MW[h * count + k]!;
    const more = Math.min(rest, Math.max(0, spare) * time_frac);
    changed[k] = more;
    rest -= more;
  }
  return rest;
};

const peaks = (planned_MW: Float64Array, { asked, grid }: { readonly asked: OutageAsked; readonly grid: number }): Float64Array => {
  const peak = new Float64Array(MONTHS);
  const count = asked.sources.of.length;
  if (grid >= 0) asked.month.forEach((m, h) => { peak[m] = Math.max(peak[m]!, planned_MW[h * count + grid]!); });
  return peak;
};
