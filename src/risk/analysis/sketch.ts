/**
 * Quantiles of any number of values in little memory, each within 0.05 % of itself.
 *
 *   1. a value x > 0 is counted at i = ceil(log x/log g), g = (1 + a)/(1 - a), and told as 2 g^i/(g + 1): |told - x| <= a x; values below 0 by
 *      their size, 0 by itself                                                               (Masson, Rim and Lee, "DDSketch", PVLDB 12, 2019)
 *   2. what lies below a share p: the value of rank ceil(p n); between which values it lies with 95 %: those of ranks n p -+ 1.96 sqrt(n p (1 - p)),
 *      widened to whole ranks                                                                (Conover, Practical Nonparametric Statistics, 1999, 3.2)
 *
 * Counts are whole numbers: the order of values changes nothing. Ranks are of independent values; of more even designs the band is wider than needed.
 */
import { Z95 } from "../../physics/index.ts";

export interface QuantileBand {
  readonly share: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Sketch {
  readonly add: (value: number) => void;
  readonly quantile: (share: number) => QuantileBand | null;
}

export const SKETCH_ERROR = 0.0005;
const LOG_BASE = Math.log1p((2 * SKETCH_ERROR) / (1 - SKETCH_ERROR));
/** 2/(g + 1). */
const MIDDLE = 1 - SKETCH_ERROR;

export const quantileSketch = (): Sketch => {
  const counts = new Map<number, number>();
  let [count, low, high] = [0, Infinity, -Infinity];
  let sorted: readonly (readonly [number, number])[] | null = null;
  const atRank = (rank: number): number => {
    sorted ??= [...counts].map(([key, n]) => [told(key), n] as const).toSorted((a, b) => a[0] - b[0]);
    let left = rank;
    const found = sorted.find(([, n]) => (left -= n) <= 0);
    return Math.min(high, Math.max(low, found![0]));
  };
  return {
    add: (value) => {
      if (!Number.isFinite(value)) return;
      const key = keyOf(value);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      count++;
      low = Math.min(low, value);
      high = Math.max(high, value);
      sorted = null;
    },
    quantile: (share) => {
      if (count === 0) return null;
      const within = (rank: number): number => Math.min(count, Math.max(1, rank));
      const spread = Z95 * Math.sqrt(count * share * (1 - share));
      return { share, value: atRank(within(Math.ceil(share * count))), low: atRank(within(Math.floor(share * count - spread))), high: atRank(within(Math.ceil(share * count + spread) + 1)) };
    },
  };
};

/** Keys of positive and negative values are apart by far more than a double's range of exponents takes: 1.5 million for a = 0.0005. */
const APART = 4_000_000;

const keyOf = (value: number): number => {
  if (value === 0) return 0;
  const key = Math.ceil(Math.log(Math.abs(value)) / LOG_BASE) + APART / 2;
  return value > 0 ? key : -key;
};

const told = (key: number): number => (key === 0 ? 0 : Math.sign(key) * MIDDLE * Math.exp((Math.abs(key) - APART / 2) * LOG_BASE));
