/** Charts as SVG text: same table, same bytes. */
export * from "./chart.ts";
export * from "./draw-chart.ts";
export * from "./palette.ts";
export * from "./round-ticks.ts";
