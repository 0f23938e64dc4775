/**
 * Time of one step of a replica: some sequences each make a token, some prompts are read in part.
 *
 *   1. matrices = max(operations / (compute x dense rate), weights read / (memory x bandwidth)), all tokens of the step together
 *   2. attention of decode = max(operations / (compute x dense rate), KV of the sequences / (memory x bandwidth))
 *   3. attention of prompts = max(operations / (compute x dense rate), KV before the part / (memory x bandwidth))
 *   4. exchange = layers x (time of one + 2 (n - 1)/n x tokens x hidden x 2 B / rate), twice for n chips of a replica, once for n chips
 *      that share experts, there with the tokens of all
 *   5. sampling = sequences x passes x vocabulary x 4 B / bandwidth of one chip
 *   6. step = (1) + (2) + (3) + (4) + (5) + fixed
 *
 * Source: roofline, Williams and others 2009; its use for (1)-(3): Pope and others 2022 (arXiv 2211.05102), Agrawal and others 2024
 * (Sarathi-Serve, arXiv 2403.02310); (4): two all-reduces a layer by ring, Shoeybi and others 2019 (arXiv 1909.08053),
 * and a gather with a reduce-scatter a layer of experts, as vLLM does by default; (5): sampling sorts and sums logits, ours.
 * Assumptions: one kernel after another, nothing overlapped across them; weights and KV even over the chips; KV in bfloat16's attention rate.
 * Range: batches of 1 to some hundreds, prompts to some ten thousand tokens. Oracle: measured vLLM runs, test/inference/measured.test.ts.
 */
import { attentionWork_flop, headWork_flop, kvPerToken_B, matrixWork_flop, weightsRead_B } from "./language-model.ts";
import { assertReplica, type Replica } from "./replica.ts";

/** Content of a step. */
export interface StepLoad {
  /** Sequences that decode: one token each. */
  readonly decode: number;
  /** Tokens that those hold. */
  readonly held: number;
  /** Prompt tokens read in this step. */
  readonly prompt: number;
  /** Sum over the prompts' parts of tokens x tokens attended. */
  readonly promptPairs: number;
  /** Tokens of the prompts that earlier steps read. */
  readonly promptHeld: number;
  /** Tokens sampled: decode, and prompts that end. */
  readonly sampled: number;
}

const BYTES_EXCHANGED = 2;
/** Logits are single precision. */
const LOGIT_B = 4;

/** Seconds of a step as a function of its load; the replica's part of the arithmetic is done once. */
export const stepTime = (replica: Replica): ((load: StepLoad) => number) => {
  assertReplica(replica);
  const { model, chip, chips, expertChips, efficiency } = replica;
  const bandwidth = chips * chip.bandwidth_B_per_s * efficiency.memory_frac;
  const bf16 = chips * chip.bf16_flop_per_s * efficiency.compute_frac;
  const matrix_s = matrixWork_flop(model) / (bf16 * model.rateOverBf16);
  const head_s = headWork_flop(model) / bf16;
  const kv_s = kvPerToken_B(model) / bandwidth;
  const pair_s = attentionWork_flop(model) / bf16;
  const held_s = Math.max(kv_s, pair_s);
  const logits_s = (efficiency.logitPasses * LOGIT_B * model.vocabulary) / chip.bandwidth_B_per_s;
  const exchange = exchangeTime(replica);
  const dense_s = model.experts === 0 ? weightsRead_B(model, { tokens: 1, expertChips }) / bandwidth : null;
  return ({ decode, held, prompt, promptPairs, promptHeld, sampled }) => {
    const tokens = decode + prompt;
    const weights_s = dense_s ?? weightsRead_B(model, { tokens, expertChips }) / bandwidth;
    const matrices_s = Math.max(tokens * matrix_s + sampled * head_s, weights_s);
    const prompts_s = Math.max(promptPairs * pair_s, promptHeld * kv_s);
    return matrices_s + held * held_s + prompts_s + exchange(tokens) + sampled * logits_s + efficiency.step_s;
  };
};

const ringShare = (chips: number): number => (2 * (chips - 1)) / chips;

const exchangeTime = ({ model, chips, expertChips, link }: Replica): ((tokens: number) => number) => {
  if (chips === 1 && expertChips === 1) return () => 0;
  if (link === null) throw new Error("replica.link: a replica of several chips needs the link between them");
  const bytes_s = (model.hidden * BYTES_EXCHANGED) / link.rate_B_per_s;
  const [tensors, experts] = [chips === 1 ? 0 : 2 * model.layers, expertChips === 1 ? 0 : model.layers];
  const token_s = bytes_s * (tensors * ringShare(chips) + experts * expertChips * ringShare(expertChips));
  return (tokens) => (tensors + experts) * link.exchange_s + tokens * token_s;
};
