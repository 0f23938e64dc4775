import { describe, expect, test } from "vitest";
import { breakpointsOf, claimsOf, exact, waterfall, type ShareClass } from "../../src/deals/index.ts";
import { measure } from "../golden/measure.ts";
import { agree as agreeIn, goldenCase } from "../money/golden.ts";
import { founders, history, owned, preferred, roundOf, safeOf } from "./company.ts";

const SUITE = "deals";
const agree = (...rest: Parameters<typeof agreeIn> extends [string, ...infer R] ? R : never): void => agreeIn(SUITE, ...rest);

describe("SAFEs", () => {
  test("own amount over cap of the whole, each, and founders what is left", () => {
    const golden = goldenCase<{ safes: readonly { amount: number; post_cap: number }[] }, { own: readonly number[]; founders: number }>("safe-yc-1");
    const rows = owned(history([], [founders(9_000_000), ...golden.inputs.safes.map(({ amount, post_cap: cap }, i) => safeOf(`safe-${i}`, { amount, cap }))]));
    golden.expected.own.forEach((own, i) => agree(golden, `SAFE ${i + 1}`, rows[`safe-${i}`]!.diluted_frac, own, "frac"));
    agree(golden, "founders", rows["founders"]!.diluted_frac, golden.expected.founders, "frac");
  });

  test("with pro rata keep their share beside new investors", () => {
    const golden = goldenCase<{ new_investors_post: number; safe_own_pre: number }, { prorata_alloc: number }>("prorata-yc");
    // New investors have 25 % after the round where their money is 25 % of post: post = 100, round = 25 / 85 % of it.
    const { new_investors_post: part, safe_own_pre: own } = golden.inputs;
    const round = (100 * part) / (1 - own);
    const { stands } = history([preferred("a")], [founders(1_000_000), safeOf("safe", { amount: 0.15, cap: 1 }), roundOf("a", { pre: 100 - round, proRata: ["safe"] }, { fund: 100 * part })]);
    const { priced, table } = stands.at(-1)!;
    expect(table.owned.find(({ holder }) => holder === "fund")!.basic_frac).toBeCloseTo(part, 12);
    agree(golden, "allocation", priced!.invested.find(({ holder }) => holder === "safe")!.amount.div(priced!.post).toNumber(), golden.expected.prorata_alloc, "frac");
  });

  // fundersclub.com/learn/convertible-notes: 25 k$ at a cap of 5 M$ and 20 % discount; cap price is 5 M$ over the shares before the round.
  test.each([
    ["at its cap", { F: 2_000_000, pre: 10_000_000, shares: 10_000 }],
    ["at its discount", { F: 1_200_000, pre: 5 * (1_200_000 + 6_250), shares: 6_250 }],
  ])("a note converts %s", (name, { F, pre, shares }) => {
    const { priced } = history([preferred("a")], [founders(F), safeOf("note", { amount: 25_000, cap: 5_000_000, discount: 0.2, form: "note" }), roundOf("a", { pre }, { fund: 1_000_000 })]).stands.at(-1)!;
    measure(SUITE, { case: `note of 25 k$ ${name}`, got: priced!.converted[0]!.shares.toNumber(), expected: shares, rel: 1e-12, unit: "shares", source: "fundersclub.com, convertible notes: numerical example, cap and discount" });
  });

  // aparanagupta.com, 2022-01-13: 500 k$ at 5 % convert as 525 k$ after a year (2027 has 365 days).
  test("a note converts with its interest", () => {
    const { priced } = history([preferred("a")], [founders(1_000_000), safeOf("note", { amount: 500_000, discount: 0.2, form: "note", interest: 0.05 }), { ...roundOf("a", { pre: 6_000_000 }, { fund: 1_000_000 }), date: "2028-01-01" }]).stands.at(-1)!;
    measure(SUITE, { case: "note of 500 k$ with interest", got: priced!.converted[0]!.shares.times(priced!.price).times(0.8).toNumber(), expected: 525_000, rel: 1e-12, unit: "$", source: "aparanagupta.com, Convertible note 3 (2022-01-13)" });
  });
});

describe("rounds", () => {
  test("a pool in the pre-money lowers the price for those who were there", () => {
    const golden = goldenCase<{ pre: number; new_money: number; existing_fd: number; pool_post: number }, { post: number; investor: number; price: number; new_shares: number; pool_shares: number; effective_pre: number }>("pool-shuffle");
    const { pre, new_money: fund, existing_fd: F, pool_post: pool } = golden.inputs;
    const got = history([preferred("a")], [founders(F), roundOf("a", { pre, pool }, { fund })]);
    const { priced, table } = got.stands.at(-1)!;
    agree(golden, "post-money", priced!.post.toNumber(), golden.expected.post, "$");
    agree(golden, "price", priced!.price.toNumber(), golden.expected.price, "$");
    agree(golden, "investor", owned(got)["fund"]!.diluted_frac, golden.expected.investor, "frac");
    agree(golden, "new shares", owned(got)["fund"]!.shares, golden.expected.new_shares, "shares");
    agree(golden, "pool", table.pool.shares, golden.expected.pool_shares, "shares");
    agree(golden, "effective pre-money", priced!.price.times(F).toNumber(), golden.expected.effective_pre, "$");
  });

  test("one after another bring control", () => {
    const golden = goldenCase<{ initial_shares: number; rounds: readonly { invest: number; pre: number }[] }, { steps: readonly { price: number; new_shares: number; own: number; post: number }[]; own_closed_form: number }>("staged-control");
    const names = golden.inputs.rounds.map((_, i) => `round-${i + 1}`);
    const { stands } = history(names.map((id) => preferred(id)), [founders(golden.inputs.initial_shares), ...golden.inputs.rounds.map(({ invest: lab, pre }, i) => roundOf(names[i]!, { pre }, { lab }))]);
    golden.expected.steps.forEach((step, i) => {
      const { priced, table, paid } = stands[i + 1]!;
      const lab = table.owned.find(({ holder }) => holder === "lab")!;
      agree(golden, `price ${i + 1}`, priced!.price.toNumber(), step.price, "$");
      agree(golden, `new shares ${i + 1}`, paid[0]!.shares.toNumber(), step.new_shares, "shares");
      agree(golden, `own ${i + 1}`, lab.votes_frac, step.own, "frac");
      agree(golden, `post ${i + 1}`, priced!.post.toNumber(), step.post, "$");
    });
    agree(golden, "closed form", stands.at(-1)!.table.owned.find(({ holder }) => holder === "lab")!.basic_frac, golden.expected.own_closed_form, "frac");
  });
});

