import { describe, expect, test } from "vitest";
import { levelise, levelisedVariants, projectMeasures, type LevelisedVariant, type Payment, type ProjectCash, type TaxClass } from "../../src/finance/index.ts";
import { frozenOption } from "../../src/finance/frozen/option.ts";
import { powerCost } from "../../src/finance/measures/power-cost.ts";
import { crf, lcoeCashflow, realRate } from "../../src/money/index.ts";
import type { Item, LedgerLine } from "../../src/ledger/index.ts";
import type { PlanOption } from "../../src/plan/index.ts";
import ssc from "../golden/finance/ssc-single-owner-lcoe.json" with { type: "json" };
import { measure } from "../golden/measure.ts";
import { goldenCase } from "../money/golden.ts";

const SUITE = "finance-measures";
const AT_ONCE: readonly Payment[] = [{ at: 0, share: 1 }];

const line = (boundary: Item, quantity: number): LedgerLine => ({ id: `x/${boundary}`, actor: "own", tier: "ground", subsystem: boundary, boundary, period: "unit", quantity, unit: "$", source: "test" });

/** One kilowatt with one purchase and a yearly cost. */
const kilowatt = ({ life_yr, capital_usd, yearly_usd, share = 1 }: { readonly life_yr: number; readonly capital_usd: number; readonly yearly_usd: number; readonly share?: number }): PlanOption => ({
  id: "ground/test", tier: "ground", unit: "1 kW", itNameplate_W: 1000, accelerators: 1, bf16_PFLOP_per_s: 1, tokens_per_s: 1, life_yr, premium_per_yr: 0,
  available_frac: Array.from({ length: Math.ceil(life_yr) }, () => share), capital: [{ line: line("power", capital_usd), life_yr }], yearly: [line("energy", yearly_usd)], priceQuarter: 8108, unitMass_kg: null, launchedOn: null, orders: null, perLaunch: null, limits: "",
});

const variantsOf = (option: PlanOption, { discount, inflation, tax_frac = 0, taxClass = "book", payments = AT_ONCE }: { readonly discount: number; readonly inflation: number; readonly tax_frac?: number; readonly taxClass?: TaxClass; readonly payments?: readonly Payment[] }) => {
  const all = levelisedVariants({
    option, frozen: frozenOption(option, () => 0), base: levelise(option, realRate({ nominal_per_year: discount, inflation_per_year: inflation }))!,
    discount_per_yr: discount, inflation_per_yr: inflation, tax_frac, taxClassOf: () => taxClass, paymentsOf: () => payments,
  });
  return (variant: LevelisedVariant["variant"], at: LevelisedVariant["at"]): number => all.find((one) => one.variant === variant && one.at === at)!.usd_per_kW_yr;
};

