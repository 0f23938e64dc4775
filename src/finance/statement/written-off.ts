/**
 * What is written off of a purchase in each quarter, as shares of what was paid for it.
 *
 *   1. books: straight line over the quarters that it serves, its first among them
 *   2. tax, MACRS class n: the year's share of Publication 946, spread evenly over the quarters of the calendar year in which it stands (the first
 *      year's over those from purchase on)
 *   3. tax, 39 years: straight line over 156 quarters, the first counted whole (the law's mid-month convention gives it half)
 *   4. what is lost on the way (1 - arrives) is written off at once; what is left when the plan ends is written off in its last quarter, beside
 *      what its sale brings
 */
import { macrs, type MacrsClass } from "../../money/index.ts";
import type { Flow, Vintage } from "../flows/index.ts";

export type TaxClass = "3-year" | "5-year" | "7-year" | "10-year" | "15-year" | "20-year" | "39-year" | "book";

const REAL_PROPERTY_QUARTERS = 156;

/** Quarter of the plan from 0, the plan's length, and the calendar quarter (0..3) in which it begins. */
export interface Calendar {
  readonly length: number;
  readonly firstOfYear: number;
}

export type Shares = (vintage: Vintage, calendar: Calendar) => readonly number[];

/** Equation 1: share of each quarter of the plan; what is left stands in none. */
export const bookShares: Shares = ({ at, serves }, { length }) => straight({ at, quarters: serves, length });

const straight = ({ at, quarters, length }: { readonly at: number; readonly quarters: number; readonly length: number }): readonly number[] =>
  Array.from({ length }, (_, q) => (q >= at && q < at + quarters ? 1 / quarters : 0));

/** Equations 2 and 3. */
export const taxShares = (taxClass: TaxClass): Shares => {
  if (taxClass === "book") return bookShares;
  if (taxClass === "39-year") return ({ at }, { length }) => straight({ at, quarters: REAL_PROPERTY_QUARTERS, length });
  const years = macrs(Number(taxClass.slice(0, -"-year".length)) as MacrsClass);
  return ({ at }, { length, firstOfYear }) => {
    const yearOf = (q: number): number => Math.floor((q + firstOfYear) / 4);
    const quartersOfFirst = 4 - ((at + firstOfYear) % 4);
    return Array.from({ length }, (_, q) => {
      const age = yearOf(q) - yearOf(at);
      if (q < at) return 0;
      const share = years[age];
      return share === undefined ? 0 : share / (age === 0 ? quartersOfFirst : 4);
    });
  };
};

/** Dollars put into service, and written off, of a flow by quarter of the plan; `cost_usd` is what is paid for the money of each quarter. Equation 4. */
export const writtenOff = ({ vintages, arrives_frac }: Flow, { cost_usd, shares, calendar }: { readonly cost_usd: readonly number[]; readonly shares: Shares; readonly calendar: Calendar }): readonly number[] => {
  const usd = Array.from({ length: calendar.length }, () => 0);
  const last = calendar.length - 1;
  for (const vintage of vintages) {
    const cost = cost_usd[vintage.paid]! * vintage.share;
    const kept = vintage.serves === 0 ? 0 : cost * arrives_frac;
    usd[vintage.at]! += cost - kept;
    if (kept === 0) continue;
    let left = kept;
    shares(vintage, calendar).forEach((share, q) => {
      usd[q]! += kept * share;
      left -= kept * share;
    });
    usd[last]! += left;
  }
  return usd;
};

/** Dollars put into service by quarter of the plan. */
export const placedOf = ({ vintages }: Flow, cost_usd: readonly number[]): readonly number[] => {
  const usd = cost_usd.map(() => 0);
  for (const { paid, at, share } of vintages) usd[at]! += cost_usd[paid]! * share;
  return usd;
};
