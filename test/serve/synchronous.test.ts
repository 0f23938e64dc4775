import { describe, expect, test } from "vitest";
import { buildCase, plan } from "../../src/plan/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { serve } from "../support/serve-sized.ts";
import type { PlatformSizing, Sizing } from "../../src/size/index.ts";
import { withSites } from "../support/with-sites.ts";
import { BASE, flight, platform, scenarioOf, sizing } from "./stages.ts";

const gang = BASE.replace("deferralMax: 24 h }", "deferralMax: 24 h, synchronousChips: 16384, checkpoint: 30 s, restart: 600 s }");
/** A sizing whose platform keeps the share of the job of class "night"; null where the dose is not known. */
const keeping = (useful_frac: number | null): Sizing => {
  const synchronous = useful_frac === null ? null : [{ id: "night", useful_frac }];
  return { ...sizing, platform: { ...platform, radiation: { ...platform.radiation, synchronous } } as unknown as PlatformSizing };
};
// 419 interruptions of 16,384 accelerators in 54 days (Llama 3, table 5): 0.173 a chip and year, 3.1 h between.
const LLAMA = "ground.sites.abilene.interruptions=0.17298 /yr";

describe("a synchronous class", () => {
  test("keeps on the ground what Llama 3's job kept: above 85 %, 88 % by the notes", () => {
    const night = serve(scenarioOf(gang, LLAMA), { sizing: keeping(0.5), flight }).classes[1]!;
    expect(night.synchronousChips).toBe(16_384);
    expect(Math.abs(night.tier.ground.useful_frac - 0.88)).toBeLessThan(0.005);
    expect(night.tier.orbit.useful_frac).toBe(0.5);
    expect(serve(scenarioOf(BASE), { sizing, flight }).classes.map(({ tier }) => [tier.ground.useful_frac, tier.orbit.useful_frac])).toEqual([[1, 1], [1, 1]]);
  });

  test("is stopped by interruptions, not by what is lost for good", () => {
    const ground = (...set: readonly string[]) => {
      const { classes, available_frac } = serve(scenarioOf(gang, ...set), { sizing: keeping(0.5), flight });
      return { useful_frac: classes[1]!.tier.ground.useful_frac, available_frac: available_frac.ground };
    };
    const [base, stopped, lost] = [ground(), ground("ground.sites.abilene.interruptions=1 /yr"), ground("ground.sites.abilene.failureRate=1 /yr")];
    expect([stopped.useful_frac < base.useful_frac, stopped.available_frac === base.available_frac]).toEqual([true, true]);
    expect([lost.useful_frac === base.useful_frac, lost.available_frac < base.available_frac]).toEqual([true, true]);
  });

  test("stays out of an orbit whose dose is not known, or that leaves nothing, with the reason", () => {
    const orbit = (useful_frac: number | null) => serve(scenarioOf(gang), { sizing: keeping(useful_frac), flight }).classes[1]!.tier.orbit;
    expect([orbit(null).eligible, orbit(0).eligible, orbit(0.01).eligible]).toEqual([false, false, true]);
    expect(orbit(null).why).toContain("dose in orbit is not known");
    expect(orbit(0).why).toContain("leave nothing of a job of 16384 chips");
  });

  // 8 MW of chat and 4 MW kept of night: the ground runs 8 + 4/u of its 10 MW / 1.25 x 0.99925, or what is short is told; energy is paid for what runs.
  test("takes more capacity for the same work, on both tiers", async () => {
    const only = (tiers: "ground" | "orbit") => gang.replace("power: 8 MW", "power: 0.001 MW").replace("deferralMax: 24 h,", `deferralMax: 24 h, shortfallPrice: 1000 $/kWh, tiers: ${tiers},`);
    const built = async (text: string, useful_frac: number) => {
      const scenario = scenarioOf(text, LLAMA);
      const ready = keeping(useful_frac);
      return plan(scenario, { sizing: withSites(scenario, ready), flight, service: serve(scenario, { sizing: ready, flight }) }, { solve: solveHighs });
    };
    const orbit = await built(only("orbit"), 0.5);
    const [half] = orbit.classes[1]!.orbit_W;
    const whole = (await built(only("orbit"), 1)).classes[1]!.orbit_W[0]!;
    // The factory's platforms of the first quarter bind: half the share, half the work.
    expect(half! / whole).toBeCloseTo(0.5, 6);
    const problem = buildCase(scenarioOf(only("ground"), LLAMA), { sizing: withSites(scenarioOf(only("ground"), LLAMA), keeping(0.5)), flight, service: serve(scenarioOf(only("ground"), LLAMA), { sizing: keeping(0.5), flight }) }).problem;
    const ground = await built(only("ground"), 0.5);
    const useful_frac = problem.pools[0]!.useful_frac[1]!;
    expect(ground.classes[1]!.ground_W[4]! / 1e6).toBeCloseTo(4, 6);
    expect(ground.build[0]!.inService[4]! * problem.options[0]!.run_MW[0]!).toBeCloseTo(4 / useful_frac + 0.001, 2);
  });
});
