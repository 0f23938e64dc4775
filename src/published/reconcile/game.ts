/**
 * How much of the way from one answer to another each step takes.
 *
 * An answer is v(S), S the steps taken: v(none) is the first model's, v(all) the second's.
 * (1) Shapley: phi_i = sum over S without i of |S|! (n - |S| - 1)!/n! (v(S + i) - v(S))        Shapley 1953
 * (2) in an order: the difference that each step makes after those before it
 * Both sum to v(all) - v(none). (1) knows no order, and is the negative of itself when the two models change places, since then S
 * becomes its complement; (2) is when the order is turned round too.
 * (3) Where v(S, T) = sum_k l_k(S) r_k(T) over two sets of steps (orbit and ground), (1) needs only sums by size:
 *     phi_i = sum_k sum_s sum_t w(s + t) [sum over |S| = s of l_k(S + i) - l_k(S)] [sum over |T| = t of r_k(T)], w of n = all steps.
 * Cost: 2^left + 2^right evaluations. Exact but for rounding; no sampling.
 */

export interface SplitGame {
  readonly left: number;
  readonly right: number;
  /** Answers' factors when the steps whose bits are set are taken; as many on the left as on the right. */
  readonly leftValues: (taken: number) => readonly number[];
  readonly rightValues: (taken: number) => readonly number[];
}

/** One side alone. */
export const plainGame = (steps: number, value: (taken: number) => number): SplitGame => ({
  left: steps, right: 0, leftValues: (taken) => [value(taken)], rightValues: () => [1],
});

/** More than this on one side would take minutes. */
export const STEPS_MAX = 20;

export const gameValue = ({ leftValues, rightValues }: SplitGame, { left, right }: { readonly left: number; readonly right: number }): number => {
  const r = rightValues(right);
  return leftValues(left).reduce((sum, l, k) => sum + l * r[k]!, 0);
};

/** Equations (1) and (3): the left steps' shares, then the right steps'. Throws above STEPS_MAX steps on a side. */
export const shapley = (game: SplitGame): readonly number[] => {
  const { left, right } = game;
  if (Math.max(left, right) > STEPS_MAX) throw new RangeError(`${Math.max(left, right)} steps on one side; ${STEPS_MAX} is the most`);
  const [l, r] = [table(left, game.leftValues), table(right, game.rightValues)];
  const weights = weightsOf(left + right);
  return [...sharesOf(l, left, sumsBySize(r, right), weights), ...sharesOf(r, right, sumsBySize(l, left), weights)];
};

/** Equation (2): shares in the steps' own places; `order` lists every step once, left ones first numbered. */
export const inOrder = (game: SplitGame, order: readonly number[]): readonly number[] => {
  const shares = Array<number>(game.left + game.right).fill(0);
  const taken = { left: 0, right: 0 };
  let before = gameValue(game, taken);
  for (const step of order) {
    if (step < game.left) taken.left |= 1 << step;
    else taken.right |= 1 << (step - game.left);
    const after = gameValue(game, taken);
    shares[step] = after - before;
    before = after;
  }
  return shares;
};

const table = (steps: number, values: (taken: number) => readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** steps }, (_, taken) => values(taken));

const sizeOf = (taken: number): number => {
  let size = 0;
  for (let rest = taken; rest !== 0; rest &= rest - 1) size++;
  return size;
};

/** w(s) = s! (n - s - 1)!/n!, by s. */
const weightsOf = (n: number): readonly number[] => {
  const weights = [1 / n];
  for (let s = 1; s < n; s++) weights.push((weights[s - 1]! * s) / (n - s));
  return weights;
};

/** By factor and by size: the sum over all sets of that size. */
const sumsBySize = (values: readonly (readonly number[])[], steps: number): readonly (readonly number[])[] =>
  values[0]!.map((_, k) => {
    const sums = Array<number>(steps + 1).fill(0);
    values.forEach((value, taken) => (sums[sizeOf(taken)]! += value[k]!));
    return sums;
  });

const sharesOf = (values: readonly (readonly number[])[], steps: number, others: readonly (readonly number[])[], weights: readonly number[]): readonly number[] => {
  // What a difference at size s is worth, over all sizes of the other side.
  const worth = others.map((sums) => Array.from({ length: steps }, (_, s) => sums.reduce((sum, other, t) => sum + weights[s + t]! * other, 0)));
  return Array.from({ length: steps }, (_, step) => {
    const bit = 1 << step;
    let share = 0;
    values.forEach((without, taken) => {
      if ((taken & bit) !== 0) return;
      const size = sizeOf(taken);
      const withIt = values[taken | bit]!;
      without.forEach((value, k) => (share += worth[k]![size]! * (withIt[k]! - value)));
    });
    return share;
  });
};
