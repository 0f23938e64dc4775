/** @module A run as text for a terminal, as one self-contained page, and as figures. Records in, strings out. */
export * from "./format.ts";
export * from "./table.ts";
export * from "./tables/index.ts";
export * from "./text-table.ts";
export * from "./terminal.ts";
export * from "./verdict.ts";
export * from "./chart/index.ts";
export * from "./charts.ts";
export { launchChart, learningChart, manifestChart } from "./build-charts.ts";
export { runwayChart } from "./capital-charts.ts";
export { realOptionCharts } from "./real-option-charts.ts";
export * from "./sections.ts";
export * from "./tiles.ts";
export * from "./html.ts";
export * from "./reconcile/index.ts";
export * from "./study/index.ts";
export * from "./campaign/index.ts";
export * from "./decide/index.ts";
