/**
 * The option to invest, or to give up, with no last day: when to act, and what the right is worth.
 *
 *   1. beta = 1/2 - (r - q)/s^2 +- sqrt(((r - q)/s^2 - 1/2)^2 + 2 r/s^2), + to invest, - to give up
 *   2. invest at V* = beta/(beta - 1) K; before it the right is worth (V* - K)(V/V*)^beta      (McDonald and Siegel, Q. J. Econ. 101, 1986;
 *                                                                                    Dixit and Pindyck 1994, eqs 5.11-5.17)
 *   3. give up for K at V* = beta/(beta - 1) K, beta < 0; before it (K - V*)(V/V*)^beta        (Merton 1973; Dixit and Pindyck 1994, ch. 7)
 *
 * Assumes a lognormal V, a cost K that stays, r > 0; to invest q > 0, for without a cost of delay one waits for ever.
 * Accuracy: Dixit and Pindyck's example (r = q = 4 %, s = 20 %: V* = 2 K, F = V^2/(4 K)), to rounding.
 */
import { requirePositive } from "../guards.ts";
import { exerciseValue_usd, type OptionTerms } from "./black-scholes.ts";

export interface Perpetual {
  readonly beta: number;
  /** Value of the project at which one acts. */
  readonly threshold_usd: number;
  readonly value_usd: number;
}

/** Kind "call" invests, "put" gives up. Throws RangeError where nobody would ever act, or a term is out of range. */
export const perpetualOption = (terms: Omit<OptionTerms, "years">): Perpetual => {
  const { kind, spot_usd, strike_usd, rate_per_yr, yield_per_yr, volatility_per_sqrt_yr } = terms;
  requirePositive({ spot_usd, strike_usd, rate_per_yr, volatility_per_sqrt_yr });
  if (kind === "call" && !(yield_per_yr > 0)) throw new RangeError(`yield_per_yr must be above 0 for a right to invest, found ${yield_per_yr}: without a cost of delay one waits for ever`);
  const variance = volatility_per_sqrt_yr ** 2;
  const tilt = (rate_per_yr - yield_per_yr) / variance - 0.5;
  const root = Math.sqrt(tilt * tilt + (2 * rate_per_yr) / variance);
  const beta = kind === "call" ? -tilt + root : -tilt - root;
  const threshold_usd = (beta / (beta - 1)) * strike_usd;
  const acts = kind === "call" ? spot_usd >= threshold_usd : spot_usd <= threshold_usd;
  return { beta, threshold_usd, value_usd: acts ? exerciseValue_usd(terms, spot_usd) : exerciseValue_usd(terms, threshold_usd) * (spot_usd / threshold_usd) ** beta };
};
