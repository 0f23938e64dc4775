/**
 * Work that a job keeps which many chips must do together, under checkpoints and restarts.
 *
 *   1. interruptions at a constant rate, M apart in the mean: one chip's rate x chips
 *   2. wall time over work: E = M e^(R/M) (e^((tau+d)/M) - 1)/tau, tau between checkpoints, d to write one, R to restart (renewal, exact;
 *      Daly 2006); useful share 1/E
 *   3. best tau = M (1 + W(-e^(-1-d/M))), W Lambert's on (-1, 0): where the derivative of (2) is zero
 *   4. sqrt(2 d M) (Young 1974); with x = d/(2M) for d < 2M: sqrt(2 d M)(1 + sqrt(x)/3 + x/9) - d, else M (Daly 2006)
 *
 * Assumes: any interruption stops the whole job and loses the work since the last checkpoint; it strikes checkpoints and restarts too; the chips
 * are there again after R (spares, or a reboot). Exact under these. Accuracy: Llama 3 and the project's orbit cases in test/physics.
 */
import { JULIAN_YEAR_S } from "../units/index.ts";

export type Checkpointing = {
  /** Time to write a checkpoint, during which no work is done. */
  readonly checkpoint_s: number;
  /** Time from an interruption until work goes on from the last checkpoint. */
  readonly restart_s: number;
};
type Interrupted = { readonly checkpoint_s: number; readonly mtbf_s: number };

/** Interval between checkpoints that wastes least, to first order (Young). */
export function youngInterval_s({ checkpoint_s, mtbf_s }: Interrupted): number {
  return Math.sqrt(2 * checkpoint_s * mtbf_s);
}

/** The same to higher order (Daly). */
export function dalyInterval_s(job: Interrupted): number {
  const x = job.checkpoint_s / (2 * job.mtbf_s);
  return x >= 1 ? job.mtbf_s : youngInterval_s(job) * (1 + Math.sqrt(x) / 3 + x / 9) - job.checkpoint_s;
}

/** Interval between checkpoints that wastes least. */
export function bestInterval_s({ checkpoint_s, mtbf_s }: Interrupted): number {
  assertPositive("checkpoint_s", checkpoint_s);
  assertPositive("mtbf_s", mtbf_s);
  const d = checkpoint_s / mtbf_s;
  return mtbf_s * (d > 1 ? 1 - remainder(d) : leastWaste(d));
}

/** u = tau/M of 1 - u = e^(-u - d): Newton's method on -ln(1 - u) - u - d, which is convex, from Young's value, above the root. */
function leastWaste(d: number): number {
  let u = Math.min(Math.sqrt(2 * d), 1 - Math.exp(-1 - d));
  for (let i = 0; i < 60; i++) {
    const step = (-Math.log1p(-u) - u - d) * ((1 - u) / u);
    u -= step;
    // What is left is of the order of the step's square.
    if (Math.abs(step) <= 1e-9 * u) break;
  }
  return u;
}

/** v = 1 - u of the same, v = e^(v - 1 - d), for d above 1, where u nears 1. */
function remainder(d: number): number {
  let v = 0;
  for (let i = 0; i < 40; i++) v = Math.exp(v - 1 - d);
  return v;
}

/** Share of wall time that is work kept. */
export function checkpointUseful_frac(job: Checkpointing & { readonly mtbf_s: number; readonly interval_s: number }): number {
  assertPositive("mtbf_s", job.mtbf_s);
  assertPositive("interval_s", job.interval_s);
  return job.interval_s / (job.mtbf_s * Math.exp(job.restart_s / job.mtbf_s) * Math.expm1((job.interval_s + job.checkpoint_s) / job.mtbf_s));
}

export type SynchronousJob = Checkpointing & {
  /** Chips that must all work. */
  readonly chips: number;
  /** Interruptions that one chip causes in a year, its share of the host's among them. */
  readonly interruptions_per_chip_yr: number;
};
export type JobOutput = {
  readonly mtbf_s: number;
  /** Between checkpoints, the best there is. */
  readonly interval_s: number;
  readonly useful_frac: number;
  /** Chips that would do the same work uninterrupted. */
  readonly effectiveChips: number;
};

/** What a job keeps of the work of its chips. */
export function synchronousOutput(job: SynchronousJob): JobOutput {
  assertPositive("chips", job.chips);
  assertPositive("interruptions_per_chip_yr", job.interruptions_per_chip_yr);
  const mtbf_s = JULIAN_YEAR_S / (job.interruptions_per_chip_yr * job.chips);
  const interval_s = bestInterval_s({ checkpoint_s: job.checkpoint_s, mtbf_s });
  const useful_frac = checkpointUseful_frac({ checkpoint_s: job.checkpoint_s, restart_s: job.restart_s, mtbf_s, interval_s });
  return { mtbf_s, interval_s, useful_frac, effectiveChips: job.chips * useful_frac };
}

function assertPositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} ${value} is not above 0`);
}
