/**
 * Where a function that rises crosses 0, to the last bits.
 *
 *   1. inverse quadratic steps where the last three points allow them, halving elsewhere   (Chandrupatla, Adv. Eng. Software 28, 1997)
 *
 * A rise between `low` and `high` is found whatever its slope; six to ten evaluations for a smooth one.
 */
const STEPS = 200;

/** The root in [low, high]; the nearer end where the function does not change its sign there. */
export const risingRoot = (f: (x: number) => number, { low, high }: { readonly low: number; readonly high: number }): number => {
  let [a, b] = [high, low];
  let [fa, fb] = [f(a), f(b)];
  if (fb >= 0 || fa <= 0) return fb >= 0 ? low : high;
  let [c, fc] = [a, fa];
  let share = 0.5;
  for (let step = 0; step < STEPS; step++) {
    const x = a + share * (b - a);
    const fx = f(x);
    if (Math.sign(fx) === Math.sign(fa)) [c, fc] = [a, fa];
    else [c, b, fc, fb] = [b, a, fb, fa];
    [a, fa] = [x, fx];
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const reach = Number.EPSILON * Math.abs(best) / Math.abs(b - a);
    if (fx === 0 || reach >= 0.5 || b === a) return best;
    share = Math.min(1 - reach, Math.max(reach, quadraticShare({ a, b, c, fa, fb, fc })));
  }
  return Math.abs(fa) < Math.abs(fb) ? a : b;
};

/** How far from a towards b the next point lies. */
const quadraticShare = ({ a, b, c, fa, fb, fc }: { readonly a: number; readonly b: number; readonly c: number; readonly fa: number; readonly fb: number; readonly fc: number }): number => {
  const xi = (a - b) / (c - b);
  const phi = (fa - fb) / (fc - fb);
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5;
  return (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
};
