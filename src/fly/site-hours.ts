/**
 * The hours of a site's flown year: when they begin, in which month they lie, what the grid asks and emits in each.
 *
 *   1. year: that of the site's series; without any, `simulate.year`, else the year of `simulate.start`
 *   2. price = the series; else price at `simulate.start` times the relative shape of the hour. Carbon likewise, without a shape
 */
import { amountAt, profileAt } from "../scenario/index.ts";
import type { Profile, Scenario, Series } from "../scenario/index.ts";
import { HOUR_S } from "../units/index.ts";

export type Site = Scenario["ground"]["sites"][number];

export interface SiteHours {
  readonly year: number;
  /** Seconds since 1970: the year's first hour, in UTC or in the clock of its series. */
  readonly start_utc_s: number;
  readonly hours: number;
  /** Calendar month of each hour, from 0, in that clock. */
  readonly month: Uint8Array;
  /** Of the grid's energy, without delivery. */
  readonly price_usd_per_MWh: Float64Array;
  readonly carbon_g_per_kWh: Float64Array;
  /** What the price stands on. */
  readonly priced: "hours" | "shape" | "mean";
  readonly carbonOf: "hours" | "mean";
}

const yearOf = (t_s: number): number => new Date(t_s * 1000).getUTCFullYear();
const newYear_s = (year: number): number => Date.UTC(year, 0, 1) / 1000;
/** A year of local time begins within half a day of 00:00 UTC: what its first hour lies nearest to is its year. */
const HALF_YEAR_S = 180 * 24 * HOUR_S;

const seriesOf = ({ hourlyPrice_usd_per_MWh, hourlyCarbon_g_per_kWh, weather, telemetry }: Site): readonly Series[] =>
  [hourlyPrice_usd_per_MWh, hourlyCarbon_g_per_kWh, ...Object.values(weather), ...Object.values(telemetry)].filter((one) => one !== null);

export const siteHours = ({ simulate }: Pick<Scenario, "simulate">, site: Site): SiteHours => {
  const [first] = seriesOf(site);
  const year = first === undefined ? (simulate.year ?? yearOf(simulate.start_utc_s)) : yearOf(first.start_utc_s + HALF_YEAR_S);
  const start_utc_s = first?.start_utc_s ?? newYear_s(year);
  const hours = first?.value.length ?? (newYear_s(year + 1) - newYear_s(year)) / HOUR_S;
  const begin_s = start_utc_s - newYear_s(year);
  const month = Uint8Array.from({ length: hours }, (_, h) => new Date((start_utc_s - begin_s + h * HOUR_S) * 1000).getUTCMonth());
  const { hourlyPrice_usd_per_MWh: price, hourlyCarbon_g_per_kWh: carbon } = site;
  return {
    year, start_utc_s, hours, month,
    price_usd_per_MWh: price === null ? shapedPrice(site, { simulate, start_utc_s, hours }) : Float64Array.from(price.value),
    carbon_g_per_kWh: carbon === null ? new Float64Array(hours).fill(amountAt(site.carbon_g_per_kWh, simulate.start_utc_s)) : Float64Array.from(carbon.value),
    priced: price !== null ? "hours" : site.priceShape.value.length > 1 ? "shape" : "mean",
    carbonOf: carbon === null ? "mean" : "hours",
  };
};

const shapedPrice = (site: Site, { simulate, start_utc_s, hours }: Pick<Scenario, "simulate"> & { readonly start_utc_s: number; readonly hours: number }): Float64Array => {
  const price = amountAt(site.powerPrice_usd_per_MWh, simulate.start_utc_s);
  const shape = price > 0 ? site.priceShape : null;
  return Float64Array.from({ length: hours }, (_, h) => (shape === null ? price : price * hourMean(shape, start_utc_s + h * HOUR_S)));
};

/** Mean of a profile over an hour that its steps divide, or that lies within one. */
const hourMean = (profile: Profile, from_s: number): number => {
  const parts = Math.max(1, Math.round(HOUR_S / profile.step_s));
  let sum = 0;
  for (let i = 0; i < parts; i++) sum += profileAt(profile, from_s + (i * HOUR_S) / parts);
  return sum / parts;
};
