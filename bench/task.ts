/** What a benchmark task is: a name, what it may cost, and a measurement that returns plain numbers. */

export type BenchRow = {
  /** CPU time of the fastest and of the middle repetition. */
  readonly cpu_s_min: number;
  readonly cpu_s_median: number;
  /** Highest resident memory of any repetition. */
  readonly rss_MB: number;
  /** cpu_s_min over that of the reference loop, measured in turns with it: the number to compare between machines. */
  readonly ratio: number;
};

export type BenchTask = {
  readonly name: string;
  /** What is promised; null where nothing is. */
  readonly budget: { readonly cpu_s: number | null; readonly rss_MB: number | null };
  readonly measure: () => BenchRow;
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("the median of nothing");
  return middle;
};
