/** Efficiencies that measured runs gave. */
import type { Efficiency, Engine } from "./replica.ts";

/**
 * vLLM 0.19 on an RTX 4090 with Llama-3.1-8B, fitted by fit.ts on that run alone (test/golden/inference, refitted in
 * test/inference/measured.test.ts). Step time 0: the engine prepares a step while the one before runs.
 */
export const VLLM_RTX4090: Efficiency = { memory_frac: 0.869, compute_frac: 0.935, logitPasses: 134.6, step_s: 0 };

/**
 * vLLM's defaults (version 0.19, docs.vllm.ai engine arguments): blocks of 16, 90 % of memory, chunks of 2,048 tokens, prefix cache,
 * scheduling ahead. Reserve: what the RTX 4090 run leaves between 90 % of memory, weights and its 2,588 blocks; of that one card.
 */
export const VLLM_ENGINE: Engine = { sequencesMax: 256, batchTokensMax: 2048, block_tokens: 16, memoryUse_frac: 0.9, reserve_B: 1.238e9, prefixCache: true, ahead: true };
