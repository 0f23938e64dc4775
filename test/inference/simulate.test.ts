import fc from "fast-check";
import { expect, test } from "vitest";
import { kvBlocks, latencySummary, LLAMA_3_1_8B, requestTimes, simulate, stepTime, VLLM_ENGINE, VLLM_RTX4090 } from "../../src/inference/index.ts";
import type { Engine, Replica, RequestTrace } from "../../src/inference/index.ts";

const CHIP = { bandwidth_B_per_s: 1e12, bf16_flop_per_s: 165e12, memory_B: 24e9 };
const replicaOf = (engine: Partial<Engine>): Replica => ({ model: LLAMA_3_1_8B, chip: CHIP, chips: 1, expertChips: 1, link: null, efficiency: VLLM_RTX4090, engine: { ...VLLM_ENGINE, ...engine } });
/** A reserve that leaves so many blocks. */
const withBlocks = (blocks: number, engine: Partial<Engine>): Replica => {
  const all = replicaOf({ ...engine, reserve_B: 0 });
  return replicaOf({ ...engine, reserve_B: (kvBlocks(all) - blocks) * 16 * 131_072 });
};

type Row = readonly [number, number, number];
const traceOf = (rows: readonly Row[]): RequestTrace => ({ t_s: Float64Array.from(rows, (r) => r[0]), input_tokens: Float64Array.from(rows, (r) => r[1]), output_tokens: Float64Array.from(rows, (r) => r[2]) });

const anyTrace = fc.array(fc.tuple(fc.double({ min: 0, max: 3, noNaN: true }), fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 90 })), { minLength: 1, maxLength: 40 }).map((rows) => {
  let t = 0;
  return traceOf(rows.map(([gap, input, output]) => [(t += gap / 10), input, output] as const));
});
const anyEngine = fc.record({ sequencesMax: fc.integer({ min: 1, max: 32 }), batchTokensMax: fc.integer({ min: 32, max: 600 }), prefixCache: fc.boolean(), ahead: fc.boolean() });
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

test("a lone request takes the steps of its prompt and one a token", () => {
  const replica = replicaOf({ batchTokensMax: 512 });
  const served = simulate(replica, traceOf([[5, 1000, 3]]));
  const seconds = stepTime(replica);
  const none = { decode: 0, held: 0, prompt: 0, promptPairs: 0, promptHeld: 0, sampled: 0 };
  const first = seconds({ ...none, prompt: 512, promptPairs: (512 * 513) / 2 }) + seconds({ ...none, prompt: 488, promptPairs: 488 * 512 + (488 * 489) / 2, promptHeld: 512, sampled: 1 });
  expect(served.first_s[0]).toBeCloseTo(5 + first, 9);
  // The second token is made with 1,000 tokens held, the third with 1,001.
  expect(served.last_s[0]! - served.first_s[0]!).toBeCloseTo(seconds({ ...none, decode: 1, held: 1000, sampled: 1 }) + seconds({ ...none, decode: 1, held: 1001, sampled: 1 }), 9);
  expect(served).toMatchObject({ steps: 4, prompt_tokens: 1000, decode_tokens: 2, output_tokens: 3, again_tokens: 0, stops: 0, blocksHeldMax: 63 });
});

test("what comes during a step waits for it, and scheduled ahead for one more", () => {
  const trace = traceOf([[0, 100, 50], [0.001, 100, 2]]);
  const [now, ahead] = [simulate(replicaOf({ ahead: false }), trace), simulate(replicaOf({ ahead: true }), trace)];
  expect(now.first_s[0]).toBe(ahead.first_s[0]);
  const step_s = stepTime(replicaOf({}))({ decode: 1, held: 100, prompt: 0, promptPairs: 0, promptHeld: 0, sampled: 1 });
  expect(ahead.first_s[1]! - now.first_s[1]!).toBeCloseTo(step_s, 5);
});

test("tokens are conserved, blocks never exceed the room, and order of arrival is order of first tokens", () => {
  fc.assert(fc.property(anyTrace, anyEngine, fc.integer({ min: 50, max: 200 }), (trace, engine, blocks) => {
    const served = simulate(withBlocks(blocks, engine), trace);
    expect(served.blocks).toBe(blocks);
    expect(served.refused).toEqual([]);
    expect(served.blocksHeldMax).toBeLessThanOrEqual(blocks);
    expect(served.output_tokens).toBe(sum(trace.output_tokens));
    expect(served.prompt_tokens + served.decode_tokens - served.again_tokens).toBe(sum(trace.input_tokens) + sum(trace.output_tokens) - trace.t_s.length);
    expect(served.busy_s).toBeLessThanOrEqual(served.end_s);
    for (let i = 0; i < trace.t_s.length; i++) {
      expect(served.first_s[i]).toBeGreaterThan(trace.t_s[i]!);
      expect(served.last_s[i]).toBeGreaterThanOrEqual(served.first_s[i]!);
    }
  }), { numRuns: 150 });
});

test("without want of blocks requests get their first token in order of arrival", () => {
  fc.assert(fc.property(anyTrace, anyEngine, (trace, engine) => {
    const served = simulate(replicaOf(engine), trace);
    expect(served.stops).toBe(0);
    for (let i = 1; i < trace.t_s.length; i++) expect(served.first_s[i]).toBeGreaterThanOrEqual(served.first_s[i - 1]!);
  }), { numRuns: 60 });
});

test("found blocks save work, and a small room still serves all", () => {
  const rows = Array.from({ length: 30 }, (_, i): Row => [i / 50, 200, 300]);
  const [kept, lost] = [true, false].map((prefixCache) => simulate(withBlocks(120, { prefixCache, ahead: false }), traceOf(rows)));
  expect(kept!.stops).toBeGreaterThan(0);
  expect(kept!.again_tokens).toBeLessThan(lost!.again_tokens);
  expect(kept!.end_s).toBeLessThan(lost!.end_s);
});

test("latency grows with load", () => {
  const at = (gap_s: number): number => {
    const trace = traceOf(Array.from({ length: 200 }, (_, i): Row => [i * gap_s, 800, 200]));
    return latencySummary(requestTimes(trace, simulate(replicaOf({}), trace)))!.latency.mean_s;
  };
  const means = [2, 1, 0.5, 0.25, 0.1, 0.05].map(at);
  for (let i = 1; i < means.length; i++) expect(means[i]).toBeGreaterThan(means[i - 1]!);
});

test("what can never be held is refused by row, and mistakes name their field", () => {
  const served = simulate(withBlocks(10, {}), traceOf([[0, 150, 11], [0, 150, 12], [1, 10, 0]]));
  expect(served.refused).toEqual([1, 2]);
  expect(served.last_s[1]).toBeNaN();
  expect(served.last_s[0]).toBeGreaterThan(0);
  expect(() => simulate(replicaOf({}), traceOf([[1, 1, 1], [0, 1, 1]]))).toThrow("trace.t_s: row 1");
  expect(() => simulate(replicaOf({}), traceOf([[0, 1.5, 1]]))).toThrow("trace.input_tokens: row 0 is 1.5");
  expect(() => simulate(replicaOf({}), traceOf([[0, 1, Number.NaN]]))).toThrow("trace.output_tokens: row 0 is NaN");
  expect(() => simulate(replicaOf({ memoryUse_frac: 0.5 }), traceOf([[0, 1, 1]]))).toThrow("no room for KV");
  expect(() => simulate(replicaOf({ sequencesMax: 256, batchTokensMax: 128 }), traceOf([[0, 1, 1]]))).toThrow("batchTokensMax");
});
