/**
 * How sure an estimate is that is a function of sums: the sums of blocks are drawn again, with replacement, and the estimate is made anew.
 *
 *   1. interval between the 2.5 % and 97.5 % quantiles of 400 estimates     (Efron 1979; of indices Archer, Saltelli and Sobol 1997)
 *
 * Blocks are neighbours in the design: of a Sobol sequence each is a net of its own, so that the interval counts the points' evenness within
 * blocks but not between them, and is wider than needed.
 */
import { drawsOf } from "../design/index.ts";

export const REPLICATES = 400;
/** Most blocks that sums are kept for. */
export const BLOCKS = 256;

export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Whether 0 lies below the interval: if not, the number is not distinguishable from 0. */
  readonly distinct: boolean;
}

/** Estimates with intervals. `sums`: block after block, `width` numbers each; `estimate` writes what it makes of one row of sums. */
export const bootstrapped = ({ sums, width, seed, outputs, estimate }: { readonly sums: Float64Array; readonly width: number; readonly seed: number; readonly outputs: number; readonly estimate: (sums: Float64Array, out: Float64Array) => void }): readonly Estimate[] => {
  const blocks = sums.length / width;
  const draws = drawsOf(seed, "bootstrap");
  const picks = new Float64Array(blocks);
  const total = new Float64Array(width);
  const out = new Float64Array(outputs);
  const found = Array.from({ length: outputs }, () => new Float64Array(REPLICATES));
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    draws(replicate, picks, blocks);
    total.fill(0);
    for (let k = 0; k < blocks; k++) addTo(total, sums, Math.floor(picks[k]! * blocks) * width);
    estimate(total, out);
    for (let j = 0; j < outputs; j++) found[j]![replicate] = out[j]!;
  }
  total.fill(0);
  for (let k = 0; k < blocks; k++) addTo(total, sums, k * width);
  estimate(total, out);
  return found.map((values, j) => intervalOf(out[j]!, values.sort()));
};

const addTo = (total: Float64Array, sums: Float64Array, from: number): void => {
  for (let i = 0; i < total.length; i++) total[i] = total[i]! + sums[from + i]!;
};

const intervalOf = (value: number, sorted: Float64Array): Estimate => {
  const [low, high] = [sorted[Math.floor(0.025 * REPLICATES)]!, sorted[Math.ceil(0.975 * REPLICATES) - 1]!];
  return { value, low, high, distinct: low > 0 };
};
