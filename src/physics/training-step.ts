/**
 * Step of training a language model on many satellites, and what exchanging gradients adds to it.
 *
 *   1. arithmetic of a step 6 P t: 2 P t forward, 4 P t back, P the parameters that a token meets, t tokens a step (Kaplan et al. 2020)
 *   2. compute time = 6 P t/(satellites x rate of one x share of it reached)
 *   3. gradients exchanged P_all x bytes each; step = compute + exchange, or the longer of the two where they overlap wholly
 *   4. share of the step that computes = compute/step
 *   5. a model's state is s bytes a parameter: 16 of Adam in mixed precision, weights and gradients of 2 each, and of 4 each the optimiser's weights
 *      and two moments (Rajbhandari et al. 2020, section 3.1); satellites that hold it = ceil(P s/memory of one)
 *   6. spread over all satellites, of which none holds it whole: gradients are reduced and left scattered, half of an all-reduce, and weights of w bytes are
 *      gathered, half of one of P w bytes each time: before the way forward and again before the way back of every part of the batch. With w = x and one
 *      part 1.5 times the bytes of (3) (the same, section 7.2.2)
 *
 * Assumes: data parallel over satellites, the model whole (sharded or not) within each, or (6); memory of activations, and attention's own arithmetic
 * (under 10 % at 8k context), left out. No weights are kept from one part of a batch to the next in (6).
 * Accuracy: arithmetic of Llama 3 405B (3.8e25) and GPT-3 (3.14e23) over their training within 1 %; (5) and (6) against the ZeRO paper (test/physics).
 */
import { allReduce, satellitesOf } from "./collectives.ts";
import type { AllReduce, Fabric } from "./collectives.ts";

export type TrainedModel = {
  /** All parameters, whose gradients are exchanged. */
  readonly parameters: number;
  /** Those that one token meets: fewer in a mixture of experts. */
  readonly activeParameters: number;
  readonly tokensPerStep: number;
};

export type Trainer = {
  /** Peak of one satellite. */
  readonly compute_PFLOP_per_s: number;
  /** Share of the peak reached. */
  readonly reached_frac: number;
};

/** Arithmetic of one step. */
export function stepWork_PFLOP({ activeParameters, tokensPerStep }: TrainedModel): number {
  return (6 * activeParameters * tokensPerStep) / 1e15;
}

/** Satellites that hold a model's training state together (equation 5). */
export function satellitesToHold({ parameters }: Pick<TrainedModel, "parameters">, { bytesPerParameter, memory_GB }: { readonly bytesPerParameter: number; readonly memory_GB: number }): number {
  const satellites = Math.ceil((parameters * bytesPerParameter) / (memory_GB * 1e9));
  if (!(satellites >= 1 && Number.isFinite(satellites))) throw new RangeError(`a state of ${parameters} x ${bytesPerParameter} bytes over ${memory_GB} GB`);
  return satellites;
}

/** Weights that no satellite holds whole: how often a step gathers them, twice for each part of its batch. */
export type Gathering = { readonly bytesPerWeight: number; readonly gathers: number };

export type StepExchange = {
  readonly bytesPerGradient: number;
  readonly link_Gb_per_s: number;
  readonly latency_s: number;
  /** Left out, every satellite holds the model. */
  readonly gathering?: Gathering;
};

export type TrainingStep = {
  readonly compute_s: number;
  readonly exchange: AllReduce;
  /** One after the other. */
  readonly step_s: number;
  /** The exchange hidden behind the computing as far as it goes. */
  readonly overlapped_s: number;
  readonly computing_frac: number;
};

/** Step of a model on a fabric of equal satellites. */
export function trainingStep(model: TrainedModel, fabric: Fabric, { trainer, exchange }: { readonly trainer: Trainer; readonly exchange: StepExchange }): TrainingStep {
  const { gathering, ...whole } = exchange;
  const bad = Object.entries({ ...model, ...trainer, ...whole, ...gathering }).find(([name, value]) => !Number.isFinite(value) || value < 0 || (value === 0 && name !== "latency_s"));
  if (bad) throw new RangeError(`${bad[0]} is ${bad[1]}`);
  const compute_s = stepWork_PFLOP(model) / (satellitesOf(fabric) * trainer.compute_PFLOP_per_s * trainer.reached_frac);
  const summed = (bytes: number): AllReduce => allReduce(fabric, { payload_GB: (model.parameters * bytes) / 1e9, link_Gb_per_s: whole.link_Gb_per_s, latency_s: whole.latency_s });
  const gradients = summed(whole.bytesPerGradient);
  const exchanged = gathering === undefined ? gradients : added(times(gradients, 0.5), times(summed(gathering.bytesPerWeight), gathering.gathers / 2));
  const step_s = compute_s + exchanged.time_s;
  return { compute_s, exchange: exchanged, step_s, overlapped_s: Math.max(compute_s, exchanged.time_s), computing_frac: compute_s / step_s };
}

const times = ({ time_s, latency_s, bandwidth_s }: AllReduce, by: number): AllReduce => ({ time_s: time_s * by, latency_s: latency_s * by, bandwidth_s: bandwidth_s * by });
const added = (a: AllReduce, b: AllReduce): AllReduce => ({ time_s: a.time_s + b.time_s, latency_s: a.latency_s + b.latency_s, bandwidth_s: a.bandwidth_s + b.bandwidth_s });
