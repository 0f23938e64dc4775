/**
 * How long a connection to the grid takes, as a dated distribution with a ramp.
 *
 *   1. wait is lognormal: ln(wait/median) normal with standard deviation s
 *   2. wait that a share q of requests beat = median exp(s z(q))
 *   3. after first power the limit grows evenly to all of it over the ramp
 *
 * Assumes requests that are built; four of five are withdrawn (LBNL, Queued Up 2025: 19 % of projects of 2000-2019 were built by 2024).
 * Accuracy: the law is a convenience; its median is published, its spread is read off plots.
 */
import { normalBelow, normalBound } from "./normal-distribution.ts";

export type ConnectionQueue = { readonly median_month: number; readonly spread: number };

/** Equation 2, months. */
export function connectionWait_month({ median_month, spread }: ConnectionQueue, share: number): number {
  return median_month * Math.exp(spread * normalBound(share));
}

/** Share of requests that are connected within a time: equation 1. */
export function connectedWithin_frac({ median_month, spread }: ConnectionQueue, wait_month: number): number {
  if (wait_month <= 0) return 0;
  if (spread === 0) return wait_month >= median_month ? 1 : 0;
  return normalBelow(Math.log(wait_month / median_month) / spread);
}

/** Share of the limit that is there a time after first power: equation 3. */
export function connectionRamp_frac(since_month: number, ramp_month: number): number {
  if (since_month < 0) return 0;
  return ramp_month === 0 ? 1 : Math.min(1, since_month / ramp_month);
}
