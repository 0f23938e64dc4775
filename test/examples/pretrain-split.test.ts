import { describe, expect, test } from "vitest";
import { loadExample } from "../support/run-example.ts";
import { readmeOf, told } from "../support/told.ts";
import { daysOf, stagesOf } from "../serve/jobs/days.ts";

describe("pretrain-split", () => {
  test("the link between the tiers makes both together slower than the ground alone; the plan takes the share that was measured", async () => {
    const scenario = loadExample("pretrain-split");
    const stages = await stagesOf(scenario);
    const { simulated, service } = await daysOf(scenario, stages);
    const [split] = simulated.splits;
    // 81 x 10 Gb/s, and 405e9 gradients of 4 bytes: 12,960 Gb take 16 s.
    expect(split!.link_Gbps).toBeCloseTo(810, 9);
    expect(split!.exchange_s).toBeCloseTo(16, 3);
    expect(split!.gain).toBeLessThan(0.1);
    expect(split!.most).toBeLessThan(1.25);
    expect(split!.breakEven_Gbps).toBeGreaterThan(50 * 810);
    const [before] = stages.service.classes;
    const [after] = service.classes;
    const [seen] = simulated.classes;
    // Ground: work kept over work run; orbit: the same, of which the share of a step that computes is left. Jobs and classes say one figure.
    expect(seen!.useful_frac.ground).toBeCloseTo(seen!.computed_Wh.ground / seen!.run_Wh.ground, 12);
    expect(seen!.useful_frac.orbit).toBeCloseTo((seen!.computed_Wh.orbit / seen!.run_Wh.orbit) * before!.training!.computing_frac, 12);
    expect([after!.tier.ground.useful_frac, after!.tier.orbit.useful_frac]).toEqual([seen!.useful_frac.ground, seen!.useful_frac.orbit]);
    expect({ ...after!, tier: null }).toEqual({ ...before!, tier: null });

    const readme = readmeOf("pretrain-split");
    told(readme, "dense BF16, ground and orbit | {} and {} EFLOP/s", [split!.ground_PFLOP_per_s / 1000, split!.orbit_PFLOP_per_s / 1000]);
    told(readme, "on the ground alone | {} s", [split!.alone_s]);
    told(readme, "satellites' share taken off | {} s", [split!.compute_s]);
    told(readme, "exchange of {} GB of gradients over {} Gb/s | {} s", [split!.payload_GB, split!.link_Gbps, split!.exchange_s!]);
    told(readme, "step on both tiers | {} s: {} of the speed of the ground alone; at most it could be {}", [split!.step_s!, split!.gain, split!.most]);
    told(readme, "begin to help | {} Tb/s, {} times what is there", [split!.breakEven_Gbps! / 1000, split!.breakEven_Gbps! / split!.link_Gbps]);
    told(readme, "gradients summed every | {} steps", [split!.localSteps!]);
    told(readme, "(and of the cluster, {} Gb/s a link over {} m). {} % more chips", [before!.training!.link_Gbps, 1000 * before!.training!.distance_km, (100 * split!.orbit_PFLOP_per_s) / split!.ground_PFLOP_per_s]);
  });
});