/** 6 M common beside 4 M preferred sold for 8 M$. */
const fourInTen = (more: Partial<ShareClass>) => {
  const { state } = history([preferred("a", more)], [founders(6_000_000), roundOf("a", { pre: 12_000_000 }, { fund: 8_000_000 })]);
  return claimsOf(state, "2030-01-01");
};
const fundGets = (claims: ReturnType<typeof claimsOf>, proceeds_usd: number): number => waterfall(claims, { proceeds_usd, debt_usd: 0 }).byHolder.find(({ holder }) => holder === "fund")!.usd;

describe("exits", () => {
  test("one times without participation, or conversion", () => {
    const golden = goldenCase<{ exits: readonly number[] }, { preferred: readonly number[]; convert_breakpoint: number }>("waterfall-np");
    const claims = fourInTen({});
    golden.inputs.exits.forEach((usd, i) => agree(golden, `exit at ${usd / 1e6} M$`, fundGets(claims, usd), golden.expected.preferred[i]!, "$"));
    agree(golden, "converts at", breakpointsOf(claims, 0).find(({ what }) => what === "a converts")!.proceeds_usd, golden.expected.convert_breakpoint, "$");
  });

  // Closed form: 8 + 40 % of the rest is 16 M$ at 28 M$; 40 % of all is 16 M$ at 40 M$.
  test("participation with a cap of two is flat between 28 and 40 M$", () => {
    const claims = fourInTen({ participation: "capped", cap: 2 });
    const at = (what: string): number => breakpointsOf(claims, 0).find((one) => one.what === what)!.proceeds_usd;
    measure(SUITE, { case: "2x cap is reached at", got: at("a reaches its cap"), expected: 28e6, rel: 1e-12, unit: "$", source: "closed form: 8 + 0.4 (E - 8) = 16" });
    measure(SUITE, { case: "2x cap: converts at", got: at("a converts"), expected: 40e6, rel: 1e-12, unit: "$", source: "closed form: 0.4 E = 16" });
    for (const [exit, got] of [[20, 12.8], [28, 16], [34, 16], [40, 16], [50, 20]] as const) measure(SUITE, { case: `2x cap at ${exit} M$`, got: fundGets(claims, exit * 1e6), expected: got * 1e6, rel: 1e-12, unit: "$", source: "closed form" });
  });

  /**
   * Four investors of the conversion-order exercise (Metrick & Yasuda, Venture Capital and the Finance of Innovation, ch. 9; its numbers at expertsmind.com/questions 30149689):
   * A 5 M$ with 2x or 5 M shares, B 10 M$ or 8 M, C 10 M$ or 5 M, D 5 M$ or 10 M; founders 10 M. Order by preference a share: D 0.5, B 1.25, A and C 2.
   * D converts where 30 M$ of other preferences leave 0.5 $ for each of 20 M shares; B where 20 leave 1.25 for 28 M; A and C at 2 $ for all 38 M.
   */
  test("investors convert in the order of their preference a share", () => {
    const series = [["a", 5, 5, 2], ["b", 10, 8, 1], ["c", 10, 5, 1], ["d", 5, 10, 1]] as const;
    const { state } = history(series.map(([id, , , preference]) => preferred(id, { preference })), [founders(10e6), ...series.map(([id, usd, shares]) => ({ id: `${id}-shares`, kind: "issue" as const, holder: id, class: id, shares: exact(shares * 1e6), price: exact(usd).div(shares) }))]);
    const claims = claimsOf(state, "2030-01-01");
    const order = breakpointsOf(claims, 0).filter(({ what }) => what.endsWith("converts"));
    expect(order.map(({ what }) => what[0])).toEqual(["d", "b", "a", "c"]);
    [40, 55, 76, 76].forEach((usd, i) => measure(SUITE, { case: `${order[i]!.what} of four`, got: order[i]!.proceeds_usd, expected: usd * 1e6, rel: 1e-12, unit: "$", source: "conversion order after Metrick & Yasuda, by hand" }));
    const paid = waterfall(claims, { proceeds_usd: 50e6, debt_usd: 0 });
    // At 50 M$: A 10, B 10, C 10 and 20 M shares share 20 M$.
    expect(paid.byHolder.map(({ usd }) => Math.round(usd))).toEqual([10e6, 10e6, 10e6, 10e6, 10e6]);
  });
});
