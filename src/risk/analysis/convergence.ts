/**
 * Whether more points would change the answer: an estimate after every doubling of the points.
 *
 *   1. settled where the last two doublings each moved the mean by less than the half-width of its 95 % interval then, 1.96 sd/sqrt(n), and
 *      that half-width is at most 5 % of the spread: no fewer than 1,537 points
 */
import { Z95 } from "../../physics/index.ts";
import { runningMoments } from "./moments.ts";

export interface Progress {
  readonly count: number;
  readonly mean: number;
  readonly halfWidth: number;
}

export interface Convergence {
  readonly steps: readonly Progress[];
  readonly settled: boolean;
}

const FIRST = 64;
const PRECISE = 0.05;

export const convergenceTally = (): { readonly add: (value: number) => void; readonly result: () => Convergence } => {
  const running = runningMoments();
  const steps: Progress[] = [];
  let next = FIRST;
  const mark = (): Progress[] => {
    const { count, mean, standardError } = running.moments();
    return mean === null || standardError === null ? [] : [{ count, mean, halfWidth: Z95 * standardError }];
  };
  return {
    add: (value) => {
      running.add(value);
      if (running.count() !== next) return;
      steps.push(...mark());
      next *= 2;
    },
    result: () => {
      const all = steps.at(-1)?.count === running.count() ? steps : [...steps, ...mark()];
      return { steps: [...all], settled: isSettled(all) };
    },
  };
};

const isSettled = (steps: readonly Progress[]): boolean => {
  const [before, middle, last] = steps.slice(-3);
  if (before === undefined || middle === undefined || last === undefined) return false;
  const still = Math.abs(last.mean - middle.mean) <= middle.halfWidth && Math.abs(middle.mean - before.mean) <= before.halfWidth;
  return still && Z95 / Math.sqrt(last.count) <= PRECISE;
};
