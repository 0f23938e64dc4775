import { choice, number, ref } from "../field.ts";

const CONVENTION = { low: null, high: null, asOf: "2026-11", evidence: "estimate" } as const;
const FITTED = { asOf: "2026-11", evidence: "estimate", source: "fitted on vLLM 0.19 with Llama-3.1-8B on an RTX 4090 (docs/theory/inference.md)" } as const;
const VLLM = { low: null, high: null, asOf: "2026-08", evidence: "listed" } as const;
const MLPERF = "MLPerf Inference, Llama-2-70B: ttft_latency and tpot_latency of 2,000 and 200 ms for a server, 450 and 40 ms where it is interactive (mlcommons/inference, loadgen/mlperf.conf, read at commit 001712e); there of 99 % of requests, here of the mean";

/** A language model that a class is served with. */
export const serving = {
  model: choice(["llama-3.1-8b", "llama-3.1-70b", "qwen3-32b", "qwen3-30b-a3b", "deepseek-r1"], { doc: "Language model, by its published shape.", feeds: ["serve", "finance"] }),
  requests: ref("requests", { doc: "Trace whose spread of prompts and answers the requests have.", fallback: "sharegpt", feeds: ["serve", "finance"] }),
  input: number("token", { doc: "Mean prompt; the trace's prompts are stretched to it.", min: 1, max: 1e6, fallback: { catalog: "requests", figure: "input" }, feeds: ["serve", "finance"] }),
  output: number("token", { doc: "Mean of generated tokens.", min: 1.01, max: 1e6, fallback: { catalog: "requests", figure: "output" }, feeds: ["serve", "finance"] }),
  chips: number("1", { doc: "Accelerators of a replica, which share every matrix.", min: 1, max: 1024, whole: true, fallback: { ...CONVENTION, value: 1, source: "project convention: a replica is one chip unless the scenario says more" }, feeds: ["serve", "finance"] }),
  expertChips: number("1", { doc: "Accelerators of equal replicas over which routed experts are spread.", min: 1, max: 4096, whole: true, fallback: { ...CONVENTION, value: 1, source: "project convention: none unless the scenario says so" }, feeds: ["serve", "finance"] }),
  link: number("Gb/s", { doc: "One direction of one accelerator's link to the others of its replica.", min: 0.001, max: 1e6, varies: ["random"], fallback: { value: 3600, low: 128, high: 7200, source: "NVIDIA H100 data sheet: NVLink of 900 GB/s, both directions together; low: 16 GB/s of PCIe; high: 1,800 GB/s of the GB200", asOf: "2024", evidence: "listed" }, feeds: ["serve", "finance"] }),
  exchange: number("s", { doc: "Time of one exchange between accelerators beside its bytes.", min: 0, max: 1, varies: ["random"], fallback: { ...CONVENTION, value: 5e-6, high: 20e-6, source: "project convention: some microseconds; high: 20 us over PCIe (casys-kaist/LLMServingSim, configuration of its runs)" }, feeds: ["serve", "finance"] }),
  ttftMax: number("s", { doc: "Promised mean time to the first token.", min: 0.001, max: 86_400, varies: ["random"], fallback: { value: 2, low: 0.45, high: null, source: MLPERF, asOf: "2025-04", evidence: "listed" }, feeds: ["serve", "finance"] }),
  tpotMax: number("s", { doc: "Promised mean time for each token after it.", min: 0.0001, max: 3600, varies: ["random"], fallback: { value: 0.2, low: 0.04, high: null, source: MLPERF, asOf: "2025-04", evidence: "listed" }, feeds: ["serve", "finance"] }),
  memoryReached: number("frac", { doc: "Part of the memory's bandwidth that is reached.", min: 0.01, max: 1, varies: ["random"], fallback: { ...FITTED, value: 0.869, low: 0.6, high: 1 }, feeds: ["serve", "finance"] }),
  computeReached: number("frac", { doc: "Part of the dense rate that is reached; large accelerators near their power limit reach less.", min: 0.01, max: 1, varies: ["random"], fallback: { ...FITTED, value: 0.935, low: 0.4, high: 1 }, feeds: ["serve", "finance"] }),
  logitPasses: number("1", { doc: "Times that sampling goes over the logits of a sequence, at the memory's bandwidth.", min: 0, max: 1e5, varies: ["random"], fallback: { ...FITTED, value: 134.6, low: 0, high: 250 }, feeds: ["serve", "finance"] }),
  sequences: number("1", { doc: "Most sequences that a replica decodes at once.", min: 1, max: 10_000, whole: true, fallback: { ...VLLM, value: 256, source: "vLLM 0.19, max_num_seqs" }, feeds: ["serve", "finance"] }),
  stepTokens: number("token", { doc: "Most tokens of a step, prompts' chunks and decoding together.", min: 1, max: 1e6, whole: true, fallback: { ...VLLM, value: 2048, source: "vLLM 0.19, max_num_batched_tokens" }, feeds: ["serve", "finance"] }),
} as const;
