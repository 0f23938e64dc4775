/**
 * All real roots of a discounted sum, the ground under irr and xirr.
 *
 * (1) f(x) = sum_k a_k exp(-t_k x), x = ln(1 + r): one real x for each rate r > -1; t_k may be any real times.
 * (2) With s between the times of a sign change of a, g = exp(s x) f has the roots of f and
 *     g' = -exp(s x) sum_k a_k (t_k - s) exp(-t_k x) is a sum of the same kind with ONE sign change less.
 *     Between neighbouring roots of g' the function g is monotone (Rolle), so each such interval holds at most one root.
 * Repeating (2) until no sign change is left, then going back, isolates every root; bisection then finds each to the last bit.
 * The count never exceeds the sign changes of the flows: Descartes' rule of signs in Laguerre's form for exponential
 * sums (E. Laguerre, 1883; G. Polya and G. Szego, Problems and Theorems in Analysis II, part V, problems 75-77).
 *
 * Limits: a touch of zero without crossing counts as a root if |f| is within the rounding error of its evaluation;
 * roots nearer than 1e-9 in ln(1 + r) are reported as one. Cost: (sign changes)^2 * terms; one change costs one bisection.
 */

/** Terms sorted by time, times strictly rising, no amount zero. */
type DiscountedSum = { readonly amounts: readonly number[]; readonly times: readonly number[] };

const UNIT_ROUNDOFF = 2 ** -53;
/** Roots nearer than this in ln(1 + r) cannot be told apart in doubles. */
const SAME_ROOT = 1e-9;

/** Every real x with sum a_k exp(-t_k x) = 0, rising; empty if none or if all amounts are zero. */
export function discountRoots(amounts: ArrayLike<number>, times: ArrayLike<number>): readonly number[] {
  const chain = [normalised(amounts, times)];
  for (;;) {
    const sum = chain[chain.length - 1]!;
    const change = firstSignChange(sum.amounts);
    if (change === -1) break;
    chain.push(oneSignChangeLess(sum, change));
  }
  let roots: readonly number[] = [];
  for (let level = chain.length - 2; level >= 0; level--) roots = crossings(chain[level]!, roots);
  return roots;
}

/** Sorted by time, flows of one time added, zeros dropped, largest amount 1. */
function normalised(amounts: ArrayLike<number>, times: ArrayLike<number>): DiscountedSum {
  const byTime = new Map<number, number>();
  for (let k = 0; k < amounts.length; k++) byTime.set(times[k]!, (byTime.get(times[k]!) ?? 0) + amounts[k]!);
  const terms = [...byTime].filter(([, amount]) => amount !== 0).sort(([a], [b]) => a - b);
  return withoutZeros(scaled(terms.map(([, amount]) => amount)), terms.map(([time]) => time));
}

/** An amount that scaling took below the least double would count as a change of sign for ever. */
function withoutZeros(amounts: readonly number[], times: readonly number[]): DiscountedSum {
  if (!amounts.includes(0)) return { amounts, times };
  const kept = amounts.flatMap((amount, k) => (amount === 0 ? [] : [k]));
  return { amounts: kept.map((k) => amounts[k]!), times: kept.map((k) => times[k]!) };
}

function scaled(amounts: readonly number[]): readonly number[] {
  let largest = 0;
  for (const amount of amounts) largest = Math.max(largest, Math.abs(amount));
  return amounts.map((amount) => amount / largest);
}

/** Index k with a_k and a_{k+1} of opposite sign, or -1. */
function firstSignChange(amounts: readonly number[]): number {
  for (let k = 0; k + 1 < amounts.length; k++) {
    if (Math.sign(amounts[k]!) !== Math.sign(amounts[k + 1]!)) return k;
  }
  return -1;
}

/** Equation (2), up to a positive factor. */
function oneSignChangeLess({ amounts, times }: DiscountedSum, change: number): DiscountedSum {
  const pivot = (times[change]! + times[change + 1]!) / 2;
  return withoutZeros(scaled(amounts.map((amount, k) => amount * (pivot - times[k]!))), times);
}

/** Roots of `sum`, given the turns between which it is monotone up to a positive factor. */
function crossings(sum: DiscountedSum, turns: readonly number[]): readonly number[] {
  const points = [outward(sum, turns[0] ?? 0, -1), ...turns, outward(sum, turns[turns.length - 1] ?? 0, 1)];
  const signs = points.map((x) => signAt(sum, x));
  const roots: number[] = [];
  for (let k = 0; k < points.length; k++) {
    if (signs[k] === 0) roots.push(points[k]!);
    const crosses = k + 1 < points.length && signs[k]! * signs[k + 1]! < 0;
    if (crosses) roots.push(bisect(sum, points[k]!, points[k + 1]!));
  }
  return roots.filter((x, k) => k === 0 || x - roots[k - 1]! > SAME_ROOT * (1 + Math.abs(x)));
}

/** A point beyond `from` on the given side where the sum already has the sign it keeps to infinity. */
function outward(sum: DiscountedSum, from: number, side: 1 | -1): number {
  const ruling = side === 1 ? sum.amounts[0]! : sum.amounts[sum.amounts.length - 1]!;
  for (let step = 1; ; step *= 2) {
    const x = from + side * step;
    if (signAt(sum, x) === Math.sign(ruling)) return x;
  }
}

function bisect(sum: DiscountedSum, left: number, right: number): number {
  const leftSign = Math.sign(evaluate(sum, left));
  let [low, high] = [left, right];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high || high - low < UNIT_ROUNDOFF / 8) return middle;
    const sign = Math.sign(evaluate(sum, middle));
    if (sign === 0) return middle;
    if (sign === leftSign) low = middle;
    else high = middle;
  }
}

/** f(x) times a positive factor that keeps every exponential at or below 1. */
function evaluate({ amounts, times }: DiscountedSum, x: number): number {
  const reference = x > 0 ? times[0]! : times[times.length - 1]!;
  let total = 0;
  for (let k = 0; k < amounts.length; k++) total += amounts[k]! * Math.exp((reference - times[k]!) * x);
  return total;
}

/** Sign of f(x), 0 where |f| is below the rounding error of its own evaluation. */
function signAt(sum: DiscountedSum, x: number): number {
  const { amounts, times } = sum;
  const total = evaluate(sum, x);
  const gross = evaluate({ amounts: amounts.map(Math.abs), times }, x);
  const span = (times[times.length - 1]! - times[0]!) * Math.abs(x);
  return Math.abs(total) <= UNIT_ROUNDOFF * (amounts.length + span) * gross ? 0 : Math.sign(total);
}
