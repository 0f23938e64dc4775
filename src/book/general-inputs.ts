/** Assumptions of rates, prices and tax, each under a name that formulas use. */
import { macrs, type MacrsClass } from "../money/index.ts";
import type { Payment } from "../finance/index.ts";
import { HOURS_PER_YEAR } from "../units/index.ts";
import type { Inputs } from "./list.ts";
import type { BookSource } from "./source.ts";

/** Names of what most sheets use. */
export interface General {
  readonly discount: string;
  readonly inflation: string;
  readonly reinvestment: string;
  readonly priceYear: string;
  readonly tax: string;
  readonly lossLimit: string;
  readonly receivableDays: string;
  readonly payableDays: string;
  readonly valuation: string;
  readonly daysPerQuarter: string;
  readonly hoursPerYear: string;
  /** Rise of an item's price a year; "general" is inflation. */
  readonly riseOf: (item: string) => string;
  /** Name of the share of a payment, for each curve in use. */
  readonly sharesOf: (payments: readonly Payment[]) => readonly { readonly at: number; readonly share: string }[];
  /** A MACRS class's share of a year from 0: the name of its cell, or undefined past its end. */
  readonly macrsOf: (taxClass: string) => readonly string[];
}

export const generalInputs = (inputs: Inputs, source: BookSource): General => {
  const { scenario: { finance, money }, statement } = source;
  const { discount, inflation, priceYear, valuation } = rates(inputs, source);
  inputs.heading("Tax and working capital");
  const federal = inputs.put("federal_tax_frac", finance.tax === null ? 0 : finance.tax.federal_frac, { label: "federal income tax", unit: "1", source: finance.tax === null ? "no tax in the scenario" : sourceOf(source, "finance.tax.federal"), format: "frac" });
  const state = inputs.put("state_tax_frac", finance.tax === null ? 0 : finance.tax.state_frac, { label: "state income tax, deducted from the federal base", unit: "1", source: finance.tax === null ? "no tax in the scenario" : sourceOf(source, "finance.tax.state"), format: "frac" });
  const tax = inputs.put("income_tax_frac", { formula: `${state}+${federal}*(1-${state})` }, { label: "income tax, both", unit: "1", source: "state + federal (1 - state)", format: "frac" });
  const lossLimit = inputs.put("loss_limit_frac", statement.lossLimit_frac, { label: "share of a year's income that losses brought forward may offset", unit: "1", source: sourceOf(source, "finance.tax.lossLimit"), format: "frac" });
  const days = (name: string, label: string, value: number): string => inputs.put(name, value, { label, unit: "day", source: sourceOf(source, `finance.workingCapital.${name.split("_")[0]!}`), format: "factor" });
  return {
    discount, inflation, priceYear, valuation, tax, lossLimit,
    reinvestment: inputs.put("reinvestment_per_yr", finance.reinvestment_per_yr === null ? { formula: discount } : finance.reinvestment_per_yr, { label: "rate at which receipts are reinvested, for the modified rate of return", unit: "1/yr", source: finance.reinvestment_per_yr === null ? "the discount rate, where the scenario says no other" : sourceOf(source, "finance.reinvestment"), format: "frac" }),
    receivableDays: days("receivable_day", "days until revenue is paid", finance.workingCapital.receivable_day),
    payableDays: days("payable_day", "days until operating cost is paid", finance.workingCapital.payable_day),
    daysPerQuarter: inputs.put("days_per_quarter", HOURS_PER_YEAR / 24 / 4, { label: "days of a quarter", unit: "day", source: "Julian year", format: "factor" }),
    hoursPerYear: inputs.put("hours_per_year", HOURS_PER_YEAR, { label: "hours of a year", unit: "h", source: "Julian year", format: "factor" }),
    riseOf: rises(inputs, source, inflation),
    sharesOf: shares(inputs, source),
    macrsOf: macrsInputs(inputs, source),
  };

  function rates(into: Inputs, from: BookSource): Pick<General, "discount" | "inflation" | "priceYear" | "valuation"> {
    into.heading("Rates and time");
    return {
      discount: into.put("discount_per_yr", finance.discount_per_yr, { label: "discount rate, nominal", unit: "1/yr", source: sourceOf(from, "finance.discount"), format: "frac" }),
      inflation: into.put("inflation_per_yr", money.inflation_per_yr, { label: "inflation", unit: "1/yr", source: sourceOf(from, "money.inflation"), format: "frac" }),
      priceYear: into.put("price_year", money.priceYear, { label: "year of real dollars", unit: "", source: sourceOf(from, "money.priceYear"), format: "factor" }),
      valuation: into.put("valuation_quarter", statement.valuation_quarter, { label: "first quarter of the plan (year x 4 + 0..3): present values are of its first day", unit: "", source: "horizon.start", format: "factor" }),
    };
  }
};

