/**
 * Nominal cash by quarter: the equations of the statement (finance/statement) as formulas on the plan's real dollars.
 *
 *   index = (1 + rise)^((q + 1/2)/4 - (Y + 1/2));  paid(q) = sum over payments of share x real(q - at) x index(q)
 *   owed(q) = sum over k of clamp(d - k, 0, 1) x flow(q - k);  EBITDA, cash, tax as in docs/theory/finance.md
 */
import type { Grid, Line } from "./grid.ts";
import type { General } from "./general-inputs.ts";
import type { PlanLines } from "./plan-sheet.ts";
import type { BookSource } from "./source.ts";

/** Lines of cash by flow: as paid, and what is paid for the money of a quarter, whenever it is paid. */
export interface Spent {
  readonly paid: readonly Line[];
  readonly refresh: readonly (Line | null)[];
  readonly cost: readonly Line[];
  readonly earned: readonly Line[];
  /** Name of an earned line's class. */
  readonly index: Line;
}

const sum = (terms: readonly string[]): string => (terms.length === 0 ? "0" : terms.join("+"));
const GENERAL = "general";

/** Prices of each quarter, and every part and class in the money of its quarter. */
export const spentLines = (grid: Grid, source: BookSource, { general, plan }: { readonly general: General; readonly plan: PlanLines }): Spent => {
  const { flows: { flows, earned }, terms } = source;
  grid.heading("Nominal dollars of a quarter for a dollar of the price year");
  const indexLine = (item: string): Line => grid.line({ label: `index of ${item}`, unit: "1", format: "index" }, (t) => `(1+${item === GENERAL ? general.inflation : general.riseOf(item)})^((${grid.quarter.at(t)}+0.5)/4-(${general.priceYear}+0.5))`);
  const indices = new Map([GENERAL, ...new Set([...flows.map(({ pricedAs }) => pricedAs as string), "revenue"])].map((item) => [item, indexLine(item)] as const));
  const indexOf = ({ pricedAs }: { readonly pricedAs: string }): Line => indices.get(pricedAs)!;
  const paidOf = (i: number, real: Line) => (t: number): string => sum(general.sharesOf(terms[i]!.payments).flatMap(({ at, share }) => {
    const cell = real.at(t - at);
    return cell === "0" ? [] : [`${cell}${share === "" ? "" : `*${share}`}*${indexOf(flows[i]!).at(t)}`];
  }));
  grid.heading("What is paid, by part, as it is paid");
  const paid = flows.map((flow, i) => grid.line({ label: flow.id, tags: [flow.tier, flow.kind, flow.item], unit: "$" }, paidOf(i, plan.real[i]!)));
  if (plan.refresh.some((line) => line !== null)) grid.heading("Of it: what buys again");
  const refresh = plan.refresh.map((line, i) => (line === null ? null : grid.line({ label: `${flows[i]!.id}, again`, tags: [flows[i]!.tier, "refresh", flows[i]!.item], unit: "$" }, paidOf(i, line))));
  const apart = flows.map((_, i) => general.sharesOf(terms[i]!.payments).some(({ share }) => share !== ""));
  if (apart.some((yes) => yes)) grid.heading("What the purchases of a quarter cost, whenever they are paid");
  const cost = flows.map((flow, i) => (apart[i]! ? grid.line({ label: `${flow.id}, bought`, tags: [flow.tier, "bought", flow.item], unit: "$" }, (t) => costOf(general.sharesOf(terms[i]!.payments), { real: plan.real[i]!, index: indexOf(flow), t })) : paid[i]!));
  grid.heading("What is earned");
  return { paid, refresh, cost, index: indices.get(GENERAL)!, earned: earned.map(({ id, tier, price }, i) => grid.line({ label: `${id} on ${tier}`, tags: [tier, "earned", price], unit: "$" }, (t) => `${plan.earned[i]!.at(t)}*${indices.get("revenue")!.at(t)}`)) };
};

/** Where payments reach beyond the sheet nothing is bought. */
const costOf = (shares: readonly { readonly at: number; readonly share: string }[], { real, index, t }: { readonly real: Line; readonly index: Line; readonly t: number }): string =>
  `${real.at(t)}*(${sum(shares.flatMap(({ at, share }) => (index.at(t + at) === "0" ? [] : [`${share}*${index.at(t + at)}`])))})`;

/** Columns of the statement. */
export interface CashLines {
  readonly revenue: Line;
  readonly operating: Line;
  readonly insurance: Line;
  readonly terms: Line;
  readonly disposal: Line;
  readonly ebitda: Line;
  readonly receivable: Line;
  readonly payable: Line;
  readonly fromOperations: Line;
  readonly purchases: Line;
  readonly refresh: Line;
  readonly launches: Line;
  readonly stakes: Line;
  readonly capex: Line;
  readonly proceeds: Line;
  readonly beforeTax: Line;
}

const KINDS = { operating: ["yearly", "cargo"], insurance: ["insurance"], terms: ["terms", "market"], disposal: ["disposal"], purchases: ["purchase"], launches: ["launch"], stakes: ["stake"], left: ["left"] } as const;

