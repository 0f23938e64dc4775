import { describe, expect, test } from "vitest";
import { dealsOf, type Deals } from "../../src/deals/index.ts";
import { scenarioOf } from "../support/scenario.ts";

/** A small company with a buyer; `more` stands at the end of deals. */
const yaml = (more: string, gates = "[]"): string => `
dawndusk: 1
name: deals
horizon: { start: 2027-Q1, years: 5 yr }
demand: { classes: [{ id: work, kind: batch, power: 100 kW, deferralMax: 12 h }] }
ground: { sites: [{ id: texas, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: hall, online: 2027-Q1, power: 1 MW }] }] }
gates: ${gates}
deals:
  buyer: lab
  holders: [{ id: founders }, { id: fund }, { id: lab }]
  classes: [{ id: common }, { id: a, kind: preferred }, { id: b, kind: preferred }, { id: c, kind: preferred, participation: none }]
  issues: [{ id: founding, at: 2027-Q1, holder: founders, class: common, shares: 8e6 }, { id: fund-a, at: 2027-Q1, holder: fund, class: a, shares: 2e6, price: 5 $ }]
${more}`;
const GATES = "[{ id: review, kind: antitrust, holds: deal/control, effect: block, at: 2028-Q1, fallback: without }, { id: cap, kind: cadence-cap, holds: deal/control, effect: remove, chance: 10 %, duration: 1 yr, at: 2028-Q1, fallback: without }]";
const dealt = (more: string, outcomes: Parameters<typeof dealsOf>[1] = [], gates = "[]"): Deals => dealsOf(scenarioOf(yaml(more, gates)), outcomes)!;
const round = (terms: string, amount = "20 M$"): string => `  rounds: [{ id: b, at: 2027-Q2, class: b, ${terms}, investments: [{ id: first, holder: lab, amount: ${amount} }] }]`;

describe("a deal that is mis-stated is refused where it is read", () => {
  test.each([
    ["no pre-money", round("proRata: fund"), /deals\.rounds\.b: found neither pre nor post, expected one of pre or post/],
    ["two valuations", round("pre: 100 M$, post: 120 M$"), /deals\.rounds\.b\.post: found pre and post/],
    ["a pre-money below zero", round("pre: -5 M$"), /deals\.rounds\.b\.pre: found -5 M\$/],
    ["more money than post-money", round("post: 15 M$"), /deals\.rounds\.b\.post: found a post-money of 15 M\$ for 20 M\$ paid at the closing: a pre-money of -5 M\$, expected a pre-money above zero/],
    ["a milestone after the exit", `${round("pre: 100 M$")}\n  milestones: [{ id: flight, at: 2030-Q1 }]\n  exits: [{ id: sale, at: 2029-Q1, proceeds: 50 M$ }]`, /deals\.milestones\.flight\.at: found a milestone in 2030-Q1, after the last exit, expected a quarter until 2029-Q1/],
    ["a round after the exit", `${round("pre: 100 M$")}\n  exits: [{ id: sale, at: 2027-Q1, proceeds: 50 M$ }]`, /deals\.rounds\.b\.at: found a deal in 2027-Q2, after the last exit/],
    ["a holder nobody knows", round("pre: 100 M$").replace("lab", "labb"), /deals\.rounds\.b\.investments\.first\.holder: found labb, expected an id of deals\.holders: founders, fund, lab\n\s+did you mean "lab"/],
    ["a class sold twice", `  rounds: [{ id: b1, at: 2027-Q2, class: b, pre: 1e8 $, investments: [] }, { id: b2, at: 2027-Q3, class: b, pre: 2e8 $, investments: [] }]`, /deals\.rounds\.b2\.class: found b, which b1 sold/],
    ["a milestone without a time", `${round("pre: 100 M$")}\n  milestones: [{ id: flight }]`, /deals\.milestones\.flight: found a milestone without a time/],
    ["a gate that does not block", `  approvals: cap`, /deals\.approvals: found cap, which has effect: remove, expected a gate that blocks/],
    ["a seller who buys", `  purchases: [{ id: self, at: 2027-Q3, seller: lab, buyer: lab, part: 10 %, price: 5 $ }]`, /deals\.purchases\.self\.seller: found lab, who buys as well/],
    ["a vehicle without terms", `  vehicle: nova\nlaunch: { vehicles: [{ id: nova, vehicle: stoke-nova }] }`, /deals\.vehicle: found nova without terms of access/],
  ])("%s", (_, more, message) => {
    expect(() => scenarioOf(yaml(more, GATES))).toThrow(message);
  });
  test("a cap below the preference", () => {
    expect(() => scenarioOf(yaml("").replace("participation: none", "participation: capped, cap: 1.5, preference: 2"))).toThrow(/deals\.classes\.c\.cap: found a cap of 1\.5 below a preference of 2/);
  });
});

