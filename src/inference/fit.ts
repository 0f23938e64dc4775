/**
 * Efficiencies of a replica from one measured run.
 *
 *   1. loss = mean |ln(model/measured)| of time to first token + of time per output token + of latency, request by request,
 *      + of the step's time in seconds in which nothing but decoding happened
 *   2. least by Nelder and Mead over the logarithms of memory part, compute part and passes over the logits, best of several starts and once more from there
 *
 * The fourth term is of (sequences, KV held) as measured, not as simulated. It is there because the first three alone leave memory and
 * sampling nearly free against each other: a run whose KV room is always full shows only their sum. The fixed time of a step stays as given.
 * Assumptions: the requests alone make the load; the run's model, chip, limits and KV room are those of `replica`.
 */
import { nelderMead, type Least } from "./nelder-mead.ts";
import { requestTimes, type RequestTimes } from "./latency-summary.ts";
import type { Efficiency, Replica } from "./replica.ts";
import type { RequestTrace } from "./request-trace.ts";
import { simulate } from "./simulate.ts";
import { stepTime } from "./step-time.ts";

/** A stretch of pure decoding: sequences, tokens they hold, and seconds a step. */
export interface DecodeSample {
  readonly sequences: number;
  readonly held_tokens: number;
  readonly step_s: number;
}

export interface MeasuredRun {
  readonly trace: RequestTrace;
  /** Row by row as the trace, every request with two tokens or more. */
  readonly times: RequestTimes;
  readonly decode: readonly DecodeSample[];
}

export interface Fit {
  readonly efficiency: Efficiency;
  readonly loss: number;
}

/** Starts over the plausible range: memory part, compute part, passes. Stops make the loss rough, so one start is not enough. */
const STARTS: readonly (readonly [number, number, number])[] = [[0.8, 1, 20], [0.85, 0.9, 60], [0.93, 0.9, 100], [0.88, 0.8, 140], [0.95, 0.9, 200], [0.9, 0.95, 250]];
const SIDE = 0.2;
const CLOSE_SIDE = 0.05;

/** Fits `replica.efficiency` but its fixed step time. Throws where a request of the run is not served by the replica. */
export const fitEfficiency = (replica: Replica, run: MeasuredRun, { evaluations = 150 }: { readonly evaluations?: number } = {}): Fit => {
  const efficiencyAt = ([memory, compute, passes]: readonly number[]): Efficiency => ({
    memory_frac: Math.exp(memory!), compute_frac: Math.exp(compute!), logitPasses: Math.exp(passes!), step_s: replica.efficiency.step_s,
  });
  const loss = (x: readonly number[]): number => fitLoss({ ...replica, efficiency: efficiencyAt(x) }, run);
  const lesser = (a: Least, b: Least): Least => (b.value < a.value ? b : a);
  const far = STARTS.map((start) => nelderMead(loss, { start: start.map(Math.log), side: SIDE, evaluations })).reduce(lesser);
  const best = lesser(far, nelderMead(loss, { start: far.x, side: CLOSE_SIDE, evaluations }));
  return { efficiency: efficiencyAt(best.x), loss: best.value };
};

/** The loss (1) of a replica as it stands. */
export const fitLoss = (replica: Replica, { trace, times, decode }: MeasuredRun): number => {
  const got = requestTimes(trace, simulate(replica, trace));
  const columns = (["ttft_s", "tpot_s", "latency_s"] as const).map((name) => {
    if (got[name].length !== times[name].length) throw new Error(`measured run: ${times[name].length} rows of ${name}, ${got[name].length} served by the replica`);
    return meanLogRatio(got[name], times[name]);
  });
  const seconds = stepTime(replica);
  const steps = decode.map(({ sequences, held_tokens }) => seconds({ decode: sequences, held: held_tokens, prompt: 0, promptPairs: 0, promptHeld: 0, sampled: sequences }));
  const ofSteps = decode.length === 0 ? 0 : meanLogRatio(steps, decode.map((sample) => sample.step_s));
  return columns.reduce((sum, value) => sum + value, ofSteps);
};

const meanLogRatio = (got: ArrayLike<number>, measured: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < got.length; i++) sum += Math.abs(Math.log(got[i]! / measured[i]!));
  return sum / got.length;
};
