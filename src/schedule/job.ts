/** What somebody wants run, and its checks. */
import type { Tier } from "./supply.ts";

export interface Checkpoint {
  /** Work between two checkpoints. */
  readonly interval_s: number;
  /** Time that writing one takes, in which nothing else is done. */
  readonly write_s: number;
  readonly bytes: number;
}

/** How it runs on less power: a measured point of its own, no model of ours. */
export interface Capped {
  readonly power_W: number;
  /** Work done a second, of what it does at its full power, 0..1. */
  readonly speed_frac: number;
}

export interface Job {
  readonly id: string;
  /** Path of shares from the root: "physics/alice". */
  readonly tenant: string;
  readonly class: string;
  readonly submit_s: number;
  /** Not before this. */
  readonly begin_s: number | null;
  /** A gang: so many nodes at once, or none. */
  readonly nodes: number;
  readonly acceleratorsPerNode: number;
  /** Of one of its nodes. */
  readonly power_W: number;
  readonly capped: Capped | null;
  /** Time it is said to take on the whole gang. */
  readonly estimate_s: number;
  readonly input_B: number;
  /** Where the input lies: a pool's `place`. Null where nothing needs moving. */
  readonly inputPlace: string | null;
  readonly output_B: number;
  readonly checkpoint: Checkpoint | null;
  /** Time that starting again from a checkpoint takes. */
  readonly restart_s: number;
  readonly due_s: number | null;
  /** Lost for each hour that the result comes after `due_s`. */
  readonly late_usd_per_h: number;
  /** Worth nothing, and dropped, when not started by then. */
  readonly expires_s: number | null;
  readonly tiers: readonly Tier[];
  /** A law under which it must run; null for any. */
  readonly jurisdiction: string | null;
  readonly latencyMax_ms: number | null;
  /** Higher goes first, where the policy asks. */
  readonly priority: number;
  /** May be stopped for the sake of another. */
  readonly preemptible: boolean;
  /** Ids of jobs that must be done first. */
  readonly after: readonly string[];
  readonly array: string | null;
}

/** What a job cannot be without. */
export type JobCore = Pick<Job, "id" | "submit_s" | "nodes" | "acceleratorsPerNode" | "power_W" | "estimate_s">;

/** A job that asks for nothing beyond its core: no data, no checkpoint, no deadline, any tier. */
export const jobOf = (core: JobCore, more: Partial<Job> = {}): Job => ({
  tenant: "all",
  class: "batch",
  begin_s: null,
  capped: null,
  input_B: 0,
  inputPlace: null,
  output_B: 0,
  checkpoint: null,
  restart_s: 0,
  due_s: null,
  late_usd_per_h: 0,
  expires_s: null,
  tiers: ["ground", "orbit"],
  jurisdiction: null,
  latencyMax_ms: null,
  priority: 0,
  preemptible: true,
  after: [],
  array: null,
  ...more,
  ...core,
});

const AT_LEAST_ZERO = ["estimate_s", "power_W", "input_B", "output_B", "restart_s", "late_usd_per_h"] as const;
const WHOLE = ["nodes", "acceleratorsPerNode"] as const;
const FINITE_OR_NULL = ["begin_s", "due_s", "expires_s", "latencyMax_ms"] as const;

/** Throws RangeError, naming job and field, for a number that is missing, not finite or out of range. */
export const checkJob = (job: Job): void => {
  const wrong = (field: string, value: unknown, expected: string): never => {
    throw new RangeError(`job ${job.id}: ${field} is ${String(value)}, expected ${expected}`);
  };
  for (const key of AT_LEAST_ZERO) if (!(job[key] >= 0) || job[key] === Infinity) wrong(key, job[key], "a finite number from 0");
  for (const key of WHOLE) if (!Number.isInteger(job[key]) || job[key] < 1) wrong(key, job[key], "a whole number from 1");
  for (const key of FINITE_OR_NULL) if (job[key] !== null && !Number.isFinite(job[key])) wrong(key, job[key], "a finite number or null");
  for (const key of ["submit_s", "priority"] as const) if (!Number.isFinite(job[key])) wrong(key, job[key], "a finite number");
  if (job.checkpoint !== null) checkCheckpoint(job.checkpoint, wrong);
  if (job.capped !== null && !(job.capped.power_W >= 0 && job.capped.speed_frac > 0 && job.capped.speed_frac <= 1)) wrong("capped", JSON.stringify(job.capped), "power_W from 0 and speed_frac in 0..1");
};

const checkCheckpoint = ({ interval_s, write_s, bytes }: Checkpoint, wrong: (field: string, value: unknown, expected: string) => never): void => {
  if (!(interval_s > 0) || interval_s === Infinity) wrong("checkpoint.interval_s", interval_s, "a finite number above 0");
  for (const [key, value] of [["write_s", write_s], ["bytes", bytes]] as const) if (!(value >= 0) || value === Infinity) wrong(`checkpoint.${key}`, value, "a finite number from 0");
};
