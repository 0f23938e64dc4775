/**
 * Outages of a site's power over many drawn years, laid over the year as planned.
 *
 *   1. each year's outages are drawn, and those with a date are in every year (site-draws); nobody foresees them
 *   2. in hours in which something that the plan takes is out, what lacks is met by what is left, the engines and the store, or shed, and the store is
 *      charged back to its plan in the hours after (site-stand-in); IT and overhead are shed in the proportion of the hour
 *   3. every column is then the mean of the drawn years, in which each hour balances; so does their mean
 *
 * A month's peak is the mean of the years' highest hours. Cooling units' failures are in the sizing's redundancy and not drawn.
 */
import type { StorePath } from "../kernel/index.ts";
import { drawYear, yearRoom, type DatedOutage, type DrawnYear, type DrawsAsked } from "./site-draws.ts";
import type { SiteSources } from "./site-sources.ts";
import { flyHour, hourRoom, isAsPlanned, standIn, type HourFlown, type StandIn } from "./site-stand-in.ts";
import { uptime, type UptimeAsked } from "./site-uptime.ts";

/** Columns as they are drawn on: the mean of the drawn years. */
export interface SiteDelivery {
  /** hours x sources, MW. */
  readonly used_MW: Float64Array;
  /** Into and out of the store at the bus, and what it holds at the end of the year more than at its start. */
  readonly into_MW: Float64Array;
  readonly outOf_MW: Float64Array;
  readonly change_MWh: number;
  /** By the engines of the house. */
  readonly backup_MW: Float64Array;
  /** Site load that no source gives: planned, and by outages. */
  readonly short_MW: Float64Array;
  readonly shed_MW: Float64Array;
  /** Mean of the years' highest hour of each month, of the grid. */
  readonly gridPeak_MW: Float64Array;
  /** Hours in which the servers that are up run, and in which none does. */
  readonly usable_h: number;
  readonly dark_h: number;
  /** Share of each hour in which the solar field is out by its date; null where it never is. */
  readonly fieldOut_frac: Float64Array | null;
  readonly draws: OutageDraws;
}

export interface OutageDraws {
  /** 0 where nothing can be out. */
  readonly years: number;
  /** Site energy shed in each drawn year, MWh, and how long any is. */
  readonly shed_MWh: Float64Array;
  readonly shed_h: Float64Array;
  /** Outages a year of the grid and how many of them the engines did not carry, means. */
  readonly gridOutages_per_yr: number;
  readonly failedStarts_per_yr: number;
}

export interface OutageAsked extends UptimeAsked, Pick<DrawsAsked, "backup" | "seed" | "index"> {
  readonly sources: SiteSources;
  readonly planned: StorePath;
  readonly store: { readonly power_MW: number; readonly way_frac: number } | null;
  readonly month: Uint8Array;
  /** Outages with a date, and what is out. */
  readonly dated: readonly DatedOutage[];
  readonly years: number;
}

const MONTHS = 12;
/** Of the load: what is shed beyond it stops the flight. */
const CLOSE = 1e-9;

export const siteOutages = (asked: OutageAsked): SiteDelivery => {
  const { sources, planned, load_MW, years, dated, backup, seed, index } = asked;
  const n = load_MW.length;
  const draws: DrawsAsked = { sources: sources.of, hours: n, dated, backup, hasStore: asked.store !== null, seed, index };
  const room = yearRoom(draws);
  const plan = standIn({ ...asked, engines_frac: backup?.share_frac ?? 0 });
  const asPlanned = plannedHours(asked);
  const total: Totals = {
    used_MW: planned.used.slice(), into_MW: planned.into.slice(), outOf_MW: planned.outOf.slice(), change_MWh: planned.held[n]! - planned.held[0]!,
    backup_MW: new Float64Array(n), short_MW: planned.lost, shed_MW: new Float64Array(n), gridPeak_MW: new Float64Array(MONTHS), usable_h: sumOf(asPlanned.usable), dark_h: sumOf(asPlanned.dark),
    fieldOut_frac: room?.out_frac[sources.of.findIndex(({ kind }) => kind === "solar")] ?? null,
    draws: { years: room === null ? 0 : years, shed_MWh: new Float64Array(room === null ? 0 : years), shed_h: new Float64Array(room === null ? 0 : years), gridOutages_per_yr: 0, failedStarts_per_yr: 0 },
  };
  if (room === null) return { ...total, gridPeak_MW: plannedPeaks(plan, asked) };
  for (let year = 0; year < years; year++) {
    const { gridOutages, failedStarts } = drawYear(draws, room, year);
    total.draws.gridOutages_per_yr += gridOutages / years;
    total.draws.failedStarts_per_yr += failedStarts / years;
    layOver(plan, total, { room, year, years, month: asked.month, asPlanned });
  }
  return total;
};

