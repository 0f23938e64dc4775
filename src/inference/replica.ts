/**
 * One replica of a model on one or more chips, and the engine's limits.
 *
 *   1. room for KV = chips x memory x use - weights - reserve, in whole blocks of tokens
 *
 * A room below one block is no clamp: `kvBlocks` says so by its sign, and simulate and steady refuse it.
 */
import { kvPerToken_B, weightsHeld_B, type LanguageModel } from "./language-model.ts";

/** Figures of one chip; its maker's, dense and without sparsity. */
export interface ReplicaChip {
  readonly bandwidth_B_per_s: number;
  readonly bf16_flop_per_s: number;
  readonly memory_B: number;
}

/** Between the chips of a replica: one direction of one chip's link, and the time of one exchange beside its bytes. */
export interface ReplicaLink {
  readonly rate_B_per_s: number;
  readonly exchange_s: number;
}

/** What a chip reaches of its figures, and what a step costs that no figure shows; fitted (fit.ts). */
export interface Efficiency {
  /** Part of the memory's bandwidth. */
  readonly memory_frac: number;
  /** Part of the dense rate. */
  readonly compute_frac: number;
  /** Launch and scheduling of a step. */
  readonly step_s: number;
  /** Times that sampling goes over the logits of a sequence, in bytes of single precision at the memory's bandwidth. */
  readonly logitPasses: number;
}

/** Limits of the serving engine, in vLLM's words max_num_seqs, max_num_batched_tokens, block_size, gpu_memory_utilization. */
export interface Engine {
  readonly sequencesMax: number;
  readonly batchTokensMax: number;
  readonly block_tokens: number;
  readonly memoryUse_frac: number;
  /** Activations, graphs and context of one chip, beside weights and KV. */
  readonly reserve_B: number;
  /** Blocks of what was stopped are found again while nobody took them. */
  readonly prefixCache: boolean;
  /** A step is put together while the one before it runs: arrivals and freed blocks count one step later. */
  readonly ahead: boolean;
}

export interface Replica {
  readonly model: LanguageModel;
  readonly chip: ReplicaChip;
  /** Chips that share every matrix and every token's KV (tensor parallel). */
  readonly chips: number;
  /** Chips of equal replicas over which the routed experts are spread (expert parallel beside data parallel); 1 for none. */
  readonly expertChips: number;
  /** Null where neither is above 1. */
  readonly link: ReplicaLink | null;
  readonly efficiency: Efficiency;
  readonly engine: Engine;
}

/** Throws with the field's name where a figure is no number above zero, or a count is not whole. */
export const assertReplica = ({ chip, chips, expertChips, link, efficiency, engine }: Replica): void => {
  const above = { ...chip, memory_frac: efficiency.memory_frac, compute_frac: efficiency.compute_frac, memoryUse_frac: engine.memoryUse_frac, ...(link === null ? {} : { rate_B_per_s: link.rate_B_per_s }) };
  for (const [name, value] of Object.entries(above)) if (!(value > 0 && Number.isFinite(value))) throw new Error(`replica: ${name} is ${value}, expected a number above 0`);
  const from = { logitPasses: efficiency.logitPasses, step_s: efficiency.step_s, reserve_B: engine.reserve_B, ...(link === null ? {} : { exchange_s: link.exchange_s }) };
  for (const [name, value] of Object.entries(from)) if (!(value >= 0 && Number.isFinite(value))) throw new Error(`replica: ${name} is ${value}, expected a number from 0`);
  const whole = { chips, expertChips, sequencesMax: engine.sequencesMax, batchTokensMax: engine.batchTokensMax, block_tokens: engine.block_tokens };
  for (const [name, value] of Object.entries(whole)) if (!(Number.isInteger(value) && value >= 1)) throw new Error(`replica: ${name} is ${value}, expected a whole number from 1`);
};

/** Blocks of KV that fit; below 1 when the weights leave no room. */
export const kvBlocks = (replica: Replica): number => {
  assertReplica(replica);
  const { model, chip, chips, expertChips, engine } = replica;
  const room_B = chips * (chip.memory_B * engine.memoryUse_frac - engine.reserve_B) - weightsHeld_B(model, expertChips);
  return Math.floor(room_B / (kvPerToken_B(model) * engine.block_tokens));
};
