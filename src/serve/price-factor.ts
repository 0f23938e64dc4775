/**
 * What demand pays for electricity on a site over the mean price: the load-weighted mean of the hourly price shape.
 *
 *   factor = sum over hours of load(t) price(t) / (sum of load(t) x mean price)       over the span of the price shape
 *
 * load(t): the classes that the ground may serve, each at its rate of the hour. Training and work that may wait are flat: that waiting could
 * seek cheap hours is not credited. A price shape without a file, or flat demand, gives 1 exactly; so does a site that is paid to take
 * power in the mean, where "relative to the mean" turns the order of the hours round.
 */
import type { Amount, Profile } from "../scenario/index.ts";
import { HOUR_S } from "../units/index.ts";
import { hourlyRate } from "./hourly.ts";

/** One class of demand as the price meets it: mean power, and its rate over time; null where the load is flat. */
export interface PricedLoad {
  readonly mean_W: number;
  readonly shape: Profile | null;
}

/** Whether every value that a site's price takes is above zero, so that its relative shape orders the hours. */
export const isPriced = ({ powerPrice_usd_per_MWh: price }: { readonly powerPrice_usd_per_MWh: Amount }): boolean => {
  if (price.kind === "constant") return price.value > 0;
  return price.kind === "schedule" ? price.value.every((value) => value > 0) : price.first > 0 && price.floor > 0;
};

/** Sums over the hours of a price: of a rate over time, of what it pays, and of the price. */
export interface HourSums {
  readonly hours: number;
  readonly load: number;
  readonly paid: number;
  readonly listed: number;
}

/** The sums of one shape; of a flat load where it is null. */
export const hourSums = (price: Profile, shape: Profile | null): HourSums => {
  const hours = Math.round((price.value.length * price.step_s) / HOUR_S);
  let [load, paid, listed] = [0, 0, 0];
  for (let hour = 0; hour < hours; hour++) {
    const t = price.start_utc_s + hour * HOUR_S;
    const [rate, usd] = [shape === null ? 1 : hourlyRate(shape, t), hourlyRate(price, t)];
    load += rate;
    paid += rate * usd;
    listed += usd;
  }
  return { hours, load, paid, listed };
};

/** Load-weighted over plain mean price; 1 where nothing is loaded in the hours of the price. `sumsOf` is `hourSums`, or what it gave before: by the place of the load. */
export const priceFactor = (price: Profile, loads: readonly PricedLoad[], sumsOf: (price: Profile, shape: Profile | null, load: number) => HourSums = hourSums): number => {
  const flat = loads.every(({ shape, mean_W }) => mean_W === 0 || shape === null || shape.value.length === 1);
  if (price.value.length === 1 || flat) return 1;
  let [load, paid, mean] = [0, 0, 0];
  loads.forEach(({ mean_W, shape }, i) => {
    const sums = sumsOf(price, shape, i);
    load += mean_W * sums.load;
    paid += mean_W * sums.paid;
    mean = sums.listed / sums.hours;
  });
  return load === 0 ? 1 : paid / load / mean;
};
