/**
 * Outages of a site's power over many drawn years, laid over the year as planned.
 *
 *   1. each unit alternates: up for an exponential time of mean d (1 - q)/q, out for one of mean d; q the share of the time that it is out,
 *      d the mean length; its state at the start by q (a stationary alternating renewal process, Barlow & Proschan 1965)
 *   2. what a source cannot give of its plan in an hour: of one unit, its plan over the time that it is out; of several, its plan less what the
 *      others of its kind can give. It is given by what is left of the other sources over that time, cheapest first; when it was the grid,
 *      then by the engines of the house: their share of the site's load, once for each outage, if they start
 *   3. what is left is shed: IT and overhead in the proportion of the hour
 *   3a. outages with a date (`plant.outages`) are in every drawn year: what they hold is out whole, all at once, and nobody foresees them; a dated outage
 *      of the grid is met by the engines as a drawn one is, unless they are out too
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
  /** Outages with a date, in hours of the year, and what is out. */
  readonly dated: readonly DatedOutage[];
  /** Engines of the house; null where nothing is said of them. */
  readonly backup: { readonly share_frac: number; readonly start_frac: number } | null;
  readonly years: number;
  readonly seed: number;
  /** Of the site among the scenario's. */
  readonly index: number;
}

export interface DatedOutage {
  /** "grid", "backup" or ids of generators. */
  readonly holds: readonly string[];
  readonly from_h: number;
  readonly to_h: number;
}

const STREAM = 0x51_7e_00_00;
const MOST_SOURCES = 256;
const MONTHS = 12;

export const siteOutages = (asked: OutageAsked): SiteDelivery => {
  const { sources, planned_MW, load_MW } = asked;
  const n = load_MW.length;
  const held = (source: PowerSource): boolean => canFail(source) || asked.dated.some(({ holds }) => holds.includes(source.id));
  const years = sources.of.some(held) ? asked.years : 0;
  const delivery: SiteDelivery = {
    used_MW: planned_MW.slice(), backup_MW: new Float64Array(n), short_MW: asked.short_MW, shed_MW: new Float64Array(n), gridPeak_MW: new Float64Array(MONTHS),
    draws: { years, shed_MWh: new Float64Array(years), shed_h: new Float64Array(years), gridOutages_per_yr: 0, failedStarts_per_yr: 0 },
  };
  const grid = sources.of.findIndex(({ kind }) => kind === "grid");
  if (years === 0) return { ...delivery, gridPeak_MW: peaks(planned_MW, { asked, grid }) };
  let [outages, failed] = [0, 0];
  const plan: Plan = { asked, grid, order: meritOrder(sources), single: sources.of.map((source) => unitsOf(source) === 1), failing: sources.of.flatMap((source, k) => (held(source) ? [k] : [])), tops: topHours(planned_MW, { asked, grid }) };
  const room: Room = { out_frac: sources.of.map((source) => (held(source) ? new Float64Array(n) : null)), engines_frac: new Float64Array(n), touched: new Int32Array(n) };
  for (let year = 0; year < years; year++) {
    const drawn = drawnYear(asked, { year, grid, room });
    outages += drawn.gridOutages / years;
    failed += drawn.failedStarts / years;
    layOver(plan, delivery, { drawn, year });
  }
  return { ...delivery, draws: { ...delivery.draws, gridOutages_per_yr: outages, failedStarts_per_yr: failed } };
};

interface Plan {
  readonly asked: OutageAsked;
  /** Index of the grid among the sources; -1 without one. */
  readonly grid: number;
  /** hours x sources: cheapest first. */
  readonly order: Uint8Array;
  readonly single: readonly boolean[];
  readonly failing: readonly number[];
  /** Hour of each month in which the grid is planned to give most; -1 without a grid. */
  readonly tops: readonly number[];
}

const meritOrder = ({ of, cost_usd_per_MWh: cost }: SiteSources): Uint8Array => {
  const count = of.length;
  const order = new Uint8Array(cost.length);
  for (let at = 0; at < cost.length; at += count) {
    for (let k = 0; k < count; k++) {
      let j = k;
      for (; j > 0 && cost[at + order[at + j - 1]!]! > cost[at + k]!; j--) order[at + j] = order[at + j - 1]!;
      order[at + j] = k;
    }
  }
  return order;
};

/** A field is many small parts: what is out of it is out all the time, and in its limit. */
const canFail = ({ kind, outage_frac, outage_h }: PowerSource): boolean => kind !== "solar" && outage_frac > 0 && outage_h > 0;

