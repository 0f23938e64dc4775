/** Why no plan exists, by hand: what is missing, what is in the way, and an irreducible set. */
import { expect, test } from "vitest";
import { solveHighs } from "../../src/io/index.ts";
import { reasonsFor } from "../../src/plan/infeasible.ts";
import { fleet, planCase, problem, vehicle } from "./cases.ts";

const why = (change: Parameters<typeof problem>[1]): Promise<readonly string[]> => reasonsFor(planCase(problem(2, change)), solveHighs);

test("a target above the factory", async () => {
  // Two a quarter and three wanted at once: one is missing in the first quarter, none in the second.
  expect(await why({ vehicles: [vehicle(2, { slots: [9, 9] })], fleet: fleet(2, { factory: [2, 2], target: [3, 3] }) })).toEqual([
    "2027-Q1: the target of 3.000 platforms in service is out of reach by 1.000; in the way: limit (orbit: 2.000)",
    "cannot hold together, and could without any one of them: factory in 2027-Q1, target in 2027-Q1",
  ]);
});

test("a target above what launches bring, by launches and by the kilogram", async () => {
  // A launch of two a quarter: three in the second quarter can be had, three in the first cannot.
  const whole = await why({ vehicles: [vehicle(2)], fleet: fleet(2, { factory: [9, 9], target: [3, 3] }) });
  expect(whole.at(-1)).toBe("cannot hold together, and could without any one of them: target in 2027-Q1, launches/starship in 2027-Q1");
  const shared = await why({ vehicles: [vehicle(2, { integer: false })], fleet: fleet(2, { factory: [9, 9], target: [3, 3] }) });
  expect(shared.at(-1)).toBe("cannot hold together, and could without any one of them: target in 2027-Q1, launches/starship in 2027-Q1");
});

test("a target that only whole launches miss has no irreducible set of limits", async () => {
  // Half a launch a quarter, rounded up since the start: one in the first two quarters, of two platforms. Parts of launches would bring three.
  const told = await why({ vehicles: [vehicle(2, { slots: [0.5, 0.5], perLaunch: 2 })], fleet: fleet(2, { target: [0, 3] }) });
  expect(told.length).toBeGreaterThan(0);
  expect(told[0]).toMatch(/^2027-Q2: the target of 3.000 platforms/);
});

test("money", async () => {
  // A platform and half a launch are 6 M$; 5 came in.
  const told = await why({ vehicles: [vehicle(2, { integer: false })], fleet: fleet(2, { target: [1, 1] }), cash: { own_usd: [5e6, 5e6], debtMax_usd: [0, 0], interest_per_quarter: 0, earned_usd_per_MWh: [] } });
  expect(told[0]).toMatch(/in the way: .*money \(finance.cash/);
  expect(told.at(-1)).toBe("cannot hold together, and could without any one of them: target in 2027-Q1, cash in 2027-Q1");
});

test("money for a part of a launch and not for a whole one", async () => {
  // A platform is 3 M$ and a launch of two 6: half a launch would do with 7 M$, a whole one asks for 9. More launches on offer, or a larger
  // factory, would not help.
  const cash = (own: number) => ({ own_usd: [own, own], debtMax_usd: [0, 0], interest_per_quarter: 0, earned_usd_per_MWh: [] });
  const change = { vehicles: [vehicle(2)], fleet: fleet(2, { target: [1, 1] }) };
  expect((await why({ ...change, cash: cash(7e6) })).at(-1)).toBe("parts of launches would do, whole ones cannot hold together and could without any one of: target, cash");
});
