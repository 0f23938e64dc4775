/**
 * When to stop, learnt from paths: least-squares Monte Carlo.
 *
 *   1. backwards from the last date: among the paths on which stopping brings something, regress what the path brings if one goes on upon
 *      polynomials of the state; stop where stopping brings at least what the regression says        (Longstaff and Schwartz, Rev. Fin. Stud. 14, 2001)
 *   2. the rule so found, tried on paths that it was not learnt from, brings on average no more than the best rule: a lower bound
 *                                                                                                    (Glasserman 2004, section 8.6)
 *   3. what one with foresight would take, the best date of each path, is an upper bound
 *
 * Payoffs are present values, so that nothing is discounted here; to stop never brings 0. Standard error over pairs of paths, which are
 * antithetic (paths.ts). Basis: all products of the standardised states up to a total degree, and the payoff itself.
 * Accuracy: the eight paths of Longstaff and Schwartz, to their four digits; their Table 1 within standard errors.
 */
import type { Paths } from "./paths.ts";
import { addRow, normalEquations, solveNormal } from "./least-squares.ts";

/** Paths with what stopping brings on each at each date, `payoff_usd[path * dates + date]`; -Infinity where one cannot. */
export interface StoppingCase {
  readonly sample: Paths;
  readonly payoff_usd: Float64Array;
}

/** A rule: what going on is expected to bring, by date. */
export interface StoppingRule {
  readonly degree: number;
  readonly dates: readonly DateRule[];
}

interface DateRule {
  readonly mean: readonly number[];
  readonly sd: readonly number[];
  /** What payoffs are divided by in the basis. */
  readonly scale: number;
  /** Null where nothing was learnt: one stops wherever it brings something at the last date, and before it goes on. */
  readonly coefficients: Float64Array | null;
}

/** What a rule brought on a sample. */
export interface Stopped {
  readonly value_usd: number;
  readonly standardError_usd: number;
  /** By path: the date at which it stopped, -1 for never; and what that brought. */
  readonly at: Int32Array;
  readonly got_usd: Float64Array;
}

/** Learns a rule; degree of the polynomials from 1 to 5. */
export const learnRule = (known: StoppingCase, degree: number): StoppingRule => {
  const { sample: { dates, paths }, payoff_usd } = known;
  const got = Float64Array.from({ length: paths }, (_, path) => Math.max(0, payoff_usd[path * dates + dates - 1]!));
  const rules: DateRule[] = [];
  for (let date = dates - 2; date >= 0; date--) {
    const rule = learnDate(known, { date, degree, got });
    rules.unshift(rule);
    for (let path = 0; path < paths; path++) {
      const now = payoff_usd[path * dates + date]!;
      if (now > 0 && now >= goingOn({ degree, rule }, known, { path, date })) got[path] = now;
    }
  }
  return { degree, dates: rules };
};

/** Tries a rule on a sample. */
export const followRule = (rule: StoppingRule, tried: StoppingCase): Stopped => {
  const { sample: { dates, paths }, payoff_usd } = tried;
  const at = new Int32Array(paths).fill(-1);
  const got_usd = new Float64Array(paths);
  for (let path = 0; path < paths; path++) {
    for (let date = 0; date < dates && at[path] === -1; date++) {
      const now = payoff_usd[path * dates + date]!;
      if (!(now > 0) || (date < dates - 1 && now < goingOn({ degree: rule.degree, rule: rule.dates[date]! }, tried, { path, date }))) continue;
      at[path] = date;
      got_usd[path] = now;
    }
  }
  return { ...meanOfPairs(got_usd), at, got_usd };
};

/** What going on is expected to bring at a date, in a state where stopping brings `payoff_usd`. */
export const expectedGoingOn = ({ degree, dates }: StoppingRule, { date, state, payoff_usd }: { readonly date: number; readonly state: readonly number[]; readonly payoff_usd: number }): number => {
  const rule = dates[date];
  if (rule === undefined) return 0;
  return valueOf({ degree, rule }, { state: Float64Array.from(state), at: 0, payoff_usd });
};

/** What values by path are expected to be from a date on, by its state: the regression of (1) over all paths. Answers for any sample of the same factors. */
export const learnExpectation = (sample: Paths, { date, values, degree }: { readonly date: number; readonly values: Float64Array; readonly degree: number }): ((tried: Paths, path: number) => number) => {
  const rule = learnDate({ sample, payoff_usd: new Float64Array(sample.paths * sample.dates).fill(1) }, { date, degree, got: values });
  return (tried, path) => valueOf({ degree, rule }, { state: tried.state, at: (path * tried.dates + date) * tried.motions, payoff_usd: 1 });
};

/** (3). */
export const foresight = ({ sample: { dates, paths }, payoff_usd }: StoppingCase): Pick<Stopped, "value_usd" | "standardError_usd"> =>
  meanOfPairs(Float64Array.from({ length: paths }, (_, path) => {
    let best = 0;
    for (let date = 0; date < dates; date++) best = Math.max(best, payoff_usd[path * dates + date]!);
    return best;
  }));