const unitsOf = (source: PowerSource): number => (source.kind === "gas" || source.kind === "nuclear" ? source.units : 1);

/** Columns of a drawn year, used again for the next: most hours of a year have nothing out, and only those that have are looked at. */
interface Room {
  /** sources x hours: share of the source that is out. */
  readonly out_frac: readonly (Float64Array | null)[];
  /** Share of the hour in which the grid is out and the engines run. */
  readonly engines_frac: Float64Array;
  /** The drawn year, from 1, in which something was last out in the hour. */
  readonly touched: Int32Array;
}

interface DrawnYear extends Room {
  /** Hours in which something is out, in order. */
  readonly hours: Int32Array;
  readonly gridOutages: number;
  readonly failedStarts: number;
}

const drawnYear = ({ sources, load_MW, backup, dated, seed, index }: OutageAsked, { year, grid, room }: { readonly year: number; readonly grid: number; readonly room: Room }): DrawnYear => {
  const n = load_MW.length;
  const { out_frac, engines_frac, touched } = room;
  const hours: number[] = [];
  engines_frac.fill(0);
  let [gridOutages, failedStarts] = [0, 0];
  const touch = (from_h: number, to_h: number): void => {
    for (let h = Math.floor(from_h); h < to_h; h++) {
      if (touched[h] === year + 1) continue;
      touched[h] = year + 1;
      hours.push(h);
    }
  };
  sources.of.forEach((source, k) => {
    const out = out_frac[k]!;
    if (out === null) return;
    out.fill(0);
    const gridOut = (from_h: number, to_h: number, random: () => number): void => {
      gridOutages++;
      if (backup === null || backup.share_frac === 0) return;
      if (random() < backup.start_frac) addOver(engines_frac, { from_h, to_h }, 1);
      else failedStarts++;
    };
    const random = randomDoubles({ seed, stream: STREAM + index * MOST_SOURCES + k, index: year });
    const units = unitsOf(source);
    for (let unit = 0; unit < units && canFail(source); unit++) {
      drawOutages(source, { hours: n, random }, (from_h, to_h) => {
        addOver(out, { from_h, to_h }, 1 / units);
        touch(from_h, to_h);
        if (k === grid) gridOut(from_h, to_h, random);
      });
    }
    for (const { holds, from_h, to_h } of dated) {
      if (!holds.includes(source.id)) continue;
      outWhole(out, { from_h, to_h });
      touch(from_h, to_h);
      if (k === grid) gridOut(from_h, to_h, random);
    }
  });
  for (const { holds, from_h, to_h } of dated) if (holds.includes("backup")) standStill(engines_frac, { from_h, to_h });
  return { ...room, hours: Int32Array.from(hours).sort(), gridOutages, failedStarts };
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

/** Over a stretch, beside what is drawn: the source is out for all of it, and for its drawn share of the rest of the hour. */
const outWhole = (column: Float64Array, { from_h, to_h }: { readonly from_h: number; readonly to_h: number }): void => {
  for (let h = Math.floor(from_h); h < to_h; h++) column[h] = 1 - (1 - column[h]!) * (1 - (Math.min(h + 1, to_h) - Math.max(h, from_h)));
};

/** Engines give nothing over a stretch; in the hours of its ends they are taken to have run within it. */
const standStill = (column: Float64Array, { from_h, to_h }: { readonly from_h: number; readonly to_h: number }): void => {
  for (let h = Math.floor(from_h); h < to_h; h++) column[h] = Math.max(0, column[h]! - (Math.min(h + 1, to_h) - Math.max(h, from_h)));
};

/** Equations 2 and 3 over the hours in which anything is out, added to the means. */
const layOver = (plan: Plan, delivery: SiteDelivery, { drawn, year }: { readonly drawn: DrawnYear; readonly year: number }): void => {
  const { asked: { sources, planned_MW, load_MW, month, backup, years }, grid } = plan;
  const { used_MW, backup_MW, shed_MW, gridPeak_MW, draws } = delivery;
  const count = sources.of.length;
  const peak = untouchedPeaks(plan, drawn);
  const hour: Hour = { h: 0, changed: new Float64Array(count), lack_MW: 0, time_frac: 0 };
  for (const h of drawn.hours) {
    hour.h = h;
    findLack(plan, drawn, hour);
    if (hour.lack_MW > 0) {
      const rest = redispatch(plan, drawn, hour);
      const engines = backup === null ? 0 : Math.min(rest, backup.share_frac * load_MW[h]! * Math.min(1, drawn.engines_frac[h]!));
      const shed = rest - engines;
      backup_MW[h] = backup_MW[h]! + engines / years;
      shed_MW[h] = shed_MW[h]! + shed / years;
      draws.shed_MWh[year] = draws.shed_MWh[year]! + shed;
      if (shed > 0) draws.shed_h[year] = draws.shed_h[year]! + 1;
      for (let k = 0; k < count; k++) used_MW[h * count + k] = used_MW[h * count + k]! + hour.changed[k]! / years;
    }
    if (grid >= 0) peak[month[h]!] = Math.max(peak[month[h]!]!, planned_MW[h * count + grid]! + (hour.lack_MW > 0 ? hour.changed[grid]! : 0));
  }
  for (let m = 0; m < MONTHS; m++) gridPeak_MW[m] = gridPeak_MW[m]! + peak[m]! / years;
};

/** One hour of a drawn year, used again for the next. */
interface Hour {
  h: number;
  /** What each source gives more than planned, MW. */
  readonly changed: Float64Array;
  /** What lacks over the hour, and the share of the hour in which it does. */
  lack_MW: number;
  time_frac: number;
}

/** What the plan takes from sources that cannot give it. */
const findLack = ({ asked: { sources: { of, limit_MW }, planned_MW }, single, failing }: Plan, { out_frac }: DrawnYear, hour: Hour): void => {
  const at = hour.h * of.length;
  hour.lack_MW = 0;
  hour.time_frac = 0;
  for (const k of failing) {
    const out = out_frac[k]![hour.h]!;
    if (out === 0) continue;
    const planned = planned_MW[at + k]!;
    const less = single[k] ? planned * out : Math.max(0, planned - limit_MW[at + k]! * (1 - out));
    if (less === 0) continue;
    if (hour.lack_MW === 0) hour.changed.fill(0);
    hour.changed[k] = -less;
    hour.lack_MW += less;
    hour.time_frac = Math.max(hour.time_frac, single[k] ? out : 1);
  }
};

/** Fills from the others, cheapest first; answers what is left. */
const redispatch = ({ asked: { sources: { of, limit_MW }, planned_MW }, order }: Plan, { out_frac }: DrawnYear, { h, changed, lack_MW, time_frac }: Hour): number => {
  const at = h * of.length;
  let rest = lack_MW;
  for (let j = 0; j < of.length && rest > 0; j++) {
    const k = order[at + j]!;
    if (changed[k]! < 0) continue;
    const out = out_frac[k];
    const spare = limit_MW[at + k]! * (out === null || out === undefined ? 1 : 1 - out[h]!) - planned_MW[at + k]!;
    if (spare <= 0) continue;
    const more = Math.min(rest, spare * time_frac);
    changed[k] = more;
    rest -= more;
  }
  return rest;
};

/** Highest planned hour of the grid in each month among those in which nothing is out. */
const untouchedPeaks = ({ asked: { planned_MW, month, sources: { of: { length: count } } }, grid, tops }: Plan, { touched, hours }: DrawnYear): Float64Array => {
  const year = hours.length === 0 ? 0 : touched[hours[0]!]!;
  const isOut = (h: number): boolean => year > 0 && touched[h] === year;
  return Float64Array.from(tops, (top, m) => {
    if (top < 0) return 0;
    if (!isOut(top)) return planned_MW[top * count + grid]!;
    let most = 0;
    for (let h = 0; h < month.length; h++) if (month[h] === m && !isOut(h)) most = Math.max(most, planned_MW[h * count + grid]!);
    return most;
  });
};

const topHours = (planned_MW: Float64Array, { asked: { month, sources: { of: { length: count } } }, grid }: { readonly asked: OutageAsked; readonly grid: number }): readonly number[] => {
  const tops = Array.from({ length: MONTHS }, () => -1);
  if (grid >= 0) month.forEach((m, h) => { if (tops[m]! < 0 || planned_MW[h * count + grid]! > planned_MW[tops[m]! * count + grid]!) tops[m] = h; });
  return tops;
};

const peaks = (planned_MW: Float64Array, { asked, grid }: { readonly asked: OutageAsked; readonly grid: number }): Float64Array => {
  const peak = new Float64Array(MONTHS);
  const count = asked.sources.of.length;
  if (grid >= 0) asked.month.forEach((m, h) => { peak[m] = Math.max(peak[m]!, planned_MW[h * count + grid]!); });
  return peak;
};
