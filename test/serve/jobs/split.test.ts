import { describe, expect, test } from "vitest";
import { splitStep } from "../../../src/serve/index.ts";

/** Llama 3 405B: 405e9 parameters, 16e6 tokens a step. */
const LLAMA = { parameters: 405e9, activeParameters: 405e9, tokensPerStep: 16e6 };
const ASKED = { model: LLAMA, ground_PFLOP_per_s: 40_000, orbit_PFLOP_per_s: 10_000, reached_frac: 0.4, bytesPerGradient: 4, link_Gb_per_s: 1296, latency_s: 0, overlaps: false };

describe("a training run over both tiers", () => {
  test("by hand: 6 P t, two halves that swap 1,620 GB", () => {
    const split = splitStep(ASKED);
    // 6 x 405e9 x 16e6 = 3.888e19; over 0.4 x 40e18 = 2.43 s, over 0.4 x 50e18 = 1.944 s; 12,960 Gb over 1,296 Gb/s = 10 s.
    expect(split.alone_s).toBeCloseTo(2.43, 9);
    expect(split.compute_s).toBeCloseTo(1.944, 9);
    expect(split.exchange_s).toBeCloseTo(10, 9);
    expect(split.gain).toBeCloseTo(2.43 / 11.944, 9);
    // 12,960 Gb in 2.43 - 1.944 = 0.486 s; 10 s over as many steps fit into 0.486 s each.
    expect(split.breakEven_Gbps).toBeCloseTo(12_960 / 0.486, 6);
    expect(split.localSteps).toBe(21);
  });

  test("at its break-even link it is as fast as the ground alone; overlapped, the exchange hides behind the compute", () => {
    const { breakEven_Gbps } = splitStep(ASKED);
    expect(splitStep({ ...ASKED, link_Gb_per_s: breakEven_Gbps! }).gain).toBeCloseTo(1, 9);
    const hidden = splitStep({ ...ASKED, link_Gb_per_s: 10_000, overlaps: true });
    expect(hidden.step_s).toBe(hidden.compute_s);
    expect(hidden.gain).toBeCloseTo(1.25, 9);
  });

  test("without a link there is no step, and no tier may be empty", () => {
    expect(splitStep({ ...ASKED, link_Gb_per_s: 0 })).toMatchObject({ exchange_s: null, step_s: null, gain: 0, localSteps: null });
    expect(() => splitStep({ ...ASKED, orbit_PFLOP_per_s: 0 })).toThrow(RangeError);
  });
});
