/**
 * A value that moves up or down by steps: what the right to stop it is worth, by going backwards from the last day.
 *
 *   1. up u = e^(s sqrt dt), down 1/u, chance p = (e^(m dt) - 1/u)/(u - 1/u); m the growth of the value, r - q of a traded one
 *                                                                             (Cox, Ross and Rubinstein, J. Fin. Econ. 7, 1979)
 *   2. the same with p from Peizer and Pratt's inversion of d2, and u, d so that p reaches d1: error falls as 1/n^2 for a European option of
 *      one strike                                                             (Leisen and Reimer, Appl. Math. Finance 3, 1996), odd n
 *   3. worth = max(what stopping brings where it is allowed, e^(-r dt) (p worth_up + (1 - p) worth_down))
 *
 * Range: (1) needs 0 < p < 1, that is dt < (s/m)^2: more steps else. Accuracy: error of (1) falls as 1/n, by turns above and below.
 */
import { requireFinite, requirePositive } from "../guards.ts";
import { exerciseValue_usd, type OptionTerms } from "./black-scholes.ts";

export interface LatticeTerms {
  readonly spot: number;
  readonly years: number;
  readonly steps: number;
  readonly rate_per_yr: number;
  /** Growth of the expected value, continuously compounded. */
  readonly drift_per_yr: number;
  readonly volatility_per_sqrt_yr: number;
  /** What stopping brings at a value, after so many steps; -Infinity where one may not stop. */
  readonly stop: (spot: number, step: number) => number;
  /** Up, down and chance of a step; left out, those of (1). */
  readonly tree?: Tree;
}

interface Tree {
  readonly up: number;
  readonly down: number;
  readonly chance_frac: number;
}

/** Value of the right to stop once, or never for nothing. Throws RangeError where a step is too long for the drift. */
export const latticeValue = (terms: LatticeTerms): number => {
  const { spot, years, steps, rate_per_yr, drift_per_yr, volatility_per_sqrt_yr, stop } = terms;
  requirePositive({ spot, years, steps, volatility_per_sqrt_yr });
  requireFinite({ rate_per_yr, drift_per_yr });
  const { up, down, chance_frac } = terms.tree ?? crrTree(terms);
  const kept = Math.exp((-rate_per_yr * years) / steps);
  const [risen, fallen] = [powersOf(up, steps), powersOf(down, steps)];
  const spotAt = (step: number, ups: number): number => spot * risen[ups]! * fallen[step - ups]!;
  const worth = Float64Array.from({ length: steps + 1 }, (_, ups) => Math.max(0, stop(spotAt(steps, ups), steps)));
  for (let step = steps - 1; step >= 0; step--) {
    for (let ups = 0; ups <= step; ups++) {
      const wait = kept * (chance_frac * worth[ups + 1]! + (1 - chance_frac) * worth[ups]!);
      worth[ups] = Math.max(wait, stop(spotAt(step, ups), step));
    }
  }
  return worth[0]!;
};

const powersOf = (base: number, most: number): Float64Array => Float64Array.from({ length: most + 1 }, (_, n) => base ** n);

/** (1). */
const crrTree = ({ years, steps, drift_per_yr, volatility_per_sqrt_yr }: LatticeTerms): Tree => {
  const dt = years / steps;
  const up = Math.exp(volatility_per_sqrt_yr * Math.sqrt(dt));
  const chance_frac = (Math.exp(drift_per_yr * dt) - 1 / up) / (up - 1 / up);
  if (!(chance_frac > 0 && chance_frac < 1)) throw new RangeError(`steps must be above ${Math.ceil(years * (drift_per_yr / volatility_per_sqrt_yr) ** 2)}, found ${steps}: the drift outruns the tree`);
  return { up, down: 1 / up, chance_frac };
};

/** (2). */
const leisenReimerTree = ({ spot_usd, strike_usd, years, rate_per_yr, yield_per_yr, volatility_per_sqrt_yr }: OptionTerms, steps: number): Tree => {
  const spread = volatility_per_sqrt_yr * Math.sqrt(years);
  const d1 = (Math.log(spot_usd / strike_usd) + (rate_per_yr - yield_per_yr) * years) / spread + spread / 2;
  const chance = (z: number): number => 0.5 + (Math.sign(z) / 2) * Math.sqrt(1 - Math.exp(-((z / (steps + 1 / 3 + 0.1 / (steps + 1))) ** 2) * (steps + 1 / 6)));
  const [p, reached] = [chance(d1 - spread), chance(d1)];
  const grown = Math.exp(((rate_per_yr - yield_per_yr) * years) / steps);
  return { up: (grown * reached) / p, down: (grown * (1 - reached)) / (1 - p), chance_frac: p };
};

/** When the option may be exercised: at its end, at any step from today on, or after every so many years, rounded to steps, and at its end. */
export type Exercise = "european" | "american" | { readonly every_yr: number };

/** A call or put by lattice. Throws RangeError for an even number of steps with Leisen and Reimer's tree. */
export const latticeOption = (terms: OptionTerms, { steps, exercise, tree }: { readonly steps: number; readonly exercise: Exercise; readonly tree: "crr" | "leisen-reimer" }): number => {
  if (tree === "leisen-reimer" && steps % 2 === 0) throw new RangeError(`steps must be odd for this tree, found ${steps}`);
  const every = exercise === "american" ? 1 : exercise === "european" ? steps : Math.round((exercise.every_yr * steps) / terms.years);
  requirePositive({ "steps between exercises": every });
  const may = (step: number): boolean => step === steps || (step % every === 0 && (step > 0 || exercise === "american"));
  return latticeValue({
    spot: terms.spot_usd, years: terms.years, steps, rate_per_yr: terms.rate_per_yr, drift_per_yr: terms.rate_per_yr - terms.yield_per_yr, volatility_per_sqrt_yr: terms.volatility_per_sqrt_yr,
    stop: (spot, step) => (may(step) ? exerciseValue_usd(terms, spot) : -Infinity),
    ...(tree === "leisen-reimer" && { tree: leisenReimerTree(terms, steps) }),
  });
};