describe("levelised cost by convention", () => {
  test("nominal over real is SSC's Single Owner, 25 years of level output", () => {
    const inflation = ssc.inflation_per_year;
    const discount = (1 + ssc.real_discount_rate_per_year) * (1 + inflation) - 1;
    // Costs scaled so that the real levelised cost is SSC's: what is compared is the nominal one.
    const unit = kilowatt({ life_yr: ssc.years, capital_usd: 1, yearly_usd: 0 });
    const scale = ssc.lcoe_real_cents_per_kWh / variantsOf(unit, { discount, inflation })("real", "end");
    const got = variantsOf(kilowatt({ life_yr: ssc.years, capital_usd: scale, yearly_usd: 0 }), { discount, inflation });
    measure(SUITE, { case: "SSC nominal LCOE from the real one", got: got("nominal", "end"), expected: ssc.lcoe_nom_cents_per_kWh, rel: 1e-12, unit: "c/kWh", source: ssc.source });
  });

  test.each([["start", 0], ["middle", 0.5], ["end", 1]] as const)("%s of the year: the cash flow of the closed form, nominal and real", (at, s) => {
    const [discount, inflation] = [0.12, 0.025];
    const got = variantsOf(kilowatt({ life_yr: 7, capital_usd: 5000, yearly_usd: 300, share: 0.9 }), { discount, inflation });
    // Yearly costs in money of the day; the purchase today, brought to the first flow's instant at the nominal rate.
    const costs_usd = Array.from({ length: 7 }, (_, y) => 300 * (1 + inflation) ** (y + s) + (y === 0 ? 5000 * (1 + discount) ** s : 0));
    const terms = { costs_usd, output: Array.from({ length: 7 }, () => 0.9), firstFlowAt_years: s, nominalRate_per_year: discount, inflation_per_year: inflation };
    for (const variant of ["nominal", "real"] as const) expect(got(variant, at) / lcoeCashflow({ ...terms, variant })).toBeCloseTo(1, 12);
  });

  test("the headline is the real one at the end of the year", () => {
    const option = kilowatt({ life_yr: 5, capital_usd: 5000, yearly_usd: 300 });
    expect(variantsOf(option, { discount: 0.12, inflation: 0.025 })("real", "end")).toBeCloseTo(levelise(option, 1.12 / 1.025 - 1)!.usd_per_kW_yr, 9);
  });

  test("undiscounted: purchase over life and yearly cost over output", () => expect(variantsOf(kilowatt({ life_yr: 5, capital_usd: 5000, yearly_usd: 300, share: 0.8 }), { discount: 0.12, inflation: 0.025 })("undiscounted", null)).toBeCloseTo((1000 + 300) / 0.8, 9));

  test("fixed charge rate of NREL's ATB case: capital recovery and tax", () => {
    const golden = goldenCase<{ inflation_pct: number; equity_return_nominal_pct: number; debt_pct: number; debt_rate_nominal_pct: number; tax_pct: number; life: number }, { crf: number; pfin: number }>("fcr-atb");
    const { inputs: i, expected } = golden;
    const tax = i.tax_pct / 100;
    const wacc = (1 - i.debt_pct / 100) * (i.equity_return_nominal_pct / 100) + ((i.debt_pct / 100) * i.debt_rate_nominal_pct * (1 - tax)) / 100;
    const got = variantsOf(kilowatt({ life_yr: i.life, capital_usd: 1000, yearly_usd: 0 }), { discount: wacc, inflation: i.inflation_pct / 100, tax_frac: tax, taxClass: "5-year" });
    measure(SUITE, { case: "ATB charge on 1,000 $ without construction", got: got("fixed charge rate", null), expected: 1000 * expected.crf * expected.pfin, rel: 1e-10, unit: "$/yr", source: golden.source });
  });

  test("paying a year ahead costs half a year's interest and a year's, by hand", () => {
    const option = kilowatt({ life_yr: 10, capital_usd: 1000, yearly_usd: 0 });
    const payments = [{ at: -6, share: 0.25 }, { at: -2, share: 0.75 }];
    const got = variantsOf(option, { discount: 0.1, inflation: 0, payments })("fixed charge rate", null);
    expect(got).toBeCloseTo(1000 * crf({ rate_per_year: 0.1, life_years: 10 }) * (0.75 * 1.1 ** 0.5 + 0.25 * 1.1 ** 1.5), 9);
  });

  test("electricity: power plant and energy, and the launch of its mass, over what servers are given", () => {
    const items = [{ item: "power", usd_per_kW_yr: 500 }, { item: "energy", usd_per_kW_yr: 376.6 }, { item: "launch", usd_per_kW_yr: 1000 }, { item: "it", usd_per_kW_yr: 9000 }] as const;
    const base = levelise(kilowatt({ life_yr: 5, capital_usd: 1, yearly_usd: 1 }), 0.1)!;
    expect(powerCost({ ...base, items }, null).usd_per_MWh).toBeCloseTo(100, 9);
    expect(powerCost({ ...base, tier: "orbit", items }, 0.25).usd_per_MWh).toBeCloseTo((876.6 + 250) / 8.766, 9);
  });
});

