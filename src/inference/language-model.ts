/**
 * What one step of a transformer reads, keeps and computes, from its published shape.
 *
 *   1. KV of one token = layers x 2 x KV heads x head size x bytes, or the compressed width of latent attention x layers x bytes
 *   2. weights read by a step that computes T tokens = always-read part + routed part x (1 - (1 - k/E)^T): k of E experts a token, chosen evenly
 *   3. operations of one token in matrices = 2 x weights that it meets; the output head only for tokens that are sampled
 *   4. operations of attention of one token over c tokens = 4 x layers x heads x head size x c
 *
 * Source: Kaplan and others 2020 (arXiv 2001.08361, 2.1) for (3); Pope and others 2022 (arXiv 2211.05102) for (1), (4); (2) is counting.
 * Assumptions: experts are met evenly and apart; real routing is less even, so reads are at most this. Embedding tables are looked up, not read.
 * Accuracy: weights against the published parameter counts, test/inference/language-model.test.ts.
 */

/** Shape of a model as its configuration file states it. */
export interface LanguageModel {
  readonly id: string;
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly headSize: number;
  readonly kvHeads: number;
  /** Numbers kept of a token a layer instead of heads (latent attention); null for keys and values by head. */
  readonly latent: number | null;
  readonly vocabulary: number;
  /** Weights beside embedding and output head that every token meets. */
  readonly denseWeights: number;
  /** Weights of all routed experts of all layers; 0 for a dense model. */
  readonly routedWeights: number;
  readonly experts: number;
  readonly expertsPerToken: number;
  readonly weight_B: number;
  readonly kv_B: number;
  /** Multiples of the dense bfloat16 rate at which its matrices are multiplied: 1 for bfloat16, 2 for FP8 with FP8 activations. */
  readonly rateOverBf16: number;
}

/** Bytes kept for one token. */
export const kvPerToken_B = (model: LanguageModel): number => model.layers * model.kv_B * (model.latent ?? 2 * model.kvHeads * model.headSize);

const headWeights = (model: LanguageModel): number => model.vocabulary * model.hidden;

/** Weights in memory: with embedding table and output head, and an equal part of the experts. */
export const weightsHeld_B = (model: LanguageModel, expertChips: number): number =>
  model.weight_B * (model.denseWeights + model.routedWeights / expertChips + 2 * headWeights(model));

/** Bytes of weights that a step of `tokens` tokens reads, where as many come from each of the replicas that share the experts. */
export const weightsRead_B = (model: LanguageModel, { tokens, expertChips }: { readonly tokens: number; readonly expertChips: number }): number =>
  model.weight_B * (model.denseWeights + headWeights(model) + (model.routedWeights / expertChips) * expertsMet_frac(model, tokens * expertChips));

const expertsMet_frac = ({ experts, expertsPerToken }: LanguageModel, tokens: number): number => (experts === 0 ? 0 : 1 - (1 - expertsPerToken / experts) ** tokens);

/** Operations of one token in all matrices but the output head. */
export const matrixWork_flop = (model: LanguageModel): number =>
  2 * (model.denseWeights + (model.experts === 0 ? 0 : (model.routedWeights * model.expertsPerToken) / model.experts));

/** Operations of the output head for one sampled token. */
export const headWork_flop = (model: LanguageModel): number => 2 * headWeights(model);

/** Operations of attention of one token over one token before it. */
export const attentionWork_flop = (model: LanguageModel): number => 4 * model.layers * model.heads * model.headSize;
