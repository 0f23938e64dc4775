/**
 * The value below which a share of a distribution lies: a draw is the quantile of a uniform number, so that one number a gate is enough
 * and the same number moves every distribution the same way.
 *
 *   1. uniform a + u (b - a); triangular by its two square roots (Kotz & van Dorp 2004, section 1.2); normal m + s z(u);
 *      lognormal median e^(sigma z(u)); beta by bisection; discrete and empirical: the smallest value up to which at least u of the weight lies
 */
import { normalBound } from "../physics/index.ts";
import { betaBelow, type Distribution } from "../scenario/index.ts";

/** Quantile of a distribution at a share above 0 and below 1, in the field's unit. */
export const quantileOf = (d: Distribution, share: number): number => {
  switch (d.distribution) {
    case "uniform": return d.low + share * (d.high - d.low);
    case "triangular": return triangular(d, share);
    case "normal": return d.mean + d.sd * normalBound(share);
    case "lognormal": return d.median * Math.exp(d.sigma * normalBound(share));
    case "beta": return d.low + (d.high - d.low) * betaBelow(share, d);
    case "discrete": return weighted(d.values, d.weights, share);
    case "empirical": return weighted(d.samples, d.samples.map(() => 1), share);
  }
};

const triangular = ({ low, mode, high }: { readonly low: number; readonly mode: number; readonly high: number }, share: number): number => {
  const width = high - low;
  return share * width <= mode - low ? low + Math.sqrt(share * width * (mode - low)) : high - Math.sqrt((1 - share) * width * (high - mode));
};

const weighted = (values: readonly number[], weights: readonly number[], share: number): number => {
  const order = values.map((_, i) => i).toSorted((a, b) => values[a]! - values[b]!);
  const goal = share * weights.reduce((a, b) => a + b, 0);
  let reached = 0;
  for (const i of order) {
    reached += weights[i]!;
    if (reached >= goal) return values[i]!;
  }
  return values[order.at(-1)!]!;
};
