/**
 * What failures without repair cost: units bought per unit of mean capacity over the life.
 *
 * (1) Pi = lambda T/(1 - exp(-lambda T)): the inverse of the mean survival of exponential lifetimes.
 * Source: Turyshev, arXiv:2604.27197. Limits: constant hazard, no spares, no replacement, no infant mortality.
 */
import { requireFinite, requirePositive } from "./guards.ts";

/** Penalty factor, 1 or more. */
export function lifetimePenalty({ failure_per_year, life_years }: { readonly failure_per_year: number; readonly life_years: number }): number {
  requireFinite({ failure_per_year });
  requirePositive({ life_years });
  if (failure_per_year < 0) throw new RangeError(`failure_per_year must be 0 or more, found ${failure_per_year}`);
  const expected = failure_per_year * life_years;
  return expected === 0 ? 1 : expected / -Math.expm1(-expected);
}
