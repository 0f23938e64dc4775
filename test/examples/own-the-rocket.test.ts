import { beforeAll, describe, expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { realRate } from "../../src/money/index.ts";
import { runUntil, type Run } from "../../src/run/index.ts";
import { heldAgainst } from "../support/held-against.ts";
import { loadExample } from "../support/run-example.ts";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe("example own-the-rocket", () => {
  let got: Run;
  let gift: Run;
  beforeAll(async () => {
    got = await runUntil(loadExample("own-the-rocket"), "plan", { solve: solveHighs });
    heldAgainst("own-the-rocket", got, "plan");
    gift = await runUntil(loadExample("own-the-rocket", "plan.alternatives=0", "launch.vehicles.nova.access.stake=0 $"), "plan", { solve: solveHighs });
  });

  test("meets its commitment on Nova and Falcon, and nothing flies before its year or above its rate", () => {
    const plan = got.plan!;
    expect(plan.status).toBe("optimal");
    const nova = plan.build.find(({ option }) => option === "orbit/nova")!.launches;
    const rate = [0, 4, 12, 24, 24, 50, 50, 50];
    rate.forEach((most, year) => expect(sum(nova.slice(4 * year, 4 * year + 4))).toBeLessThanOrEqual(most));
    const held = sum(plan.build.filter(({ option }) => option.startsWith("orbit/")).flatMap(({ built }) => built.slice(0, 13)));
    expect(held).toBeGreaterThanOrEqual(8 - 1e-6);
  });
  test("the same demand stands beside it bought and reserved", () => {
    const twins = got.plan!.twins.filter(({ kind }) => kind === "access");
    expect(twins.map(({ id }) => id)).toEqual(["buy launches on nova", "reserve launches on nova"]);
    // Ten launches do not carry billions of stake: whoever flies so little buys.
    for (const { difference_usd } of twins) expect(difference_usd).toBeLessThan(0);
  });
  test("a stake costs its present value less what is left of it, and changes no launch", () => {
    const { finance, money } = loadExample("own-the-rocket");
    const rate = realRate({ nominal_per_year: finance.discount_per_yr, inflation_per_year: money.inflation_per_yr });
    const factor = (quarter: number): number => (1 + rate) ** (-(quarter + 0.5) / 4);
    // 3 B$ in the first of 32 quarters, written off over 60: 28/60 is left in the last.
    const stake_usd = 3e9 * (factor(0) - (28 / 60) * factor(31));
    expect((got.plan!.solver.objective_usd - gift.plan!.solver.objective_usd) / stake_usd).toBeCloseTo(1, 6);
    expect(got.plan!.build.map(({ launches }) => launches)).toEqual(gift.plan!.build.map(({ launches }) => launches));
  });
});
