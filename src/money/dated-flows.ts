/**
 * Flows on calendar days, discounted actual/365 (Excel XNPV): whole days since the first flow, over 365.
 *
 * (1) XNPV = sum_k c_k (1 + r)^-((d_k - d_0)/365).
 * Days are counted in the proleptic Gregorian calendar; no time zone, no clock. Valid for r > -1.
 */
import { requireFinite, requireRate } from "./guards.ts";

/** One flow on a day, the day as YYYY-MM-DD. */
export type DatedFlow = { readonly date: string; readonly amount_usd: number };

/** Net present value at the first flow's date; throws RangeError on a bad date or a flow before the first. */
export function xnpv({ rate_per_year, flows }: { readonly rate_per_year: number; readonly flows: readonly DatedFlow[] }): number {
  requireRate({ rate_per_year });
  const { amounts_usd, times_years365 } = datedTerms(flows);
  return amounts_usd.reduce((sum_usd, amount, k) => sum_usd + amount * (1 + rate_per_year) ** -times_years365[k]!, 0);
}

/** Amounts, and their times in years of 365 days after the first flow. */
export function datedTerms(flows: readonly DatedFlow[]): {
  readonly amounts_usd: readonly number[];
  readonly times_years365: readonly number[];
} {
  const [first] = flows;
  if (first === undefined) throw new RangeError("flows must not be empty");
  const start_d = dayNumber(first.date);
  const times_years365 = flows.map((flow) => yearsAfter(start_d, flow.date));
  flows.forEach((flow, k) => requireFinite({ [`flows[${k}].amount_usd`]: flow.amount_usd }));
  return { amounts_usd: flows.map((flow) => flow.amount_usd), times_years365 };
}

const DAYS_PER_YEAR_365 = 365; // the convention's year, not the calendar's
const DAY_MS = 86_400_000; // Date.UTC counts milliseconds

function yearsAfter(start_d: number, date: string): number {
  const days = dayNumber(date) - start_d;
  if (days < 0) throw new RangeError(`flow of ${date} falls before the first flow, on which its value is taken`);
  return days / DAYS_PER_YEAR_365;
}

/** Days since 1970-01-01. */
function dayNumber(date: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) throw new RangeError(`date must be YYYY-MM-DD, found "${date}"`);
  const time_ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  if (new Date(time_ms).toISOString().slice(0, 10) !== date) throw new RangeError(`no such day: ${date}`);
  return time_ms / DAY_MS;
}
