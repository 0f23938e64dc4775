/**
 * Which alternative stands whatever comes.
 *
 *   1. regret of d in a row: the best of the row less y_d; least largest regret                          (Savage 1951)
 *   2. conditional value at risk: mean of the worst 1 - a of the rows, the row at the edge by its part   (Rockafellar and Uryasev, J. Banking Finance 26, 2002)
 */
import { meanOf, type Stakes } from "./stakes.ts";

export interface Robustness {
  /** In the outcome's own sign and unit. */
  readonly mean: number;
  readonly standardError: number;
  /** Mean of the worst tail, in the outcome's own sign. */
  readonly worstTail: number;
  /** Never below 0. */
  readonly meanRegret: number;
  readonly regret95: number;
  readonly worstRegret: number;
  /** Share of the rows in which no other is better. */
  readonly best: number;
}

/** Each alternative of rows; `tail`: the share of rows that is the worst tail, above 0 and at most 1; `sign` -1 where less is better. */
export const robustnessOf = ({ worth, rows }: Stakes, { tail, sign }: { readonly tail: number; readonly sign: 1 | -1 }): readonly Robustness[] => {
  if (!(tail > 0 && tail <= 1)) throw new RangeError(`a tail is a share above 0 and at most 1, not ${tail}`);
  const top = Float64Array.from({ length: rows }, (_, row) => Math.max(...worth.map((column) => column[row]!)));
  return worth.map((column) => {
    const regrets = column.map((value, row) => top[row]! - value).sort();
    const mean = meanOf(column);
    const variance = column.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (rows - 1);
    return {
      mean: sign * mean,
      standardError: Math.sqrt(variance / rows),
      worstTail: sign * worstMean(column, tail),
      meanRegret: meanOf(regrets),
      regret95: regrets[Math.max(0, Math.ceil(0.95 * rows) - 1)]!,
      worstRegret: regrets.at(-1)!,
      best: regrets.filter((regret) => regret === 0).length / rows,
    };
  });
};

/** Equation 2 of worths, of which less is worse. */
const worstMean = (worth: Float64Array, tail: number): number => {
  const sorted = worth.slice().sort();
  const weight = tail * sorted.length;
  const whole = Math.floor(weight);
  let sum = 0;
  for (let i = 0; i < whole; i++) sum += sorted[i]!;
  return (sum + (whole < sorted.length ? (weight - whole) * sorted[whole]! : 0)) / weight;
};
