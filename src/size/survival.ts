/**
 * Accelerators that still work, by age, where nobody repairs them.
 *
 *   1. alive at age t: p(t) = exp(-(t/a)^b - l t - (t/c)^d): youth, constant rate, wear                    (physics/bathtub)
 *   2. k of n are spares that stand cold: working share of the others = E[min(J, n - k)]/(n - k), J binomial in p   (physics/spares)
 *   3. mean of (2) over each year of life; without youth and wear in closed form, else by Simpson's rule
 *
 * `plan` multiplies capacity by (3): work lost is counted there and nowhere else, as nothing is bought again.
 * Accuracy of the quadrature: 1e-6 (test/size/radiation).
 */
import { bathtubMeanSurvival_frac, bathtubSurvival_frac, expectedWork_frac, meanSurvival_frac, weibullOfEvents, type Bathtub } from "../physics/index.ts";
import type { Orbit } from "./load.ts";
import type { SurvivalSizing } from "./sizing.ts";

/** Steps of Simpson's rule: in the first year, crowded at its start, and in a later one. */
const FIRST_STEPS = 32;
const STEPS = 4;
const SPARES_STEPS = 2;

/** Causes of failure as the scenario has them. */
export const causesOf = ({ platform, radiation: { early, wear } }: Orbit): Bathtub => ({
  early: early === null ? null : weibullOfEvents({ shape: early.shape, scale_yr: early.scale_yr, counting_frac: early.counting_frac }),
  constant_per_yr: platform.failureRate_per_yr,
  wear: wear === null ? null : { shape: wear.shape, scale_yr: wear.scale_yr },
});

export const survivalOf = (orbit: Orbit, accelerators: number): SurvivalSizing => {
  const causes = causesOf(orbit);
  const { spares } = orbit.radiation;
  const working = (alive_frac: number): number => (spares === 0 ? alive_frac : expectedWork_frac({ needed: Math.round(accelerators) - spares, units: Math.round(accelerators), survival_frac: alive_frac }));
  const ofYear = (year: number): number => {
    if (spares > 0) return simpson((t) => working(bathtubSurvival_frac(causes, t)), year, SPARES_STEPS);
    if (causes.early === null && causes.wear === null) return Math.exp(-causes.constant_per_yr * year) * meanSurvival_frac({ rate_per_yr: causes.constant_per_yr, life_yr: 1 });
    return year === 0 ? bathtubMeanSurvival_frac(causes, 1, FIRST_STEPS) : simpson((t) => bathtubSurvival_frac(causes, t), year, STEPS);
  };
  const workingByYear_frac = Array.from({ length: Math.ceil(orbit.life_yr) }, (_, year) => ofYear(year));
  const whole = Math.floor(orbit.life_yr);
  const left_yr = orbit.life_yr - whole;
  const years = workingByYear_frac.slice(0, whole).reduce((sum, share) => sum + share, 0) + (left_yr === 0 ? 0 : left_yr * workingByYear_frac[whole]!);
  return { aliveAtEnd_frac: bathtubSurvival_frac(causes, orbit.life_yr), workingAtEnd_frac: working(bathtubSurvival_frac(causes, orbit.life_yr)), workingMean_frac: years / orbit.life_yr, workingByYear_frac };
};

const simpson = (value: (time_yr: number) => number, from_yr: number, steps: number): number => {
  let sum = 0;
  for (let i = 0; i <= steps; i++) sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * value(from_yr + i / steps);
  return sum / (3 * steps);
};
