/** Runway: cash, what is owed and what is missing, by quarter. */
import type { Funding } from "../capital/index.ts";
import { formatQuarter } from "../units/index.ts";
import type { Tick, TimeChart } from "./chart/index.ts";
import { scaleFor } from "./format.ts";
import { numberColumn, wordColumn, type Table } from "./table.ts";

const runningSum = (usd: readonly number[]): readonly number[] => {
  let sum = 0;
  return usd.map((one) => (sum += one));
};

/** Cash with the reserve, debt, and money that nobody brings, summed up. */
export const runwayTable = ({ balance, gap, quarters }: Funding): Table => {
  const cash = balance.cash_usd.map((usd, t) => usd + balance.reserve_usd[t]!);
  const missing = runningSum(gap.missing_usd);
  const scale = scaleFor([...cash, ...balance.debt_usd, ...missing].reduce((most, usd) => Math.max(most, usd), 0), "$");
  return {
    id: "runway", title: "Cash, debt and what is missing by quarter",
    columns: [wordColumn("quarter"), numberColumn("cash and reserve", scale.unit), numberColumn("debt", scale.unit), numberColumn("missing so far", scale.unit)],
    rows: quarters.map((quarter, t) => [formatQuarter(quarter), cash[t]! / scale.divisor, balance.debt_usd[t]! / scale.divisor, missing[t]! / scale.divisor]),
    note: "Missing: what a last shareholder would have to bring up to then, were nothing paid to shareholders.",
  };
};

const ticksOf = (table: Table): readonly Tick[] => {
  const every = Math.max(1, Math.ceil(table.rows.length / 40));
  return table.rows.flatMap(([quarter], row) => { const [year, part] = String(quarter).split("-"); return part === "Q1" && Number(year) % every === 0 ? [{ at: row, label: year! }] : []; });
};

export const runwayChart = (funding: Funding): TimeChart => {
  const table = runwayTable(funding);
  return {
    kind: "time", id: "chart-runway", title: table.title, table, unit: table.columns[1]!.unit, fromZero: true, ticks: ticksOf(table),
    description: "Three step lines by quarter, in dollars of the day: cash with the reserve account, debt, and money that nobody brings, summed up.",
    series: [{ column: 1, hue: "two", form: "step" }, { column: 2, hue: "five", form: "step" }, { column: 3, hue: "four", form: "step" }],
  };
};
