/** The fitted efficiencies again, from the RTX 4090 run alone: a thousand simulations. */
import { expect, test } from "vitest";
import { fitEfficiency, fitLoss, VLLM_RTX4090 } from "../../src/inference/index.ts";
import { decodeSamples, LLAMA_4090, measuredRun } from "../inference/measured-run.ts";

test("the fit gives the constants that are shipped", () => {
  const run = { ...measuredRun("rtx4090-llama-3.1-8b"), decode: decodeSamples() };
  const plain = { ...LLAMA_4090, efficiency: { memory_frac: 1, compute_frac: 1, logitPasses: 1, step_s: 0 } };
  const { efficiency, loss } = fitEfficiency(plain, run);
  expect(efficiency.memory_frac).toBeCloseTo(VLLM_RTX4090.memory_frac, 2);
  expect(efficiency.compute_frac).toBeCloseTo(VLLM_RTX4090.compute_frac, 2);
  expect(efficiency.logitPasses / VLLM_RTX4090.logitPasses).toBeCloseTo(1, 1);
  expect(loss).toBeLessThan(fitLoss(plain, run) / 2);
});
