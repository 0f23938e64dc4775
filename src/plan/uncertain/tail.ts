/** Expected value and conditional value at risk of a few outcomes. */

export interface Outcome {
  readonly value: number;
  readonly chance_frac: number;
}

/** Sum of chance times value. */
export const expected = (outcomes: readonly Outcome[]): number => outcomes.reduce((sum, { value, chance_frac }) => sum + chance_frac * value, 0);

/** Mean of the highest 1 - tail of outcomes by chance; an outcome on the edge counts with the part that is in (Rockafellar and Uryasev 2002, eq. 8). */
export const tailMean = (outcomes: readonly Outcome[], tail_frac: number): number => {
  let left = 1 - tail_frac;
  let sum = 0;
  for (const { value, chance_frac } of outcomes.toSorted((a, b) => b.value - a.value)) {
    const taken = Math.min(left, chance_frac);
    sum += taken * value;
    left -= taken;
  }
  return sum / (1 - tail_frac - left);
};

/** What is sought: the expected value and the tail, by weight. */
export const measured = (outcomes: readonly Outcome[], { tail_frac, weight_frac }: { readonly tail_frac: number; readonly weight_frac: number }): number =>
  (1 - weight_frac) * expected(outcomes) + weight_frac * tailMean(outcomes, tail_frac);
