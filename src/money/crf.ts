/**
 * Capital recovery factor: the level end-of-year payment per dollar of capital.
 *
 * (1) CRF = r / (1 - (1 + r)^-n); its limit at r = 0 is 1/n.
 * Source: any text, e.g. Short, Packey and Holt, NREL/TP-462-5173 (1995) eq. 2-6. Valid for r > -1, n > 0.
 */
import { requirePositive, requireRate } from "./guards.ts";

/** Capital recovery factor, 1/year. */
export function crf({ rate_per_year, life_years }: { readonly rate_per_year: number; readonly life_years: number }): number {
  requireRate({ rate_per_year });
  requirePositive({ life_years });
  if (rate_per_year === 0) return 1 / life_years;
  return -rate_per_year / Math.expm1(-life_years * Math.log1p(rate_per_year));
}
