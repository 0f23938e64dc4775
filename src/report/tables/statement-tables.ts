/** The statement of nominal cash: by year and quarter, by part, and what is earned. */
import type { Finance } from "../../finance/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { scaleFor } from "../format.ts";
import { numberColumn, wordColumn, type Table } from "../table.ts";

type Statement = NonNullable<Finance["statement"]>;
type Column = readonly [name: string, usd: readonly number[]];

const columnsOf = (statement: Statement): readonly Column[] => {
  const shown: readonly Column[] = [
    ["revenue", statement.revenue_usd], ["operating", statement.operating_usd], ["insurance", statement.insurance_usd], ["terms and market", statement.terms_usd], ["disposal", statement.disposal_usd],
    ["EBITDA", statement.ebitda_usd], ["purchases", statement.purchases_usd], ["refresh", statement.refresh_usd], ["launches", statement.launches_usd], ["stakes", statement.stakes_usd],
    ["left, sold", statement.proceeds_usd], ["tax", statement.tax_usd], ["cash", statement.afterTax_usd],
  ];
  return shown.filter(([name, usd]) => name === "cash" || usd.some((one) => one !== 0));
};

const most = (columns: readonly Column[]): number => columns.flatMap(([, usd]) => usd).reduce((a, b) => Math.max(a, Math.abs(b)), 0);

const NOTE = "Nominal dollars of each quarter. Cash: EBITDA less the change of what is owed, less purchases, with what is left at the end sold, less tax.";

/** Cash by calendar year, with its running sum. */
export const statementYearTable = (statement: Statement): Table => {
  const years = [...new Set(statement.quarters.map((quarter) => Math.floor(quarter / 4)))];
  const byYear = columnsOf(statement).map(([name, usd]): Column => [name, years.map((year) => statement.quarters.reduce((sum, quarter, q) => (Math.floor(quarter / 4) === year ? sum + usd[q]! : sum), 0))]);
  const scale = scaleFor(most(byYear), "$");
  const cash = byYear.find(([name]) => name === "cash")![1];
  return {
    id: "statement-years",
    title: "Cash by year",
    columns: [wordColumn("year"), ...byYear.map(([name]) => numberColumn(name, scale.unit)), numberColumn("sum so far", scale.unit)],
    rows: years.map((year, i) => [String(year), ...byYear.map(([, usd]) => usd[i]! / scale.divisor), cash.slice(0, i + 1).reduce((a, b) => a + b, 0) / scale.divisor]),
    note: NOTE,
  };
};

/** The same by quarter. */
export const statementTable = (statement: Statement): Table => {
  const columns: readonly Column[] = [...columnsOf(statement), ["written off, books", statement.bookDepreciation_usd], ["written off, tax", statement.taxDepreciation_usd], ["receivable", statement.receivable_usd], ["payable", statement.payable_usd]];
  const scale = scaleFor(most(columns), "$");
  return {
    id: "statement",
    title: "Cash by quarter",
    columns: [wordColumn("quarter"), ...columns.map(([name]) => numberColumn(name, scale.unit))],
    rows: statement.quarters.map((quarter, q) => [formatQuarter(quarter), ...columns.map(([, usd]) => usd[q]! / scale.divisor)]),
    note: NOTE,
  };
};

const total = (usd: readonly number[]): number => usd.reduce((a, b) => a + b, 0);

/** What each part costs over the plan. */
export const partTable = (statement: Statement): Table => {
  const lines = statement.lines.filter(({ kind }) => kind !== "left").map(({ id, kind, paid_usd }) => ({ id, kind, usd: total(paid_usd) })).toSorted((a, b) => b.usd - a.usd);
  const scale = scaleFor(Math.max(0, ...lines.map(({ usd }) => Math.abs(usd))), "$");
  return {
    id: "statement-parts",
    title: "Cost by part over the plan",
    columns: [wordColumn("part"), wordColumn("kind"), numberColumn("paid", scale.unit)],
    rows: lines.map(({ id, kind, usd }) => [id, kind, usd / scale.divisor]),
    note: "Nominal dollars, all quarters.",
  };
};

/** What each class earns, and what the same work would be worth at the scarcity price. */
export const earnedTable = (statement: Statement): Table => {
  const lines = statement.earned.map(({ id, tier, price, earned_usd }) => ({ id, tier, price, usd: total(earned_usd) })).filter(({ usd }) => usd !== 0);
  const scarcity = total(statement.scarcity_usd);
  const scale = scaleFor(Math.max(scarcity, ...lines.map(({ usd }) => usd)), "$");
  return {
    id: "earned",
    title: "Revenue by class",
    columns: [wordColumn("class"), wordColumn("tier"), wordColumn("price"), numberColumn("earned", scale.unit)],
    rows: [...lines.map(({ id, tier, price, usd }) => [id, tier, price, usd / scale.divisor]), ["all, at the scarcity price", "both", "shadow price of capacity: beside it, not in it", scarcity / scale.divisor]],
    note: "Nominal dollars, all quarters. contract: the class's own price; market curve: one that moves with time; shortfall: the shortfall price in its place.",
  };
};
