/**
 * CPU time of a trace served by one replica, step by step: 50,000 requests at 70 % of an H100's capacity for Llama-3.1-8B, and 5,000 on a
 * card whose KV room is always full, so that requests are stopped and read again. One mean-value state beside it.
 * Run: npx tsx bench/tasks/inference.bench.ts
 */
import type * as Inference from "../../src/inference/index.ts";
import type { Replica, RequestTrace } from "../../src/inference/index.ts";
import { timed } from "../timed.ts";

/** As built: a loader of TypeScript names every closure as it is made. */
const { LLAMA_3_1_8B, mixOf, simulate, steady, VLLM_ENGINE, VLLM_RTX4090 } = (await import(new URL("../../dist/inference/index.js", import.meta.url).href)) as typeof Inference;

let state = 20_261_122;
/** Numerical Recipes' generator: the same trace in every run. */
const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;

const poisson = (requests: number): RequestTrace => {
  let t = 0;
  const rows = Array.from({ length: requests }, () => [(t -= Math.log(1 - random())), 1 + Math.floor(1200 * random()), 2 - Math.floor(200 * Math.log(1 - random()))] as const);
  return { t_s: Float64Array.from(rows, (r) => r[0]), input_tokens: Float64Array.from(rows, (r) => r[1]), output_tokens: Float64Array.from(rows, (r) => r[2]) };
};
const paced = (trace: RequestTrace, rate_per_s: number): RequestTrace => ({ ...trace, t_s: trace.t_s.map((t) => t / rate_per_s) });

const one = { model: LLAMA_3_1_8B, chips: 1, expertChips: 1, link: null, efficiency: VLLM_RTX4090 } as const;
const large: Replica = { ...one, chip: { bandwidth_B_per_s: 3.35e12, bf16_flop_per_s: 0.989e15, memory_B: 80e9 }, engine: { ...VLLM_ENGINE, batchTokensMax: 8192 } };
const small: Replica = { ...one, chip: { bandwidth_B_per_s: 1008e9, bf16_flop_per_s: 165.2e12, memory_B: 24e9 }, engine: VLLM_ENGINE };

const sizes = poisson(50_000);
const trace = paced(sizes, 0.7 * steady(large, mixOf(sizes)).capacity.requestsMax_per_s);
const crowd = paced(poisson(5000), 100);

simulate(large, trace);
const free = await timed(async () => simulate(large, trace));
const full = await timed(async () => simulate(small, crowd));
const mean = await timed(async () => steady(large, mixOf(trace)).at(10));

console.log(JSON.stringify({
  task: "inference", node: process.version, requests_per_s: Math.round(50_000 / free.cpu_s), step_ns: (1e9 * free.cpu_s) / free.result.steps,
  crowded_per_s: Math.round(5000 / full.cpu_s), crowded_stops: full.result.stops, steady_ms: 1000 * mean.cpu_s,
  consumed: free.result.output_tokens > 0 && full.result.stops > 0 && mean.result !== null,
}));
