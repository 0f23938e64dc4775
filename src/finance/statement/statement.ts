/**
 * The statement: what the plan pays and earns in each quarter, in the money of that quarter, before finance.
 *
 *   1. nominal = real x index of the item (price-index.ts); payments of a purchase each in the money of its own quarter (payments.ts)
 *   2. ebitda = revenue - operating - insurance - terms - disposal;  cash from operations = ebitda - change of (receivable - payable)
 *   3. before tax = cash from operations - capex + proceeds;  after tax = before tax - tax
 *   4. taxable = ebitda + proceeds - tax depreciation; tax by calendar year with losses carried forward (money/income-tax)
 *   5. what is left of a part at the end is sold in the last quarter for what the plan credits (horizon.end), at the index of its own item: never
 *      for more than the same share of what it would cost then
 *
 * Deflated line by line and summed over quarters it is the plan's ledger in real dollars, where nothing escalates otherwise. A share of a
 * purchase that is paid before the plan begins or after it ends stands in a quarter of its own.
 * Assumes: one company, one tax, no interest (src/capital); purchases of a quarter serve from it on; gains on what is sold are income.
 */
import { combinedTax, incomeTax } from "../../money/index.ts";
import type { Plan } from "../../plan/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import type { Flow, Flows } from "../flows/index.ts";
import { owedOf, quartersOwed } from "./owed.ts";
import { paymentsOf, reachOf, type Payment } from "./payments.ts";
import { priceIndex } from "./price-index.ts";
import type { EarnedLine, Statement, StatementColumns, StatementLine } from "./statement-record.ts";
import { taxClassOf } from "./tax-class.ts";
import { bookShares, placedOf, taxShares, writtenOff } from "./written-off.ts";

type Column = readonly number[];

const sumOf = (columns: readonly Column[], length: number): number[] => {
  const sums = Array.from({ length }, () => 0);
  for (const column of columns) column.forEach((usd, q) => (sums[q]! += usd));
  return sums;
};
const less = (a: Column, b: Column): number[] => a.map((usd, q) => usd - b[q]!);
const change = (balance: Column): number[] => balance.map((usd, q) => usd - (q === 0 ? 0 : balance[q - 1]!));

/** A flow as it is paid, as it falls due, and what of it is written off, all by quarter of the statement. */
interface Told {
  readonly flow: Flow;
  readonly line: StatementLine;
  /** Of what is paid: what buys again. */
  readonly refresh_usd: Column;
  readonly book_usd: Column;
  readonly tax_usd: Column;
}

/** Nominal cash of the plan's flows by quarter. */
export const statementOf = (scenario: Scenario, { flows: { quarters: planned, flows, earned }, plan }: { readonly flows: Flows; readonly plan: Pick<Plan, "shadowPrices" | "classes"> }): Statement => {
  const { receivable_day, payable_day } = scenario.finance.workingCapital;
  const payments = flows.map((flow) => paymentsOf(scenario, flow));
  const { lead, tail: paidLate } = reachOf(payments);
  const tail = Math.max(paidLate, quartersOwed(receivable_day), quartersOwed(payable_day));
  const quarters = Array.from({ length: lead + planned.length + tail }, (_, i) => planned[0]! - lead + i);
  const index = priceIndex(scenario);
  const span: Span = { quarters, lead, planned: planned.length, index };
  const told = flows.map((flow, i) => toldOf(scenario, { flow, payments: payments[i]!, span }));
  const earnedLines = earned.map(({ id, tier, price, real_usd }): EarnedLine => ({ id, tier, price, earned_usd: nominal(real_usd, { item: "revenue", span }) }));
  const columns = columnsOf(scenario, { told, earned: earnedLines, quarters });
  return {
    quarters,
    valuation_quarter: planned[0]!,
    index: quarters.map((quarter) => index("general", quarter)),
    lines: told.map(({ line }) => line),
    earned: earnedLines,
    ...columns,
    byTier: { ground_usd: beforeTaxOf("ground", { told, earned: earnedLines, scenario, quarters }), orbit_usd: beforeTaxOf("orbit", { told, earned: earnedLines, scenario, quarters }) },
    scarcity_usd: nominal(scarcityOf(plan, planned), { item: "general", span }),
    tax_frac: taxRate(scenario),
    lossLimit_frac: scenario.finance.tax === null ? 1 : scenario.finance.tax.lossLimit_frac,
  };
};

interface Span {
  readonly quarters: readonly number[];
  /** Quarters of the statement before the plan's first, and how many the plan has. */
  readonly lead: number;
  readonly planned: number;
  readonly index: ReturnType<typeof priceIndex>;
}

/** A column of the plan's quarters on those of the statement, in the money of each. */
const nominal = (real_usd: Column, { item, span: { quarters, lead, index } }: { readonly item: Parameters<Span["index"]>[0]; readonly span: Span }): number[] =>
  quarters.map((quarter, q) => {
    const usd = real_usd[q - lead];
    return usd === undefined || usd === 0 ? 0 : usd * index(item, quarter);
  });

const onStatement = (column: Column, { quarters, lead }: Span): number[] => quarters.map((_, q) => (q < lead || q >= lead + column.length ? 0 : column[q - lead]!));