/** Sums by what they are for, up to cash before tax; of one tier where it is named. */
export const cashLines = (grid: Grid, spent: Spent, { general, tier }: { readonly general: General; readonly tier: "ground" | "orbit" | null }): CashLines => {
  const usd = (label: string, cells: (t: number) => string): Line => grid.line({ label: tier === null ? label : `${label}, ${tier}`, unit: "$" }, cells);
  const paidFor = (t: number, kinds: readonly string[], lines: readonly Line[] = spent.paid): string => {
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) return "0";
    const where = tier === null ? "" : `,${grid.tagRange(0, first, last)},"${tier}"`;
    return sum(kinds.map((kind) => `SUMIFS(${grid.columnRange(t, first, last)},${grid.tagRange(1, first, last)},"${kind}"${where})`));
  };
  const again = spent.refresh.filter((line) => line !== null);
  const revenue = usd("revenue", (t) => paidFor(t, ["earned"], spent.earned));
  const operating = usd("operating", (t) => paidFor(t, KINDS.operating));
  const insurance = usd("insurance", (t) => paidFor(t, KINDS.insurance));
  const terms = usd("terms and market", (t) => paidFor(t, KINDS.terms));
  const disposal = usd("disposal", (t) => paidFor(t, KINDS.disposal));
  const ebitda = usd("EBITDA", (t) => `${revenue.at(t)}-${operating.at(t)}-${insurance.at(t)}-${terms.at(t)}-${disposal.at(t)}`);
  const receivable = usd("receivable", (t) => owed(revenue, { t, days: general.receivableDays, general }));
  const payable = usd("payable", (t) => owed(operating, { t, days: general.payableDays, general }));
  const fromOperations = usd("cash from operations", (t) => `${ebitda.at(t)}-((${receivable.at(t)}-${payable.at(t)})-(${receivable.at(t - 1)}-${payable.at(t - 1)}))`);
  const refresh = usd("bought again", (t) => (again.length === 0 ? "0" : paidFor(t, ["refresh"], again)));
  const purchases = usd("first purchases", (t) => `${paidFor(t, KINDS.purchases)}-${refresh.at(t)}`);
  const launches = usd("launches", (t) => paidFor(t, KINDS.launches));
  const stakes = usd("stakes", (t) => paidFor(t, KINDS.stakes));
  const capex = usd("purchases, all", (t) => `${purchases.at(t)}+${refresh.at(t)}+${launches.at(t)}+${stakes.at(t)}`);
  const proceeds = usd("what is left, sold", (t) => `-(${paidFor(t, KINDS.left)})`);
  const beforeTax = usd("cash before tax", (t) => `${fromOperations.at(t)}+${proceeds.at(t)}-${capex.at(t)}`);
  return { revenue, operating, insurance, terms, disposal, ebitda, receivable, payable, fromOperations, purchases, refresh, launches, stakes, capex, proceeds, beforeTax };
};

/** So many quarters back may be unpaid in the book: days beyond that need more columns. */
const LAGS = 8;

const owed = (flow: Line, { t, days, general }: { readonly t: number; readonly days: string; readonly general: General }): string =>
  sum(Array.from({ length: Math.min(LAGS, t + 1) }, (_, k) => `MAX(0,MIN(1,${days}/${general.daysPerQuarter}-${k}))*${flow.at(t - k)}`));

export interface TaxLines {
  readonly taxable: Line;
  readonly tax: Line;
  readonly losses: Line;
}

/** Income tax by calendar year, losses carried forward: `income` is what is taxed of a quarter. */
export const taxLines = (grid: Grid, { general, income }: { readonly general: Pick<General, "tax" | "lossLimit">; readonly income: Line }): Omit<TaxLines, "taxable"> => {
  const usd = (label: string, cells: (t: number) => string): Line => grid.line({ label, unit: "$" }, cells);
  const lines: { brought?: Line; soFar?: Line; due?: Line; losses?: Line } = {};
  const isNew = (t: number): boolean => t === 0 || Math.floor(grid.quarters[t]! / 4) !== Math.floor(grid.quarters[t - 1]! / 4);
  lines.brought = usd("losses brought into the year", (t) => (isNew(t) ? lines.losses!.at(t - 1) : lines.brought!.at(t - 1)));
  lines.soFar = usd("income of the year so far", (t) => `${isNew(t) ? "" : `${lines.soFar!.at(t - 1)}+`}${income.at(t)}`);
  const used = usd("losses used", (t) => `IF(${lines.soFar!.at(t)}>0,MIN(${lines.brought!.at(t)},${general.lossLimit}*${lines.soFar!.at(t)}),0)`);
  lines.due = usd("tax of the year so far", (t) => `IF(${lines.soFar!.at(t)}>0,${general.tax}*(${lines.soFar!.at(t)}-${used.at(t)}),0)`);
  const tax = usd("tax", (t) => `${lines.due!.at(t)}${isNew(t) ? "" : `-${lines.due!.at(t - 1)}`}`);
  lines.losses = usd("losses left", (t) => `${lines.brought!.at(t)}-${used.at(t)}+MAX(0,-${lines.soFar!.at(t)})`);
  return { tax, losses: lines.losses };
};
