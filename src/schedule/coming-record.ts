/** What came that may be late or lost, summed over all so far. */

/** Work of the jobs that may run on the same domains and can wait alike: at once, or later. */
export interface Coming {
  readonly domains: readonly number[];
  /** When the first came. */
  readonly since_s: number;
  /** Accelerator-seconds, and the sum of their squares by job. */
  work_s: number;
  squares_s2: number;
  /** Sums of work x nodes of its gang, and of work x what it could wait when it came. */
  gang_s: number;
  slack_s: number;
  /** Of the last that came: what one of its nodes needs. */
  power_W: number;
  accelerators: number;
}
