/**
 * How an uncertain factor moves: 1 today, another number later.
 *
 *   1. geometric: d ln m = (mu - s^2/2) dt + s dW, so that E[m(t + d) | m] = m e^(mu d)                       (Samuelson 1965)
 *   2. reverting: y = ln m, dy = k (ln L - y) dt + s dW: y(t + d) normal with mean ln L + (y - ln L) e^(-k d) and variance
 *      s^2 (1 - e^(-2 k d))/(2 k)                                                              (Schwartz, J. Finance 52, 1997, model 1)
 *   3. event: `before` until it happens, at a rate l, then `after` for ever: chance to have happened 1 - e^(-l t)
 *                                                                                    (Dixit and Pindyck 1994, section 3.5)
 *
 * The state of the first two is ln m, of the third 0 or 1. Steps of any length are exact, so dates need no steps between them.
 */
import { requireFinite, requirePositive } from "../guards.ts";

export type Motion =
  | { readonly kind: "geometric"; readonly drift_per_yr: number; readonly volatility_per_sqrt_yr: number }
  | { readonly kind: "reverting"; readonly reversion_per_yr: number; readonly level: number; readonly volatility_per_sqrt_yr: number }
  | { readonly kind: "event"; readonly rate_per_yr: number; readonly before: number; readonly after: number };

/** Mean and standard deviation of a normal number. */
export interface Spread {
  readonly mean: number;
  readonly sd: number;
}

/** Throws RangeError where a motion has no meaning. */
export const requireMotion = (motion: Motion): void => {
  switch (motion.kind) {
    case "geometric": requireFinite({ drift_per_yr: motion.drift_per_yr }); requirePositive({ volatility_per_sqrt_yr: motion.volatility_per_sqrt_yr }); return;
    case "reverting": requirePositive({ reversion_per_yr: motion.reversion_per_yr, level: motion.level, volatility_per_sqrt_yr: motion.volatility_per_sqrt_yr }); return;
    case "event": requirePositive({ rate_per_yr: motion.rate_per_yr }); requireFinite({ before: motion.before, after: motion.after });
  }
};

/** The state after `years`, of a geometric or reverting factor. */
export const spreadAfter = (motion: Exclude<Motion, { readonly kind: "event" }>, { state, years }: { readonly state: number; readonly years: number }): Spread => {
  const { volatility_per_sqrt_yr: s } = motion;
  if (motion.kind === "geometric") return { mean: state + (motion.drift_per_yr - (s * s) / 2) * years, sd: s * Math.sqrt(years) };
  const { reversion_per_yr: k } = motion;
  const level = Math.log(motion.level);
  return { mean: level + (state - level) * Math.exp(-k * years), sd: s * Math.sqrt(-Math.expm1(-2 * k * years) / (2 * k)) };
};

/** Chance that an event happens within `years`. */
export const chanceWithin = ({ rate_per_yr }: { readonly rate_per_yr: number }, years: number): number => -Math.expm1(-rate_per_yr * years);

/** The factor that a state stands for. */
export const factorOf = (motion: Motion, state: number): number => (motion.kind !== "event" ? Math.exp(state) : state === 0 ? motion.before : motion.after);

/** Expected factor `years` after it was in a state. */
export const expectedFactor = (motion: Motion, { state, years }: { readonly state: number; readonly years: number }): number => {
  if (motion.kind === "event") return state === 0 ? motion.before + (motion.after - motion.before) * chanceWithin(motion, years) : motion.after;
  const { mean, sd } = spreadAfter(motion, { state, years });
  return Math.exp(mean + (sd * sd) / 2);
};
