/**
 * How unlike two plans are.
 *
 *   1. standing(w, y) = IT power of the units that way w brought and that have not reached the end of their life, at the end of calendar year y, MW
 *   2. on(tier) = sum over its w, y of |standing_a - standing_b| / max(sum of (standing_a + standing_b), FLOOR x that sum over all tiers)
 *   3. unlike(a, b) = mean of (2) over the tiers, 0 the same, 1 nothing in common: on one tier the measure of Bray and Curtis (1957)
 *
 * A site that is built elsewhere, a year later or on another rocket all count; what is bought and renewed in the same place does not. Each tier
 * counts alike, however small it is, for whether there is any of it is what a plan is asked; FLOOR keeps a tier of next to nothing from being all.
 */
import { QUARTERS_PER_YEAR } from "./by-quarter.ts";
import type { Layout } from "./formulate.ts";
import type { Term } from "./model-builder.ts";
import { waysOf } from "./plan-case.ts";
import type { PlanCase } from "./plan-case.ts";

/** What one way has standing at the end of one year, as terms of a model. */
export interface Place {
  /** Position in `waysOf`. */
  readonly way: number;
  /** Position of the year among those of the horizon, from 0. */
  readonly year: number;
  readonly tier: string;
  readonly terms: readonly Term[];
}

/** Places of a problem, by way and year. */
export const placesOf = (problem: PlanCase, { options }: Pick<Layout, "options">): readonly Place[] => {
  const ends = yearEnds(problem.quarters);
  return waysOf(problem).flatMap(({ option, o, way, w }, at) => {
    const MW = option.run_MW[0]! * way.arrives_frac;
    const bought = options[o]!.bought[w]!;
    return ends.map((end, year): Place => ({ way: at, year, tier: option.tier, terms: bought.slice(Math.max(0, end - option.life + 1), end + 1).flatMap((column) => (column === null ? [] : [[column, MW] as const])) }));
  });
};

/** Positions of the last quarters of calendar years. */
export const yearEnds = (quarters: readonly number[]): readonly number[] =>
  quarters.flatMap((quarter, t) => (t === quarters.length - 1 || (quarter + 1) % QUARTERS_PER_YEAR === 0 ? [t] : []));

/** MW standing in each place. */
export const standingOf = (places: readonly Place[], primal: Float64Array): readonly number[] =>
  places.map(({ terms }) => terms.reduce((sum, [column, MW]) => sum + MW * primal[column]!, 0));

/** A tier below this share of all counts as if it had so much. */
const FLOOR = 0.05;

/** What a tier's differences are divided by: its sum of MW, or the least. */
export const tierSum = (places: readonly Place[], { MW, tier }: { readonly MW: readonly number[]; readonly tier: string }): number =>
  Math.max(MW.reduce((sum, one, i) => (places[i]!.tier === tier ? sum + one : sum), 0), FLOOR * MW.reduce((sum, one) => sum + one, 0));

/** How unlike two plans are, 0 to 1. */
export const unlike = (places: readonly Place[], a: readonly number[], b: readonly number[]): number => {
  const both = a.map((MW, i) => MW + b[i]!);
  const tiers = [...new Set(places.map(({ tier }) => tier))];
  const on = tiers.map((tier) => {
    const all = tierSum(places, { MW: both, tier });
    return all <= 0 ? 0 : a.reduce((sum, MW, i) => (places[i]!.tier === tier ? sum + Math.abs(MW - b[i]!) : sum), 0) / all;
  });
  return tiers.length === 0 ? 0 : on.reduce((sum, one) => sum + one, 0) / tiers.length;
};
