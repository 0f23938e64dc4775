/**
 * Distributions that a field may be written as: their central value in closed form, and where their values can lie.
 *
 * (1) triangular median: a + sqrt((b - a)(c - a) / 2) where c >= (a + b)/2, else b - sqrt((b - a)(b - c) / 2)   (Kotz & van Dorp 2004, section 1.2)
 * (2) lognormal mean: median exp(sigma^2 / 2)   (Johnson, Kotz & Balakrishnan 1994, chapter 14)
 * (3) beta mean: low + (high - low) alpha / (alpha + beta); its median inverts the regularised incomplete beta function,
 *     taken by continued fraction (DiDonato & Morris 1992; NIST DLMF 8.17.22) and bisection to the last bit.
 */
import type { Distribution } from "./scenario.ts";

/** Normal and lognormal reach to infinity: this many standard deviations must lie in the field's range (1 draw in 16,000 lies beyond). */
export const TAIL_SD = 4;

/** The value that one run takes of a distribution. */
export const centralOf = (distribution: Distribution, central: "median" | "mean"): number =>
  central === "median" ? medianOf(distribution) : meanOf(distribution);

const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0);

const meanOf = (d: Distribution): number => {
  switch (d.distribution) {
    case "uniform": return (d.low + d.high) / 2;
    case "triangular": return (d.low + d.mode + d.high) / 3;
    case "normal": return d.mean;
    case "lognormal": return d.median * Math.exp((d.sigma * d.sigma) / 2);
    case "beta": return d.low + ((d.high - d.low) * d.alpha) / (d.alpha + d.beta);
    case "discrete": return sum(d.values.map((v, i) => v * d.weights[i]!)) / sum(d.weights);
    case "empirical": return sum(d.samples) / d.samples.length;
  }
};

const medianOf = (d: Distribution): number => {
  switch (d.distribution) {
    case "uniform": return (d.low + d.high) / 2;
    case "triangular": return triangularMedian(d);
    case "normal": return d.mean;
    case "lognormal": return d.median;
    case "beta": return d.low + (d.high - d.low) * betaMedian(d);
    case "discrete": return discreteMedian(d);
    case "empirical": return sampleMedian(d.samples);
  }
};

const triangularMedian = ({ low, mode, high }: { readonly low: number; readonly mode: number; readonly high: number }): number =>
  mode >= (low + high) / 2 ? low + Math.sqrt(((high - low) * (mode - low)) / 2) : high - Math.sqrt(((high - low) * (high - mode)) / 2);

/** The smallest value up to which at least half of the weight lies. */
const discreteMedian = ({ values, weights }: { readonly values: readonly number[]; readonly weights: readonly number[] }): number => {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const half = sum(weights) / 2;
  let reached = 0;
  for (const i of order) {
    reached += weights[i]!;
    if (reached >= half * (1 - 1e-12)) return values[i]!;
  }
  return values[order.at(-1)!]!;
};

const sampleMedian = (samples: readonly number[]): number => {
  const sorted = Float64Array.from(samples).sort();
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const betaMedian = ({ alpha, beta }: { readonly alpha: number; readonly beta: number }): number => betaBelow(0.5, { alpha, beta });

/** The value in 0..1 below which a share of a beta distribution lies. */
export const betaBelow = (share: number, { alpha, beta }: { readonly alpha: number; readonly beta: number }): number => {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (incompleteBeta(middle, alpha, beta) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** Regularised incomplete beta function I_x(a, b): the share of a beta distribution below x. */
export const incompleteBeta = (x: number, a: number, b: number): number => {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
};

/** Continued fraction of the incomplete beta function, by the method of Lentz. */
const betaFraction = (x: number, a: number, b: number): number => {
  const tiny = 1e-300;
  const away = (v: number): number => (Math.abs(v) < tiny ? tiny : v);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return fraction;
};

/** Coefficients of Lanczos with g = 7, n = 9 (Godfrey 2001): log gamma to about 1e-15. */
const LANCZOS = [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];

const logGamma = (x: number): number => {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x - 1 + 7.5;
  let series = LANCZOS[0]!;
  for (let i = 1; i < LANCZOS.length; i++) series += LANCZOS[i]! / (x - 1 + i);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
};

/** Lowest and highest value a distribution takes: to TAIL_SD standard deviations where it has no end. */
export const supportOf = (d: Distribution): { readonly low: number; readonly high: number } => {
  switch (d.distribution) {
    case "uniform": case "triangular": case "beta": return { low: d.low, high: d.high };
    case "normal": return { low: d.mean - TAIL_SD * d.sd, high: d.mean + TAIL_SD * d.sd };
    case "lognormal": return { low: d.median * Math.exp(-TAIL_SD * d.sigma), high: d.median * Math.exp(TAIL_SD * d.sigma) };
    case "discrete": return ends(d.values);
    case "empirical": return ends(d.samples);
  }
};

const ends = (values: readonly number[]): { readonly low: number; readonly high: number } => {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const v of values) {
    if (v < low) low = v;
    if (v > high) high = v;
  }
  return { low, high };
};
