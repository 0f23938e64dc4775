/**
 * Wright's law.
 *
 *   1. price = p0 (x/x0)^log2(1 - L): each doubling of the cumulative quantity takes off the fraction L (Wright 1936)
 *   2. x = x0 (price/p0)^(1/log2(1 - L))
 *
 * x is whatever the learning is on: mass launched, units built. Assumes one rate for all x >= x0, no floor.
 * Accuracy: exact; Suncatcher's 1,800 -> 200 $/kg after 370 kt more within 0.2 % (test/golden/physics).
 */
export type Learning = {
  readonly price0: number;
  readonly cumulative0: number;
  /** Fraction taken off at each doubling: 0.2 for an 80 % curve. */
  readonly rate_frac: number;
};

/** Price at a cumulative quantity; price in the unit of price0, quantity in that of cumulative0. */
export function learnedPrice(learning: Learning, cumulative: number): number {
  return learning.price0 * (cumulative / learning.cumulative0) ** Math.log2(1 - learning.rate_frac);
}

/** Cumulative quantity at which a price is reached. */
export function cumulativeForPrice(learning: Learning, price: number): number {
  return learning.cumulative0 * (price / learning.price0) ** (1 / Math.log2(1 - learning.rate_frac));
}
