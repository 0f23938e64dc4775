import { expect, test } from "vitest";
import { DEEPSEEK_R1, kvPerToken_B, LLAMA_3_1_70B, LLAMA_3_1_8B, matrixWork_flop, QWEN3_30B_A3B, QWEN3_32B, weightsHeld_B, weightsRead_B } from "../../src/inference/index.ts";
import type { LanguageModel } from "../../src/inference/index.ts";
import { measure } from "../golden/measure.ts";

const SUITE = "inference-models";

/** Parameter counts as the makers state them. */
const COUNTS: readonly (readonly [LanguageModel, number, string])[] = [
  [LLAMA_3_1_8B, 8.03e9, "huggingface.co/meta-llama/Llama-3.1-8B: 8.03 B"],
  [LLAMA_3_1_70B, 70.6e9, "huggingface.co/meta-llama/Llama-3.1-70B: 70.6 B"],
  [QWEN3_32B, 32.8e9, "Qwen3-32B model card: 32.8 B"],
  [QWEN3_30B_A3B, 30.5e9, "Qwen3-30B-A3B model card: 30.5 B"],
  [DEEPSEEK_R1, 671e9, "arXiv 2412.19437: 671 B"],
];

test("weights counted from the shape are the published ones", () => {
  for (const [model, expected, source] of COUNTS) measure(SUITE, { case: `${model.id} parameters`, got: weightsHeld_B(model, 1) / model.weight_B, expected, rel: 0.005, unit: "1", source });
});

test("weights that a token meets are the published ones", () => {
  // Embedding and head beside the layers: the counts of active parameters include them.
  const active = (model: LanguageModel, embeddings: number): number => matrixWork_flop(model) / 2 + embeddings * model.vocabulary * model.hidden;
  measure(SUITE, { case: "qwen3-30b-a3b active", got: active(QWEN3_30B_A3B, 2), expected: 3.3e9, rel: 0.03, unit: "1", source: "Qwen3-30B-A3B model card: 3.3 B" });
  measure(SUITE, { case: "deepseek-r1 active", got: active(DEEPSEEK_R1, 1), expected: 37e9, rel: 0.03, unit: "1", source: "arXiv 2412.19437: 37 B" });
});

test("KV of a token", () => {
  measure(SUITE, { case: "llama-3.1-8b KV a token", got: kvPerToken_B(LLAMA_3_1_8B), expected: 131_072, abs: 0, unit: "B", source: "32 layers x 2 x 8 x 128 x 2 B" });
  measure(SUITE, { case: "llama-3.1-70b KV a token", got: kvPerToken_B(LLAMA_3_1_70B), expected: 327_680, abs: 0, unit: "B", source: "Llama 3 with grouped queries: 320 KiB, 80 x 2 x 8 x 128 x 2 B" });
  measure(SUITE, { case: "deepseek-r1 KV a token", got: kvPerToken_B(DEEPSEEK_R1), expected: 70_272, abs: 0, unit: "B", source: "arXiv 2505.09343 table 1: 70.272 KB" });
});

test("experts: one token reads its own, many read all, and spreading divides what is held", () => {
  const dense = QWEN3_30B_A3B.weight_B * (QWEN3_30B_A3B.denseWeights + QWEN3_30B_A3B.vocabulary * QWEN3_30B_A3B.hidden);
  const routed = QWEN3_30B_A3B.weight_B * QWEN3_30B_A3B.routedWeights;
  expect(weightsRead_B(QWEN3_30B_A3B, { tokens: 1, expertChips: 1 })).toBeCloseTo(dense + routed / 16, -1);
  expect(weightsRead_B(QWEN3_30B_A3B, { tokens: 1000, expertChips: 1 })).toBeCloseTo(dense + routed, -1);
  expect(weightsHeld_B(QWEN3_30B_A3B, 1) - weightsHeld_B(QWEN3_30B_A3B, 2)).toBeCloseTo(routed / 2, -1);
});
