/**
 * At which states of one driver plans are solved: a few over its whole reach, then where the payoff bends most, by the sandwich of its
 * neighbours.
 *
 *   1. between two points a payoff that bends one way lies between the chord and the lines of the neighbouring intervals carried on; where
 *      these cross is the bend of a piecewise linear one                            (Rote, Computing 48, 1992: sandwich algorithms)
 *   2. the next point is the crossing with the largest distance to its chord times the density of the state there: what is hardly ever met
 *      need not be known well; none below a thousandth of the payoff's range
 *
 * A linear program's objective bends in this manner in a price or a limit; the difference of two need not, and the points between are
 * solved again and compared (checks).
 */

import { REACH_SD } from "../../finance/index.ts";

/** Points that are spread evenly in standard deviations before any is sought. */
export const SPREAD_POINTS = 5;

const ENOUGH = 1e-3;
/** Share of an interval that a new point keeps from its ends. */
const APART = 0.05;

interface Point {
  readonly state: number;
  readonly payoff: number | null;
}

/** Density of a state over that of the middle, the ends of the spread being REACH_SD standard deviations out. */
export const densityIn = (spread: readonly number[], state: number): number => {
  const [low, high] = [spread[0]!, spread.at(-1)!];
  return Math.exp(-((REACH_SD * ((2 * (state - low)) / (high - low) - 1)) ** 2) / 2);
};

/** The axis with up to `points` states. `payoffAt` in a state of this driver, the others in the middle of theirs. */
export const refinedAxis = async (spread: readonly number[], { points, payoffAt }: { readonly points: number; readonly payoffAt: (state: number) => Promise<number | null> }): Promise<readonly number[]> => {
  const known: Point[] = [];
  for (const state of spread) known.push({ state, payoff: await payoffAt(state) });
  while (known.length < points) {
    const next = widestGap(known, (state) => densityIn(spread, state));
    if (next === null) break;
    known.splice(next.after + 1, 0, { state: next.state, payoff: await payoffAt(next.state) });
  }
  return known.map(({ state }) => state);
};

interface Gap {
  /** Index of the point before it. */
  readonly after: number;
  readonly state: number;
  readonly size: number;
}

const widestGap = (known: readonly Point[], density: (state: number) => number): Gap | null => {
  const payoffs = known.flatMap(({ payoff }) => (payoff === null ? [] : [payoff]));
  const enough = ENOUGH * (Math.max(...payoffs) - Math.min(...payoffs));
  const gaps = known.slice(1).map((_, i) => gapAt(known, i)).map((gap) => gap && { ...gap, size: gap.size * density(gap.state) }).filter((gap) => gap !== null && gap.size > enough);
  return gaps.reduce<Gap | null>((widest, gap) => (gap !== null && (widest === null || gap.size > widest.size) ? gap : widest), null);
};

/** How far chord and neighbours' lines are apart between a point and the next, in the factor; endless where a plan can be had at one of them only. */
const gapAt = (known: readonly Point[], after: number): Gap | null => {
  const [a, b] = [known[after]!, known[after + 1]!];
  const middle = (a.state + b.state) / 2;
  if (a.payoff === null && b.payoff === null) return null;
  if (a.payoff === null || b.payoff === null) return b.state - a.state < ENOUGH ? null : { after, state: middle, size: Number.MAX_VALUE };
  const [x, y, u, v] = [Math.exp(a.state), Math.exp(b.state), a.payoff, b.payoff];
  const left = slope(known[after - 1], a);
  const right = slope(b, known[after + 2]);
  if (left === null && right === null) return { after, state: middle, size: Math.abs(v - u) };
  const crossing = left === null || right === null || left === right ? (x + y) / 2 : (v - u + left * x - right * y) / (left - right);
  const inside = Math.min(Math.max(crossing, x + APART * (y - x)), y - APART * (y - x));
  const chord = u + ((v - u) * (inside - x)) / (y - x);
  const lines = [...(left === null ? [] : [u + left * (inside - x)]), ...(right === null ? [] : [v + right * (inside - y)])];
  return { after, state: Math.log(inside), size: Math.min(...lines.map((line) => Math.abs(chord - line))) };
};

/** Payoff over factor between two points; null where one is missing. */
const slope = (a: Point | undefined, b: Point | undefined): number | null =>
  (a === undefined || b === undefined || a.payoff === null || b.payoff === null ? null : (b.payoff - a.payoff) / (Math.exp(b.state) - Math.exp(a.state)));
