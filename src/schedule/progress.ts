/**
 * Work and the clock. A run of a job first restarts (when it resumes), then works in stretches of `interval_s`, a checkpoint after each but
 * the last; on less power all work goes slower by `speed`.
 *
 *   1. clock = restart + W/s + (ceil(W/(s I)) - 1) c for work W, speed s, interval I of the clock, write time c
 *   2. saved work after a time x beyond the restart: floor(x/(I + c)) I s
 */
import type { Job } from "./job.ts";

/** What a run goes by. */
export interface Run {
  readonly speed: number;
  /** Work that was there when it began. */
  readonly from_s: number;
}

const restartOf = (job: Job, from_s: number): number => (from_s > 0 ? job.restart_s : 0);

/** Time on the clock that the work from `from_s` to `work_s` takes. */
export const clockFor = (job: Job, work_s: number, { speed, from_s }: Run): number => {
  const left_s = Math.max(0, work_s - from_s) / speed;
  const writes = job.checkpoint === null ? 0 : Math.max(0, Math.ceil(left_s / job.checkpoint.interval_s) - 1);
  return restartOf(job, from_s) + left_s + writes * (job.checkpoint?.write_s ?? 0);
};

/** The least time on the clock in which a run gets anywhere: its whole rest, or one interval and its checkpoint. */
export const leastClock = (job: Job, run: Run): number => {
  const whole_s = clockFor(job, job.estimate_s, run);
  if (job.checkpoint === null) return whole_s;
  return Math.min(whole_s, restartOf(job, run.from_s) + job.checkpoint.interval_s + job.checkpoint.write_s);
};

/** Work done after `elapsed_s` of a run, and how much of it a checkpoint holds. */
export const workAfter = (job: Job, elapsed_s: number, { speed, from_s }: Run): { readonly done_s: number; readonly saved_s: number } => {
  const x = Math.max(0, elapsed_s - restartOf(job, from_s));
  if (job.checkpoint === null) return { done_s: from_s + x * speed, saved_s: 0 };
  const { interval_s, write_s } = job.checkpoint;
  const cycles = Math.floor(x / (interval_s + write_s));
  const within = Math.min(interval_s, x - cycles * (interval_s + write_s));
  return { done_s: from_s + (cycles * interval_s + within) * speed, saved_s: from_s + cycles * interval_s * speed };
};
