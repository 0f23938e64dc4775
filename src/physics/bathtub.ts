/**
 * Failures that change with age: early ones, a constant rate, wear.
 *
 *   1. Weibull: survivors exp(-(t/eta)^b), rate (b/eta)(t/eta)^(b-1); b below 1 early failures, above 1 wear (Weibull 1951)
 *   2. causes side by side: rates add, survivors multiply
 *   3. mean share alive over a life, (1/T) integral of (2), by Simpson's rule in t = T x^4, which tames the early rate; its inverse is units
 *      to launch per unit of mean service (`reliability.ts`, eq. 2, for a constant rate alone)
 *   4. early failures as counted, N(t) = (t/a)^b events of which a share p counts: eta = a p^(-1/b)
 *
 * Assumes: no repair, independent units. Accuracy: (3) 1e-9 of the closed forms of b = 1 and b = 1/2 (test/physics).
 */

export type Weibull = { readonly shape: number; readonly scale_yr: number };

/** Causes of failure; null where one is left out. */
export type Bathtub = { readonly early: Weibull | null; readonly constant_per_yr: number; readonly wear: Weibull | null };

/** Fraction surviving to a time under a Weibull life. */
export function weibullSurvival_frac(life: Weibull, time_yr: number): number {
  return Math.exp(-weibullSum(life, time_yr));
}

/** Weibull life of the events that count, from a count of all of them. */
export function weibullOfEvents(count: { readonly shape: number; readonly scale_yr: number; readonly counting_frac: number }): Weibull {
  return { shape: count.shape, scale_yr: count.scale_yr * count.counting_frac ** (-1 / count.shape) };
}

/** Failures a year among those alive at an age. */
export function bathtubRate_per_yr(causes: Bathtub, age_yr: number): number {
  const rate = (life: Weibull | null): number => (life === null ? 0 : (life.shape / life.scale_yr) * (age_yr / life.scale_yr) ** (life.shape - 1));
  return rate(causes.early) + causes.constant_per_yr + rate(causes.wear);
}

/** Fraction of units alive at an age. */
export function bathtubSurvival_frac(causes: Bathtub, age_yr: number): number {
  const { early, constant_per_yr, wear } = causes;
  const alive = Math.exp(-((early === null ? 0 : weibullSum(early, age_yr)) + constant_per_yr * age_yr + (wear === null ? 0 : weibullSum(wear, age_yr))));
  if (Number.isNaN(alive)) throw new RangeError(`age_yr ${age_yr} or a rate is no number`);
  return alive;
}

/** Mean fraction of units alive over a life, no repair; `steps` of the quadrature, an even number. */
export function bathtubMeanSurvival_frac(causes: Bathtub, life_yr: number, steps = 400): number {
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const x = i / steps;
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * 4 * x ** 3 * bathtubSurvival_frac(causes, life_yr * x ** 4);
  }
  return sum / (3 * steps);
}

/** Units to launch per unit of mean service over the life. */
export function bathtubPenalty(causes: Bathtub, life_yr: number): number {
  return 1 / bathtubMeanSurvival_frac(causes, life_yr);
}

const weibullSum = (life: Weibull, time_yr: number): number => (time_yr / life.scale_yr) ** life.shape;
