import { el, ownMarkup, type Markup } from "../markup.ts";
import { barChart } from "./bar-chart.ts";
import type { Chart } from "./chart.ts";
import { chartProperties, chartRules } from "./palette.ts";
import { ganttChart } from "./gantt-chart.ts";
import { plotChart } from "./plot-chart.ts";
import { timeChart } from "./time-chart.ts";
import { waterfallChart } from "./waterfall-chart.ts";

/** An inline svg; its colours come from the page around it. */
export const drawChart = (chart: Chart): Markup => {
  switch (chart.kind) {
    case "time": return timeChart(chart);
    case "bars": return barChart(chart);
    case "plot": return plotChart(chart);
    case "gantt": return ganttChart(chart);
    case "waterfall": return waterfallChart(chart);
  }
};

const style = `svg{${chartProperties.light};background:var(--paper)}\n@media (prefers-color-scheme:dark){svg{${chartProperties.dark}}}\n${chartRules}`;

/** A figure that stands alone in a file, with its own colours, light and dark, and its title in sight. */
export const figureFile = (chart: Chart): string => {
  const inner = drawChart(chart).markup;
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(inner)!.map(Number) as [number, number, number];
  const margin = 16;
  const title = 28;
  return `${el(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", class: "chart", viewBox: `0 0 ${width + 2 * margin} ${height + 2 * margin + title}`, width: width + 2 * margin, height: height + 2 * margin + title },
    el("style", {}, ownMarkup(style)),
    el("rect", { x: 0, y: 0, width: "100%", height: "100%", style: "fill:var(--paper)" }),
    el("text", { x: margin, y: margin + 12, "font-weight": 600, "font-size": 15 }, chart.title),
    el("g", { transform: `translate(${margin} ${margin + title})` }, ownMarkup(inner)),
  ).markup}\n`;
};