/** Means as they grow. */
type Totals = { -readonly [K in keyof Omit<SiteDelivery, "draws">]: SiteDelivery[K] } & { readonly draws: { -readonly [K in keyof OutageDraws]: OutageDraws[K] } };

interface PlannedHours { readonly usable: Uint8Array; readonly dark: Uint8Array }

const plannedHours = (asked: OutageAsked): PlannedHours => {
  const n = asked.load_MW.length;
  const hours: PlannedHours = { usable: new Uint8Array(n), dark: new Uint8Array(n) };
  for (let h = 0; h < n; h++) {
    const { isUsable, isDark } = uptime(asked, h, asked.planned.lost[h]!);
    hours.usable[h] = Number(isUsable);
    hours.dark[h] = Number(isDark);
  }
  return hours;
};

const sumOf = (column: Uint8Array): number => column.reduce((sum, v) => sum + v, 0);

const plannedPeaks = ({ grid, planned: { used }, sources: { of } }: StandIn, { month }: Pick<OutageAsked, "month">): Float64Array => {
  const peak = new Float64Array(MONTHS);
  if (grid >= 0) month.forEach((m, h) => { peak[m] = Math.max(peak[m]!, used[h * of.length + grid]!); });
  return peak;
};

interface OneYear { readonly room: DrawnYear; readonly year: number; readonly years: number; readonly month: Uint8Array; readonly asPlanned: PlannedHours }

/** (2) over a drawn year, added to the means. */
const layOver = (plan: StandIn, total: Totals, { room, year, years, month, asPlanned }: OneYear): void => {
  const { grid, planned: { used, held }, sources: { of: { length: count } } } = plan;
  const peak = new Float64Array(MONTHS);
  const hour = hourRoom(count);
  let behind_MWh = 0;
  for (let h = 0; h < month.length; h++) {
    const isMoved = behind_MWh !== 0 || (room.touched[h] === year + 1 && !isAsPlanned(plan, room, h));
    if (isMoved) {
      hour.held_MWh = held[h]! - behind_MWh;
      flyHour(plan, room, { h, hour });
      behind_MWh = held[h + 1]! - hour.held_MWh;
      if (Math.abs(behind_MWh) <= CLOSE * held[h + 1]!) behind_MWh = 0;
      addHour(plan, total, { h, hour, year, years });
      total.usable_h += (hour.usable_frac - asPlanned.usable[h]!) / years;
      total.dark_h += (hour.dark_frac - asPlanned.dark[h]!) / years;
    }
    if (grid >= 0) peak[month[h]!] = Math.max(peak[month[h]!]!, isMoved ? hour.used_MW[grid]! : used[h * count + grid]!);
  }
  total.change_MWh -= behind_MWh / years;
  for (let m = 0; m < MONTHS; m++) total.gridPeak_MW[m] = total.gridPeak_MW[m]! + peak[m]! / years;
};

const addHour = ({ planned, load_MW }: StandIn, total: Totals, { h, hour, year, years }: { readonly h: number; readonly hour: HourFlown; readonly year: number; readonly years: number }): void => {
  const { draws } = total;
  const load = load_MW[h]!;
  if (!(hour.shed_MW >= 0 && hour.shed_MW + planned.lost[h]! <= load * (1 + CLOSE))) throw new Error(`fly: hour ${h} of drawn year ${year} sheds ${hour.shed_MW} MW of a load of ${load} MW`);
  const count = hour.used_MW.length;
  for (let k = 0; k < count; k++) total.used_MW[h * count + k] = total.used_MW[h * count + k]! + (hour.used_MW[k]! - planned.used[h * count + k]!) / years;
  total.into_MW[h] = total.into_MW[h]! + (hour.into_MW - planned.into[h]!) / years;
  total.outOf_MW[h] = total.outOf_MW[h]! + (hour.outOf_MW - planned.outOf[h]!) / years;
  total.backup_MW[h] = total.backup_MW[h]! + hour.backup_MW / years;
  total.shed_MW[h] = total.shed_MW[h]! + hour.shed_MW / years;
  draws.shed_MWh[year] = draws.shed_MWh[year]! + hour.shed_MW;
  draws.shed_h[year] = draws.shed_h[year]! + hour.shed_frac;
};
