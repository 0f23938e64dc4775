/**
 * Paths of several factors over the dates at which one may decide, with correlated steps.
 *
 *   1. z = C e, C C' = correlations (Cholesky), e independent normal numbers by Box and Muller's transform (Ann. Math. Stat. 29, 1958)
 *   2. two paths to each set of draws, the second with -e, and 1 - u where an event draws u: antithetic variates
 *                                                                             (Hammersley and Morton 1956; Glasserman 2004, section 4.2)
 *
 * The correlation is that of the steps' normal numbers: of the factors' logarithms for geometric ones, nearly so where reversion differs.
 * Events are independent of all else. Draws of a pair come from a stream of its own, so that paths do not depend on how many there are.
 */
import { chanceWithin, requireMotion, spreadAfter, type Motion } from "./motion.ts";

export interface PathsCase {
  readonly motions: readonly Motion[];
  /** By motion and motion; what concerns events is not read. */
  readonly correlation: readonly (readonly number[])[];
  /** Years from today, rising, the first may be 0. */
  readonly dates_yr: readonly number[];
  /** An even number. */
  readonly paths: number;
  /** Numbers in [0, 1) for a pair of paths. */
  readonly uniforms: (pair: number) => () => number;
}

/** States by path, date and motion: `state[(path * dates + date) * motions + motion]`. */
export interface Paths {
  readonly paths: number;
  readonly dates: number;
  readonly motions: number;
  readonly state: Float64Array;
}

/** Draws paths. Throws RangeError for an odd number of them, dates that do not rise, and correlations that cannot be. */
export const drawPaths = ({ motions, correlation, dates_yr, paths, uniforms }: PathsCase): Paths => {
  if (!(Number.isInteger(paths) && paths > 0 && paths % 2 === 0)) throw new RangeError(`paths must be an even number above 0, found ${paths}`);
  dates_yr.forEach((date, d) => { if (!(date >= (d === 0 ? 0 : dates_yr[d - 1]!))) throw new RangeError(`dates_yr[${d}] must not lie before the date before it, found ${date}`); });
  motions.forEach(requireMotion);
  const root = choleskyOf(correlation);
  const [dates, count] = [dates_yr.length, motions.length];
  const state = new Float64Array(paths * dates * count);
  const steps_yr = dates_yr.map((date, d) => date - (d === 0 ? 0 : dates_yr[d - 1]!));
  for (let pair = 0; pair < paths / 2; pair++) {
    const next = uniforms(pair);
    for (let d = 0; d < dates; d++) {
      const draws = motions.map(({ kind }) => (kind === "event" ? next() : normalFrom(next)));
      for (const mirror of [0, 1]) stepTo(state, { at: ((2 * pair + mirror) * dates + d) * count, first: d === 0, years: steps_yr[d]!, motions, draws, root, mirror: mirror === 1 });
    }
  }
  return { paths, dates, motions: count, state };
};

interface Step {
  /** Where the states of this path and date begin. */
  readonly at: number;
  readonly first: boolean;
  readonly years: number;
  readonly motions: readonly Motion[];
  readonly draws: readonly number[];
  readonly root: readonly (readonly number[])[];
  readonly mirror: boolean;
}

const stepTo = (state: Float64Array, { at, first, years, motions, draws, root, mirror }: Step): void => {
  motions.forEach((motion, p) => {
    const before = first ? 0 : state[at - motions.length + p]!;
    if (motion.kind === "event") {
      const drawn = mirror ? 1 - draws[p]! : draws[p]!;
      state[at + p] = before === 1 || drawn < chanceWithin(motion, years) ? 1 : 0;
      return;
    }
    let z = 0;
    for (let k = 0; k <= p; k++) if (motions[k]!.kind !== "event") z += root[p]![k]! * draws[k]!;
    const { mean, sd } = spreadAfter(motion, { state: before, years });
    state[at + p] = mean + sd * (mirror ? -z : z);
  });
};

/** One of the two numbers of the transform. */
const normalFrom = (next: () => number): number => {
  const radius = Math.sqrt(-2 * Math.log(1 - next()));
  return radius * Math.cos(2 * Math.PI * next());
};

/** Lower triangle C with C C' = the matrix. Throws RangeError where it is no matrix of correlations. */
export const choleskyOf = (matrix: readonly (readonly number[])[]): readonly (readonly number[])[] => {
  const root: number[][] = matrix.map((row) => row.map(() => 0));
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let rest = row[j]!;
      for (let k = 0; k < j; k++) rest -= root[i]![k]! * root[j]![k]!;
      if (j === i && !(rest > 1e-12)) throw new RangeError(`correlations cannot hold together: the one of factor ${i + 1} with those before it leaves a variance of ${rest}`);
      root[i]![j] = j === i ? Math.sqrt(rest) : rest / root[j]![j]!;
    }
  });
  return root;
};
