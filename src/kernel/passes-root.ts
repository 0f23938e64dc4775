/** A root of a function between two points of opposite sign, by Brent's method (Brent 1973, Algorithms for Minimization without Derivatives, ch. 4). */

export type Bracket = { readonly a: number; readonly fa: number; readonly b: number; readonly fb: number };

const STEPS_MAX = 100;
/** Spacing of doubles near 1. */
const EPSILON = 2 ** -52;

/** The root to within `tolerance`, which is in the unit of the argument; throws RangeError if the ends have the same sign. */
export function brentRoot(f: (x: number) => number, bracket: Bracket, tolerance: number): number {
  let { a, fa, b, fb } = bracket;
  if (!(fa * fb <= 0)) throw new RangeError(`no change of sign between ${a} and ${b}`);
  let c = a;
  let fc = fa;
  let step = b - a;
  let before = step;
  for (let k = 0; k < STEPS_MAX; k++) {
    if (Math.abs(fc) < Math.abs(fb)) [a, fa, b, fb, c, fc] = [b, fb, c, fc, b, fb];
    const least = 2 * EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= least || fb === 0) return b;
    const tried = interpolated({ a, fa, b, fb }, { c, fc });
    const wide = Math.min(3 * Math.abs(half) / 2 - Math.abs(least) / 2, Math.abs(before) / 2);
    const good = Math.abs(before) >= least && Math.abs(fa) > Math.abs(fb) && Math.abs(tried) < wide && tried * half > 0;
    before = good ? step : half;
    step = good ? tried : half;
    a = b;
    fa = fb;
    b += Math.abs(step) > least ? step : half > 0 ? least : -least;
    fb = f(b);
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      step = b - a;
      before = step;
    }
  }
  return b;
}

/** Step from b by the secant, or by inverse quadratic interpolation where three points differ. */
function interpolated({ a, fa, b, fb }: Bracket, { c, fc }: { readonly c: number; readonly fc: number }): number {
  const s = fb / fa;
  if (a === c) return (s * (c - b)) / (s - 1);
  const q = fa / fc;
  const r = fb / fc;
  return -(s * ((c - b) * q * (q - r) - (b - a) * (r - 1))) / ((q - 1) * (r - 1) * (s - 1));
}
