/** The readers' columns are what `simulate` and `mixOf` take. */
import { expect, test } from "vitest";
import { latencySummary, LLAMA_3_1_8B, mixOf, requestTimes, simulate, VLLM_ENGINE, VLLM_RTX4090 } from "../../src/inference/index.ts";
import type { Replica } from "../../src/inference/index.ts";
import { readAzureRequests, readMooncakeRequests } from "../../src/io/workloads/index.ts";

const H100: Replica = {
  model: LLAMA_3_1_8B, chip: { bandwidth_B_per_s: 3.35e12, bf16_flop_per_s: 0.989e15, memory_B: 80e9 }, chips: 1, expertChips: 1, link: null, efficiency: VLLM_RTX4090, engine: VLLM_ENGINE,
};
/** Azure/AzurePublicDataset AzureLLMInferenceTrace_code.csv, first two rows (CC-BY-4.0). */
const AZURE = "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:17:03.9799600,4808,10\n2023-11-16 18:17:04.0319600,3180,8\n";
/** Mooncake conversation_trace.jsonl, lengths of the first two rows (Apache-2.0). */
const MOONCAKE = '{"timestamp": 0, "input_length": 6758, "output_length": 500, "hash_ids": [0]}\n{"timestamp": 0, "input_length": 7322, "output_length": 490, "hash_ids": [0]}\n';

const ASSUME = { file: "trace", acceleratorsPerNode: 8, power_W_per_accelerator: 700, estimate_s: 3600 };

test("Azure's and Mooncake's requests are served to the last token", () => {
  for (const [trace, prompts, outputs] of [[readAzureRequests(AZURE, ASSUME), 7988, 18], [readMooncakeRequests(MOONCAKE, ASSUME), 14_080, 990]] as const) {
    const served = simulate(H100, trace);
    expect(served).toMatchObject({ prompt_tokens: prompts, output_tokens: outputs, stops: 0, refused: [] });
    expect(latencySummary(requestTimes(trace, served))!.requests).toBe(2);
    expect(mixOf(trace).input_tokens).toBe(prompts / 2);
  }
});