describe("a deal that cannot be done ends the log with its reason", () => {
  test.each([
    ["more sold than held", `  purchases: [{ id: buy, at: 2027-Q3, seller: fund, buyer: lab, class: a, shares: 3e6, price: 5 $ }]`, { path: "deals.purchases.buy.shares", found: /3000000 shares of a sold by fund, who has 2000000/ }],
    ["nothing to sell", `  purchases: [{ id: buy, at: 2027-Q3, seller: fund, buyer: lab, class: b, part: 50 %, price: 5 $ }]`, { path: "deals.purchases.buy", found: /who has 0/ }],
    ["a pool that eats the pre-money", round("pre: 10 M$, pool: 50 %", "90 M$"), { path: "deals.rounds.b.pool", found: /a pool of 50 % of 100 M\$ out of a pre-money of 10 M\$/ }],
    ["SAFEs worth more than the pre-money", `${round("pre: 10 M$")}\n  safes: [{ id: s, at: 2027-Q1, holder: fund, amount: 9 M$, discount: 20 % }]`, { path: "deals.rounds.b.pre", found: /SAFEs and notes worth 11\.25 M\$/ }],
    ["SAFEs of all the company", `  safes: [{ id: s, at: 2027-Q1, holder: fund, amount: 9 M$, cap: 9 M$ }]`, { path: "deals.safes.s.amount", found: /100 % of the company/ }],
    ["more options than the pool", `  pool: [{ id: plan, at: 2027-Q1, shares: 1000 }]\n  grants: [{ id: g, at: 2027-Q1, holder: founders, shares: 1001, strike: 1 $ }]`, { path: "deals.grants.g.shares", found: /1001 options out of a pool of 1000/ }],
    ["an option to control at no price", `  calls: [{ id: take, at: 2028-Q1, buyer: lab }]`, { path: "deals.calls.take.multiple", found: /no round before/ }],
  ])("%s", (_, more, problem) => {
    const { status, why } = dealt(more);
    expect(status).toBe("refused");
    expect(why[0]!.path).toBe(problem.path);
    expect(why[0]!.found).toMatch(problem.found);
    expect(why[0]!.hint).not.toBe("");
  });
});

describe("a deal that does not do what was meant is explained", () => {
  test("control out of reach with all that is for sale", () => {
    const got = dealt(`${round("pre: 100 M$")}\n  forSale: [{ id: some, kind: secondary, holder: fund, part: 50 % }]`);
    // Of 12 M shares 2 M are the buyer's, and half of the fund's 2 M are for sale: a quarter.
    expect(got.explained[0]).toMatchObject({ path: "deals.target", found: "25.00 % of the votes with all that is for sale" });
    expect(got.thresholds.map(({ mix }) => mix!.status)).toEqual(["to buy", "out of reach", "out of reach"]);
    expect(got.control_quarter).toBeNull();
  });
  test("a protection that takes of the share that new money paid for", () => {
    const text = yaml(round("pre: 25 M$", "12.5 M$")).replace("{ id: a, kind: preferred }", "{ id: a, kind: preferred, antiDilution: full-ratchet }");
    // 10 M shares at 2.50 $ beside 5 M new ones; the ratchet makes 4 M of the fund's 2 M: 5 of 17 M, where 12.5 of 37.5 M$ was a third.
    const [problem] = dealsOf(scenarioOf(text), [])!.explained.filter(({ path }) => path === "deals.rounds.b");
    expect(problem!.found).toBe("new money with 29.41 % of the whole: a share of a converts into 2.000");
    expect(problem!.expected).toBe("33.33 %, 12.50 M$ of 37.50 M$");
    expect(dealt(round("pre: 25 M$", "12.5 M$")).explained.filter(({ path }) => path === "deals.rounds.b")).toEqual([]);
  });
  test("preferences above the proceeds", () => {
    const got = dealt(`${round("pre: 100 M$")}\n  exits: [{ id: sale, at: 2029-Q1, proceeds: 24 M$, debt: 1 M$ }]`);
    const [problem] = got.explained.filter(({ path }) => path.startsWith("deals.exits"));
    expect(problem!.found).toContain("beside preferences of 30");
    // Equal seniority: 23 of 30 M$, in proportion to 10 and 20.
    expect(got.exits[0]!.waterfall.byHolder.find(({ holder }) => holder === "lab")!.usd).toBeCloseTo((23e6 * 2) / 3, 3);
  });
  test("a milestone that a gate moves behind the exit, and one that is never reached", () => {
    const gates = "[{ id: flight-gate, kind: vehicle-slip, holds: deal/control, effect: block, at: 2027-Q3, fallback: without }]";
    const more = `  rounds: [{ id: b, at: 2027-Q2, class: b, pre: 1e8 $, investments: [{ id: first, holder: lab, amount: 20 M$ }, { id: second, holder: lab, amount: 30 M$, milestone: flight }] }]\n  milestones: [{ id: flight, gate: flight-gate }]\n  exits: [{ id: sale, at: 2028-Q1, proceeds: 1e8 $ }]`;
    const late = dealt(more, [{ id: "flight-gate", outcome: "cleared", quarter: 2029 * 4 }], gates);
    expect(late.explained.some(({ path, found }) => path === "deals.rounds.b.investments.second" && found.includes("behind the last exit in 2028-Q1"))).toBe(true);
    const never = dealt(more, [{ id: "flight-gate", outcome: "refused", quarter: 2029 * 4 }], gates);
    expect(never.notes.join()).toContain("b/second does not happen: its milestone flight is never reached");
    expect(never.payments.map(({ usd }) => usd)).toEqual([20e6]);
  });
  test("an approval that is refused: what is paid is at risk, and control never counts", () => {
    const more = `${round("pre: 10 M$", "90 M$")}\n  approvals: review`;
    const given = dealt(more, [{ id: "review", outcome: "cleared", quarter: 2028 * 4 }], GATES);
    expect(given).toMatchObject({ control_quarter: 2028 * 4, explained: [] });
    expect(given.thresholds[1]).toMatchObject({ reached_quarter: 2027 * 4 + 1, atRisk_usd: 90e6 });
    const refused = dealt(more, [{ id: "review", outcome: "refused", quarter: 2028 * 4 }], GATES);
    expect(refused.control_quarter).toBeNull();
    expect(refused.explained[0]!.path).toBe("deals.approvals");
    expect(refused.thresholds[1]).toMatchObject({ reached_quarter: 2027 * 4 + 1, counts_quarter: null, atRisk_usd: 90e6 });
  });
});

