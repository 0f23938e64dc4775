import { expect, test } from "vitest";
import { LLAMA_3_1_70B, LLAMA_3_1_8B, stepTime, VLLM_ENGINE } from "../../src/inference/index.ts";
import type { Replica, StepLoad } from "../../src/inference/index.ts";

/** A chip that reaches its figures: then each part is a division. */
const IDEAL: Replica = {
  model: LLAMA_3_1_8B, chip: { bandwidth_B_per_s: 1e12, bf16_flop_per_s: 1e15, memory_B: 80e9 }, chips: 1, expertChips: 1, link: null,
  efficiency: { memory_frac: 1, compute_frac: 1, logitPasses: 0, step_s: 0 }, engine: VLLM_ENGINE,
};
const NONE: StepLoad = { decode: 0, held: 0, prompt: 0, promptPairs: 0, promptHeld: 0, sampled: 0 };
/** 32 layers x (4096 x 128 x 2 x (32 + 8) + 3 x 4096 x 14336) = 6,979,321,856 weights in layers, 128,256 x 4,096 in the head. */
const LAYERS = 6_979_321_856;
const HEAD = 128_256 * 4096;

test("one sequence reads every weight and its own KV", () => {
  const got = stepTime(IDEAL)({ ...NONE, decode: 1, held: 1000, sampled: 1 });
  expect(got).toBeCloseTo((2 * (LAYERS + HEAD) + 1000 * 131_072) / 1e12, 9);
});

test("a long prompt is bound by operations: 2 a weight a token, and 4 x 32 x 32 x 128 a pair", () => {
  const tokens = 2048;
  const pairs = (tokens * (tokens + 1)) / 2;
  const got = stepTime(IDEAL)({ ...NONE, prompt: tokens, promptPairs: pairs, sampled: 1 });
  expect(got).toBeCloseTo((2 * LAYERS * tokens + 2 * HEAD + 524_288 * pairs) / 1e15, 9);
});

test("passes over the logits are read at the memory's bandwidth; the fixed part adds", () => {
  const load = { ...NONE, decode: 10, held: 0, sampled: 10 };
  const more = stepTime({ ...IDEAL, efficiency: { ...IDEAL.efficiency, logitPasses: 100, step_s: 0.001 } })(load) - stepTime(IDEAL)(load);
  expect(more).toBeCloseTo(0.001 + (10 * 100 * 4 * 128_256) / 1e12, 9);
});

test("several chips share the work and exchange twice a layer", () => {
  const load = { ...NONE, decode: 64, held: 64_000, sampled: 64 };
  const one = stepTime({ ...IDEAL, model: LLAMA_3_1_70B })(load);
  const link = { rate_B_per_s: 100e9, exchange_s: 5e-6 };
  const four = stepTime({ ...IDEAL, model: LLAMA_3_1_70B, chips: 4, link })(load);
  // 2 x 80 exchanges; a ring over four chips moves 2 x 3/4 of 64 tokens x 8192 x 2 B.
  expect(four).toBeCloseTo(one / 4 + 160 * (5e-6 + (1.5 * 64 * 8192 * 2) / 100e9), 9);
  expect(() => stepTime({ ...IDEAL, chips: 2 })).toThrow("replica.link");
});
