/**
 * A run's money as a workbook with live formulas: assumptions, the plan's decisions, cash by quarter, tax, what it is worth, levelised cost, the capital
 * stack, cap table and exits, and a sheet that holds each number against the library's.
 *
 * Formulas restate the equations of docs/theory/finance.md, capital.md and deals.md; nothing that a formula can say is written as a number. What is
 * given are assumptions, and what the plan decided.
 */
import { assumptionsSheet } from "./assumptions-sheet.ts";
import { cashLines, spentLines, taxLines, type CashLines, type Spent } from "./cash-sheet.ts";
import { dealsPart } from "./deals/index.ts";
import { debtPart } from "./debt/index.ts";
import { depreciationSheet, vintagesSheet, type WrittenOff } from "./depreciation-sheet.ts";
import { generalInputs, type General } from "./general-inputs.ts";
import { gridOf, type Grid, type Line } from "./grid.ts";
import { levelisedSheet } from "./levelised-sheet.ts";
import { inputsOf } from "./list.ts";
import { measuresSheet, projectsIn, realWorth, worthLines } from "./measures-sheet.ts";
import type { Book, Sheet } from "./model.ts";
import { planSheet, type PlanLines } from "./plan-sheet.ts";
import { reconcileSheets } from "./reconcile-sheet.ts";
import type { BookSource, Check } from "./source.ts";

/** Sheets that stand beside those of the statement, and what is checked on them. */
export interface Part {
  readonly sheets: readonly Sheet[];
  readonly checks: readonly Check[];
}

const NOTHING: Part = { sheets: [], checks: [] };

/** The book of a run. Throws RangeError naming the cell of a number that is not finite. */
export const bookOf = (source: BookSource): Book => {
  const inputs = inputsOf();
  const general = generalInputs(inputs, source);
  const { quarters } = source.statement;
  const planGrid = gridOf("plan", { title: "The plan: real dollars, by quarter", quarters });
  const plan = planSheet(planGrid, source, general);
  const money = moneyPart(source, { general, plan });
  const worth = worthPart(source, { general, plan, quarter: planGrid.quarter, ...money });
  const levelised = levelisedSheet(source, general);
  const debt = source.funding === null ? NOTHING : debtPart(source, { inputs, general, money });
  const deals = source.deals === null ? NOTHING : dealsPart(source.deals, inputs);
  const tolerance = inputs.put("agreement_tolerance", 1e-9, { label: "difference that counts as none, relative", unit: "1", source: "as the library's own tests have it", format: "factor" });
  const checks = [...worth.checks, ...levelised.checks, ...money.checks, ...debt.checks, ...deals.checks];
  const [reconcile, library] = reconcileSheets(checks, { quarters, tolerance, scale: `SUM(${money.cash.capex.all})` });
  return {
    title: source.scenario.name,
    sheets: [inputs.finish(), reconcile!, ...worth.sheets, levelised.list.finish(), ...money.sheets, ...debt.sheets, ...deals.sheets, planGrid.finish(), assumptionsSheet(source), library!],
    names: inputs.names(),
  };
};

interface Money extends Part {
  readonly cash: CashLines;
  readonly off: WrittenOff;
  readonly spent: Spent;
  readonly afterTax: Line;
  readonly ground: CashLines;
  readonly orbit: CashLines;
}

/** Cash, what is written off, and tax. */
const moneyPart = (source: BookSource, { general, plan }: { readonly general: General; readonly plan: PlanLines }): Money => {
  const { quarters } = source.statement;
  const grid = gridOf("cash", { title: "Cash of each quarter in its own dollars, before finance", quarters });
  const offGrid = gridOf("depreciation", { title: "What is put into service and written off", quarters });
  const spent = spentLines(grid, source, { general, plan });
  const vintages = vintagesSheet(source, spent.cost);
  grid.heading("The plan's cash");
  const cash = cashLines(grid, spent, { general, tier: null });
  const off = depreciationSheet(offGrid, source, { general, vintages });
  const { taxable, tax, losses, afterTax } = taxed(grid, { general, cash, off: off.tax });
  const ofTier = (tier: "ground" | "orbit"): CashLines => {
    grid.heading(`The ${tier} tier's cash, before tax`);
    return cashLines(grid, spent, { general, tier });
  };
  const [ground, orbit] = [ofTier("ground"), ofTier("orbit")];
  return { cash, off, spent, afterTax, ground, orbit, sheets: [grid.finish(), offGrid.finish(), vintages.list.finish()], checks: statementChecks(source, { ...cash, ...off, taxable, incomeTax: tax, losses, afterTax }) };
};

