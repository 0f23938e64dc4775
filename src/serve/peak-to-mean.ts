/**
 * How much constant capacity a varying demand needs when work may wait.
 *
 *   1. Work that comes at time s is done by s + D. A constant capacity C, relative to the mean rate, is enough if and only if
 *      every interval holds no more work that comes and must end inside it than C can do:
 *        A(a, b) <= C (b - a + D) for all a <= b, A the work that comes in [a, b]
 *      (necessary by counting; sufficient because serving in order of arrival then meets every deadline).
 *   2. Hence C = max(1, max over a <= b of A(a, b)/(b - a + D)). For a rate that is constant in steps and repeats, the maximum
 *      lies where a and b are edges of steps, at most one period apart; the 1 is the limit of ever longer windows.
 *   3. The maximum of a ratio by Dinkelbach (1967, Management Science 13:492): from C, find the window with the largest
 *      A - C (length + D) (the maximum subarray, Kadane's scan over two periods); take its ratio as the next C; stop when no
 *      window is above zero. The windows are finitely many and C rises at every step, so it ends at the exact maximum.
 *
 * Assumes: fluid work, one pool of constant capacity. With D = 0 the ratio is the peak. Oracle: all windows by brute force, and
 * a simulated queue (test/serve).
 */
import type { Profile } from "../scenario/index.ts";

interface Window {
  readonly work_s: number;
  readonly length_s: number;
}

/** Smallest constant capacity over mean rate that serves the profile when work may wait `deferral_h`; at least 1. */
export const peakToMean = (profile: Profile, deferral_h: number): number => {
  const deferral_s = deferral_h * 3600;
  let capacity = 1;
  for (;;) {
    const window = fullestWindow(profile, capacity);
    if (window.length_s === 0) return capacity;
    const next = window.work_s / (window.length_s + deferral_s);
    if (next <= capacity) return capacity;
    capacity = next;
  }
};

/** The window of at most one period with the largest excess of work over what `capacity` does in it; of length 0 when none has any. */
const fullestWindow = ({ value, step_s }: Profile, capacity: number): Window => {
  const n = value.length;
  let best: Window = { work_s: 0, length_s: 0 };
  let bestExcess = 0;
  let open: Window = best;
  for (let i = 0; i < 2 * n; i++) {
    const grows = open.work_s > capacity * open.length_s && open.length_s < n * step_s;
    const before = grows ? open : { work_s: 0, length_s: 0 };
    open = { work_s: before.work_s + value[i % n]! * step_s, length_s: before.length_s + step_s };
    const excess = open.work_s - capacity * open.length_s;
    if (excess > bestExcess) [best, bestExcess] = [open, excess];
  }
  return best;
};
