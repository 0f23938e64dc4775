/**
 * European call and put on what pays a yield, in closed form.
 *
 *   1. call = S e^(-qT) F(d1) - K e^(-rT) F(d2), put by parity     (Black and Scholes 1973; Merton, Bell J. Econ. 4, 1973, for the yield q)
 *   2. d1 = (ln(S/K) + (r - q + s^2/2) T)/(s sqrt T), d2 = d1 - s sqrt T
 *
 * As a real option S is the value of the project, K what it costs to start it, and q what is lost by a year's delay as a share of S.
 * Assumes a lognormal S of constant volatility, exercise at T alone. Accuracy: Longstaff and Schwartz (2001), Table 1, closed-form column.
 */
import { requireFinite, requirePositive } from "../guards.ts";
import { normalCdf } from "./normal.ts";

export interface OptionTerms {
  readonly kind: "call" | "put";
  /** Value of what may be had, and what it costs to have it. */
  readonly spot_usd: number;
  readonly strike_usd: number;
  readonly years: number;
  /** Continuously compounded. */
  readonly rate_per_yr: number;
  /** What the owner of the thing has of it and the holder of the option has not. */
  readonly yield_per_yr: number;
  /** Standard deviation of the logarithm over a year. */
  readonly volatility_per_sqrt_yr: number;
}

/** What is had by exercising at a value. */
export const exerciseValue_usd = ({ kind, strike_usd }: Pick<OptionTerms, "kind" | "strike_usd">, spot_usd: number): number => (kind === "call" ? spot_usd - strike_usd : strike_usd - spot_usd);

/** Value of the European option. Throws RangeError for a price, time or volatility that is not above 0. */
export const blackScholes = (terms: OptionTerms): number => {
  const { kind, spot_usd, strike_usd, years, rate_per_yr, yield_per_yr, volatility_per_sqrt_yr } = terms;
  requirePositive({ spot_usd, strike_usd, years, volatility_per_sqrt_yr });
  requireFinite({ rate_per_yr, yield_per_yr });
  const spread = volatility_per_sqrt_yr * Math.sqrt(years);
  const d1 = (Math.log(spot_usd / strike_usd) + (rate_per_yr - yield_per_yr) * years) / spread + spread / 2;
  const sign = kind === "call" ? 1 : -1;
  return sign * (spot_usd * Math.exp(-yield_per_yr * years) * normalCdf(sign * d1) - strike_usd * Math.exp(-rate_per_yr * years) * normalCdf(sign * (d1 - spread)));
};
