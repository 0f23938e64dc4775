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
import type { SurvivalSizing } from "./radiation-record.ts";

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
  const { life_yr, radiation: { spares } } = orbit;
  const units = Math.round(accelerators);
  const alive_frac = (age_yr: number): number => bathtubSurvival_frac(causes, age_yr);
  const working_frac = spares === 0 ? alive_frac : (age_yr: number): number => expectedWork_frac({ needed: units - spares, units, survival_frac: alive_frac(age_yr) });
  const years = Math.ceil(life_yr);
  const workingByYear_frac = spares > 0 ? sparedYears(working_frac, years) : sparelessYears(causes, years);
  const whole = Math.floor(life_yr);
  let served_yr = life_yr > whole ? (life_yr - whole) * workingByYear_frac[whole]! : 0;
  for (let year = 0; year < whole; year++) served_yr += workingByYear_frac[year]!;
  return { aliveAtEnd_frac: alive_frac(life_yr), workingAtEnd_frac: working_frac(life_yr), workingMean_frac: served_yr / life_yr, workingByYear_frac };
};

/** Each year's mean by Simpson's rule; a year ends where the next begins. */
const sparedYears = (working_frac: (age_yr: number) => number, years: number): readonly number[] => {
  let start = working_frac(0);
  return Array.from({ length: years }, (_, year) => {
    let sum = start;
    for (let i = 1; i < SPARES_STEPS; i++) sum += (i % 2 === 1 ? 4 : 2) * working_frac(year + i / SPARES_STEPS);
    start = working_frac(year + 1);
    return (sum + start) / (3 * SPARES_STEPS);
  });
};

const sparelessYears = (causes: Bathtub, years: number): readonly number[] => {
  const mean_frac: number[] = [];
  for (let year = 0; year < years; year++) mean_frac.push(sparelessYear(causes, year));
  return mean_frac;
};

const sparelessYear = (causes: Bathtub, year: number): number => {
  if (causes.early === null && causes.wear === null) return Math.exp(-causes.constant_per_yr * year) * meanSurvival_frac({ rate_per_yr: causes.constant_per_yr, life_yr: 1 });
  return year === 0 ? bathtubMeanSurvival_frac(causes, 1, FIRST_STEPS) : simpson((t) => bathtubSurvival_frac(causes, t), year, STEPS);
};

const simpson = (value: (time_yr: number) => number, from_yr: number, steps: number): number => {
  let sum = 0;
  for (let i = 0; i <= steps; i++) sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * value(from_yr + i / steps);
  return sum / (3 * steps);
};