describe("measures of a project's cash", () => {
  const cash = (cash_usd: readonly number[], changes: Partial<ProjectCash> = {}): ProjectCash => ({
    of: "plan", quarters: cash_usd.map((_, q) => 8108 + q), valuation_quarter: 8108, cash_usd, capex_usd: cash_usd.map((usd) => Math.max(0, -usd)), discount_per_yr: 0.1, reinvestment_per_yr: 0.05,
    index: 1, priceYear: 2027, taxed: "before tax", ...changes,
  });
  const valueOf = (of: ProjectCash, key: string) => projectMeasures(of).measures.find((one) => one.key === key)!;

  test("several roots and none: all are told, with the rule (numpy-financial's cases, a quarter a period)", () => {
    const several = goldenCase<{ cashflows: readonly number[] }, { roots: readonly number[]; conventional_pick: number }>("irr-multi-1");
    const got = projectMeasures(cash(several.inputs.cashflows));
    got.irrRoots_per_yr.forEach((root, i) => measure(SUITE, { case: `IRR, root ${i + 1}, a year`, got: root, expected: (1 + several.expected.roots[i]!) ** 4 - 1, rel: 1e-8, unit: "1/yr", source: several.source }));
    expect(got.irrRoots_per_yr).toHaveLength(3);
    const irr = got.measures.find(({ key }) => key === "irr_per_yr")!;
    expect(irr.value).toBeCloseTo((1 + several.expected.conventional_pick) ** 4 - 1, 8);
    expect(irr.remark).toContain("smallest non-negative of several roots: -99.97 %");
    const none = goldenCase<{ cashflows: readonly number[] }, unknown>("irr-none-1");
    expect(valueOf(cash(none.inputs.cashflows), "irr_per_yr")).toMatchObject({ value: null, remark: "no real root" });
  });

  test("a bond at par: four quarters of 2.5 % on 100", () => {
    const bond = cash([-100, 2.5, 2.5, 2.5, 102.5]);
    expect(valueOf(bond, "irr_per_yr").value).toBeCloseTo(1.025 ** 4 - 1, 12);
    // From 15 February 2027 to 15 February 2028 are 365 days: a year of the convention.
    expect(valueOf(bond, "xirr_per_yr").value).toBeCloseTo(1.025 ** 4 - 1, 4);
    // Receipts at 5 % a year for 3, 2, 1 and 0 quarters, outlay of 100 four quarters before.
    const future = 2.5 * (1.05 ** 0.75 + 1.05 ** 0.5 + 1.05 ** 0.25) + 102.5;
    expect(valueOf(bond, "mirr_per_yr").value).toBeCloseTo(future / 100 - 1, 12);
  });

  test("payback by hand: 100 paid in the first quarter and 40 a quarter from the second are back after 3.5 quarters; a refresh takes it away again", () => {
    expect(valueOf(cash([-100, 40, 40, 40, 40]), "payback_yr").value).toBeCloseTo(3.5 / 4, 12);
    expect(valueOf(cash([-100, 40, 40, 40, -60, 40]), "payback_yr").value).toBeCloseTo(6 / 4, 12);
    expect(valueOf(cash([-100, 40]), "payback_yr")).toMatchObject({ value: null, remark: "the sum of cash ends below zero" });
    expect(valueOf(cash([5, 5]), "payback_yr").value).toBe(0);
    expect(valueOf(cash([-100, 110]), "discountedPayback_yr").value).toBeCloseTo((2 - (110 * 1.1 ** -0.375 - 100 * 1.1 ** -0.125) / (110 * 1.1 ** -0.375)) / 4, 12);
  });

  test("profitability index: present value of what comes over what is bought", () => {
    const got = valueOf(cash([-100, 0, 0, 0, 121]), "profitabilityIndex").value;
    expect(got).toBeCloseTo(121 / 1.1 / 100, 12);
    expect(valueOf(cash([0, 5]), "profitabilityIndex")).toMatchObject({ value: null, remark: "nothing is bought" });
  });

  test("a price level other than the price year's divides the real value", () => {
    expect(valueOf(cash([110], { index: 1.1 }), "npv_real_usd").value).toBeCloseTo((110 * 1.1 ** -0.125) / 1.1, 12);
  });
});
