/**
 * The option to give one thing for another: a launcher's own rate for the market's, one plan for another.
 *
 *   1. w = S1 e^(-q1 T) F(d1) - S2 e^(-q2 T) F(d2), s^2 = s1^2 + s2^2 - 2 rho s1 s2            (Margrabe, J. Finance 33, 1978)
 *   2. d1 = (ln(S1/S2) + (q2 - q1 + s^2/2) T)/(s sqrt T), d2 = d1 - s sqrt T
 *
 * The rate of interest is not in it. Assumes two lognormal values, exercise at T alone. Accuracy: Haug's table, 0.001.
 */
import { blackScholes } from "./black-scholes.ts";
import { requireFinite } from "../guards.ts";

export interface ExchangedAsset {
  readonly spot_usd: number;
  readonly yield_per_yr: number;
  readonly volatility_per_sqrt_yr: number;
}

export interface ExchangeTerms {
  readonly got: ExchangedAsset;
  readonly given: ExchangedAsset;
  readonly correlation: number;
  readonly years: number;
}

/** Value of the right to give one for the other at T. Throws RangeError outside -1 <= correlation <= 1. */
export const exchangeOption = ({ got, given, correlation, years }: ExchangeTerms): number => {
  requireFinite({ correlation });
  if (Math.abs(correlation) > 1) throw new RangeError(`correlation must lie in [-1, 1], found ${correlation}`);
  const variance = got.volatility_per_sqrt_yr ** 2 + given.volatility_per_sqrt_yr ** 2 - 2 * correlation * got.volatility_per_sqrt_yr * given.volatility_per_sqrt_yr;
  // The given is money here: a call on the got, struck in units of the given, whose yield is the rate.
  return blackScholes({ kind: "call", spot_usd: got.spot_usd, strike_usd: given.spot_usd, years, rate_per_yr: given.yield_per_yr, yield_per_yr: got.yield_per_yr, volatility_per_sqrt_yr: Math.sqrt(variance) });
};