const worthPart = (source: BookSource, { general, plan, quarter, cash, afterTax, ground, orbit }: Pick<Money, "cash" | "afterTax" | "ground" | "orbit"> & { readonly general: General; readonly plan: PlanLines; readonly quarter: Line }): Part => {
  const grid = gridOf("worth", { title: "What the cash of each quarter is worth", quarters: source.statement.quarters });
  const projects = projectsIn(source, { afterTax, capex: cash.capex, ground, orbit });
  const { list, checks } = measuresSheet(source, worthLines(grid, projects, general), { general, grid });
  const real = realWorth(list, { plan, general, quarter, finance: source.finance });
  return { sheets: [list.finish(), grid.finish()], checks: [...checks, ...real] };
};

const taxed = (grid: Grid, { general, cash, off }: { readonly general: General; readonly cash: CashLines; readonly off: Line }): { readonly taxable: Line; readonly tax: Line; readonly losses: Line; readonly afterTax: Line } => {
  grid.heading("Tax, before finance");
  const taxable = grid.line({ label: "taxable income", unit: "$" }, (t) => `${cash.ebitda.at(t)}+${cash.proceeds.at(t)}-${off.at(t)}`);
  const { tax, losses } = taxLines(grid, { general, income: taxable });
  return { taxable, tax, losses, afterTax: grid.line({ label: "cash after tax", unit: "$" }, (t) => `${cash.beforeTax.at(t)}-${tax.at(t)}`) };
};

interface Stated extends CashLines, WrittenOff {
  readonly taxable: Line;
  readonly losses: Line;
  readonly afterTax: Line;
  readonly incomeTax: Line;
}

const statementChecks = ({ statement: s }: BookSource, lines: Stated): readonly Check[] => {
  const rows: readonly (readonly [string, Line, readonly number[]])[] = [
    ["revenue", lines.revenue, s.revenue_usd], ["operating", lines.operating, s.operating_usd], ["insurance", lines.insurance, s.insurance_usd], ["terms and market", lines.terms, s.terms_usd],
    ["disposal", lines.disposal, s.disposal_usd], ["EBITDA", lines.ebitda, s.ebitda_usd], ["receivable", lines.receivable, s.receivable_usd], ["payable", lines.payable, s.payable_usd],
    ["cash from operations", lines.fromOperations, s.cashFromOperations_usd], ["first purchases", lines.purchases, s.purchases_usd], ["bought again", lines.refresh, s.refresh_usd],
    ["launches", lines.launches, s.launches_usd], ["stakes", lines.stakes, s.stakes_usd], ["purchases, all", lines.capex, s.capex_usd], ["put into service", lines.placed, s.placed_usd],
    ["what is left, sold", lines.proceeds, s.proceeds_usd], ["written off in the books", lines.book, s.bookDepreciation_usd], ["written off for tax", lines.tax, s.taxDepreciation_usd],
    ["taxable income", lines.taxable, s.taxable_usd], ["tax", lines.incomeTax, s.tax_usd], ["losses left", lines.losses, s.losses_usd], ["cash before tax", lines.beforeTax, s.beforeTax_usd], ["cash after tax", lines.afterTax, s.afterTax_usd],
  ];
  return rows.map(([what, line, library]) => ({ what: `${what}, by quarter`, unit: "$", line: line.all, library }));
};
