/** Models by their published configuration files (config.json of the named repository), and what is counted from them. */
import type { LanguageModel } from "./language-model.ts";

const BFLOAT16 = { weight_B: 2, kv_B: 2, rateOverBf16: 1 } as const;
/** Llama 3 and Qwen 3 use one vocabulary each, of 128,256 and 151,936 pieces. */
const LLAMA_VOCABULARY = 128_256;
const QWEN_VOCABULARY = 151_936;
const DENSE = { latent: null, routedWeights: 0, experts: 0, expertsPerToken: 0 } as const;

interface Shape {
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly headSize: number;
  readonly kvHeads: number;
}

/** Query, key, value and output projections of all layers. */
const attentionWeights = ({ layers, hidden, heads, headSize, kvHeads }: Shape): number => layers * hidden * headSize * 2 * (heads + kvHeads);

/** Gated feed-forward: three matrices. */
const feedForward = (hidden: number, intermediate: number): number => 3 * hidden * intermediate;

const llamaShape: Shape = { layers: 32, hidden: 4096, heads: 32, headSize: 128, kvHeads: 8 };
/** meta-llama/Llama-3.1-8B: intermediate_size 14336. */
export const LLAMA_3_1_8B: LanguageModel = {
  id: "llama-3.1-8b", ...llamaShape, ...DENSE, ...BFLOAT16, vocabulary: LLAMA_VOCABULARY,
  denseWeights: attentionWeights(llamaShape) + llamaShape.layers * feedForward(llamaShape.hidden, 14_336),
};

const llama70Shape: Shape = { layers: 80, hidden: 8192, heads: 64, headSize: 128, kvHeads: 8 };
/** meta-llama/Llama-3.1-70B: intermediate_size 28672. */
export const LLAMA_3_1_70B: LanguageModel = {
  id: "llama-3.1-70b", ...llama70Shape, ...DENSE, ...BFLOAT16, vocabulary: LLAMA_VOCABULARY,
  denseWeights: attentionWeights(llama70Shape) + llama70Shape.layers * feedForward(llama70Shape.hidden, 28_672),
};

const qwen32Shape: Shape = { layers: 64, hidden: 5120, heads: 64, headSize: 128, kvHeads: 8 };
/** Qwen/Qwen3-32B: intermediate_size 25600. */
export const QWEN3_32B: LanguageModel = {
  id: "qwen3-32b", ...qwen32Shape, ...DENSE, ...BFLOAT16, vocabulary: QWEN_VOCABULARY,
  denseWeights: attentionWeights(qwen32Shape) + qwen32Shape.layers * feedForward(qwen32Shape.hidden, 25_600),
};

const qwenMoeShape: Shape = { layers: 48, hidden: 2048, heads: 32, headSize: 128, kvHeads: 4 };
/** Qwen/Qwen3-30B-A3B-Instruct-2507: 8 of 128 experts a layer, moe_intermediate_size 768, no shared expert. */
export const QWEN3_30B_A3B: LanguageModel = {
  id: "qwen3-30b-a3b", ...qwenMoeShape, ...BFLOAT16, latent: null, vocabulary: QWEN_VOCABULARY,
  denseWeights: attentionWeights(qwenMoeShape) + qwenMoeShape.layers * qwenMoeShape.hidden * 128,
  routedWeights: qwenMoeShape.layers * 128 * feedForward(qwenMoeShape.hidden, 768), experts: 128, expertsPerToken: 8,
};

/**
 * deepseek-ai/DeepSeek-R1 in its FP8 weights: 61 layers of which 3 dense (intermediate_size 18432), 8 of 256 experts and one shared of 2048,
 * latent of 512 with 64 for position kept in bfloat16; queries through 1536, 128 heads of 128 + 64 (keys) and 128 (values).
 */
const r1Latent = 512 + 64;
const r1AttentionPerLayer = 7168 * 1536 + 1536 * 128 * (128 + 64) + 7168 * r1Latent + 512 * 128 * (128 + 128) + 128 * 128 * 7168;
export const DEEPSEEK_R1: LanguageModel = {
  id: "deepseek-r1", layers: 61, hidden: 7168, heads: 128, headSize: r1Latent, kvHeads: 128, latent: r1Latent, vocabulary: 129_280,
  denseWeights: 61 * r1AttentionPerLayer + 3 * feedForward(7168, 18_432) + 58 * (feedForward(7168, 2048) + 7168 * 256),
  routedWeights: 58 * 256 * feedForward(7168, 2048), experts: 256, expertsPerToken: 8,
  weight_B: 1, kv_B: 2, rateOverBf16: 2,
};

export const LANGUAGE_MODELS: readonly LanguageModel[] = [LLAMA_3_1_8B, LLAMA_3_1_70B, QWEN3_32B, QWEN3_30B_A3B, DEEPSEEK_R1];
