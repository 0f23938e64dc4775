import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combinedTax, crf, fcr, gridPowerYear, lcoeCashflow, lcoeFcr, macrs, realRate } from "../../src/money/index.ts";
import type { MacrsClass } from "../../src/money/index.ts";
import { lifetimePenalty } from "../../src/physics/index.ts";
import ssc from "../golden/finance/ssc-single-owner-lcoe.json" with { type: "json" };
import { measure } from "../golden/measure.ts";
import { agree, goldenCase } from "./golden.ts";

const SUITE = "money-levelised";
const percents = (values: readonly number[]) => values.map((value) => value / 100);

describe("levelised cost by fixed charge", () => {
  it.each(["lcoe-fcr-generic_system", "lcoe-fcr-geothermal_power"])("%s of SSC", (id) => {
    type Inputs = {
      capital_cost: number;
      fixed_operating_cost: number;
      variable_operating_cost: number;
      fixed_charge_rate: number;
      annual_energy_kwh: number;
    };
    const golden = goldenCase<Inputs, { lcoe_usd_per_kwh: number }>(id);
    const { inputs } = golden;
    const got = lcoeFcr({
      capital_usd: inputs.capital_cost,
      fixed_usd_per_year: inputs.fixed_operating_cost,
      variable_usd_per_unit: inputs.variable_operating_cost,
      fcr_per_year: inputs.fixed_charge_rate,
      output_per_year: inputs.annual_energy_kwh,
    });
    agree(SUITE, golden, "lcoe", got, golden.expected.lcoe_usd_per_kwh, "USD/kWh");
  });
  it("fixed charge rate of NREL's ATB and its factors", () => {
    type Inputs = {
      inflation_pct: number;
      equity_return_nominal_pct: number;
      debt_pct: number;
      debt_rate_nominal_pct: number;
      tax_pct: number;
      life: number;
      macrs5_pct: number[];
      construction_interest_pct: number;
      construction_schedule_pct: number[];
    };
    const golden = goldenCase<Inputs, { wacc_real: number; crf: number; pfin: number; cfin: number; fcr: number }>("fcr-atb");
    const { inputs, expected } = golden;
    const got = fcr({
      inflation_per_year: inputs.inflation_pct / 100,
      equityReturn_per_year: inputs.equity_return_nominal_pct / 100,
      debtRate_per_year: inputs.debt_rate_nominal_pct / 100,
      debt_frac: inputs.debt_pct / 100,
      tax_frac: inputs.tax_pct / 100,
      life_years: inputs.life,
      depreciation_frac: percents(inputs.macrs5_pct),
      constructionRate_per_year: inputs.construction_interest_pct / 100,
      construction_frac: percents(inputs.construction_schedule_pct),
    });
    agree(SUITE, golden, "real WACC", got.waccReal_per_year, expected.wacc_real, "1/y");
    agree(SUITE, golden, "CRF", got.crf_per_year, expected.crf, "1/y");
    agree(SUITE, golden, "PFIN", got.pfin, expected.pfin, "-");
    agree(SUITE, golden, "CFIN", got.cfin, expected.cfin, "-");
    agree(SUITE, golden, "FCR", got.fcr_per_year, expected.fcr, "1/y");
  });
  it("refuses shares that do not sum to one", () => {
    const terms = {
      inflation_per_year: 0.02,
      equityReturn_per_year: 0.1,
      debtRate_per_year: 0.07,
      debt_frac: 0.5,
      tax_frac: 0.28,
      life_years: 20,
      depreciation_frac: [0.5, 0.4],
      constructionRate_per_year: 0.05,
      construction_frac: [1],
    };
    expect(() => fcr(terms)).toThrow("depreciation_frac must sum to 1, found 0.9");
    expect(() => fcr({ ...terms, depreciation_frac: [1], debt_frac: 50 })).toThrow("debt_frac must lie in [0, 1], found 50");
  });
});

