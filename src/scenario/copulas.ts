/** In which range a copula's parameter lies: where the copula exists and its numbers are doubles. Kendall's tau reaches 0.9 and more in each. */
export const COPULA_RANGES = {
  gaussian: { low: -0.999, high: 0.999 },
  t: { low: -0.999, high: 0.999 },
  clayton: { low: 1e-6, high: 40 },
  gumbel: { low: 1, high: 40 },
  frank: { low: -40, high: 40 },
} as const;

export type CopulaName = keyof typeof COPULA_RANGES;

/** Degrees of freedom of a t copula: above the highest it is a Gaussian one. */
export const FREEDOM_RANGE = { low: 1, high: 200 } as const;
