/**
 * An option on an option: pay for a first stage by one date to have the right to the second by another.
 *
 *   1. call on call = S e^(-q T2) M(a1, b1; rho) - K2 e^(-r T2) M(a2, b2; rho) - K1 e^(-r T1) F(a2)           (Geske, J. Fin. Econ. 7, 1979)
 *   2. a1 = (ln(S/S*) + (r - q + s^2/2) T1)/(s sqrt T1), a2 = a1 - s sqrt T1; b1, b2 likewise with K2 and T2; rho = sqrt(T1/T2)
 *   3. S*: where the second option is worth K1 at T1
 *   4. the other three by signs (Rubinstein 1991, as in Haug 2007)
 *
 * Assumes a lognormal S of constant volatility, both exercises at their dates alone. Accuracy: published values to their four digits.
 */
import { requirePositive } from "../guards.ts";
import { blackScholes, type OptionTerms } from "./black-scholes.ts";
import { normalCdf, normalCdf2 } from "./normal.ts";

export interface CompoundTerms {
  /** The option on the option: what its exercise costs or brings, and when. */
  readonly first: Pick<OptionTerms, "kind" | "strike_usd" | "years">;
  /** The option that it is on; `years` from now, after the first. */
  readonly second: OptionTerms;
}

/** Value of the compound option. Throws RangeError unless 0 < first.years < second.years. */
export const compoundOption = ({ first, second }: CompoundTerms): number => {
  requirePositive({ "first.strike_usd": first.strike_usd, "first.years": first.years, "second.years - first.years": second.years - first.years });
  const { spot_usd, strike_usd, years, rate_per_yr, yield_per_yr, volatility_per_sqrt_yr } = second;
  const level = levelAt(first, second);
  const rho = Math.sqrt(first.years / years);
  const d1 = (over: number, t: number): number => (Math.log(spot_usd / over) + (rate_per_yr - yield_per_yr + volatility_per_sqrt_yr ** 2 / 2) * t) / (volatility_per_sqrt_yr * Math.sqrt(t));
  const d2 = (over: number, t: number): number => d1(over, t) - volatility_per_sqrt_yr * Math.sqrt(t);
  const outer = first.kind === "call" ? 1 : -1;
  const inner = second.kind === "call" ? 1 : -1;
  const side = outer * inner;
  const both = (a: number, b: number): number => normalCdf2(side * a, inner * b, outer * rho);
  const gone = (rate: number, t: number): number => Math.exp(-rate * t);
  // Where no value of S makes the second option worth as little, or as much, as the first strike, the first is exercised always or never.
  const [a1, a2] = level === 0 ? [Infinity, Infinity] : [d1(level, first.years), d2(level, first.years)];
  if (!Number.isFinite(a1)) return edge(first, second);
  return outer * (inner * (spot_usd * gone(yield_per_yr, years) * both(a1, d1(strike_usd, years)) - strike_usd * gone(rate_per_yr, years) * both(a2, d2(strike_usd, years))) - first.strike_usd * gone(rate_per_yr, first.years) * normalCdf(side * a2));
};

/** A put that is never worth the first strike: a call on it is worth nothing, a put on it is exercised always. */
const edge = (first: CompoundTerms["first"], second: OptionTerms): number =>
  first.kind === "call" ? 0 : first.strike_usd * Math.exp(-second.rate_per_yr * first.years) - blackScholes(second);

/** (3), by bisection of the logarithm; 0 where the second option, a put, is never worth so much. */
const levelAt = (first: CompoundTerms["first"], second: OptionTerms): number => {
  const left = second.years - first.years;
  const miss = (spot_usd: number): number => blackScholes({ ...second, spot_usd, years: left }) - first.strike_usd;
  const rises = second.kind === "call";
  if (!rises && second.strike_usd * Math.exp(-second.rate_per_yr * left) <= first.strike_usd) return 0;
  const scale = second.strike_usd + first.strike_usd;
  let [low, high] = [Math.log(scale) - REACH, Math.log(scale) + REACH];
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (low + high) / 2;
    if (miss(Math.exp(middle)) > 0 === rises) high = middle;
    else low = middle;
  }
  return Math.exp((low + high) / 2);
};

/** Both ways from the strikes, in logarithms: beyond e^30 nothing is priced. */
const REACH = 30;
const BISECTIONS = 100;
