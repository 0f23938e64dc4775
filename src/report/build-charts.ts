/** Charts of what is built and launched when. */
import type { Plan } from "../plan/index.ts";
import type { GanttChart, Hue, PlotChart, TimeChart } from "./chart/index.ts";
import { yearTicks } from "./charts.ts";
import { launchTable, learningTable, manifestLanes, manifestTable } from "./tables/index.ts";

/** Launches of each vehicle and purchases of each site, a lane each. */
export const manifestChart = (plan: Plan): GanttChart => {
  const table = manifestTable(plan);
  return {
    kind: "gantt", id: "chart-manifest", title: "Manifest: what is bought and flown when", table, unit: "", ticks: yearTicks(table),
    description: "One lane a launch vehicle and a ground site over the quarters: a block in each quarter in which it flies or is bought, as high as it is much of the lane's largest; totals at the end.",
    lanes: manifestLanes(plan).map(({ name, tier, launched }, i) => ({ name, hue: tier, kind: launched ? "launches" : "IT power bought on the ground", column: i + 1, unit: launched ? "launches" : "MW" })),
  };
};

const VEHICLE_HUES: readonly Hue[] = ["one", "two", "three", "four", "five", "six", "seven"];

/** Launches by vehicle and quarter; null where nothing flies. */
export const launchChart = (plan: Plan): TimeChart | null => {
  const table = launchTable(plan);
  if (table.columns.length === 1) return null;
  return {
    kind: "time", id: "chart-launches", title: "Launches by vehicle", table, unit: "launches a quarter", fromZero: true, ticks: yearTicks(table),
    description: "Stacked steps by quarter of the launches of each vehicle that flies.",
    series: table.columns.slice(1).map((_, i) => ({ column: i + 1, hue: VEHICLE_HUES[i] ?? "rest", form: "layer" })),
  };
};

/** A curve through fewer points says nothing. */
const POINTS = 3;

/** What a kilogram costs over the mass so far, beside a published learning curve; null where little is launched. */
export const learningChart = (plan: Plan): PlotChart | null => {
  const table = learningTable(plan);
  if (table.rows.length < POINTS) return null;
  const rows = table.rows.map((_, i) => i);
  return {
    kind: "plot", id: "chart-learning", title: "Mass to orbit against a learning curve", table, unit: "$/kg", form: "lines", across: { column: 2, name: "t to orbit so far", scale: "log" },
    description: "Two lines over the mass that the plan has launched so far, on a logarithmic axis: what it pays for a kilogram, and Suncatcher's learning curve at the same mass.",
    plotted: [{ name: "paid", hue: "orbit", column: 3, rows }, { name: "Suncatcher's curve", hue: "wanted", column: 4, rows }],
  };
};
