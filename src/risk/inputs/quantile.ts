/**
 * Quantile functions of the distributions that a field may be written as, compiled once for many draws.
 *
 *   1. uniform a + u (b - a); triangular by its two square roots (Kotz and van Dorp 2004, section 1.2); normal m + s z(u); lognormal
 *      median e^(sigma z(u))                                                                          (z: normal-quantile.ts)
 *   2. beta: I(x; alpha, beta) = u by a root between two of 65 tabulated quantiles                    (root.ts)
 *   3. discrete and empirical: the smallest value up to which at least u of the weight lies
 *
 * Range: shares above 0 and below 1. Accuracy: 1e-12 of the width against SciPy (test/risk/inputs). The market's draws take the same quantiles.
 */
import { betaBelow, incompleteBeta, type Distribution } from "../../scenario/index.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { risingRoot } from "./root.ts";

export type Quantile = (share: number) => number;

/** The quantile function of a distribution. Throws RangeError, with what is wrong, on one that is none. */
export const quantileFunction = (d: Distribution): Quantile => {
  requireDistribution(d);
  switch (d.distribution) {
    case "uniform": return (u) => d.low + u * (d.high - d.low);
    case "triangular": return triangular(d);
    case "normal": return (u) => d.mean + d.sd * normalQuantile(u);
    case "lognormal": return (u) => d.median * Math.exp(d.sigma * normalQuantile(u));
    case "beta": return beta(d);
    case "discrete": return weighted(d.values, d.weights);
    case "empirical": return weighted(d.samples, d.samples.map(() => 1));
  }
};

const triangular = ({ low, mode, high }: { readonly low: number; readonly mode: number; readonly high: number }): Quantile => {
  const [width, rise, fall] = [high - low, mode - low, high - mode];
  return (u) => (u * width <= rise ? low + Math.sqrt(u * width * rise) : high - Math.sqrt((1 - u) * width * fall));
};

const KNOTS = 64;

const beta = (shape: { readonly alpha: number; readonly beta: number; readonly low: number; readonly high: number }): Quantile => {
  const knots = Float64Array.from({ length: KNOTS + 1 }, (_, k) => (k === 0 || k === KNOTS ? k / KNOTS : betaBelow(k / KNOTS, shape)));
  return (u) => {
    const k = Math.min(KNOTS - 1, Math.floor(u * KNOTS));
    return shape.low + (shape.high - shape.low) * risingRoot((x) => incompleteBeta(x, shape.alpha, shape.beta) - u, { low: knots[k]!, high: knots[k + 1]! });
  };
};

const weighted = (values: readonly number[], weights: readonly number[]): Quantile => {
  const order = values.map((_, i) => i).filter((i) => weights[i]! > 0).toSorted((a, b) => values[a]! - values[b]! || a - b);
  const reached = new Float64Array(order.length);
  let sum = 0;
  order.forEach((i, k) => (reached[k] = sum += weights[i]!));
  const sorted = Float64Array.from(order, (i) => values[i]!);
  return (u) => sorted[firstReaching(reached, u * sum)]!;
};

/** The first place whose sum is at least the goal; the last where rounding leaves none. */
const firstReaching = (sums: Float64Array, goal: number): number => {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle]! >= goal) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Throws RangeError on a distribution without values, with numbers that are not finite, or with its ends the wrong way round. */
export const requireDistribution = (d: Distribution): void => {
  const wrong = faultOf(d);
  if (wrong !== undefined) throw new RangeError(`${d.distribution}: ${wrong}`);
};

const faultOf = (d: Distribution): string | undefined => {
  for (const [name, value] of Object.entries(d)) {
    if (name === "distribution") continue;
    const numbers: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (numbers.length === 0) return `${name} is empty`;
    const odd = numbers.findIndex((v) => !(typeof v === "number" && Math.abs(v) <= HUGE));
    if (odd >= 0) return `${name} holds ${JSON.stringify(numbers[odd]) === "null" ? "no finite number" : JSON.stringify(numbers[odd])}`;
  }
  return shapeFault(d);
};

/** Beyond it products of two widths are no numbers any more. */
const HUGE = 1e150;

const shapeFault = (d: Distribution): string | undefined => {
  if ("low" in d && !(d.low < d.high)) return `low ${d.low} is not below high ${d.high}`;
  switch (d.distribution) {
    case "triangular": return d.mode < d.low || d.mode > d.high ? `mode ${d.mode} is outside ${d.low} to ${d.high}` : undefined;
    case "normal": return d.sd > 0 ? undefined : `sd ${d.sd} is not above 0`;
    case "lognormal": return !(d.median > 0) || !(d.sigma > 0) ? `median ${d.median} or sigma ${d.sigma} is not above 0` : Number.isFinite(d.median * Math.exp(SPREAD * d.sigma)) ? undefined : `sigma ${d.sigma} has draws that are no numbers`;
    case "beta": return d.alpha > 0 && d.beta > 0 ? undefined : `alpha ${d.alpha} or beta ${d.beta} is not above 0`;
    case "discrete": return d.values.length !== d.weights.length ? `${d.values.length} values and ${d.weights.length} weights` : weightsFault(d.weights);
    default: return undefined;
  }
};

/** Standard deviations that a draw can reach: 2^-53 of the normal distribution lies beyond. */
const SPREAD = 8.3;

const weightsFault = (weights: readonly number[]): string | undefined => {
  if (weights.some((w) => w < 0)) return "a weight is below 0";
  return weights.some((w) => w > 0) ? undefined : "no weight is above 0";
};