describe("levelised cost by cash flow", () => {
  it("SSC Single Owner: nominal and real from one numerator", () => {
    // SSC reports both and the two energy sums; the numerator is their product, spent today.
    const cost_usd = (ssc.lcoe_nom_cents_per_kWh / 100) * ssc.npv_energy_nom_kWh;
    const terms = {
      costs_usd: [cost_usd, ...Array<number>(ssc.years).fill(0)],
      output: [0, ...Array<number>(ssc.years).fill(ssc.power_kW * ssc.hours_per_year)],
      inflation_per_year: ssc.inflation_per_year,
      nominalRate_per_year: (1 + ssc.real_discount_rate_per_year) * (1 + ssc.inflation_per_year) - 1,
      firstFlowAt_years: 0,
    };
    const nominal = 100 * lcoeCashflow({ ...terms, variant: "nominal" });
    const real = 100 * lcoeCashflow({ ...terms, variant: "real" });
    measure(SUITE, {
      case: "ssc nominal",
      got: nominal,
      expected: ssc.lcoe_nom_cents_per_kWh,
      rel: 1e-12,
      unit: "c/kWh",
      source: ssc.source,
    });
    measure(SUITE, { case: "ssc real", got: real, expected: ssc.lcoe_real_cents_per_kWh, rel: 1e-12, unit: "c/kWh", source: ssc.source });
  });
  it("with level costs equals capital recovery over yearly output, the closed form", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.3, noNaN: true }), fc.integer({ min: 1, max: 40 }), (rate, life_years) => {
        const years = Array<number>(life_years);
        const got = lcoeCashflow({
          variant: "nominal",
          nominalRate_per_year: rate,
          inflation_per_year: 0.02,
          costs_usd: [1000, ...years.fill(0)],
          output: [0, ...Array<number>(life_years).fill(5)],
          firstFlowAt_years: 0,
        });
        expect(got).toBeCloseTo((1000 * crf({ rate_per_year: rate, life_years })) / 5, 8);
      }),
    );
  });
  it("undiscounted is a ratio of sums; the three agree at zero rates", () => {
    const flows = { costs_usd: [100, 20, 30], output: [0, 10, 15], firstFlowAt_years: 1 };
    expect(lcoeCashflow({ ...flows, variant: "undiscounted", nominalRate_per_year: 0.1, inflation_per_year: 0.03 })).toBeCloseTo(6, 14);
    for (const variant of ["nominal", "real", "undiscounted"] as const) {
      expect(lcoeCashflow({ ...flows, variant, nominalRate_per_year: 0, inflation_per_year: 0 })).toBeCloseTo(6, 14);
    }
  });
  it("names what is wrong", () => {
    const terms = { variant: "nominal", nominalRate_per_year: 0.1, inflation_per_year: 0, firstFlowAt_years: 0 } as const;
    expect(() => lcoeCashflow({ ...terms, costs_usd: [1], output: [1, 2] })).toThrow("costs_usd has 1 years, output 2");
    expect(() => lcoeCashflow({ ...terms, costs_usd: [1], output: [0] })).toThrow("discounted output must be above 0, found 0");
  });
});

describe("tax and rates", () => {
  const { expected } = goldenCase<unknown, { tables: Record<string, number[]> }>("macrs");
  const golden = goldenCase<unknown, unknown>("macrs");
  it.each(Object.entries(expected.tables))("MACRS %s years", (years, table) => {
    const got = macrs(Number(years) as MacrsClass);
    expect(got).toHaveLength(table.length);
    table.forEach((percent, k) => agree(SUITE, golden, `${years}-year, year ${k + 1}`, got[k]! * 100, percent, "%"));
  });
  it.each([3, 5, 7, 10, 15, 20] as const)("MACRS %i years follows the declining balance rule and sums to one", (years) => {
    const rule = decliningBalance(years);
    macrs(years).forEach((share, k) => expect(Math.abs(share - rule[k]!)).toBeLessThan(1.01e-4));
    expect(macrs(years).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
  it("state and federal tax", () => {
    const tax = goldenCase<{ federal: number; state: number }, { effective: number }>("tax-effective");
    agree(
      SUITE,
      tax,
      "effective",
      combinedTax({ federal_frac: tax.inputs.federal, state_frac: tax.inputs.state }),
      tax.expected.effective,
      "-",
    );
    expect(() => combinedTax({ federal_frac: 21, state_frac: 0.07 })).toThrow("federal_frac must lie in [0, 1], found 21");
  });
  it("real rate inverts compounding", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        fc.double({ min: -0.2, max: 0.5, noNaN: true }),
        (real, inflation_per_year) => {
          const nominal_per_year = (1 + real) * (1 + inflation_per_year) - 1;
          expect(realRate({ nominal_per_year, inflation_per_year })).toBeCloseTo(real, 12);
        },
      ),
    );
  });
});

describe("power and failures", () => {
  it("a kW for a year from the grid (arXiv 2511.19468)", () => {
    const golden = goldenCase<{ low: [number, number]; high: [number, number] }, { low: number; high: number }>("terrestrial-power");
    const at = ([price_usd_per_kWh, pue]: [number, number]) => gridPowerYear({ price_usd_per_kWh, pue, hours_per_year: 8760 });
    agree(SUITE, golden, "low", at(golden.inputs.low), golden.expected.low, "USD/(kW y)");
    agree(SUITE, golden, "high", at(golden.inputs.high), golden.expected.high, "USD/(kW y)");
  });
  it("lifetime penalty (arXiv 2604.27197)", () => {
    const golden = goldenCase<{ cases: [number, number][] }, { values: number[] }>("lifetime-penalty");
    golden.inputs.cases.forEach(([rate_per_yr, life_yr], k) => {
      agree(SUITE, golden, `${rate_per_yr}/y, ${life_yr} y`, lifetimePenalty({ rate_per_yr, life_yr }), golden.expected.values[k]!, "-");
    });
  });
});

/** IRC 168(b): 200 % or 150 % declining balance, half-year convention, switched to straight line when that is more. */
function decliningBalance(years: number): number[] {
  const rate = (years >= 15 ? 1.5 : 2) / years;
  const shares = [rate / 2];
  for (let k = 1; k <= years; k++) {
    const left = 1 - shares.reduce((sum, share) => sum + share, 0);
    shares.push(k === years ? left : Math.max(left * rate, left / (years - k + 0.5)));
  }
  return shares;
}
