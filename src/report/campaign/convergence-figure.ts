/** Whether more draws would still move the answer. */
import type { OutcomeSummary } from "../../risk/index.ts";
import type { PlotChart } from "../chart/index.ts";
import { numberColumn, type Table } from "../table.ts";
import { idOf, nameOf, shown, unitOf } from "./campaign-tables.ts";

/** The mean after every doubling of the draws, between its bounds; null with fewer than two, and of what does not spread. */
export const convergenceChart = (outcome: OutcomeSummary): PlotChart | null => {
  const { steps, settled } = outcome.convergence;
  if (steps.length < 2 || steps.every(({ halfWidth }) => halfWidth === 0)) return null;
  const table: Table = {
    id: `convergence-${idOf(outcome)}`, title: `Mean of ${nameOf(outcome)} by draws`, note: settled ? "Settled: the last two doublings moved the mean by less than its bounds." : "Not settled: more draws would still move it.",
    columns: [numberColumn("draws", ""), numberColumn("mean", unitOf(outcome)), numberColumn("low", unitOf(outcome)), numberColumn("high", unitOf(outcome))],
    rows: steps.map(({ count, mean, halfWidth }) => [count, shown(outcome, mean), shown(outcome, mean - halfWidth), shown(outcome, mean + halfWidth)]),
  };
  const rows = table.rows.map((_, row) => row);
  return {
    kind: "plot", id: `chart-${table.id}`, title: table.title, table, unit: unitOf(outcome), form: "lines", across: { column: 0, name: "draws", scale: "log" },
    plotted: [{ name: "low", hue: "two", column: 2, rows }, { name: "mean", hue: "orbit", column: 1, rows }, { name: "high", hue: "three", column: 3, rows }],
    description: `${table.title}, with its 95 % bounds.`,
  };
};
