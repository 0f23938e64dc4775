/**
 * How often: a share of counted cases with its 95 % interval.
 *
 *   1. (p + z^2/2n -+ z sqrt(p (1 - p)/n + z^2/4n^2))/(1 + z^2/n)                     (Wilson, J. Amer. Stat. Assoc. 22, 1927)
 */

/** 97.5 % of a standard normal number lie below it. */
export const Z95 = 1.959963984540054;

export interface Chance {
  readonly chance: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** The share that `hits` of `count` cases are; null of none. */
export const chanceOf = (hits: number, count: number): Chance | null => {
  if (count === 0) return null;
  const p = hits / count;
  const z = (Z95 * Z95) / count;
  const middle = p + z / 2;
  const half = Z95 * Math.sqrt((p * (1 - p)) / count + z / (4 * count));
  return { chance: p, low: hits === 0 ? 0 : (middle - half) / (1 + z), high: hits === count ? 1 : (middle + half) / (1 + z), count };
};
