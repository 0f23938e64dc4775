/**
 * Mean and spread of numbers that come one after another.
 *
 *   1. mean and squares about it, updated number by number                                   (Welford, Technometrics 4(3), 1962)
 *   2. standard error sd/sqrt(n): of independent numbers; more even designs (latin, sobol) are nearer than it says
 */
export interface Moments {
  readonly count: number;
  /** Numbers that do not exist (NaN), left out. */
  readonly missing: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Running {
  readonly add: (value: number) => void;
  readonly count: () => number;
  readonly moments: () => Moments;
}

export const runningMoments = (): Running => {
  let [count, missing, mean, squares, low, high] = [0, 0, 0, 0, Infinity, -Infinity];
  return {
    add: (value) => {
      if (Number.isNaN(value)) return void missing++;
      const off = value - mean;
      mean += off / ++count;
      squares += off * (value - mean);
      low = Math.min(low, value);
      high = Math.max(high, value);
    },
    count: () => count,
    moments: () => {
      const sd = count < 2 ? null : Math.sqrt(squares / (count - 1));
      const none = count === 0;
      return { count, missing, mean: none ? null : mean, sd, standardError: sd === null ? null : sd / Math.sqrt(count), low: none ? null : low, high: none ? null : high };
    },
  };
};
