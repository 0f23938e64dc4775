import { describe, expect, test } from "vitest";
import { fund } from "../../src/capital/index.ts";
import { goldenJson } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";
import { businessOf } from "./business.ts";
import { debt, equity, stackWith } from "./stacks.ts";

const SUITE = "capital-sculpted";
const SOURCE = "NREL/ssc singleowner outputs @e97a19f8e";

interface Case {
  readonly id: string;
  readonly inputs: { readonly cfads: readonly number[]; readonly rate: number; readonly dscr: number };
  readonly expected: { readonly pv_cafds: number; readonly debt: number; readonly debt_service: readonly number[]; readonly principal: readonly number[]; readonly interest: readonly number[]; readonly balance_end: readonly number[]; readonly min_dscr: number };
}

const { inputs, expected } = goldenJson<{ readonly cases: readonly Case[] }>("./finance/finance.json").cases.find(({ id }) => id === "dscr-sculpt")!;

/** SSC's years as quarters: a rate of 28 % a year is its 7 % a period. One period to build before. */
const years = inputs.cfads.length;
const SSC = { ebitda_usd: [0, ...inputs.cfads], capex_usd: [1.2e9, ...inputs.cfads.map(() => 0)] };
const LOAN = debt({ window: { from: 0, until: 0 }, rate_per_yr: Array.from({ length: years + 1 }, () => 4 * inputs.rate), limit_usd: Infinity, repayment: "sculpted", repayFrom: 1, maturity: years, dscr: inputs.dscr });

describe("a loan sculpted to a cover ratio", () => {
  const got = fund(stackWith({ instruments: [LOAN, equity()] }), businessOf(years + 1, SSC));
  const [loan] = got.instruments;

  test("SSC's Generic Single Owner: size, and service, interest, repayment and balance of every year", () => {
    measure(SUITE, { case: "debt sized", got: loan!.sized_usd!, expected: expected.debt, rel: 1e-9, unit: "$", source: SOURCE });
    measure(SUITE, { case: "debt drawn", got: loan!.drawn_usd[0]!, expected: expected.debt, rel: 1e-9, unit: "$", source: SOURCE });
    measure(SUITE, { case: "value of cash over its life", got: got.ratios.llcr! * loan!.drawn_usd[0]!, expected: expected.pv_cafds, rel: 1e-9, unit: "$", source: SOURCE });
    measure(SUITE, { case: "least DSCR", got: got.ratios.minDscr!, expected: expected.min_dscr, rel: 1e-9, unit: "1", source: SOURCE });
    expected.principal.forEach((usd, k) => {
      measure(SUITE, { case: `repayment, year ${k + 1}`, got: loan!.repaid_usd[k + 1]!, expected: usd, rel: 1e-6, unit: "$", source: SOURCE });
      measure(SUITE, { case: `interest, year ${k + 1}`, got: loan!.paid_usd[k + 1]!, expected: expected.interest[k]!, rel: 1e-6, unit: "$", source: SOURCE });
      measure(SUITE, { case: `owed before year ${k + 1}`, got: loan!.balance_usd[k]!, expected: expected.balance_end[k]!, rel: 1e-6, unit: "$", source: SOURCE });
    });
    expect(loan!.balance_usd.at(-1)).toBeCloseTo(0, 2);
    expect(got.gap.ends_quarter).toBeNull();
  });

  // Yescombe 2014, ch. 12: LLCR of a loan sculpted to one ratio is that ratio.
  test("its LLCR is its DSCR", () => expect(got.ratios.llcr).toBeCloseTo(inputs.dscr, 9));

  test("with tax, size and tax agree with each other: the ratio is met in every quarter", () => {
    const taxed = fund(stackWith({ instruments: [LOAN, equity()] }), businessOf(years + 1, { ...SSC, tax: { rate_frac: 0.2653, lossLimit_frac: 1 } }));
    expect(taxed.agreed).toBe(true);
    taxed.ratios.dscr.forEach((ratio) => { if (ratio !== null) expect(ratio).toBeCloseTo(1.3, 7); });
    expect(taxed.instruments[0]!.sized_usd!).toBeLessThan(expected.debt);
  });

  test("interest while it is built is added to the loan, and what may be drawn is less by it", () => {
    const business = businessOf(years + 3, { ebitda_usd: [0, 0, ...SSC.ebitda_usd], capex_usd: [4e8, 4e8, 4e8, ...inputs.cfads.map(() => 0)] });
    const built = fund(stackWith({ instruments: [{ ...LOAN, rate_per_yr: Array.from({ length: years + 3 }, () => 4 * inputs.rate), window: { from: 0, until: 2 }, capitaliseUntil: 3, repayFrom: 3, maturity: years + 2 }, equity()] }), business);
    const drawn = built.instruments[0]!.drawn_usd;
    // 400 M$ at the start grow to 400 x 1.07^2 by the last quarter of building; the loan is full there.
    expect(built.instruments[0]!.balance_usd[2]).toBeCloseTo(expected.debt, 2);
    expect(drawn[0]! * 1.07 ** 2 + drawn[1]! * 1.07 + drawn[2]!).toBeCloseTo(expected.debt, 2);
    expect(drawn[0]).toBe(4e8);
  });
});

describe("a sculpted loan in two parts", () => {
  // 60 $ may be owed at a ratio of 1, 10 $ in each of six quarters: a senior note takes the cash of one. At a ratio of 2, 30 $, and the rest is swept.
  const loan = debt({ window: { from: 0, until: 0 }, rate_per_yr: Array.from({ length: 12 }, () => 0), limit_usd: 100, repayment: "sculpted", repayFrom: 2, maturity: 7, dscr: 1, rank: "junior" });
  const note = debt({ id: "note", window: { from: 0, until: 0 }, atOnce: true, rate_per_yr: loan.rate_per_yr, limit_usd: 15, repayment: "bullet", repayFrom: 4, maturity: 4 });
  const parts = [{ ...loan, id: "a", limit_usd: 40 }, { ...loan, id: "b", limit_usd: 60 }];
  const business = businessOf(12, { ebitda_usd: [0, 0, 10, 10, 10, 10, 10, 10, 0, 0, 0, 0], capex_usd: [100, ...Array.from({ length: 11 }, () => 0)] });

  test.each([["with arrears", 1, { sweep_frac: 0, openingCash_usd: 0 }], ["swept", 2, { sweep_frac: 1, openingCash_usd: 60 }]] as const)("%s, owes and pays what the whole does", (_, dscr, more) => {
    const [whole, split] = [[loan], parts].map((loans) => fund(stackWith({ ...more, instruments: [...(dscr === 1 ? [note] : []), ...loans.map((one) => ({ ...one, dscr }))] }), business).instruments.filter(({ id }) => id !== "note"));
    const total = (of: typeof whole, name: "drawn_usd" | "repaid_usd" | "swept_usd" | "balance_usd"): readonly number[] => business.quarters.map((__, t) => of!.reduce((sum, one) => sum + one[name][t]!, 0));
    for (const name of ["drawn_usd", "repaid_usd", "swept_usd", "balance_usd"] as const) total(split, name).forEach((usd, t) => expect(usd).toBeCloseTo(total(whole, name)[t]!, 6));
    if (more.sweep_frac === 0) expect(whole![0]!.balance_usd[4]).toBeGreaterThan(0);
    else expect(Math.max(...whole![0]!.swept_usd)).toBeGreaterThan(0);
  });
});