const toldOf = (scenario: Scenario, { flow, payments, span }: { readonly flow: Flow; readonly payments: readonly Payment[]; readonly span: Span }): Told => {
  const { quarters, lead, index } = span;
  const paid_usd = quarters.map(() => 0);
  const refresh_usd = quarters.map(() => 0);
  const cost_usd = flow.real_usd.map((real, t) => payments.reduce((cost, { at, share }) => {
    const q = lead + t + at;
    const usd = real * share * index(flow.pricedAs, quarters[q]!);
    paid_usd[q]! += usd;
    if (real !== 0) refresh_usd[q]! += (usd * flow.refresh_usd[t]!) / real;
    return cost + usd;
  }, 0));
  const calendar = { length: span.planned, firstOfYear: quarters[lead]! % 4 };
  const off = (shares: typeof bookShares): Column => onStatement(writtenOff(flow, { cost_usd, shares, calendar }), span);
  return {
    flow, refresh_usd,
    line: { id: flow.id, tier: flow.tier, item: flow.item, kind: flow.kind, paid_usd, due_usd: onStatement(flow.vintages.length === 0 ? cost_usd : placedOf(flow, cost_usd), span) },
    book_usd: off(bookShares),
    tax_usd: off(taxShares(taxClassOf(scenario, flow))),
  };
};

/** Combined rate; 0 without a tax. */
export const taxRate = ({ finance: { tax } }: Scenario): number => (tax === null ? 0 : combinedTax({ federal_frac: tax.federal_frac, state_frac: tax.state_frac }));

const OPERATING: ReadonlySet<Flow["kind"]> = new Set(["yearly", "cargo"]);
const TERMS: ReadonlySet<Flow["kind"]> = new Set(["terms", "market"]);
const CAPEX: ReadonlySet<Flow["kind"]> = new Set(["purchase", "launch", "stake"]);

interface Parts {
  readonly told: readonly Told[];
  readonly earned: readonly EarnedLine[];
  readonly quarters: readonly number[];
}

const columnsOf = (scenario: Scenario, { told, earned, quarters }: Parts): StatementColumns => {
  const n = quarters.length;
  const of = (has: (kind: Flow["kind"]) => boolean, take: (one: Told) => Column = ({ line }) => line.paid_usd): number[] => sumOf(told.filter(({ flow }) => has(flow.kind)).map(take), n);
  const kind = (name: Flow["kind"]) => (one: Flow["kind"]): boolean => one === name;
  const revenue_usd = sumOf(earned.map((line) => line.earned_usd), n);
  const operating_usd = of((one) => OPERATING.has(one));
  const [insurance_usd, terms_usd, disposal_usd] = [of(kind("insurance")), of((one) => TERMS.has(one)), of(kind("disposal"))];
  const ebitda_usd = less(revenue_usd, sumOf([operating_usd, insurance_usd, terms_usd, disposal_usd], n));
  const receivable_usd = owedOf(revenue_usd, scenario.finance.workingCapital.receivable_day);
  const payable_usd = owedOf(operating_usd, scenario.finance.workingCapital.payable_day);
  const cashFromOperations_usd = less(ebitda_usd, change(less(receivable_usd, payable_usd)));
  const refresh_usd = of(kind("purchase"), (one) => one.refresh_usd);
  const purchases_usd = less(of(kind("purchase")), refresh_usd);
  const [launches_usd, stakes_usd] = [of(kind("launch")), of(kind("stake"))];
  const capex_usd = sumOf([purchases_usd, refresh_usd, launches_usd, stakes_usd], n);
  const proceeds_usd = of(kind("left")).map((usd) => 0 - usd);
  const taxDepreciation_usd = of(() => true, (one) => one.tax_usd);
  const beforeTax_usd = less(sumOf([cashFromOperations_usd, proceeds_usd], n), capex_usd);
  const taxable_usd = less(sumOf([ebitda_usd, proceeds_usd], n), taxDepreciation_usd);
  const { tax_usd, losses_usd } = incomeTax({ quarters, income_usd: taxable_usd, rate_frac: taxRate(scenario), lossLimit_frac: scenario.finance.tax === null ? 1 : scenario.finance.tax.lossLimit_frac });
  return {
    revenue_usd, operating_usd, insurance_usd, terms_usd, disposal_usd, ebitda_usd, receivable_usd, payable_usd, cashFromOperations_usd,
    purchases_usd, refresh_usd, launches_usd, stakes_usd, capex_usd, placed_usd: of((one) => CAPEX.has(one), ({ line }) => line.due_usd), proceeds_usd,
    bookDepreciation_usd: of(() => true, (one) => one.book_usd), taxDepreciation_usd, taxable_usd, tax_usd, losses_usd,
    beforeTax_usd, afterTax_usd: less(beforeTax_usd, tax_usd),
  };
};

/** A tier's own revenue and costs, as they are paid. */
const beforeTaxOf = (tier: "ground" | "orbit", { told, earned, scenario, quarters }: Parts & { readonly scenario: Scenario }): readonly number[] =>
  columnsOf({ ...scenario, finance: { ...scenario.finance, tax: null } }, { told: told.filter(({ flow }) => flow.tier === tier), earned: earned.filter((line) => line.tier === tier), quarters }).beforeTax_usd;

/** Shadow price of a tier's capacity, dollars of the quarter a watt, times what is served there. */
const scarcityOf = ({ shadowPrices, classes }: Pick<Plan, "shadowPrices" | "classes">, quarters: readonly number[]): readonly number[] =>
  quarters.map((quarter, t) => shadowPrices.reduce((sum, price) => {
    if (price.quarter !== quarter || !price.limit.startsWith("capacity/")) return sum;
    const served_W = classes.reduce((watts, one) => watts + (price.limit.endsWith("/orbit") ? one.orbit_W[t]! : one.ground_W[t]!), 0);
    return sum + price.value_usd * served_W;
  }, 0));
