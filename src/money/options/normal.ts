/**
 * The normal distribution of one and of two variables.
 *
 *   1. F(x) = 1/2 + f(x) (x + x^3/3 + x^5/15 + ...)                      (Marsaglia, J. Stat. Software 11(4), 2004), |x| < 2
 *   2. 1 - F(x) = f(x) / (x + 1/(x + 2/(x + 3/(x + ...))))               (Abramowitz and Stegun 1964, 26.2.14), beyond
 *   3. F(a, b; rho) = F(a) F(b) + 1/(2 pi) integral_0^asin(rho) exp(-(a^2 + b^2 - 2 a b sin t)/(2 cos^2 t)) dt
 *                                                                       (Genz, Statistics and Computing 14, 2004, eq. 3)
 *
 * Range: any finite number; |rho| < 1. Accuracy: 1e-14 of the value in (1, 2); (3) by Simpson's rule, 1e-9 for |rho| up to 0.99, against closed cases
 * (test/money/options).
 */
import { requireFinite } from "../guards.ts";

const FAR = 2;
const FRACTION_TERMS = 60;

export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** Chance that a standard normal number lies below x. */
export const normalCdf = (x: number): number => {
  if (x < -FAR) return upperTail(-x);
  return x > FAR ? 1 - upperTail(x) : 0.5 + normalDensity(x) * oddSeries(x);
};

const oddSeries = (x: number): number => {
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return sum;
};

const upperTail = (x: number): number => {
  let fraction = x;
  for (let k = FRACTION_TERMS; k >= 1; k--) fraction = x + k / fraction;
  return normalDensity(x) / fraction;
};

/** Intervals of Simpson's rule. */
const INTERVALS = 400;

/** Chance that two standard normal numbers of correlation rho lie below a and b. Throws RangeError outside -1 < rho < 1. */
export const normalCdf2 = (a: number, b: number, rho: number): number => {
  requireFinite({ a, b, rho });
  if (Math.abs(rho) >= 1) throw new RangeError(`rho must lie between -1 and 1, found ${rho}`);
  const end = Math.asin(rho);
  const at = (t: number): number => Math.exp(-(a * a + b * b - 2 * a * b * Math.sin(t)) / (2 * Math.cos(t) ** 2));
  let sum = at(0) + at(end);
  for (let i = 1; i < INTERVALS; i++) sum += (i % 2 === 1 ? 4 : 2) * at((end * i) / INTERVALS);
  return normalCdf(a) * normalCdf(b) + (sum * end) / (3 * INTERVALS) / (2 * Math.PI);
};
