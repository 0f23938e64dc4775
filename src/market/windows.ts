/**
 * Times in which something is closed or capped, in quarters as real numbers, and what is left of a rate or a stock.
 *
 *   1. units of a quarter = integral over its open times of min(rate, caps in force) / 4
 *   2. a stock (megawatts online) is what it is at the quarter's start, held to the caps in force then, and never falls: what stands, stays
 */
import { QUARTERS_PER_YEAR } from "./by-quarter.ts";

export interface Windows {
  readonly closed: readonly { readonly from: number; readonly to: number }[];
  readonly caps: readonly { readonly from: number; readonly to: number; readonly most: number }[];
}

export const OPEN: Windows = { closed: [], caps: [] };

export const together = (all: readonly Windows[]): Windows => ({ closed: all.flatMap((w) => w.closed), caps: all.flatMap((w) => w.caps) });

const holdsAt = (window: { readonly from: number; readonly to: number }, t: number): boolean => window.from <= t && t < window.to;

const capAt = ({ caps }: Windows, t: number): number => caps.reduce((most, cap) => (holdsAt(cap, t) ? Math.min(most, cap.most) : most), Infinity);

/** Parts of a quarter in which nothing changes: their middle and length. */
const partsOf = ({ closed, caps }: Windows, quarter: number): readonly { readonly middle: number; readonly length: number }[] => {
  const edges = [...new Set([quarter, quarter + 1, ...[...closed, ...caps].flatMap(({ from, to }) => [from, to]).filter((t) => t > quarter && t < quarter + 1)])].toSorted((a, b) => a - b);
  return edges.slice(1).map((edge, i) => ({ middle: (edge + edges[i]!) / 2, length: edge - edges[i]! }));
};

const openParts = (windows: Windows, quarter: number) => partsOf(windows, quarter).filter(({ middle }) => !windows.closed.some((window) => holdsAt(window, middle)));

/** (1): units of each quarter that a rate a year leaves. */
export const unitsLeft = (windows: Windows, { quarters, rate_per_yr }: { readonly quarters: readonly number[]; readonly rate_per_yr: readonly number[] }): readonly number[] =>
  quarters.map((q, i) => openParts(windows, q).reduce((sum, { middle, length }) => sum + (length * Math.min(rate_per_yr[i]!, capAt(windows, middle))) / QUARTERS_PER_YEAR, 0));

/** Share of each quarter that is open. */
export const openShare = (windows: Windows, quarters: readonly number[]): readonly number[] => quarters.map((q) => openParts(windows, q).reduce((sum, { length }) => sum + length, 0));

/** (2): a stock by quarter. */
export const stockLeft = (windows: Windows, { quarters, stock }: { readonly quarters: readonly number[]; readonly stock: readonly number[] }): readonly number[] => {
  let online = 0;
  return quarters.map((q, i) => {
    const allowed = windows.closed.some((window) => holdsAt(window, q)) ? 0 : Math.min(stock[i]!, capAt(windows, q));
    online = Math.max(online, allowed);
    return online;
  });
};

/** Cap on a stock at the start of each quarter; infinite where none is in force. */
export const capsByQuarter = (windows: Windows, quarters: readonly number[]): readonly number[] => quarters.map((q) => capAt(windows, q));
