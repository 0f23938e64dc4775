/**
 * Rates into each other: nominal and real, two taxes into one.
 *
 * (1) 1 + real = (1 + nominal)/(1 + inflation). Fisher (1930).
 * (2) tax = state + federal (1 - state): state tax is deducted before federal. SSC lib_financial, REopt.
 */
import { requireRate, requireShare } from "./guards.ts";

/** Real rate per year from a nominal one. */
export function realRate({
  nominal_per_year,
  inflation_per_year,
}: {
  readonly nominal_per_year: number;
  readonly inflation_per_year: number;
}): number {
  requireRate({ nominal_per_year, inflation_per_year });
  return (nominal_per_year - inflation_per_year) / (1 + inflation_per_year);
}

/** Effective income tax of a state and a federal rate, as a share of income. */
export function combinedTax({ federal_frac, state_frac }: { readonly federal_frac: number; readonly state_frac: number }): number {
  requireShare({ federal_frac, state_frac });
  return state_frac + federal_frac * (1 - state_frac);
}
