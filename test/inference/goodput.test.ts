import fc from "fast-check";
import { expect, test } from "vitest";
import { costPerMtoken_usd, evenMix, goodput, goodputCurve, LLAMA_3_1_70B, LLAMA_3_1_8B, steady, VLLM_ENGINE, VLLM_RTX4090, whyNotServed } from "../../src/inference/index.ts";
import type { Replica } from "../../src/inference/index.ts";

const H100: Replica = {
  model: LLAMA_3_1_8B, chip: { bandwidth_B_per_s: 3.35e12, bf16_flop_per_s: 0.989e15, memory_B: 80e9 }, chips: 1, expertChips: 1, link: null, efficiency: VLLM_RTX4090, engine: VLLM_ENGINE,
};
const CHAT = evenMix({ input_tokens: 1000, output_tokens: 250 });

test("the limit that binds is met and the other kept", () => {
  const tight = goodput(H100, CHAT, { ttftMax_s: 1, tpotMax_s: 0.01 });
  if (tight.status === "infeasible") throw new Error(tight.why.join());
  expect(tight.binds).toBe("tpot");
  expect(tight.delivered.tpot_s).toBeCloseTo(0.01, 5);
  expect(tight.delivered.tokens_per_s).toBeCloseTo(tight.delivered.requests_per_s * 1250, 6);
  expect(tight.delivered.outputTokens_per_s).toBeCloseTo(tight.delivered.requests_per_s * 250, 6);
  const early = goodput(H100, CHAT, { ttftMax_s: 0.045, tpotMax_s: 1 });
  if (early.status === "infeasible") throw new Error(early.why.join());
  expect(early.binds).toBe("ttft");
  expect(early.delivered.ttft_s).toBeCloseTo(0.045, 4);
  const free = goodput(H100, CHAT, { ttftMax_s: 1e6, tpotMax_s: 1e6 });
  expect(free).toMatchObject({ status: "feasible", binds: "sequences" });
});

test("no limit below a lone request's own times can be kept, and why is said", () => {
  expect(goodput(H100, CHAT, { ttftMax_s: 10, tpotMax_s: 0.001 })).toEqual({ status: "infeasible", why: [expect.stringMatching(/^a lone request takes 5\.\d ms a token, the limit is 1\.0 ms$/)] });
});

test("looser limits never deliver less", () => {
  fc.assert(fc.property(fc.double({ min: 0.006, max: 0.05, noNaN: true }), fc.double({ min: 0.03, max: 2, noNaN: true }), fc.double({ min: 1, max: 3, noNaN: true }), (tpotMax_s, ttftMax_s, wider) => {
    const rate = (factor: number): number => {
      const found = goodput(H100, CHAT, { ttftMax_s: factor * ttftMax_s, tpotMax_s: factor * tpotMax_s });
      return found.status === "feasible" ? found.delivered.tokens_per_s : 0;
    };
    expect(rate(wider)).toBeGreaterThanOrEqual(rate(1) * (1 - 1e-5));
  }), { numRuns: 6 });
});

test("the curve: more tokens from a chip, fewer for each user", () => {
  const curve = goodputCurve(H100, CHAT, [0.05, 0.2, 0.5, 0.8, 0.95]);
  for (let i = 1; i < curve.length; i++) {
    expect(curve[i]!.tokens_per_s_per_chip).toBeGreaterThan(curve[i - 1]!.tokens_per_s_per_chip);
    expect(curve[i]!.tpot_s).toBeGreaterThan(curve[i - 1]!.tpot_s);
  }
  expect(() => goodputCurve(H100, CHAT, [1])).toThrow("not below the capacity");
});

test("four chips over a fast link serve what one cannot hold", () => {
  const large: Replica = { ...H100, model: LLAMA_3_1_70B };
  expect(() => steady(large, CHAT)).toThrow("no room");
  const four = goodput({ ...large, chips: 4, link: { rate_B_per_s: 450e9, exchange_s: 5e-6 } }, CHAT, { ttftMax_s: 1, tpotMax_s: 0.05 });
  expect(four.status).toBe("feasible");
});

test("a replica that can serve nothing says why, at any load: no room, or no token of a step for a prompt", () => {
  expect(goodput({ ...H100, model: LLAMA_3_1_70B }, CHAT, { ttftMax_s: 1, tpotMax_s: 1 })).toEqual({ status: "infeasible", why: ["llama-3.1-70b leaves no room for a sequence of 1125 tokens on 1 chip of 80 GB"] });
  const narrow: Replica = { ...H100, engine: { ...VLLM_ENGINE, sequencesMax: 128, batchTokensMax: 128 } };
  expect(whyNotServed(narrow, CHAT)).toEqual(["a full batch of 128 sequences leaves none of the 128 tokens of a step to a prompt"]);
  expect(goodput(narrow, CHAT, { ttftMax_s: 10, tpotMax_s: 10 })).toMatchObject({ status: "infeasible" });
  expect(() => steady(narrow, CHAT)).toThrow("leaves none of the 128 tokens");
  expect(whyNotServed({ ...narrow, engine: { ...narrow.engine, batchTokensMax: 129 } }, CHAT)).toEqual([]);
});

test("dollars a million tokens", () => {
  // 2 $/h at 1,000 tokens/s: 3.6 million tokens an hour.
  expect(costPerMtoken_usd({ price_usd_per_h: 2, tokens_per_s: 1000 })).toBeCloseTo(2 / 3.6, 12);
  expect(() => costPerMtoken_usd({ price_usd_per_h: 2, tokens_per_s: 0 })).toThrow("tokens_per_s");
});

test("a figure that is no number is named", () => {
  const limits = { ttftMax_s: 1, tpotMax_s: 1 };
  expect(() => goodput(H100, CHAT, { ...limits, ttftMax_s: Number.NaN })).toThrow("ttftMax_s is NaN");
  expect(() => goodput({ ...H100, chip: { ...H100.chip, bandwidth_B_per_s: Number.NaN } }, CHAT, limits)).toThrow("bandwidth_B_per_s is NaN");
  expect(() => goodput({ ...H100, efficiency: { ...VLLM_RTX4090, logitPasses: -1 } }, CHAT, limits)).toThrow("logitPasses is -1");
  expect(() => goodput({ ...H100, chips: 1.5 }, CHAT, limits)).toThrow("chips is 1.5");
});
