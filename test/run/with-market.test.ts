/** Plans under spectrum milestones: judged, and made again under what is left of the authorisation. */
import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/plan/index.ts";
import { planUnderMilestones } from "../../src/run/index.ts";
import { countAt, type Scenario } from "../../src/scenario/index.ts";
import { quarterStart_s } from "../../src/units/index.ts";
import { gated } from "../market/fixture.ts";

const FIRST = 2027 * 4;
const scenario = gated(["{ id: fcc, kind: spectrum-milestone, holds: fleet, at: 2027-Q1, authorised: 1000, fallback: cap }"], { set: ["horizon.years=12 yr", "orbit.life=15 yr"] });
const quarters = Array.from({ length: 48 }, (_, i) => FIRST + i);

/** A plan that has `want` platforms, or a share of what fleetMax allows, in service from 2030 on. */
const planner = (want: number, share: number) => {
  const asked: number[] = [];
  const planOf = (under: Scenario): Promise<Plan> => {
    const most = countAt(under.orbit!.fleetMax, quarterStart_s(FIRST + 40));
    asked.push(most);
    const n = Math.min(want, share * most);
    const built = quarters.map((q) => (q === 2030 * 4 ? n : 0));
    const inService = quarters.map((q) => (q >= 2030 * 4 ? n : 0));
    const zeros = quarters.map(() => 0);
    return Promise.resolve({ status: "optimal", quarters, options: [{ id: "orbit/falcon-9", life_yr: 15 }], build: [{ option: "orbit/falcon-9", built, inService, launches: zeros, lost: zeros, refresh: zeros, renewed: zeros }] } as unknown as Plan);
  };
  return { asked, planOf };
};

describe("a plan under milestones", () => {
  test("that meets them is made once", async () => {
    const { asked, planOf } = planner(1000, 1);
    const { outcomes, notes } = await planUnderMilestones(scenario, scenario, planOf);
    expect([asked.length, outcomes[0]!.outcome, notes]).toEqual([1, "met", []]);
  });

  test("that misses half by 2033-Q1 is made again with no more than flew by then", async () => {
    const { asked, planOf } = planner(300, 1);
    const { outcomes } = await planUnderMilestones(scenario, scenario, planOf);
    expect(asked).toEqual([1_000_000, 300]);
    expect(outcomes[0]).toMatchObject({ outcome: "missed", quarter: 2033 * 4 });
  });

  test("that falls further behind each time stops after four, and says so", async () => {
    const { asked, planOf } = planner(300, 0.9);
    const { notes } = await planUnderMilestones(scenario, scenario, planOf);
    expect(asked.map(Math.round)).toEqual([1_000_000, 300, 270, 243]);
    expect(notes[0]).toContain("After 4 plans");
  });
});
