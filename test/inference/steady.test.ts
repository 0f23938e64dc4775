/** Mean values against the simulation under Poisson arrivals, and what must hold between loads. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { evenMix, LLAMA_3_1_8B, latencySummary, mixOf, requestTimes, simulate, steady, VLLM_ENGINE, VLLM_RTX4090 } from "../../src/inference/index.ts";
import type { Replica, RequestTrace } from "../../src/inference/index.ts";
import { uniforms } from "./uniforms.ts";
import { measure } from "../golden/measure.ts";

const SUITE = "inference-steady";
/** H100 SXM of the catalogue. */
const H100: Replica = {
  model: LLAMA_3_1_8B, chip: { bandwidth_B_per_s: 3.35e12, bf16_flop_per_s: 0.989e15, memory_B: 80e9 }, chips: 1, expertChips: 1, link: null,
  efficiency: VLLM_RTX4090, engine: { ...VLLM_ENGINE, batchTokensMax: 8192 },
};

/** Poisson arrivals; tokens geometric-like around their means, prompts even over 1..2 x mean. */
const poisson = ({ rate_per_s, requests, input, output, seed }: { readonly rate_per_s: number; readonly requests: number; readonly input: number; readonly output: number; readonly seed: number }): RequestTrace => {
  const next = uniforms(seed);
  let t = 0;
  const rows = Array.from({ length: requests }, () => {
    t -= Math.log(1 - next()) / rate_per_s;
    return [t, 1 + Math.floor(next() * 2 * input), 2 - Math.floor(Math.log(1 - next()) * output)] as const;
  });
  return { t_s: Float64Array.from(rows, (r) => r[0]), input_tokens: Float64Array.from(rows, (r) => r[1]), output_tokens: Float64Array.from(rows, (r) => r[2]) };
};

/** Tolerances of time per token and time to first token. Where prompts are most of the work, long steps follow long steps, which the closed form leaves out. */
const MIXES = [
  { name: "chat", input: 600, output: 200, cases: [[0.1, 0.01, 0.02], [0.4, 0.01, 0.03], [0.7, 0.02, 0.05], [0.9, 0.05, 0.08]] },
  { name: "code", input: 2048, output: 28, cases: [[0.1, 0.03, 0.05], [0.4, 0.1, 0.12], [0.7, 0.25, 0.25]] },
] as const;

test("time per token, to the first token and in all, at light to heavy load", () => {
  for (const { name, input, output, cases } of MIXES) {
    const sizes = poisson({ rate_per_s: 1, requests: 20_000, input, output, seed: 7 });
    const model = steady(H100, mixOf(sizes));
    for (const [part, tpot, ttft] of cases) {
      const rate_per_s = part * model.capacity.requestsMax_per_s;
      const trace: RequestTrace = { ...sizes, t_s: sizes.t_s.map((t) => t / rate_per_s) };
      const state = model.at(rate_per_s)!;
      const times = requestTimes(trace, simulate(H100, trace));
      const got = latencySummary(times)!;
      const decoded_s = times.latency_s.reduce((total, value, i) => total + value - times.ttft_s[i]!, 0);
      const source = `simulation of 20,000 Poisson arrivals at ${(100 * part).toFixed(0)} % of the capacity`;
      const perToken = decoded_s / trace.output_tokens.reduce((total, value) => total + value - 1, 0);
      measure(SUITE, { case: `${name}, load ${part}: time per output token`, got: state.tpot_s, expected: perToken, rel: tpot, unit: "s", source });
      measure(SUITE, { case: `${name}, load ${part}: time to first token`, got: state.ttft_s, expected: got.ttft.mean_s, rel: ttft, unit: "s", source });
      measure(SUITE, { case: `${name}, load ${part}: latency`, got: state.latency_s, expected: got.latency.mean_s, rel: Math.max(tpot, ttft), unit: "s", source });
    }
  }
});

test("above the stated capacity the simulated queue grows, below it does not", () => {
  const wait = (part: number): number => {
    const sizes = poisson({ rate_per_s: 1, requests: 8000, input: 600, output: 200, seed: 11 });
    const rate_per_s = part * steady(H100, mixOf(sizes)).capacity.requestsMax_per_s;
    const trace: RequestTrace = { ...sizes, t_s: sizes.t_s.map((t) => t / rate_per_s) };
    return latencySummary(requestTimes(trace, simulate(H100, trace)))!.ttft.mean_s;
  };
  expect(wait(1.2)).toBeGreaterThan(20 * wait(0.9));
});

test("Little's law, and more load is slower in every respect", () => {
  fc.assert(fc.property(fc.integer({ min: 16, max: 8000 }), fc.integer({ min: 2, max: 2000 }), fc.double({ min: 0.01, max: 0.9, noNaN: true }), (input_tokens, output_tokens, part) => {
    const { capacity, at } = steady(H100, evenMix({ input_tokens, output_tokens }));
    const low = at(part * capacity.requestsMax_per_s)!;
    const high = at((part + 0.05) * capacity.requestsMax_per_s)!;
    expect(low.sequences / (low.requests_per_s * (output_tokens - 1) * low.tpot_s)).toBeCloseTo(1, 6);
    expect(high.tpot_s).toBeGreaterThanOrEqual(low.tpot_s * (1 - 1e-9));
    expect(high.ttft_s).toBeGreaterThanOrEqual(low.ttft_s * (1 - 1e-9));
    expect(high.busy_frac).toBeGreaterThanOrEqual(low.busy_frac);
  }), { numRuns: 40 });
});

test("the KV room binds where sequences are long, and no load at or above the capacity has a state", () => {
  const long = steady(H100, evenMix({ input_tokens: 60_000, output_tokens: 1000 }));
  expect(long.capacity.binds).toBe("KV room");
  // 80 GB x 0.9 - 1.238 GB - 16.06 GB over 131,072 B, over 60,508 tokens each: 6.9 sequences.
  expect(long.capacity.sequencesMax).toBe(6);
  expect(long.at(long.capacity.requestsMax_per_s)).toBeNull();
  expect(() => steady(H100, evenMix({ input_tokens: 600_000, output_tokens: 1000 }))).toThrow("no room for a sequence");
  expect(() => evenMix({ input_tokens: 10, output_tokens: 1 })).toThrow("mix");
});
