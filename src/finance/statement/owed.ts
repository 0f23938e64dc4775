/**
 * What is owed at the end of a quarter for what was earned, or used, before.
 *
 *   owed(q) = sum over k = 0, 1, ... of clamp(d - k, 0, 1) x flow(q - k)       d: days over the days of a quarter
 *
 * Within a quarter money is earned evenly, so that of a quarter's flow the last d quarters are unpaid at its end.
 */
import { HOURS_PER_YEAR } from "../../units/index.ts";

const DAYS_PER_QUARTER = HOURS_PER_YEAR / 24 / 4;

/** Balance at the end of each quarter. */
export const owedOf = (flow_usd: readonly number[], days: number): readonly number[] => {
  const wait = days / DAYS_PER_QUARTER;
  return flow_usd.map((_, q) => {
    let owed = 0;
    for (let k = 0; k < wait && k <= q; k++) owed += Math.min(1, wait - k) * flow_usd[q - k]!;
    return owed;
  });
};

/** Whole quarters until the last of it is paid. */
export const quartersOwed = (days: number): number => Math.ceil(days / DAYS_PER_QUARTER);
