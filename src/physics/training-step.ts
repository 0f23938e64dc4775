/**
 * Step of training a language model on many satellites, and what exchanging gradients adds to it.
 *
 *   1. arithmetic of a step 6 P t: 2 P t forward, 4 P t back, P the parameters that a token meets, t tokens a step (Kaplan et al. 2020)
 *   2. compute time = 6 P t/(satellites x rate of one x share of it reached)
 *   3. gradients exchanged P_all x bytes each; step = compute + exchange, or the longer of the two where they overlap wholly
 *   4. share of the step that computes = compute/step
 *
 * Assumes: data parallel over satellites, the model whole (sharded or not) within each; attention's own arithmetic left out (under 10 % at 8k context).
 * Accuracy: arithmetic of Llama 3 405B (3.8e25) and GPT-3 (3.14e23) over their training within 1 % (test/physics).
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

export type StepExchange = { readonly bytesPerGradient: number; readonly link_Gb_per_s: number; readonly latency_s: number };

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
  const bad = Object.entries({ ...model, ...trainer, ...exchange }).find(([name, value]) => !Number.isFinite(value) || value < 0 || (value === 0 && name !== "latency_s"));
  if (bad) throw new RangeError(`${bad[0]} is ${bad[1]}`);
  const compute_s = stepWork_PFLOP(model) / (satellitesOf(fabric) * trainer.compute_PFLOP_per_s * trainer.reached_frac);
  const payload_GB = (model.parameters * exchange.bytesPerGradient) / 1e9;
  const exchanged = allReduce(fabric, { payload_GB, link_Gb_per_s: exchange.link_Gb_per_s, latency_s: exchange.latency_s });
  const step_s = compute_s + exchanged.time_s;
  return { compute_s, exchange: exchanged, step_s, overlapped_s: Math.max(compute_s, exchanged.time_s), computing_frac: compute_s / step_s };
}
