import { describe, expect, test } from "vitest";
import { dealsOf, exact } from "../../src/deals/index.ts";
import { measure } from "../golden/measure.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";
import { founders, history, owned, preferred, roundOf, safeOf } from "./company.ts";

const SUITE = "deals-by-hand";

describe("protection", () => {
  const down = (antiDilution: "none" | "broad-based" | "full-ratchet") => history([preferred("a", { antiDilution }), preferred("b")], [
    founders(8_000_000), roundOf("a", { pre: 8e6 }, { fund: 2e6 }), roundOf("b", { pre: 5e6 }, { lab: 2.5e6 }),
  ]);
  // A at 1 $: 10 M shares stand; B sells 5 M shares at 0.50 $ for 2.5 M$.
  test("by the average: CP2 = 1 x (10 + 2.5) / (10 + 5) = 0.8333 $", () => {
    measure(SUITE, { case: "broad-based: shares of A", got: owned(down("broad-based"))["fund"]!.shares, expected: 2e6 * (15 / 12.5), rel: 1e-12, unit: "shares", source: "CP1 (A + B)/(A + C), model charter of the National Venture Capital Association, by hand" });
  });
  test("by the ratchet: at the new price", () => {
    measure(SUITE, { case: "full ratchet: shares of A", got: owned(down("full-ratchet"))["fund"]!.shares, expected: 4e6, rel: 1e-12, unit: "shares", source: "conversion at the new price, by hand" });
    expect(owned(down("none"))["fund"]!.shares).toBeCloseTo(2e6, 6);
  });
});

describe("a round with everything", () => {
  // joinef.com, illustrative cap tables: SAFEs of 10 %, 8 % and 1 %, a pool of 10 %, then 10 M$ at a pre-money of 40 M$ with the pool held at 10 %.
  test("SAFEs own what their caps say before new money, and the round and pool what it says after", () => {
    const pool = 0.1 / (1 - 0.1 - 0.19);
    const safes = [safeOf("round", { amount: 1.25e6, cap: 12.5e6 }), safeOf("founding-fund", { amount: 125e3, cap: 125e3 / 0.08 }), safeOf("mfn", { amount: 125e3, cap: 12.5e6 })];
    const founding = [founders(9_000_000), { id: "plan", kind: "pool" as const, shares: exact(9_000_000).times(pool) }];
    const before = history([], [...founding, ...safes]);
    [["round", 0.1], ["founding-fund", 0.08], ["mfn", 0.01]].forEach(([id, own]) => measure(SUITE, { case: `SAFE ${id} before the round`, got: owned(before)[id as string]!.diluted_frac, expected: own as number, abs: 1e-12, unit: "frac", source: "joinef.com, illustrative cap tables, table 3" }));
    measure(SUITE, { case: "pool before the round", got: before.stands.at(-1)!.table.pool.diluted_frac, expected: 0.1, abs: 1e-12, unit: "frac", source: "joinef.com, illustrative cap tables, table 2" });
    const after = history([preferred("a")], [...founding, ...safes, roundOf("a", { pre: 40e6, pool: 0.1 }, { fund: 10e6 })]);
    measure(SUITE, { case: "new money", got: owned(after)["fund"]!.diluted_frac, expected: 0.2, abs: 1e-12, unit: "frac", source: "10 of 50 M$" });
    measure(SUITE, { case: "pool after the round", got: after.stands.at(-1)!.table.pool.diluted_frac, expected: 0.1, abs: 1e-12, unit: "frac", source: "joinef.com, illustrative cap tables, table 4" });
    // The top-up dilutes SAFEs: founders and SAFEs share 70 % as they shared 90 % before.
    measure(SUITE, { case: "SAFE round after it", got: owned(after)["round"]!.diluted_frac, expected: (0.1 / 0.9) * 0.7, abs: 1e-12, unit: "frac", source: "70 % for who shared 90 %" });
  });
  test("whole shares at prices of four decimals, paid to the cent", () => {
    const { stands } = history([preferred("a")], [founders(7_000_000), roundOf("a", { pre: 10e6 }, { fund: 1e6 })], "whole");
    const { paid, table } = stands.at(-1)!;
    // 10 / 7 = 1.4286 $: 699,986 shares for 999,999.9996 $, 1 M$ to the cent.
    expect(table.owned.find(({ holder }) => holder === "fund")!.shares).toBe(699_986);
    expect(paid[0]!.usd.toNumber()).toBe(1_000_000);
  });
});

describe("a day with a tranche and a round", () => {
  // 10 M shares; B sells 5 M shares at 10 $ at its closing and 5 M more at first flight; C's pre-money of 400 M$ is of 20 M shares: 20 $, not 400/15.
  test("what an earlier round promised is there when the next is priced", () => {
    const deals = dealsOf(scenarioOf(`${RACK}
deals:
  buyer: lab
  holders: [{ id: founders }, { id: lab }]
  classes: [{ id: common }, { id: b, kind: preferred }, { id: c, kind: preferred }]
  issues: [{ id: founding, at: 2027-Q1, holder: founders, class: common, shares: 10e6 }]
  milestones: [{ id: flight, at: 2028-Q1 }]
  rounds:
    - { id: b, at: 2027-Q2, class: b, pre: 100 M$, investments: [{ id: closing, holder: lab, amount: 50 M$ }, { id: flown, holder: lab, amount: 50 M$, milestone: flight }] }
    - { id: c, at: 2028-Q1, class: c, pre: 400 M$, investments: [{ id: closing, holder: lab, amount: 40 M$ }] }
`), [])!;
    expect(deals.steps.map(({ id }) => id)).toEqual(["founding", "b", "b-flown", "c"]);
    measure(SUITE, { case: "price of a round after a tranche of the same day", got: deals.steps.at(-1)!.price_usd!, expected: 20, rel: 1e-12, unit: "$", source: "400 M$ over 10 + 5 + 5 M shares, by hand" });
  });
});