/** What the scenario says of a field's value; the field's name where it has no word of its own. */
export const sourceOf = ({ scenario: { assumptions } }: BookSource, path: string): string => {
  const found = assumptions.find((one) => one.path === path);
  return found === undefined || found.source === "" ? path : `${found.source} (${path}${found.asOf === "" ? "" : `, ${found.asOf}`})`;
};

const camel = (item: string): string => item.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const rises = (inputs: Inputs, source: BookSource, inflation: string): General["riseOf"] => {
  const { escalation } = source.scenario.money;
  const items = [...new Set([...source.flows.flows.map(({ item }) => item), "revenue"])];
  inputs.heading("Rise of prices");
  const names = new Map(items.map((item) => {
    const own = Object.entries(escalation).find(([key]) => key === `${camel(item)}_per_yr`)?.[1];
    const label = `price of ${item}`;
    return [item, inputs.put(`rise_of_${item}_per_yr`, typeof own === "number" ? own : { formula: inflation }, { label, unit: "1/yr", source: typeof own === "number" ? sourceOf(source, `money.escalation.${camel(item)}`) : "inflation, where the scenario says no other", format: "frac" })] as const;
  }));
  return (item) => names.get(item) ?? inflation;
};

const keyOf = (payments: readonly Payment[]): string => payments.map(({ at, share }) => `${at}:${share}`).join(" ");

const shares = (inputs: Inputs, source: BookSource): General["sharesOf"] => {
  const curves = new Map<string, readonly { readonly at: number; readonly share: string }[]>();
  const all = source.terms.map(({ payments }) => payments).filter((payments) => payments.length > 1 || payments.some(({ at }) => at !== 0));
  if (all.length > 0) inputs.heading("Payments of purchases (finance.spend)");
  for (const payments of all) {
    if (curves.has(keyOf(payments))) continue;
    const n = curves.size + 1;
    curves.set(keyOf(payments), payments.map(({ at, share }) => ({ at, share: inputs.put(`payment_${n}_at_${at < 0 ? `m${-at}` : at}`, share, { label: `payment curve ${n}: share ${at === 0 ? "on delivery" : `${Math.abs(at)} quarters ${at < 0 ? "before" : "after"}`}`, unit: "1", source: "finance.spend", format: "frac" }) })));
  }
  return (payments) => curves.get(keyOf(payments)) ?? [{ at: 0, share: "" }];
};

const macrsInputs = (inputs: Inputs, { terms, finance: { options }, optionTerms }: BookSource): General["macrsOf"] => {
  const classes = [...new Set([...terms.map(({ taxClass }) => taxClass), ...options.flatMap(({ option, items }) => items.map(({ item }) => optionTerms(option, item).taxClass))])].filter((one) => one !== "book" && one !== "39-year");
  if (classes.length > 0) inputs.heading("Tax depreciation, share of each tax year");
  const names = new Map(classes.map((one) => {
    const years = Number(one.slice(0, -"-year".length)) as MacrsClass;
    return [one as string, macrs(years).map((share, year) => inputs.put(`macrs_${years}_year_${year + 1}`, share, { label: `${one} property, year ${year + 1}`, unit: "1", source: "IRS Publication 946, table A-1", format: "frac" }))] as const;
  }));
  return (taxClass) => names.get(taxClass) ?? [];
};
