/** The measured runs of test/golden/inference and the replicas that made them. */
import { LLAMA_3_1_8B, QWEN3_30B_A3B, QWEN3_32B, requestTimes, simulate, VLLM_ENGINE, VLLM_RTX4090 } from "../../src/inference/index.ts";
import type { DecodeSample, Engine, MeasuredRun, Replica, ReplicaChip, RequestTimes, RequestTrace } from "../../src/inference/index.ts";
import { goldenCsv } from "../golden/golden-file.ts";

/** Figures: test/golden/inference/README.md. */
const RTX4090: ReplicaChip = { bandwidth_B_per_s: 1008e9, bf16_flop_per_s: 165.2e12, memory_B: 25_250_627_584 };
const RTXPRO6000: ReplicaChip = { bandwidth_B_per_s: 1597e9, bf16_flop_per_s: 480e12, memory_B: 96e9 };
/** link_bw 16 GB/s and link_latency 20,000 ns in the examples' config.json. */
const LINK = { rate_B_per_s: 16e9, exchange_s: 20e-6 };
const PRO_ENGINE: Engine = { ...VLLM_ENGINE, sequencesMax: 128 };

const one = { chips: 1, expertChips: 1, link: null, efficiency: VLLM_RTX4090 } as const;
export const LLAMA_4090: Replica = { ...one, model: LLAMA_3_1_8B, chip: RTX4090, engine: VLLM_ENGINE };
export const LLAMA_PRO: Replica = { ...one, model: LLAMA_3_1_8B, chip: RTXPRO6000, engine: PRO_ENGINE };
/** tensor_parallel_size 2. */
export const QWEN_PRO: Replica = { ...one, model: QWEN3_32B, chip: RTXPRO6000, chips: 2, link: LINK, engine: PRO_ENGINE };
/** data_parallel_size 2 with expert parallel; requests in turns to either. */
export const QWEN_MOE_PRO: Replica = { ...one, model: QWEN3_30B_A3B, chip: RTXPRO6000, expertChips: 2, link: LINK, engine: PRO_ENGINE };

type Row = Record<string, string>;
const column = (rows: readonly Row[], name: string): Float64Array => Float64Array.from(rows, (row) => Number(row[name]));
const traceOf = (rows: readonly Row[]): RequestTrace => ({ t_s: column(rows, "t_s"), input_tokens: column(rows, "input_tokens"), output_tokens: column(rows, "output_tokens") });

const timesOf = (rows: readonly Row[]): RequestTimes => ({
  ttft_s: column(rows, "ttft_s"),
  latency_s: column(rows, "latency_s"),
  tpot_s: Float64Array.from(rows, (row) => (Number(row["latency_s"]) - Number(row["ttft_s"])) / (Number(row["output_tokens"]) - 1)),
});

export const measuredRun = (name: string): MeasuredRun => {
  const rows = goldenCsv(`inference/${name}.csv`);
  return { trace: traceOf(rows), times: timesOf(rows), decode: [] };
};

/**
 * Seconds in which the RTX 4090 only decoded: no prompt in this second or the one before, and at most two requests fewer at its end. Requests
 * that come back after a stop show in no column of prompts; they make the count rise, and such seconds are left out with it.
 */
export const decodeSamples = (): readonly DecodeSample[] => {
  const rows = goldenCsv("inference/rtx4090-llama-3.1-8b-ticks.csv").map((row) => ({
    prompt: Number(row["prompt_throughput"]), generated: Number(row["gen_throughput"]), running: Number(row["running"]), kv_pct: Number(row["kv_cache_pct"]),
  }));
  return rows.flatMap((row, i) => {
    const before = rows[i - 1];
    if (i < 2 || before === undefined || before.prompt > 0 || row.prompt > 0 || row.running === 0) return [];
    const fewer = before.running - row.running;
    if (fewer < 0 || fewer > 2) return [];
    const sequences = (before.running + row.running) / 2;
    return [{ sequences, held_tokens: ((before.kv_pct + row.kv_pct) / 200) * 2588 * 16, step_s: sequences / row.generated }];
  });
};

const part = (column_: Float64Array, { turn, turns }: { readonly turn: number; readonly turns: number }): Float64Array => column_.filter((_, i) => i % turns === turn);

/** Times of a trace dealt out in turns over equal replicas, in the trace's order. */
export const servedTimes = (replica: Replica, { trace, turns }: { readonly trace: RequestTrace; readonly turns: number }): RequestTimes => {
  const rows = trace.t_s.length;
  const all: { readonly [name in keyof RequestTimes]: Float64Array } = { ttft_s: new Float64Array(rows), tpot_s: new Float64Array(rows), latency_s: new Float64Array(rows) };
  for (let turn = 0; turn < turns; turn++) {
    const share: RequestTrace = { t_s: part(trace.t_s, { turn, turns }), input_tokens: part(trace.input_tokens, { turn, turns }), output_tokens: part(trace.output_tokens, { turn, turns }) };
    const times = requestTimes(share, simulate(replica, share));
    for (const name of ["ttft_s", "tpot_s", "latency_s"] as const) times[name].forEach((value, i) => (all[name][i * turns + turn] = value));
  }
  return all;
};
