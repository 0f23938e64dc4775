/** What came and could not wait, by hour of the day. */

/** Work of the jobs that may run on the same domains. */
export interface Pressing {
  readonly domains: readonly number[];
  /** Accelerator-seconds by hour of the day: expected, and of the day that is on. */
  readonly expected: Float64Array;
  readonly today: Float64Array;
  /** Joules of all so far, and accelerator-seconds. */
  energy_J: number;
  work_s: number;
  /** The day that is on, and whether it is the first: nothing is expected in it. */
  day: number;
  isFirst: boolean;
}
