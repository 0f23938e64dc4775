/**
 * What a series of quarterly cash is worth: present value, rates of return, payback. Flows are nominal and stand in the middle of their quarter.
 *
 *   1. NPV = sum c_q (1 + R)^-((q + 1/2)/4), R nominal; over the index of the valuation day it is the real NPV
 *   2. IRR: every root of the quarterly series, a year: (1 + i)^4 - 1 (money/irr: all roots or none, with the rule of choice)
 *   3. XIRR: the same flows on days of the calendar (the 15th or 16th of each quarter's middle month), actual/365
 *   4. MIRR: outlays at the discount rate, receipts reinvested at finance.reinvestment (Lin 1976)
 *   5. payback: from the valuation day until the sum of cash is never below zero again; discounted: of discounted cash
 *   6. profitability index = 1 + NPV / PV(capex)
 */
import { irr, mirr, xirr } from "../../money/index.ts";
import type { Irr } from "../../money/index.ts";
import type { Measure, ProjectMeasures } from "./measure-record.ts";

export interface ProjectCash {
  readonly of: ProjectMeasures["of"];
  readonly quarters: readonly number[];
  readonly valuation_quarter: number;
  readonly cash_usd: readonly number[];
  readonly capex_usd: readonly number[];
  readonly discount_per_yr: number;
  readonly reinvestment_per_yr: number;
  /** Index of the valuation day: dollars of that day for one of the price year. */
  readonly index: number;
  readonly priceYear: number;
  /** "after tax" or "before tax". */
  readonly taxed: string;
}

/** Every measure of one series of cash. */
export const projectMeasures = (cash: ProjectCash): ProjectMeasures => {
  const found = irr(fromFirst(cash.cash_usd));
  return {
    of: cash.of,
    irrRoots_per_yr: found.roots.map(yearly),
    measures: [...valueMeasures(cash), ...rateMeasures(cash, found), ...paybackMeasures(cash)],
  };
};

const yearly = (quarterly: number): number => (1 + quarterly) ** 4 - 1;

/** Leading quarters without cash have no root to add. */
const fromFirst = (usd: readonly number[]): readonly number[] => {
  const first = usd.findIndex((flow) => flow !== 0);
  return first <= 0 ? usd : usd.slice(first);
};

const discounted = ({ quarters, valuation_quarter, discount_per_yr }: ProjectCash, usd: readonly number[]): readonly number[] =>
  usd.map((flow, q) => flow * (1 + discount_per_yr) ** -((quarters[q]! - valuation_quarter + 0.5) / 4));

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const valueMeasures = (cash: ProjectCash): readonly Measure[] => {
  const { cash_usd, capex_usd, index, priceYear, taxed } = cash;
  const npv = sum(discounted(cash, cash_usd));
  const capex = sum(discounted(cash, capex_usd));
  return [
    { key: "npv_usd", name: "net present value", value: npv, unit: "$", definition: `nominal cash ${taxed} discounted at the nominal rate to the first day of the plan, in dollars of that day`, remark: "" },
    { key: "npv_real_usd", name: "net present value, real", value: npv / index, unit: "$", definition: `the same in dollars of ${priceYear}`, remark: "" },
    { key: "profitabilityIndex", name: "profitability index", value: capex > 0 ? 1 + npv / capex : null, unit: "", definition: "1 + net present value over the present value of capital spent", remark: capex > 0 ? "" : "nothing is bought" },
  ];
};

const rateMeasures = (cash: ProjectCash, found: Irr): readonly Measure[] => {
  const { cash_usd, discount_per_yr, reinvestment_per_yr } = cash;
  const dated = cash.quarters.map((quarter, q) => ({ date: middleOf(quarter), amount_usd: cash_usd[q]! })).slice(Math.max(0, cash_usd.findIndex((flow) => flow !== 0)));
  const byDay = xirr(dated);
  const hasBoth = cash_usd.some((flow) => flow > 0) && cash_usd.some((flow) => flow < 0);
  const modified = hasBoth ? mirr({ flows_usd: fromFirst(cash_usd), financeRate_per_period: quarterly(discount_per_yr), reinvestRate_per_period: quarterly(reinvestment_per_yr) }) : null;
  return [
    { key: "irr_per_yr", name: "internal rate of return", value: found.chosen === null ? null : yearly(found.chosen), unit: "1/yr", definition: "rate a year, compounded by the quarter, at which the net present value is zero; every root is sought", remark: found.roots.length > 1 ? `${found.rule}: ${found.roots.map((root) => percent(yearly(root))).join(", ")}` : found.rule },
    { key: "xirr_per_yr", name: "XIRR", value: byDay.chosen, unit: "1/yr", definition: "the same with flows on days of the calendar, actual/365", remark: byDay.rule },
    { key: "mirr_per_yr", name: "modified rate of return", value: modified === null ? null : yearly(modified), unit: "1/yr", definition: `outlays at the discount rate, receipts reinvested at ${percent(reinvestment_per_yr)} a year until the last quarter`, remark: modified === null ? "it needs an outlay and a receipt" : "" },
  ];
};

const quarterly = (yearlyRate: number): number => (1 + yearlyRate) ** 0.25 - 1;
const percent = (rate: number): string => `${Number((100 * rate).toPrecision(4))} %`;

/** Day in the middle of a quarter: 15 February, 16 May, 16 August, 15 November. */
const middleOf = (quarter: number): string => `${Math.floor(quarter / 4)}-${["02-15", "05-16", "08-16", "11-15"][quarter % 4]!}`;

const paybackMeasures = (cash: ProjectCash): readonly Measure[] => {
  const never = "the sum of cash ends below zero";
  const told = (key: string, name: string, definition: string, usd: readonly number[]): Measure => {
    const value = payback_yr(cash, usd);
    return { key, name, value, unit: "yr", definition, remark: value === null ? never : "" };
  };
  return [
    told("payback_yr", "payback", "years from the first day of the plan until the sum of cash is never below zero again", cash.cash_usd),
    told("discountedPayback_yr", "discounted payback", "the same of discounted cash", discounted(cash, cash.cash_usd)),
  ];
};

/** Within the quarter in which the sum turns, cash comes evenly. */
const payback_yr = ({ quarters, valuation_quarter }: ProjectCash, usd: readonly number[]): number | null => {
  let total = 0;
  let turned: number | null = 0;
  usd.forEach((flow, q) => {
    const before = total;
    total += flow;
    if (total < 0) turned = null;
    else if (before < 0) turned = quarters[q]! - valuation_quarter + -before / flow;
  });
  return turned === null ? null : turned / 4;
};
