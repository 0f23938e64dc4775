/**
 * Lowest point of a function of one variable.
 *
 *   1. the interval is scanned at 33 points; the neighbours of the lowest enclose the minimum
 *   2. golden section (Kiefer 1953) until the bracket is narrower than the tolerance
 *
 * Range: a function with one valley, or whose valleys are wider than a sixteenth of the interval. A minimum at an end is that end.
 * Accuracy: the tolerance, though not finer than the square root of the function's rounding.
 */

const INVERSE_GOLDEN = (Math.sqrt(5) - 1) / 2;
const SCAN = 32;

export type Interval = { readonly low: number; readonly high: number };

/** Where a function is lowest within an interval; RangeError if it is NaN on the way. */
export function lowestPoint(cost: (x: number) => number, { low, high }: Interval, tolerance: number): number {
  const width = (high - low) / SCAN;
  let best = 0;
  let least = checked(cost, low);
  for (let i = 1; i <= SCAN; i++) {
    const here = checked(cost, low + width * i);
    if (here < least) [best, least] = [i, here];
  }
  const scanned = low + width * best;
  let a = low + width * Math.max(0, best - 1);
  let d = best + 1 >= SCAN ? high : low + width * (best + 1);
  let b = d - INVERSE_GOLDEN * (d - a);
  let c = a + INVERSE_GOLDEN * (d - a);
  let costB = checked(cost, b);
  let costC = checked(cost, c);
  while (d - a > tolerance && a < b && c < d) {
    if (costB <= costC) {
      [d, c, costC] = [c, b, costB];
      b = d - INVERSE_GOLDEN * (d - a);
      costB = checked(cost, b);
    } else {
      [a, b, costB] = [b, c, costC];
      c = a + INVERSE_GOLDEN * (d - a);
      costC = checked(cost, c);
    }
  }
  let lowest = scanned;
  for (const end of [a, d, (a + d) / 2]) {
    const here = checked(cost, end);
    if (here < least) [lowest, least] = [end, here];
  }
  return lowest;
}

function checked(cost: (x: number) => number, x: number): number {
  const value = cost(x);
  if (Number.isNaN(value)) throw new RangeError(`cost is NaN at ${x}`);
  return value;
}
