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

  test("where latency alone takes more than the ground loses, no link breaks even, and steps between sums do, for latency is spread too", () => {
    const asked = { model: { parameters: 1e9, activeParameters: 1e9, tokensPerStep: 4e6 }, ground_PFLOP_per_s: 1e5, orbit_PFLOP_per_s: 5e3, reached_frac: 0.4, bytesPerGradient: 2, link_Gb_per_s: 100, latency_s: 0.02, overlaps: false };
    // 6 x 1e9 x 4e6 = 2.4e16; over 0.4 x 1e20 = 600 us, over 0.4 x 1.05e20 = 571.43 us: 28.57 us to spare, and 0.16 s + 2 x 0.02 s to spread over them: 7,000.
    const split = splitStep(asked);
    expect(split.exchange_s).toBeCloseTo(0.2, 9);
    expect(split.breakEven_Gbps).toBeNull();
    expect(Math.abs(split.localSteps! - 7000)).toBeLessThanOrEqual(1);
    expect(split.compute_s + split.exchange_s! / split.localSteps!).toBeLessThanOrEqual(split.alone_s * (1 + 1e-12));
    // Overlapped, an exchange has the whole of 600 us a step: 0.2/0.0006 = 333.3.
    expect(splitStep({ ...asked, overlaps: true })).toMatchObject({ breakEven_Gbps: null, localSteps: 334 });
  });

  test("without a link there is no step, and no tier may be empty", () => {
    expect(splitStep({ ...ASKED, link_Gb_per_s: 0 })).toMatchObject({ exchange_s: null, step_s: null, gain: 0, localSteps: null });
    expect(() => splitStep({ ...ASKED, orbit_PFLOP_per_s: 0 })).toThrow(RangeError);
  });
});
