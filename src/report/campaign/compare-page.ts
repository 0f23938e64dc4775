/** Campaigns side by side as a page. */
import { htmlFigure, htmlTable } from "../html-table.ts";
import { el } from "../markup.ts";
import { pageText } from "../page.ts";
import type { BarChart } from "../chart/index.ts";
import type { Table } from "../table.ts";

/** Medians of the ratio, a bar each; null where none has it. */
const ratioChart = (outcomes: Table): BarChart | null => {
  const rows = outcomes.rows.filter(([name, , , median]) => name === "orbit over ground" && typeof median === "number");
  if (rows.length === 0) return null;
  const table: Table = { ...outcomes, id: "ratio", title: "Orbit over ground", rows, note: "" };
  return {
    kind: "bars", id: "chart-ratio", title: table.title, table, unit: "", description: "Median of orbit over ground by campaign, and how far 95 % of the draws reach beyond it.",
    bars: rows.map(([, name, , median, high]) => ({ name: String(name), parts: [{ name: "median", value: median as number, hue: "orbit" as const }, ...(typeof high === "number" ? [{ name: "up to p95", value: high - (median as number), hue: "two" as const }] : [])] })),
  };
};

export const campaignComparePage = (names: readonly string[], tables: readonly Table[]): string => {
  const outcomes = tables.find(({ id }) => id === "outcomes");
  const chart = outcomes === undefined ? null : ratioChart(outcomes);
  return pageText({ title: `Campaigns - ${names.join(", ")} - Dawndusk`, style: "" }, [
    el("header", {}, el("p", { class: "kicker" }, "Dawndusk: campaigns side by side"), el("h1", {}, names.join(" beside "))),
    el("main", {}, ...(chart === null ? [] : [htmlFigure(chart)]), ...tables.map(htmlTable)),
  ]);
};
