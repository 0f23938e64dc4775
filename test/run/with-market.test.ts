/** Plans under spectrum milestones: judged, and made again under what is left of the authorisation. */
import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/plan/index.ts";
import { planUnderMilestones, run } from "../../src/run/index.ts";
import { countAt, load, type Scenario } from "../../src/scenario/index.ts";
import { quarterStart_s } from "../../src/units/index.ts";
import { openMarket } from "../../src/market/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { gated } from "../market/fixture.ts";
import { RACK } from "../support/scenario.ts";

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

describe("an actor's own permissions", () => {
  const HORIZON = "horizon: { start: 2027-Q1, years: 3 yr }";
  const main = `${RACK.replace("horizon: { start: 2027-Q1, years: 5 yr }", HORIZON)}actors: [{ id: lab, kind: ai-lab }, { id: rival, kind: rival, scenario: rival.yaml }]
market:
  self: lab
  capacities: [{ id: f9, kind: launches, of: falcon-9, owner: rival, cost: 20 M$ }]
  claims: [{ id: mine, actor: lab, capacity: f9 }, { id: theirs, actor: rival, capacity: f9 }]
gates:
  - { id: licence, kind: launch-licence, holds: fleet/rival, at: 2028-Q1, fallback: without }
  - { id: cap, kind: custom, effect: cap, holds: fleet/rival, at: 2027-Q1, cap: 3, fallback: cap }
  - { id: fcc, kind: spectrum-milestone, holds: fleet/rival, at: 2027-Q1, authorised: 100, halfAfter: 2 yr, allAfter: 3 yr, fallback: cap }
`;
  const rival = "extends: scenario.yaml\nground: { sites: [] }\ndemand: { classes: [] }\norbit: { target: { schedule: { 2028-Q1: 1 }, source: test } }\n";
  const scenario = load({ path: "scenario.yaml", files: { read: (path) => ({ "scenario.yaml": main, "rival.yaml": rival })[path] } });

  test("hold its fleet, and not the other's", () => {
    const [lab, other] = openMarket(scenario).views;
    expect([lab!.firstLaunch_quarter, lab!.fleetMax]).toEqual([null, null]);
    expect(other!.firstLaunch_quarter).toBe(2028 * 4);
    expect(new Set(other!.fleetMax)).toEqual(new Set([3]));
  });

  test("are held against its own plan", async () => {
    const got = await run(scenario, { solve: solveHighs });
    const plan = got.actors[0]!.plan!;
    expect(plan.status).toBe("optimal");
    const flown = plan.build.filter(({ option }) => option.startsWith("orbit/"));
    plan.quarters.forEach((quarter, t) => expect(flown.reduce((sum, { built }) => sum + built[t]!, 0) > 0 && quarter < 2028 * 4).toBe(false));
    expect(flown.reduce((sum, { built }) => sum + built.reduce((a, b) => a + b, 0), 0)).toBeGreaterThanOrEqual(1);
    expect(got.market!.gates.filter(({ id }) => id === "fcc")).toMatchObject([{ outcome: "missed", holds: ["fleet/rival"], quarter: 2029 * 4 }]);
  });
});
