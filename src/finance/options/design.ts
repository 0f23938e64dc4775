/** At which states of the drivers plans are solved, and what a state says of the quarters before and after it. */
import { chanceWithin, expectedFactor, spreadAfter, type Motion } from "../../money/index.ts";

/** How far the points reach: 1 normal number in 80 lies beyond. */
export const REACH_SD = 2.5;
const QUARTERS_PER_YEAR = 4;

/** States of a driver after `years`: evenly over REACH_SD standard deviations both ways; one where nothing has moved yet. */
export const axisOf = (motion: Motion, { years, points }: { readonly years: number; readonly points: number }): readonly number[] => {
  if (motion.kind === "event") return years === 0 ? [0] : [0, 1];
  if (years === 0) return [0];
  const { mean, sd } = spreadAfter(motion, { state: 0, years });
  return Array.from({ length: points }, (_, i) => mean + sd * REACH_SD * ((2 * i) / (points - 1) - 1));
};

/**
 * Factor by quarter when a driver is in a state at quarter `at`.
 *
 *   1. before it: what is expected on the way there: e^(y s/t) for a state y reached after t; of an event that happened by then,
 *      before + (after - before)(1 - e^(-l s))/(1 - e^(-l t))
 *   2. from it on: what is expected then (money/options/motion)
 */
export const factorsBy = (motion: Motion, { state, at, quarters }: { readonly state: number; readonly at: number; readonly quarters: readonly number[] }): readonly number[] => {
  const years = (at - quarters[0]!) / QUARTERS_PER_YEAR;
  return quarters.map((quarter) => {
    const since = (quarter - quarters[0]!) / QUARTERS_PER_YEAR;
    return quarter >= at ? expectedFactor(motion, { state, years: since - years }) : onTheWay(motion, { state, years, since });
  });
};

const onTheWay = (motion: Motion, { state, years, since }: { readonly state: number; readonly years: number; readonly since: number }): number => {
  if (motion.kind !== "event") return Math.exp((state * since) / years);
  if (state === 0) return motion.before;
  return motion.before + ((motion.after - motion.before) * chanceWithin(motion, since)) / chanceWithin(motion, years);
};