describe("by hand", () => {
  // 10 M shares at 5 $ each side of a round of 50 M$ at 50 M$: half of the votes are not yet control.
  test("half is no control, and one vote more is", () => {
    const half = dealt(`${round("pre: 50 M$", "50 M$")}\n  forSale: [{ id: new, kind: primary }, { id: fund, kind: secondary, holder: fund, premium: 10 % }]`);
    const control = half.thresholds[1]!;
    expect(control.reached_quarter).toBeNull();
    expect(control.lacking_votes).toBeCloseTo(1, 9);
    // One vote costs 5.50 $ from the fund, or two new shares at 5 $.
    expect(control.mix!.buys).toEqual([{ offer: "fund", kind: "secondary", shares: expect.closeTo(1, 9) as number, usd: expect.closeTo(5.5, 9) as number }]);
  });
  test("an option to control buys from all others in proportion, at its multiple", () => {
    const got = dealt(`${round("pre: 50 M$", "10 M$")}\n  calls: [{ id: take, at: 2028-Q1, buyer: lab, target: two-thirds, multiple: 2 }]`);
    // 2 of 12 M shares; two thirds are 8: 6 M more at 10 $.
    expect(got.steps.at(-1)).toMatchObject({ price_usd: expect.closeTo(10, 9) as number, holders_usd: expect.closeTo(60e6, 3) as number });
    expect(got.thresholds[2]).toMatchObject({ kept: true, event: "take" });
    expect(got.payments.map(({ quarter }) => quarter)).toEqual([2027 * 4 + 1, 2028 * 4]);
  });
  test("a tender buys no more than its cap and budget", () => {
    const got = dealt("  tenders: [{ id: offer, at: 2027-Q3, buyer: lab, price: 6 $, accepted: 50 %, most: 20 %, budget: 6 M$ }]");
    // A fifth of 10 M shares would be 12 M$: half of it.
    expect(got.steps.at(-1)!.holders_usd).toBeCloseTo(6e6, 3);
    expect(got.steps.at(-1)!.table.owned.find(({ holder }) => holder === "lab")!.votes_frac).toBeCloseTo(0.1, 12);
  });
  test("payments are deflated to the price year", () => {
    const [first] = dealt(round("pre: 100 M$")).payments;
    expect(first!.real_usd).toBeCloseTo(20e6 / 1.025 ** (2027.375 - 2026.5), 3);
  });
  test("members of the board are those last named", () => {
    const got = dealt(`${round("pre: 100 M$")}\n  board: [{ id: one, at: 2027-Q1, holder: founders, seats: 2 }, { id: two, at: 2027-Q2, holder: lab, seats: 1 }, { id: three, at: 2028-Q1, holder: lab, seats: 3 }]`);
    expect(got.steps.at(-1)).toMatchObject({ seats: 1, seatsOf: 3 });
    expect(got.boardMajority_quarter).toBe(2028 * 4);
  });
});
