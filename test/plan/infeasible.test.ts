/** Why no plan exists, by hand: what is missing, what is in the way, and an irreducible set. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { highsSolver, solveHighs } from "../../src/solver/index.ts";
import { conflictMembers, givenUp } from "../../src/plan/conflict-members.ts";
import { formulate } from "../../src/plan/index.ts";
import { reasonsFor } from "../../src/plan/infeasible.ts";
import { irreducible } from "../../src/plan/irreducible.ts";
import { quarterRuns } from "../../src/plan/quarter-runs.ts";
import { fleet, planCase, problem, START, vehicle, wants, type ProblemTest } from "./cases.ts";

const why = (change: Parameters<typeof problem>[1], quarters = 2): Promise<readonly string[]> => reasonsFor(planCase(problem(quarters, change)), solveHighs);

test("a target above the factory", async () => {
  // Two a quarter and three wanted at once: one is missing in the first quarter, none in the second.
  expect(await why({ vehicles: [vehicle(2, { slots: [9, 9] })], fleet: fleet(2, { factory: [2, 2], target: [3, 3] }) })).toEqual([
    "the target (orbit.target) is out of reach in 2027-Q1: 3.000 platforms are wanted, 2.000 can be had, 1.000 short; in the way: the factory (orbit.factoryRate: 2.000)",
    "cannot hold together, and could without any one of them: the factory (2.000 platforms) in 2027-Q1; the target (3.000 platforms) in 2027-Q1",
  ]);
});

test("one line for quarters of one cause, with the worst of them", async () => {
  // A platform a quarter, a target of 3, 3, 3, 9, 9 and 6: 2, 1, 0, 5, 4 and 0 short.
  const told = await why({ vehicles: [vehicle(6, { slots: [9, 9, 9, 9, 9, 9] })], fleet: fleet(6, { factory: [1, 1, 1, 1, 1, 1], target: [3, 3, 3, 9, 9, 6] }) }, 6);
  expect(told).toHaveLength(2);
  expect(told[0]).toBe("the target (orbit.target) is out of reach in 2027-Q1 to Q2, 2027-Q4 to 2028-Q1: at worst, in 2027-Q4, 9.000 platforms are wanted, 4.000 can be had, 5.000 short; in 2028-Q1 9.000 platforms are wanted, 5.000 can be had, 4.000 short; in the way: the factory (orbit.factoryRate: 1.000)");
});

test("a target above what launches bring, by launches and by the kilogram", async () => {
  // A launch of two a quarter: three in the second quarter can be had, three in the first cannot.
  const set = "cannot hold together, and could without any one of them: the target (3.000 platforms) in 2027-Q1; launches of starship (4.000 a year) in 2027-Q1";
  const whole = await why({ vehicles: [vehicle(2)], fleet: fleet(2, { factory: [9, 9], target: [3, 3] }) });
  expect(whole.at(-1)).toBe(set);
  const shared = await why({ vehicles: [vehicle(2, { integer: false })], fleet: fleet(2, { factory: [9, 9], target: [3, 3] }) });
  expect(shared.at(-1)).toBe(set);
});

test("a rule over two quarters", async () => {
  // Half a launch a quarter, rounded up since the start: one in the first two quarters, of two platforms. One more in either would do.
  const told = await why({ vehicles: [vehicle(2, { slots: [0.5, 0.5], perLaunch: 2 })], fleet: fleet(2, { target: [0, 3] }) });
  expect(told[0]).toBe("the target (orbit.target) is out of reach in 2027-Q2: 3.000 platforms are wanted, 2.000 can be had, 1.000 short; in the way: launches of starship (2.000 a year in 2027-Q2, 2.000 platforms each)");
  expect(told[1]).toBe("cannot hold together, and could without any one of them: the target (3.000 platforms) in 2027-Q2; launches of starship (2.000 a year) in 2027-Q1 to Q2");
});

test("nothing flies in time", async () => {
  const told = await why({ vehicles: [vehicle(2, { slots: [0, 1] })], fleet: fleet(2, { target: [1, 1] }) });
  expect(told).toEqual([
    "the target (orbit.target) is out of reach in 2027-Q1: 1.000 platforms are wanted, 0 can be had, 1.000 short; nothing that can be ordered brings them there in time",
    "cannot hold, whatever else is given up: the target (1.000 platforms) in 2027-Q1",
  ]);
});

test("money", async () => {
  // A platform and half a launch are 6 M$; 5 came in.
  const told = await why({ vehicles: [vehicle(2, { integer: false })], fleet: fleet(2, { target: [1, 1] }), cash: { own_usd: [5e6, 5e6], debtMax_usd: [0, 0], interest_per_quarter: 0, earned_usd_per_MWh: [] } });
  expect(told[0]).toMatch(/in the way: .*money \(plan.cash, plan.debtMax: 5.000 M\$ of own money in 2027-Q1\)/);
  expect(told.at(-1)).toMatch(/^cannot hold together, and could without any one of them: the target \(1.000 platforms\) in 2027-Q1; money \(5.000 M\$ .*\) in 2027-Q1$/);
});

test("money for a part of a launch and not for a whole one", async () => {
  // A platform is 3 M$ and a launch of two 6: half a launch would do with 7 M$, a whole one asks for 9. More launches on offer, or a larger
  // factory, would not help.
  const cash = (own: number) => ({ own_usd: [own, own], debtMax_usd: [0, 0], interest_per_quarter: 0, earned_usd_per_MWh: [] });
  const change = { vehicles: [vehicle(2)], fleet: fleet(2, { target: [1, 1] }) };
  expect((await why({ ...change, cash: cash(7e6) })).at(-1)).toMatch(/^with launches that are whole \(parts of launches would do\) cannot hold together, and could without any one of them: the target .* in 2027-Q1; money \(7.000 M\$ .*\) in 2027-Q1$/);
});

test("fees that are above the money, without any target", async () => {
  // 2 M$ a quarter come in, 3 must be paid whatever flies.
  const fee = { subsystem: "fee", boundary: "launch", source: "test", usd: [3e6, 3e6] } as const;
  const told = await why({ vehicles: [vehicle(2, { committed: [fee] })], fleet: fleet(2), cash: { own_usd: [2e6, 2e6], debtMax_usd: [0, 0], interest_per_quarter: 0, earned_usd_per_MWh: [] } });
  expect(told[0]).toBe("no plan exists, whatever its targets are");
  expect(told[1]).toMatch(/^cannot hold, whatever else is given up: money \(-1.000 M\$ of own money less fees.*\) in 2027-Q1$/);
});

describe("what is ordered too late", () => {
  const lead = (quarters: number) => ({ lead: quarters, deposit_frac: 0.5, held: 0 });
  const money = (own: number) => ({ own_usd: [own, own, own], debtMax_usd: [0, 0, 0], interest_per_quarter: 0, earned_usd_per_MWh: [] });
  test("platforms: one ordered at the start is had a quarter later", async () => {
    expect(await why({ vehicles: [vehicle(2)], fleet: fleet(2, { target: [1, 1], order: lead(1) }) })).toEqual([
      "the target (orbit.target) is out of reach in 2027-Q1: 1.000 platforms are wanted, 0 can be had, 1.000 short; in the way: platforms are ordered too late (plan.platformOrder: what is ordered in 2027-Q1 can be had in 2027-Q2 at the earliest)",
      "cannot hold together, and could without any one of them: the target (1.000 platforms) in 2027-Q1; platforms are ordered too late (plan.platformOrder: what is ordered in 2027-Q1 can be had in 2027-Q2 at the earliest)",
    ]);
  });
  test("launches, with a lead that ends after the horizon; as many as are held can be had", async () => {
    const told = await why({ vehicles: [vehicle(2, { order: { ...lead(3), held: 1 }, perLaunch: 2 })], fleet: fleet(2, { factory: [9, 9], target: [0, 4] }) });
    const late = "launches of starship are ordered too late (launch.vehicles.starship.order: what is ordered in 2027-Q1 can be had only after the horizon)";
    expect(told[0]).toBe(`the target (orbit.target) is out of reach in 2027-Q2: 4.000 platforms are wanted, 2.000 can be had, 2.000 short; in the way: ${late}`);
    expect(told.at(-1)).toContain(late);
  });
  test("after an event: nothing that is decided anew comes in time", async () => {
    const past = { quarters: 1, bought: {}, launches: {}, ordered: {}, loaded: {} };
    const told = await reasonsFor({ ...planCase(problem(3, { vehicles: [vehicle(3)], fleet: fleet(3, { target: [0, 1, 1], order: lead(1) }) })), past }, solveHighs);
    expect(told[0]).toMatch(/out of reach in 2027-Q2: .*; in the way: platforms are ordered too late \(plan.platformOrder: what is ordered in 2027-Q2 can be had in 2027-Q3 at the earliest\)$/);
  });
  test("is not said where the money is missing", async () => {
    // A platform of 3 M$, half with the order, and half a launch of 6 M$: 2 M$ a quarter do not bring it in the second quarter.
    const asked = { vehicles: [vehicle(3, { integer: false })], fleet: fleet(3, { target: [0, 1, 1], order: lead(1) }) };
    const told = await why({ ...asked, cash: money(2e6) }, 3);
    expect(told[0]).toMatch(/in the way: .*money/);
    expect(told.at(-1)).toMatch(/money \(2.000 M\$/);
    expect(told.join(" ")).not.toContain("too late");
  });
});

test("quarters in words", () => {
  expect(quarterRuns([])).toBe("");
  expect(quarterRuns([START + 5, START, START + 1, START + 2])).toBe("2027-Q1 to Q3, 2028-Q2");
  expect(quarterRuns([START + 3, START + 4])).toBe("2027-Q4 to 2028-Q1");
});

const N = 4;
const amount = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((n) => n / 10);
const series = (min: number, max: number) => fc.array(amount(min, max), { minLength: N, maxLength: N });

const tight: fc.Arbitrary<ProblemTest> = fc.record({
  slots: series(0, 2), other: series(0, 1), integer: fc.boolean(), factory: series(0, 4), most: series(1, 8), target: series(0, 8), own: series(2, 40), cash: fc.boolean(), lead: fc.integer({ min: 0, max: 2 }),
}).map((r) => problem(N, {
  vehicles: [vehicle(N, { slots: r.slots, integer: r.integer }), vehicle(N, { id: "b", name: "b", perLaunch: 1, slots: r.other })],
  fleet: fleet(N, { factory: r.factory, fleetMax: r.most, target: r.target, order: r.lead === 0 || r.cash ? null : { lead: r.lead, deposit_frac: 0.5, held: 1 } }),
  classes: [wants(N)],
  cash: r.cash ? { own_usd: r.own.map((n) => n * 1e6), debtMax_usd: [5e6, 5e6, 5e6, 5e6], interest_per_quarter: 0.02, earned_usd_per_MWh: [[0, 0, 0, 0]] } : null,
}));

describe("an irreducible set", () => {
  const solve = highsSolver({ gap_frac: 0, nodes: 100_000 });
  test("cannot hold, and can without any one of its members, launches whole", async () => {
    let infeasible = 0;
    await fc.assert(fc.asyncProperty(tight, async (c) => {
      const one = planCase(c);
      const formulation = formulate(one);
      if ((await solve(formulation.model)).status !== "infeasible") return;
      infeasible++;
      const all = conflictMembers(one, formulation);
      const { members, proven } = await irreducible(one, formulation, solve);
      const statusOf = async (kept: typeof members): Promise<string> => {
        const held = new Set(kept.map(({ id, t }) => `${id} ${t}`));
        return (await solve(givenUp(formulation.model, all.filter(({ id, t }) => !held.has(`${id} ${t}`))))).status;
      };
      expect(proven).toBe(true);
      expect(members.length).toBeGreaterThan(0);
      expect(await statusOf(members)).toBe("infeasible");
      for (const left of members) expect(await statusOf(members.filter((member) => member !== left))).not.toBe("infeasible");
    }), { numRuns: 60 });
    // Not all in vain: 472 of 480 drawn cases are infeasible.
    expect(infeasible).toBeGreaterThan(0);
  });
});
