/**
 * Times and lengths that are drawn.
 *
 *   1. arrivals: a Poisson process of a rate that changes by the step, by its cumulated rate: steps of -ln(1 - u)
 *   2. lengths: log-normal of mean m and spread c, exp(ln m - s2/2 + s z), s2 = ln(1 + c2), z by Box and Muller (1958)
 */

/** Draws doubles in [0, 1). */
export type Draw = () => number;

const exponential = (draw: Draw): number => -Math.log1p(-draw());

export interface Arrivals {
  /** Events in each step, expected. */
  readonly mean: readonly number[];
  readonly step_s: number;
}

/** Times of arrivals, ascending. */
export const arrivalTimes = ({ mean, step_s }: Arrivals, draw: Draw): number[] => {
  const times: number[] = [];
  let before = 0;
  let next = exponential(draw);
  mean.forEach((count, i) => {
    for (; next < before + count; next += exponential(draw)) times.push((i + (next - before) / count) * step_s);
    before += count;
  });
  return times;
};

/** A length of the mean and spread given; the mean itself where the spread is 0. */
export const drawLength = ({ mean, spread }: { readonly mean: number; readonly spread: number }, draw: Draw): number => {
  if (spread === 0) return mean;
  const variance = Math.log1p(spread * spread);
  const normal = Math.sqrt(2 * exponential(draw)) * Math.cos(2 * Math.PI * draw());
  return Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * normal);
};

/** Times within `span_s` of a steady Poisson process, ascending. */
export const steadyTimes = (rate_per_s: number, span_s: number, draw: Draw): number[] => arrivalTimes({ mean: [rate_per_s * span_s], step_s: span_s }, draw);