/** Mean of numbers by path, with the standard error over antithetic pairs. */
export const meanOfPairs = (values: Float64Array): Pick<Stopped, "value_usd" | "standardError_usd"> => {
  const pairs = values.length / 2;
  const means = Float64Array.from({ length: pairs }, (_, i) => (values[2 * i]! + values[2 * i + 1]!) / 2);
  const value_usd = means.reduce((a, b) => a + b, 0) / pairs;
  const square = means.reduce((sum, v) => sum + (v - value_usd) ** 2, 0);
  return { value_usd, standardError_usd: pairs < 2 ? 0 : Math.sqrt(square / (pairs - 1) / pairs) };
};

/** What the regression needs: paths on which stopping brings something. */
const learnDate = ({ sample, payoff_usd }: StoppingCase, { date, degree, got }: { readonly date: number; readonly degree: number; readonly got: Float64Array }): DateRule => {
  const { dates, paths, motions, state } = sample;
  const inside = Array.from({ length: paths }, (_, path) => path).filter((path) => payoff_usd[path * dates + date]! > 0);
  const stateAt = (path: number, p: number): number => state[(path * dates + date) * motions + p]!;
  const mean = Array.from({ length: motions }, (_, p) => inside.reduce((sum, path) => sum + stateAt(path, p), 0) / inside.length);
  const sd = mean.map((m, p) => Math.sqrt(inside.reduce((sum, path) => sum + (stateAt(path, p) - m) ** 2, 0) / inside.length));
  const scale = inside.reduce((sum, path) => sum + payoff_usd[path * dates + date]!, 0) / inside.length;
  const rule: DateRule = { mean, sd, scale, coefficients: null };
  const columns = basisSize(motions, degree);
  if (inside.length <= columns) return rule;
  const sums = normalEquations(columns);
  const row = new Float64Array(columns);
  for (const path of inside) {
    writeBasis(row, { degree, rule }, { state, at: (path * dates + date) * motions, payoff_usd: payoff_usd[path * dates + date]! });
    addRow(sums, row, got[path]!);
  }
  return { ...rule, coefficients: solveNormal(sums) };
};

interface Ruled {
  readonly degree: number;
  readonly rule: DateRule;
}

interface Place {
  readonly state: Float64Array;
  /** Where its states begin. */
  readonly at: number;
  readonly payoff_usd: number;
}

const goingOn = (ruled: Ruled, { sample: { dates, motions, state }, payoff_usd }: StoppingCase, { path, date }: { readonly path: number; readonly date: number }): number =>
  valueOf(ruled, { state, at: (path * dates + date) * motions, payoff_usd: payoff_usd[path * dates + date]! });

/** Share of a payoff by which a regression may miss it when both are one: a tie stops. */
const TIE = 1e-9;

/** Endless where nothing was learnt: too few paths came there to say that stopping is best. */
const valueOf = ({ degree, rule }: Ruled, place: Place): number => {
  const { coefficients } = rule;
  if (coefficients === null) return Infinity;
  const row = new Float64Array(coefficients.length);
  writeBasis(row, { degree, rule }, place);
  let sum = -TIE * rule.scale;
  for (let i = 0; i < row.length; i++) sum += row[i]! * coefficients[i]!;
  return sum;
};

/** Products of up to so many of n numbers: each but the first, which is 1, is an earlier one times one of them. */
interface Basis {
  readonly parent: Int32Array;
  readonly factor: Int32Array;
}

const BASES = new Map<string, Basis>();

const basisOf = (n: number, degree: number): Basis => {
  const key = `${n} ${degree}`;
  const known = BASES.get(key);
  if (known !== undefined) return known;
  const parent = [-1];
  const factor = [-1];
  let newest = [{ index: 0, last: 0 }];
  for (let k = 1; k <= degree; k++) {
    newest = newest.flatMap(({ index, last }) => Array.from({ length: n - last }, (_, i) => {
      parent.push(index);
      factor.push(last + i);
      return { index: parent.length - 1, last: last + i };
    }));
  }
  const basis = { parent: Int32Array.from(parent), factor: Int32Array.from(factor) };
  BASES.set(key, basis);
  return basis;
};

/** With the payoff. */
const basisSize = (n: number, degree: number): number => basisOf(n, degree).parent.length + 1;

/** Writes 1, every product of standardised states up to the degree, and the scaled payoff. */
const writeBasis = (row: Float64Array, { degree, rule: { mean, sd, scale } }: Ruled, { state, at, payoff_usd }: Place): void => {
  const { parent, factor } = basisOf(mean.length, degree);
  row[0] = 1;
  for (let i = 1; i < parent.length; i++) {
    const p = factor[i]!;
    row[i] = sd[p] === 0 ? 0 : (row[parent[i]!]! * (state[at + p]! - mean[p]!)) / sd[p]!;
  }
  row[parent.length] = payoff_usd / scale;
};
